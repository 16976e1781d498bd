"""Claims among each other: inherited evidence, caps, denials, predictions, and rounds that end."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from corrob.model.rule import Clause, Gives, Related, Rule
from corrob.verifying.judge import Judge
from stories import book, case, results, statuses

SOURCES = "sources: [{id: a, reliability: B}, {id: b, reliability: B}, {id: x}]\n"


def story(claims: str, *bearings: str) -> str:
    """Write a case; a bearing is `source stance claim`."""
    items = "".join(
        f"- {{id: e{n}, source: {source}, published: '2024-01-02', bears: [{{claim: {claim}, stance: {stance}}}]}}\n"
        for n, (source, stance, claim) in enumerate(one.split() for one in bearings)
    )
    return f"{SOURCES}claims: [{claims}]\nevidence:\n{items or '[]'}"


def test_support_flows_to_what_is_entailed_and_is_counted_there() -> None:
    text = story("{id: c, text: t, entails: [d]}, {id: d, text: t}", "a supports c", "b supports d")
    assert statuses(text) == {"c": "attributed", "d": "corroborated"}


def test_refutation_flows_back_to_what_entails() -> None:
    text = story("{id: c, text: t, entails: [d]}, {id: d, text: t}", "a supports c", "b refutes d")
    assert statuses(text) == {"c": "disputed", "d": "disputed"}


def test_exclusive_claims_refute_each_other() -> None:
    text = story("{id: c, text: t}, {id: d, text: t}", "a supports c", "b supports d") + "exclusive: [[c, d]]\n"
    assert statuses(text) == {"c": "disputed", "d": "disputed"}


def test_inherited_evidence_that_counts_for_nothing_is_not_seen() -> None:
    text = story("{id: c, text: t, entails: [d]}, {id: d, text: t}", "x refutes d")
    assert statuses(text) == {"c": "unassessed", "d": "unverified"}


def test_a_claim_ranks_no_higher_than_its_required_part() -> None:
    claims = "{id: whole, text: t}, {id: part, text: t, part_of: [{claim: whole, required: true}]}"
    capped = results(story(claims, "a supports whole", "b supports whole", "a supports part"))["whole"]
    assert (capped.status, capped.rule, capped.confidence) == ("attributed", None, None)
    assert capped.notes["capped_by"] == ("part",)
    assert capped.because == "It can stand no higher than part."


def test_a_part_that_nobody_assessed_caps_nothing() -> None:
    claims = "{id: whole, text: t}, {id: part, text: t, part_of: [{claim: whole, required: true}]}"
    assert statuses(story(claims, "a supports whole", "b supports whole"))["whole"] == "corroborated"


def test_a_part_on_which_nothing_counts_caps_nothing() -> None:
    claims = "{id: whole, text: t}, {id: part, text: t, part_of: [{claim: whole, required: true}]}"
    found = statuses(story(claims, "a supports whole", "b supports whole", "x supports part"))
    assert found == {"whole": "corroborated", "part": "unverified"}


def test_a_required_part_that_one_origin_opposes_caps_the_whole() -> None:
    claims = "{id: whole, text: t}, {id: part, text: t, part_of: [{claim: whole, required: true}]}"
    found = statuses(story(claims, "a supports whole", "b supports whole", "b refutes part"))
    assert found == {"whole": "unverified", "part": "unverified"}


def test_a_part_as_high_as_its_whole_caps_nothing_while_another_caps_its_own() -> None:
    claims = ", ".join(
        f"{{id: {whole}, text: t}}, {{id: {part}, text: t, part_of: [{{claim: {whole}, required: true}}]}}"
        for whole, part in (("level", "same"), ("high", "low"))
    )
    found = results(story(claims, "a supports level", "a supports same", "a supports high", "b refutes low"))
    capped = {claim: (found[claim].status, found[claim].rule, found[claim].notes) for claim in ("level", "high")}
    assert capped == {
        "level": ("attributed", "core/credible-support", {}),
        "high": ("unverified", None, {"capped_by": ("low",)}),
    }


def test_what_is_entailed_caps_though_nothing_counts_on_it() -> None:
    text = f"""
    {SOURCES}    claims: [{{id: c, text: t, entails: [d]}}, {{id: d, text: t}}]
    evidence:
    - {{id: e, source: a, bears: [{{claim: c, stance: supports}}, {{claim: d, stance: supports, hedged: true}}]}}
    """
    assert statuses(text) == {"c": "unverified", "d": "unverified"}


def test_a_part_that_is_not_required_caps_nothing() -> None:
    claims = "{id: whole, text: t}, {id: part, text: t, part_of: [whole]}"
    assert statuses(story(claims, "a supports whole", "b supports whole", "x supports part"))["whole"] == "corroborated"


def test_a_denial_has_the_dual_status_and_the_sides_exchanged() -> None:
    text = story("{id: c, text: t}, {id: n, text: t, negates: c}", "a supports c", "b refutes n")
    found = results(text)
    assert {claim: result.status for claim, result in found.items()} == {"c": "corroborated", "n": "doubtful"}
    assert (found["n"].origins.supports.count, found["n"].origins.refutes.count) == (0, 2)
    assert found["n"].because.startswith("It denies c: 2 independent origins agree")


def test_a_denial_of_a_denial_is_the_claim_itself() -> None:
    claims = "{id: c, text: t}, {id: n, text: t, negates: c}, {id: m, text: t, negates: n}"
    found = statuses(story(claims, "a supports m"))
    assert found == {"c": "attributed", "n": "unverified", "m": "attributed"}


def test_claims_that_entail_each_other_stand_together() -> None:
    claims = "{id: c, text: t, entails: [d]}, {id: d, text: t, entails: [c], part_of: []}, {id: p, text: t, part_of: "
    claims += "[{claim: c, required: true}]}"
    found = statuses(story(claims, "a supports c", "b supports d", "a supports p"))
    assert (found["c"], found["d"]) == ("attributed", "attributed")


PREDICTION = (
    "{id: p, text: t, kind: prediction, window: 2024-01-01/2024-01-10, resolves_on: c}, {id: c, text: t, kind: state}"
)


def prediction(as_of: str | None, *items: tuple[str, str, str]) -> str:
    lines = "".join(
        f"- {{id: e{n}, source: {source}, published: '{day}', bears: [{{claim: c, stance: {stance}}}]}}\n"
        for n, (source, stance, day) in enumerate(items)
    )
    return statuses(f"{SOURCES}claims: [{PREDICTION}]\nevidence:\n{lines or '[]'}", as_of)["p"]


BOTH = (("a", "supports", "2024-01-09"), ("b", "supports", "2024-01-13"))


@pytest.mark.parametrize(
    ("as_of", "items", "status"),
    [
        ("2024-01-10", BOTH, "open"),
        ("2024-01-11", BOTH, "lapsed"),
        ("2024-01-13", BOTH, "borne_out"),
        (None, BOTH, "borne_out"),
        (None, (BOTH[0], ("b", "supports", "2024-01-14")), "lapsed"),
        (None, (("a", "refutes", "2024-01-13"),), "not_borne_out"),
        (None, (("a", "refutes", "2024-01-14"),), "lapsed"),
        (None, (("x", "refutes", "2024-01-13"),), "lapsed"),
        ("2024-01-05", (("a", "refutes", "2024-01-03"),), "open"),
    ],
)
def test_a_prediction_is_resolved_as_of_its_windows_end_and_the_grace(
    as_of: str | None, items: tuple[tuple[str, str, str], ...], status: str
) -> None:
    assert prediction(as_of, *items) == status


def test_rules_that_look_at_each_others_claims_come_to_an_end() -> None:

    plain = book("core")
    span = plain.rules[0].span
    contrary = Rule(
        id="core/contrary",
        code="X",
        title="Says the contrary of its fellows",
        effect=Gives("attributed"),
        needs=(Clause(Related("consistent_with", "none", ("attributed",)), "core", span),),
        span=span,
    )

    changed = replace(plain, rules=(*plain.rules, contrary), stages=(*plain.stages, (contrary,)))
    text = "claims: [{id: c, text: t, consistent_with: [d]}, {id: d, text: t, consistent_with: [c]}]\n"
    found = Judge(changed, "direct").judge(case(text)).results
    assert [result.status for result in found] == ["unassessed", "unassessed"]

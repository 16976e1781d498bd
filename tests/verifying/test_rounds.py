"""Rules that look at the outcomes of other claims: rounds, what is unknown in them, and other moments."""

from __future__ import annotations

import pytest

from corrob.dates import Interval
from corrob.model.rule import AnyOf, Finds, Found, Gives, Need, Related, Rule, Some
from corrob.verifying.hearing import Hearing
from corrob.verifying.judge import Judged
from corrob.verifying.relate import Rounds
from stories import judged
from verifying.little_rules import SEEN, claim, judged_by, rule

PARTS = """
    sources: [{id: a, reliability: B}]
    claims:
    - {id: whole, text: t}
    - {id: alone, text: t}
    - {id: one, text: t, part_of: [whole]}
    - {id: two, text: t, part_of: [whole]}
    evidence:
    """


def found(judged: Judged) -> dict[str, tuple[str, ...]]:
    return {result.claim: result.findings for result in judged.results}


@pytest.mark.parametrize(
    ("seen", "holding"),
    [
        ("", ("none",)),
        ("one", ("some",)),
        ("two", ("some",)),
        ("one two", ("every", "some")),
    ],
)
def test_some_or_every_or_none_of_the_related_claims_have_the_status(seen: str, holding: tuple[str, ...]) -> None:
    rules = tuple(
        rule(Finds(of, value="x"), Related("parts", of, ("attributed",)), name=of) for of in ("every", "none", "some")
    )
    bears = "".join(f"{{claim: {name}, stance: supports}}, " for name in seen.split())
    text = f"{PARTS.rstrip()}\n    - {{id: e, source: a, bears: [{bears}]}}\n"
    assert found(judged_by(rules, text)) == {"whole": holding, "alone": ("none",), "one": ("none",), "two": ("none",)}


PAIR = "claims: [{id: c, text: t, consistent_with: [d]}, {id: d, text: t, consistent_with: [c]}]\n"


def ladder(steps: int) -> tuple[Rule, ...]:
    """Write rules of which each waits for a round in which the one before it was found on the other claim."""
    first = rule(Finds("f0", value="x"), Some(SEEN), name="f0")
    others = (
        rule(Finds(f"f{n}", value="x"), Related("consistent_with", finding=f"f{n - 1}"), name=f"f{n}")
        for n in range(1, steps + 1)
    )
    return (first, *others)


ON_BOTH = """\
sources: [{id: a}]
evidence: [{id: e, source: a, bears: [{claim: c, stance: context}, {claim: d, stance: context}]}]
"""


@pytest.mark.parametrize(
    ("steps", "last"), [(0, ("f0",)), (1, ("f0", "f1")), (2, ("f0", "f1", "f2")), (3, ("f0",)), (9, ("f0",))]
)
def test_what_still_changes_after_two_rounds_more_than_there_are_claims_is_unknown(
    steps: int, last: tuple[str, ...]
) -> None:
    assert found(judged_by(ladder(steps), PAIR + ON_BOTH)) == {"c": last, "d": last}


CONTRARY = rule(Gives("attributed"), Related("consistent_with", "none", ("attributed",)), name="contrary")


def test_what_was_unknown_once_stays_unknown_while_others_are_still_changing() -> None:
    told = AnyOf(tuple(Related("part_of", "some", (status,)) for status in ("attributed", "unassessed")))
    held = rule(Gives("disputed"), told, name="held", beats=("little/contrary",))
    text = """
        claims:
        - {id: c, text: t, consistent_with: [d]}
        - {id: d, text: t}
        - {id: e, text: t, consistent_with: [f], part_of: [c]}
        - {id: f, text: t, part_of: [c]}
        """
    results = judged_by((CONTRARY, held), text).results
    assert {result.claim: result.status for result in results} == dict.fromkeys("cdef", "unassessed")


def test_a_claim_alone_is_found_to_be_related_to_none() -> None:
    rules = (rule(Finds("alone", value="x"), Related("consistent_with", "none", finding="alone")),)
    assert found(judged_by(rules, "claims: [{id: c, text: t}]\n")) == {"c": ("alone",)}


def test_the_claim_that_takes_a_claims_place_is_related_to_it_from_its_date_on() -> None:
    text = """
        claims: [{id: c, text: t, superseded_by: {claim: d, from: "2024-01-10"}}, {id: d, text: t}]
        """
    rules = (rule(Finds("late", value="x"), Related("superseded_by", statuses=("unassessed",))),)
    assert found(judged_by(rules, text, "2024-01-09")) == {"c": (), "d": ()}
    assert found(judged_by(rules, text, "2024-01-10")) == {"c": ("late",), "d": ()}


PREDICTIONS = """
    sources: [{id: a, reliability: B}]
    claims:
    - {id: p, text: t, kind: prediction, window: "2024-01-10", resolves_on: c, consistent_with: [c]}
    - {id: q, text: t, kind: prediction, window: "2024-02-10", resolves_on: c}
    - {id: r, text: t, kind: prediction, window: "2024-03-10", resolves_on: c}
    - {id: c, text: t}
    evidence:
    - {id: e, source: a, published: "2024-01-20", bears: [{claim: c, stance: supports}]}
    """


@pytest.mark.parametrize(
    ("by", "expected"), [("resolves_on", ("q", "r")), ("consistent_with", ("p",)), ("about_claim", ())]
)
def test_only_what_decides_a_prediction_is_seen_as_of_the_windows_end(by: str, expected: tuple[str, ...]) -> None:
    need: Need = Related(by, statuses=("attributed",))
    outcomes = judged_by((rule(Finds("seen", value="x"), need),), PREDICTIONS).results
    assert tuple(result.claim for result in outcomes if "seen" in result.findings) == expected


def test_every_moment_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[float] = []
    at = Hearing.at

    def counted(hearing: Hearing, moment: Interval) -> Hearing:
        opened.append(moment.end)
        return at(hearing, moment)

    monkeypatch.setattr(Hearing, "at", counted)
    rounds: Rounds = judged(PREDICTIONS).rounds
    assert sorted(opened) == sorted(rounds.moments)
    assert len(opened) == 3


def test_a_rule_can_wait_for_what_another_found_on_the_same_claim() -> None:
    rules = (rule(Finds("f", value="x"), claim("kind", "event")), rule(Finds("g", value="x"), Found("f"), name="y"))
    assert found(judged_by(rules, "claims: [{id: c, text: t}, {id: d, text: t, kind: state}]\n")) == {
        "c": ("f", "g"),
        "d": (),
    }


def test_some_claims_can_be_judged_alone_and_come_to_the_same_as_among_all() -> None:
    text = """
        sources: [{id: a, reliability: B}]
        claims:
        - {id: other, text: t}
        - {id: whole, text: t}
        - {id: part, text: t, part_of: [{claim: whole, required: true}]}
        - {id: denial, text: t, negates: part}
        evidence:
        - {id: e1, source: a, bears: [{claim: whole, stance: supports}, {claim: other, stance: supports}]}
        - {id: e2, source: a, bears: [{claim: part, stance: refutes}]}
        """
    among_all = judged(text)
    alone = Rounds(among_all.rounds.hearing, only=("whole", "part")).outcomes()
    told = {claim: (outcome.status, outcome.capped_by) for claim, outcome in among_all.outcomes.items()}
    assert {claim: (outcome.status, outcome.capped_by) for claim, outcome in alone.items()} == {
        claim: told[claim] for claim in ("whole", "part", "denial")
    }
    assert told["whole"][1] == ("part",)


def test_claims_judged_alone_are_looked_at_as_of_other_moments_alone_as_well() -> None:
    text = """
        sources: [{id: a, reliability: B}]
        claims:
        - {id: p, text: t, kind: prediction, window: "2024-01-03", resolves_on: c}
        - {id: c, text: t}
        - {id: other, text: t}
        evidence:
        - {id: e1, source: a, published: "2024-01-02", bears: [{claim: c, stance: supports}]}
        """
    rounds = judged(text, "2024-02-01").rounds
    alone = Rounds(rounds.hearing, only=("p", "c"))
    assert list(alone.outcomes()) == ["p", "c"]
    assert [list(outcomes) for outcomes in alone.moments.values()] == [["p", "c"]]

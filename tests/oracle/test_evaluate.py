"""Small cases, worked out by hand, that pin the plain evaluator itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest

from corrob.diagnostics import Span
from corrob.model.case import Case
from corrob.model.rule import (
    Acts,
    AnyOf,
    Clause,
    Compare,
    Effect,
    EvidenceSet,
    FieldTest,
    Finds,
    Found,
    Gives,
    Independence,
    Is,
    Moves,
    Need,
    Not,
    Nothing,
    Origins,
    PackId,
    Related,
    Removes,
    Rule,
    Rulebook,
    Selection,
    Some,
    Suspect,
)
from corrob.reading.references import problems
from oracle.evaluate import Outcome, evaluate
from oracle.generate_rules import STATUSES

HERE: Final = Span("pack.yaml")
SUPPORT, OPPOSITION = Selection("support"), Selection("opposition")


def is_(field: str, *values: str | bool) -> FieldTest:
    return FieldTest(field, (Is(values),))


def rule(name: str, effect: Effect, *needs: Need, beats: tuple[str, ...] = ()) -> Rule:
    clauses = tuple(Clause(need, "pack", HERE) for need in needs)
    return Rule(name, "X", "X", effect, clauses, HERE, beats=beats)


LADDER: Final = (
    rule("one", Gives("attributed", "low"), Origins(SUPPORT, at_least=1), Nothing(OPPOSITION)),
    rule("two", Gives("corroborated", "moderate"), Origins(SUPPORT, at_least=2), Nothing(OPPOSITION)),
    rule("against", Gives("doubtful", "moderate"), Origins(OPPOSITION, at_least=2), Nothing(SUPPORT)),
    rule("both", Gives("disputed"), Some(SUPPORT), Some(OPPOSITION)),
    rule("seen", Gives("unverified"), Some(Selection("seen"))),
)


def book(*stages: tuple[Rule, ...], removals: tuple[Rule, ...] = (), unit: Mapping[str, str] | None = None) -> Rulebook:
    """Give a rulebook with credible support and opposition, and the ladder of rules where none are given."""
    credible = FieldTest("reliability", (Compare("at_least", "C"),))
    staged = stages or (LADDER,)
    return Rulebook(
        packs=(PackId("pack", "1.0.0"),),
        parameters={"min_origins": 2.0, "credible_from": "C", "pdq_distance": 31.0, "grace": 259_200.0},
        statuses=STATUSES,
        independence=Independence(
            merge=frozenset({"control", "media", "briefing", "unnamed_same"}),
            suspect=frozenset({"funding", "intelligence", "commission", "replies"}),
            unit=dict(unit or {}),
        ),
        tables=(),
        sets=(
            EvidenceSet("support", "bearings", (is_("stance", "supports"), credible), "pack", HERE),
            EvidenceSet("opposition", "bearings", (is_("stance", "refutes"), credible), "pack", HERE),
        ),
        counted={"supports": "support", "refutes": "opposition"},
        rules=(*removals, *(one for stage in staged for one in stage)),
        removals=removals,
        stages=staged,
    )


def case(*evidence: dict[str, Any], **parts: Any) -> Case:
    """Give a case about the claim `c`, with sources A to E, each of that letter, and whatever else is given."""
    sources = [{"id": letter, "reliability": letter} for letter in "ABCDE"] + parts.pop("sources", [])
    own = {source["id"]: source for source in sources}
    claims = [{"text": "It happened.", **claim} for claim in parts.pop("claims", [{"id": "c"}])]
    whole = {"corrob": 1, "case": "test", "sources": list(own.values()), "claims": claims, "evidence": evidence}
    read = msgspec.convert(whole | parts, Case)
    assert problems(read) == []
    return read


def item(name: str, source: str, *bears: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Give an item that supports `c` where no bearing is given."""
    return {"id": name, "source": source, "bears": bears or (on("c"),), "published": "2024-01-02", **more}


def on(claim: str, stance: str = "supports", **more: Any) -> dict[str, Any]:
    return {"claim": claim, "stance": stance, **more}


def quotes(goal: str, *claims: str, how: str = "quoted", **more: Any) -> dict[str, Any]:
    return {"from": goal, "how": how, "for": claims, **more}


def judged(given: Case, rules: Rulebook | None = None, as_of: str | None = None, claim: str = "c") -> Outcome:
    return evaluate(given, rules or book(), as_of)[claim]


# ways, roots, origins


def test_two_papers_that_quote_one_ministry_are_one_origin() -> None:
    found = judged(case(item("a", "A", derived_from=[quotes("C")]), item("b", "B", derived_from=[quotes("C")])))
    assert found == Outcome("attributed", "one", "low", (), 1, 0, 1, 0, ("C",), ())


def test_two_papers_on_their_own_are_two_origins_in_order_of_date() -> None:
    found = judged(case(item("a", "A", published="2024-01-03"), item("b", "B")))
    assert found == Outcome("corroborated", "two", "moderate", (), 2, 0, 2, 0, ("b", "a"), ())


def test_a_circle_without_outside_input_has_no_origin_but_is_seen() -> None:
    found = judged(case(item("a", "A", derived_from=[quotes("b")]), item("b", "B", derived_from=[quotes("a")])))
    assert (found.status, found.supports, found.support_list) == ("unverified", 0, ())


def test_a_circle_collapses_to_its_outside_input() -> None:
    both = item("b", "B", derived_from=[quotes("a"), quotes("C")])
    assert judged(case(item("a", "A", derived_from=[quotes("b")]), both)).support_list == ("C",)


def test_an_edge_for_another_claim_passes_no_origin_on() -> None:
    bears = on("c"), on("d")
    quoting = item("a", "A", *bears, derived_from=[quotes("C", "d")])
    found = evaluate(case(quoting, claims=[{"id": "c"}, {"id": "d"}]), book(), None)
    assert (found["c"].support_list, found["d"].support_list) == (("a",), ("C",))


def test_one_controller_two_steps_up_is_one_origin() -> None:
    held = [
        {"id": "A", "reliability": "A", "controlled_by": "X"},
        {"id": "X", "controlled_by": "Y"},
        {"id": "B", "reliability": "B", "controlled_by": [{"value": "Y", "known": "2024-01-05"}]},
        {"id": "Y"},
    ]
    given = case(item("a", "A"), item("b", "B"), sources=held)
    assert judged(given).supports == 1
    assert judged(given, as_of="2024-01-04").supports == 2


def test_a_carried_video_is_an_origin_of_its_first_publisher() -> None:
    media = [
        {"id": "m", "type": "video", "from": "A", "first_seen": "2024-01-01", "sha256": "aa" * 32},
        {"id": "n", "type": "video", "from": "B", "first_seen": "2024-01-02", "copy_of": "m"},
    ]
    found = judged(case(item("b", "B", media=["n"]), item("c", "C", media=["m"]), media=media))
    assert (found.supports, found.support_list) == (1, ("m",))


def test_ten_analyses_of_one_clip_are_one_origin_except_for_claims_about_the_clip() -> None:
    media = [{"id": "m", "type": "video", "from": "A", "first_seen": "2024-01-01"}]
    works = [item(name, name.upper(), adds=["geolocation"], derived_from=[quotes("m")]) for name in "bc"]
    assert judged(case(*works, media=media)).support_list == ("m",)
    analysts = book(unit={"event": "analyst"})
    assert judged(case(*works, media=media), analysts).support_list == ("b", "c")


def test_a_refutation_by_own_work_is_its_own_origin() -> None:
    works = [
        item(name, name.upper(), on("c", "refutes"), adds=["measurement"], derived_from=[quotes("A")]) for name in "bc"
    ]
    assert judged(case(*works)).refute_list == ("b", "c")


def test_an_item_that_is_not_known_yet_keeps_its_origin_and_a_withdrawn_one_leads_nowhere() -> None:
    original = item("a", "A", published="2024-01-05")
    copy = item("b", "B", derived_from=[quotes("a")])
    assert judged(case(original, copy), as_of="2024-01-03").support_list == ("a",)
    taken_back = case({**original, "retracted": "2024-01-06"}, copy)
    assert judged(taken_back, as_of="2024-01-05").support_list == ("a",)
    assert judged(taken_back).status == "unassessed"


def test_a_worse_carrier_lowers_the_letter_and_own_work_makes_it_its_own() -> None:
    assert judged(case(item("a", "D", derived_from=[quotes("A")]))).supports == 0
    assert judged(case(item("a", "A", derived_from=[quotes("D")]))).supports == 0
    assert judged(case(item("a", "A", derived_from=[quotes("D")], adds=["interview"]))).support_list == ("D",)
    assert judged(case(item("a", "A", derived_from=[{"unnamed": "an aide", "how": "quoted"}]))).supports == 0


def test_suspect_ties_give_the_lower_number_and_join_no_origins() -> None:
    funded = [{"id": name, "reliability": name, "funded_by": "F"} for name in "AB"] + [{"id": "F"}]
    given = case(item("a", "A"), item("b", "B"), item("c", "C"), sources=funded)
    found = judged(given, book((rule("x", Finds("suspect"), Suspect(SUPPORT)),)))
    assert (found.supports, found.supports_at_least, found.findings) == (3, 2, ("suspect",))


# relations


def test_what_supports_one_claim_supports_what_it_entails_and_refutes_what_it_excludes() -> None:
    claims = [{"id": "c", "entails": "d"}, {"id": "d"}, {"id": "e"}]
    found = evaluate(case(item("a", "A"), item("b", "B"), claims=claims, exclusive=[["d", "e"]]), book(), None)
    assert {name: (one.supports, one.refutes) for name, one in found.items()} == {"c": (2, 0), "d": (2, 0), "e": (0, 2)}
    assert found["e"].status == "doubtful"


def test_a_negation_has_the_dual_status_and_its_evidence_counts_turned_round() -> None:
    claims = [{"id": "c"}, {"id": "no", "negates": "c"}, {"id": "yes", "negates": "no"}]
    found = evaluate(case(item("a", "A", on("no", "refutes")), item("b", "B", on("yes")), claims=claims), book(), None)
    assert {name: (one.status, one.supports, one.refutes) for name, one in found.items()} == {
        "c": ("corroborated", 2, 0),
        "no": ("doubtful", 0, 2),
        "yes": ("corroborated", 2, 0),
    }


def test_a_claim_ranks_no_higher_than_a_required_part_on_which_something_counts() -> None:
    part_of = [{"claim": "c", "required": True}]
    claims = [{"id": "c"}, {"id": "d", "part_of": part_of}, {"id": "e", "part_of": part_of}]
    evidence = [item("a", "A"), item("b", "B")]
    found = judged(case(*evidence, item("d", "C", on("d")), claims=claims))
    assert (found.status, found.rule, found.confidence) == ("attributed", None, None)
    assert judged(case(*evidence, item("d", "D", on("d")), claims=claims)).status == "corroborated"


# taken back, challenged, on the record


def test_a_later_opposite_statement_of_the_same_controller_takes_the_place_of_the_earlier() -> None:
    gone = rule("gone", Removes((is_("superseded", True),)), Some(Selection("bearings")))
    denial = item("a", "A", on("c", "refutes"), act="denial")
    admission = item("b", "A", act="admission", published="2024-01-04")
    found = judged(case(denial, admission), book(LADDER, removals=(gone,)))
    assert (found.status, found.supports, found.refutes) == ("attributed", 1, 0)
    same_day = judged(case(denial, {**admission, "published": "2024-01-02"}), book(LADDER, removals=(gone,)))
    assert (same_day.status, same_day.rule, same_day.confidence) == ("disputed", "both", None)


def test_items_that_challenge_each_other_stay_and_a_third_challenger_fells_one() -> None:
    felled = rule("felled", Removes((is_("undercut", True),)), Some(Selection("bearings")))
    rules = book(LADDER, removals=(felled,))
    one = item("a", "A", undercuts=[{"item": "b", "ground": "reliability"}])
    other = item("b", "B", undercuts=[{"item": "a", "ground": "reliability"}])
    third = item("x", "C", on("c", "neutral"), undercuts=[{"item": "a", "ground": "authenticity"}])
    assert judged(case(one, other), rules).support_list == ("a", "b")
    assert judged(case(one, other, third), rules).support_list == ("b",)
    assert judged(case(one, other, {**third, "source": "D"}), rules).support_list == ("a", "b")


@pytest.mark.parametrize(
    ("act", "stance", "status"),
    [("denial", "refutes", "refuted"), ("assertion", "refutes", "refuted"), ("assertion", "supports", "unassessed")],
)
def test_a_claim_about_an_act_is_settled_by_the_latest_act_on_the_record(act: str, stance: str, status: str) -> None:
    about = {"about_sources": ["A"], "acts": ["admission"], "about_claim": "c"}
    claims = [{"id": "c"}, {"id": "s", "kind": "speech_act", **about}]
    rules = book((rule("no", Gives("refuted"), Not(Acts())), rule("yes", Gives("confirmed"), Acts())))
    early = item("a", "A", act="assertion")
    denial = item("b", "A", on("c", "refutes"), act="denial", published="2024-01-03")
    late = [denial, item("d", "A", on("c", stance), act=act, published="2024-01-03")]
    # on the latest day there are one act, said twice, or two different ones
    assert judged(case(early, *late, claims=claims), rules, claim="s").status == status


# from strands to a status


def test_a_beaten_rule_gives_nothing_but_what_it_found_stays_found() -> None:
    first = (rule("f", Finds("noted"), Some(SUPPORT)),)
    second = (
        rule("weak", Gives("unverified"), Found("noted")),
        rule("strong", Gives("confirmed", "high"), Some(SUPPORT)),
        rule("beater", Gives("attributed", "high"), Some(SUPPORT), beats=("strong", "f")),
        rule("down", Moves(-1), Some(SUPPORT)),
        rule("up", Moves(1), Some(OPPOSITION)),
    )
    found = judged(case(item("a", "A")), book(first, second))
    assert (found.status, found.rule, found.confidence, found.findings) == (
        "attributed",
        "beater",
        "moderate",
        ("noted",),
    )


def test_an_unknown_need_fires_nothing_and_neither_does_its_opposite() -> None:
    unknown = Related("entails", statuses=("confirmed",))
    claims = [{"id": "c", "entails": "c2"}, {"id": "c2", "entails": "c"}]
    # each would be confirmed if and only if the other is not, so neither can be told
    rules = book((rule("x", Gives("confirmed"), Not(unknown)), rule("y", Gives("attributed"), AnyOf((unknown,)))))
    found = evaluate(case(claims=claims), rules, None)
    assert {one.status for one in found.values()} == {"unassessed"}


def test_different_values_are_shown_by_one_strand_of_each_origin() -> None:
    kinds = Origins(SUPPORT, at_least=2, different=("modality", 2), within=86_400.0)
    rules = book((rule("x", Gives("corroborated"), kinds),))
    photo, words = item("a", "A", modality="photo"), item("b", "A", modality="witness")
    other = item("c", "B", modality="photo", published="2024-01-03")
    assert judged(case(photo, other), rules).status == "unassessed"
    assert judged(case(photo, words, other), rules).status == "corroborated"
    assert judged(case(photo, words, {**other, "published": "2024-01-04"}), rules).status == "unassessed"


def test_a_prediction_sees_its_claim_as_of_the_end_of_its_window_and_the_grace() -> None:
    claims = [{"id": "c"}, {"id": "p", "kind": "prediction", "window": "2024-01-03", "resolves_on": "c"}]
    comes_true = Related("resolves_on", statuses=("attributed",))
    rules = book((rule("one", Gives("attributed"), Some(SUPPORT)), rule("out", Gives("borne_out"), comes_true)))
    late = case(item("a", "A", published="2024-01-07"), claims=claims)
    in_time = case(item("a", "A", published="2024-01-06"), claims=claims)
    assert [judged(given, rules, claim="p").status for given in (late, in_time)] == ["unassessed", "borne_out"]
    assert judged(late, rules, "2024-01-08").status == "attributed"


def test_the_oracle_imports_nothing_of_the_engine_that_it_checks() -> None:
    program = (
        "import sys, oracle.evaluate, oracle.generate\n"
        "print(*[name for name in sys.modules if name.startswith('corrob.verifying')])"
    )
    tests = Path(__file__).parent.parent
    ran = subprocess.run([sys.executable, "-c", program], cwd=tests, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""

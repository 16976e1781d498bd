"""Every stage by which a claim got its status, as a reader can check it by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from asking.explaining import confirming, item, story
from corrob.asking.tracing import trace
from corrob.model.answers import Cap, LostWay, TraceAnswer, TracedNeed, TracedOrigin, TracedRule
from corrob.model.rule import Rulebook, Selection, Some
from corrob.verifying.judge import Judge
from stories import book, case, judged

ENTAILED = "[{id: c, text: It burned}, {id: o, text: It burned down, entails: c}]"
CAPPED = "[{id: c, text: It burned}, {id: o, text: It was there, part_of: [{claim: c, required: true}]}]"


def traced(text: str, claim: str = "c", pack: str = "core") -> TraceAnswer:
    return trace(judged(text, None, pack), claim)


def under(rulebook: Rulebook, text: str) -> TraceAnswer:
    return trace(Judge(rulebook, "direct").judge(case(text)), "c")


def test_an_unknown_claim_is_an_error() -> None:
    with pytest.raises(KeyError, match="zzz"):
        traced(story(), "zzz")


# strands


def test_own_bearings_come_before_inherited_ones_each_in_the_order_of_the_case() -> None:
    found = traced(story(item("e1", "a", on="o"), item("e2", "b"), item("e3", "d"), claims=ENTAILED)).strands
    assert [(s.number, s.item, s.who, s.relation, s.written_for) for s in found] == [
        (1, "e2", "The Bulletin", "own", "c"),
        (2, "e3", "The Daily", "own", "c"),
        (3, "e1", "The Agency", "inherited", "o"),
    ]


def test_each_way_goes_item_by_item_to_its_root() -> None:
    quoting = "derived_from: [{from: e1, how: quoted}, {unnamed: an aide, how: quoted}, {from: m, how: repost}]"
    more = "media: [{id: m, type: video}]"
    found = traced(story(item("e1", "a"), item("e2", "b", more=quoting), more=f"    {more}")).strands
    assert [(s.via, s.root_kind, s.root) for s in found] == [
        (("e1",), "item", "e1"),
        (("e2", "e1"), "item", "e1"),
        (("e2",), "unnamed", "unnamed: an aide"),
        (("e2",), "media", "m"),
    ]


def test_a_strand_that_runs_in_a_circle_has_no_root_and_no_origin() -> None:
    circle = [item(f"e{n}", "a", more=f"derived_from: [{{from: e{3 - n}, how: quoted}}]") for n in (1, 2)]
    assert [(s.root_kind, s.root, s.origin) for s in traced(story(*circle)).strands] == [("circle", "", None)] * 2


def test_the_fields_that_rules_ask_for_are_told_in_words_and_no_others() -> None:
    (strand,) = traced(story(item("e1", "a", more="act: assertion, adds: [geolocation, interview]"))).strands
    assert (strand.facts["reliability"], strand.facts["adds"], strand.facts["value"], strand.facts["superseded"]) == (
        "B", "geolocation, interview", "unknown", "no",
    )  # fmt: skip
    assert strand.attributes == {"bare_denial": "no", "credible": "yes"}
    plain = replace(
        confirming(),
        tables=(),
        sets=(),
        removals=(),
        rules=(),
        stages=(),
        counted={"supports": "seen", "refutes": "seen"},
    )
    (bare,) = under(plain, story(item("e1", "a"))).strands
    assert (bare.facts, bare.attributes) == ({"date": "2024-01-01"}, {})


def test_a_bearing_whose_ways_all_lead_nowhere_is_named() -> None:
    text = story(
        item("e1", "a", more="retracted: '2024-01-01'"),
        item("e2", "b", more="derived_from: [{from: e1, how: quoted}]"),
    )
    assert (traced(text).strands, traced(text).lost) == ((), (LostWay("e2", "c"),))


# origins, removals and sets


def test_origins_are_named_by_their_earliest_root_with_the_ties_that_roots_share() -> None:
    sources = "sources:\n    - {id: p, reliability: B, controlled_by: state}\n    - {id: q, reliability: B, controlled_by: state}\n    - {id: state, name: The State}"
    text = f"""
    {sources}
    claims: [{{id: c, text: t}}]
    evidence:
    - {{{item("e2", "p")}}}
    - {{{item("e1", "q")}}}
    """
    assert traced(text).origins == (TracedOrigin("e1", ("e2", "e1"), ("under The State",), (1, 2)),)
    assert [strand.origin for strand in traced(text).strands] == ["e1", "e1"]


def test_removals_tell_what_they_took_and_whether_they_fired_at_all() -> None:
    text = story(item("e1", "a", more="act: denial", stance="refutes"), item("e2", "a", more="act: admission"))
    found = {one.rule: one for one in traced(text).removals}
    assert (found["core/taken-back"].strands, found["core/taken-back"].fired) == ((1,), True)
    assert (found["core/other-place"].strands, found["core/other-place"].fired) == ((), True)
    assert found["core/taken-back"].where == "superseded yes"
    artifact = traced(
        story(item("e1", "a"), claims="[{id: c, text: t, about_media: m}]", more="    media: [{id: m, type: video}]")
    )
    assert [one.rule for one in artifact.removals if not one.fired] == ["core/manufactured-media"]


def test_sets_are_told_with_their_strands_and_the_number_of_origins() -> None:
    found = {one.name: one for one in traced(story(item("e1", "a"), item("e2", "x"))).sets}
    assert list(found)[:2] == ["seen", "bearings"]
    assert [(one.strands, one.items, one.origins) for one in (found["seen"], found["credible_support"])] == [
        ((1, 2), ("e1", "e2"), 2),
        ((1,), ("e1",), 1),
    ]
    assert (found["credible_support"].source, found["credible_support"].where) == (
        "said_plainly",
        "stance supports, credible yes",
    )


# rules and status


def rules(text: str, *needs: Some) -> dict[str, TracedRule]:
    return {one.rule: one for one in under(confirming(*needs), text).rules}


def test_a_rule_fires_or_tells_the_first_need_that_is_not_met_or_the_claims_that_it_is_for() -> None:
    found = rules(story(item("e1", "a")), Some(Selection("seen")))
    assert found["core/mine"] == TracedRule(
        "core/mine", "Mine", "gives confirmed", "confirmed", len(book("core").stages) + 1, "fired", (TracedNeed("some seen", "met"),)
    )  # fmt: skip
    origins = found["core/independent-origins-agree"]
    assert (origins.answer, origins.reason) == ("not fired", "not met: at least 2 origins in credible_support")
    assert (found["core/window-past"].answer, found["core/window-past"].reason) == ("does not apply", "kind prediction")


def test_a_beaten_rule_names_what_beats_it() -> None:
    plain = confirming(Some(Selection("seen")))
    mine = replace(plain.rules[-1], beats=("core/credible-support",))
    beating = replace(plain, rules=(*plain.rules[:-1], mine), stages=(*plain.stages[:-1], (mine,)))
    found = {one.rule: one for one in under(beating, story(item("e1", "a"))).rules}["core/credible-support"]
    assert (found.answer, found.beaten_by) == ("beaten", ("core/mine",))


def test_the_status_is_told_before_and_after_caps_with_each_claim_that_could_hold_it_down() -> None:
    two = item("e1", "a"), item("e2", "b")
    free = traced(story(*two, claims=CAPPED))
    held = traced(story(*two, item("e3", "d", on="o", stance="refutes"), claims=CAPPED))
    assert [(one.settled, one.result.status, one.caps) for one in (free, held)] == [
        ("corroborated", "corroborated", (Cap("o", "unassessed", holds=False),)),
        ("corroborated", "unverified", (Cap("o", "unverified", holds=True),)),
    ]


def test_of_a_denial_the_stages_are_those_of_what_it_denies() -> None:
    text = story(item("e1", "a"), claims="[{id: c, text: It burned}, {id: n, text: It did not, negates: c}]")
    found = traced(text, "n")
    assert (found.text, found.denies, found.strands) == ("It did not", "c", traced(text).strands)
    assert traced(text).denies == ""

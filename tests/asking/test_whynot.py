"""Why a claim has not a status: what stands in the way of the rules, and the least that leads there, in words."""

from __future__ import annotations

import pytest

from asking.explaining import confirming, item, story
from corrob.asking.whynot import why_not
from corrob.model.answers import Way, WhyNotAnswer
from corrob.model.rule import Compare, FieldTest, Is, Origins, Selection, Some
from corrob.verifying.judge import Judge
from stories import case, judged

DENIED = "[{id: c, text: It burned}, {id: n, text: It did not, negates: c}]"
WHOLE = "[{id: c, text: By night}, {id: p, text: It burned, part_of: [{claim: c, required: true}]}]"
SAID = "[{id: c, text: It burned}, {id: s, text: No, kind: speech_act, about_claim: c, about_sources: [a], acts: [denial]}]"
FORETOLD = "[{id: p, text: It will, kind: prediction, window: '2024-02-01', resolves_on: c}, {id: c, text: It burned}]"
ONE = "one more item of a new source, graded C or better, that supports c"


def answer(
    text: str, status: str, claim: str = "c", size: int = 3, as_of: str | None = None, pack: str = "core"
) -> WhyNotAnswer:
    return why_not(judged(text, as_of, pack), claim, status, size)


def told(found: WhyNotAnswer) -> list[str]:
    return [" + ".join(way.changes) for way in found.ways]


def rules(found: WhyNotAnswer) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(rule.rule, rule.missing, rule.obstacles) for rule in found.rules]


def test_one_more_origin_is_told_with_the_rule_that_lacks_it_and_with_what_was_tried() -> None:
    found = answer(story(item("e1", "a")), "corroborated")
    assert (found.least, found.ways) == (1, (Way((ONE,)),))
    assert (found.kinds, found.changes, found.tried, found.note) == (6, 1, 7, "")
    assert rules(found) == [("core/independent-origins-agree", 1, ())]


def test_two_more_of_a_kind_are_told_as_two() -> None:
    found = answer(story(), "corroborated")
    assert (found.least, told(found)) == (2, ["two more items of new sources, graded C or better, that support c"])


def test_within_a_smaller_bound_nothing_is_found_and_all_of_it_was_tried() -> None:
    found = answer(story(), "corroborated", size=1)
    assert (found.size, found.least, found.ways, found.tried) == (1, 0, (), 7)


def test_a_source_that_is_there_can_be_graded_instead() -> None:
    found = answer(story(item("e1", "x"), item("e2", "a")), "corroborated")
    assert told(found) == [ONE, "x (A channel) graded C or better"]


def test_an_item_that_stands_against_it_has_to_go() -> None:
    text = story(item("e1", "a"), item("e2", "b"), item("e3", "d", stance="refutes"))
    assert told(answer(text, "corroborated")) == ["e3 withdrawn"]


def test_a_denial_is_told_by_what_it_denies() -> None:
    found = answer(story(item("e1", "a", stance="refutes"), claims=DENIED), "corroborated", "n")
    assert found.note == "It denies c, which would have to be doubtful."
    assert found.ways == (Way((ONE.replace("supports", "refutes"),), 1),)
    assert rules(found)[0] == ("core/independent-origins-oppose", 1, ())
    assert rules(found)[1][2] == ("it is for other claims: kind speech_act",)


def test_a_claim_that_is_held_down_is_led_through_the_claim_that_holds_it() -> None:
    text = story(item("e1", "a"), item("e2", "b"), item("e3", "d", on="p"), claims=WHOLE)
    found = answer(text, "corroborated")
    assert told(found) == ["e3 withdrawn", ONE.replace("supports c", "supports p")]
    assert rules(found) == [("core/independent-origins-agree", 0, ("it can stand no higher than p",))]


def test_the_record_of_what_was_said_is_what_is_missing() -> None:
    found = answer(story(item("e1", "a"), claims=SAID), "confirmed", "s")
    assert told(found) == ["the record itself of an act of a: denial"]


def test_what_decides_a_prediction_is_to_be_known_in_time() -> None:
    found = answer(story(item("e1", "a"), claims=FORETOLD), "borne_out", "p", as_of="2024-03-01")
    assert (found.result.status, found.least) == ("lapsed", 1)
    assert ONE in told(found)
    assert rules(found) == [("core/came-true", 1, ())]


def test_a_claim_that_is_held_down_needs_no_more_of_its_own_than_what_holds_it_down_leaves() -> None:
    for_and_against = [item("e1", "a", on="p"), item("e2", "b", on="p", stance="refutes")]
    found = answer(story(*for_and_against, claims=WHOLE), "disputed")
    assert (found.result.status, found.least) == ("unassessed", 1)
    assert ONE in told(found)


def test_a_grade_is_told_with_or_better_only_where_every_better_one_will_do() -> None:
    exactly = confirming(Some(Selection("seen", (FieldTest("reliability", (Is(("C",)),)),))))
    found = why_not(Judge(exactly, "direct").judge(case(story(item("e1", "a")))), "c", "confirmed")
    assert "one more item of a new source, graded C, that supports c" in told(found)


def test_grades_are_told_that_do_it_together() -> None:
    good, fair = (Selection("credible_support", (FieldTest("reliability", (Compare("at_least", x),)),)) for x in "BC")
    asked = Judge(confirming(Some(good), Origins(fair, at_least=2)), "direct")
    found = why_not(asked.judge(case(story())), "c", "confirmed")
    assert found.ways[0].changes == (ONE, ONE.replace("C or better", "B or better"))


def test_a_status_that_no_rule_gives_is_told_so() -> None:
    default = answer(story(item("e1", "a")), "unassessed")
    assert default.note == "No rule gives unassessed: a claim has it where no rule fires."
    assert (told(default), default.rules) == (["e1 withdrawn"], ())
    conflict = answer(story(item("e1", "a"), item("e2", "b")), "disputed")
    assert told(conflict) == ["one more item of a new source, graded C or better, that refutes c"]


def test_a_status_that_is_for_other_claims_is_not_searched_for() -> None:
    found = answer(story(item("e1", "a")), "lapsed")
    assert found.note == "No rule gives lapsed to such a claim, whatever the evidence."
    assert (found.tried, found.kinds, found.changes, found.ways) == (0, 0, 0, ())
    assert rules(found)[0][2] == ("it is for other claims: kind prediction",)


def test_a_status_that_it_has_needs_nothing() -> None:
    found = answer(story(item("e1", "a")), "attributed")
    assert (found.note, found.tried, found.ways, found.rules) == ("It is attributed.", 0, (), ())


@pytest.mark.parametrize(("claim", "status"), [("zzz", "corroborated"), ("c", "zzz")])
def test_an_unknown_claim_or_status_is_an_error(claim: str, status: str) -> None:
    with pytest.raises(KeyError, match="zzz"):
        answer(story(), status, claim)

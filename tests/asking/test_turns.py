"""Why a rule gives a status on one side alone: its needs, other rules, caps, denials."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from asking.editing import AGREE, LONE, change, edited, needing, with_rule
from asking.explaining import item, story
from corrob.model.comparison import Switch, Turn
from corrob.model.rule import ClaimIs, FieldTest, Gives, Is, Need, Nothing, Origins, Related, Selection, Some
from stories import book

SUPPORT, OPPOSITION, SEEN = map(Selection, ("credible_support", "credible_opposition", "seen"))
ONE, TWO = story(item("e1", "a")), story(item("e1", "a"), item("e2", "b"))
OPPOSED = story(item("e1", "a"), item("e2", "b"), item("e3", "d", stance="refutes"))
NONE_OPPOSES = Nothing(OPPOSITION)
PART = "[{id: c, text: It burned}, {id: d, text: It was there, part_of: [{claim: c, required: true}]}]"
DENIED = "[{id: c, text: It burned}, {id: n, text: It did not, negates: c}]"


def at_least(number: int) -> Origins:
    return Origins(SUPPORT, at_least=number)


def rule(name: str) -> Switch:
    """Give what is told of a rule in any case."""
    found = next(one for one in book("core").rules if one.id == name)
    return Switch(name, found.title, str(found.span), "")


def lost(why: str, turns: tuple[Turn, ...] = (), by: tuple[str, ...] = (), name: str = AGREE) -> tuple[Switch, ...]:
    return (replace(rule(name), why=why, turns=turns, by=by),)


def test_a_need_whose_words_were_edited_is_told_as_one_with_both() -> None:
    stricter = needing(AGREE, at_least(3), NONE_OPPOSES)
    words = "at least 2 origins in credible_support", "at least 3 origins in credible_support"
    harder, easier = change("core", stricter, TWO), change(stricter, "core", TWO)
    assert harder.lost == lost("needs", (Turn(words[0], "met", words[1], "not met"),))
    assert easier.gained == lost("needs", (Turn(words[1], "not met", words[0], "met"),))


def test_the_rule_that_comes_in_or_goes_for_it_gives_way_to_it() -> None:
    stricter = needing(AGREE, at_least(3), NONE_OPPOSES)
    assert change("core", stricter, TWO).gained == lost("outranked", by=(AGREE,), name=LONE)
    assert change(stricter, "core", TWO).lost == lost("outranked", by=(AGREE,), name=LONE)


def test_a_need_that_is_asked_for_anew_has_no_words_before() -> None:
    asking = needing(AGREE, at_least(2), NONE_OPPOSES, ClaimIs(FieldTest("kind", (Is(("state",)),))))
    told = change("core", asking, TWO)
    assert told.lost == lost("needs", (Turn("", "", "the claim's kind state", "not met"),))
    assert change(asking, "core", TWO).gained == lost("needs", (Turn("the claim's kind state", "not met", "", ""),))


def test_what_a_rule_applies_to_is_a_need_like_the_others() -> None:
    test = FieldTest("kind", (Is(("state",)),))
    narrowed = edited(AGREE, lambda one: replace(one, applies_to=(test,)))
    (switch,) = change("core", narrowed, TWO).lost
    assert [(turn.new, turn.new_answer) for turn in switch.turns] == [("the claim's kind state", "not met")]


def test_the_same_words_may_have_another_answer_on_other_data() -> None:
    words = "at least 2 origins in credible_support"
    assert change("core", "core", TWO, ONE).lost == lost("needs", (Turn(words, "met", words, "not met"),))
    assert change("core", "core", ONE, TWO).gained == lost("needs", (Turn(words, "not met", words, "met"),))
    none = "no credible_opposition"
    assert change("core", "core", TWO, OPPOSED).lost == lost("needs", (Turn(none, "met", none, "not met"),))


def test_needs_that_ask_about_different_things_are_never_paired() -> None:
    other = needing(AGREE, at_least(2), Some(SEEN), Nothing(Selection("credible_support")))
    (switch,) = change("core", other, TWO).lost
    assert switch.turns == (Turn("", "", "no credible_support", "not met"),)


KIND, NO_KIND = (ClaimIs(FieldTest("kind", (one,))) for one in (Is(("event",)), Is(("state",))))
DATED = ClaimIs(FieldTest("superseded", (Is((True,)),)))


@pytest.mark.parametrize(
    ("before", "after", "paired"),
    [
        (KIND, NO_KIND, True),
        (KIND, DATED, False),
        (Related("part_of", "none", ("open",)), Related("part_of", "some", ("open",)), True),
        (Related("part_of", "none", ("open",)), Related("entails", "some", ("open",)), False),
    ],
)
def test_needs_about_claims_are_paired_by_field_and_relation(before: Need, after: Need, paired: bool) -> None:
    stricter, plain = needing(AGREE, at_least(2), after), needing(AGREE, at_least(2), before)
    (switch,) = change(plain, stricter, TWO).lost or change(stricter, plain, TWO).gained
    assert [bool(turn.old and turn.new) for turn in switch.turns] == [paired]


def test_a_rule_that_one_side_does_not_have_is_absent_there() -> None:
    without = book("core").without(AGREE)
    assert change("core", without, TWO).lost == lost("absent")
    assert change(without, "core", TWO).gained == lost("absent")


def test_a_rule_that_is_beaten_names_those_that_beat_it() -> None:
    beating = with_rule("unverified", Some(SUPPORT), beats=(AGREE,))
    assert change("core", beating, TWO).lost == lost("beaten", by=("core/mine",))
    assert change(beating, "core", TWO).gained == lost("beaten", by=("core/mine",))


def test_a_rule_that_is_outranked_names_the_one_that_gives_the_status() -> None:
    higher = with_rule("confirmed", Some(SUPPORT))
    assert change("core", higher, TWO).lost == lost("outranked", by=("core/mine",))


def test_a_conflict_leaves_the_rule_of_the_one_side_in_place_and_names_that_of_the_other() -> None:
    against = with_rule("doubtful", Some(SUPPORT))
    told = change("core", against, TWO)
    assert (told.new and told.new.status, told.new and told.new.rule) == ("disputed", None)
    assert (told.lost, [one.rule for one in told.gained]) == ((), ["core/mine"])
    back = change(against, "core", TWO)
    assert ([one.rule for one in back.lost], back.gained) == (["core/mine"], ())


def test_a_rule_that_gives_another_status_says_which() -> None:
    lower = edited(AGREE, lambda one: replace(one, effect=Gives("attributed")))
    assert change("core", lower, TWO).lost == lost("gives", by=("attributed",))


def test_a_claim_that_is_held_down_names_what_holds_it() -> None:
    joined = story(item("e1", "a"), item("e2", "b"), item("e3", "d", on="d"), claims=PART)
    apart = joined.replace("required: true", "required: false")
    told, turned = change("core", "core", apart, joined), change("core", "core", joined, apart)
    assert (told.fields[0], "capped_by" in told.fields) == ("status", True)
    assert (told.lost, told.gained) == (lost("capped", by=("d",)), ())
    assert (turned.lost, turned.gained) == ((), lost("capped", by=("d",)))


def test_of_a_denial_the_rules_are_those_of_what_it_denies() -> None:
    told = change(
        "core", book("core").without(AGREE), story(item("e1", "a"), item("e2", "b"), claims=DENIED), claim="n"
    )
    assert (told.denies, told.lost) == ("c", lost("absent"))


def test_a_claim_that_becomes_a_denial_is_told_so() -> None:
    claims = "[{id: c, text: It burned}, {id: n, text: It did not}]"
    before = story(item("e1", "a", on="n"), item("e2", "b", on="n"), claims=claims)
    told = change("core", "core", before, before.replace("It did not}", "It did not, negates: c}"), claim="n")
    assert [(one.rule, one.why) for one in told.lost] == [(AGREE, "turned")]
    denied = before.replace("It did not}", "It did not, negates: c}").replace("claim: n", "claim: c")
    told = change("core", "core", before, denied, claim="n")
    assert [(one.rule, one.why) for one in (*told.lost, *told.gained)] == [(AGREE, "turned")] * 2


@pytest.mark.parametrize("unlike", [at_least(2), Origins(OPPOSITION, at_least=2)])
def test_a_rule_of_which_every_need_stays_is_not_told(unlike: Origins) -> None:
    easier = with_rule("attributed", unlike)
    assert [(one.rule, one.why) for one in change("core", easier, ONE, TWO).lost] == [(LONE, "outranked")]

"""Needs, tests and effects, in sentences that an editor would write."""

from __future__ import annotations

from math import inf, nextafter

import pytest

from corrob import dates
from corrob.asking import prose
from corrob.model.rule import (
    Acts,
    AllOf,
    AnyOf,
    ClaimIs,
    Compare,
    Exists,
    FieldTest,
    Found,
    Is,
    Moment,
    Need,
    Not,
    Nothing,
    Origins,
    Related,
    Selection,
    Some,
    Suspect,
    Test,
    Unless,
)
from rulebook.shelf import Shelf

GOOD = Selection("good")
SPAN = dates.interval("2024-01-02/2024-01-05")


def flag(name: str, value: bool) -> FieldTest:
    return FieldTest(name, (Is((value,)),))


def word(name: str, *values: str) -> FieldTest:
    return FieldTest(name, (Is(values),))


FIRST_HAND = Selection("good", (flag("first_hand", value=True),))


@pytest.mark.parametrize(
    ("tests", "words"),
    [
        ((Is(("a",)),), "whose `f` is `a`"),
        ((Is(("a", "b", "c")),), "whose `f` is `a`, `b` or `c`"),
        ((Compare("at_least", "C"),), "whose `f` is at least `C`"),
        ((Compare("above", 2.5), Compare("below", 3.0)), "whose `f` is above `2.5` and is below `3`"),
        ((Moment("before", SPAN.start),), "whose `f` ends before 2024-01-02"),
        (
            (Moment("after", nextafter(SPAN.start, -inf)), Moment("before", nextafter(SPAN.end, inf))),
            "whose `f` begins on or after 2024-01-02 and ends on or before 2024-01-05",
        ),
        ((Exists(wanted=True),), "whose `f` is known"),
        ((Exists(wanted=False),), "whose `f` is not known"),
        ((Unless((Is(("a",)),)),), "whose `f` is not `a`"),
        ((Unless((Is(("a", "b")),)),), "whose `f` is neither `a` nor `b`"),
        ((Unless((Exists(wanted=True),)),), "whose `f` is not known"),
        ((Unless((Compare("above", 1.0), Compare("below", 3.0))),),
         "whose `f` does not pass this: it is above `1` and is below `3`"),
        ((Is((True,)),), "for which `f` holds"),
        ((Is((False,)),), "for which `f` does not hold"),
    ],
)  # fmt: skip
def test_a_test_is_a_relative_clause(tests: tuple[Test, ...], words: str) -> None:
    assert prose.where([FieldTest("f", tests)]) == words


def test_several_tests_are_one_clause_words_first_and_flags_together() -> None:
    every = [
        flag("a", value=True),
        word("b", "x"),
        flag("c", value=False),
        flag("d", value=False),
        flag("e", value=True),
    ]
    assert prose.where(every) == "whose `b` is `x` and for which `a` and `e` hold and neither `c` nor `d` holds"
    twice = [FieldTest("kind", (Unless((Is(("a",)),)),)), word("kind", "b")]
    assert prose.where(twice) == "whose `kind` is not `a` and is `b`"
    assert prose.where([]) == ""


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (Origins(GOOD, at_least=1), "there is at least 1 independent origin in `good`"),
        (Origins(GOOD, at_least=2, at_most=3), "there are at least 2 and at most 3 independent origins in `good`"),
        (Origins(GOOD, at_most=1), "there is at most 1 independent origin in `good`"),
        (Origins(FIRST_HAND, at_least=3, different=("act", 2), within=30 * dates.DAY),
         "there are at least 3 independent origins in `good`, counting only strands for which `first_hand` holds, "
         "with at least 2 different values of `act`, within 30 days of one another"),
        (Some(FIRST_HAND), "there is a strand in `good` for which `first_hand` holds"),
        (Nothing(GOOD), "there is no strand in `good`"),
        (Suspect(GOOD), "suspect ties join some of the origins in `good`"),
        (ClaimIs(word("kind", "event")), "the claim's `kind` is `event`"),
        (Related("parts", "every", ("a", "b")), "every claim that `parts` leads to is `a` or `b`"),
        (Related("parts", "some", (), "denied_by"), "at least one claim that `parts` leads to has the note `denied_by`"),
        (Related("parts", "none", ("a",)), "no claim that `parts` leads to is `a`"),
        (Acts("every", primary_record=True),
         "the latest act of every source that the claim is about is one of those claimed, and a record shows it"),
        (Acts("some"), "the latest act of some source that the claim is about is one of those claimed"),
        (Found("denied_by"), "another rule has noted `denied_by`"),
        (AnyOf((Some(GOOD), Nothing(GOOD))), "either there is a strand in `good` or there is no strand in `good`"),
        (AnyOf((Some(GOOD),)), "there is a strand in `good`"),
        (AllOf((Some(GOOD), Found("x"))), "there is a strand in `good` and another rule has noted `x`"),
        (Not(Some(GOOD)), "it is known to be false that there is a strand in `good`"),
    ],
)  # fmt: skip
def test_a_need_is_a_clause(need: Need, words: str) -> None:
    assert prose.need(need) == words


def test_a_flag_of_a_claim_is_said_of_the_claim() -> None:
    assert prose.need(ClaimIs(flag("f", value=True))) == "for the claim, `f` holds"
    assert prose.need(ClaimIs(flag("f", value=False))) == "for the claim, `f` does not hold"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("gives: sure", "gives `sure`"),
        ("gives: sure, confidence: low", "gives `sure`, with low confidence to begin with"),
        ("finds: x", "notes `x`"),
        ("finds: x, value: tacit", "notes `x` as `tacit`"),
        (
            "finds: x, listing: source, needs: [{some: good}]",
            "notes `x`, with every `source` that the first need finds",
        ),
        ("removes: {act: denial}", "takes out, before anything is counted, every strand whose `act` is `denial`"),
        ("raises: confidence", "raises the confidence by one step"),
        ("lowers: confidence", "lowers the confidence by one step"),
    ],
)
def test_an_effect_is_said_as_what_the_rule_does(shelf: Shelf, rule: str, words: str) -> None:
    assert prose.effect(shelf.rule(f"rules: [{{id: r, {rule}}}]")) == words


def test_a_clause_becomes_a_sentence() -> None:
    assert prose.sentence("there is one") == "There is one."

"""Needs and tests, in the words that a reader of an explanation sees."""

from __future__ import annotations

from math import inf, nextafter

import pytest

from corrob import dates
from corrob.asking import phrases
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
PLAIN = Selection("good", (FieldTest("hedged", (Is((False,)),)), FieldTest("bloc", (Is(("east", "west")),))))
EVENT = ClaimIs(FieldTest("kind", (Is(("event",)),)))
SPAN = dates.interval("2024-01-02/2024-01-05")


@pytest.mark.parametrize(
    ("tests", "words"),
    [
        ((Is(("supports",)),), "f supports"),
        ((Is(("supports", "refutes")),), "f supports or refutes"),
        ((Is((True,)),), "f yes"),
        ((Is((False,)),), "f no"),
        ((Compare("at_least", "C"),), "f at least C"),
        ((Compare("at_most", 30.0),), "f at most 30"),
        ((Compare("above", 2.5), Compare("below", 3.0)), "f above 2.5 and below 3"),
        ((Moment("before", SPAN.start),), "f before 2024-01-02"),
        ((Moment("after", SPAN.end),), "f after 2024-01-05"),
        (
            (Moment("after", nextafter(SPAN.start, -inf)), Moment("before", nextafter(SPAN.end, inf))),
            "f from 2024-01-02 and up to 2024-01-05",
        ),
        ((Moment("before", dates.point("2024-01-02T10:30:00.5Z").start),), "f before 2024-01-02T10:30:00.500000Z"),
        ((Exists(wanted=True),), "f known"),
        ((Exists(wanted=False),), "f unknown"),
        ((Unless((Is(("satire",)),)),), "f not satire"),
        ((Unless((Compare("at_least", "C"), Compare("at_most", "A"))),), "f not at least C and at most A"),
    ],
)
def test_a_test_of_a_field_says_what_passes(tests: tuple[Test, ...], words: str) -> None:
    assert phrases.tests([FieldTest("f", tests)]) == words


def test_several_tests_stand_in_a_row() -> None:
    assert phrases.tests(PLAIN.where) == "hedged no, bloc east or west"
    assert phrases.tests(()) == ""


def test_a_selection_is_its_set_with_what_is_asked_besides() -> None:
    assert phrases.selection(GOOD) == "good"
    assert phrases.selection(PLAIN) == "good (hedged no, bloc east or west)"


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (Origins(GOOD, at_least=2), "at least 2 origins in good"),
        (Origins(GOOD, at_most=0), "at most 0 origins in good"),
        (Origins(GOOD, at_least=1), "at least 1 origin in good"),
        (Origins(GOOD, at_least=1, at_most=3), "at least 1 and at most 3 origins in good"),
        (
            Origins(PLAIN, at_least=3, different=("modality", 2), within=30 * dates.DAY),
            "at least 3 origins in good (hedged no, bloc east or west), showing 2 different modality, within 30 days",
        ),
        (Origins(GOOD, at_least=2, within=dates.DAY / 2), "at least 2 origins in good, within 0.5 days"),
        (Some(GOOD), "some good"),
        (Some(PLAIN), "some good (hedged no, bloc east or west)"),
        (Nothing(GOOD), "no good"),
        (Suspect(GOOD), "suspect ties within good"),
        (EVENT, "the claim's kind event"),
        (Related("resolves_on", "some", ("sure", "likely")), "some of resolves_on: sure or likely"),
        (Related("parts", "every", (), "note"), "every of parts: found note"),
        (Acts("every"), "the latest act of every source is one of those claimed"),
        (
            Acts("some", primary_record=True),
            "the latest act of some source is one of those claimed, as the record itself",
        ),
        (Found("note"), "note was found"),
        (AnyOf((Some(GOOD), Found("note"))), "some good or note was found"),
        (AllOf((Some(GOOD), EVENT)), "some good and the claim's kind event"),
        (Not(Some(GOOD)), "not: some good"),
    ],
)
def test_a_need_says_what_is_asked(need: Need, words: str) -> None:
    assert phrases.need(need) == words


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (
            AllOf((AnyOf((Some(GOOD), Found("note"))), EVENT)),
            "(some good or note was found) and the claim's kind event",
        ),
        (
            AnyOf((Some(GOOD), AllOf((Found("note"), EVENT)))),
            "some good or (note was found and the claim's kind event)",
        ),
        (Not(AnyOf((Some(GOOD), Found("note")))), "not: (some good or note was found)"),
        (Not(AnyOf((Some(GOOD),))), "not: some good"),
    ],
)
def test_joined_needs_inside_others_stand_in_brackets(need: Need, words: str) -> None:
    assert phrases.need(need) == words


def test_both_ends_of_between_are_told_as_they_are_written(shelf: Shelf) -> None:
    where = "{from: good, where: {date: {between: [2024-01-02, 2024-01-05]}}}"
    rule = shelf.rule(f"rules: [{{id: r, gives: sure, needs: [{{some: {where}}}]}}]")
    assert [phrases.need(clause.need) for clause in rule.needs] == [
        "some good (date from 2024-01-02 and up to 2024-01-05)"
    ]

"""Patterns of changes of status: how they are written, and what they match."""

from __future__ import annotations

import pytest

from corrob.gating.transitions import Transition, matching, transition
from corrob.model.comparison import Change
from corrob.model.result import Result, Tally

STATUSES = ("attributed", "corroborated", "confirmed")


def result(status: str, rule: str | None = None) -> Result:
    return Result("k", "c", None, status, None, rule, Tally(), "")


def change(old: str, new: str) -> Change:
    """Write a change; an empty status is a side without the claim."""
    before, after = (result(status, side) if status else None for side, status in (("old", old), ("new", new)))
    return Change("k", "c", None, "t", ("status",), before, after)


@pytest.mark.parametrize("text", ["confirmed->*", "confirmed→*", " confirmed -> * ", "confirmed → *"])
def test_a_pattern_is_written_with_either_arrow(text: str) -> None:
    assert transition(text, STATUSES) == Transition(text, "confirmed", "*")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("confirmed", "'confirmed' is no change of status: write it as 'OLD->NEW', with * for any"),
        ("confirmed->", "'confirmed->' is no change of status: write it as 'OLD->NEW', with * for any"),
        ("*->*->*", "'*->*->*' is no change of status: write it as 'OLD->NEW', with * for any"),
        (
            "*->atributed",
            "'*->atributed': neither side's rules have a status 'atributed' did you mean 'attributed'?",
        ),
        ("zzz->*", "'zzz->*': neither side's rules have a status 'zzz'"),
        ("confirmed->confirmed", "'confirmed->confirmed' can never match: a status that stays is no change"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_told(text: str, told: str) -> None:
    assert transition(text, STATUSES) == told


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("confirmed->*", [True, False, False, False, False]),
        ("*->attributed", [True, True, False, False, False]),
        ("*->*", [True, True, False, False, False]),
        ("corroborated->attributed", [False, True, False, False, False]),
        ("attributed->corroborated", [False] * 5),
    ],
)
def test_only_a_real_change_of_status_matches(pattern: str, wanted: list[bool]) -> None:
    changes = [("confirmed", "attributed"), ("corroborated", "attributed"), ("confirmed", "confirmed")]
    read = transition(pattern, STATUSES)
    assert isinstance(read, Transition)
    assert [read.matches(change(*one)) for one in (*changes, ("", "attributed"), ("confirmed", ""))] == wanted


def test_the_patterns_that_match_are_given_with_how_often() -> None:
    patterns = [Transition(text, *text.split("->")) for text in ("*->*", "confirmed->*", "attributed->*")]
    changes = [change("confirmed", "attributed"), change("corroborated", "attributed")]
    assert matching(patterns, changes) == [("*->*", 2), ("confirmed->*", 1)]

"""One screen for people: what a claim comes to without some evidence."""

from __future__ import annotations

from corrob.model.answers import Change, Loss, StatusChange, WithoutAnswer
from corrob.reports.losing import losing
from reports.printing import coloured, printed, result, tone

LOST = (Loss("item", "e1", "e1 The Agency"), Loss("source", "b", "source b"))
NOTHING = WithoutAnswer(LOST, "It burned", result(), result())


def screen(told: WithoutAnswer) -> list[str]:
    return printed(lambda out: losing(out, told, tone))


def test_where_nothing_changes_this_is_said() -> None:
    assert screen(NOTHING) == [
        "c  It burned",
        "    ATTRIBUTED",
        "",
        "Without e1 The Agency, source b:",
        "  nothing changes for c.",
        "",
        "No other claim of the case gets another status.",
    ]


def test_each_change_is_told_from_and_to_and_then_the_other_claims() -> None:
    changes = (
        Change("status", "attributed", "doubtful"),
        Change("origins.supports", "2: e1, e2", "none"),
        Change("origins.refutes", "none", "1: e3"),
        Change("notes.denied_by", "", "m"),
        Change("confidence_steps", "Two kinds", ""),
    )
    others = (StatusChange("d", "It was there", "attributed", "unassessed"),)
    assert screen(WithoutAnswer(LOST[:1], "It burned", result(), result(), changes, others)) == [
        "c  It burned",
        "    ATTRIBUTED",
        "",
        "Without e1 The Agency:",
        "  status            - attributed",
        "                    + doubtful",
        "  for               - 2: e1, e2",
        "                    + none",
        "  against           - none",
        "                    + 1: e3",
        "  denied by         - nothing",
        "                    + m",
        "  confidence steps  - Two kinds",
        "                    + nothing",
        "",
        "Other claims that get another status:",
        "  d  attributed → unassessed  It was there",
    ]


def test_what_goes_is_red_and_what_comes_is_green_and_statuses_have_the_colour_of_their_scale() -> None:
    told = WithoutAnswer(
        LOST,
        "t",
        result(),
        result(),
        (Change("status", "x", "y"),),
        (StatusChange("d", "t", "attributed", "doubtful"),),
    )
    shown = coloured(lambda out: losing(out, told, tone))
    for part in ("\x1b[31m- x", "\x1b[32m+ y", "\x1b[32mattributed", "\x1b[31mdoubtful"):
        assert part in shown

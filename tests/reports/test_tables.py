"""Tables for people: verdicts, timelines, expectations that are not met."""

from __future__ import annotations

import pytest

from corrob.model.case import Case, Claim
from corrob.model.result import Mismatch, Result, Side
from corrob.reports import tables
from reports.printing import coloured, printed, result, tone

STORY = Case(1, "story", (Claim("c", "It burned"), Claim("d", "It stood")), title="A fire")
ONE, DOUBTED = Side(1, 1, ("e1",)), Side(5, 3, ("e1", "e2", "e3", "e4", "e5"))


def verdicts(*results: Result, case: Case = STORY) -> list[str]:
    """Give the table of verdicts, without the empty lines and the rule under its head."""
    lines = printed(lambda out: tables.verdicts(out, case, results, tone))
    return [line for line in lines if line.strip() and "─" not in line]


def test_a_verdict_has_its_counts_its_words_its_reason_and_its_notes() -> None:
    first = result(supports=ONE, confidence="low", notes={"denied_by": ("m", "n"), "range": ("7 (e1)",)})
    assert verdicts(first, result("d", "unassessed")) == [
        "story",
        "A fire",
        " claim   status       for   against",
        " c       attributed   1     0         It burned",
        "         low                          So it is.",
        "                                      denied by: m, n",
        "                                      range: 7 (e1)",
        " d       unassessed   0     0         It stood",
        "                                      So it is.",
    ]


def test_a_case_without_a_title_has_none_and_the_date_is_told() -> None:
    untitled = Case(1, "story", STORY.claims)
    lines = printed(lambda out: tables.verdicts(out, untitled, [result(as_of="2024-01-02")], tone))
    assert lines[:3] == ["story, as of 2024-01-02", "", " claim   status       for   against"]


@pytest.mark.parametrize(("supports", "refutes"), [(DOUBTED, None), (None, DOUBTED)])
def test_counts_that_suspect_ties_lower_are_ranges_and_explained(supports: Side | None, refutes: Side | None) -> None:
    told = verdicts(result(supports=supports, refutes=refutes))
    assert "3-5" in told[3]
    assert told[-1] == "for, against: independent origins; 3-5 means 5, or 3 if suspect ties are merged"


@pytest.mark.parametrize(
    ("status", "colour"), [("attributed", "32"), ("doubtful", "31"), ("disputed", "33"), ("unassessed", "")]
)
def test_a_status_has_the_colour_of_its_scale(status: str, colour: str) -> None:
    shown = coloured(lambda out: tables.verdicts(out, STORY, [result(status=status)], tone))
    assert (f"\x1b[{colour}m{status}" if colour else f" {status} ") in shown


def test_a_timeline_tells_the_first_status_and_each_change() -> None:
    days = [
        ("2024-01-01", (result("c", "unassessed", because="Nothing."), result("d", because="Said."))),
        ("2024-01-02", (result("c", because="Said."), result("d", because="Said again."))),
        ("2024-01-03", (result("c", "unassessed", because="Taken back."), result("d", because="Said again."))),
    ]
    assert printed(lambda out: tables.timeline(out, STORY, days, tone)) == [
        "c  It burned",
        "  2024-01-01  unassessed  Nothing.",
        "  2024-01-02  attributed  Said.",
        "  2024-01-03  unassessed  Taken back.",
        "d  It stood",
        "  2024-01-01  attributed  Said.",
    ]


def test_an_expectation_that_is_not_met_tells_its_place_both_values_its_date_and_its_note() -> None:
    plain = Mismatch("story", "c", None, "status", "open", "disputed")
    dated = Mismatch("story", "d", "2024-01-02", "confidence", "low", "none", note="so we agreed")
    assert printed(lambda out: tables.mismatches(out, [("a.yaml:3:5", plain), ("a.yaml:4:5", dated)])) == [
        "a.yaml:3:5: story c: status expected open, found disputed",
        "a.yaml:4:5: story d as of 2024-01-02: confidence expected low, found none",
        "    so we agreed",
    ]


def test_what_a_case_says_is_never_read_as_markup() -> None:
    odd = Case(1, "[red]story", (Claim("c", "[bold]It :fire: burned[/bold]"),))
    told = verdicts(result(because="[link]So[/]"), case=odd)
    assert told[0] == "[red]story"
    assert "[bold]It :fire: burned[/bold]" in told[2]
    assert "[link]So[/]" in told[3]

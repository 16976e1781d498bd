"""One screen for people: what would give a status, and how far it was looked."""

from __future__ import annotations

from msgspec.structs import replace

from corrob.model.answers import NearRule, Way, WhyNotAnswer
from corrob.model.explanation import NeedLine
from corrob.reports.whynot import SHOWN, whynot
from reports.printing import coloured, printed, result, tone

RULE = NearRule("p/r", "They agree", "r.yaml:3", (NeedLine("some e", "not met"),), 1, ("q beats it",))
FOUND = WhyNotAnswer(
    result(),
    "It burned",
    "confirmed",
    3,
    (RULE,),
    (Way(("a graded C",)), Way(("x", "y"), 1)),
    1,
    2,
    1,
    1_003,
    together=2,
)
HEAD = ["c  It burned", "    ATTRIBUTED", ""]


def screen(told: WhyNotAnswer) -> list[str]:
    return printed(lambda out: whynot(out, told, tone))


def test_the_ways_come_first_then_the_rules_then_what_was_tried() -> None:
    assert screen(FOUND) == [
        *HEAD,
        "It would be confirmed with one change:",
        "  •  a graded C",
        "  •  x; and y; 1 stricter kind would do as well",
        "",
        "Rule  They agree (p/r, r.yaml:3)",
        "       ✗ some e",
        "       but q beats it",
        "",
        "All single changes were tried (1,003): 2 kinds of further evidence, each from a new source, and 1",
        "change of what is there or is known of related claims.",
    ]


def test_where_there_is_no_way_this_is_said_with_the_bound() -> None:
    lines = screen(replace(FOUND, ways=(), least=0, rules=()))
    assert lines == [
        *HEAD,
        "No set of up to 3 changes makes it confirmed.",
        "",
        "All sets of up to 3 changes were tried (1,003): 2 kinds of further evidence, each from a new source,",
        "and 1 change of what is there or is known of related claims, at most 2 of these at once.",
    ]
    assert screen(replace(FOUND, ways=(), least=0, size=1))[3] == "No single change makes it confirmed."


def test_what_was_not_searched_for_is_not_said_to_have_been_tried() -> None:
    assert screen(replace(FOUND, ways=(), least=0, rules=(), tried=0, note="No.")) == [*HEAD, "No.", ""]
    assert screen(replace(FOUND, status="attributed", note="It is attributed.")) == [*HEAD, "It is attributed.", ""]


def test_of_many_ways_the_first_are_told_and_the_others_counted() -> None:
    shown = screen(replace(FOUND, ways=(Way(("x",), 2),) * (SHOWN + 5), least=2))
    assert shown[3] == "It would be confirmed with 2 changes:"
    assert shown.count("  •  x; 2 stricter kinds would do as well") == SHOWN
    assert "  …  5 more, all of them in --format json" in shown
    assert "…" not in " ".join(screen(replace(FOUND, ways=(Way(("x",)),) * SHOWN)))


def test_the_status_has_the_colour_of_its_scale() -> None:
    assert "\x1b[1;31mdoubtful" in coloured(lambda out: whynot(out, replace(FOUND, status="doubtful"), tone))

"""One screen for people: why a claim has its status."""

from __future__ import annotations

import pytest
from msgspec import structs

from corrob.model.explanation import Explanation, NeedLine, OriginLine, Removal
from corrob.model.result import Side
from corrob.reports.explained import explained
from reports.printing import coloured, printed, result, tone

PLAIN = Explanation(result=result(), text="It burned")
NOTHING = ["", "Why      So it is.", "For      no independent origins", "Against  no independent origins", ""]


def screen(told: Explanation) -> list[str]:
    """Give the lines of the screen."""
    return printed(lambda out: explained(out, told, tone))


def test_where_there_is_nothing_to_tell_besides_it_is_short() -> None:
    assert screen(PLAIN) == ["c  It burned", "    ATTRIBUTED", *NOTHING]


def test_below_all_else_stand_the_rules_that_judged() -> None:
    told = structs.replace(PLAIN, rules="desk 2.0.0 on core 1.0.0")
    assert screen(told) == ["c  It burned", "    ATTRIBUTED", *NOTHING[:-1], "Rules    desk 2.0.0 on core 1.0.0", ""]


def test_the_head_tells_status_confidence_and_date() -> None:
    told = Explanation(result=result(confidence="low", as_of="2024-01-02"), text="It burned")
    assert screen(told)[:2] == ["c  It burned", "    ATTRIBUTED, low confidence, as of 2024-01-02"]


def test_all_that_led_to_it_is_told_in_order() -> None:
    told = Explanation(
        result=result(
            supports=Side(2, 1, ("e1", "e2")),
            refutes=Side(1, 1, ("e9",)),
            rule="core/mine",
            notes={"denied_by": ("m", "n")},
            steps=("More than one kind", "Suspect ties"),
            unknown=("e4: reliability", "c: window_is"),
        ),
        text="It burned",
        rule_title="Mine",
        place="mine.yaml:7",
        needs=(
            NeedLine("some seen", "met", ("e1", "e2")),
            NeedLine("no bad", "not met"),
            NeedLine("the claim's window_is past", "unknown", (), "desk"),
        ),
        supports=(
            OriginLine(
                "e1", ("The Agency", "The Army"), own=("e1", "e7"), retold=("e3",), ties=("media m", "all under x")
            ),
            OriginLine("film", ("nobody",), retold=("e2",), suspect=("e1",)),
        ),
        refutes=(OriginLine("e9", ("The Daily",), own=("e9",), ties=("media m",), suspect=("e8",)),),
        analysts=("Lab", "Studio"),
        outlets=("Wire",),
        removed=(
            Removal(("e5", "e6"), "core/a", "A"),
            Removal(("e6",), "core/c", "C"),
            Removal(("e5", "e6"), "core/b", "B"),
        ),
        idle=("e4", "e8"),
    )
    assert screen(told) == [
        "c  It burned",
        "    ATTRIBUTED",
        "",
        "Why         So it is.",
        "Rule        Mine (core/mine, mine.yaml:7)",
        "            ✓ some seen: e1, e2",
        "            ✗ no bad",
        "            ? the claim's window_is past [desk]",
        "For         2 independent origins (1 if suspect ties are merged)",
        "            • The Agency, The Army: e1, e7; passed on by e3",
        "              one origin by: media m, all under x",
        "            • nobody: film; passed on by e2",
        "              suspect ties to e1",
        "            Not counted: Lab, Studio. They worked on what others saw; that gives it their letter,",
        "            and no further origin.",
        "            Not counted: Wire. They retell; more or fewer of them change nothing.",
        "Against     1 independent origin",
        "            • The Daily: e9",
        "              one origin by: media m; suspect ties to e8",
        "Removed     e5, e6: A (core/a); B (core/b)",
        "Removed     e6: C (core/c)",
        "No weight   e4, e8: seen; neutral, not plain, or not credible",
        "Note        denied by: m, n",
        "Confidence  More than one kind; Suspect ties",
        "Unknown     e4: reliability, c: window_is: would matter if it were known",
        "",
    ]


def test_an_origin_that_is_tied_to_nothing_has_one_line() -> None:
    told = Explanation(
        result=result(supports=Side(1, 1, ("e1",))),
        text="t",
        supports=(OriginLine("e1", ("The Agency",), own=("e1",)),),
    )
    assert screen(told)[4:6] == ["For      1 independent origin", "         • The Agency: e1"]


@pytest.mark.parametrize(("status", "colour"), [("attributed", "32"), ("doubtful", "31"), ("disputed", "33")])
def test_the_status_has_the_colour_of_its_scale(status: str, colour: str) -> None:
    shown = coloured(lambda out: explained(out, Explanation(result=result(status=status), text="t"), tone))
    assert f"\x1b[1;{colour}m{status.upper()}" in shown


@pytest.mark.parametrize(("answer", "mark"), [("met", "32m✓"), ("not met", "31m✗"), ("unknown", "33m?")])
def test_a_need_has_the_mark_and_the_colour_of_its_answer(answer: str, mark: str) -> None:
    told = Explanation(result=result(), text="t", needs=(NeedLine("n", answer),))
    assert f"\x1b[{mark}" in coloured(lambda out: explained(out, told, tone))

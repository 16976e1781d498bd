"""An examination of packs goes in, text for people comes out: what failed, what is not covered, what nobody notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corrob.model.examined import VALUES, Course, Coverage, Examination, Mutation, Point, Tested, percent

_HEADS: Final[dict[Course, tuple[str, str]]] = {
    "unread": ("NOT RUN ", "red"),
    "failed": ("FAILED ", "red"),
    "passed_to_do": ("PASSED, THOUGH TO DO ", "red"),
    "to_do": ("TO DO ", "yellow"),
}
"""What is told of a test that did not just pass, in this order."""

_COUNTS: Final[tuple[tuple[Course, str], ...]] = (
    ("to_do", "to do"),
    ("passed_to_do", "passed though to do"),
    ("unread", "not run"),
)


def examined(out: Console, found: Examination) -> None:
    """Write all that was examined."""
    for outcome in _HEADS:
        _tests(out, (test for test in found.tests if test.outcome == outcome))
    for one in found.coverage:
        _coverage(out, one)
    for trials in found.mutation:
        _mutation(out, trials)
    out.print(Text(", ".join(_summary(found))))


def _tests(out: Console, tests: Iterable[Tested]) -> None:
    for test in tests:
        reason = f" ({test.todo})" if test.todo else ""
        out.print(Text.assemble(_HEADS[test.outcome], f"{test.owner}: {test.name}{reason}"))
        if test.outcome != "to_do":
            for problem in test.problems or (test.place,):
                out.print(Text(f"  {problem}"))


def _summary(found: Examination) -> Iterator[str]:
    yield f"{found.count('passed')} passed"
    yield f"{found.count('failed')} failed"
    yield from (f"{found.count(outcome)} {said}" for outcome, said in _COUNTS if found.count(outcome))
    if found.left_out:
        yield f"{found.left_out} left out"


def _coverage(out: Console, one: Coverage) -> None:
    """Write every need and test, those first that were not seen in all the values that they can have."""
    share = f"{percent(one.made, one.possible):.1f} %"
    out.print(
        Text(f"{one.pack}: {one.made} of {one.possible} values of {len(one.points)} needs and tests seen, {share}")
    )
    table = _grid()
    for point in sorted(one.points, key=lambda point: not point.missing):
        mark = ("✗", "red") if point.missing else ("✓", "green")
        table.add_row(Text(*mark), _line(point.place), Text.assemble(f"{point.owner}: {point.what}\n", _told(point)))
    out.print(table)


def _told(point: Point) -> Text:
    """Tell which values were seen, which not, and which never come, with the reasons."""
    missing = f"not {' nor '.join(point.missing)}" if point.missing else ""
    reasons = dict.fromkeys(point.never[value] for value in VALUES if value in point.never)
    never = (f"never {' or '.join(v for v in VALUES if point.never.get(v) == why)} ({why})" for why in reasons)
    return Text("; ".join(filter(None, [", ".join(point.seen), missing, *never])), style="dim")


def _mutation(out: Console, one: Mutation) -> None:
    """Write what no test notices, and how many changes were tried."""
    whole = len(one.trials) + one.untried
    left = f"{one.meaningless} left out that mean nothing, {one.idle} that make no difference"
    tried = f"{one.untried} not tried" if one.untried else "all tried"
    share = f"{percent(one.noticed, whole):.1f} %"
    head = f"{one.pack}: {one.noticed} of {whole} changes noticed, {share}; {left}; {tried} within {one.seconds:g} s"
    out.print(Text(head))
    table = _grid()
    for trial in one.trials:
        if not trial.noticed_by:
            table.add_row(Text("✗", "red"), _line(trial.place), Text(f"{trial.owner} {trial.sentence}"))
    out.print(table)


def _grid() -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    return table


def _line(place: str) -> str:
    """Give `file:line` of a place."""
    return place.rpartition(":")[0]

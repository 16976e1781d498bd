"""A pack goes in; rows of its tables that are never reached, change nothing, overlap or are lacking come out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from msgspec.structs import replace

from corrob.asking import phrases
from corrob.asking.kinds import Kinds
from corrob.asking.pieces import Wanted
from corrob.diagnostics import Span
from corrob.examining.checks.pack import Pack, shown, told
from corrob.model.fields import STRAND_FIELDS
from corrob.model.finding import Finding
from corrob.model.rule import Row, Table
from corrob.verifying.wording import text

INHERITED: Final = frozenset({"stance_written", "says_written", "inherited"})
"""Fields by which evidence that relations bring differs from a claim's own; tables that test them are left alone."""


def idle_rows(pack: Pack) -> Iterator[Finding]:
    """Find rows of tables that are never reached, and rows without which the table says the same."""
    for table in pack.book.tables:
        for number, (row, at) in enumerate(zip(table.rows[:-1], pack.places(table), strict=False)):
            if not INHERITED.isdisjoint(test.field for other in table.rows for test in other.when):
                continue
            reached = [(w, f) for w, f in pack.passing(row.when) if _first(pack, table, f) == number]
            if not reached:
                yield _unreached(pack, table, number, at)
            elif all(_first_value(pack, table, facts, without=number) == row.then for _, facts in reached):
                message = f"row {number + 1} of the table '{table.sets}' changes nothing: later rows say the same"
                wanted = reached[0][0]
                sentence = f"'{table.sets}' is {text(row.then)} with this row and without it"
                yield shown(pack, told(at, "C007", message, "take it out"), wanted, sentence)


def _unreached(pack: Pack, table: Table, number: int, at: Span) -> Finding:
    masked = next(pack.passing(table.rows[number].when), None)
    message = f"row {number + 1} of the table '{table.sets}' is never reached"
    if masked is None:
        return told(at, "C006", message, f"nothing is {phrases.tests(table.rows[number].when)}")
    first = _first(pack, table, masked[1])
    said = told(at, "C006", message, f"whatever it means, row {first + 1} decides before it")
    return shown(pack, said, masked[0], f"row {number + 1} fits, and row {first + 1} decides")


def _first(pack: Pack, table: Table, facts: dict[str, Any], without: int = -1) -> int:
    test = pack.scales.test
    rows = ((n, row) for n, row in enumerate(table.rows) if n != without)
    return next(n for n, row in rows if not row.when or test(row.when)(facts) is True)


def _first_value(pack: Pack, table: Table, facts: dict[str, Any], without: int) -> str | bool:
    return table.rows[_first(pack, table, facts, without)].then


def gaps(pack: Pack) -> Iterator[Finding]:
    """Find tables without a last row for everything else, with a strand that no row fits."""
    for table in pack.read.tables:
        open_ = _unfitted(pack, table) if not table.rows or table.rows[-1].when else None
        if open_ is not None:
            message = f"no row of the table '{table.sets}' fits this"
            at = (*pack.places(table), table.span)[len(table.rows) - 1]
            said = told(at, "C012", message, "add a last row without 'when'")
            yield shown(pack, said, open_, f"nothing says what '{table.sets}' is here")


def _unfitted(pack: Pack, table: Table) -> Wanted | None:
    """Give an item that no row of a table fits; none where the table tests attributes that could not be looked at."""
    known = {*STRAND_FIELDS, *(other.sets for other in pack.book.tables)}
    if not known.issuperset(test.field for row in table.rows for test in row.when):
        return None
    fits = [pack.scales.test(row.when) for row in table.rows]
    strands = pack.made_of(Kinds(replace(pack.book, tables=(*pack.book.tables, table))))
    return next((wanted for wanted, facts in strands if not any(fit(facts) is True for fit in fits)), None)


def overlaps(pack: Pack) -> Iterator[Finding]:
    """Tell rows of which two fit one strand and say different things: the first decides, and that may be meant."""
    for table in pack.book.tables:
        for number, row in enumerate(table.rows[:-1]):
            for later in range(number + 1, len(table.rows) - 1):
                yield from _overlap(pack, table, row, number, later)


def _overlap(pack: Pack, table: Table, row: Row, number: int, later: int) -> Iterator[Finding]:
    other = table.rows[later]
    both = next(pack.passing((*row.when, *other.when)), None) if other.then != row.then else None
    if both is not None and pack.owns(table.pack):
        message = f"rows {number + 1} and {later + 1} of the table '{table.sets}' overlap; row {number + 1} decides"
        said = told(pack.places(table)[later], "C008", message)
        yield shown(pack, said, both[0], f"both rows fit, and '{table.sets}' is {text(row.then)}")

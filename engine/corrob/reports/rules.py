"""Pages of rules, of what else a pack has and of codes go in; text for people comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from corrob.codes.code import Code
from corrob.model.explanation import Entry, RulePage


def listed(out: Console, pages: Iterable[RulePage]) -> None:
    """Write a line a rule."""
    table = Table.grid(padding=(0, 2))
    for page in pages:
        table.add_row(page.code, page.id, page.effect)
    out.print(table)


def shown(out: Console, pages: Iterable[RulePage]) -> None:
    """Write rules in full."""
    for page in pages:
        out.print(Text.assemble((page.code, "bold"), f"  {page.id}: {page.title}"))
        out.print(_grid(_lines(page)))


def _lines(page: RulePage) -> Iterator[tuple[str, str]]:
    yield "effect", page.effect
    if page.applies_to:
        yield "applies to", page.applies_to
    for need in page.needs:
        yield "needs", need.text + (f" [{need.pack}]" if need.pack else "")
    yield from (("beats", other) for other in page.beats)
    yield "because", page.because
    yield from (("cites", cited) for cited in page.cites)
    yield "tests", str(page.tests)
    yield "stands in", page.place


def names(out: Console, entries_: Iterable[Entry]) -> None:
    """Write a line for everything else that a pack has."""
    table = Table.grid(padding=(0, 2))
    for one in entries_:
        table.add_row(one.kind, one.name, one.title)
    out.print(table)


def entries(out: Console, entries_: Iterable[Entry]) -> None:
    """Write parameters, tables, sets and statuses in full."""
    for one in entries_:
        out.print(Text.assemble((one.name, "bold"), f"  {one.kind}{f': {one.title}' if one.title else ''}"))
        out.print(_grid((label, marked(line)) for label, line in one.lines))


def explained(out: Console, code: str, page: Code) -> None:
    """Write the page of a diagnostic's code."""
    out.print(Text.assemble((code, "bold"), f"  {page.title}"))
    out.print(Padding(marked(page.meaning), (1, 0, 0, 0)))
    for name, text in page.example.items():
        out.print(Text(f"\n    {name}", style="dim"))
        out.print(Padding(Text(text.rstrip("\n")), (0, 0, 0, 6)))
    if page.told:
        out.print(Text("\nis told as", style="dim"))
        out.print(Padding(Text(page.told), (0, 0, 0, 4)))
    out.print(Padding(Text.assemble(("What to do: ", "bold"), marked(page.remedy)), (1, 0, 0, 0)))


def marked(told: str) -> Text:
    """Set off the names in a sentence, which stand between backticks."""
    parts = told.split("`")
    return Text.assemble(*((part, "cyan" if number % 2 else "") for number, part in enumerate(parts)))


def _grid(lines: Iterable[tuple[str, Text | str]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    for name, line in lines:
        table.add_row(f"  {name}", line)
    return table

"""Pages of rules go in, text for people comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corrob.model.explanation import RulePage


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
        table = Table.grid(padding=(0, 2))
        table.add_column(style="bold", no_wrap=True)
        for name, line in _lines(page):
            table.add_row(f"  {name}", line)
        out.print(table)


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

"""A result or sections of text go in, the parts that pages about one claim share come out."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from corrob.model.result import Result
from corrob.reports.console import TONES
from corrob.reports.tables import Tone


def heading(out: Console, result: Result, text: str, tone: Tone) -> None:
    """Write the claim in its words, and its status."""
    as_of = f", as of {result.as_of}" if result.as_of else ""
    out.print(Text.assemble((result.claim, "bold"), "  ", text))
    out.print(Text.assemble("    ", verdict(result, tone), as_of))
    out.print()


def verdict(result: Result, tone: Tone) -> Text:
    """Write a status with its confidence."""
    confidence = f", {result.confidence} confidence" if result.confidence else ""
    return Text.assemble((result.status.upper(), f"bold {TONES.get(tone(result.status), '')}"), confidence)


def grid(sections: Iterable[tuple[str, Text]], below: int = 1) -> Padding:
    """Lay sections out: their names on the left, their text beside them."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    for name, text in sections:
        table.add_row(name, text)
    return Padding(table, (0, 0, below, 0))

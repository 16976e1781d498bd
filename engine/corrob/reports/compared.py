"""A comparison of two runs goes in, text for people comes out: groups of changes, each claim with its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from corrob.model.comparison import Change, Comparison
from corrob.model.result import Result
from corrob.reports import changes as words
from corrob.reports.console import TONES
from corrob.reports.tables import Tone


def compared(out: Console, comparison: Comparison, tone: Tone) -> None:
    """Write what changes, and the summary last."""
    out.print(Text(f"{comparison.old} → {comparison.new}", style="bold"))
    for line in words.edited(comparison.edits):
        out.print(Text(f"  {line}"))
    out.print()
    for group, members in words.grouped(comparison):
        out.print(Text(f"{words.title(group)}: {group.count:,}", style="bold"))
        for change in members:
            out.print(_change(change, tone))
    lines = [f"{word}: {told}" for word, told in words.alone(comparison)]
    for line in lines:
        out.print(Text(line))
    if lines:
        out.print()
    out.print(Text(words.summary(comparison), style="bold"))


def _change(change: Change, tone: Tone) -> Padding:
    as_of = f" as of {change.as_of}" if change.as_of else ""
    head = Text.assemble((f"{change.case} {change.claim}", "bold"), f"{as_of}: {words.shortened(change.text)}")
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for name, text in _lines(change, tone):
        grid.add_row(name, text)
    whole = Table.grid()
    whole.add_row(head)
    whole.add_row(Padding(grid, (0, 0, 0, 2)))
    return Padding(whole, (0, 0, 1, 2))


def _lines(change: Change, tone: Tone) -> Iterator[tuple[str, Text]]:
    for name, result in (("was", change.old), ("now", change.new)):
        if result:
            yield name, _short(result, tone)
    yield from (("·", Text(reason)) for reason in words.reasons(change))


def _short(result: Result, tone: Tone) -> Text:
    text = Text(words.short(result))
    text.stylize(TONES.get(tone(result.status), ""), 0, len(result.status))
    return text

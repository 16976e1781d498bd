"""A case and its results go in, a table for people comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from corrob.model.case import Case
from corrob.model.result import Mismatch, Result, Side
from corrob.reports.console import TONES

Tone = Callable[[str], str]
"""Gives the scale that a status stands on."""


def verdicts(out: Console, case: Case, results: Iterable[Result], tone: Tone) -> None:
    """Write the table of one case: a row a claim."""
    shown = list(results)
    as_of = f", as of {shown[0].as_of}" if shown and shown[0].as_of else ""
    out.print(Text(f"{case.case}{as_of}", style="bold"))
    if case.title:
        out.print(Text(case.title, style="dim"))
    out.print(_table(case, shown, tone))
    if any(side.at_least != side.count for one in shown for side in _sides(one)):
        out.print(Text("for, against: independent origins; 3-5 means 5, or 3 if suspect ties are merged", style="dim"))


def judged_by(out: Console, rules: str) -> None:
    """Write, below all else, which rules judged."""
    out.print(Text(f"Rules: {rules}", style="dim"))


def _table(case: Case, results: Iterable[Result], tone: Tone) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    for name, share in (("claim", None), ("status", None), ("for", None), ("against", None), ("", 1)):
        table.add_column(name, ratio=share, no_wrap=share is None)
    texts = {claim.id: claim.text for claim in case.claims}
    for one in results:
        table.add_row(one.claim, _status(one, tone), *map(_count, _sides(one)), _said(one, texts[one.claim]))
    return table


def _sides(result: Result) -> tuple[Side, Side]:
    return result.origins.supports, result.origins.refutes


def _status(result: Result, tone: Tone) -> Text:
    text = Text(result.status, style=TONES.get(tone(result.status), ""))
    return text.append(f"\n{result.confidence}", style="dim") if result.confidence else text


def _count(side: Side) -> str:
    return f"{side.at_least}-{side.count}" if side.at_least != side.count else str(side.count)


def _said(result: Result, text: str) -> RenderableType:
    lines = [Text(text), Text(result.because, style="dim")]
    lines += [Text(f"{name.replace('_', ' ')}: {', '.join(told)}", style="dim") for name, told in result.notes.items()]
    return Group(*lines)


def timeline(out: Console, case: Case, days: Iterable[tuple[str, tuple[Result, ...]]], tone: Tone) -> None:
    """Write each claim's status on the days on which it changed."""
    changes: dict[str, list[tuple[str, Result]]] = {claim.id: [] for claim in case.claims}
    for day, results in days:
        for one in results:
            if not changes[one.claim] or changes[one.claim][-1][1].status != one.status:
                changes[one.claim].append((day, one))
    for claim in case.claims:
        out.print(Text.assemble((claim.id, "bold"), "  ", claim.text))
        lines = Table.grid(padding=(0, 2))
        for share in (None, None, 1):
            lines.add_column(ratio=share, no_wrap=share is None)
        for day, one in changes[claim.id]:
            lines.add_row(day, Text(one.status, style=TONES.get(tone(one.status), "")), one.because)
        out.print(Padding(lines, (0, 0, 0, 2)))


def mismatches(out: Console, found: Iterable[tuple[str, Mismatch]]) -> None:
    """Write expectations that are not met, each with its place, expected against actual."""
    for place, one in found:
        when = f" as of {one.as_of}" if one.as_of else ""
        told = f"{place}: {one.case} {one.claim}{when}: {one.field} expected "
        out.print(Text.assemble(told, (one.expected, "green"), ", found ", (one.actual, "red")))
        if one.note:
            out.print(Text(f"    {one.note}", style="dim"))

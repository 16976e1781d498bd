"""What a claim comes to without some evidence goes in, one screen for people comes out: what changes, from and to."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from corrob.model.answers import WithoutAnswer
from corrob.reports.console import TONES
from corrob.reports.pages import grid, heading
from corrob.reports.tables import Tone

_NAMES = {"origins.supports": "for", "origins.refutes": "against"}


def losing(out: Console, answer: WithoutAnswer, tone: Tone) -> None:
    """Write what changes for a claim, and below it the other claims whose status changes."""
    heading(out, answer.before, answer.text, tone)
    out.print(Text(f"Without {', '.join(loss.name for loss in answer.lost)}:"))
    if answer.changes:
        out.print(grid(_changes(answer)))
    else:
        out.print(Text(f"  nothing changes for {answer.before.claim}.\n"))
    _others(out, answer, tone)


def _changes(answer: WithoutAnswer) -> Iterator[tuple[str, Text]]:
    for change in answer.changes:
        name = _NAMES.get(change.field, change.field.removeprefix("notes.").replace("_", " "))
        yield f"  {name}", Text(f"- {change.before or 'nothing'}", style="red")
        yield "", Text(f"+ {change.after or 'nothing'}", style="green")


def _others(out: Console, answer: WithoutAnswer, tone: Tone) -> None:
    if not answer.others:
        out.print(Text("No other claim of the case gets another status."))
        return
    out.print(Text("Other claims that get another status:"))
    rows = ((f"  {one.claim}", one.before, one.after, one.text) for one in answer.others)
    shown = ((name, _moved(before, after, tone).append(f"  {text}", "dim")) for name, before, after, text in rows)
    out.print(grid(shown, below=0))


def _moved(before: str, after: str, tone: Tone) -> Text:
    colours = (TONES.get(tone(status), "") for status in (before, after))
    return Text.assemble((before, next(colours)), " → ", (after, next(colours)))

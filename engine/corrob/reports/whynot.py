"""What stands between a claim and a status goes in, one screen for people comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.text import Text

from corrob.model.answers import NearRule, Way, WhyNotAnswer
from corrob.reports.console import TONES
from corrob.reports.explained import need_line
from corrob.reports.pages import grid, heading
from corrob.reports.tables import Tone

SHOWN: Final = 8
"""How many ways are shown; the others are counted."""


def whynot(out: Console, answer: WhyNotAnswer, tone: Tone) -> None:
    """Write why a claim has not a status, and what would give it."""
    heading(out, answer.result, answer.text, tone)
    if answer.note:
        out.print(Text(f"{answer.note}\n"))
    if answer.status == answer.result.status:
        return
    asked = (answer.status, f"bold {TONES.get(tone(answer.status), '')}")
    if answer.ways:
        out.print(Text.assemble("It would be ", asked, f" with {_changes(answer.least)}:"))
        out.print(grid(_ways(answer.ways)))
    else:
        out.print(Text.assemble("Nothing within the bound makes it ", asked, ".\n"))
    for rule in answer.rules:
        out.print(Text.assemble("Rule  ", f"{rule.title} ", (f"({rule.rule}, {rule.place})", "dim")))
        out.print(grid(_needs(rule)))
    out.print(Text(_bound(answer), style="dim"))


def _changes(number: int) -> str:
    return "one change" if number == 1 else f"{number} changes"


def _ways(ways: tuple[Way, ...]) -> Iterator[tuple[str, Text]]:
    for way in ways[:SHOWN]:
        more = f"; so with {way.stricter} kind(s) that show more" if way.stricter else ""
        yield "  •", Text.assemble("; and ".join(way.changes), (more, "dim"))
    if len(ways) > SHOWN:
        yield "  …", Text(f"{len(ways) - SHOWN} more, all of them in --format json", style="dim")


def _needs(rule: NearRule) -> Iterator[tuple[str, Text]]:
    yield from (("     ", need_line(need)) for need in rule.needs)
    yield from (("     ", Text(f"but {obstacle}")) for obstacle in rule.obstacles)


def _bound(answer: WhyNotAnswer) -> str:
    kinds = f"{answer.kinds} kinds of further evidence, each from a new source"
    there = f"{answer.changes} changes of what is there, at most two of these at once"
    return f"Tried: up to {answer.size} of {kinds}, and of {there}: {answer.tried:,} sets, to the smallest that do."

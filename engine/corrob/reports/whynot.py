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
    elif answer.tried:
        out.print(Text.assemble(_none(answer.size), asked, ".\n"))
    for rule in answer.rules:
        out.print(Text.assemble("Rule  ", f"{rule.title} ", (f"({rule.rule}, {rule.place})", "dim")))
        out.print(grid(_needs(rule)))
    if answer.tried:
        out.print(Text(_bound(answer), style="dim"))


def _none(size: int) -> str:
    return "No single change makes it " if size == 1 else f"No set of up to {size} changes makes it "


def _changes(number: int) -> str:
    return "one change" if number == 1 else f"{number} changes"


def _ways(ways: tuple[Way, ...]) -> Iterator[tuple[str, Text]]:
    for way in ways[:SHOWN]:
        more = f"; {_many(way.stricter, 'stricter kind')} would do as well" if way.stricter else ""
        yield "  •", Text.assemble("; and ".join(way.changes), (more, "dim"))
    if len(ways) > SHOWN:
        yield "  …", Text(f"{len(ways) - SHOWN} more, all of them in --format json", style="dim")


def _needs(rule: NearRule) -> Iterator[tuple[str, Text]]:
    yield from (("     ", need_line(need)) for need in rule.needs)
    yield from (("     ", Text(f"but {obstacle}")) for obstacle in rule.obstacles)


def _bound(answer: WhyNotAnswer) -> str:
    size = answer.least or answer.size
    sets = "single changes" if size == 1 else f"sets of up to {size} changes"
    kinds = f"{_many(answer.kinds, 'kind')} of further evidence, each from a new source"
    there = f"{_many(answer.changes, 'change')} of what is there or is known of related claims"
    bound = f", at most {answer.together} of these at once" if 0 < answer.together < size else ""
    return f"All {sets} were tried ({answer.tried:,}): {kinds}, and {there}{bound}."


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"

"""What a status hangs on goes in, one screen for people comes out: the smallest sets of losses first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.text import Text

from corrob.model.answers import Flip, FlipAnswer, Loss
from corrob.reports.console import TONES
from corrob.reports.pages import grid, heading
from corrob.reports.tables import Tone

SHOWN: Final = 12
"""How many sets are shown for each status; the others are counted."""

_PLURALS: Final = {"item": "items", "source": "sources", "media": "media", "tie": "ties"}


def flips(out: Console, answer: FlipAnswer, tone: Tone) -> None:
    """Write what a claim's status hangs on, by the status that the losses lead to."""
    heading(out, answer.result, answer.text, tone)
    for status in dict.fromkeys(flip.status for flip in answer.flips):
        found = [flip for flip in answer.flips if flip.status == status]
        out.print(Text.assemble("It would be ", (status, f"bold {TONES.get(tone(status), '')}"), " without"))
        out.print(grid(_lines(found)))
    if not answer.flips:
        out.print(Text(f"Nothing that is lost, {_up_to(answer.size)}, changes it.\n"))
    out.print(Text(_bound(answer), style="dim"))


def _up_to(size: int) -> str:
    return "alone" if size == 1 else f"alone or up to {size} together"


def _lines(found: list[Flip]) -> Iterator[tuple[str, Text]]:
    yield from (("  •", Text(", and ".join(map(_group, flip.losses)))) for flip in found[:SHOWN])
    if len(found) > SHOWN:
        yield "  …", Text(f"{len(found) - SHOWN} more, all of them in --format json", style="dim")


def _group(alike: tuple[Loss, ...]) -> str:
    names = [loss.name for loss in alike]
    return f"either {' or '.join(names)}" if names[1:] else names[0]


def _bound(answer: FlipAnswer) -> str:
    kinds = [_PLURALS[kind] for kind in answer.losses]
    what = f"{sum(answer.losses.values())} {', '.join(kinds[:-1])} and {kinds[-1]}"
    told = f"All sets of up to {answer.size} of {what} were tried ({answer.sets:,})"
    left = answer.sets - answer.judged
    return told + (f"; {left:,} of them hold a smaller set that does it." if left else ".")

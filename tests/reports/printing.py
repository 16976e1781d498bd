"""Something is written for people; what they read comes out, plain or as a terminal shows it."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

from rich.console import Console

from corrob.model.result import Result, Side, Tally
from corrob.reports.console import console


class Terminal(StringIO):
    """Text that says of itself that it is shown on a terminal."""

    def isatty(self) -> bool:
        return True


def printed(write: Callable[[Console], None]) -> list[str]:
    """Give the lines that are written where there is no terminal, without spaces at their ends."""
    stream = StringIO()
    write(console(stream))
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def coloured(write: Callable[[Console], None]) -> str:
    """Give what is written on a terminal with colours."""
    stream = StringIO()
    write(Console(file=stream, force_terminal=True, color_system="standard", width=100, highlight=False, emoji=False))
    return stream.getvalue()


def result(
    claim: str = "c",
    status: str = "attributed",
    supports: Side | None = None,
    refutes: Side | None = None,
    as_of: str | None = None,
    confidence: str | None = None,
    because: str = "So it is.",
    notes: dict[str, tuple[str, ...]] | None = None,
    steps: tuple[str, ...] = (),
    unknown: tuple[str, ...] = (),
    rule: str | None = None,
) -> Result:
    """Give a result."""
    return Result(
        case="story",
        claim=claim,
        as_of=as_of,
        status=status,
        confidence=confidence,
        rule=rule,
        origins=Tally(supports or Side(), refutes or Side()),
        because=because,
        notes=notes or {},
        unknown=unknown,
        confidence_steps=steps,
    )


def tone(status: str) -> str:
    """Give the scale of a status."""
    return {"attributed": "for", "doubtful": "against", "disputed": "conflict"}.get(status, "")

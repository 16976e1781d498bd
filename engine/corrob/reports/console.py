"""A stream goes in, a console for people comes out: colour where the terminal has it, `NO_COLOR` honoured."""

from __future__ import annotations

from typing import Final, TextIO

from rich.console import Console

TONES: Final = {"for": "green", "against": "red", "conflict": "yellow"}
"""The colour of a status, by the scale that it stands on (`Statuses.tone`)."""

PLAIN_WIDTH: Final = 100
"""Columns where the output is no terminal, so that its bytes do not depend on the machine."""


def console(stream: TextIO) -> Console:
    """Give a console that writes to a stream."""
    width = None if stream.isatty() else PLAIN_WIDTH
    return Console(file=stream, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)

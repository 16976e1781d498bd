"""A stream goes in, a console for people comes out: colour where the terminal has it, `NO_COLOR` honoured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def progress(stream: TextIO) -> Iterator[Callable[[], None]]:
    """Give a function that counts one case done, shown on a terminal while work goes on."""
    if not stream.isatty():
        yield lambda: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - terminals only

    columns = (SpinnerColumn(), TextColumn("{task.completed} cases"), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task("cases", total=None)
        yield lambda: bar.advance(task)

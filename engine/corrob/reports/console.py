"""A stream goes in, a console for people comes out: colour where the terminal has it, `NO_COLOR` honoured."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO, cast

from rich.console import Console

TONES: Final = {"for": "green", "against": "red", "conflict": "yellow"}
"""The colour of a status, by the scale that it stands on (`Statuses.tone`)."""

_PADDING: Final = re.compile(" +$", re.MULTILINE)

PLAIN_WIDTH: Final = 100
"""Columns where the output is no terminal, so that its bytes do not depend on the machine."""


def console(stream: TextIO) -> Console:
    """Give a console that writes to a stream."""
    file, width = (stream, None) if stream.isatty() else (cast("TextIO", _Trimmed(stream)), PLAIN_WIDTH)
    return Console(file=file, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


class _Trimmed:
    """A stream that leaves out the blanks with which tables fill their lines, so that text can be pasted elsewhere."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(_PADDING.sub("", text))

    def flush(self) -> None:
        self._stream.flush()


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

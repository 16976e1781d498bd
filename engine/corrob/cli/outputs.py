"""Text goes in and leaves the process: machine output on standard output or in a file, all else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO

import typer

from corrob.diagnostics import Diagnostic

GOOD: Final = 0
FAILED: Final = 1
BAD_INPUT: Final = 2
FAULT: Final = 3
NOTHING: Final = 4
INTERRUPTED: Final = 130

_GRAVEST: Final = (FAULT, BAD_INPUT, FAILED, NOTHING, GOOD)


def gravest(*codes: int) -> int:
    """Give the exit code that counts where several apply."""
    return min(codes, key=_GRAVEST.index, default=GOOD)


def leave(code: int) -> None:
    """End the command with an exit code."""
    raise typer.Exit(code)


@contextmanager
def writing(path: str | None) -> Iterator[TextIO]:
    """Give a stream to a file, or standard output; a reader that went away ends the command quietly."""
    if path:
        with open_for_writing(path) as stream:
            yield stream
        return
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(GOOD) from None


def open_for_writing(path: str) -> TextIO:
    """Open a file for text; a path that cannot be written to is bad usage."""
    try:
        return open(path, "w", encoding="utf-8", newline="\n")  # noqa: PTH123 - given back to a `with`
    except OSError as fault:
        say(f"corrob: cannot write {path}: {fault.strerror}")
        raise typer.Exit(BAD_INPUT) from None


def write(chunks: Iterable[str], path: str | None = None) -> None:
    """Write text chunk by chunk."""
    with writing(path) as stream:
        for chunk in chunks:
            stream.write(chunk)


def say(message: str) -> None:
    """Tell the user something, on standard error."""
    sys.stderr.write(f"{message}\n")


def report(diagnostics: Iterable[Diagnostic]) -> int:
    """Name problems in the user's files; give the exit code that they come to."""
    code = GOOD
    for diagnostic in diagnostics:
        say(str(diagnostic))
        code = BAD_INPUT
    return code

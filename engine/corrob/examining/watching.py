"""Names of packs go in; a sign comes out whenever one of the files that they are made of changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import Final

from corrob.reading.paths import resolved
from corrob.rulebook.shelves import folder_of, known

PAUSE: Final = 0.2
"""Seconds between two looks at the files."""

State = dict[Path, tuple[int, int]]
"""The files that are there, each with its time of change and its size."""


def changes(names: Sequence[str], before: State, pause: float = PAUSE) -> Iterator[None]:
    """Give a sign for every change since a state; what changed while a sign was dealt with gives one as well."""
    while True:
        now = state(names)
        if now != before:
            before = now
            yield
        else:
            sleep(pause)


def state(names: Iterable[str]) -> State:
    """Look at all files of the packs and of those that they may build on."""
    found: State = {}
    for path in sorted({path for name in names for folder in _folders(name) for path in folder.glob("*.y*ml")}):
        with suppress(OSError):
            seen = path.stat()
            found[path] = (seen.st_mtime_ns, seen.st_size)
    return found


def _folders(name: str) -> Iterator[Path]:
    folder = folder_of(name)
    if folder is not None:
        yield from {resolved(folder), *known(resolved(folder).parent).values()}

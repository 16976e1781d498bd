"""A pack's name goes in, its rulebook comes out as it was read the last time, unless anything it came from changed.

Reading packs takes longer than judging a case. What is remembered is keyed by the bytes of every pack within reach, by
the code that reads them and by the working folder, which places are told from; it holds no tests.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from corrob.diagnostics import Diagnostic
from corrob.model.rule import Rule, Rulebook
from corrob.reading.paths import resolved, seen
from corrob.rulebook.shelves import LOCK, files_of, folder_of, known

_READING = (".", "model", "reading", "rulebook")
"""The folders of the package on whose code it depends what a rulebook is."""

KEPT = 32
"""How many rulebooks are remembered; the oldest are forgotten."""


def recall(asked: str) -> tuple[Rulebook | None, list[Diagnostic]]:
    """Give the rulebook of a pack, without tests, or all that is wrong with it."""
    memory = _memory(asked)
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(memory.read_bytes() if memory else b"", type=Rulebook), []
    from corrob.rulebook.loading import load  # noqa: PLC0415 - loaded only where nothing is remembered

    book, problems = load(asked)
    if book is None:
        return None, problems
    plain = _plain(book)
    if memory:
        _keep(memory, plain)
    return plain, []


def _memory(asked: str) -> Path | None:
    """Give the file that holds the rulebook, should it have been read before; None where no pack is there."""
    folder = folder_of(asked)
    if folder is None or not seen(folder.is_dir):
        return None
    told = sha256(f"{resolved(folder)} {Path.cwd()} {_code()}".encode(errors="surrogateescape"))
    for path in _sources(folder):
        with suppress(OSError):
            told.update(str(path).encode(errors="surrogateescape") + path.read_bytes())
    return _home() / "corrob" / f"{told.hexdigest()}.rulebook"


def _home() -> Path:
    """Give the user's folder for what can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())


def _sources(folder: Path) -> Iterator[Path]:
    for within in dict.fromkeys([folder, *known(resolved(folder).parent).values()]):
        yield from (*files_of(within), within / LOCK)


def _code() -> str:
    """Tell one state of the code that makes rulebooks from another."""
    package = Path(__file__).parents[1]
    files = sorted(path for folder in _READING for path in (package / folder).glob("*.py"))
    return " ".join(str(path.stat().st_mtime_ns) for path in files)


def _keep(memory: Path, book: Rulebook) -> None:
    """Write the rulebook for the next time; where that is not possible, the next time reads the packs again."""
    with suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        draft = memory.with_suffix(f".{os.getpid()}")
        draft.write_bytes(msgspec.msgpack.encode(book))
        draft.replace(memory)
        newest = sorted(memory.parent.glob("*.rulebook"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in newest[KEPT:]:
            old.unlink(missing_ok=True)


def _plain(book: Rulebook) -> Rulebook:
    def bare(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        return tuple(replace(one, tests=()) for one in rules)

    stages = tuple(map(bare, book.stages))
    return replace(book, rules=bare(book.rules), removals=bare(book.removals), stages=stages, tests=(), provenance=None)

"""Paths go in; the documents in their files come out, one after another, and the files of other kinds are counted."""

from __future__ import annotations

import gzip
import sys
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final, cast

from corrob.diagnostics import Diagnostic, Span
from corrob.reading.documents import Document
from corrob.reading.paths import resolved, seen
from corrob.reading.texts import BYTES, too_long

REGISTER: Final = "register.yaml"
STDIN: Final = "-"
_GZIP: Final = ".gz"
_SUFFIXES: Final = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".jsonl": "jsonl", ".jsonl.gz": "jsonl"}


def find(paths: Sequence[str], register: str | None = None) -> tuple[list[str], int]:
    """Give the files of the paths, each once, folders in order of path; and how many of other kinds they hold.

    The register that was named on its own is left out of the folders, as those called `register.yaml` are.
    """
    found: dict[str, None] = {}
    skipped = 0
    named = resolved(Path(register)) if register else None
    for given in paths:
        if given == STDIN or not seen(Path(given).is_dir):
            found[given] = None
            continue
        inside = [file for file in _inside(Path(given)) if named is None or resolved(file) != named]
        found |= {str(file): None for file in inside if language(file)}
        skipped += sum(not language(file) for file in inside)
    return list(found), skipped


def _inside(folder: Path) -> list[Path]:
    """Give the files below a folder, registers and all that is hidden (`.git`) aside.

    A link that leads nowhere is given too, so that it is told and not passed over.
    """
    files = (path for path in folder.rglob("*") if path.name != REGISTER and _is_file(path))
    shown = (path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(shown, key=lambda path: path.parts)


def _is_file(path: Path) -> bool:
    return seen(path.is_file) or not seen(path.exists)


def language(path: Path) -> str:
    """Tell by its name how a file is written, or give ''."""
    return next((how for suffix, how in _SUFFIXES.items() if path.name.endswith(suffix)), "")


def documents_of(path: str, shown: str = "") -> Iterator[Document | Diagnostic]:
    """Give the documents of a file, lines of JSONL one by one; a file that cannot be read gives a diagnostic."""
    name = "<stdin>" if path == STDIN else shown or path
    try:
        with _opened(path) as stream:
            yield from _split(stream, name, language(Path(path)))
    except (OSError, EOFError, zlib.error) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        yield Diagnostic(Span(name), "Y001", f"the file cannot be read: {why}")


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    if path == STDIN:
        return nullcontext(sys.stdin.buffer if sys.stdin else BytesIO())
    return cast("BinaryIO", gzip.open(path)) if path.endswith(_GZIP) else Path(path).open("rb")


def _split(stream: BinaryIO, name: str, how: str) -> Iterator[Document | Diagnostic]:
    if how == "jsonl":
        yield from _lines(_cut(stream), name)
    elif how:
        yield _whole(stream, name, how)
    else:
        yield from _guessed(stream, name)


def _whole(stream: BinaryIO, name: str, how: str, head: bytes = b"") -> Document | Diagnostic:
    """Read one document to its end, but no further than it may be long."""
    data = head + stream.read(max(0, BYTES + 1 - len(head)))
    return too_long(Span(name)) if len(data) > BYTES else Document(data, name, 1, how)


def _cut(stream: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a stream; of one that is too long, its beginning."""
    while line := stream.readline(BYTES + 1):
        yield line
        while len(line) > BYTES and not line.endswith(b"\n"):
            line = stream.readline(BYTES + 1)


def _lines(lines: Iterable[bytes], name: str, first: int = 1) -> Iterator[Document | Diagnostic]:
    for number, line in enumerate(lines, start=first):
        if len(line) > BYTES:
            yield too_long(Span(name, number))
        elif line.strip():
            yield Document(line, name, number, "jsonl")


def _guessed(stream: BinaryIO, name: str) -> Iterator[Document | Diagnostic]:
    """Split what has no telling name: a first line `{…}` makes it JSONL, another that begins with `{` JSON."""
    lines, head, number, line = _cut(stream), bytearray(), 0, b""
    for number, line in enumerate(lines, start=1):  # noqa: B007 - both are used below
        head += line
        if line.strip() or len(head) > BYTES:
            break
    first = line.removeprefix(BOM_UTF8).strip()
    if first.startswith(b"{") and first.endswith(b"}"):
        yield from _lines(chain([line], lines), name, number)
    else:
        yield _whole(stream, name, "json" if first.startswith(b"{") else "yaml", bytes(head))

"""Paths go in; the documents in their files come out, one after another, and the files of other kinds are counted."""

from __future__ import annotations

import gzip
import sys
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from corrob.diagnostics import Diagnostic, Span
from corrob.reading.documents import Document

Stream = BinaryIO | gzip.GzipFile
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
    named = Path(register).resolve() if register else None
    for given in paths:
        if given == STDIN or not Path(given).is_dir():
            found[given] = None
            continue
        inside = [file for file in _inside(Path(given)) if named is None or file.resolve() != named]
        found |= {str(file): None for file in inside if language(file)}
        skipped += sum(not language(file) for file in inside)
    return list(found), skipped


def _inside(folder: Path) -> list[Path]:
    """Give the files below a folder, registers and all that is hidden (`.git`) aside."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != REGISTER)
    shown = (path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(shown, key=lambda path: path.parts)


def language(path: Path) -> str:
    """Tell by its name how a file is written, or give ''."""
    return next((how for suffix, how in _SUFFIXES.items() if path.name.endswith(suffix)), "")


def documents_of(path: str) -> Iterator[Document | Diagnostic]:
    """Give the documents of a file, lines of JSONL one by one; a file that cannot be read gives a diagnostic."""
    name = "<stdin>" if path == STDIN else path
    try:
        with _opened(path) as stream:
            yield from _split(stream, name, language(Path(path)))
    except (OSError, EOFError, zlib.error) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        yield Diagnostic(Span(name), "Y001", f"the file cannot be read: {why}")


def _opened(path: str) -> AbstractContextManager[Stream]:
    if path == STDIN:
        return nullcontext(sys.stdin.buffer)
    return gzip.open(path) if path.endswith(_GZIP) else Path(path).open("rb")


def _split(stream: Stream, name: str, how: str) -> Iterator[Document]:
    if how == "jsonl":
        yield from _lines(stream, name)
    elif how:
        yield Document(stream.read(), name, 1, how)
    else:
        yield from _guessed(stream, name)


def _lines(stream: Iterable[bytes], name: str) -> Iterator[Document]:
    numbered = enumerate(stream, start=1)
    return (Document(line, name, n, "jsonl") for n, line in numbered if line.strip())


def _guessed(stream: Stream, name: str) -> Iterator[Document]:
    """Split what has no telling name: a first line `{…}` makes it JSONL, another that begins with `{` JSON."""
    head: list[bytes] = []
    while not head or not (head[-1].strip() or head[-1] == b""):
        head.append(stream.readline())
    first = head[-1].removeprefix(BOM_UTF8).strip()
    if first.startswith(b"{") and first.endswith(b"}"):
        yield from _lines(chain(head, stream), name)
    else:
        yield Document(b"".join(head) + stream.read(), name, 1, "json" if first.startswith(b"{") else "yaml")

"""Bytes go in; text comes out, with a map from its offsets to places, or the problem that makes it no text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from corrob.diagnostics import Diagnostic, Span

DEPTH: Final = 64
"""How deep lists and mappings may lie in one another."""

SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half a character: escapes can write it, but no file can hold it."""

_BOM: Final = "\ufeff"


def decoded(data: bytes, file: str, line: int = 1) -> str | Diagnostic:
    """Read bytes as UTF-8, without the byte order mark that some editors put first."""
    try:
        return data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8").removeprefix(_BOM)
        span = Lines(before, file, line).span(len(before))
        return Diagnostic(span, "Y002", f"the byte 0x{data[fault.start]:02x} is no UTF-8", "save the file as UTF-8")


def short(text: str, most: int = 60) -> str:
    """Give text as a message quotes it: cut where it is long."""
    return text if len(text) <= most else f"{text[:most]}…"


def too_deep(span: Span) -> Diagnostic:
    """Say that a document is nested too deeply."""
    return Diagnostic(span, "Y005", f"lists and mappings lie more than {DEPTH} deep in one another")


def twice(span: Span, key: str, first: Span) -> Diagnostic:
    """Say that a mapping has a key twice."""
    where = f"in line {first.line}" + (f", column {first.column}" if first.line == span.line else "")
    return Diagnostic(span, "Y006", f"the key '{short(key)}' stands twice; first {where}", "keep one of them")


class Lines:
    """Where the lines of a text begin, so that an offset becomes a place."""

    def __init__(self, text: str, file: str, line: int = 1) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._file = file
        self._line = line

    def span(self, offset: int, path: str = "") -> Span:
        """Give the place of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return Span(self._file, self._line + line, offset - self._starts[line] + 1, path)

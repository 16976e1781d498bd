"""Bytes go in; text comes out, with a map from its offsets to places, or the problem that makes it no text."""

from __future__ import annotations

import re
from typing import Final

from corrob.diagnostics import Diagnostic, Span

DEPTH: Final = 64
"""How deep lists and mappings may lie in one another."""

BYTES: Final = 128 * 1024 * 1024
"""How long a document may be; a line of JSONL is a document."""

VALUES: Final = 1_000_000
"""How many values, lists and mappings a document may hold that is read with places: YAML, and JSON with a problem."""

SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half a character: escapes can write it, but no file can hold it."""

_BOM: Final = "\ufeff"
_WIDE: Final = re.compile(rb"\xff\xfe|\xfe\xff|\x00\x00\xfe\xff|\x00{0,3}[^\x00]\x00|\x00[^\x00]", re.DOTALL)


def decoded(data: bytes, file: str, line: int = 1) -> str | Diagnostic:
    """Read bytes as UTF-8, without the byte order mark that some editors put first."""
    if _WIDE.match(data):
        return Diagnostic(Span(file, line), "Y002", "the text is written in UTF-16 or UTF-32", "save the file as UTF-8")
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


def too_many(span: Span) -> Diagnostic:
    """Say that a document holds more values than are read with places."""
    return Diagnostic(span, "Y008", f"the document holds more than {VALUES:,} values", "split it into several cases")


def too_long(span: Span) -> Diagnostic:
    """Say that a document is longer than is read."""
    message = f"the document is longer than {BYTES // 1024**2} MiB"
    return Diagnostic(span, "Y008", message, "split it into several cases; JSONL holds one a line")


def twice(span: Span, key: str, first: Span) -> Diagnostic:
    """Say that a mapping has a key twice."""
    where = f"in line {first.line}" + (f", column {first.column}" if first.line == span.line else "")
    return Diagnostic(span, "Y006", f"the key '{short(key)}' stands twice; first {where}", "keep one of them")


class Lines:
    """Counts the lines of a text as it is gone through, so that an offset becomes a place; going back costs time.

    A line ends, as for YAML and for editors, with a line feed, a carriage return, or the two together.
    """

    def __init__(self, text: str, file: str, line: int = 1) -> None:
        self._text = text
        self._file = file
        self._first = line
        self._done, self._start, self._line = 0, 0, line

    def span(self, offset: int, path: str = "") -> Span:
        """Give the place of an offset."""
        end = offset - (self._text[offset - 1 : offset + 1] == "\r\n")
        if end < self._done:
            self._done, self._start, self._line = 0, 0, self._first
        self._line += self._breaks(end)
        self._start = max(self._start, *(self._text.rfind(last, self._done, end) + 1 for last in "\n\r"))
        self._done = end
        return Span(self._file, self._line, offset - self._start + 1, path)

    def _breaks(self, end: int) -> int:
        """Count the lines that end between the last offset and this one."""
        feeds, returns, both = (self._text.count(last, self._done, end) for last in ("\n", "\r", "\r\n"))
        return feeds + returns - both

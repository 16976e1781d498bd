"""JSON bytes go in; one tree of nodes comes out, each with its place, and every problem of the text."""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import Final

from corrob.diagnostics import Diagnostic, Span
from corrob.model.node import Listing, Mapping, Node, Path, Scalar, written
from corrob.reading.texts import DEPTH, SURROGATE, VALUES, Lines, decoded, short, too_deep, too_many, twice

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD: Final = re.compile(r"[^\s,:\[\]{}\"]+")
_LONGEST_STEP: Final = 60
_LONGEST_PATH: Final = 200
_STYLES: Final = {"true": "bare", "false": "bare", "null": "null"}


def read_json(text: bytes, file: str, line: int = 1, *, paths: bool = False) -> tuple[Node | None, list[Diagnostic]]:
    """Read one JSON value that begins in a line of a file; with `paths`, places tell the path in the document too."""
    content = decoded(text, file, line)
    if isinstance(content, Diagnostic):
        return None, [content]
    scanner = _Scanner(content, Lines(content, file, line), paths=paths)
    try:
        return scanner.document(), scanner.problems
    except _Broken as broken:
        return None, [*scanner.problems, broken.problem]


class _Broken(Exception):  # noqa: N818 - it never leaves this module
    """The text cannot be read any further."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem)
        self.problem = problem


class _Scanner:
    """Reads values one after another; `at` is where the next one begins."""

    def __init__(self, text: str, lines: Lines, *, paths: bool) -> None:
        self.problems: list[Diagnostic] = []
        self._text = text
        self._lines = lines
        self._paths = paths
        self._at = 0
        self._count = 0

    def document(self) -> Node | None:
        """Read the only value of the text."""
        if not self._next():
            self.problems.append(Diagnostic(self._span(()), "Y007", "the document is empty"))
            return None
        top = self._value(())
        if self._next():
            raise self._broken("there is more after the end of the document", "several cases, one a line, are JSONL")
        return top

    def _value(self, path: Path) -> Node:
        first, span = self._next(), self._span(path)
        self._count += 1
        if self._count > VALUES:
            raise _Broken(too_many(span))
        if first and first in "[{" and len(path) == DEPTH:
            raise _Broken(too_deep(span))
        if first == "{":
            return self._mapping(path, span)
        if first == "[":
            return self._listing(path, span)
        return self._string(path) if first == '"' else self._bare(span)

    def _mapping(self, path: Path, span: Span) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        self._at += 1
        more = self._next() != "}"
        while more:
            key, value = self._pair(path)
            if key.text in pairs:
                self.problems.append(twice(key.span, key.text, pairs[key.text][0].span))
            else:
                pairs[key.text] = key, value
            more = self._comma("}", "mapping", span)
        self._at += 1
        return Mapping(tuple(pairs.values()), span)

    def _pair(self, path: Path) -> tuple[Scalar, Node]:
        if self._next() != '"':
            raise self._broken("a key in double quotes is asked for", self._after_comma("}"))
        key = self._string(path)
        if self._next() != ":":
            raise self._broken(f"a ':' is missing after the key '{short(key.text)}'")
        self._at += 1
        return key, self._value((*path, short(key.text, _LONGEST_STEP)))

    def _listing(self, path: Path, span: Span) -> Listing:
        items: list[Node] = []
        self._at += 1
        more = self._next() != "]"
        while more:
            items.append(self._value((*path, len(items))))
            more = self._comma("]", "list", span)
        self._at += 1
        return Listing(tuple(items), span)

    def _comma(self, end: str, what: str, begun: Span) -> bool:
        found = self._next()
        if found not in {",", end}:
            hint = f"the {what} begins in line {begun.line}, column {begun.column}"
            raise self._broken(f"a ',' or '{end}' is asked for", hint)
        if found == ",":
            self._at += 1
        return found == ","

    def _string(self, path: Path) -> Scalar:
        span = self._span(path)
        try:
            text, end = scanstring(self._text, self._at + 1, True)  # noqa: FBT003 - it takes no keyword
        except JSONDecodeError as fault:
            self._at = fault.pos
            raise self._broken(f"a text cannot be read: {fault.msg[:1].lower()}{fault.msg[1:]}") from None
        if SURROGATE.search(text):
            raise self._broken("an escape gives half a character")
        self._at = end
        return Scalar(text, span, "quoted")

    def _bare(self, span: Span) -> Scalar:
        found = _WORD.match(self._text, self._at)
        word = found[0] if found else ""
        style = _STYLES.get(word) or ("bare" if _NUMBER.fullmatch(word) else "")
        if not style:
            what = f"'{short(word)}' is no value of JSON" if word else "a value is asked for"
            raise self._broken(what, "text stands in double quotes" if word else self._after_comma("]"))
        self._at += len(word)
        return Scalar(word, span, style)

    def _next(self) -> str:
        """Skip white space; give the character that comes, or '' at the end."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _after_comma(self, end: str) -> str:
        before = self._text[: self._at].rstrip()[-1:]
        return f"take out the ',' before '{end}'" if before == "," and self._next() == end else ""

    def _broken(self, message: str, hint: str = "") -> _Broken:
        return _Broken(Diagnostic(self._span(()), "Y003", message, hint))

    def _span(self, path: Path) -> Span:
        return self._lines.span(self._at, short(written(path), _LONGEST_PATH) if self._paths else "")

"""YAML bytes go in; one tree of nodes comes out, each with its place, and every problem of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from corrob.diagnostics import Diagnostic, Span
from corrob.model.node import Listing, Mapping, Node, Scalar
from corrob.reading.texts import DEPTH, SURROGATE, VALUES, Lines, decoded, short, too_deep, too_many, twice

LOADER: Final[type[Any]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, or the one in Python. Of a text that both read they give the same values and the same starts.

libyaml reads a little more: tabs after text and before comments, a `#` right after `|` or `>`, a `?` inside plain text
in brackets. It refuses a block of text that begins with a tab. The names of tags differ too, which are left out anyway.
"""

_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_PROPERTIES: Final = {"anchor": "an anchor ('&…')", "tag": "a tag ('!…')"}
_NO_CHARACTER: Final = re.compile(r"\\U(?!0010|000)[0-9A-Fa-f]{8}")
_END: Final = re.compile(r"(?:^|[\r\n])\.\.\.(?=[ \t\r\n]|$)")
_DIRECTIVE: Final = ("Y004", "a directive ('%…')", "leave it out; put text that begins with '%' in quotes")
_TAG: Final = ("Y004", "a tag ('!…')", "leave it out; put text that begins with '!' in quotes")
_SECOND: Final = ("Y004", "a second document ('...')", "one file holds one document")
_SYNTAX: Final = (
    ("found a tab", "a tab stands in the indentation", "indent with spaces"),
    ("mapping values are not allowed", "a ': ' stands where no key can begin", "put text that holds ': ' in quotes"),
    ("found unexpected end of stream", "a quote is not closed", ""),
    ("',' or ']'", "a list in brackets is not closed, or a comma is missing", "quote text that holds brackets"),
    ("',' or '}'", "a mapping in braces is not closed, or a comma is missing", "quote text that holds braces"),
    ("block end", "the text does not fit the list or mapping around it", "check the indentation and the quotes"),
    ("expected key", "the text does not fit the mapping around it", "check the indentation and the quotes"),
    ("'-' indicator", "the text does not fit the list around it", "check the indentation and the quotes"),
    ("expected ':'", "a key has no ':'", "check the indentation and the quotes"),
    ("sequence entries are not allowed", "a '- ' stands where no list can begin", "begin the list on a new line"),
    ("alphabetic or numeric", "a '&' or '*' stands where text begins", "put the text in quotes"),
    ("escape code", "an escape gives no character", ""),
    (
        "escape character",
        "a '\\' in double quotes begins no escape",
        "write it twice, or put the text in single quotes",
    ),
    ("block scalar", "text stands right after a '|' or '>'", "begin the text in the next line"),
    ("unexpected document", "a quote is not closed", ""),
    ("mapping keys are not allowed", "a '? ' stands where no key can begin", "put the text in quotes"),
    ("node content", "a bracket or a comma stands where a value is asked for", "put the text in quotes"),
    ("document start", "there is more after the end of the document", "check the brackets and the quotes"),
)
"""What a parser says, what it means, and what helps."""


def read_yaml(data: bytes, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """Read the one document of a YAML text; no node where the text cannot be read to its end."""
    text = decoded(data, file)
    if isinstance(text, Diagnostic):
        return None, [text]
    unfit = _UNFIT.search(text)
    if unfit:
        span = Lines(text, file).span(unfit.start())
        hint = "take it out, or write it as an escape in double quotes"
        return None, [Diagnostic(span, "Y003", f"the character U+{ord(unfit[0]):04X} cannot stand in YAML", hint)]
    tree = _Tree(file, text)
    try:
        tree.grow(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as fault:
        # libyaml looks ahead, and where it finds a nest too deep it fails before it gives what it has read.
        if fault.problem_mark and "nesting depth" in str(fault.problem):
            return read_yaml(text[: fault.problem_mark.index].encode(), file)
        return None, [*tree.problems, _syntax(fault, file, text)]
    except (ValueError, OverflowError):
        return None, [*tree.problems, _no_character(file, text)]
    return tree.top, sorted(tree.problems)


def _no_character(file: str, text: str) -> Diagnostic:
    """Tell an escape for a number that no character has; the parser in Python trips over it."""
    found = _NO_CHARACTER.search(text)
    return Diagnostic(Lines(text, file).span(found.start() if found else 0), "Y003", "an escape gives no character")


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come; a mapping holds its keys and values in turn."""

    event: yaml.NodeEvent
    items: list[Node] = field(default_factory=list)


class _Tree:
    """Grows nodes from the parser's events, without recursion; it stops at a second document or one without bounds."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._text = text
        self._count = 0
        self.top: Node | None = None
        self.problems: list[Diagnostic] = []
        self._open: list[_Open] = []

    def grow(self, events: Iterator[yaml.Event]) -> None:
        """Take all events in; what is found is in `top` and `problems`."""
        for event in events:
            if self._stops(event):
                break
            act = _ACTS.get(type(event))
            if act:
                act(self, event)
        self._end(event)

    def scalar(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no types of their own
        """Take in a single value."""
        self._properties(event)
        style = "quoted" if event.style else "plain"
        if SURROGATE.search(event.value):
            self._refuse(event, "Y003", "an escape gives half a character")
            style = "unread"
        self._add(Scalar(event.value, self._place(event), style))

    def alias(self, event: Any) -> None:  # noqa: ANN401
        """Refuse an alias; what it stands for is not read."""
        hint = "write the value out; put text that begins with '*' in quotes"
        self._refuse(event, "Y004", f"an alias ('*{short(event.anchor)}')", hint)
        self._add(Scalar("", self._span(event), "unread"))

    def begin(self, event: Any) -> None:  # noqa: ANN401
        """Open a list or mapping."""
        self._properties(event)
        self._open.append(_Open(event))

    def close(self, _: yaml.Event) -> None:
        """Close the list or mapping that was opened last."""
        ended = self._open.pop()
        span = self._span(ended.event)
        if isinstance(ended.event, yaml.SequenceStartEvent):
            self._add(Listing(tuple(ended.items), span))
        else:
            self._add(Mapping(tuple(self._pairs(ended.items)), span))

    def _pairs(self, items: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(Diagnostic(key.span, "F003", "a key is a list or a mapping", "keys are text"))
            elif key.text == "<<" and key.style == "plain":
                self.problems.append(Diagnostic(key.span, "Y004", "a merge key ('<<')", "write the keys out"))
            elif key.text in seen:
                self.problems.append(twice(key.span, key.text, seen[key.text].span))
            elif key.style != "unread":
                seen[key.text] = key
                yield key, value

    def _stops(self, event: yaml.Event) -> bool:
        if isinstance(event, yaml.DocumentStartEvent) and self.top:
            self._refuse(event, "Y004", "a second document ('---')", "one file holds one document")
            return True
        if isinstance(event, yaml.DocumentStartEvent) and self._begins(event, "%"):
            self._refuse(event, *_DIRECTIVE)
        self._count += isinstance(event, yaml.NodeEvent)
        beyond = too_many if self._count > VALUES else None
        if isinstance(event, yaml.CollectionStartEvent) and len(self._open) == DEPTH:
            beyond = too_deep
        if beyond:
            self.problems.append(beyond(self._span(event)))
            self.top = None
        return beyond is not None

    def _end(self, event: yaml.Event) -> None:
        empty = isinstance(self.top, Scalar) and self.top.style == "plain" and not self.top.text
        if empty or (self.top is None and not self.problems):
            self._refuse(event, "Y007", "the document is empty")
            self.top = None

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].items.append(node)
        else:
            self.top = node

    def _properties(self, event: yaml.NodeEvent) -> None:
        for name, what in _PROPERTIES.items():
            if getattr(event, name) is not None:
                self._refuse(event, "Y004", what, "leave it out; put text that begins so in quotes")

    def _refuse(self, event: yaml.Event, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Diagnostic(self._span(event), code, message, hint))

    def _begins(self, event: Any, character: str) -> bool:  # noqa: ANN401
        return self._text.startswith(character, event.start_mark.index)

    def _place(self, event: Any) -> Span:  # noqa: ANN401
        """Give the place of a single value; where it is empty, that of its key, since the parsers differ there."""
        inside = self._open[-1] if self._open else None
        if event.value or event.style or inside is None or isinstance(inside.event, yaml.SequenceStartEvent):
            return self._span(event)
        return inside.items[-1].span if len(inside.items) % 2 else self._span(inside.event)

    def _span(self, event: yaml.Event) -> Span:
        return _at(self.file, event.start_mark)


_ACTS: Final[dict[type[yaml.Event], Callable[[_Tree, Any], None]]] = {
    yaml.ScalarEvent: _Tree.scalar,
    yaml.AliasEvent: _Tree.alias,
    yaml.SequenceStartEvent: _Tree.begin,
    yaml.MappingStartEvent: _Tree.begin,
    yaml.SequenceEndEvent: _Tree.close,
    yaml.MappingEndEvent: _Tree.close,
}


def _syntax(fault: yaml.MarkedYAMLError, file: str, text: str) -> Diagnostic:
    mark: Any = fault.problem_mark or fault.context_mark
    left_out = _left_out(fault, text[: mark.index])
    if left_out:
        code, message, hint = left_out
        return Diagnostic(_at(file, fault.context_mark or mark), code, message, hint)
    message, hint = _tab(text[mark.index - mark.column : mark.index + 1]) or _plainly(
        f"{fault.problem} {fault.context}"
    )
    return Diagnostic(_at(file, mark), "Y003", message + _since(fault, mark.line), hint)


def _left_out(fault: yaml.MarkedYAMLError, before: str) -> tuple[str, str, str] | None:
    """Tell what the formats leave out, where the parser did not even understand it."""
    if re.search("directive|incompatible", f"{fault.problem} {fault.context}"):
        return _DIRECTIVE
    if "a tag" in str(fault.context) or "tag handle" in str(fault.problem):
        return _TAG
    return _SECOND if "document start" in str(fault.problem) and _END.search(before) else None


def _at(file: str, mark: Any) -> Span:  # noqa: ANN401 - PyYAML's marks have no types of their own
    return Span(file, mark.line + 1, mark.column + 1)


def _tab(line: str) -> tuple[str, str] | None:
    if line.lstrip("\t -") or "\t" not in line:
        return None
    return "a tab stands in the indentation", "indent with spaces"


def _plainly(problem: str) -> tuple[str, str]:
    if "cannot start any token" in problem:
        return "text cannot begin with this character", "put the text in quotes"
    return next(((message, hint) for words, message, hint in _SYNTAX if words in problem), (f"no YAML: {problem}", ""))


def _since(fault: yaml.MarkedYAMLError, line: int) -> str:
    mark = fault.context_mark
    return f" (begun in line {mark.line + 1})" if mark and mark.line != line else ""

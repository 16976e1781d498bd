"""The bytes of a document go in; a value comes out, with every problem in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from corrob.diagnostics import Diagnostic, Span
from corrob.model.node import Listing, Mapping, Node, below, place
from corrob.reading.decode import decode_kept
from corrob.reading.nodes import read_yaml
from corrob.reading.parts import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one document: where they begin, and how they are written (`yaml`, `json` or `jsonl`)."""

    data: bytes
    file: str
    line: int = 1
    language: str = "yaml"

    def nodes(self) -> tuple[Node | None, list[Diagnostic]]:
        """Read the bytes as nodes."""
        return _NODES[self.language](self)


def _json(document: Document, *, paths: bool) -> tuple[Node | None, list[Diagnostic]]:
    from corrob.reading.json_nodes import read_json  # noqa: PLC0415 - JSON is read so only where places are asked for

    return read_json(document.data, document.file, document.line, paths=paths)


_NODES: Final[dict[str, Callable[[Document], tuple[Node | None, list[Diagnostic]]]]] = {
    "yaml": lambda document: read_yaml(document.data, document.file),
    "json": lambda document: _json(document, paths=False),
    "jsonl": lambda document: _json(document, paths=True),
}


def checked(node: Node, kind: type[T], check: Callable[[T], list[Problem]]) -> tuple[T, list[Diagnostic]]:
    """Decode a node and check its parts against one another."""
    value, diagnostics, kept = decode_kept(node, kind)
    found = check(value)
    if _lost(node, value):
        found = [problem for problem in found if problem.code not in _FOLLOW]
    misread = {one.span for one in diagnostics}
    found = [one for one in found if one.code != "F011" or misread.isdisjoint(_spans(below(kept, one.path)))]
    placed = (Diagnostic(place(kept, problem.path), problem.code, problem.message, problem.hint) for problem in found)
    return value, sorted((*diagnostics, *placed))


def _spans(node: Node) -> Iterator[Span]:
    """Give the places of all that is in a node."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    for part in node.items if isinstance(node, Listing) else (part for pair in pairs for part in pair):
        yield part.span
        yield from _spans(part)


_FOLLOW: Final = {"R001", "R008"}
_PARTS: Final = ("sources", "media", "claims", "evidence")


def _lost(node: Node, value: object) -> bool:
    """Whether something with an id could not be read, so that ids which nothing has are no news."""
    return isinstance(node, Mapping) and any(_fewer(node.get(part), getattr(value, part, ())) for part in _PARTS)


def _fewer(written: Node | None, things: tuple[object, ...]) -> bool:
    count = len(written.items) if isinstance(written, Listing) else int(written is not None)
    return count > sum(bool(getattr(thing, "id", "")) for thing in things)

"""A document as it was written: text, lists and mappings, each with its place; no value is interpreted yet."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from corrob.diagnostics import Span


class Node:
    """A piece of a document with its place."""

    __slots__ = ()
    span: Span


class Scalar(Node, Struct, frozen=True):
    """A single value, exactly as written.

    `style` is `plain` for unquoted YAML, which any field may read; `quoted` for text that its writer marked as text;
    `bare` for JSON's numbers, `true` and `false`, which no text field reads; `null` for JSON's null; `unread` for what
    the reader has refused already, and nobody need refuse again.
    """

    text: str
    span: Span
    style: str = "plain"


class Listing(Node, Struct, frozen=True):
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


class Mapping(Node, Struct, frozen=True):
    """Keys with their values, in the order of the text; of two equal keys the first is kept, the other reported."""

    pairs: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """Give the value of a key, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """Give the key itself, for its place, or None."""
        return next((name for name, _ in self.pairs if name.text == key), None)


def inside(node: Node) -> Iterator[Node]:
    """Give a node and all below it in the order of the text, keys among them."""
    yield node
    parts = node.items if isinstance(node, Listing) else ()
    pairs = node.pairs if isinstance(node, Mapping) else ()
    for part in (*parts, *(one for pair in pairs for one in pair)):
        yield from inside(part)


Path = tuple[str | int, ...]
"""Where a value stands in a document: keys and 0-based positions, from the top."""


def below(node: Node, path: Path) -> Node:
    """Give the value at a path, or the nearest thing above it that is there."""
    for step in path:
        inside = _child(node, step)
        if inside is None:
            break
        node = inside
    return node


def place(node: Node, path: Path) -> Span:
    """Give the span of the value at a path, or of the nearest thing above it that is there."""
    return below(node, path).span


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def written(path: Path) -> str:
    """Write a path as people do: `evidence[3].bears[0].stance`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")

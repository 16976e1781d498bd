"""A pack's files go in; the places of what a rulebook no longer knows by line come out: needs, tests, rows, ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from corrob.diagnostics import Span
from corrob.model.node import Listing, Mapping, Node, Scalar, below, inside
from corrob.model.node import Path as Steps
from corrob.model.rule import AllOf, AnyOf, Leaf, Need, Not
from corrob.reading.paths import resolved
from corrob.rulebook.packs import read_pack
from corrob.rulebook.places import Problems


@dataclass(frozen=True)
class Places:
    """The files of one pack as they are written."""

    roots: tuple[Mapping, ...] = ()

    @cached_property
    def _mappings(self) -> dict[Span, Mapping]:
        return {node.span: node for root in self.roots for node in _mappings(root)}

    def at(self, span: Span, *steps: str | int) -> Span:
        """Give the place of what lies some steps below the mapping at a place, or of the last that is there."""
        node = self._mappings.get(span)
        return span if node is None else _key(node, steps)

    def file_wide(self, span: Span, *steps: str | int) -> Span:
        """Give the place of what lies some steps below the top of a file; `span` where it is not there."""
        root = next((root for root in self.roots if root.span.file == span.file), None)
        return _key(root, steps) if root is not None and _is_there(root, steps) else span

    def has(self, span: Span, *steps: str | int) -> bool:
        """Say whether something lies some steps below the mapping at a place."""
        node = self._mappings.get(span)
        return node is not None and _is_there(node, steps)

    def heading(self, *steps: str | int) -> Span | None:
        """Give the place of something below the top of whichever file has it."""
        return next((_key(root, steps) for root in self.roots if _is_there(root, steps)), None)

    def changes(self, what: str, name: str, key: str) -> list[list[Span]]:
        """Give the places of what each of the pack's changes of a table or set says below a key."""
        found = (node for root in self.roots for node in _items(root.get("change")) if _says(node, what, name))
        return [_parts(node.get(key)) for node in found if isinstance(node, Mapping)]


def places_of(folder: Path) -> Places:
    """Read the files of a pack."""
    pack = read_pack(resolved(folder), Problems())
    roots = (file.at.node for file in pack.files) if pack else ()
    return Places(tuple(root for root in roots if isinstance(root, Mapping)))


def leaves(need: Need, steps: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Leaf]]:
    """Give the needs inside a need that stand alone, each with the steps that lead to it."""
    if isinstance(need, AnyOf | AllOf):
        for number, one in enumerate(need.needs):
            yield from leaves(one, (*steps, number))
    elif isinstance(need, Not):
        yield from leaves(need.need, (*steps, 0))
    else:
        yield steps, need


def path_in(places: Places, span: Span, need: Need, steps: tuple[int, ...]) -> Steps:
    """Give the way through the text of a need to one inside it; several fields of a claim are one need of the text."""
    path: list[str | int] = []
    for step in steps:
        if isinstance(need, Not):
            path, need = [*path, "not"], need.need
        elif isinstance(need, AnyOf | AllOf):
            key = "any_of" if isinstance(need, AnyOf) else "all_of"
            inner = need.needs[step]
            field = getattr(getattr(inner, "test", None), "field", "")
            path += ["claim", field] if places.has(span, *path, "claim") else [key, step]
            need = inner
    return tuple(path)


def _mappings(node: Node) -> Iterator[Mapping]:
    return (one for one in inside(node) if isinstance(one, Mapping))


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Listing) else ()


def _is_there(node: Node, steps: Steps) -> bool:
    return not steps or below(node, steps) is not below(node, steps[:-1])


def _key(node: Node, steps: Steps) -> Span:
    """Give the place of the key where the last step is one, else of the value."""
    if not _is_there(node, steps) or not steps:
        return below(node, steps).span
    above, last = below(node, steps[:-1]), steps[-1]
    key = above.key(last) if isinstance(above, Mapping) and isinstance(last, str) else None
    return key.span if key else below(node, steps).span


def _says(node: Node, what: str, name: str) -> bool:
    said = node.get(what) if isinstance(node, Mapping) else None
    return isinstance(said, Scalar) and said.text == name


def _parts(held: Node | None) -> list[Span]:
    """Give the places of a list's items, or of a mapping's keys."""
    if isinstance(held, Mapping):
        return [key.span for key, _ in held.pairs]
    return [item.span for item in _items(held)]

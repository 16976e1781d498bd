"""A pack's document and a path go in, places in the text come out; and the list that problems are gathered in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from corrob.diagnostics import Diagnostic, Span
from corrob.model.node import Listing, Mapping, Node
from corrob.reading.texts import short

T = TypeVar("T")
_LONGEST: Final = 400
"""How long a message may be, whatever names it quotes."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of a pack's text, to be gone down from: `spot / "rules" / 3`."""

    pack: str
    node: Node

    def __truediv__(self, step: str | int) -> Spot:
        """Give the value at a key or position; where it is not there, this spot itself."""
        below: Node | None = None
        if isinstance(self.node, Mapping) and isinstance(step, str):
            below = self.node.get(step)
        elif isinstance(self.node, Listing) and isinstance(step, int) and step < len(self.node.items):
            below = self.node.items[step]
        return replace(self, node=below) if below else self

    @property
    def span(self) -> Span:
        """The place of this piece."""
        return self.node.span

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys as written; none where this is no mapping."""
        return tuple(name.text for name, _ in self.node.pairs) if isinstance(self.node, Mapping) else ()

    def each(self, step: str, values: Iterable[T]) -> Iterator[tuple[T, Spot]]:
        """Pair the things read from a list with their places; what is no mapping was reported, and is not read."""
        below = (self / step).node
        items = below.items if isinstance(below, Listing) else ()
        return zip(values, (replace(self, node=item) for item in items if isinstance(item, Mapping)), strict=False)

    def key(self, name: str) -> Span:
        """Give the place of a key, or of the whole where the key is not there."""
        key = self.node.key(name) if isinstance(self.node, Mapping) else None
        return key.span if key else self.span

    def word(self, step: str, word: str) -> Span:
        """Give the place of a word below a key that holds one word or a list of words."""
        held = (self / step).node
        items = held.items if isinstance(held, Listing) else (held,)
        return next((item.span for item in items if getattr(item, "text", None) == word), held.span)


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """Something that a pack says, as decoded, with its place; `reason` where it changes another pack."""

    value: T
    at: Spot
    reason: str = ""


class Problems(list[Diagnostic]):
    """The problems of the packs that are being read."""

    def add(self, span: Span, code: str, message: str, hint: str = "") -> None:
        """Add one problem."""
        self.append(Diagnostic(span, code, short(message, _LONGEST), hint))

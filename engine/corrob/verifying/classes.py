"""Things and the pairs that are one go in, the classes of an equivalence come out."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def classes(things: Iterable[T], pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """Join things that are one, in any chain; give the classes, each in the order of the things."""
    parent: dict[T, T] = {thing: thing for thing in things}
    for one, other in pairs:
        parent[_root(parent, one)] = _root(parent, other)
    joined: dict[T, list[T]] = {}
    for thing in parent:
        joined.setdefault(_root(parent, thing), []).append(thing)
    return list(joined.values())


def _root(parent: dict[T, T], thing: T) -> T:
    while parent[thing] != thing:
        parent[thing] = thing = parent[parent[thing]]
    return thing


def reach(start: T, onward: Mapping[T, set[T]]) -> set[T]:
    """Give what can be reached from a thing in one step or more."""
    seen: set[T] = set()
    ahead = [start]
    while ahead:
        new = onward.get(ahead.pop(), set()) - seen
        seen |= new
        ahead += new
    return seen


def joined_by_keys(keys: dict[T, frozenset[Hashable]]) -> list[list[T]]:
    """Join things that share a key, in any chain."""
    first: dict[Hashable, T] = {}
    return classes(keys, [(thing, first.setdefault(key, thing)) for thing, held in keys.items() for key in held])

"""Sections 2 and 4 of the semantics: bearings go in, their ways to roots and where they travel come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corrob import vocabulary as words
from corrob.model.case import Evidence, Provenance, listed
from oracle.world import Borne, Group, World

Literal = tuple[str, bool]
"""A base claim with its sign: True for the claim, False for its opposite."""


@dataclass(frozen=True)
class Root:
    """Where a way ends: `kind` is item, unseen, media, source or unnamed; `name` is an id, or the text given.

    A media root is its group; an unnamed one is the edge that names it (its item, and its place in the list).
    """

    kind: str
    name: str = ""
    group: Group = frozenset()
    edge: tuple[str, int] = ("", 0)


@dataclass(frozen=True)
class Way:
    """The items that are there on a way, its root, and the medium cited at its end.

    A `circular` way has no root. `carried` tells that the last item ended at a medium that it carries.
    """

    items: tuple[Evidence, ...]
    root: Root | None
    cited: str = ""
    carried: bool = False

    @property
    def circular(self) -> bool:
        """Whether the way only runs in a circle."""
        return self.root is None

    @property
    def ends_at_item(self) -> bool:
        """Whether the root is an item that is there, the last one on the way."""
        return self.root is not None and self.root.kind == "item"


def unit_of(world: World, claim: str) -> str:
    """Give what is counted for a claim: `analyst` or `origin`."""
    return world.rulebook.independence.unit.get(world.claim(claim).kind, "origin")


def ways_of(world: World, borne: Borne, unit: str) -> list[Way]:
    """Give all ways of a bearing down to roots; only a circular one where there are none but it ran in a circle."""
    own_work = unit == "analyst" or borne.stance == words.REFUTES
    found = list(_onward(world, (borne.item,), borne.written, own_work=own_work))
    rooted = [way for way in found if way is not None]
    if found and not rooted:
        return [Way((borne.item,), None)]
    return rooted


def _onward(world: World, path: tuple[Evidence, ...], written: str, *, own_work: bool) -> Iterator[Way | None]:
    """Give the ways on from the last item of the path; None is one that was cut off."""
    item = path[-1]
    passing = [(place, edge) for place, edge in world.edges(item, written) if _passes(world, edge)]
    if item.adds and own_work:
        yield Way(path, Root("item", item.id))
    elif passing:
        for place, edge in passing:
            if edge.unnamed:
                yield Way(path, Root("unnamed", edge.unnamed, edge=(item.id, place)))
            elif world.names_item(edge.from_):
                yield from _to_item(world, path, world.item(edge.from_), written, own_work=own_work)
            elif world.names_medium(edge.from_):
                yield Way(path, Root("media", group=world.group(edge.from_)), cited=edge.from_)
            else:
                yield Way(path, Root("source", edge.from_))
    else:
        yield from _ends(world, path)


def _passes(world: World, edge: Provenance) -> bool:
    kind = words.EDGES[edge.how]
    return kind.passes and (not kind.merge or world.merges(kind.merge))


def _to_item(
    world: World, path: tuple[Evidence, ...], item: Evidence, written: str, *, own_work: bool
) -> Iterator[Way | None]:
    if world.withdrawn(item):
        return
    if not world.there(item):
        yield Way(path, Root("unseen", item.id))
    elif item in path:
        yield None
    else:
        yield from _onward(world, (*path, item), written, own_work=own_work)


def _ends(world: World, path: tuple[Evidence, ...]) -> Iterator[Way]:
    item = path[-1]
    foreign = [medium for medium in item.media if not published_by(world, item, medium)]
    for medium in foreign:
        yield Way(path, Root("media", group=world.group(medium)), cited=medium, carried=True)
    if not foreign or len(foreign) < len(item.media):
        yield Way(path, Root("item", item.id))


def published_by(world: World, item: Evidence, medium: str) -> bool:
    """Whether an item's source is a publisher of a medium's group."""
    return item.source in world.publishers(world.group(medium))


def reached(world: World, start: Literal) -> frozenset[Literal]:
    """Give every literal that evidence at one literal travels to, in any chain."""
    steps = _steps(world)
    found = frozenset({start})
    while True:
        more = found | {end for begin, end in steps if begin in found}
        if more == found:
            return found
        found = more


def _steps(world: World) -> set[tuple[Literal, Literal]]:
    found: set[tuple[Literal, Literal]] = set()
    for claim in world.case.claims:
        one = _literal(world, claim.id)
        for entailed in listed(claim.entails):
            other = _literal(world, entailed)
            found |= {(one, other), (_turned(other), _turned(one))}
        for opposed in _opposed(world, claim.id):
            other = _literal(world, opposed)
            found |= {(one, _turned(other)), (other, _turned(one))}
    return found


def _opposed(world: World, claim: str) -> list[str]:
    excluded = [other for group in world.case.exclusive if claim in group for other in group if other != claim]
    return [*listed(world.claim(claim).contradicts), *excluded]


def _literal(world: World, claim: str) -> Literal:
    base, odd = world.base(claim)
    return base, not odd


def _turned(literal: Literal) -> Literal:
    return literal[0], not literal[1]


@dataclass(frozen=True)
class Standing:
    """A bearing as it stands at a base claim: its own, or inherited with the stance at which it arrives."""

    borne: Borne
    claim: str
    stance: str
    inherited: bool


def standings(world: World, claim: str) -> list[Standing]:
    """Give all bearings at a base claim, its own first, then those that it inherits."""
    bearings = world.bearings()
    own = [Standing(borne, claim, borne.stance, inherited=False) for borne in bearings if borne.claim == claim]
    taken = {(standing.borne.item.id, standing.stance) for standing in own}
    arriving = [
        Standing(borne, claim, stance, inherited=True)
        for borne in bearings
        if borne.claim != claim and borne.stance in words.OPPOSITE
        for stance, sign in ((words.SUPPORTS, True), (words.REFUTES, False))
        if (claim, sign) in reached(world, (borne.claim, borne.stance == words.SUPPORTS))
    ]
    return own + [standing for standing in arriving if (standing.borne.item.id, standing.stance) not in taken]

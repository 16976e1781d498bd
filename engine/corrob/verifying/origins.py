"""The roots of a claim's strands go in; which of them are one origin, and by which ties, comes out."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from corrob.model.case import Evidence, listed
from corrob.model.rule import Independence
from corrob.verifying.classes import joined_by_keys
from corrob.verifying.derive import publishers
from corrob.verifying.trace import CIRCLE, ITEM, MEDIA, UNNAMED, Root, Strand, applying
from corrob.verifying.worlds import World
from corrob.vocabulary import EDGES

CONTROL, BY_MEDIA, NAMELESS = "control", "media", "unnamed_same"
Key = tuple[str, str]
"""A kind of tie and what it is a tie to; two roots with one key are tied."""


class Ties(Struct, frozen=True, eq=False, dict=True):
    """Finds what ties roots together in one world, as a pack wants it."""

    world: World
    independence: Independence

    def hard(self, strand: Strand) -> frozenset[Key]:
        """Give the keys that make two roots one origin."""
        root, merge = strand.root, self.independence.merge
        keys = {("party", who) for source in publishers(self.world, strand) for who in self._closure(source)}
        if root.kind == ITEM:
            keys |= set(self._of_item(self.world.items[root.id]))
        if root.kind == MEDIA:
            keys.add((BY_MEDIA, root.id))
        if root.kind == UNNAMED and NAMELESS in merge:
            keys.add((NAMELESS, ""))
        return frozenset(keys)

    def _of_item(self, item: Evidence) -> Iterator[Key]:
        yield from (("party", who) for signer in item.joint_with for who in self._closure(signer))
        if BY_MEDIA in self.independence.merge:
            groups = (self.world.groups[media] for media in item.media)
            yield from ((BY_MEDIA, group.id) for group in groups if item.source in group.publishers)

    def _closure(self, source: str | None) -> frozenset[str]:
        if source is None:
            return frozenset()
        return self.world.closure(source) if CONTROL in self.independence.merge else frozenset({source})

    def soft(self, strand: Strand) -> frozenset[Key]:
        """Give the keys that make the independence of two roots suspect, the hard ones included."""
        suspect = self.independence.suspect
        party = frozenset[str]().union(*(self.world.closure(s) for s in publishers(self.world, strand) if s))
        keys = {*self.hard(strand), *(("party", who) for who in party)}
        keys |= {key for kind, find in _BY_PARTY.items() if kind in suspect for key in find(self, party)}
        if strand.root.kind == ITEM:
            keys |= set(self._doubts(self.world.items[strand.root.id], strand.arrival.bearing.claim))
        if strand.root.kind == UNNAMED and NAMELESS in suspect:
            keys.add((NAMELESS, ""))
        return frozenset({*keys, ("node", strand.root.id)})

    def _funders(self, party: frozenset[str]) -> Iterator[Key]:
        for who in party & self.world.sources.keys():
            for funder in listed(self.world.sources[who].funded_by):
                yield from (("party", above) for above in self.world.closure(funder))

    def _shared(self, party: frozenset[str]) -> Iterator[Key]:
        yield from (("intelligence", " ".join(pair)) for pair in self._pairs if not party.isdisjoint(pair))

    @cached_property
    def _pairs(self) -> tuple[tuple[str, str], ...]:
        sources = self.world.case.sources
        return tuple((s.id, other) for s in sources for other in listed(s.shares_intelligence_with))

    def _doubts(self, item: Evidence, claim: str) -> Iterator[Key]:
        for edge in applying(self.world, item, claim):
            kind = EDGES[edge.how].suspect
            if edge.unnamed and {kind, NAMELESS} & (self.independence.suspect - self.independence.merge):
                yield from [(NAMELESS, "")] if NAMELESS in self.independence.suspect | self.independence.merge else []
            elif not edge.unnamed and kind in self.independence.suspect - self.independence.merge:
                group = self.world.groups.get(edge.from_)
                yield ("node", group.id if group else edge.from_)
                yield from (("party", who) for who in self._party_of(edge.from_))

    def _party_of(self, node: str) -> Iterable[str]:
        if node in self.world.groups:
            sources: Iterable[str | None] = self.world.groups[node].publishers
        else:
            sources = (next((i.source for i in self.world.case.evidence if i.id == node), node),)
        return frozenset[str]().union(*(self.world.closure(source) for source in sources if source))


_BY_PARTY = {"funding": Ties._funders, "intelligence": Ties._shared}  # noqa: SLF001 - its own table


class Origin(Struct, frozen=True):
    """Roots that are one, named by the first of their ids; `ties` are the keys that two or more of them share."""

    name: str
    roots: tuple[Root, ...]
    ties: tuple[Key, ...]


def origins(ties: Ties, strands: Iterable[Strand]) -> list[Origin]:
    """Give the origins of some strands, those without any left out."""
    held: dict[Root, set[Key]] = {}
    for strand in strands:
        if strand.root.kind != CIRCLE:
            held.setdefault(strand.root, set()).update(ties.hard(strand))
    keys: dict[Root, frozenset[Hashable]] = {root: frozenset(found) for root, found in held.items()}
    return [_origin(group, held) for group in joined_by_keys(keys)]


def _origin(roots: list[Root], held: dict[Root, set[Key]]) -> Origin:
    every = [key for root in roots for key in held[root]]
    shared = {key for key in every if every.count(key) > 1}
    return Origin(min(root.id for root in roots), tuple(roots), tuple(sorted(shared)))


def at_least(ties: Ties, strands: Iterable[Strand], names: dict[Root, str]) -> int:
    """Give how many origins remain when those with suspect ties among themselves are merged too."""
    held: dict[str, frozenset[Hashable]] = {}
    for strand in strands:
        if strand.root in names:
            name = names[strand.root]
            held[name] = held.get(name, frozenset()) | ties.soft(strand)
    return len(joined_by_keys(held))

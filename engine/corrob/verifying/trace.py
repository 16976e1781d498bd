"""A bearing goes in, its strands come out: every way along its claim-scoped edges to a root, and what is said on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from corrob.model.case import Evidence, Provenance
from corrob.verifying.relations import Arrival
from corrob.verifying.worlds import World
from corrob.vocabulary import EDGES, NONE, OPPOSITE, REFUTES, worse

ITEM, UNSEEN, MEDIA, SOURCE, UNNAMED, CIRCLE = "item", "unseen", "media", "source", "unnamed", "circle"


class Root(Struct, frozen=True):
    """Where a way ends: the kind of thing and its id (a media group's, for an unnamed one its item and edge)."""

    kind: str
    id: str
    name: str


class Way(Struct, frozen=True):
    """What is said on the way from a bearing's item to a root, item by item.

    `end` is the letter of the first source that added work (`ended` says whether there is one), `worst` that of
    the worst carrier before it.
    """

    last: str = ""
    act: str = NONE
    motive: str = NONE
    number: tuple[float, str] | None = None
    hedged: bool = False
    adds: tuple[str, ...] = ()
    ended: bool = False
    end: str | None = None
    worst: str | None = None
    superseded: bool = False
    undercut: bool = False
    media: frozenset[str] = frozenset()


class Strand(Struct, frozen=True, eq=False):
    """One way of a bearing to a root, by way of the items `via`; `cited` is the media item that led to a media root."""

    arrival: Arrival
    root: Root
    way: Way
    via: tuple[str, ...]
    cited: str = ""


class Marks(Struct, frozen=True, eq=False):
    """The items that were taken back (by base claim) and those that are credibly challenged."""

    superseded: dict[str, frozenset[tuple[str, str]]] = {}
    undercut: frozenset[str] = frozenset()


class Tracer(Struct, frozen=True, eq=False, dict=True):
    """Follows bearings in one world; `merge` are the kinds of tie that make two origins one."""

    world: World
    merge: frozenset[str]
    bears: dict[tuple[str, str], list[Arrival]]
    marks: Marks = Marks()

    def strands(self, arrival: Arrival, claim: str, *, analysts: bool) -> list[Strand]:
        """Give the strands of a bearing at a claim; `analysts`: own work is counted, and not what it rests on."""
        search = _Search(self, arrival, claim, own_work=analysts or arrival.written == REFUTES)
        found = list(search.follow(arrival.item, Way(), ()))
        if found or not search.turned_back:
            return found
        circle = Root(CIRCLE, arrival.item.id, arrival.item.id)
        return [Strand(arrival, circle, search.step(Way(), arrival.item, arrival.item.media), (arrival.item.id,))]

    @cached_property
    def on_circles(self) -> frozenset[str]:
        """The items that lie on a circle of edges, or between two of them."""
        onward = {i.id: {e.from_ for e in i.derived_from} for i in self.world.items.values()}
        while True:
            aimed_at = frozenset().union(*onward.values())
            kept = {one: ahead & onward.keys() for one, ahead in onward.items() if one in aimed_at}
            kept = {one: ahead for one, ahead in kept.items() if ahead & kept.keys()}
            if kept == onward:
                return frozenset(onward)
            onward = kept


class _Search:
    """One walk down from a bearing. A place is entered once with the same things said, so that wide nets stay small."""

    def __init__(self, tracer: Tracer, arrival: Arrival, claim: str, *, own_work: bool) -> None:
        self.tracer, self.world, self.arrival = tracer, tracer.world, arrival
        self.claim, self.own_work = claim, own_work
        self.turned_back = False
        self.entered: set[object] = set()

    def follow(self, item: Evidence, way: Way, via: tuple[str, ...]) -> Iterator[Strand]:
        """Give the strands from an item downwards."""
        if item.id in via:
            self.turned_back = True
            return
        via = (*via, item.id)
        state = (item.id, way, self.tracer.on_circles.intersection(via))
        if state in self.entered:
            return
        self.entered.add(state)
        edges = [] if item.adds and self.own_work else self.edges(item)
        foreign = [] if edges or (item.adds and self.own_work) else self.foreign(item)
        for edge in edges:
            yield from self.along(edge, item, self.step(way, item, item.media), via)
        for media in foreign:
            yield self.medium(media, self.step(way, item, (media,)), via)
        if not edges and len(foreign) < max(1, len(item.media)):
            yield Strand(self.arrival, Root(ITEM, item.id, item.id), self.step(way, item, item.media), via)

    def edges(self, item: Evidence) -> list[Provenance]:
        """Give the item's edges that pass an origin on for the claim that the bearing was written for."""
        return [e for e in applying(self.world, item, self.arrival.bearing.claim) if passes(e, self.tracer.merge)]

    def foreign(self, item: Evidence) -> list[str]:
        """Give the media that the item carries and its source did not publish first."""
        return [m for m in item.media if item.source not in self.world.groups[m].publishers]

    def along(self, edge: Provenance, item: Evidence, way: Way, via: tuple[str, ...]) -> Iterator[Strand]:
        """Follow one edge to what it names."""
        world, target = self.world, edge.from_
        if edge.unnamed:
            number = next(n for n, one in enumerate(item.derived_from) if one is edge)
            yield Strand(self.arrival, Root(UNNAMED, f"{item.id}#{number}", f"unnamed: {edge.unnamed}"), way, via)
        elif target in world.groups:
            yield self.medium(target, replace(way, media=way.media | {target}), via)
        elif target in world.sources:
            yield Strand(self.arrival, Root(SOURCE, target, target), way, via)
        elif target in world.items:
            yield from self.follow(world.items[target], way, via)
        elif target not in world.withdrawn:
            yield Strand(self.arrival, Root(UNSEEN, target, target), way, via)

    def medium(self, media: str, way: Way, via: tuple[str, ...]) -> Strand:
        """End at a media group."""
        group = self.world.groups[media]
        return Strand(self.arrival, Root(MEDIA, group.id, group.id), way, via, media)

    def step(self, way: Way, item: Evidence, media: tuple[str, ...]) -> Way:
        """Add what an item says to what was said before it."""
        letter, first = self.world.letter(item.source), not way.last
        others = self.tracer.bears.get((item.id, self.arrival.base), [])
        bearings = [self.arrival] if first else others
        given = (a.bearing for a in (*bearings, *others))
        numbers = ((bearing.value, bearing.bound) for bearing in given if bearing.value is not None)
        ending = bool(item.adds) and not way.ended
        return Way(
            last=item.id,
            act=item.act if way.act == NONE and own_words(self.world, item, self.arrival.bearing.claim) else way.act,
            motive=item.motive if way.motive == NONE else way.motive,
            number=way.number or next(numbers, None),
            hedged=way.hedged or any(a.bearing.hedged for a in bearings),
            adds=way.adds or item.adds,
            ended=way.ended or ending,
            end=letter if ending else way.end,
            worst=way.worst if way.ended or ending else worse(way.worst, letter),
            superseded=way.superseded or self.taken_back(item, first=first),
            undercut=way.undercut or item.id in self.tracer.marks.undercut,
            media=way.media | frozenset(media),
        )

    def taken_back(self, item: Evidence, *, first: bool) -> bool:
        """Say whether an item on the way is superseded: where it was written, or where the bearing arrives."""
        taken, arrival = self.tracer.marks.superseded, self.arrival
        own = (a.stance for a in self.tracer.bears.get((item.id, arrival.base), []) if a.stance in OPPOSITE)
        there = taken.get(arrival.base, frozenset())
        said = any((item.id, stance) in there for stance in ((arrival.written,) if first else own))
        return said or (item.id, arrival.stance) in taken.get(self.claim, ())


def applying(world: World, item: Evidence, claim: str) -> list[Provenance]:
    """Give the item's edges that hold for a claim and are known."""
    return [e for e in item.derived_from if (not e.for_ or claim in e.for_) and world.knows(e.known)]


def own_words(world: World, item: Evidence, claim: str) -> bool:
    """Say whether an item speaks for itself on a claim: the record itself, or nobody else's words passed on."""
    return item.primary_record or not any(EDGES[e.how].words for e in applying(world, item, claim))


def passes(edge: Provenance, merge: frozenset[str]) -> bool:
    """Say whether an edge passes its origin on, given what the pack merges."""
    kind = EDGES[edge.how]
    return kind.passes and (not kind.merge or kind.merge in merge)

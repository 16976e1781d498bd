"""A case and some ids go in, the case without these items, sources or media comes out: a plain edit of the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from corrob.model.case import Case, Dated, Evidence, Media, Provenance
from corrob.verifying.classes import classes
from corrob.verifying.worlds import World
from corrob.vocabulary import EDGES

ITEM, MEDIA, SOURCE = "item", "media", "source"
BEFORE_ALL: Final = "0001-01-01"
"""The day on which what is taken out of a case is withdrawn: no date lies before it."""

_PASSED_ON: Final = "repost"


def kind_of(case: Case, name: str) -> str | None:
    """Say what an id names: an item, else a media item, else a source; None where it names none of these."""
    kinds = ((ITEM, case.evidence), (MEDIA, case.media), (SOURCE, case.sources))
    return next((kind for kind, things in kinds if any(one.id == name for one in things)), None)


def without(case: Case, gone: Iterable[str], world: World | None = None) -> Case:
    """Give the case without some items, media or sources; raise `KeyError` where an id names none of these.

    An item is withdrawn before all else. So are all items of a source; the media that nobody but it published first go
    as well, and what rests on it leads nowhere. With a media item its copies go, and what the `world` holds to be one
    with it; without a world, what has the same fingerprint. An item that only carried such media has nothing left to
    say; one whose source published them keeps what it says, unless it was `direct` and carries nothing else.
    """
    names = dict.fromkeys(gone)
    kinds = {name: kind_of(case, name) for name in names}
    if None in kinds.values():
        raise KeyError(*(name for name, kind in kinds.items() if kind is None))
    edit = _Edit(world or World(case), *(frozenset(n for n in names if kinds[n] == k) for k in (ITEM, MEDIA, SOURCE)))
    return edit.case() if names else case


def same_media(world: World) -> list[list[str]]:
    """Give the media items that are one in a world; one that is known as a copy on some date is one for good."""
    groups = world.groups
    copies = ((m.id, other) for m in world.case.media for other in _originals(m) if other in groups)
    return classes(groups, (*((m, group.id) for m, group in groups.items()), *copies))


class _Edit(Struct, frozen=True, eq=False, dict=True):
    world: World
    items: frozenset[str]
    named_media: frozenset[str]
    sources: frozenset[str]

    def case(self) -> Case:
        case = self.world.case
        evidence = tuple(map(self._item, case.evidence))
        used = {edge.from_ for item in evidence for edge in item.derived_from}
        stubs = (stub for stub in self.stubs.values() if stub.id in used)
        return replace(case, evidence=(*evidence, *{stub.id: stub for stub in stubs}.values()))

    @cached_property
    def media(self) -> frozenset[str]:
        """The media that go: those named, those first published only by sources that go, and their copies."""
        groups = self.world.groups
        orphaned = (m for m, group in groups.items() if all(who in self.sources for who in group.publishers))
        start = self.named_media.union(orphaned)
        return frozenset(m for one in same_media(self.world) if not start.isdisjoint(one) for m in one)

    @cached_property
    def stubs(self) -> dict[str, Evidence]:
        """For each source and media item that goes, the withdrawn item that edges to it lead to instead."""
        publishers = {media: self.world.groups[media].publishers for media in sorted(self.media)}
        known = {media: next(filter(None, by), None) for media, by in publishers.items()}
        somebody = next((item.source for item in self.world.case.evidence), "")
        held = {**known, **{source: source for source in sorted(self.sources)}}
        return {name: _withdrawn(self._free(name), by or somebody) for name, by in held.items()}

    def _free(self, name: str) -> str:
        case = self.world.case
        taken = {one.id for things in (case.evidence, case.media, case.sources) for one in things}
        while name in taken:
            name = f"{name} (gone)"
        return name

    def _item(self, item: Evidence) -> Evidence:
        if item.id in self.items or item.source in self.sources:
            return replace(item, retracted=BEFORE_ALL)
        edges = tuple(map(self._edge, item.derived_from))
        led = item if edges == item.derived_from else replace(item, derived_from=edges)
        return led if self.media.isdisjoint(item.media) else self._bared(led)

    def _edge(self, edge: Provenance) -> Provenance:
        """Lead an edge that would pass on what is gone to something withdrawn."""
        rests = edge.from_ in self.stubs and EDGES[edge.how].passes
        return replace(edge, from_=self.stubs[edge.from_].id) if rests else edge

    def _bared(self, item: Evidence) -> Evidence:
        """Take from an item the media that are gone, so that it does not speak for itself where it did not before."""
        left = tuple(media for media in item.media if media not in self.media)
        bare = replace(item, media=left)
        if left:
            return bare
        if any(item.source in self.world.groups[media].publishers for media in item.media):
            return replace(bare, retracted=BEFORE_ALL) if item.direct else bare
        return self._relay(bare, self.stubs[item.media[0]])

    @staticmethod
    def _relay(bare: Evidence, stub: Evidence) -> Evidence:
        """Let a relay whose media are gone lead nowhere; one that did nothing but carry them goes as well."""
        passing = [edge for edge in bare.derived_from if EDGES[edge.how].passes]
        if not passing and not bare.adds:
            return replace(bare, retracted=BEFORE_ALL)
        if any(not edge.for_ and not edge.known for edge in passing):
            return bare
        return replace(bare, derived_from=(*bare.derived_from, Provenance(_PASSED_ON, stub.id)))


def _withdrawn(name: str, source: str) -> Evidence:
    return Evidence(id=name, source=source, bears=(), retracted=BEFORE_ALL)


def _originals(media: Media) -> Iterator[str]:
    """Give what a media item is known to be a copy of, on any date."""
    dated = media.copy_of if isinstance(media.copy_of, tuple) else (media.copy_of,)
    yield from (entry.value if isinstance(entry, Dated) else entry for entry in dated)

"""A case goes in, the world as of a date comes out: what is there, who controls whom, which media are equal."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import inf
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from corrob import dates
from corrob.dates import Interval, known_by
from corrob.model.case import Case, Claim, Dated, Evidence, Media, Source, listed
from corrob.verifying.classes import classes
from corrob.vocabulary import LETTERS, NONE, UNJUDGED


class MediaGroup(Struct, frozen=True):
    """Media items that are one: its name (the earliest member's id), its members, first publishers and date.

    A publisher is None where the earliest member does not tell who published it.
    """

    id: str
    members: tuple[Media, ...]
    publishers: tuple[str | None, ...]
    date: Interval | None


class World(Struct, frozen=True, eq=False, dict=True):
    """A case as of a date; `contested` applies disputed bloc labels too, `pdq_distance` is in bits."""

    case: Case
    as_of: Interval | None = None
    contested: bool = False
    pdq_distance: float = 0

    def at(self, moment: Interval | None) -> World:
        """Give the same case as of another moment."""
        return replace(self, as_of=moment)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.case.claims}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id; the case's own come after a register's and win."""
        return {source.id: source for source in self.case.sources}

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The ids of the items that their sources had withdrawn by the date."""
        return frozenset(i.id for i in self.case.evidence if i.retracted and self.knows(i.retracted))

    @cached_property
    def items(self) -> dict[str, Evidence]:
        """The items that are there, by id."""
        return {i.id: i for i in self.case.evidence if i.id not in self.withdrawn and self._appeared(i)}

    @cached_property
    def undated(self) -> frozenset[str]:
        """The ids of the items of which it cannot be told whether they were known by the date."""
        return frozenset(i.id for i in self.case.evidence if i.id not in self.withdrawn and self._unplaced(i))

    def knows(self, text: str | None) -> bool:
        """Whether something of that date is known; no date is no limit."""
        return text is None or known_by(dates.interval(text), self.as_of)

    def _appeared(self, item: Evidence) -> bool:
        when = item.known or item.published
        return self.as_of is None or (when is not None and self.knows(when))

    def _unplaced(self, item: Evidence) -> bool:
        when = item.known or item.published
        return self.as_of is not None and (when is None or dates.straddles(dates.interval(when), self.as_of))

    def now(self, value: Any) -> Any:  # noqa: ANN401 - any field of the format may be dated
        """Give a field's value as of the date; None where it is dated and nothing was known yet."""
        if not isinstance(value, tuple) or not value or not isinstance(value[0], Dated):
            return value
        known = [entry for entry in value if self.knows(entry.known)]
        return max(reversed(known), key=lambda entry: dates.point(entry.known).end).value if known else None

    # sources

    @cached_property
    def _closures(self) -> dict[str, tuple[frozenset[str], ...]]:
        return {}

    def circles(self, source: str) -> tuple[frozenset[str], ...]:
        """Give the source, then its controllers, then theirs: one set a step, nobody twice."""
        if source not in self._closures:
            self._closures[source] = tuple(self._widen(source))
        return self._closures[source]

    def _widen(self, source: str) -> Iterable[frozenset[str]]:
        seen: frozenset[str] = frozenset()
        ring = frozenset({source})
        while ring:
            yield ring
            seen |= ring
            ring = frozenset(above for one in ring for above in self._controllers(one)) - seen

    def _controllers(self, source: str) -> tuple[str, ...]:
        known = self.sources.get(source)
        return listed(self.now(known.controlled_by) or ()) if known else ()

    def closure(self, source: str) -> frozenset[str]:
        """Give the source with everybody who controls it."""
        return frozenset().union(*self.circles(source))

    def actors(self, item: Evidence) -> frozenset[str]:
        """Give everybody whose statement this is by control."""
        return self.closure(item.source)

    def speakers(self, item: Evidence) -> frozenset[str]:
        """Give the actors of the item and of everybody who signed it."""
        return frozenset().union(*(self.closure(who) for who in (item.source, *item.joint_with)))

    def letter(self, source: str | None) -> str | None:
        """Give the source's letter; None where it cannot be judged."""
        known = self.sources.get(source or "")
        letter = self.now(known.reliability) if known else None
        return None if letter == UNJUDGED else letter

    def blocs(self, source: str | None) -> frozenset[str]:
        """Give the source's bloc, or those of its nearest controllers that have one."""
        for ring in self.circles(source or ""):
            found = frozenset(filter(None, map(self._bloc, ring)))
            if found:
                return found
        return frozenset()

    def _bloc(self, source: str) -> str | None:
        known = self.sources.get(source)
        if known is None or (known.bloc_contested and not self.contested):
            return None
        bloc: str | None = self.now(known.bloc)
        return None if bloc == NONE else bloc

    # media

    @cached_property
    def groups(self) -> dict[str, MediaGroup]:
        """The group of each media item, by the item's id."""
        members = {media.id: media for media in self.case.media}
        joined = classes(members, self._same(tuple(members.values())))
        made = [self._group([members[one] for one in group]) for group in joined]
        return {media.id: group for group in made for media in group.members}

    def _same(self, media: tuple[Media, ...]) -> Iterable[tuple[str, str]]:
        """Give the pairs of media items that are one, among those known by the date."""
        known = [m for m in media if not self._to_come(m)]
        ids = {m.id for m in known}
        yield from ((m.id, self.now(m.copy_of)) for m in known if self.now(m.copy_of) in ids)
        yield from _equal_hashes(known)
        hashed = [(m.id, int(m.pdq, 16)) for m in known if m.pdq]
        for n, (one, bits) in enumerate(hashed):
            near = (other for other, theirs in hashed[:n] if (bits ^ theirs).bit_count() <= self.pdq_distance)
            yield from ((one, other) for other in near)

    def _to_come(self, media: Media) -> bool:
        seen = _seen(media)
        return seen is not None and self.as_of is not None and self.as_of.end < seen.start

    def _group(self, members: list[Media]) -> MediaGroup:
        ordered = sorted(members, key=lambda m: (_begin(m), m.id))
        first = [m for m in ordered if _day(m) == _day(ordered[0])]
        lowest = min(_grade(self.letter(m.from_)) for m in first)
        publishers = {m.from_ or None for m in first if _grade(self.letter(m.from_)) == lowest}
        earliest = min(filter(None, map(_seen, members)), key=_order, default=None)
        return MediaGroup(ordered[0].id, tuple(ordered), tuple(sorted(publishers, key=str)), earliest)


def _equal_hashes(media: list[Media]) -> Iterable[tuple[str, str]]:
    first: dict[str, str] = {}
    for one in media:
        if one.sha256:
            yield one.id, first.setdefault(one.sha256.lower(), one.id)


def _seen(media: Media) -> Interval | None:
    return dates.interval(media.first_seen) if media.first_seen else None


def _order(when: Interval) -> tuple[float, Interval]:
    return inf if when.begins is None else when.begins, when


def _begin(media: Media) -> float:
    seen = _seen(media)
    return _order(seen)[0] if seen else inf


def _day(media: Media) -> float:
    begin = _begin(media)
    return begin if begin == inf else dates.day_of(begin)


def _grade(letter: str | None) -> int:
    return LETTERS.index(letter or UNJUDGED)

"""Section 1 of the semantics: a case and a date go in, what there is on that date comes out."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TypeVar

from corrob import vocabulary as words
from corrob.dates import Interval, day_of, interval, known_by
from corrob.model.case import Bearing, Case, Claim, Dated, Evidence, Media, Provenance, Source, listed
from corrob.model.rule import Rulebook

T = TypeVar("T")
D = TypeVar("D")
Group = frozenset[str]


@dataclass(frozen=True)
class Borne:
    """A bearing that is there: on the written claim, and turned round onto its base claim."""

    item: Evidence
    bearing: Bearing
    written: str
    claim: str
    stance: str


@dataclass(frozen=True, eq=False)
class World:
    """A case as of a date, under a rulebook; `contested` applies the blocs whose label is disputed."""

    case: Case
    rulebook: Rulebook
    as_of: Interval | None
    contested: bool = False

    def since(self, date: str | None) -> bool:
        """Whether something is there that was learnt on this date, or was always known."""
        return date is None or known_by(interval(date), self.as_of)

    def held(self, value: T | tuple[Dated[T], ...] | None, default: D) -> T | D:
        """Give a dated field's value: that of the entry known last."""
        if not isinstance(value, tuple):
            return default if value is None else value
        latest = self._latest(value)
        return default if latest is None else latest.value

    def _latest(self, entries: tuple[Dated[T], ...]) -> Dated[T] | None:
        known = [entry for entry in entries if self.since(entry.known)]
        last = max((interval(entry.known).end for entry in known), default=-inf)
        return next((entry for entry in reversed(known) if interval(entry.known).end == last), None)

    # the things of the case by id

    def source(self, name: str) -> Source:
        """Give a source."""
        return next(source for source in self.case.sources if source.id == name)

    def medium(self, name: str) -> Media:
        """Give a media item."""
        return next(medium for medium in self.case.media if medium.id == name)

    def item(self, name: str) -> Evidence:
        """Give an item of evidence."""
        return next(item for item in self.case.evidence if item.id == name)

    def claim(self, name: str) -> Claim:
        """Give a claim."""
        return next(claim for claim in self.case.claims if claim.id == name)

    def names_item(self, name: str) -> bool:
        """Whether an id is that of an item."""
        return any(item.id == name for item in self.case.evidence)

    def names_medium(self, name: str) -> bool:
        """Whether an id is that of a media item."""
        return any(medium.id == name for medium in self.case.media)

    # items, bearings and edges

    def withdrawn(self, item: Evidence) -> bool:
        """Whether an item has been withdrawn."""
        return item.retracted is not None and self.since(item.retracted)

    def there(self, item: Evidence) -> bool:
        """Whether an item is there."""
        if self.withdrawn(item):
            return False
        appeared = item.known or item.published
        return self.as_of is None or (appeared is not None and self.since(appeared))

    def items(self) -> list[Evidence]:
        """Give the items that are there."""
        return [item for item in self.case.evidence if self.there(item)]

    def base(self, claim: str) -> tuple[str, bool]:
        """Follow `negates` to its end; also tell whether the number of steps was odd."""
        odd = False
        while self.claim(claim).negates:
            claim, odd = self.claim(claim).negates, not odd
        return claim, odd

    def bases(self) -> list[Claim]:
        """Give the claims that negate none."""
        return [claim for claim in self.case.claims if not claim.negates]

    def bearings(self) -> list[Borne]:
        """Give every bearing that is there, of the items that are there."""
        return [
            self._borne(item, bearing) for item in self.items() for bearing in item.bears if self.since(bearing.known)
        ]

    def _borne(self, item: Evidence, bearing: Bearing) -> Borne:
        claim, odd = self.base(bearing.claim)
        stance = words.OPPOSITE.get(bearing.stance, bearing.stance) if odd else bearing.stance
        return Borne(item, bearing, bearing.claim, claim, stance)

    def edges(self, item: Evidence, written: str) -> list[tuple[int, Provenance]]:
        """Give an item's edges that apply to a written claim, each with its place in the item's list."""
        return [
            (place, edge)
            for place, edge in enumerate(item.derived_from)
            if (not edge.for_ or written in edge.for_) and self.since(edge.known)
        ]

    def merges(self, tie: str) -> bool:
        """Whether the pack merges origins over this kind of tie."""
        return tie in self.rulebook.independence.merge

    def suspects(self, tie: str) -> bool:
        """Whether the pack lists this kind of tie as suspect."""
        return tie in self.rulebook.independence.suspect

    # sources

    def controllers(self, source: str) -> frozenset[str]:
        """Give those who control a source directly."""
        value = self.source(source).controlled_by
        if isinstance(value, str):
            return frozenset(listed(value))
        plain = [entry for entry in value if isinstance(entry, str)]
        latest = self._latest(tuple(entry for entry in value if isinstance(entry, Dated)))
        return frozenset([*plain, *(listed(latest.value) if latest else ())])

    def closure(self, source: str) -> frozenset[str]:
        """Give a source with all who control it, directly or not."""
        found = frozenset({source})
        while True:
            more = found.union(*(self.controllers(member) for member in found))
            if more == found:
                return found
            found = more

    def actors(self, item: Evidence) -> frozenset[str]:
        """Give those for whom an item's source acts."""
        return self.closure(item.source)

    def speakers(self, item: Evidence) -> frozenset[str]:
        """Give those for whom an item's source and its signers speak."""
        return self.actors(item).union(*(self.closure(signer) for signer in item.joint_with))

    def letter(self, source: str) -> str | None:
        """Give a source's letter, or None where it cannot be judged."""
        letter = self.held(self.source(source).reliability, words.UNJUDGED)
        return None if letter == words.UNJUDGED else letter

    def blocs(self, source: str) -> frozenset[str]:
        """Give a source's own bloc, or those of the nearest controllers that have one."""
        level = frozenset({source})
        while level:
            found = {self._own_bloc(member) for member in level} - {words.NONE}
            if found:
                return frozenset(found)
            level = frozenset().union(*(self.controllers(member) for member in level))
        return frozenset()

    def _own_bloc(self, source: str) -> str:
        record = self.source(source)
        if record.bloc_contested and not self.contested:
            return words.NONE
        return self.held(record.bloc, words.NONE) or words.NONE

    # media

    def group(self, medium: str) -> Group:
        """Give the media that are equal to one, in any chain."""
        found = frozenset({medium})
        while True:
            more = found | {
                other.id
                for other in self.case.media
                if any(self._equal(self.medium(member), other) for member in found)
            }
            if more == found:
                return found
            found = more

    def _equal(self, one: Media, other: Media) -> bool:
        if not (self._takes_part(one) and self._takes_part(other)):
            return False
        copies = other.id == self.held(one.copy_of, "") or one.id == self.held(other.copy_of, "")
        return copies or (one.sha256 != "" and one.sha256.lower() == other.sha256.lower()) or self._near(one, other)

    def _takes_part(self, medium: Media) -> bool:
        if self.as_of is None or medium.first_seen is None:
            return True
        return interval(medium.first_seen).start <= self.as_of.end

    def _near(self, one: Media, other: Media) -> bool:
        if not one.pdq or not other.pdq:
            return False
        distance = (int(one.pdq, 16) ^ int(other.pdq, 16)).bit_count()
        return distance <= float(self.rulebook.parameters["pdq_distance"])

    def publishers(self, group: Group) -> frozenset[str | None]:
        """Give the publishers of a media group; None is one who is not known."""
        members = [self.medium(name) for name in group]
        first = min(_first_day(member) for member in members)
        earliest = [member for member in members if _first_day(member) == first]
        lowest = min(self._rank(member) for member in earliest)
        return frozenset(member.from_ or None for member in earliest if self._rank(member) == lowest)

    def known_publishers(self, group: Group) -> frozenset[str]:
        """Give the publishers of a media group that are known."""
        return frozenset(name for name in self.publishers(group) if name is not None)

    def _rank(self, medium: Media) -> int:
        letter = self.letter(medium.from_) if medium.from_ else None
        return words.LETTERS.index(letter or words.UNJUDGED)

    def group_date(self, group: Group) -> Interval | None:
        """Give the earliest first publication of a media group."""
        members = [self.medium(name) for name in group]
        dates = [interval(member.first_seen) for member in members if member.first_seen]
        return min(dates, key=lambda date: (begin(date), date), default=None)

    def group_name(self, group: Group) -> str:
        """Name a media group by its member that was seen first, then by id."""
        return min(group, key=lambda name: (begin(_first_seen(self.medium(name))), name))


def begin(date: Interval | None) -> float:
    """Give the moment at which a date begins (of an open begin: its end); what has no date comes last."""
    return inf if date is None or date.begins is None else date.begins


def _first_seen(medium: Media) -> Interval | None:
    return interval(medium.first_seen) if medium.first_seen else None


def _first_day(medium: Media) -> float:
    seen = _first_seen(medium)
    return inf if seen is None else day_of(begin(seen))

"""Statements in one world go in; who was taken back, who is credibly challenged, and what was said last comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from corrob import dates
from corrob.model.case import Claim, Evidence
from corrob.verifying.classes import reach
from corrob.verifying.derive import reliability
from corrob.verifying.relations import Arrival, Relations, turned
from corrob.verifying.trace import Tracer, own_words
from corrob.verifying.worlds import World
from corrob.vocabulary import ACTS, EVERY, LETTERS, OPPOSITE, act_on

Arrivals = dict[str, list[Arrival]]


def day(item: Evidence) -> int | None:
    """Give the day on which an item was published, else known; None where it has no date."""
    text = item.published or item.known
    begins = dates.interval(text).begins if text else None
    return None if begins is None else dates.day_of(begins)


def on_record(world: World, item: Evidence, claim: str) -> bool:
    """Whether an item is its source's own act on a claim."""
    return not ACTS[item.act].silent and own_words(world, item, claim)


def superseded(world: World, arrivals: Iterable[Arrival], undercut: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Give the items, with their stance, that a later act of the same controller takes back on one claim."""
    arrivals = list(arrivals)
    acts: dict[str, list[Arrival]] = {}
    for act in arrivals:
        if act.item.id not in undercut and on_record(world, act.item, act.bearing.claim):
            for who in world.speakers(act.item):
                acts.setdefault(who, []).append(act)
    return frozenset((old.item.id, old.stance) for old in arrivals if _taken_back(old, acts, world.actors(old.item)))


def _taken_back(old: Arrival, acts: Arrivals, by: Iterable[str]) -> bool:
    return any(_takes_back(new, old) for who in by for new in acts.get(who, ()))


def _takes_back(new: Arrival, old: Arrival) -> bool:
    if not _speaks_against(new, old) and old.stance not in ACTS[new.item.act].replaces:
        return False
    then, now = day(old.item), day(new.item)
    return then is not None and now is not None and then < now


def _speaks_against(new: Arrival, old: Arrival) -> bool:
    """Say whether a statement contradicts another, or takes a side where the other only took something back."""
    if new.bearing.hedged or new.stance not in OPPOSITE:
        return False
    says_more = bool(ACTS[old.item.act].replaces) and not ACTS[new.item.act].replaces
    return says_more or new.stance == OPPOSITE.get(old.stance)


def undercut(world: World, credible: Callable[[str], bool]) -> frozenset[str]:
    """Give the items that a credible item challenges which is itself not challenged so; circles do not count."""
    attackers: dict[str, set[str]] = {}
    for item in world.items.values():
        for target in {u.item for u in item.undercuts} & world.items.keys() - {item.id}:
            if credible(item.id):
                attackers.setdefault(target, set()).add(item.id)
    below = {item: reach(item, attackers) for item in attackers}
    outside = {item: {a for a in by if item not in below.get(a, ())} for item, by in attackers.items()}
    fallen: set[str] = set()
    for one in sorted(outside, key=lambda target: (len(below[target]), target not in below[target])):
        if outside[one] - fallen:
            fallen.add(one)
    return frozenset(fallen)


def credible_items(tracer: Tracer, arrivals: Arrivals, units: dict[str, bool], letter: str) -> Callable[[str], bool]:
    """Give the test whether an item has a strand, on any claim, of that letter or better."""
    least = LETTERS.index(letter)

    def is_credible(item: str) -> bool:
        own = (a for reached in arrivals.values() for a in reached if a.item.id == item and not a.inherited)
        return any(
            LETTERS.index(reliability(tracer.world, strand) or LETTERS[0]) >= least
            for arrival in own
            for strand in tracer.strands(arrival, arrival.base, analysts=units[arrival.base])
        )

    return is_credible


class Record(Struct, frozen=True, eq=False):
    """What was said last, for claims about speech acts."""

    world: World
    relations: Relations
    undercut: frozenset[str]

    def answer(self, claim: Claim, of: str, *, primary: bool) -> bool | None:
        """Say whether the latest act of every (some) source is among the claim's acts; None where unknown."""
        answers = [self._latest(claim, source, primary=primary) for source in claim.about_sources]
        if not answers:
            return None
        settled = of != EVERY
        if settled in answers:
            return settled
        return None if None in answers else not settled

    def _latest(self, claim: Claim, source: str, *, primary: bool) -> bool | None:
        said = [(day(item), act, item) for item, act in self._statements(claim.about_claim, source)]
        last = max((when for when, _, _ in said if when is not None), default=None)
        latest = [(act, item) for when, act, item in said if when is not None and when == last]
        acts = {act for act, _ in latest}
        if len(acts) != 1:
            return None
        return acts <= set(claim.acts) and (not primary or any(item.primary_record for _, item in latest))

    def _statements(self, claim: str, source: str) -> Iterable[tuple[Evidence, str]]:
        """Give the items by which a source acted on a claim, each with what it did there."""
        if not claim:
            return
        about, same = self.relations.base[claim]
        for item in self.world.items.values():
            if item.id in self.undercut or source not in self.world.speakers(item):
                continue
            for bearing in item.bears:
                base, alike = self.relations.base[bearing.claim]
                known = base == about and self.world.knows(bearing.known)
                if known and on_record(self.world, item, bearing.claim):
                    yield item, act_on(item.act, bearing.stance if alike is same else turned(bearing.stance))

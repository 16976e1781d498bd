"""The relations between claims go in; which bearing reaches which claim, with which stance, comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import permutations

from msgspec import Struct
from msgspec.structs import replace

from corrob.model.case import Bearing, Case, Claim, Evidence, Part, listed
from corrob.verifying.classes import reach
from corrob.verifying.worlds import World
from corrob.vocabulary import OPPOSITE, REFUTES, SUPPORTS

SUPERSEDED_BY = "superseded_by"
Literal = tuple[str, bool]
"""A claim, or (False) its opposite."""


class Arrival(Struct, frozen=True):
    """A bearing as it reaches a claim.

    `base` is the claim that it was written for, negations resolved; `written` its stance there; `stance` its stance
    at the claim where it arrives.
    """

    item: Evidence
    bearing: Bearing
    base: str
    written: str
    stance: str
    inherited: bool = False


class Relations(Struct, frozen=True, eq=False, dict=True):
    """The relations of one case, negations resolved."""

    case: Case

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.case.claims}

    @cached_property
    def base(self) -> dict[str, Literal]:
        """For every claim the one that it comes down to, and whether it says the same (an even number of denials)."""
        return {claim: self._resolve(claim) for claim in self.claims}

    def _resolve(self, claim: str) -> Literal:
        same = True
        while self.claims[claim].negates:
            claim, same = self.claims[claim].negates, not same
        return claim, same

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The claims that negate no other, in the order of the case."""
        return tuple(claim.id for claim in self.case.claims if not claim.negates)

    @cached_property
    def excluded(self) -> dict[str, frozenset[str]]:
        """For every claim those that cannot hold beside it, whichever of the two says so."""
        named = [(c.id, other) for c in self.case.claims for other in listed(c.contradicts)]
        grouped = [pair for group in self.case.exclusive for pair in permutations(group, 2)]
        pairs = {*named, *((b, a) for a, b in named), *grouped}
        return {claim: frozenset(b for a, b in pairs if a == claim) for claim in self.claims}

    @cached_property
    def _onward(self) -> dict[Literal, set[Literal]]:
        onward: dict[Literal, set[Literal]] = {}
        for one, other in self._implied():
            onward.setdefault(one, set()).add(other)
            onward.setdefault(_opposite(other), set()).add(_opposite(one))
        return onward

    def _implied(self) -> Iterator[tuple[Literal, Literal]]:
        for claim in self.case.claims:
            here = self.base[claim.id]
            yield from ((here, self.base[other]) for other in listed(claim.entails))
            yield from ((here, _opposite(self.base[other])) for other in self.excluded[claim.id])

    def reach(self, start: Literal) -> frozenset[Literal]:
        """Give what evidence for a literal is evidence for as well, itself included."""
        return frozenset({start, *reach(start, self._onward)})

    def arrivals(self, world: World) -> dict[str, list[Arrival]]:
        """Give, for each base claim, its own bearings and then those that relations bring."""
        arrivals: dict[str, list[Arrival]] = {claim: [] for claim in self.bases}
        own = list(self._own(world))
        for arrival in own:
            arrivals[arrival.base].append(arrival)
        taken = {(arrival.item.id, arrival.base, arrival.stance) for arrival in own}
        for arrival in own:
            for moved in self._moved(arrival):
                if (moved[1].item.id, moved[0], moved[1].stance) not in taken:
                    arrivals[moved[0]].append(moved[1])
        return arrivals

    def _own(self, world: World) -> Iterator[Arrival]:
        for item in world.items.values():
            for bearing in item.bears:
                if world.knows(bearing.known):
                    base, same = self.base[bearing.claim]
                    stance = bearing.stance if same else turned(bearing.stance)
                    yield Arrival(item, bearing, base, stance, stance)

    def _moved(self, arrival: Arrival) -> Iterator[tuple[str, Arrival]]:
        if arrival.stance not in OPPOSITE:
            return
        for claim, holds in self.reach((arrival.base, arrival.stance == SUPPORTS)):
            if claim != arrival.base:
                stance = SUPPORTS if holds else REFUTES
                yield claim, replace(arrival, stance=stance, inherited=True)

    def capping(self, claim: Claim) -> Iterable[tuple[str, bool]]:
        """Give the claims that cap this one, each with whether it does so even where nothing was assessed."""
        yield from ((other, True) for other in listed(claim.entails))
        for part in self.case.claims:
            wholes = (w for w in part.part_of if isinstance(w, Part) and w.required)
            yield from ((part.id, False) for whole in wholes if whole.claim == claim.id)

    def related(self, claim: Claim, by: str, world: World) -> tuple[str, ...]:
        """Give the claims that a relation leads to, as far as it is known."""
        later = claim.superseded_by
        if by == SUPERSEDED_BY:
            return (later.claim,) if later and world.knows(later.from_) else ()
        return tuple(_RELATIONS[by](self, claim))

    def pointing(self, claim: Claim, field: str) -> Iterator[str]:
        """Give the claims whose field (`entails` or `part_of`) names this one."""
        for other in self.case.claims:
            if claim.id in map(_id, listed(getattr(other, field))):
                yield other.id


def turned(stance: str) -> str:
    """Give the opposite stance; one that takes no side stays."""
    return OPPOSITE.get(stance, stance)


def _opposite(literal: Literal) -> Literal:
    return literal[0], not literal[1]


def _id(part: str | Part) -> str:
    return part if isinstance(part, str) else part.claim


_RELATIONS: dict[str, Callable[[Relations, Claim], Iterable[str]]] = {
    "entails": lambda _, claim: listed(claim.entails),
    "entailed_by": lambda r, claim: r.pointing(claim, "entails"),
    "contradicts": lambda r, claim: r.excluded[claim.id],
    "consistent_with": lambda r, claim: {*listed(claim.consistent_with), *r.pointing(claim, "consistent_with")},
    "part_of": lambda _, claim: map(_id, claim.part_of),
    "parts": lambda r, claim: r.pointing(claim, "part_of"),
    "resolves_on": lambda _, claim: listed(claim.resolves_on),
    "about_claim": lambda _, claim: listed(claim.about_claim),
}

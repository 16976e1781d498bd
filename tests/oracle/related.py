"""The relations that `related` follows: a claim goes in, the claims to which it stands so come out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corrob.model.case import Claim, Part, listed
from oracle.world import World


def related(world: World, claim: Claim, by: str) -> list[str]:
    """Give the claims that stand in a relation to a claim."""
    return sorted(set(_RELATIONS[by](world, claim)))


def required_parts(world: World, claim: Claim) -> list[str]:
    """Give the parts without which a claim cannot hold."""
    return [part.id for part in world.case.claims if Part(claim.id, required=True) in part.part_of]


def wholes(claim: Claim) -> list[str]:
    """Give the claims that a claim is a part of."""
    return [whole.claim if isinstance(whole, Part) else whole for whole in claim.part_of]


def _entailed_by(world: World, claim: Claim) -> list[str]:
    return [other.id for other in world.case.claims if claim.id in listed(other.entails)]


def _contradicts(world: World, claim: Claim) -> list[str]:
    written = [other.id for other in world.case.claims if claim.id in listed(other.contradicts)]
    excluded = [other for group in world.case.exclusive if claim.id in group for other in group if other != claim.id]
    return [*listed(claim.contradicts), *written, *excluded]


def _consistent_with(world: World, claim: Claim) -> list[str]:
    written = [other.id for other in world.case.claims if claim.id in listed(other.consistent_with)]
    return [*listed(claim.consistent_with), *written]


def _parts(world: World, claim: Claim) -> list[str]:
    return [other.id for other in world.case.claims if claim.id in wholes(other)]


def _superseded_by(world: World, claim: Claim) -> list[str]:
    succession = claim.superseded_by
    return [succession.claim] if succession is not None and world.since(succession.from_) else []


_RELATIONS: Final[dict[str, Callable[[World, Claim], list[str]]]] = {
    "entails": lambda _, claim: list(listed(claim.entails)),
    "entailed_by": _entailed_by,
    "contradicts": _contradicts,
    "consistent_with": _consistent_with,
    "part_of": lambda _, claim: wholes(claim),
    "parts": _parts,
    "resolves_on": lambda _, claim: list(listed(claim.resolves_on)),
    "superseded_by": _superseded_by,
    "about_claim": lambda _, claim: list(listed(claim.about_claim)),
}

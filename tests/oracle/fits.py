"""Section 5 of the semantics, the comparisons: media, numbers, times and places go in, yes, no or unknown comes out."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, inf, radians, sin, sqrt

from corrob.dates import Interval, interval
from corrob.model.case import Claim, Place, Quantity
from oracle.world import World

EARTH_KM = 6371.0088


def quantity(value: float, bound: str, stated: Quantity | None) -> bool | None:
    """Whether a number with its bound lies inside a claim's quantity; None where that cannot be told."""
    if stated is None:
        return None
    low, high = {">=": (value, inf), "<=": (-inf, value)}.get(bound, (value, value))
    least, most = _range(stated)
    if least <= low and high <= most:
        return True
    return False if high < least or most < low else None


def _range(stated: Quantity) -> tuple[float, float]:
    if stated.op == "range":
        assert stated.low is not None
        assert stated.high is not None
        return stated.low, stated.high
    assert stated.value is not None
    value = stated.value
    if stated.op == "~":
        either_way = stated.within or 0.0 if stated.tolerance is None else stated.tolerance * abs(value)
        return value - either_way, value + either_way
    return {">=": (value, inf), "<=": (-inf, value)}.get(stated.op, (value, value))


def authenticated(world: World, medium: str) -> bool | None:
    """Whether a medium passed all three checks; no if it failed one."""
    checks = world.held(world.medium(medium).checks, None)
    if checks is None:
        return None
    outcomes = {checks.source, checks.technical, checks.content}
    if "fail" in outcomes:
        return False
    return True if outcomes == {"pass"} else None


def recycled(world: World, media: Iterable[str], claim: Claim) -> bool | None:
    """Whether media were known before the claim's time: yes if one was, else unknown if one is."""
    verdicts = [_recycled(world, medium, claim) for medium in media] or [None]
    if True in verdicts:
        return True
    return None if None in verdicts else False


def _recycled(world: World, medium: str, claim: Claim) -> bool | None:
    if claim.when is None:
        return None
    when = interval(claim.when)
    members = [world.medium(member) for member in world.group(medium)]
    earlier = [date for member in members if (date := world.held(member.earliest_known, None))]
    seen = [member.first_seen for member in members if member.first_seen]
    if any(interval(date).before(when) for date in earlier + seen):
        return True
    return False if earlier else None


def time(world: World, media: Iterable[str], claim: Claim) -> bool | None:
    """Whether no medium was made wholly before the claim's time; no if one was, else unknown if one is."""
    return _all_fit([_made_in_time(world, medium, claim) for medium in media])


def place(world: World, media: Iterable[str], claim: Claim) -> bool | None:
    """Whether no medium was made elsewhere; no if one was, else unknown if one is."""
    return _all_fit([_made_there(world, medium, claim) for medium in media])


def _all_fit(verdicts: list[bool | None]) -> bool | None:
    if False in verdicts:
        return False
    return None if None in verdicts or not verdicts else True


def _made_in_time(world: World, medium: str, claim: Claim) -> bool | None:
    made = [world.held(world.medium(member).captured, None) for member in world.group(medium)]
    dates: list[Interval] = [interval(date) for date in made if date]
    if claim.when is None or not dates:
        return None
    return not any(date.before(interval(claim.when)) for date in dates)


def _made_there(world: World, medium: str, claim: Claim) -> bool | None:
    given = [world.held(world.medium(member).place, None) for member in world.group(medium)]
    places: list[Place] = [spot for spot in given if spot is not None]
    if claim.place is None or not places:
        return None
    stated = claim.place
    return not any(kilometres(spot, stated) > spot.radius_km + stated.radius_km for spot in places)


def kilometres(one: Place, other: Place) -> float:
    """Give the great-circle distance between two places."""
    lat1, lat2 = radians(one.lat), radians(other.lat)
    north, east = (lat2 - lat1) / 2, radians(other.lon - one.lon) / 2
    arc = sin(north) ** 2 + cos(lat1) * cos(lat2) * sin(east) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(arc)))

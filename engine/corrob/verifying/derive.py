"""A strand goes in, the fields that rules may test come out: one function and one row of the table a field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import asin, cos, inf, radians, sin, sqrt
from typing import Any

from msgspec import Struct

from corrob import dates
from corrob.dates import Interval
from corrob.model.case import Checks, Claim, Media, Place, Quantity
from corrob.verifying.trace import CIRCLE, ITEM, MEDIA, SOURCE, UNNAMED, UNSEEN, Strand
from corrob.verifying.worlds import World
from corrob.vocabulary import (
    AGAINST,
    AHEAD,
    FOR,
    HURT,
    MEDIA_MODALITIES,
    NONE,
    OUTCOMES,
    PAST,
    REFUTES,
    RUNNING,
    SERVED,
    SUPPORTS,
    worse,
)

_EARTH_KM = 6371.0088


class Scene(Struct, frozen=True, eq=False):
    """Where strands are looked at: the world, the claim judged, and the claims that bearings were written for."""

    world: World
    claim: Claim
    origins: dict[Any, str] = {}
    served: set[tuple[str, str]] = set()


# the root


def publishers(world: World, strand: Strand) -> tuple[str | None, ...]:
    """Give the sources at the root; None stands for one that is not known."""
    root = strand.root
    if root.kind == ITEM:
        return (world.items[root.id].source,)
    if root.kind == MEDIA:
        return world.groups[root.id].publishers
    if root.kind == UNSEEN:
        return (next(item.source for item in world.case.evidence if item.id == root.id),)
    return (root.id,) if root.kind == SOURCE else (None,)


def reliability(world: World, strand: Strand) -> str | None:
    """Give the letter of the source at the strand's end, lowered by worse carriers before it."""
    way = strand.way
    end = way.end if way.ended else world.letter(publishers(world, strand)[0])
    return worse(end, way.worst) if end and strand.root.kind != CIRCLE else None


def _source(scene: Scene, strand: Strand) -> tuple[str, ...] | None:
    if strand.root.kind == UNNAMED:
        return (strand.root.name.removeprefix("unnamed: "),)
    return tuple(s for s in publishers(scene.world, strand) if s) or None


def _source_kind(scene: Scene, strand: Strand) -> tuple[str, ...] | None:
    known = scene.world.sources
    return _given(known[s].kind for s in publishers(scene.world, strand) if s in known)


def _modality(scene: Scene, strand: Strand) -> str | None:
    if strand.root.kind == CIRCLE:
        return None
    if strand.root.kind == MEDIA:
        return MEDIA_MODALITIES[_cited(scene.world, strand).type]
    return scene.world.items[strand.way.last].modality


def _date(scene: Scene, strand: Strand) -> Interval | None:
    if strand.root.kind == MEDIA:
        return scene.world.groups[strand.root.id].date
    item = scene.world.items[strand.way.last]
    text = item.published or item.known
    return dates.interval(text) if text and strand.root.kind != CIRCLE else None


def _first_hand(scene: Scene, strand: Strand) -> bool:
    root = strand.root
    return root.kind == MEDIA or (root.kind == ITEM and scene.world.items[root.id].direct)


def _primary_record(scene: Scene, strand: Strand) -> bool:
    return strand.root.kind == ITEM and scene.world.items[strand.root.id].primary_record


def _with_evidence(scene: Scene, strand: Strand) -> bool:
    carries = strand.root.kind == ITEM and bool(scene.world.items[strand.root.id].media)
    return _first_hand(scene, strand) or carries or bool(strand.way.adds)


def _root_media(world: World, strand: Strand) -> tuple[Media, ...]:
    if strand.root.kind == MEDIA:
        return (_cited(world, strand),)
    carried = world.items[strand.root.id].media if strand.root.kind == ITEM else ()
    return tuple(_medium(world, one) for one in carried)


def _cited(world: World, strand: Strand) -> Media:
    return _medium(world, strand.cited)


def _medium(world: World, media: str) -> Media:
    return next(m for m in world.groups[media].members if m.id == media)


def _authenticated(scene: Scene, strand: Strand) -> bool | None:
    answers = {_passed(scene.world.now(m.checks)) for m in _root_media(scene.world, strand)}
    if True in answers:
        return True
    return None if None in answers else False


def _passed(checks: Checks | None) -> bool | None:
    good, bad, open_ = OUTCOMES
    outcomes = {checks.source, checks.technical, checks.content} if checks else {open_}
    if bad in outcomes:
        return False
    return outcomes == {good} or None


def _acquisition(scene: Scene, strand: Strand) -> tuple[str, ...] | None:
    media = _root_media(scene.world, strand)
    return _given(m.acquisition for one in media for m in scene.world.groups[one.id].members)


def _given(values: Iterable[str | None]) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(v for v in values if v is not None)) or None


# side and interest


def _bloc(scene: Scene, strand: Strand) -> tuple[str, ...]:
    blocs = (scene.world.blocs(source) for source in publishers(scene.world, strand))
    return tuple(sorted(frozenset().union(*blocs)))


def _interests(scene: Scene, strand: Strand, claim: Claim) -> set[str]:
    return {claim.interest[bloc] for bloc in _bloc(scene, strand) if bloc in claim.interest}


def _interest(scene: Scene, strand: Strand) -> str:
    found = _interests(scene, strand, scene.claim)
    return next((side for side in (FOR, AGAINST) if side in found), NONE)


def says(scene: Scene, strand: Strand) -> str:
    """Say whether what the strand says serves its own side, hurts it, or does neither."""
    return _set_against(_interests(scene, strand, scene.claim), strand.arrival.stance)


def _says_written(scene: Scene, strand: Strand) -> str:
    return _set_against(_interests(scene, strand, _written_for(scene, strand)), strand.arrival.written)


def _set_against(found: set[str], stance: str) -> str:
    serving = {SUPPORTS: FOR, REFUTES: AGAINST}.get(stance)
    hurting = {SUPPORTS: AGAINST, REFUTES: FOR}.get(stance)
    if serving in found:
        return SERVED
    return HURT if hurting in found else NONE


def _disinterested(scene: Scene, strand: Strand) -> bool:
    origin = scene.origins.get(strand.root)
    if origin is None:
        return says(scene, strand) != SERVED
    return (origin, strand.arrival.stance) not in scene.served


# time, place and number


def _quantity_fits(scene: Scene, strand: Strand) -> bool | None:
    claimed, given = _written_for(scene, strand).quantity, strand.way.number
    if claimed is None or given is None:
        return None
    low, high = _range(claimed)
    least, most = _bounds(*given)
    if low <= least and most <= high:
        return True
    return None if least <= high and low <= most else False


def _written_for(scene: Scene, strand: Strand) -> Claim:
    return scene.world.claims[strand.arrival.base]


def _bounds(value: float, bound: str) -> tuple[float, float]:
    return {">=": (value, inf), "<=": (-inf, value)}.get(bound, (value, value))


def _range(claimed: Quantity) -> tuple[float, float]:
    if claimed.value is None:
        assert claimed.low is not None and claimed.high is not None, "a range has both ends"  # noqa: PT018
        return claimed.low, claimed.high
    slack = (claimed.tolerance or 0) * abs(claimed.value) + (claimed.within or 0)
    least, most = _bounds(claimed.value, claimed.op)
    return least - slack, most + slack


def _on_way(scene: Scene, strand: Strand) -> list[tuple[Media, ...]]:
    return [scene.world.groups[media].members for media in strand.way.media]


def _all(answers: Iterable[bool | None]) -> bool | None:
    found = set(answers)
    if False in found:
        return False
    return True if found == {True} else None


def _recycled(scene: Scene, strand: Strand) -> bool | None:
    when = _written_for(scene, strand).when
    if when is None:
        return None
    fresh = _all(_fresh(scene.world, group, dates.interval(when)) for group in _on_way(scene, strand))
    return None if fresh is None else not fresh


def _fresh(world: World, group: tuple[Media, ...], when: Interval) -> bool | None:
    earlier = [found for m in group if (found := world.now(m.earliest_known))]
    seen = [m.first_seen for m in group if m.first_seen]
    if any(dates.interval(text).before(when) for text in earlier + seen):
        return False
    return True if earlier else None


def _time_fits(scene: Scene, strand: Strand) -> bool | None:
    when = _written_for(scene, strand).when
    if when is None:
        return None
    begin = dates.interval(when)
    made = ([scene.world.now(m.captured) for m in group] for group in _on_way(scene, strand))
    return _all(_all(not dates.interval(c).before(begin) for c in captured if c) for captured in made)


def _place_fits(scene: Scene, strand: Strand) -> bool | None:
    claimed = _written_for(scene, strand).place
    if claimed is None:
        return None
    made = ([scene.world.now(m.place) for m in group] for group in _on_way(scene, strand))
    return _all(_all(_near(p, claimed) for p in places if p) for places in made)


def _near(one: Place, other: Place) -> bool:
    return kilometres(one, other) <= one.radius_km + other.radius_km


def kilometres(one: Place, other: Place) -> float:
    """Give the distance between the middles of two places on a sphere (haversine)."""
    lat, lon = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(lat / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(lon / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))


def _generation(scene: Scene, strand: Strand) -> tuple[str, ...] | None:
    return _given(scene.world.now(_medium(scene.world, m).generation) for m in sorted(strand.way.media))


FIELDS: dict[str, Callable[[Scene, Strand], Any]] = {
    "stance": lambda _, s: s.arrival.stance,
    "stance_written": lambda _, s: s.arrival.written,
    "hedged": lambda _, s: s.way.hedged,
    "decisive": lambda _, s: s.arrival.bearing.decisive,
    "act": lambda _, s: s.way.act,
    "motive": lambda _, s: s.way.motive,
    "value": lambda _, s: s.way.number[0] if s.way.number else None,
    "quantity_fits": _quantity_fits,
    "adds": lambda _, s: s.way.adds,
    "origin": lambda scene, s: scene.origins.get(s.root),
    "source": _source,
    "source_kind": _source_kind,
    "modality": _modality,
    "date": _date,
    "first_hand": _first_hand,
    "primary_record": _primary_record,
    "with_evidence": _with_evidence,
    "authenticated": _authenticated,
    "acquisition": _acquisition,
    "bloc": _bloc,
    "interest": _interest,
    "says": says,
    "says_written": _says_written,
    "disinterested": _disinterested,
    "reliability": lambda scene, s: reliability(scene.world, s),
    "superseded": lambda _, s: s.way.superseded,
    "undercut": lambda _, s: s.way.undercut,
    "recycled": _recycled,
    "place_fits": _place_fits,
    "time_fits": _time_fits,
    "generation": _generation,
    "inherited": lambda _, s: s.arrival.inherited,
    "circular": lambda _, s: s.root.kind == CIRCLE,
}
"""How each field of `model.fields.STRAND_FIELDS` is found; None is unknown."""


def window_is(claim: Claim, as_of: Interval | None) -> str | None:
    """Say whether the window of a prediction is ahead, running or past; None without a window."""
    if claim.window is None:
        return None
    window = dates.interval(claim.window)
    if as_of is None or as_of.end > window.end:
        return PAST
    return AHEAD if as_of.end < window.start else RUNNING


CLAIM: dict[str, Callable[[Claim, Interval | None], Any]] = {
    "kind": lambda claim, _: claim.kind,
    "window_is": window_is,
    "when": lambda claim, _: dates.interval(claim.when) if claim.when else None,
    "place": lambda claim, _: True if claim.place else None,
    "quantity": lambda claim, _: True if claim.quantity else None,
    "about_media": lambda claim, _: claim.about_media or None,
    "about_claim": lambda claim, _: claim.about_claim or None,
    "resolves_on": lambda claim, _: claim.resolves_on or None,
    "acts": lambda claim, _: claim.acts,
}
"""How each field of `model.fields.CLAIM_FIELDS` is found; None is unknown."""

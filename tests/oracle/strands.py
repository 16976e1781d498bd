"""Section 5 of the semantics: a claim goes in, its strands with the values of all their fields come out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import takewhile

from corrob import vocabulary as words
from corrob.dates import Interval, interval
from corrob.model.case import Claim, Evidence
from corrob.model.rule import Value
from oracle import fits
from oracle.origins import classes, keys_of, sources_of
from oracle.record import is_superseded, speaks_for_itself
from oracle.ways import Standing, Way, standings, unit_of, ways_of
from oracle.world import World, begin

Values = tuple[Value | Interval | None, ...]
"""The values of a field: None is an unknown one; a field with no value at all, known to be so, has no entry."""
UNKNOWN: Values = (None,)


@dataclass(frozen=True, eq=False)
class Strand:
    """A way of a bearing at the claim that is judged; `origin` numbers its origin, None where it has none."""

    standing: Standing
    way: Way
    date: Interval | None
    origin: int | None = None
    fields: dict[str, Values] = field(default_factory=dict)


def strands_of(world: World, claim: Claim, undercut: frozenset[str]) -> list[Strand]:
    """Give all strands of a base claim, own and inherited, each with its origin and its fields."""
    unit = unit_of(world, claim.id)
    found = [
        Strand(standing, way, date_of(world, way))
        for standing in standings(world, claim.id)
        for way in ways_of(world, standing.borne, unit)
    ]
    numbered = _numbered(world, found)
    valued = [replace(strand, fields=_fields(world, claim, strand, undercut)) for strand in numbered]
    return [replace(strand, fields=strand.fields | _among(world, strand, valued)) for strand in valued]


def _numbered(world: World, strands: list[Strand]) -> list[Strand]:
    keys = [frozenset() if strand.way.root is None else keys_of(world, strand.way.root) for strand in strands]
    numbers = zip(strands, classes(keys), strict=True)
    return [replace(strand, origin=None if strand.way.circular else number) for strand, number in numbers]


def _among(world: World, strand: Strand, strands: list[Strand]) -> dict[str, Values]:
    """Give the fields that depend on the claim's other strands: `origin` (named as in lists) and `disinterested`."""
    stance = strand.standing.stance
    alike = [other for other in strands if other.origin == strand.origin] if strand.origin is not None else [strand]
    served = [other for other in alike if other.standing.stance == stance and other.fields["says"] == (words.SERVED,)]
    name = None if strand.origin is None else earliest(world, alike)[1]
    return {"origin": (name,), "disinterested": (not served,)}


def earliest(world: World, strands: list[Strand]) -> tuple[float, str]:
    """Give the first date among strands, with the id of the root that has it."""
    return min((begin(strand.date), root_name(world, strand.way)) for strand in strands)


def root_name(world: World, way: Way) -> str:
    """Name a root as lists do."""
    assert way.root is not None
    if way.root.kind == "media":
        return world.group_name(way.root.group)
    return f"unnamed: {way.root.name}" if way.root.kind == "unnamed" else way.root.name


def _fields(world: World, claim: Claim, strand: Strand, undercut: frozenset[str]) -> dict[str, Values]:
    return {
        **_of_the_bearing(world, strand),
        **_of_the_root(world, strand.way),
        **_of_the_side(world, claim, strand),
        **_of_the_way(world, strand, undercut),
        "reliability": (letter_of(world, strand.way),),
        "inherited": (strand.standing.inherited,),
        "circular": (strand.way.circular,),
    }


# the bearing, and what is said on the way from it to the root


def _of_the_bearing(world: World, strand: Strand) -> dict[str, Values]:
    items, borne = strand.way.items, strand.standing.borne
    work = _first_work(items)
    return {
        "stance": (strand.standing.stance,),
        "stance_written": (borne.stance,),
        "hedged": (borne.bearing.hedged or any(_hedges(world, item, borne.claim) for item in items[1:]),),
        "decisive": (borne.bearing.decisive,),
        "act": (_act(world, items, borne.written),),
        "motive": (next((item.motive for item in items if item.motive != words.NONE), words.NONE),),
        "adds": () if work is None else tuple(work.adds),
        **_number(world, strand),
    }


def _act(world: World, items: tuple[Evidence, ...], written: str) -> str:
    own = [item.act for item in items if speaks_for_itself(world, item, written)]
    return next((act for act in own if act != words.NONE), words.NONE)


def _hedges(world: World, item: Evidence, claim: str) -> bool:
    return any(borne.bearing.hedged for borne in world.bearings() if borne.item == item and borne.claim == claim)


def _first_work(items: tuple[Evidence, ...]) -> Evidence | None:
    return next((item for item in items if item.adds), None)


def _number(world: World, strand: Strand) -> dict[str, Values]:
    borne = strand.standing.borne
    given = [borne.bearing] + [
        other.bearing
        for item in strand.way.items
        for other in world.bearings()
        if other.item == item and other.claim == borne.claim
    ]
    first = next((bearing for bearing in given if bearing.value is not None), None)
    if first is None or first.value is None:
        return {"value": UNKNOWN, "quantity_fits": UNKNOWN}
    quantity = world.claim(borne.claim).quantity
    return {"value": (first.value,), "quantity_fits": (fits.quantity(first.value, first.bound, quantity),)}


# the root


def _of_the_root(world: World, way: Way) -> dict[str, Values]:
    item = way.items[-1] if way.ends_at_item else None
    media = way.root is not None and way.root.kind == "media"
    return {
        "source": _source(world, way),
        "source_kind": _source_kind(world, way),
        "modality": (_modality(world, way),),
        "date": (date_of(world, way),),
        "first_hand": (media or (item is not None and item.direct),),
        "primary_record": (item is not None and item.primary_record,),
        "with_evidence": (_with_evidence(way),),
        "authenticated": (_authenticated(world, way),),
        "acquisition": _acquisition(world, way),
    }


def _source(world: World, way: Way) -> Values:
    if way.root is None:
        return UNKNOWN
    if way.root.kind == "unnamed":
        return (way.root.name,)
    if way.root.kind == "media":
        return tuple(world.known_publishers(way.root.group)) or UNKNOWN
    return tuple(sources_of(world, way.root))


def _source_kind(world: World, way: Way) -> Values:
    if way.root is None or way.root.kind == "unnamed":
        return UNKNOWN
    sources = _source(world, way)
    return tuple({None if name is None else world.source(str(name)).kind for name in sources})


def _modality(world: World, way: Way) -> str | None:
    if way.root is None:
        return None
    return words.MEDIA_MODALITIES[world.medium(way.cited).type] if way.cited else way.items[-1].modality


def date_of(world: World, way: Way) -> Interval | None:
    """Give the date of a way's root: a media group's own, else that of the last item on the way."""
    if way.root is None:
        return None
    if way.root.kind == "media":
        return world.group_date(way.root.group)
    date = way.items[-1].published or way.items[-1].known
    return interval(date) if date else None


def _with_evidence(way: Way) -> bool:
    if way.cited or any(item.adds for item in way.items):
        return True
    return way.ends_at_item and (bool(way.items[-1].media) or way.items[-1].direct)


def _root_media(way: Way) -> tuple[str, ...]:
    if way.ends_at_item:
        return way.items[-1].media
    return (way.cited,) if way.cited else ()


def _authenticated(world: World, way: Way) -> bool | None:
    verdicts = [fits.authenticated(world, medium) for medium in _root_media(way)]
    if True in verdicts:
        return True
    return None if None in verdicts else False


def _acquisition(world: World, way: Way) -> Values:
    members = {member for medium in _root_media(way) for member in world.group(medium)}
    given = {world.medium(member).acquisition for member in members} - {None}
    return tuple(given) or UNKNOWN


def letter_of(world: World, way: Way) -> str | None:
    """Give a way's letter: that of its end, lowered by worse ones before it."""
    if way.root is None:
        return None
    work = _first_work(way.items)
    end = work or (way.items[-1] if way.ends_at_item else None)
    before = takewhile(lambda item: item is not end, way.items)
    ends = [end.source] if end is not None else sources_of(world, way.root)
    letters = {world.letter(source) for source in ends} or {None}
    if None in letters:
        return None
    carried = {world.letter(item.source) for item in before} - {None}
    return min((str(letter) for letter in letters | carried), key=words.LETTERS.index)


# side and interest


def _of_the_side(world: World, claim: Claim, strand: Strand) -> dict[str, Values]:
    sources = sources_of(world, strand.way.root) if strand.way.root is not None else []
    blocs = frozenset[str]().union(*(world.blocs(source) for source in sources))
    sides, sides_written = (
        {interests[bloc] for bloc in blocs if bloc in interests}
        for interests in (claim.interest, world.claim(strand.standing.borne.claim).interest)
    )
    return {
        "bloc": tuple(sorted(blocs)),
        "interest": (next((side for side in words.SIDES if side in sides), words.NONE),),
        "says": (_says(sides, strand.standing.stance),),
        "says_written": (_says(sides_written, strand.standing.borne.stance),),
    }


def _says(sides: set[str], stance: str) -> str:
    serving = {words.SUPPORTS: words.FOR, words.REFUTES: words.AGAINST}.get(stance)
    hurting = {words.SUPPORTS: words.AGAINST, words.REFUTES: words.FOR}.get(stance)
    if serving in sides:
        return words.SERVED
    return words.HURT if hurting in sides else words.NONE


# true as soon as it holds for an item on the way


def _of_the_way(world: World, strand: Strand, undercut: frozenset[str]) -> dict[str, Values]:
    media = _media_on_the_way(strand.way)
    written_for = world.claim(strand.standing.borne.claim)
    generations = {world.held(world.medium(medium).generation, None) for medium in media} - {None}
    return {
        "superseded": (_superseded(world, strand, undercut),),
        "undercut": (any(item.id in undercut for item in strand.way.items),),
        "recycled": (fits.recycled(world, media, written_for),),
        "time_fits": (fits.time(world, media, written_for),),
        "place_fits": (fits.place(world, media, written_for),),
        "generation": tuple(generations) or UNKNOWN,
    }


def _media_on_the_way(way: Way) -> tuple[str, ...]:
    carrying = way.items[:-1] if way.carried else way.items
    cited = (way.cited,) if way.cited else ()
    return tuple(medium for item in carrying for medium in item.media) + cited


def _superseded(world: World, strand: Strand, undercut: frozenset[str]) -> bool:
    standing, items = strand.standing, strand.way.items
    borne = standing.borne
    at_the_bearing = [(items[0], borne.claim, borne.stance), (items[0], standing.claim, standing.stance)]
    further = [
        (item, borne.claim, other.stance)
        for item in items[1:]
        for other in world.bearings()
        if other.item == item and other.claim == borne.claim and other.stance in words.OPPOSITE
    ]
    arriving = [
        (item, standing.claim, standing.stance)
        for item in items[1:]
        for other in standings(world, standing.claim)
        if other.borne.item == item and other.stance == standing.stance
    ]
    return any(
        is_superseded(world, item, claim, stance, undercut)
        for item, claim, stance in at_the_bearing + further + arriving
    )

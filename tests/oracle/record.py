"""Section 6 of the semantics: who takes back what, who is credibly challenged, and which acts are on the record."""

from __future__ import annotations

from collections.abc import Callable

from corrob import vocabulary as words
from corrob.dates import day_of, interval
from corrob.model.case import Claim, Evidence
from oracle.ways import Standing, Way, standings, unit_of, ways_of
from oracle.world import Borne, World, begin


def speaks_for_itself(world: World, item: Evidence, written: str) -> bool:
    """Whether an item passes on nobody else's words on a written claim, or is the record of the act itself."""
    return item.primary_record or not any(words.EDGES[edge.how].words for _, edge in world.edges(item, written))


def on_the_record(world: World, item: Evidence, written: str) -> bool:
    """Whether an item is a statement of its own on a written claim."""
    return not words.ACTS[item.act].silent and speaks_for_itself(world, item, written)


def day(item: Evidence) -> int | None:
    """Give the day of an item's statement."""
    date = item.published or item.known
    return None if date is None else day_of(begin(interval(date)))


def _later_statements(world: World, item: Evidence, claim: str, undercut: frozenset[str]) -> list[Standing]:
    """Give the bearings at a claim, on the record and on a later day, of those for whom the item's source acts."""
    said = day(item)
    return [
        standing
        for standing in standings(world, claim)
        if standing.borne.item.id not in undercut
        and on_the_record(world, standing.borne.item, standing.borne.written)
        and _is_later(said, day(standing.borne.item))
        and world.speakers(standing.borne.item) & world.actors(item)
    ]


def _is_later(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one < other


def is_superseded(world: World, item: Evidence, claim: str, stance: str, undercut: frozenset[str]) -> bool:
    """Whether what an item says on a claim was taken back later, or followed by more, where it took something back."""
    return any(
        stance in words.ACTS[later.borne.item.act].replaces
        or (_takes_a_side(later) and (later.stance == words.OPPOSITE.get(stance) or _says_more(item, later.borne.item)))
        for later in _later_statements(world, item, claim, undercut)
    )


def _takes_a_side(standing: Standing) -> bool:
    return standing.stance in words.OPPOSITE and not standing.borne.bearing.hedged


def _says_more(earlier: Evidence, later: Evidence) -> bool:
    return bool(words.ACTS[earlier.act].replaces) and not words.ACTS[later.act].replaces


def undercut_items(world: World, letter_of: Callable[[World, Way], str | None]) -> frozenset[str]:
    """Give the items that are credibly challenged by one that is not itself so."""
    attacks = {
        (attacker.id, attack.item)
        for attacker in world.items()
        if _is_credible(world, attacker, letter_of)
        for attack in attacker.undercuts
        if attack.item != attacker.id and world.there(world.item(attack.item))
    }
    return frozenset(item.id for item in world.items() if _is_undercut(item.id, attacks))


def _is_credible(world: World, item: Evidence, letter_of: Callable[[World, Way], str | None]) -> bool:
    least = words.LETTERS.index(str(world.rulebook.parameters["credible_from"]))
    own: list[Borne] = [borne for borne in world.bearings() if borne.item.id == item.id]
    ways = [way for borne in own for way in ways_of(world, borne, unit_of(world, borne.claim))]
    letters = [letter_of(world, way) for way in ways]
    return any(letter is not None and words.LETTERS.index(letter) >= least for letter in letters)


def _is_undercut(item: str, attacks: set[tuple[str, str]]) -> bool:
    attackers = {attacker for attacker, target in attacks if target == item}
    outside = {attacker for attacker in attackers if attacker not in _victims(item, attacks)}
    return any(not _is_undercut(attacker, attacks) for attacker in outside)


def _victims(item: str, attacks: set[tuple[str, str]]) -> set[str]:
    """Give those that an item attacks, that these attack, and so on."""
    found: set[str] = set()
    while True:
        more = found | {target for attacker, target in attacks if attacker in found | {item}}
        if more == found:
            return found
        found = more


def latest_acts(world: World, claim: Claim, source: str, undercut: frozenset[str]) -> list[tuple[str, Evidence]]:
    """Give what a source did, on the record and on its latest day there, on the claim that a claim is about."""
    if not claim.about_claim:
        return []
    about, odd = world.base(claim.about_claim)
    done = [
        (said, _comes_to(borne, odd=odd), borne.item)
        for borne in world.bearings()
        if borne.claim == about
        and borne.item.id not in undercut
        and on_the_record(world, borne.item, borne.written)
        and source in world.speakers(borne.item)
        and (said := day(borne.item)) is not None
    ]
    latest = max((said for said, _, _ in done), default=None)
    return [(act, item) for said, act, item in done if said == latest]


def _comes_to(borne: Borne, *, odd: bool) -> str:
    """Give the act on a claim that asserts, admits or denies: what it does depends on which side it takes there."""
    stance = words.OPPOSITE.get(borne.stance, borne.stance) if odd else borne.stance
    if stance == words.REFUTES and borne.item.act in {"assertion", "admission", "partial_admission"}:
        return "denial"
    return "assertion" if stance == words.SUPPORTS and borne.item.act == "denial" else borne.item.act


def acted(world: World, claim: Claim, source: str, undercut: frozenset[str], *, primary_record: bool) -> bool | None:
    """Whether a source's latest act is among the claim's acts; None where there is none, or two different ones."""
    latest = latest_acts(world, claim, source, undercut)
    acts = {act for act, _ in latest}
    if len(acts) != 1:
        return None
    return acts <= set(claim.acts) and (not primary_record or any(item.primary_record for _, item in latest))

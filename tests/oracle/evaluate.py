"""Section 7 of the semantics: a case, a rulebook and a date go in, an outcome for every claim comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from corrob import vocabulary as words
from corrob.dates import Interval, interval, point
from corrob.model.case import Case, Claim, listed
from corrob.model.rule import Finds, Gives, Moves, Removes, Rule, Rulebook, Statuses, Table
from oracle.conditions import View, fires, members, origins, passes, suspected
from oracle.record import undercut_items
from oracle.related import required_parts
from oracle.strands import Strand, Values, earliest, letter_of, strands_of
from oracle.world import World


@dataclass(frozen=True)
class Outcome:
    """What a claim comes to; the lists name each origin by its earliest root."""

    status: str
    rule: str | None
    confidence: str | None
    findings: tuple[str, ...]
    supports: int
    refutes: int
    supports_at_least: int
    refutes_at_least: int
    support_list: tuple[str, ...]
    refute_list: tuple[str, ...]


def evaluate(case: Case, rulebook: Rulebook, as_of: str | None, *, contested: bool = False) -> dict[str, Outcome]:
    """Judge every claim of a case as of a date; `contested` applies the blocs whose label is disputed."""
    return _judged(World(case, rulebook, point(as_of) if as_of else None, contested))


Outcomes = dict[str, Outcome]


def _judged(world: World) -> Outcomes:
    """Judge in rounds until nothing changes; what will not settle becomes unknown to everybody."""
    undercut = undercut_items(world, letter_of)
    views = {claim.id: _view(world, claim, undercut) for claim in world.bases()}
    unsettled: set[str] = set()
    outcomes: Outcomes = {}
    while True:
        changed: set[str] = set()
        for _ in range(len(world.case.claims) + 2):
            visible = {claim.id: _visible(outcomes, claim.id, unsettled) for claim in world.case.claims}
            latest = _round(world, views, visible)
            changed = {name for name in latest if _shown(latest, name) != _shown(outcomes, name)}
            outcomes = latest
            if not changed:
                return outcomes
        unsettled |= changed


def _visible(outcomes: Outcomes, claim: str, unsettled: set[str]) -> Outcome | None:
    return None if claim in unsettled else outcomes.get(claim)


def _shown(outcomes: Outcomes, claim: str) -> tuple[str, tuple[str, ...]] | None:
    return (outcomes[claim].status, outcomes[claim].findings) if claim in outcomes else None


def _round(world: World, views: Mapping[str, View], visible: Mapping[str, Outcome | None]) -> Outcomes:
    own = {name: _decided(replace(view, outcomes=visible)) for name, view in views.items()}
    capped = _capped(world, own)
    return {claim.id: _standing_for(world, claim.id, capped) for claim in world.case.claims}


# the view of one claim


def _view(world: World, claim: Claim, undercut: frozenset[str]) -> View:
    strands = [replace(strand, fields=_tabled(world, strand)) for strand in strands_of(world, claim, undercut)]
    return View(world, claim, undercut, strands, strands, {}, _resolution(world, claim))


def _tabled(world: World, strand: Strand) -> dict[str, Values]:
    fields = dict(strand.fields)
    for table in world.rulebook.tables:
        fields[table.sets] = (_looked_up(table, fields),)
    return fields


def _looked_up(table: Table, fields: dict[str, Values]) -> str | bool:
    return next(row.then for row in table.rows if passes(fields, row.when))


def _resolution(world: World, claim: Claim) -> Outcome | None:
    """Judge the whole case at the end of a prediction's window plus the grace, where that is before the as-of date."""
    if not claim.resolves_on or not claim.window:
        return None
    moment = interval(claim.window).end + float(world.rulebook.parameters["grace"])
    if moment == inf or (world.as_of is not None and moment >= world.as_of.end):
        return None
    return _judged(replace(world, as_of=Interval(moment, moment)))[claim.resolves_on]


# from strands to a status


def _decided(view: View) -> Outcome:
    rulebook = view.world.rulebook
    view = view.without([strand for rule in rulebook.removals for strand in _removed(view, rule)])
    firing: list[Rule] = []
    for stage in rulebook.stages:
        fired = [rule for rule in stage if fires(view, rule)]
        firing += fired
        view = view.finding(rule.effect.name for rule in fired if isinstance(rule.effect, Finds))
    standing = [rule for rule in firing if not _is_out(rule, firing)]
    status, giver = _status(rulebook, standing)
    confidence = _confidence(giver, standing)
    return _counted(view, status, giver, confidence)


def _removed(view: View, rule: Rule) -> list[Strand]:
    assert isinstance(rule.effect, Removes)
    where = rule.effect.where
    return [strand for strand in view.bearings if passes(strand.fields, where)] if fires(view, rule) else []


def _is_out(rule: Rule, firing: list[Rule]) -> bool:
    return any(rule.id in other.beats and not _is_out(other, firing) for other in firing)


def _status(rulebook: Rulebook, standing: list[Rule]) -> tuple[str, Rule | None]:
    """Choose among the proposals: the conflict, the strongest of one scale, the highest in its order, the default."""
    statuses = rulebook.statuses
    proposed = {rule.effect.status for rule in standing if isinstance(rule.effect, Gives)}
    scales = [scale for scale in (statuses.support, statuses.against) if proposed & set(scale)]
    if statuses.conflict in proposed or len(scales) > 1:
        status = statuses.conflict
    elif scales:
        status = max(proposed & set(scales[0]), key=scales[0].index)
    else:
        status = max(proposed, key=statuses.rank, default=statuses.default)
    givers = [rule for rule in standing if isinstance(rule.effect, Gives) and rule.effect.status == status]
    return status, min(givers, key=lambda rule: rule.id, default=None)


def _confidence(giver: Rule | None, standing: list[Rule]) -> str | None:
    if giver is None or not isinstance(giver.effect, Gives) or giver.effect.confidence is None:
        return None
    steps = sum(rule.effect.step for rule in standing if isinstance(rule.effect, Moves))
    place = words.CONFIDENCE.index(giver.effect.confidence) + steps
    return words.CONFIDENCE[max(0, min(place, len(words.CONFIDENCE) - 1))]


def _counted(view: View, status: str, giver: Rule | None, confidence: str | None) -> Outcome:
    counted = view.world.rulebook.counted
    supports, refutes = members(view, counted["supports"]), members(view, counted["refutes"])
    return Outcome(
        status=status,
        rule=giver.id if giver is not None else None,
        confidence=confidence,
        findings=tuple(sorted(view.findings)),
        supports=len(origins(supports)),
        refutes=len(origins(refutes)),
        supports_at_least=suspected(view.world, supports),
        refutes_at_least=suspected(view.world, refutes),
        support_list=_listed(view.world, supports),
        refute_list=_listed(view.world, refutes),
    )


def _listed(world: World, strands: list[Strand]) -> tuple[str, ...]:
    """Name each origin by its earliest root, in order of first date, then id."""
    named = [earliest(world, [strand for strand in strands if strand.origin == origin]) for origin in origins(strands)]
    return tuple(name for _, name in sorted(named))


# caps and negation


def _capped(world: World, own: Outcomes) -> Outcomes:
    """Lower each claim to what caps it, all at once, until nothing changes."""
    while True:
        lowered = {name: _lowered(world, name, own) for name in own}
        if lowered == own:
            return own
        own = lowered


def _lowered(world: World, name: str, outcomes: Outcomes) -> Outcome:
    statuses = world.rulebook.statuses
    claim = world.claim(name)
    entailed = [_standing_for(world, other, outcomes).status for other in listed(claim.entails)]
    parts = [_standing_for(world, part, outcomes) for part in required_parts(world, claim)]
    caps = entailed + [part.status for part in parts if _holds_down(statuses, part)]
    order, place = statuses.rank(outcomes[name].status)
    lower = [cap for cap in caps if statuses.rank(cap)[0] == order and statuses.rank(cap)[1] < place]
    if not lower:
        return outcomes[name]
    return replace(outcomes[name], status=min(lower, key=statuses.rank), rule=None, confidence=None)


def _holds_down(statuses: Statuses, part: Outcome) -> bool:
    """Whether a part can lower the whole: something counts on it, or its status says something."""
    said = {*statuses.support, *statuses.against, statuses.conflict}
    comparable = statuses.rank(part.status)[0] == statuses.rank(statuses.default)[0]
    return part.supports + part.refutes > 0 or part.status in said or not comparable


def _standing_for(world: World, name: str, outcomes: Outcomes) -> Outcome:
    """Give a claim's outcome; a negating claim has its base's, turned round after an odd number of steps."""
    base, odd = world.base(name)
    outcome = outcomes[base]
    if not odd:
        return outcome
    return replace(
        outcome,
        status=world.rulebook.statuses.dual.get(outcome.status, outcome.status),
        supports=outcome.refutes,
        refutes=outcome.supports,
        supports_at_least=outcome.refutes_at_least,
        refutes_at_least=outcome.supports_at_least,
        support_list=outcome.refute_list,
        refute_list=outcome.support_list,
    )

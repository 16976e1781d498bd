"""A claim's outcomes on two sides go in; why a rule gives its status on one side alone comes out, need by need."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corrob.asking import phrases
from corrob.asking.needs import ANSWERS, answer
from corrob.model.comparison import Switch, Turn
from corrob.model.rule import ClaimIs, Gives, Need, Rule
from corrob.verifying.relate import Outcome
from corrob.verifying.settle import standing

Pair = tuple[Need | None, Need | None]


def lost(old: Outcome, new: Outcome) -> tuple[Switch, ...]:
    """Give the rules that gave the old status and do not give the new one, each with why it does not."""
    return tuple(_switches(old, new, lambda rule, other: _turns(rule, other, old, new, failing=1)))


def gained(old: Outcome, new: Outcome) -> tuple[Switch, ...]:
    """Give the rules that give the new status and did not give the old one, each with why it did not."""
    return tuple(_switches(new, old, lambda rule, other: _turns(other, rule, old, new, failing=0)))


def givers(outcome: Outcome) -> tuple[Rule, ...]:
    """Give the rules that a status is from: one, those that oppose one another, or none for a default or a cap."""
    settled = outcome.settled
    if outcome.capped_by:
        return ()
    return (settled.rule,) if settled.rule else settled.proposals


_Turned = Callable[[Rule, Rule], tuple[Turn, ...]]


def _switches(here: Outcome, there: Outcome, turned: _Turned) -> Iterator[Switch]:
    kept = there.settled.proposals if here.settled.rule is None and not there.capped_by else givers(there)
    same = {(rule.id, _gives(rule)) for rule in kept} if here.turned == there.turned else set()
    for rule in givers(here):
        if (rule.id, _gives(rule)) not in same:
            yield _switch(rule, here, there, turned)


def _switch(rule: Rule, here: Outcome, there: Outcome, turned: _Turned) -> Switch:
    other = next((one for one in there.weighing.scales.rulebook.rules if one.id == rule.id), None)
    why = "absent"
    turns: tuple[Turn, ...] = ()
    by: tuple[str, ...] = ()
    if other and here.turned != there.turned:
        why = "turned"
    elif other and other.id not in {one.id for one in there.fired}:
        turns = turned(rule, other)
        why = "needs" if turns else "silent"
    elif other:
        why, by = _held_back(rule, other, there)
    return Switch(rule.id, rule.title, str(rule.span), why, turns, by)


def _held_back(rule: Rule, other: Rule, there: Outcome) -> tuple[str, tuple[str, ...]]:
    """Say what keeps a rule that fires from giving its status."""
    remaining = standing(there.fired)
    if other.id not in {one.id for one in remaining}:
        return "beaten", tuple(sorted(one.id for one in remaining if other.id in one.beats))
    if _gives(other) != _gives(rule):
        return "gives", (_gives(other),)
    if there.capped_by:
        return "capped", there.capped_by
    return "outranked", tuple(sorted(one.id for one in givers(there)))


def _gives(rule: Rule) -> str:
    return rule.effect.status if isinstance(rule.effect, Gives) else ""


def _turns(before: Rule, after: Rule, old: Outcome, new: Outcome, *, failing: int) -> tuple[Turn, ...]:
    """Give the needs that do not hold on the side that fails: 0 the old one, 1 the new one."""
    turns: list[Turn] = []
    for pair in _paired(before, after):
        words = [phrases.need(need) if need else "" for need in pair]
        told = [ANSWERS[answer(on.weighing, need)] if need else "" for on, need in zip((old, new), pair, strict=True)]
        if pair[failing] and told[failing] != ANSWERS[True]:
            turns.append(Turn(words[0], told[0], words[1], told[1]))
    return tuple(turns)


def _paired(before: Rule, after: Rule) -> list[Pair]:
    """Pair a rule's needs with those of another state of it: by their words, then by what they ask about."""
    rest = _needs(after)
    pairs: list[Pair] = [(need, _take(rest, need, phrases.need)) for need in _needs(before)]
    pairs = [(one, other or (_take(rest, one, _about) if one else None)) for one, other in pairs]
    return [*pairs, *((None, need) for need in rest)]


def _needs(rule: Rule) -> list[Need]:
    return [*map(ClaimIs, rule.applies_to), *(clause.need for clause in rule.needs)]


def _take(rest: list[Need], like: Need, told: Callable[[Need], object]) -> Need | None:
    """Take the first of some needs of which the same is told."""
    found = next((need for need in rest if told(need) == told(like)), None)
    if found is not None:
        rest.remove(found)
    return found


def _about(need: Need) -> tuple[object, ...]:
    """Tell what a need asks about, whatever it asks of that."""
    chosen, test = getattr(need, "selection", None), getattr(need, "test", None)
    return type(need), chosen.set if chosen else None, test.field if test else None, getattr(need, "by", None)

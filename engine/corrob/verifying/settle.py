"""The rules that fired go in; a claim's status, its confidence and the reason come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from corrob.model.rule import Gives, Moves, Rule, Statuses
from corrob.vocabulary import CONFIDENCE


class Settled(Struct, frozen=True):
    """A status with the rules that proposed it.

    `rule` is None where no rule gave the status: the default, or a conflict of the two scales, whose proposals are
    then in `proposals`. `steps` are the rules that moved the confidence.
    """

    status: str
    rule: Rule | None
    confidence: str | None
    proposals: tuple[Rule, ...] = ()
    steps: tuple[Rule, ...] = ()


def standing(fired: Iterable[Rule]) -> list[Rule]:
    """Give the rules that remain: a rule beaten by one that fires and is itself not beaten is out."""
    by_id = {rule.id: rule for rule in fired}
    beaten_by = {rule: [other.id for other in by_id.values() if rule in other.beats] for rule in by_id}

    @cache
    def is_out(rule: str) -> bool:
        return any(not is_out(other) for other in beaten_by[rule])

    return [rule for name, rule in by_id.items() if not is_out(name)]


def settle(statuses: Statuses, fired: Iterable[Rule]) -> Settled:
    """Give the status that the rules left standing come to."""
    remaining = standing(fired)
    proposed = [(rule, rule.effect) for rule in remaining if isinstance(rule.effect, Gives)]
    steps = tuple(rule for rule in remaining if isinstance(rule.effect, Moves))
    status = _status(statuses, [effect.status for _, effect in proposed])
    givers = [(rule, effect.confidence) for rule, effect in proposed if effect.status == status]
    giving, start = min(givers, key=lambda giver: giver[0].id, default=(None, None))
    proposals = tuple(rule for rule, _ in proposed)
    return Settled(status, giving, _moved(start, steps), proposals, steps if start else ())


def _status(statuses: Statuses, proposed: Sequence[str]) -> str:
    support = [status for status in statuses.support if status in proposed]
    against = [status for status in statuses.against if status in proposed]
    if statuses.conflict in proposed or (support and against):
        return statuses.conflict
    scale = support or against
    return scale[-1] if scale else max(proposed, key=statuses.rank, default=statuses.default)


def _moved(start: str | None, steps: Iterable[Rule]) -> str | None:
    if start is None:
        return None
    moves = sum(rule.effect.step for rule in steps if isinstance(rule.effect, Moves))
    return CONFIDENCE[min(max(CONFIDENCE.index(start) + moves, 0), len(CONFIDENCE) - 1)]

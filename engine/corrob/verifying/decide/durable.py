"""Conditions go in, a decision by the Rete engine of durable-rules comes out: one flat fact, posted and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from durable.engine import Host

from corrob.verifying.decide.conditions import All, Atom, Condition

_CHUNK = 60
"""Rules in one rule set: larger sets run into the engine's fixed bounds."""

_FACT = "situation"
_OPERATORS = {"at_least": "$gte", "at_most": "$lte"}


class _Host(Host):  # type: ignore[misc]
    """A host that starts no timer threads: all happens in the calling thread."""

    def _run(self) -> None:
        pass


class DurableError(RuntimeError):
    """The engine reported an error for a fact."""


def durable(conditions: Sequence[Condition]) -> Callable[[tuple[int, ...]], tuple[int, ...]]:
    """Give a decision that asks durable-rules; raise `DurableError` when the engine fails."""
    numbered = list(enumerate(conditions))
    sets = [_RuleSet(numbered[n : n + _CHUNK]) for n in range(0, len(numbered), _CHUNK)]
    return lambda situation: tuple(sorted({number for one in sets for number in one.firing(situation)}))


class _RuleSet:
    """Up to `_CHUNK` conditions as one rule set on a host of its own, with a rule that every fact matches."""

    def __init__(self, conditions: Sequence[tuple[int, Condition]]) -> None:
        self._fired: list[int] = []
        rules = {f"r{number}": self._rule(number, _json(one)) for number, one in conditions}
        self._host = _Host()
        self._host.register_rulesets({_FACT: {**rules, "every": self._rule(-1, {"k": 1})}})

    def _rule(self, number: int, pattern: dict[str, Any]) -> dict[str, Any]:
        return {"all": [{"m": {"$and": [{"k": 1}, pattern]}}], "run": lambda _: self._fired.append(number)}

    def firing(self, situation: tuple[int, ...]) -> list[int]:
        """Give the numbers of the conditions that hold in a situation.

        The fact has a constant id, since those that durable-rules makes up itself can collide.
        """
        self._fired.clear()
        fact = {"id": 1, "sid": 1, "k": 1, **{f"n{key}": answer for key, answer in enumerate(situation)}}
        state = self._host.assert_fact(_FACT, dict(fact))
        self._host.retract_fact(_FACT, fact)
        if -1 not in self._fired or (state or {}).get("exception"):
            raise DurableError(f"durable-rules: {(state or {}).get('exception', 'no rule was matched')}")
        return [number for number in self._fired if number >= 0]


def _json(condition: Condition) -> dict[str, Any]:
    if isinstance(condition, Atom):
        compared = {f"n{condition.key}": condition.number}
        return {_OPERATORS[condition.op]: compared} if condition.op in _OPERATORS else compared
    parts = [_json(part) for part in condition.parts]
    if isinstance(condition, All):
        return {"$and": parts} if parts else {"k": 1}
    return {"$or": parts} if parts else {"k": 0}

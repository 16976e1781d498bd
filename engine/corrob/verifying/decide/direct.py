"""Conditions go in, plain functions that compare numbers come out: the stand-in for durable-rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corrob.verifying.decide.conditions import All, Atom, Condition

Holds = Callable[[tuple[int, ...]], bool]

COMPARES: dict[str, Callable[[int, int], bool]] = {
    "is": lambda answer, number: answer == number,
    "at_least": lambda answer, number: answer >= number,
    "at_most": lambda answer, number: answer <= number,
}


def direct(conditions: Sequence[Condition]) -> Callable[[tuple[int, ...]], tuple[int, ...]]:
    """Give a decision that tries every condition in turn."""
    compiled = [_compile(condition) for condition in conditions]
    return lambda situation: tuple(n for n, holds in enumerate(compiled) if holds(situation))


def _compile(condition: Condition) -> Holds:
    if isinstance(condition, Atom):
        key, compare, number = condition.key, COMPARES[condition.op], condition.number
        return lambda situation: compare(situation[key], number)
    parts = [_compile(part) for part in condition.parts]
    join = all if isinstance(condition, All) else any
    return lambda situation: join(part(situation) for part in parts)

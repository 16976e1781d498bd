"""A rulebook goes in; what its rules ask about strands and about other claims comes out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any, TypeVar

from msgspec import Struct

from corrob import dates
from corrob.dates import Interval
from corrob.model.fields import STRAND_FIELDS
from corrob.model.rule import FieldTest, Moves, Origins, Related, Rulebook, Suspect

T = TypeVar("T")


def fields(rulebook: Rulebook) -> frozenset[str]:
    """Give the fields of strands that a rulebook tests, and those that counting takes."""
    of_rules = [(rule.effect, rule.needs) for rule in rulebook.rules]
    asked = (rulebook.tables, rulebook.sets, of_rules, [invariant.never for invariant in rulebook.invariants])
    tested = {test.field for test in _within(asked, FieldTest)}
    shown = {need.different[0] for need in _within(asked, Origins) if need.different}
    return frozenset(STRAND_FIELDS.keys() & {"origin", "date", *tested, *shown})


def relations(rulebook: Rulebook) -> tuple[str, ...]:
    """Give the relations by which rules look at other claims."""
    return tuple(sorted({need.by for rule in rulebook.rules for need in _within(rule.needs, Related)}))


def deciding(rulebook: Rulebook) -> Rulebook:
    """Give the rulebook without the rules that can decide no status: they move the confidence, and beat no other."""
    idle = (rule.id for rule in rulebook.rules if isinstance(rule.effect, Moves) and not rule.beats)
    return reduce(Rulebook.without, idle, rulebook)


def heeds_suspicion(rulebook: Rulebook) -> bool:
    """Say whether a rule asks for suspect ties."""
    return any(True for rule in rulebook.rules for _ in _within(rule.needs, Suspect))


def _within(value: Any, kind: type[T]) -> Iterator[T]:  # noqa: ANN401 - any part of a rulebook
    """Give all values of a kind inside a value."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, Struct):
        value = [getattr(value, name) for name in value.__struct_fields__]
    if isinstance(value, tuple | list):
        for one in value:
            yield from _within(one, kind)


def day(moment: Interval) -> str:
    """Give the day on which a moment ends."""
    return dates.text_of(moment.end)[:10]

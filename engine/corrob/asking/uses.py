"""A rulebook goes in; which rules, sets and tables look at a set or an attribute, and which rules give a status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corrob.model.rule import (  # fmt: skip
    AllOf,
    AnyOf,
    FieldTest,
    Finds,
    Gives,
    Need,
    Not,
    Nothing,
    Origins,
    Related,
    Removes,
    Rule,
    Rulebook,
    Selection,
    Some,
    Suspect,
)

Uses = dict[str, list[str]]
"""The names of what uses something, by kind: `table`, `set`, `rule`, `report`."""


def of_set(book: Rulebook, name: str) -> Uses:
    """Give what looks at an evidence set."""
    return {
        "set": [one.name for one in book.sets if one.source == name],
        "rule": [rule.id for rule in book.rules if any(one.set == name for one in _selections(rule))],
        "report": [side for side, counted in book.counted.items() if counted == name],
    }


def of_attribute(book: Rulebook, name: str) -> Uses:
    """Give what tests an attribute of strands."""
    return {
        "table": [one.sets for one in book.tables if any(_tests(row.when, name) for row in one.rows)],
        "set": [one.name for one in book.sets if _tests(one.where, name)],
        "rule": [rule.id for rule in book.rules if _looks(rule, name)],
    }


def _looks(rule: Rule, name: str) -> bool:
    effect = rule.effect
    done = isinstance(effect, Removes) and _tests(effect.where, name)
    listed = isinstance(effect, Finds) and effect.listing == name
    return done or listed or any(_asks(clause.need, name) for clause in rule.needs)


def of_status(book: Rulebook, status: str) -> tuple[list[str], list[str]]:
    """Give the rules that give a status, and those that ask for it of related claims."""
    giving = [rule.id for rule in book.rules if isinstance(rule.effect, Gives) and rule.effect.status == status]
    asking = [rule.id for rule in book.rules if any(status in one.statuses for one in _related(rule))]
    return giving, asking


def _tests(where: Iterable[FieldTest], name: str) -> bool:
    return any(test.field == name for test in where)


def _inner(need: Need) -> Iterator[Need]:
    """Give a need and all needs inside it."""
    yield need
    parts = need.needs if isinstance(need, AnyOf | AllOf) else (need.need,) if isinstance(need, Not) else ()
    for part in parts:
        yield from _inner(part)


def _selection(need: Need) -> Selection | None:
    return need.selection if isinstance(need, Origins | Some | Nothing | Suspect) else None


def _selections(rule: Rule) -> list[Selection]:
    needs = (one for clause in rule.needs for one in _inner(clause.need))
    return [found for one in needs if (found := _selection(one))]


def _asks(need: Need, name: str) -> bool:
    chosen = (one for part in _inner(need) if (one := _selection(part)) and _tests(one.where, name))
    counted = (one for one in _inner(need) if isinstance(one, Origins) and one.different and one.different[0] == name)
    return any(chosen) or any(counted)


def _related(rule: Rule) -> list[Related]:
    return [one for clause in rule.needs for one in _inner(clause.need) if isinstance(one, Related)]

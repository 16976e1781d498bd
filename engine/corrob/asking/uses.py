"""A rulebook goes in; which rules, sets and tables look at a set or an attribute, and which rules give a status."""

from __future__ import annotations

from collections.abc import Iterable

from corrob.model.rule import FieldTest, Finds, Gives, Need, Origins, Removes, Rule, Rulebook
from corrob.rulebook.needs import inside, related, selections

Uses = dict[str, list[str]]
"""The names of what uses something, by kind: `table`, `set`, `rule`, `report`."""


def of_set(book: Rulebook, name: str) -> Uses:
    """Give what looks at an evidence set."""
    return {
        "set": [one.name for one in book.sets if one.source == name],
        "rule": [rule.id for rule in book.rules if any(one.set == name for one in selections(_needs(rule)))],
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
    return done or listed or _asks(rule, name)


def of_status(book: Rulebook, status: str) -> tuple[list[str], list[str]]:
    """Give the rules that give a status, and those that ask for it of related claims."""
    giving = [rule.id for rule in book.rules if isinstance(rule.effect, Gives) and rule.effect.status == status]
    asking = [rule.id for rule in book.rules if any(status in one.statuses for one in related(_needs(rule)))]
    return giving, asking


def _tests(where: Iterable[FieldTest], name: str) -> bool:
    return any(test.field == name for test in where)


def _needs(rule: Rule) -> list[Need]:
    return [clause.need for clause in rule.needs]


def _asks(rule: Rule, name: str) -> bool:
    chosen = any(_tests(one.where, name) for one in selections(_needs(rule)))
    counting = (one for one in inside(_needs(rule)) if isinstance(one, Origins) and one.different)
    return chosen or any(one.different and one.different[0] == name for one in counting)

"""A need or a test goes in; the values that it can never take come out, each with the reason."""

from __future__ import annotations

from typing import Final

from corrob.examining.places import leaves
from corrob.model.examined import VALUES
from corrob.model.fields import ALWAYS_KNOWN, ONE_WAY
from corrob.model.rule import (
    Acts,
    AllOf,
    AnyOf,
    ClaimIs,
    FieldTest,
    Found,
    Leaf,
    Need,
    Not,
    Related,
    Rule,
    Rulebook,
    Table,
)
from corrob.verifying.compile import compiled

Reasons = dict[str, str]
_TRUE, _FALSE, _UNKNOWN = VALUES
_NEVER_UNKNOWN: Final = "no test of it can be unknown"


def of_test(test: FieldTest, book: Rulebook, among: str = "") -> Reasons:
    """Tell why a test of a field, among the strands of a set, is never unknown, where that is so."""
    reason = _known(test, book) or _held_back(test.field, book, among)
    return {_UNKNOWN: reason} if reason else {}


def _known(test: FieldTest, book: Rulebook) -> str:
    if test.field in ALWAYS_KNOWN:
        return f"{test.field} is always known"
    if any(table.sets == test.field for table in book.tables):
        return f"{test.field} is set by a table, whose last row decides"
    return "" if compiled((test,))({}) is None else f"it asks whether {test.field} is known"


def _held_back(field: str, book: Rulebook, among: str) -> str:
    """Tell that a set, or one that it is taken from, holds only strands whose field is known."""
    sets = {one.name: one for one in book.sets}
    while among in sets:
        if any(test.field == field and compiled((test,))({}) is not True for test in sets[among].where):
            return f"{among} holds only what has a known {field}"
        among = sets[among].source
    return ""


def of_need(leaf: Leaf, book: Rulebook) -> Reasons:
    """Tell why a need is never unknown, where that is so."""
    if isinstance(leaf, ClaimIs):
        return of_test(leaf.test, book)
    if isinstance(leaf, Acts):
        return {}
    if isinstance(leaf, Related):
        settled = all(related.by in ONE_WAY for related in _related(book))
        return {_UNKNOWN: f"claims that are related by {leaf.by} never wait for each other"} if settled else {}
    return {_UNKNOWN: "a finding is there or not" if isinstance(leaf, Found) else "what is counted is known"}


def _related(book: Rulebook) -> list[Related]:
    every = (leaf for rule in book.rules for clause in rule.needs for _, leaf in leaves(clause.need))
    return [leaf for leaf in every if isinstance(leaf, Related)]


def of_rule(rule: Rule, book: Rulebook) -> Reasons:
    """Tell why a rule is never unknown, or always fires where it exists."""
    if not rule.needs:
        return dict.fromkeys((_FALSE, _UNKNOWN), "it has no needs")
    unknown = any(_can_be_unknown(clause.need, book) for clause in rule.needs)
    return {} if unknown else {_UNKNOWN: "its needs together are never unknown"}


def _can_be_unknown(need: Need, book: Rulebook) -> bool:
    if isinstance(need, AnyOf):
        return any(_can_be_unknown(one, book) and not _made_good(one, need) for one in need.needs)
    if isinstance(need, AllOf):
        return any(_can_be_unknown(one, book) for one in need.needs)
    return _can_be_unknown(need.need, book) if isinstance(need, Not) else not of_need(need, book)


def _made_good(need: Need, within: AnyOf) -> bool:
    """Whether another need holds wherever the field that this one tests is unknown."""
    if not isinstance(need, ClaimIs):
        return False
    same = (other.test for other in within.needs if isinstance(other, ClaimIs) and other.test.field == need.test.field)
    return any(compiled((test,))({}) for test in same)


def of_row(table: Table, number: int, book: Rulebook) -> Reasons:
    """Tell why a row of a table is never unknown; the last one is always true."""
    row = table.rows[number]
    if not row.when:
        return dict.fromkeys((_FALSE, _UNKNOWN), "the last row has no tests")
    return {_UNKNOWN: _NEVER_UNKNOWN} if all(of_test(test, book) for test in row.when) else {}

"""A reading with problems goes in, the rulebook of what is untouched by them comes out, and how much was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from corrob.diagnostics import Diagnostic
from corrob.model.node import Node, inside
from corrob.model.rule import (
    Clause,
    FieldTest,
    Finds,
    Invariant,
    Removes,
    Rule,
    Rulebook,
)
from corrob.rulebook import strata
from corrob.rulebook.building import BUILT_IN
from corrob.rulebook.extend import Layers
from corrob.rulebook.loading import Reading
from corrob.rulebook.needs import findings_of, related, selections
from corrob.rulebook.places import Problems

Place = tuple[str, int]


def sound(reading: Reading) -> tuple[Rulebook | None, int]:
    """Give the rulebook without everything that a problem stands in, or that rests on such a thing.

    The rulebook is None where nothing can be judged by what remains; the number is that of the things left out.
    """
    book, layers = reading.rulebook, reading.layers
    if book is None or layers is None or not reading.problems:
        return book, 0
    return _Sieve(book, layers, reading.problems).sifted()


@dataclass
class _Sieve:
    book: Rulebook
    layers: Layers
    problems: Iterable[Diagnostic]
    attributes: set[str] = field(default_factory=set)
    sets: set[str] = field(default_factory=lambda: set(BUILT_IN))

    def sifted(self) -> tuple[Rulebook | None, int]:
        bad = {(problem.span.file, problem.span.line) for problem in self.problems}
        tables = tuple(table for table in self.book.tables if self._table(table.sets, bad))
        sets = tuple(one for one in self.book.sets if self._set(one.name, bad))
        rules = _with_findings([rule for rule in self.book.rules if self._rule(rule, bad)], self.book)
        if not self.book.counted or not {*self.book.counted.values()} <= self.sets or not self.book.statuses.order:
            return None, 0
        kept = replace(self.book, tables=tables, sets=sets, invariants=tuple(self._invariants(bad, rules)))
        parts = ("tables", "sets", "rules", "invariants")
        whole = _restaged(kept, rules)
        return whole, sum(len(getattr(self.book, part)) - len(getattr(whole, part)) for part in parts)

    def _table(self, name: str, bad: set[Place]) -> bool:
        entry, table = self.layers.tables[name], next(one for one in self.book.tables if one.sets == name)
        nodes = [entry.table.at.node, *(row.at.node for row in entry.before)]
        ends = bool(table.rows) and not table.rows[-1].when
        if bad.isdisjoint(_lines(nodes)) and ends and all(self._known(row.when) for row in table.rows):
            self.attributes.add(name)
        return name in self.attributes

    def _set(self, name: str, bad: set[Place]) -> bool:
        entry, one = self.layers.sets[name], next(one for one in self.book.sets if one.name == name)
        nodes = [entry.set.at.node, *(change.at.node for change in entry.narrowed)]
        if bad.isdisjoint(_lines(nodes)) and one.source in self.sets and self._known(one.where):
            self.sets.add(name)
        return name in self.sets

    def _rule(self, rule: Rule, bad: set[Place]) -> bool:
        entry = self.layers.rules[rule.id]
        nodes = [entry.rule.at.node, (entry.file.at / "applies_to").node, *(need.at.node for need in entry.added)]
        whole = entry.file.at.node
        touched = not bad.isdisjoint(_lines(node for node in nodes if node is not whole))
        removed = rule.effect.where if isinstance(rule.effect, Removes) else ()
        return not touched and self._clauses(rule.needs) and self._known(removed)

    def _invariants(self, bad: set[Place], rules: Iterable[Rule]) -> Iterator[Invariant]:
        lost = _found(self.book.rules) - _found(rules)
        for one in self.book.invariants:
            untouched = bad.isdisjoint(_lines([self.layers.invariants[one.id].at.node]))
            if untouched and self._clauses(one.never) and lost.isdisjoint(_asked(one.never)):
                yield one

    def _clauses(self, clauses: Iterable[Clause]) -> bool:
        chosen = [one for clause in clauses for one in selections([clause.need])]
        return all(one.set in self.sets and self._known(one.where) for one in chosen)

    def _known(self, tests: Iterable[FieldTest]) -> bool:
        """Whether tests look at no attribute whose table was left out."""
        lost = {table.sets for table in self.book.tables} - self.attributes
        return lost.isdisjoint(test.field for test in tests)


def _with_findings(rules: list[Rule], book: Rulebook) -> tuple[Rule, ...]:
    """Leave out rules that ask for what only rules that were left out would find, and so on."""
    lost = _found(book.rules) - _found(rules)
    kept = [rule for rule in rules if lost.isdisjoint(_asked(rule.needs))]
    return tuple(rules) if len(kept) == len(rules) else _with_findings(kept, book)


def _found(rules: Iterable[Rule]) -> set[str]:
    return {rule.effect.name for rule in rules if isinstance(rule.effect, Finds)}


def _asked(clauses: Iterable[Clause]) -> set[str]:
    """Give the findings that needs ask for, of this claim or of related ones."""
    needs = [clause.need for clause in clauses]
    return {name for need in needs for name in findings_of(need)} | {one.finding for one in related(needs)}


def _restaged(book: Rulebook, rules: tuple[Rule, ...]) -> Rulebook:
    """Put the rules that are kept into stages again."""
    ids = {rule.id for rule in rules}
    rules = tuple(replace(rule, beats=tuple(name for name in rule.beats if name in ids)) for rule in rules)
    quiet = Problems()
    stages = strata.stages_of(rules, quiet)
    return replace(book, rules=rules, removals=strata.removals_of(rules, quiet), stages=stages)


def _lines(nodes: Iterable[Node]) -> set[Place]:
    """Give all lines from the first to the last of some pieces of text."""
    found: set[Place] = set()
    for node in nodes:
        spans = [one.span for one in inside(node)]
        first, last = min(span.line for span in spans), max(span.line for span in spans)
        found |= {(node.span.file, line) for line in range(first, last + 1)}
    return found

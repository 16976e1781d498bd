"""A rulebook and the places of its pack go in; what the pack itself judges comes out, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corrob.diagnostics import Span
from corrob.examining.places import Places, leaves, path_in
from corrob.examining.readers import readers, selection_of
from corrob.model.rule import (
    AllOf,
    AnyOf,
    EvidenceSet,
    FieldTest,
    Leaf,
    Need,
    Not,
    Nothing,
    Origins,
    Removes,
    Row,
    Rule,
    Rulebook,
    Some,
    Suspect,
    Table,
)  # fmt: skip

_KEYS = {Origins: "origins", Some: "some", Nothing: "none", Suspect: "suspect"}


@dataclass(frozen=True)
class Asked:
    """A need that stands alone: in which clause of which rule, by which steps, and where it is written."""

    rule: Rule
    clause: int
    steps: tuple[int, ...]
    leaf: Leaf
    place: Span

    @property
    def need(self) -> Need:
        """The whole need of the clause."""
        return self.rule.needs[self.clause].need

    @property
    def above(self) -> Need:
        """The need that it stands right in; itself where it stands in none."""
        need = self.need
        for step in self.steps[:-1]:
            need = need.need if isinstance(need, Not) else need.needs[step] if isinstance(need, AnyOf | AllOf) else need
        return need


@dataclass(frozen=True)
class Judgements:
    """What a pack adds to those that it builds on."""

    book: Rulebook
    places: Places

    @property
    def rules(self) -> Iterator[Rule]:
        """The pack's own rules."""
        return (rule for rule in self.book.rules if rule.pack == self.book.name)

    @property
    def needs(self) -> Iterator[Asked]:
        """The needs of the pack's rules, and those that it adds to others."""
        for rule in self.book.rules:
            for number, clause in enumerate(rule.needs):
                if clause.pack == self.book.name:
                    for steps, leaf in leaves(clause.need):
                        path = path_in(self.places, clause.span, clause.need, steps)
                        yield Asked(rule, number, steps, leaf, self.places.at(clause.span, *path))

    @property
    def rows(self) -> Iterator[tuple[Table, int, Row, Span]]:
        """The rows of the pack's tables, and those that it puts before the rows of others."""
        for table in self.book.tables:
            own = table.pack == self.book.name
            changes = reversed(self.places.changes("table", table.sets, "rows"))
            spans = [span for change in changes for span in change]
            for number, row in enumerate(table.rows):
                if number < len(spans):
                    yield table, number, row, spans[number]
                elif own:
                    yield table, number, row, self.places.at(table.span, "rows", number - len(spans))

    @property
    def left_rows(self) -> Iterator[tuple[Table, int, Row, Span]]:
        """The rows of tables that the packs beneath leave to others to read, and this one reads."""
        for table in self.book.tables:
            packs = readers(self.book, table)
            if self.book.name in packs and table.pack not in {self.book.name, *packs}:
                yield from ((table, number, row, table.span) for number, row in enumerate(table.rows))

    @property
    def set_tests(self) -> Iterator[tuple[EvidenceSet, int, FieldTest, Span]]:
        """The tests of the pack's evidence sets, and those by which it narrows others."""
        for one in self.book.sets:
            own = one.pack == self.book.name
            added = [span for change in self.places.changes("set", one.name, "where") for span in change]
            first = len(one.where) - len(added)
            for number, test in enumerate(one.where):
                if number >= first:
                    yield one, number, test, added[number - first]
                elif own:
                    yield one, number, test, self.places.at(one.span, "where", test.field)

    def applies_to(self, rule: Rule) -> Iterator[tuple[int, FieldTest, Span]]:
        """Give the tests of the claim that a rule makes, those of its whole file first."""
        for number, test in enumerate(rule.applies_to):
            own = self.places.has(rule.span, "applies_to", test.field)
            span = self.places.at(rule.span, "applies_to", test.field)
            place = span if own else self.places.file_wide(rule.span, "applies_to", test.field)
            yield number, test, place

    def removed_tests(self, rule: Rule) -> Iterator[tuple[int, FieldTest, Span]]:
        """Give the tests by which a rule removes strands."""
        where = rule.effect.where if isinstance(rule.effect, Removes) else ()
        for number, test in enumerate(where):
            yield number, test, self.places.at(rule.span, "removes", test.field)

    def where_tests(self, asked: Asked) -> Iterator[tuple[int, FieldTest, Span]]:
        """Give the tests by which a need selects strands."""
        chosen = selection_of(asked.leaf)
        clause = self.book_clause(asked)
        path = path_in(self.places, clause, asked.need, asked.steps)
        for number, test in enumerate(chosen.where if chosen else ()):
            key = _KEYS[type(asked.leaf)]
            yield number, test, self.places.at(clause, *path, key, "where", test.field)

    @staticmethod
    def book_clause(asked: Asked) -> Span:
        """Give the place of the clause that a need stands in."""
        return asked.rule.needs[asked.clause].span

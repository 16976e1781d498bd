"""A rulebook goes in, the kinds of evidence that it may tell apart come out, each as the fields that make it so.

A kind meets what one selection, one removal, one row of a table or two rows of one table ask, or misses it by one
field. An item that falls under two of them that nothing joins (one that is both hedged and undercut, say) is no kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from math import inf
from typing import Any, Final

from corrob import dates
from corrob.asking.pieces import COMPOUND, DAY, WRITERS, Wanted
from corrob.dates import Interval
from corrob.model.fields import STRAND_FIELDS, Field
from corrob.model.rule import (
    Compare,
    Exists,
    FieldTest,
    Is,
    Moment,
    Need,
    Origins,
    Removes,
    Rulebook,
    Selection,
    Table,
    Test,
    Unless,
)
from corrob.rulebook.needs import inside, selections
from corrob.verifying.compile import compiled
from corrob.vocabulary import LETTERS, NONE, STANCES, UNJUDGED

Term = tuple[FieldTest, ...]
"""Tests that all must pass, none of them of a table's attribute."""

UNKNOWN_AT_FIRST: Final = ("recycled", "place_fits", "time_fits", "quantity_fits")
"""Flags that are unknown as long as nothing is told of the media or the number."""

FEW: Final = 3
"""How many values are tried at least of a field of which rules count different ones."""

OWN: Final = frozenset({"origin", "source"})
"""Fields of which every piece has a value of its own."""

MOST_TERMS: Final = 64
"""How many ways into one set are looked at."""


def every_need(rulebook: Rulebook) -> Iterator[Need]:
    """Give the needs of all rules and invariants, and all that stand inside them."""
    clauses = [clause for rule in rulebook.rules for clause in rule.needs]
    clauses += [clause for invariant in rulebook.invariants for clause in invariant.never]
    return inside(clause.need for clause in clauses)


@dataclass(frozen=True)
class Kinds:
    """What a rulebook asks of evidence, taken apart."""

    rulebook: Rulebook

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The tables by the attribute that they set."""
        return {table.sets: table for table in self.rulebook.tables}

    @cached_property
    def selections(self) -> tuple[Selection, ...]:
        """Everything that is selected somewhere: by needs, as a named set, or to be counted."""
        named = (Selection(one.name) for one in self.rulebook.sets)
        return tuple(dict.fromkeys([*selections(every_need(self.rulebook)), *named]))

    def tests_of(self, selection: Selection) -> Term:
        """Give all tests on the way from the bearings to a selection."""
        sets = {one.name: one for one in self.rulebook.sets}
        found = [*selection.where]
        name = selection.set
        while name in sets:
            found += sets[name].where
            name = sets[name].source
        return tuple(dict.fromkeys(found))

    def terms(self, tests: Term) -> Iterator[Term]:
        """Take tests of tables' attributes apart: every row of each table, whether or not it leads there."""
        plain = [test for test in tests if test.field not in self.tables]
        rows = [[row.when for row in self.tables[one.field].rows] for one in tests if one.field in self.tables]
        for chosen in product(*rows):
            inside = tuple(test for when in chosen for test in when)
            if any(test.field in self.tables for test in inside):
                yield from self.terms((*plain, *inside))
            else:
                yield (*plain, *inside)

    def every_term(self) -> tuple[Term, ...]:
        """Give every way into a selection, a removal or a row of a table."""
        removed = (rule.effect.where for rule in self.rulebook.removals if isinstance(rule.effect, Removes))
        asked = [*map(self.tests_of, self.selections), *removed, *self._rows()]
        return tuple(dict.fromkeys(term for tests in asked for term in self._some_terms(tests)))

    def differing_terms(self) -> tuple[Term, ...]:
        """Give ways into what is chosen from, for each of a few values that make a difference to the choice."""
        return tuple(dict.fromkeys(term for tests in self._different() for term in self._some_terms(tests)))

    @cached_property
    def choosing(self) -> tuple[Origins, ...]:
        """The needs that ask for different values, or for strands within a span of time."""
        asked = (need for need in every_need(self.rulebook) if isinstance(need, Origins))
        return tuple(dict.fromkeys(one for one in asked if one.different or one.within is not None))

    def _different(self) -> Iterator[Term]:
        """Give tests for a few values that a choosing need can tell apart, each with all that it selects by."""
        for need in self.choosing:
            name, number = need.different or ("", 0)
            for test in _values_of(name, max(number, FEW)) if name else ():
                yield (*self.tests_of(need.selection), test)
            if need.within is not None or name == "date":
                yield from ((*self.tests_of(need.selection), test) for test in _days(need.within or 0))

    def _rows(self) -> Iterator[Term]:
        """Give what each row of a table asks, and what two rows of one table ask together."""
        for table in self.rulebook.tables:
            asked = [row.when for row in table.rows if row.when]
            yield from asked
            yield from ((*one, *other) for one, other in combinations(asked, 2))

    def _some_terms(self, tests: Term) -> list[Term]:
        return [term for _, term in zip(range(MOST_TERMS), self.terms(tests), strict=False)]

    # values

    @cached_property
    def mentioned(self) -> dict[str, list[Any]]:
        """Give, for every field of a strand, the values that the rulebook's tests name, in their own order."""
        found: dict[str, dict[Any, None]] = {}
        for test in (test for term in (*self.every_term(), *self.differing_terms()) for test in term):
            found.setdefault(test.field, {}).update(dict.fromkeys(_named(test.tests)))
        return {name: _ordered(STRAND_FIELDS[name], values) for name, values in found.items()}

    def choices(self, name: str) -> list[Any]:
        """Give the values of a field that are worth trying, unknown among them."""
        known = STRAND_FIELDS[name]
        if known.type == "flag":
            return [False, True, None]
        if known.ordered:
            return [*reversed(LETTERS[LETTERS.index(UNJUDGED) + 1 :]), None]
        named = self.mentioned.get(name, [])
        other = [word for word in known.words if word not in named][:1]
        return [*(around for value in named for around in _around(known, value)), *other, None]

    # kinds

    def candidates(self) -> list[Wanted]:
        """Give fields with values, the plainest first: for every term what meets it, and what just misses it."""
        near = [wanted for term in self.every_term() for wanted in self._near(term)]
        near += [self._meeting(term) for term in self.differing_terms()]
        found = {tuple(sorted(said.items())): None for wanted in near for said in _said(wanted)}
        joined = [((name, True), ("stance", stance)) for name in sorted(COMPOUND) for stance in STANCES[:2]]
        return [dict(one) for one in sorted({*found, *joined}, key=_plainness)]

    def _near(self, term: Term) -> Iterator[Wanted]:
        meets = self._meeting(term)
        yield meets
        for name, tests in _by_field(term).items():
            for value in self._misses(name, tests):
                yield self._plain({**meets, name: value})

    def _meeting(self, term: Term) -> Wanted:
        return self._plain({name: self._value(name, tests) for name, tests in _by_field(term).items()})

    def _value(self, name: str, tests: list[FieldTest]) -> Any:  # noqa: ANN401 - a field's value
        passes = compiled(tests)
        tried = [*([PLAIN[name]] if name in PLAIN else []), *self.choices(name)]
        return next((value for value in tried if passes({name: _held(name, value)}) is True), None)

    def _misses(self, name: str, tests: list[FieldTest]) -> Iterator[Any]:
        """Give a value that fails, one that is unknown, and for what has an order the one next to passing."""
        passes = compiled(tests)
        tried = [*([PLAIN[name]] if name in PLAIN else []), *self.choices(name)]
        failing = [value for value in tried if passes({name: _held(name, value)}) is not True]
        yield from dict.fromkeys(failing if STRAND_FIELDS[name].type != "word" else [*failing[:2], *failing[-1:]])

    @staticmethod
    def _plain(wanted: Wanted) -> Wanted:
        """Leave out what a piece shows of itself."""
        return {name: value for name, value in wanted.items() if name not in PLAIN or PLAIN[name] != value}


PLAIN: Final[dict[str, Any]] = {
    **dict.fromkeys(STRAND_FIELDS),
    **{name: False for name, one in STRAND_FIELDS.items() if one.type == "flag" and name not in UNKNOWN_AT_FIRST},
    **dict.fromkeys(("act", "motive", "decisive", "says", "says_written", "interest"), NONE),
    "disinterested": True,
    "reliability": LETTERS[-1],
    "source_kind": "other",
    "date": dates.interval(DAY),
}
"""What a piece shows of itself, where nothing is wanted."""


def _values_of(name: str, number: int) -> Iterator[FieldTest]:
    """Give tests for so many values of a field; of what every piece has a value of its own, none are needed."""
    known = STRAND_FIELDS.get(name)
    if known is None or known.type in {"flag", "date"} or name in OWN:
        return
    values: Iterable[Any] = known.words[:number]
    if known.type != "word":
        values = [float(n) if known.type == "number" else f"value {n}" for n in range(1, number + 1)]
    yield from (FieldTest(name, (Is((value,)),)) for value in values)


def _days(span: float) -> Iterator[FieldTest]:
    """Give tests for no day, and for one so late that it is not within a span of the day of other pieces."""
    yield FieldTest("date", (Exists(wanted=False),))
    yield FieldTest("date", (Moment("after", dates.interval(DAY).end + span),))


def _by_field(term: Term) -> dict[str, list[FieldTest]]:
    """Give the tests of each field that a piece can be given."""
    asked: dict[str, list[FieldTest]] = {}
    for test in term:
        if test.field in WRITERS:
            asked.setdefault(test.field, []).append(test)
    return asked


def _said(wanted: Wanted) -> Iterator[Wanted]:
    """Give what is wanted with each stance that a piece may have."""
    rest = {name: value for name, value in wanted.items() if name != "stance_written"}
    return ({**rest, "stance": stance} for stance in _stances(wanted))


def _stances(wanted: Wanted) -> Iterable[Any]:
    """Give the stances that a piece may have: it says to the claim what was written for it."""
    asked = {wanted[name] for name in ("stance", "stance_written") if wanted.get(name)}
    return asked if len(asked) == 1 else STANCES[:2] if not asked else ()


def _held(name: str, value: Any) -> Any:  # noqa: ANN401 - a field's value
    """Give a value as a strand has it: a tuple where it may have many."""
    return (value,) if STRAND_FIELDS[name].many and value is not None else value


def _named(tests: Iterable[Test]) -> Iterator[Any]:
    for test in tests:
        if isinstance(test, Is):
            yield from test.values
        elif isinstance(test, Compare):
            yield test.value
        elif isinstance(test, Moment):
            yield test.moment
        elif isinstance(test, Unless):
            yield from _named(test.tests)


def _ordered(known: Field, values: Iterable[Any]) -> list[Any]:
    return sorted(values, key=lambda value: (known.words.index(value) if value in known.words else inf, str(value)))


def _around(known: Field, value: Any) -> Iterator[Any]:  # noqa: ANN401 - a field's value
    """Give the values on both sides of one that is named, where there is an order."""
    if known.type == "number":
        yield from (value, value - 1, value + 1)
    elif known.type == "date":
        yield from (Interval(moment, moment) for moment in (value - dates.DAY, value + dates.DAY))
    else:
        yield value


def _plainness(wanted: tuple[tuple[str, Any], ...]) -> tuple[int, str]:
    return len(wanted), str(wanted)

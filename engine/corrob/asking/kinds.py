"""A rulebook goes in, the kinds of evidence that it can tell apart come out, each as the fields that make it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from math import inf
from typing import Any, Final

from msgspec.structs import replace

from corrob import dates
from corrob.asking.pieces import COMPOUND, WRITERS, Wanted, piece
from corrob.dates import Interval
from corrob.model.case import Case, Claim
from corrob.model.fields import STRAND_FIELDS, Field
from corrob.model.rule import (
    AllOf,
    AnyOf,
    Compare,
    FieldTest,
    Is,
    Moment,
    Need,
    Not,
    Origins,
    Removes,
    Rulebook,
    Selection,
    Table,
    Test,
    Unless,
)
from corrob.rulebook.needs import selections
from corrob.verifying.compile import compiled
from corrob.verifying.hearing import hearing
from corrob.verifying.weigh import Exhibit, Scales
from corrob.vocabulary import LETTERS, NONE, STANCES, UNJUDGED

Term = tuple[FieldTest, ...]
"""Tests that all must pass, none of them of a table's attribute."""

UNKNOWN_AT_FIRST: Final = ("recycled", "place_fits", "time_fits", "quantity_fits")
"""Flags that are unknown as long as nothing is told of the media or the number."""

MOST_DIFFERENT: Final = 3
"""How many values are tried of a field of which rules count different ones."""

MOST_TERMS: Final = 64
"""How many ways into one set are looked at."""


def every_need(rulebook: Rulebook) -> Iterator[Need]:
    """Give the needs of all rules and invariants."""
    clauses = [clause for rule in rulebook.rules for clause in rule.needs]
    clauses += [clause for invariant in rulebook.invariants for clause in invariant.never]
    return (clause.need for clause in clauses)


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
        ways = [term for tests in asked for term in self._some_terms(tests)]
        return tuple(dict.fromkeys([*ways, *self._different()]))

    @cached_property
    def differing(self) -> tuple[str, ...]:
        """The fields of which rules count different values."""
        return tuple(dict.fromkeys(name for need in every_need(self.rulebook) for name in differing(need)))

    def _different(self) -> Iterator[Term]:
        """Give tests for some values of the fields of which rules count different ones."""
        for name in self.differing:
            words = STRAND_FIELDS[name].words if name in STRAND_FIELDS else ()
            yield from ((FieldTest(name, (Is((word,)),)),) for word in words[:MOST_DIFFERENT])

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
        for test in (test for term in self.every_term() for test in term):
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
        found: dict[tuple[tuple[str, Any], ...], None] = {}
        for term in self.every_term():
            for wanted in self._near(term):
                for stance in _stances(wanted):
                    said = {**wanted, "stance": stance}
                    said.pop("stance_written", None)
                    found[tuple(sorted(said.items()))] = None
        joined = [((name, True), ("stance", stance)) for name in sorted(COMPOUND) for stance in STANCES[:2]]
        return [dict(one) for one in sorted({*found, *joined}, key=_plainness)]

    def _near(self, term: Term) -> Iterator[Wanted]:
        asked: dict[str, list[FieldTest]] = {}
        for test in term:
            if test.field in WRITERS:
                asked.setdefault(test.field, []).append(test)
        meets = {name: self._value(name, tests) for name, tests in asked.items()}
        yield self._plain(meets)
        for name, tests in asked.items():
            for value in self._misses(name, tests):
                yield self._plain({**meets, name: value})

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
}
"""What a piece shows of itself, where nothing is wanted."""


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


# what a kind comes to


@dataclass(frozen=True)
class Kind:
    """Fields with values, and the strands of one such piece alone at a claim."""

    wanted: Wanted
    exhibits: list[Exhibit]


def distinct(kinds: Kinds, scales: Scales, claim: Claim) -> list[Kind]:
    """Give the kinds that the rulebook can tell apart at a claim, each by the plainest fields that make it so."""
    found: dict[object, Kind] = {}
    sees = Signature(kinds, scales)
    for wanted in kinds.candidates():
        strands = exhibits(scales, wanted, claim)
        if strands is not None:
            found.setdefault(sees(strands), Kind(wanted, strands))
    return list(found.values())


def exhibits(scales: Scales, wanted: Wanted, claim: Claim, name: str = "e") -> list[Exhibit] | None:
    """Give the strands of one piece alone at a claim; None where the claim leaves no room for it."""
    made = piece(wanted, claim, name)
    if made is None:
        return None
    alone = made.added_to(Case(corrob=1, case=name, claims=(_apart(claim),)))
    return hearing(alone, None, scales).heard(claim.id).exhibits


def _apart(claim: Claim) -> Claim:
    """Give a claim without what it says of others."""
    alone = replace(claim, entails=(), contradicts=(), consistent_with=(), part_of=(), superseded_by=None)
    return replace(alone, resolves_on="", about_claim="", about_sources=())


class Signature:
    """Tells strands apart as a rulebook does: by what selects or removes them, and by the values that it counts."""

    def __init__(self, kinds: Kinds, scales: Scales) -> None:
        rulebook = kinds.rulebook
        removed = [rule.effect.where for rule in rulebook.removals if isinstance(rule.effect, Removes)]
        self._tests = [scales.test(tests) for tests in [*map(kinds.tests_of, kinds.selections), *removed]]
        self._listed = kinds.differing

    def __call__(self, strands: Iterable[Exhibit]) -> object:
        """Give something that two kinds have in common exactly if no rule can tell them apart."""
        return tuple(sorted((self._passed(one), self._values(one)) for one in strands))

    def _passed(self, one: Exhibit) -> tuple[bool, ...]:
        return tuple(test(one.facts) is True for test in self._tests)

    def _values(self, one: Exhibit) -> tuple[str, ...]:
        return tuple(str(one.facts.get(name)) for name in self._listed)


def differing(need: Need) -> Iterator[str]:
    """Give the fields of which a need counts different values."""
    if isinstance(need, Origins) and need.different:
        yield need.different[0]
    parts = need.needs if isinstance(need, AnyOf | AllOf) else (need.need,) if isinstance(need, Not) else ()
    for part in parts:
        yield from differing(part)

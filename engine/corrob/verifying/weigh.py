"""A claim's strands go in, the answers to the rules' questions come out: tables, removals, evidence sets, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Protocol

from msgspec import Struct

from corrob.dates import Interval
from corrob.model.case import Claim
from corrob.model.fields import CLAIM_FIELDS, STRAND_FIELDS
from corrob.model.rule import (
    Acts,
    ClaimIs,
    FieldTest,
    Found,
    Need,
    Origins,
    Related,
    Rulebook,
    Selection,
    Some,
    Suspect,
)
from corrob.verifying.choice import Candidate, can_choose
from corrob.verifying.compile import Answer, Facts, compiled
from corrob.verifying.decide import Decide, Matcher, Situation, remembered
from corrob.verifying.decide.conditions import NO, UNKNOWN, YES, Count, Question, Questions
from corrob.verifying.decide.direct import direct
from corrob.verifying.derive import CLAIM, FIELDS
from corrob.verifying.origins import Origin, Ties, at_least
from corrob.verifying.trace import Root, Strand

Tested = tuple[FieldTest, ...]


class Exhibit(Struct, frozen=True):
    """A strand with its fields by name, tables' attributes among them; None is unknown."""

    strand: Strand
    facts: dict[str, Any]

    @property
    def origin(self) -> str | None:
        """The origin's name; None for a strand that only runs in a circle."""
        name: str | None = self.facts.get("origin")
        return name


class Stage(Struct, frozen=True):
    """Rules that are decided at once: the questions that they ask, and the decision over the answers."""

    rules: tuple[Any, ...]
    questions: tuple[Question, ...]
    decide: Decide


class Answers(Protocol):
    """What a claim's questions need from outside its own evidence."""

    def related(self, need: Related) -> Answer:
        """Answer a question about related claims."""
        ...

    def acts(self, need: Acts) -> Answer:
        """Answer a question about acts on the record."""
        ...


class Scales:
    """A rulebook compiled: its tables, sets and stages as functions, shared by all claims.

    `fields` are those that strands get; fewer than all will do where nobody explains what comes out.
    """

    def __init__(self, rulebook: Rulebook, matcher: Matcher, fields: Iterable[str] = FIELDS) -> None:
        self.rulebook = rulebook
        self.fields = {name: FIELDS[name] for name in FIELDS if name in fields}
        self.tables = [(t.sets, [(compiled(row.when), row.then) for row in t.rows]) for t in rulebook.tables]
        self.sets = {one.name: one for one in rulebook.sets}
        self.removals = self._stage(rulebook.removals, matcher)
        self.stages = [self._stage(rules, matcher) for rules in rulebook.stages]
        self._tests: dict[Tested, Callable[[Facts], Answer]] = {}

    @staticmethod
    def _stage(rules: Sequence[Any], matcher: Matcher) -> Stage:
        questions = Questions()
        conditions = [
            questions.condition([*map(ClaimIs, rule.applies_to), *(clause.need for clause in rule.needs)])
            for rule in rules
        ]
        return Stage(tuple(rules), questions.asked, remembered(matcher(conditions)))

    def test(self, tests: Tested) -> Callable[[Facts], Answer]:
        """Give the function for some tests, compiled once."""
        if tests not in self._tests:
            self._tests[tests] = compiled(tests)
        return self._tests[tests]

    def tabled(self, facts: dict[str, Any]) -> None:
        """Set the tables' attributes in a strand's fields."""
        for name, rows in self.tables:
            facts[name] = next(then for when, then in rows if when(facts) is True)


class Weighing(Struct, eq=False, dict=True):
    """One claim on the scales. `removed` names, by rule, the exhibits that were taken out."""

    scales: Scales
    claim: Claim
    as_of: Interval | None
    exhibits: list[Exhibit]
    origins: list[Origin]
    names: dict[Root, str]
    ties: Ties
    outside: Answers
    findings: set[str] = set()
    removed: dict[str, list[Exhibit]] = {}
    _held: dict[str, list[Exhibit]] = {}
    _selected: dict[Selection, list[Exhibit]] = {}

    @cached_property
    def facts(self) -> dict[str, Any]:
        """The claim's own fields by name."""
        return {name: find(self.claim, self.as_of) for name, find in CLAIM.items()}

    def fire(self, stage: Stage) -> list[Any]:
        """Give the rules of a stage that fire."""
        situation: Situation = tuple(self.answer(question) for question in stage.questions)
        return [stage.rules[n] for n in stage.decide(situation)]

    def remove(self) -> None:
        """Take out what the removal rules name, all at once; sets are looked up afresh after it."""
        for rule in self.fire(self.scales.removals):
            matches = self.scales.test(rule.effect.where)
            gone = [exhibit for exhibit in self.exhibits if matches(exhibit.facts) is True]
            self.removed.update({rule.id: gone} if gone else {})
        self._held.clear()
        self._selected.clear()

    def held(self, name: str) -> list[Exhibit]:
        """Give the exhibits of an evidence set."""
        if name not in self._held:
            self._held[name] = self._hold(name)
        return self._held[name]

    def _hold(self, name: str) -> list[Exhibit]:
        if name not in self.scales.sets:
            gone = {id(e) for found in self.removed.values() for e in found} if name == "bearings" else ()
            return [exhibit for exhibit in self.exhibits if id(exhibit) not in gone]
        one = self.scales.sets[name]
        return self._passing(self.held(one.source), one.where)

    def selected(self, selection: Selection) -> list[Exhibit]:
        """Give the exhibits that a need selects."""
        if not selection.where:
            return self.held(selection.set)
        if selection not in self._selected:
            self._selected[selection] = self._passing(self.held(selection.set), selection.where)
        return self._selected[selection]

    def _passing(self, exhibits: Iterable[Exhibit], where: Tested) -> list[Exhibit]:
        passes = self.scales.test(where)
        return [exhibit for exhibit in exhibits if passes(exhibit.facts) is True]

    def answer(self, question: Question) -> int:
        """Answer one question: a count, or yes, no, unknown."""
        found = _ANSWERS[type(question)](self, question)
        return UNKNOWN if found is None else int(found)

    def holds(self, need: Need) -> Answer:
        """Say whether a need holds; None where a question that it asks is unknown and it does not hold."""
        questions = Questions()
        condition = questions.condition([need])
        situation = tuple(self.answer(question) for question in questions.asked)
        return True if direct([condition])(situation) else (None if UNKNOWN in situation else False)

    def count(self, exhibits: Iterable[Exhibit]) -> int:
        """Count the origins of some exhibits."""
        return len({exhibit.origin for exhibit in exhibits} - {None})

    def at_least(self, exhibits: Iterable[Exhibit]) -> int:
        """Count the origins that remain when suspect ties merge them too."""
        return at_least(self.ties, (exhibit.strand for exhibit in exhibits), self.names)

    def _choose(self, need: Origins) -> bool:
        assert need.at_least is not None, "a choice says of how many origins"
        return can_choose(candidates(self, need), need.at_least, (need.different or ("", 0))[1], need.within)

    def _suspect(self, need: Suspect) -> bool:
        chosen = self.selected(need.selection)
        return self.at_least(chosen) < self.count(chosen)

    def _claim(self, need: ClaimIs) -> Answer:
        return self.scales.test((need.test,))(self.facts)


def candidates(weighing: Weighing, need: Origins) -> list[Candidate]:
    """Give the strands that a need of different values, or within a span, may choose from."""
    name = need.different[0] if need.different else ""
    return [
        Candidate(exhibit.origin, _values(exhibit.facts.get(name)), _begin(exhibit.facts.get("date")))
        for exhibit in weighing.selected(need.selection)
        if exhibit.origin is not None
    ]


_ANSWERS: dict[type, Callable[[Weighing, Any], int | bool | None]] = {
    Count: lambda w, question: w.count(w.selected(question.selection)),
    Origins: lambda w, need: w._choose(need),  # noqa: SLF001 - its own table
    Some: lambda w, need: bool(w.selected(need.selection)),
    Suspect: lambda w, need: w._suspect(need),  # noqa: SLF001
    ClaimIs: lambda w, need: w._claim(need),  # noqa: SLF001
    Related: lambda w, need: w.outside.related(need),
    Acts: lambda w, need: w.outside.acts(need),
    Found: lambda w, need: need.name in w.findings,
}
assert int(False) == NO and int(True) == YES, "answers are numbers"  # noqa: PT018


def _values(value: Any) -> frozenset[object]:  # noqa: ANN401 - a field's value
    if value is None:
        return frozenset()
    return frozenset(value) if isinstance(value, tuple) else frozenset({value})


def _begin(date: Interval | None) -> float | None:
    return date.begins if date else None


def exhibits(scales: Scales, scene: Any, strands: Iterable[Strand]) -> list[Exhibit]:  # noqa: ANN401
    """Give strands with the fields that the scales ask for and the tables' attributes."""
    found = []
    for strand in strands:
        facts = {name: find(scene, strand) for name, find in scales.fields.items()}
        scales.tabled(facts)
        found.append(Exhibit(strand, facts))
    return found


assert FIELDS.keys() == STRAND_FIELDS.keys(), "every field that rules may test is found"
assert CLAIM.keys() == CLAIM_FIELDS.keys(), "every field of a claim is found"

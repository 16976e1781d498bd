"""A weighing goes in; what was unknown, and would have given another status had it been known, comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from corrob.model.rule import ClaimIs, FieldTest, Gives, Rule, Selection, Some
from corrob.verifying.compile import Answer, some
from corrob.verifying.decide.conditions import UNKNOWN, YES, Any_, Atom, Condition, Count, Question, Questions
from corrob.verifying.decide.direct import COMPARES
from corrob.verifying.relate import Outcome
from corrob.verifying.settle import settle
from corrob.verifying.weigh import Exhibit, Weighing


def unknown(outcome: Outcome) -> tuple[str, ...]:
    """Name what would have mattered, as `item: field`, or `claim: field` for the claim's own."""
    weighing = outcome.weighing
    hopes = _Hopes(weighing)
    fired = {rule.id for rule in outcome.fired}
    statuses = weighing.scales.rulebook.statuses
    found: set[str] = set()
    for stage in weighing.scales.stages:
        for rule in stage.rules:
            missing = hopes.missing(rule) if isinstance(rule.effect, Gives) and rule.id not in fired else None
            if missing and settle(statuses, [*outcome.fired, rule]).status != outcome.settled.status:
                found |= missing
    return tuple(sorted(found))


class _Hopes(Struct, eq=False):
    """Looks at a claim as if every unknown were what a rule hopes for."""

    weighing: Weighing
    _possible: dict[Selection, list[Exhibit]] = {}

    def missing(self, rule: Rule) -> set[str] | None:
        """Give the unknowns that keep the rule from firing; None where something else does as well."""
        questions = Questions()
        needs = [*map(ClaimIs, rule.applies_to), *(clause.need for clause in rule.needs)]
        return self._condition(questions.condition(needs), questions.asked)

    def _condition(self, condition: Condition, asked: tuple[Question, ...]) -> set[str] | None:
        if isinstance(condition, Atom):
            return self._atom(condition, asked[condition.key])
        parts = (self._condition(part, asked) for part in condition.parts)
        if isinstance(condition, Any_):
            return min((part for part in parts if part is not None), key=len, default=None)
        missing: set[str] = set()
        for part in parts:
            if part is None:
                return None
            missing |= part
        return missing

    def _atom(self, atom: Atom, question: Question) -> set[str] | None:
        answer = self.weighing.answer(question)
        if COMPARES[atom.op](answer, atom.number):
            return set()
        if isinstance(question, Count | Some) and (atom.op == "at_least" or atom.number == YES):
            return self._more(atom, question)
        return {f"{self.weighing.claim.id}: {_asked(question)}"} if answer == UNKNOWN else None

    def _more(self, atom: Atom, question: Count | Some) -> set[str] | None:
        now = self.weighing.selected(question.selection)
        more = [e for e in self._hoped(question.selection) if all(e is not had for had in now)]
        count = self.weighing.count([*now, *more]) if isinstance(question, Count) else int(bool(more))
        if not COMPARES[atom.op](count, atom.number):
            return None
        return {f"{e.strand.arrival.item.id}: {name}" for e in more for name in self._open(e, question.selection)}

    def _hoped(self, selection: Selection) -> list[Exhibit]:
        if selection not in self._possible:
            pool = self.weighing.held("bearings")
            self._possible[selection] = [e for e in pool if self._could(e, selection)]
        return self._possible[selection]

    def _could(self, exhibit: Exhibit, selection: Selection) -> bool:
        tests = list(self._tests(selection))
        return all(self._may(exhibit, test) is not False for test in tests)

    def _tests(self, selection: Selection) -> Iterator[FieldTest]:
        """Give all tests on the way from the bearings to a selection."""
        yield from selection.where
        one = self.weighing.scales.sets.get(selection.set)
        if one is not None:
            yield from self._tests(Selection(one.source, one.where))

    def _may(self, exhibit: Exhibit, test: FieldTest) -> Answer:
        passes = self.weighing.scales.test((test,))
        return some(passes({test.field: value}) for value in self._values(exhibit, test.field))

    def _values(self, exhibit: Exhibit, name: str) -> list[Any]:
        """Give the values that a field may come to have: for a table's attribute that of every row that may hold."""
        table = next((t for t in self.weighing.scales.rulebook.tables if t.sets == name), None)
        if table is None:
            return [exhibit.facts.get(name)]
        values: list[Any] = []
        for row in table.rows:
            answers = [self._may(exhibit, test) for test in row.when]
            if False not in answers:
                values.append(row.then)
            if all(answers):
                break
        return values

    def _open(self, exhibit: Exhibit, selection: Selection) -> set[str]:
        """Give the unknown fields that the selection's tests rest on."""
        return {name for test in self._tests(selection) for name in self._rests_on(exhibit, test.field)}

    def _rests_on(self, exhibit: Exhibit, name: str) -> Iterator[str]:
        table = next((t for t in self.weighing.scales.rulebook.tables if t.sets == name), None)
        if table is None:
            yield from [name] if exhibit.facts.get(name) is None else []
            return
        for row in table.rows:
            if all(self._may(exhibit, test) is not False for test in row.when):
                for test in row.when:
                    yield from self._rests_on(exhibit, test.field)


def _asked(question: Any) -> str:  # noqa: ANN401 - any question that can be unknown
    return question.test.field if isinstance(question, ClaimIs) else type(question).__name__.lower()

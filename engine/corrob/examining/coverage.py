"""A pack's judgements and its tests go in; which values the tests made each need and test take comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from corrob.asking import phrases
from corrob.diagnostics import Span
from corrob.examining import never
from corrob.examining.judgements import Asked, Judgements
from corrob.examining.running import Ready
from corrob.model.examined import VALUES, Coverage, Point
from corrob.model.rule import AllOf, AnyOf, FieldTest, Leaf, Need, Not, Origins, Rule, Table
from corrob.verifying.compile import Answer, every, negated, some
from corrob.verifying.judge import Judge
from corrob.verifying.weigh import Exhibit, Weighing

_NAMES: Final[dict[Answer, str]] = dict(zip((True, False, None), VALUES, strict=True))


@dataclass(frozen=True)
class _Probe:
    """Something to look at in every claim that a test names: the answers it gives there, and why some never come."""

    place: Span
    owner: str
    what: str
    ask: Callable[[Weighing], Iterable[Answer]]
    never: dict[str, str]


def coverage(judgements: Judgements, tests: Iterable[Ready], judge: Judge) -> Coverage:
    """Look at every claim that a test names; only what is expected counts as tested."""
    probes = sorted(_probes(judgements), key=lambda probe: probe.place)
    seen: list[set[str]] = [set() for _ in probes]
    for weighing in _weighings(tests, judge):
        for probe, values in zip(probes, seen, strict=True):
            values.update(_NAMES[answer] for answer in probe.ask(weighing))
    points = tuple(_point(probe, values) for probe, values in zip(probes, seen, strict=True))
    made, missing = (sum(len(getattr(point, name)) for point in points) for name in ("seen", "missing"))
    return Coverage(judgements.book.name, points, made, made + missing)


def _weighings(tests: Iterable[Ready], judge: Judge) -> Iterator[Weighing]:
    for test in tests:
        outcomes = test.judged(judge).outcomes
        yield from (outcomes[claim.id].weighing for claim in test.claims)


def _point(probe: _Probe, values: set[str]) -> Point:
    unseen = [value for value in VALUES if value not in values]
    reasons = {value: probe.never[value] for value in unseen if value in probe.never}
    seen = tuple(value for value in VALUES if value in values)
    missing = tuple(value for value in unseen if value not in reasons)
    return Point(str(probe.place), probe.owner, probe.what, seen, missing, reasons)


def _probes(judgements: Judgements) -> Iterator[_Probe]:
    for rule in judgements.rules:
        yield from _of_rule(rule, judgements)
    for asked in judgements.needs:
        yield from _of_need(asked, judgements)
    for table, number, row, place in judgements.rows:
        what = f"row {number + 1}: {phrases.tests(row.when) or 'else'}"
        why = never.of_row(table, number, judgements.book)
        yield _Probe(place, f"the table {table.sets}", what, _row(table, number), why)
    for one, _, test, place in judgements.set_tests:
        ask, why = _over(test, _Held(one.source)), never.of_test(test, judgements.book, one.source)
        yield _Probe(place, f"the set {one.name}", phrases.tests([test]), ask, why)


def _of_rule(rule: Rule, judgements: Judgements) -> Iterator[_Probe]:
    yield _Probe(rule.span, rule.id, "it fires", _fires(rule), never.of_rule(rule, judgements.book))
    for _, test, place in judgements.applies_to(rule):
        what = f"applies to: {phrases.tests([test])}"
        yield _Probe(place, rule.id, what, _of_claim(test), never.of_test(test, judgements.book))
    for _, test, place in judgements.removed_tests(rule):
        what = f"removes: {phrases.tests([test])}"
        yield _Probe(place, rule.id, what, _over(test, lambda w: w.exhibits), never.of_test(test, judgements.book))


def _of_need(asked: Asked, judgements: Judgements) -> Iterator[_Probe]:
    for leaf in bounds(asked.leaf):
        why = never.of_need(leaf, judgements.book)
        yield _Probe(asked.place, asked.rule.id, phrases.need(leaf), _holds(asked.rule, leaf), why)


def bounds(leaf: Leaf) -> Iterator[Leaf]:
    """Give a need bound by bound."""
    if isinstance(leaf, Origins) and leaf.at_least is not None and leaf.at_most is not None:
        yield replace(leaf, at_most=None)
        yield Origins(leaf.selection, at_most=leaf.at_most)
    else:
        yield leaf


# what is asked


@dataclass(frozen=True)
class _Held:
    """Gives the exhibits of a set."""

    name: str

    def __call__(self, weighing: Weighing) -> list[Exhibit]:
        return weighing.held(self.name)


def _exists(rule: Rule, weighing: Weighing) -> bool:
    return weighing.scales.test(rule.applies_to)(weighing.facts) is True


def _before_removal(rule: Rule, weighing: Weighing) -> Weighing:
    """Give the weighing as the rule sees it: one that removes sees all that there was."""
    if rule not in weighing.scales.rulebook.removals:
        return weighing
    return replace(weighing, removed={}, _held={}, _selected={})


def _fires(rule: Rule) -> Callable[[Weighing], Iterable[Answer]]:
    def ask(weighing: Weighing) -> Iterable[Answer]:
        if _exists(rule, weighing):
            there = _before_removal(rule, weighing)
            yield every(_answer(clause.need, there) for clause in rule.needs)

    return ask


def _answer(need: Need, weighing: Weighing) -> Answer:
    if isinstance(need, AnyOf | AllOf):
        return (some if isinstance(need, AnyOf) else every)(_answer(one, weighing) for one in need.needs)
    return negated(_answer(need.need, weighing)) if isinstance(need, Not) else weighing.holds(need)


def _holds(rule: Rule, need: Need) -> Callable[[Weighing], Iterable[Answer]]:
    def ask(weighing: Weighing) -> Iterable[Answer]:
        if _exists(rule, weighing):
            yield _before_removal(rule, weighing).holds(need)

    return ask


def _of_claim(test: FieldTest) -> Callable[[Weighing], Iterable[Answer]]:
    return lambda weighing: [weighing.scales.test((test,))(weighing.facts)]


def _over(test: FieldTest, held: Callable[[Weighing], list[Exhibit]]) -> Callable[[Weighing], Iterable[Answer]]:
    return lambda weighing: {weighing.scales.test((test,))(exhibit.facts) for exhibit in held(weighing)}


def _row(table: Table, number: int) -> Callable[[Weighing], Iterable[Answer]]:
    """Ask a row about the strands that no row before it decided."""

    def ask(weighing: Weighing) -> Iterable[Answer]:
        test = weighing.scales.test
        for exhibit in weighing.exhibits:
            if all(test(row.when)(exhibit.facts) is not True for row in table.rows[:number]):
                yield test(table.rows[number].when)(exhibit.facts)

    return ask

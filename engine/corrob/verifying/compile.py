"""Tests of fields go in, functions that answer yes, no or unknown come out; a rulebook is compiled once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from corrob.dates import Interval
from corrob.model.fields import CLAIM_FIELDS, STRAND_FIELDS, Field
from corrob.model.rule import Compare, Exists, FieldTest, Is, Moment, Test, Unless

Answer = bool | None
"""True, False, or None: unknown."""

Check = Callable[[Any], Answer]
Facts = Mapping[str, Any]
_FIELDS = CLAIM_FIELDS | STRAND_FIELDS


def every(answers: Iterable[Answer]) -> Answer:
    """Join answers by *and*: false as soon as one is false, else unknown as soon as one is unknown."""
    found = set(answers)
    if False in found:
        return False
    return None if None in found else True


def some(answers: Iterable[Answer]) -> Answer:
    """Join answers by *or*: true as soon as one is true, else unknown as soon as one is unknown."""
    found = set(answers)
    if True in found:
        return True
    return None if None in found else False


def negated(answer: Answer) -> Answer:
    """Turn an answer round; unknown stays unknown."""
    return None if answer is None else not answer


def compiled(tests: Iterable[FieldTest]) -> Callable[[Facts], Answer]:
    """Give one function over the fields of a strand or a claim, by name."""
    checks = [(test.field, _check(test)) for test in tests]

    def answer(facts: Facts) -> Answer:
        known: Answer = True
        for name, check in checks:
            found = check(facts.get(name))
            if found is False:
                return False
            known = known if found else None
        return known

    return answer


def _check(test: FieldTest) -> Check:
    return _all(test.tests, _FIELDS.get(test.field))


def _all(tests: Iterable[Test], field: Field | None) -> Check:
    checks = [_COMPILERS[type(one)](one, field) for one in tests]
    if len(checks) == 1:
        return checks[0]
    return lambda value: every(check(value) for check in checks)


def _is(test: Is, _: Field | None) -> Check:
    wanted = frozenset(test.values)

    def check(value: Any) -> Answer:  # noqa: ANN401 - a field's value
        if value is None:
            return None
        return not wanted.isdisjoint(value) if isinstance(value, tuple) else value in wanted

    return check


def _compare(test: Compare, field: Field | None) -> Check:
    rank = _rank(field)
    limit, holds = rank(test.value), _COMPARES[test.op]
    return lambda value: None if value is None else holds(rank(value), limit)


def _rank(field: Field | None) -> Callable[[Any], Any]:
    return field.words.index if field is not None and field.ordered else float


_COMPARES: dict[str, Callable[[Any, Any], bool]] = {
    "at_least": lambda value, limit: value >= limit,
    "at_most": lambda value, limit: value <= limit,
    "above": lambda value, limit: value > limit,
    "below": lambda value, limit: value < limit,
}


def _moment(test: Moment, _: Field | None) -> Check:
    def check(value: Interval | None) -> Answer:
        if value is None:
            return None
        return value.end < test.moment if test.op == "before" else value.start > test.moment

    return check


def _exists(test: Exists, _: Field | None) -> Check:
    return lambda value: (value is not None and value != ()) == test.wanted


def _unless(test: Unless, field: Field | None) -> Check:
    inside = _all(test.tests, field)
    return lambda value: negated(inside(value))


_COMPILERS: dict[type[Test], Callable[[Any, Field | None], Check]] = {
    Is: _is,
    Compare: _compare,
    Moment: _moment,
    Exists: _exists,
    Unless: _unless,
}

"""Tests of fields: yes, no, or unknown."""

from __future__ import annotations

import pytest

from corrob.dates import interval
from corrob.model.rule import Compare, Exists, FieldTest, Is, Moment, Test, Unless
from corrob.verifying.compile import Answer, compiled, every, negated, some


def answer(name: str, value: object, *tests: Test) -> Answer:
    return compiled([FieldTest(name, tests)])({name: value})


MIDDAY = interval("2024-05-02T12:00:00Z").start


@pytest.mark.parametrize(
    ("date", "before", "after"),
    [
        ("2024-05-01", True, False),
        ("2024-05-02", False, False),
        ("2024-05-03", False, True),
        ("2024-05-02T11:59:59Z", True, False),
        ("2024-05-02T12:00:00Z", False, False),
        ("2024-05-02T12:00:01Z", False, True),
        ("2024-05-01/2024-05-02T12:00:00Z", False, False),
        ("2024-05-02T12:00:00Z/2024-05-09", False, False),
        ("../2024-05-01", True, False),
        ("2024-05-03/..", False, True),
    ],
)
def test_a_date_is_before_a_moment_if_it_ends_before_it_and_after_if_it_begins_after_it(
    date: str, before: bool, after: bool
) -> None:
    told = [answer("date", interval(date), Moment(op, MIDDAY)) for op in ("before", "after")]
    assert told == [before, after]


@pytest.mark.parametrize(
    ("name", "value", "test", "expected"),
    [
        ("value", 2.0, Compare("at_least", 2), True),
        ("value", 2.0, Compare("at_most", 2), True),
        ("value", 2.0, Compare("above", 2), False),
        ("value", 2.0, Compare("below", 2), False),
        ("value", 10.0, Compare("above", 9), True),
        ("reliability", "A", Compare("at_least", "B"), True),
        ("reliability", "C", Compare("at_least", "B"), False),
        ("bloc", ("north", "south"), Is(("south",)), True),
        ("bloc", ("north",), Is(("south", "east")), False),
        ("bloc", (), Is(("south",)), False),
        ("bloc", (), Unless((Is(("south",)),)), True),
        ("bloc", (), Exists(wanted=False), True),
        ("value", None, Exists(wanted=True), False),
        ("value", None, Compare("at_least", 2), None),
        ("value", None, Unless((Compare("at_least", 2),)), None),
        ("date", None, Moment("before", MIDDAY), None),
        ("acts", ("denial",), Is(("denial", "admission")), True),
    ],
)
def test_a_value_passes_a_test_or_does_not_or_is_unknown(
    name: str, value: object, test: Test, expected: Answer
) -> None:
    assert answer(name, value, test) is expected


@pytest.mark.parametrize(
    ("answers", "all_of", "any_of"),
    [
        ([], True, False),
        ([True, True], True, True),
        ([True, False], False, True),
        ([True, None], None, True),
        ([False, None], False, None),
        ([True, False, None], False, True),
    ],
)
def test_unknown_decides_only_where_nothing_else_does(answers: list[Answer], all_of: Answer, any_of: Answer) -> None:
    assert (every(answers), some(answers)) == (all_of, any_of)
    turned = [negated(one) for one in answers]
    assert (negated(some(turned)), negated(every(turned))) == (all_of, any_of)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"value": 3.0, "hedged": False}, True),
        ({"value": 3.0, "hedged": True}, False),
        ({"value": None, "hedged": True}, False),
        ({"value": 1.0, "hedged": None}, False),
        ({"value": 3.0, "hedged": None}, None),
        ({}, None),
    ],
)
def test_several_tests_hold_together(facts: dict[str, object], expected: Answer) -> None:
    tests = [
        FieldTest("value", (Compare("at_least", 2), Compare("at_most", 4))),
        FieldTest("hedged", (Is((False,)),)),
    ]
    assert compiled(tests)(facts) is expected

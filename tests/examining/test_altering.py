"""A need and a list of tests, changed in one thing at a time."""

from __future__ import annotations

import pytest

from corrob.examining.altering import altered_tests, clause_without, need_with, needs, swaps
from corrob.model.rule import (
    AllOf,
    AnyOf,
    Compare,
    Exists,
    FieldTest,
    Found,
    Is,
    Leaf,
    Need,
    Not,
    Origins,
    Selection,
    Test,
    Unless,
)

A, B, C = Found("a"), Found("b"), Found("c")
SET = Selection("good")


@pytest.mark.parametrize(
    ("need", "steps", "left"),
    [
        (A, (), ()),
        (AnyOf((A, B)), (0,), AnyOf((B,))),
        (AllOf((A, B, C)), (1,), AllOf((A, C))),
        (AnyOf((A,)), (0,), None),
        (AnyOf((A, AllOf((B,)))), (1, 0), None),
        (AnyOf((A, AllOf((B, C)))), (1, 0), AnyOf((A, AllOf((C,))))),
        (Not(A), (0,), ()),
        (AnyOf((A, Not(B))), (1, 0), AnyOf((A,))),
        (Not(AnyOf((A, B))), (0, 1), Not(AnyOf((A,)))),
        (Not(AnyOf((A,))), (0, 0), None),
    ],
)
def test_a_need_is_dropped_and_an_empty_list_means_nothing(
    need: Need, steps: tuple[int, ...], left: Need | tuple[()] | None
) -> None:
    assert clause_without(need, steps) == left


@pytest.mark.parametrize(
    ("need", "steps", "now"),
    [
        (A, (), C),
        (Not(A), (0,), Not(C)),
        (AnyOf((A, AllOf((B, A)))), (1, 0), AnyOf((A, AllOf((C, A))))),
    ],
)
def test_a_need_takes_the_place_of_another(need: Need, steps: tuple[int, ...], now: Need) -> None:
    assert need_with(need, steps, C) == now


@pytest.mark.parametrize(
    ("leaf", "changed"),
    [
        (A, []),
        (Origins(SET, 2), [("move at_least", Origins(SET, 1)), ("move at_least", Origins(SET, 3))]),
        (Origins(SET, 1), [("move at_least", None), ("move at_least", Origins(SET, 2))]),
        (Origins(SET, None, 0), [("move at_most", None), ("move at_most", Origins(SET, None, 1))]),
        (
            Origins(SET, 2, 2),
            [
                ("move at_least", Origins(SET, 1, 2)),
                ("move at_least", None),
                ("move at_most", None),
                ("move at_most", Origins(SET, 2, 3)),
            ],
        ),
        (
            Origins(SET, 2, None, ("modality", 2)),
            [
                ("move at_least", None),
                ("move at_least", Origins(SET, 3, None, ("modality", 2))),
                ("move different", Origins(SET, 2, None, ("modality", 1))),
                ("move different", None),
                ("drop different", Origins(SET, 2)),
            ],
        ),
        (
            Origins(SET, 1, None, None, 60.0),
            [
                ("move at_least", None),
                ("move at_least", Origins(SET, 2, None, None, 60.0)),
                ("drop within", Origins(SET, 1)),
            ],
        ),
    ],
)
def test_bounds_move_by_one_and_conditions_fall_away(leaf: Leaf, changed: list[tuple[str, Leaf | None]]) -> None:
    assert list(needs(leaf)) == changed


def field(name: str, *tests: Test) -> FieldTest:
    return FieldTest(name, tests)


@pytest.mark.parametrize(
    ("test", "changed"),
    [
        (field("act", Is(("denial",))), []),
        (field("stance", Is(("supports",))), [("swap the stance", field("stance", Is(("refutes",))))]),
        (field("stance_written", Is(("refutes",))), [("swap the stance", field("stance_written", Is(("supports",))))]),
        (
            field("stance", Unless((Is(("refutes",)),))),
            [("swap the stance", field("stance", Unless((Is(("supports",)),))))],
        ),
        (field("stance", Is(("supports", "refutes"))), []),
        (field("stance", Is(("context",))), []),
        (field("stance", Exists(wanted=True)), []),
        (
            field("stance", Is(("supports", "context"))),
            [("swap the stance", field("stance", Is(("refutes", "context"))))],
        ),
        (
            field("reliability", Compare("at_least", "C")),
            [
                ("move a bound", field("reliability", Compare("at_least", "D"))),
                ("move a bound", field("reliability", Compare("at_least", "B"))),
            ],
        ),
        (
            field("reliability", Compare("at_most", "A")),
            [("move a bound", field("reliability", Compare("at_most", "B"))), ("move a bound", None)],
        ),
        (
            field("value", Compare("at_least", 1.0), Compare("at_most", 5.0)),
            [
                ("move a bound", field("value", Compare("at_least", 0.0), Compare("at_most", 5.0))),
                ("move a bound", field("value", Compare("at_least", 2.0), Compare("at_most", 5.0))),
                ("move a bound", field("value", Compare("at_least", 1.0), Compare("at_most", 4.0))),
                ("move a bound", field("value", Compare("at_least", 1.0), Compare("at_most", 6.0))),
            ],
        ),
    ],
)
def test_stances_are_turned_round_and_bounds_moved(
    test: FieldTest, changed: list[tuple[str, FieldTest | None]]
) -> None:
    assert list(swaps(test)) == changed


def test_of_a_list_one_test_is_dropped_or_changed_and_the_others_stay() -> None:
    tests = (field("hedged", Is((False,))), field("stance", Is(("supports",))), field("act", Is(("denial",))))
    turned = field("stance", Is(("refutes",)))
    assert [(one.operator, one.sentence, one.tests) for one in altered_tests(tests, 1, swaps)] == [
        ("drop a test", 'drops the test "stance supports"', (tests[0], tests[2])),
        ("swap the stance", 'tests "stance refutes" in place of "stance supports"', (tests[0], turned, tests[2])),
    ]


def test_a_bound_that_has_nowhere_to_go_leaves_no_tests() -> None:
    best = (field("reliability", Compare("at_least", "A")),)
    assert [(one.sentence, one.tests) for one in altered_tests(best, 0, swaps)][2:] == [
        ('move a bound of "reliability at least A"', ()),
    ]

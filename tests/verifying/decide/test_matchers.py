"""Both matchers, held against each other and against a plain reading of the conditions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrob.verifying.decide import matcher, remembered
from corrob.verifying.decide.conditions import All, Any_, Atom, Condition
from corrob.verifying.decide.direct import direct

durable = pytest.importorskip("corrob.verifying.decide.durable", reason="durable-rules cannot be imported").durable

KEYS = 8
ATOMS = st.builds(Atom, st.integers(0, KEYS - 1), st.sampled_from(["is", "at_least", "at_most"]), st.integers(-1, 4))
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    ATOMS,
    lambda inner: (
        st.builds(All, st.lists(inner, max_size=3).map(tuple)) | st.builds(Any_, st.lists(inner, max_size=3).map(tuple))
    ),
    max_leaves=8,
)
SITUATIONS = st.tuples(*[st.integers(-1, 4)] * KEYS)


def plain(condition: Condition, situation: tuple[int, ...]) -> bool:
    if isinstance(condition, Atom):
        answer, number = situation[condition.key], condition.number
        return {"is": answer == number, "at_least": answer >= number, "at_most": answer <= number}[condition.op]
    parts = [plain(part, situation) for part in condition.parts]
    return all(parts) if isinstance(condition, All) else any(parts)


@settings(max_examples=300, deadline=None)
@given(st.lists(CONDITIONS, min_size=1, max_size=70), st.lists(SITUATIONS, min_size=1, max_size=5))
def test_both_matchers_give_the_conditions_that_hold(
    conditions: list[Condition], situations: list[tuple[int, ...]]
) -> None:
    by_direct, by_durable = direct(conditions), durable(conditions)
    for situation in situations:
        expected = tuple(n for n, condition in enumerate(conditions) if plain(condition, situation))
        assert by_direct(situation) == expected
        assert by_durable(situation) == expected


def test_more_rules_than_one_rule_set_holds_are_split_and_all_matched() -> None:
    conditions = [Atom(0, "at_least", n) for n in range(200)]
    assert durable(conditions)((150,)) == tuple(range(151))


def test_a_situation_is_asked_about_once() -> None:
    asked: list[tuple[int, ...]] = []

    def decide(situation: tuple[int, ...]) -> tuple[int, ...]:
        asked.append(situation)
        return (1,)

    answer = remembered(decide)
    assert (answer((1, 2)), answer((1, 2)), answer((2, 1))) == ((1,), (1,), (1,))
    assert asked == [(1, 2), (2, 1)]


def test_a_matcher_is_found_by_name() -> None:
    assert matcher("direct") is direct
    assert matcher("durable") is durable
    assert matcher() is durable

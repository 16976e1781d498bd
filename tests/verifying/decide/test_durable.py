"""Faults of durable-rules: they are raised with the engine's own words, and never taken for an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from corrob.verifying.decide.conditions import Atom

durable = pytest.importorskip("corrob.verifying.decide.durable", reason="durable-rules cannot be imported")

Rules = dict[str, Any]


def host(state: dict[str, Any] | None, *, matches: bool) -> Callable[[], Any]:
    """Give a host that tells this of every fact, and matches all rules or none."""

    class Host:
        def register_rulesets(self, sets: dict[str, Rules]) -> None:
            (self.rules,) = sets.values()

        def assert_fact(self, _name: str, _fact: dict[str, Any]) -> dict[str, Any] | None:
            for rule in self.rules.values() if matches else ():
                rule["run"](None)
            return state

        def retract_fact(self, _name: str, _fact: dict[str, Any]) -> None: ...

    return Host


@pytest.mark.parametrize(
    ("state", "matches", "told"),
    [
        ({"exception": "it burst"}, True, "durable-rules: it burst"),
        ({"exception": "it burst"}, False, "durable-rules: it burst"),
        ({}, False, "durable-rules: no rule was matched"),
        (None, False, "durable-rules: no rule was matched"),
    ],
)
def test_a_fault_of_the_engine_is_raised_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, state: dict[str, Any] | None, matches: bool, told: str
) -> None:
    monkeypatch.setattr(durable, "_Host", host(state, matches=matches))
    decide = durable.durable([Atom(0, "is", 1)])
    with pytest.raises(durable.DurableError) as raised:
        decide((1,))
    assert str(raised.value) == told


@pytest.mark.parametrize("state", [None, {}, {"sid": "0"}])
def test_without_a_fault_what_was_matched_is_the_answer(
    monkeypatch: pytest.MonkeyPatch, state: dict[str, Any] | None
) -> None:
    monkeypatch.setattr(durable, "_Host", host(state, matches=True))
    assert durable.durable([Atom(0, "is", 1), Atom(0, "is", 2)])((1,)) == (0, 1)

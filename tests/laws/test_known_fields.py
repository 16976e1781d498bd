"""A field counts as always known if it is so, and no other: every other one is unknown on some case that is drawn."""

from __future__ import annotations

from random import Random

from hypothesis import given

from corrob.model.fields import ALWAYS_KNOWN, CLAIM_FIELDS, STRAND_FIELDS
from corrob.verifying.weigh import Weighing
from laws.drawing import Run, law, runs
from oracle.generate import random_as_of, random_case
from stories import judge


def unknown_in(weighing: Weighing) -> set[str]:
    """Give the fields of the claim and of its strands that are unknown."""
    held = [weighing.facts, *({name: e.facts[name] for name in STRAND_FIELDS} for e in weighing.exhibits)]
    return {name for facts in held for name, value in facts.items() if value is None}


def test_every_field_is_a_field() -> None:
    assert STRAND_FIELDS.keys() | CLAIM_FIELDS.keys() >= ALWAYS_KNOWN


@law(quick=150)
@given(runs())
def test_what_is_always_known_is_never_unknown(run: Run) -> None:
    outcomes = run.judge.judge(run.case, run.as_of).outcomes.values()
    assert all(ALWAYS_KNOWN.isdisjoint(unknown_in(outcome.weighing)) for outcome in outcomes)


def test_every_other_field_is_unknown_somewhere() -> None:
    found: set[str] = set()
    for seed in range(300):
        rng = Random(seed)
        case = random_case(rng)
        for outcome in judge("core", "direct").judge(case, random_as_of(rng, case)).outcomes.values():
            found |= unknown_in(outcome.weighing)
    assert found == (STRAND_FIELDS.keys() | CLAIM_FIELDS.keys()) - ALWAYS_KNOWN

"""What the generator draws is valid, and in no order that matters."""

from __future__ import annotations

from random import Random

import msgspec
import pytest
from msgspec.structs import replace

from corrob.model.case import Case
from corrob.reading.references import problems
from corrob.reading.soundness import soundness
from oracle.evaluate import evaluate
from oracle.generate import random_as_of, random_case, random_rulebook


def drawn_from(seed: int) -> Random:
    return Random(seed)


@pytest.mark.parametrize("seed", range(100))
def test_a_case_that_is_drawn_is_valid(seed: int) -> None:
    drawn = random_case(drawn_from(seed))
    assert problems(drawn) == []
    assert soundness(Case)(drawn)
    assert msgspec.convert(msgspec.to_builtins(drawn), Case) == drawn


@pytest.mark.parametrize("seed", range(100))
def test_the_order_of_a_case_and_of_the_rules_changes_nothing(seed: int) -> None:
    rng = drawn_from(seed)
    drawn, rules = random_case(rng), random_rulebook(rng)
    as_of = random_as_of(rng, drawn)
    parts = {part: getattr(drawn, part)[::-1] for part in ("sources", "media", "claims", "evidence", "exclusive")}
    stages = tuple(stage[::-1] for stage in rules.stages)
    turned = replace(rules, stages=stages, removals=rules.removals[::-1])
    assert evaluate(replace(drawn, **parts), turned, as_of) == evaluate(drawn, rules, as_of)

"""A need and a claim on the scales go in, whether the need is met comes out."""

from __future__ import annotations

from typing import Final

from corrob.model.rule import AllOf, AnyOf, Need, Not
from corrob.verifying.compile import Answer, every, negated, some
from corrob.verifying.weigh import Weighing

ANSWERS: Final[dict[Answer, str]] = {True: "met", False: "not met", None: "unknown"}
"""How an answer reads."""


def answer(weighing: Weighing, need: Need) -> Answer:
    """Say whether a need is met, part by part; unknown only where it rests on an unknown."""
    if isinstance(need, AnyOf | AllOf):
        join = some if isinstance(need, AnyOf) else every
        return join(answer(weighing, one) for one in need.needs)
    return negated(answer(weighing, need.need)) if isinstance(need, Not) else weighing.holds(need)

"""A need and what a claim was judged on go in; whether the need holds comes out."""

from __future__ import annotations

from typing import Final

from corrob.model.rule import AllOf, AnyOf, Need, Not
from corrob.verifying.compile import Answer, every, negated, some
from corrob.verifying.weigh import Weighing

WORDS: Final[dict[Answer, str]] = {True: "met", False: "not met", None: "unknown"}
"""What an explanation calls an answer."""


def answer(weighing: Weighing, need: Need) -> Answer:
    """Say whether a need holds, those inside it one by one."""
    if isinstance(need, AnyOf | AllOf):
        return (some if isinstance(need, AnyOf) else every)(answer(weighing, one) for one in need.needs)
    if isinstance(need, Not):
        return negated(answer(weighing, need.need))
    return weighing.holds(need)

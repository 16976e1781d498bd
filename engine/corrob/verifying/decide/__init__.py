"""One flat situation goes in, the rules that fire come out; two matchers stand behind the one interface."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corrob.verifying.decide.conditions import Condition
from corrob.verifying.decide.direct import direct

Situation = tuple[int, ...]
"""The answers to a stage's questions, in their order: 1 yes, 0 no, -1 unknown, or a count."""

Decide = Callable[[Situation], tuple[int, ...]]
"""Gives the positions of the conditions that hold, in order."""

Matcher = Callable[[Sequence[Condition]], Decide]
"""Builds a decision for conditions over one kind of situation."""


def durable_available() -> bool:
    """Whether durable-rules can be imported here."""
    try:
        import corrob.verifying.decide.durable  # noqa: F401, PLC0415 - asked for only when it is needed
    except ImportError:
        return False
    return True


def matcher(name: str = "") -> Matcher:
    """Give a matcher by name, `durable` or `direct`; without a name durable-rules where it can be imported."""
    if name == "direct" or (not name and not durable_available()):
        return direct
    from corrob.verifying.decide.durable import durable  # noqa: PLC0415 - imported only where it is used

    return durable


def remembered(decide: Decide) -> Decide:
    """Give the same decision, which is asked only once about each situation."""
    known: dict[Situation, tuple[int, ...]] = {}

    def answer(situation: Situation) -> tuple[int, ...]:
        if situation not in known:
            known[situation] = decide(situation)
        return known[situation]

    return answer

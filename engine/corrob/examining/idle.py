"""A rule's test of the claim goes in; whether it makes any difference comes out."""

from __future__ import annotations

from typing import Final

from corrob.model.fields import CLAIM_FIELDS
from corrob.model.rule import Acts, ClaimIs, Need, Not, Rule
from corrob.reading.combinations import ONLY_OF
from corrob.verifying.compile import compiled

KIND: Final = "kind"
_RESTS_ON: Final = {"window_is": "window", "about_claim": "about_claim"}
"""What a test of a claim rests on, where only claims of one kind have it."""


def is_idle(rule: Rule, number: int) -> bool:
    """Say whether a rule's test of the kind of claim lets all pass that its other tests and its needs let pass."""
    test = rule.applies_to[number]
    others = [other for n, other in enumerate(rule.applies_to) if n != number and other.field == KIND]
    kinds = [kind for kind in CLAIM_FIELDS[KIND].words if compiled(others)({KIND: kind})]
    for clause in rule.needs:
        only = _only_of(clause.need)
        kinds = [kind for kind in kinds if only in {"", kind}]
    return test.field == KIND and all(compiled([test])({KIND: kind}) for kind in kinds)


def _only_of(need: Need) -> str:
    """Give the kind of claims on which alone a need can hold, since it is unknown on others; '' if on any."""
    inner = need.need if isinstance(need, Not) else need
    if isinstance(inner, Acts):
        return ONLY_OF["about_sources"]
    if isinstance(inner, ClaimIs) and compiled([inner.test])({}) is None:
        return ONLY_OF.get(_RESTS_ON.get(inner.test.field, ""), "")
    return ""

"""A judged case goes in, the invariants of its rulebook that some claim breaks come out."""

from __future__ import annotations

from collections.abc import Iterator

from corrob.model.result import Mismatch
from corrob.model.rule import Invariant
from corrob.verifying.judge import Judged
from corrob.verifying.relate import Outcome


def broken(judged: Judged) -> Iterator[Mismatch]:
    """Give every claim that breaks an invariant before any cap; claims that negate have those of their base."""
    for invariant in judged.rounds.hearing.rulebook.invariants:
        for claim in judged.rounds.hearing.relations.bases:
            if breaks(invariant, judged.outcomes[claim]):
                yield _mismatch(invariant, judged, claim)


def breaks(invariant: Invariant, outcome: Outcome) -> bool:
    """Whether a claim has one of the statuses, before any cap, and all that must never be with it."""
    named = not invariant.statuses or outcome.settled.status in invariant.statuses
    return named and all(outcome.weighing.holds(clause.need) for clause in invariant.never)


def _mismatch(invariant: Invariant, judged: Judged, claim: str) -> Mismatch:
    result = next(one for one in judged.results if one.claim == claim)
    place = next(n for n, one in enumerate(judged.case.claims) if one.id == claim)
    told, found = f"invariant {invariant.id}", judged.outcomes[claim].settled.status
    return Mismatch(judged.case.case, claim, result.as_of, told, "to hold", found, ("claims", place))

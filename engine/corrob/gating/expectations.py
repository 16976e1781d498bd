"""A case with expectations goes in, those that are not met come out, each with expected and actual."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corrob.gating.invariants import broken
from corrob.model.case import Case, Expectation, listed
from corrob.model.result import Mismatch, Result
from corrob.verifying.judge import Judge


@dataclass(frozen=True)
class Held:
    """How many expectations a case has, and which are not met."""

    count: int
    mismatches: tuple[Mismatch, ...]


def hold(case: Case, judge: Judge) -> Held:
    """Judge the case as a whole and on every date that is expected of, and compare; invariants hold on all of them."""
    judged = {date: judge.judge(case, date) for date in dict.fromkeys([None, *(one.as_of for one in case.expect)])}
    results = {date: {result.claim: result for result in one.results} for date, one in judged.items()}
    found = [
        mismatch
        for position, expected in enumerate(case.expect)
        for mismatch in differences(case.case, expected, results[expected.as_of][expected.claim], position)
    ]
    found += [mismatch for one in judged.values() for mismatch in broken(one)]
    return Held(len(case.expect), tuple(found))


def differences(case: str, expected: Expectation, result: Result, position: int = 0) -> Iterator[Mismatch]:
    """Give every field of an expectation that a result does not meet."""
    for field, (wanted, actual) in _compared(expected, result):
        if wanted != actual:
            yield Mismatch(
                case, expected.claim, expected.as_of, field, wanted, actual, ("expect", position), expected.note
            )


def _compared(expected: Expectation, result: Result) -> Iterator[tuple[str, tuple[str, str]]]:
    yield "status", (expected.status, result.status)
    for name, find in _OPTIONAL.items():
        pair = find(expected, result)
        if pair is not None:
            yield name, pair
    for name, facet in expected.facets.items():
        yield f"facets.{name}", (", ".join(listed(facet)), ", ".join(result.notes.get(name, ())))


def _count(wanted: int | None, actual: int) -> tuple[str, str] | None:
    return None if wanted is None else (str(wanted), str(actual))


_OPTIONAL: dict[str, Callable[[Expectation, Result], tuple[str, str] | None]] = {
    "origins.supports": lambda e, r: _count(e.origins.supports if e.origins else None, r.origins.supports.count),
    "origins.refutes": lambda e, r: _count(e.origins.refutes if e.origins else None, r.origins.refutes.count),
    "confidence": lambda e, r: (e.confidence, r.confidence or "none") if e.confidence else None,
}

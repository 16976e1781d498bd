"""Strands go in; whether some of them, one an origin, are different enough and near enough in time comes out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Candidate(Struct, frozen=True):
    """A strand to choose: its origin, the values that it can show, and its day in seconds (None: unknown)."""

    origin: str
    values: frozenset[object]
    moment: float | None


def can_choose(candidates: Iterable[Candidate], origins: int, different: int, within: float | None) -> bool:
    """Say whether strands of that many origins, one each, show that many values inside one span of seconds."""
    pool = list(candidates)
    return any(_enough(window, origins, different) for window in _windows(pool, within))


def _windows(pool: list[Candidate], within: float | None) -> Iterable[list[Candidate]]:
    if within is None:
        return [pool]
    dated = [(c.moment, c) for c in pool if c.moment is not None]
    starts = {moment for moment, _ in dated}
    return ([c for moment, c in dated if start <= moment <= start + within] for start in starts)


def _enough(window: list[Candidate], origins: int, different: int) -> bool:
    shown: dict[str, set[object]] = {}
    for candidate in window:
        shown.setdefault(candidate.origin, set()).update(candidate.values)
    return len(shown) >= origins and _matching(shown) >= different and different <= origins


def _matching(shown: dict[str, set[object]]) -> int:
    """Count how many origins can each show a value of its own (a matching by augmenting paths)."""
    holder: dict[object, str] = {}

    def place(origin: str, tried: set[object]) -> bool:
        for value in shown[origin] - tried:
            tried.add(value)
            if value not in holder or place(holder[value], tried):
                holder[value] = origin
                return True
        return False

    return sum(place(origin, set()) for origin in shown)

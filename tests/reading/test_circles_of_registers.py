"""Circles of controllers that lie outside of a case are no fault of the case."""

from __future__ import annotations

from corrob.model.case import Case, Claim, Source
from corrob.reading.references import problems

CIRCLE = {name: Source(name, controlled_by=other) for name, other in (("a", "b"), ("b", "a"))}


def codes(*own: Source) -> list[tuple[str, tuple[str | int, ...]]]:
    """Give what is wrong with a case that may use the circle."""
    return [(one.code, one.path) for one in problems(Case(1, "x", (Claim("c", "t"),), sources=own), CIRCLE)]


def test_a_circle_within_the_register_is_told_of_the_register_alone() -> None:
    assert codes() == []
    assert codes(Source("s", controlled_by="a")) == []


def test_a_circle_that_runs_through_the_case_is_told_at_its_own_source() -> None:
    assert codes(Source("s"), Source("a", controlled_by="b")) == [("R003", ("sources", 1, "controlled_by"))]

"""Choosing strands, one an origin, that differ and lie near in time; brute force is the measure."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from corrob.verifying.choice import Candidate, can_choose

CANDIDATES = st.lists(
    st.builds(
        Candidate,
        origin=st.sampled_from("abcd"),
        values=st.frozensets(st.integers(0, 3), max_size=2),
        moment=st.none() | st.integers(0, 6).map(float),
    ),
    max_size=6,
)


def brute(candidates: list[Candidate], origins: int, different: int, within: float | None) -> bool:
    for chosen in combinations(candidates, origins):
        if len({one.origin for one in chosen}) < origins:
            continue
        if within is not None:
            moments = [one.moment for one in chosen]
            if None in moments or (moments and max(moments) - min(moments) > within):  # type: ignore[type-var, operator]
                continue
        shown = product(*(one.values or {None} for one in chosen))
        if any(len(set(values) - {None}) >= different for values in shown):
            return True
    return False


@given(CANDIDATES, st.integers(1, 4), st.integers(0, 4), st.none() | st.integers(0, 4).map(float))
def test_a_choice_exists_exactly_if_trying_all_finds_one(
    candidates: list[Candidate], origins: int, different: int, within: float | None
) -> None:
    assert can_choose(candidates, origins, different, within) == brute(candidates, origins, different, within)

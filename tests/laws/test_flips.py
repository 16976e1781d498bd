"""What a status hangs on: the sets that are told are those that a naive search over all losses of the case finds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product
from random import Random

import pytest
from msgspec.structs import replace

from corrob.asking.flips import flips
from corrob.asking.losses import losses, lost
from corrob.dates import point
from corrob.model.answers import FlipAnswer, Loss
from corrob.model.case import Bearing, Case, Claim, Evidence, Undercut
from corrob.reading.references import problems
from corrob.verifying.judge import Judge
from laws.drawing import LAWS, PACKS, credible, with_second_thoughts, without
from oracle.generate import random_as_of, random_case, random_rulebook
from stories import judge

SEEDS = {"few": 3, "quick": 42, "long": 200}[LAWS]
BATCH = 6
SIZE = 2
Losses = frozenset[Loss]


def drawn(seed: int) -> tuple[Case, str | None, Judge]:
    """Draw a case of a few items, a date, and a shipped pack or a drawn rulebook."""
    rng = Random(seed)
    case = random_case(rng)
    case = credible(case, rng) if rng.random() < 0.5 else case
    case = with_second_thoughts(case, rng) if rng.random() < 0.3 else case
    judging = Judge(random_rulebook(rng), "direct") if rng.random() < 0.4 else judge(rng.choice(PACKS), "direct")
    as_of = random_as_of(rng, case)
    few = without(case, {item.id for item in case.evidence[4:]})
    return challenged(few, rng) if rng.random() < 0.4 else few, as_of, judging


def challenged(case: Case, rng: Random) -> Case:
    """Let somebody challenge an item who says nothing on the claims of the case."""
    apart = Claim(id="apart", text="Something else happened.")
    challenger = Evidence(
        id="challenger",
        source=rng.choice(case.sources).id,
        published="2024-01-01",
        bears=(Bearing("apart", "supports"),),
        undercuts=(Undercut(rng.choice(case.evidence).id, "reliability"),),
    )
    return replace(case, claims=(*case.claims, apart), evidence=(challenger, *case.evidence))


def sets(case: Case) -> Iterator[tuple[Loss, ...]]:
    every = tuple(losses(case))
    return chain.from_iterable(combinations(every, number) for number in range(SIZE + 1))


def naive(case: Case, as_of: str | None, judging: Judge) -> dict[str, dict[Losses, str]]:
    """Judge the whole case after every set of losses; give for each claim the least ones that change its status."""
    distance = float(judging.rulebook.parameters["pdq_distance"])
    found: dict[str, dict[Losses, str]] = {claim.id: {} for claim in case.claims}
    first: dict[str, str] = {}
    for chosen in sets(case):
        changed = lost(case, chosen, point(as_of) if as_of else None, distance)
        assert problems(changed) == problems(case)
        for result in judging.judge(changed, as_of).results:
            first.setdefault(result.claim, result.status)
            if result.status != first[result.claim]:
                found[result.claim][frozenset(chosen)] = result.status
    return {claim: {one: status for one, status in sets.items() if least(one, sets)} for claim, sets in found.items()}


def least(one: Losses, found: dict[Losses, str]) -> bool:
    return not any(other < one for other in found)


def told(answer: FlipAnswer) -> dict[Losses, str]:
    """Give every set that an answer tells, one for each choice of losses that do the same; none may be told twice."""
    every = [(frozenset(picked), flip.status) for flip in answer.flips for picked in product(*flip.losses)]
    assert len(dict(every)) == len(every)
    return dict(every)


@pytest.mark.parametrize("start", range(0, SEEDS, BATCH))
def test_exactly_the_least_sets_that_change_a_status_are_told(start: int) -> None:
    for seed in range(start, start + BATCH):
        case, as_of, judging = drawn(seed)
        judged = judging.judge(case, as_of)
        for claim, expected in naive(case, as_of, judging).items():
            assert told(flips(judged, claim, SIZE)) == expected, f"seed {seed}, {claim}"

"""What would give a status: the changes that are told suffice, none of them is idle, and nothing smaller does."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, combinations_with_replacement
from random import Random

import pytest

from corrob.asking.distinct import distinct
from corrob.asking.leading import USELESS, Search, Set
from corrob.asking.locality import Locality
from corrob.asking.pieces import Wanted, piece
from corrob.asking.upgrades import Upgrade
from corrob.model.case import Case
from corrob.reading.references import problems
from corrob.verifying.judge import Judge, Judged
from laws.drawing import LAWS, PACKS, credible, without
from oracle.generate import random_as_of, random_case, random_rulebook
from stories import judge

SEEDS = {"few": 4, "quick": 60, "long": 300}[LAWS]
BATCH = 6
SIZE = 2


def drawn(seed: int) -> tuple[Judged, Judge]:
    """Draw a case of a few items, judged as of a date by a shipped pack or a drawn rulebook."""
    rng = Random(seed)
    case = random_case(rng)
    case = credible(case, rng) if rng.random() < 0.5 else case
    judging = Judge(random_rulebook(rng), "direct") if rng.random() < 0.4 else judge(rng.choice(PACKS), "direct")
    few = without(case, {item.id for item in case.evidence[3:]})
    return judging.judge(few, random_as_of(rng, case)), judging


def searches(judged: Judged, rng: Random) -> Iterable[Search]:
    """Give for each claim that denies no other the search for a status that it has not."""
    near = judged.rounds.hearing
    for claim in near.relations.bases:
        others = [one for one in near.rulebook.statuses.all if one != judged.outcomes[claim].status]
        yield Search(Locality(near, claim), frozenset({rng.choice(others)}))


def changed(case: Case, search: Search, made: Iterable[Upgrade], pieces: Iterable[Wanted]) -> Case:
    """Make the changes in the whole case, and not in the part of it that matters."""
    for upgrade in made:
        case = upgrade.edit(case)
    told = search.near.hearing.world.claims[search.base]
    for number, wanted in enumerate(pieces, 1):
        more = piece(wanted, told, f"new {number}", search.day_on(search.base))
        assert more is not None
        case = more.added_to(case)
    return case


def has_it(judging: Judge, judged: Judged, search: Search, one: Set) -> bool:
    case = changed(judged.case, search, *one)
    assert problems(case) == problems(judged.case)
    results = judging.judge(case, judged.results[0].as_of).results
    return next(result.status for result in results if result.claim == search.base) in search.wanted


def weight(one: Set) -> int:
    return sum(upgrade.size for upgrade in one[0]) + len(one[1])


def parts(one: Set) -> Iterable[Set]:
    """Give the set without any one of its changes."""
    made, pieces = one
    for gone in range(len(made)):
        yield (*made[:gone], *made[gone + 1 :]), pieces
    for gone in range(len(pieces)):
        yield made, (*pieces[:gone], *pieces[gone + 1 :])


@pytest.mark.parametrize("start", range(0, SEEDS, BATCH))
def test_every_way_that_is_told_suffices_and_none_of_its_changes_is_idle(start: int) -> None:
    for seed in range(start, start + BATCH):
        judged, judging = drawn(seed)
        for search in searches(judged, Random(seed)):
            least, found = search.least(SIZE)
            for one in found:
                assert weight(one) == least, f"seed {seed}, {search.base}"
                assert has_it(judging, judged, search, one), f"seed {seed}, {search.base}"
                assert not any(has_it(judging, judged, search, part) for part in parts(one)), f"seed {seed}"


def naive(search: Search, judged: Judged, judging: Judge) -> int:
    """Judge the whole case after every set of changes, kinds that add the same among them; give the least number."""
    told = search.near.hearing.world.claims[search.base]
    kinds = (kind.wanted for kind in distinct(search.kinds, search.judge.scales, told))
    wished = (wanted for wanted in kinds if not USELESS.intersection(wanted))
    pieces = [wanted for wanted in wished if piece(wanted, told, "new", search.day_on(search.base)) is not None]
    for size in range(1, SIZE + 1):
        for number in range(size + 1):
            for made in combinations(search.upgrades, number):
                left = size - sum(upgrade.size for upgrade in made)
                if left >= 0 and any(
                    has_it(judging, judged, search, (made, more))
                    for more in combinations_with_replacement(pieces, left)
                ):
                    return size
    return 0


@pytest.mark.parametrize("seed", range(0, SEEDS, BATCH * 2))
def test_nothing_smaller_leads_there(seed: int) -> None:
    judged, judging = drawn(seed)
    search = next(iter(searches(judged, Random(seed))))
    assert search.least(SIZE)[0] == naive(search, judged, judging), f"{search.base}, {search.wanted}"

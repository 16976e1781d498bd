"""A judged case and a claim go in, the least sets of losses that change the claim's status come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations, product
from math import comb
from typing import Final

from msgspec import Struct

from corrob.asking import mentions
from corrob.asking.locality import Locality
from corrob.asking.losses import TIE, lost
from corrob.asking.without import BEFORE_ALL, ITEM, MEDIA, SOURCE
from corrob.model.answers import Flip, FlipAnswer, Loss
from corrob.model.case import Case
from corrob.verifying.judge import Judge, Judged

Losses = tuple[Loss, ...]
KINDS: Final = (ITEM, SOURCE, MEDIA, TIE)


def flips(judged: Judged, claim: str, size: int) -> FlipAnswer:
    """Try all sets of up to `size` losses that can matter; raise `KeyError` where the case has no such claim."""
    result = next((one for one in judged.results if one.claim == claim), None)
    if result is None:
        raise KeyError(claim)
    near = Locality(judged.rounds.hearing, claim)
    every, trial = near.losses(), Trial(near)
    found, tried = _least(every, trial, result.status, size)
    kinds = Counter(loss.kind for loss in every)
    return FlipAnswer(
        result=result,
        text=next(one.text for one in judged.case.claims if one.id == claim),
        size=size,
        losses={kind: kinds[kind] for kind in KINDS},
        sets=sum(comb(len(every), number) for number in range(1, size + 1)),
        judged=tried,
        flips=tuple(_folded(found, _same(every, trial))),
    )


class Trial(Struct, eq=False, dict=True):
    """Judges a claim's status alone, in a case that holds only what it can depend on."""

    near: Locality

    def __post_init__(self) -> None:
        self.whole = self.near.case()
        self._judge = Judge(self.near.rulebook, "direct", mentions.fields(self.near.rulebook))

    def case(self, gone: Losses) -> Case:
        """Give the case after some losses."""
        world = self.near.hearing.world
        return lost(self.whole, gone, world.as_of, world.pdq_distance)

    def status(self, gone: Losses) -> str:
        """Give the claim's status after some losses."""
        moment = self.near.hearing.world.as_of
        return self._judge.statuses(self.case(gone), moment, self.near.judged)[self.near.claim]


def _least(every: Losses, trial: Trial, status: str, size: int) -> tuple[dict[Losses, str], int]:
    """Give the sets that change the status, and how many were judged; what holds a smaller such set is not."""
    found: dict[Losses, str] = {}
    tried = 0
    for chosen in chain.from_iterable(combinations(every, number) for number in range(1, size + 1)):
        if not any(part in found for part in _parts(chosen)):
            tried += 1
            after = trial.status(chosen)
            if after != status:
                found[chosen] = after
    return found, tried


def _parts(chosen: Losses) -> Iterator[Losses]:
    return chain.from_iterable(combinations(chosen, number) for number in range(1, len(chosen)))


# losses that come to the same


def _same(every: Losses, trial: Trial) -> dict[Loss, Losses]:
    """Give for each loss all those that leave the same evidence."""
    by_case: dict[object, list[Loss]] = {}
    for loss in every:
        by_case.setdefault(_left(trial.case((loss,))), []).append(loss)
    alike = {loss: tuple(losses) for losses in by_case.values() for loss in losses}
    return {loss: alike[loss] for loss in every}


def _left(case: Case) -> object:
    """Give what a case says, without the withdrawn items."""
    return case.sources, case.media, tuple(item for item in case.evidence if item.retracted != BEFORE_ALL)


def _folded(found: dict[Losses, str], same: dict[Loss, Losses]) -> Iterator[Flip]:
    """Tell sets as one where in each place any of several losses will do, and one by one where that is not so."""
    place = {loss: number for number, loss in enumerate(same)}
    told: set[Losses] = set()
    for chosen, status in found.items():
        alike = tuple(same[loss] for loss in chosen)
        sets = {tuple(sorted(picked, key=place.__getitem__)) for picked in product(*alike)}
        if any(found.get(one) != status for one in sets):
            yield Flip(status, tuple((loss,) for loss in chosen))
        elif chosen not in told:
            told |= sets
            yield Flip(status, alike)

"""Changes of a case go in; a hearing of it comes out that hears anew only the claims that a change can touch."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Final

from msgspec.structs import replace

from corrob.asking.locality import Locality
from corrob.asking.upgrades import CLAIMS, EVIDENCE, MEDIA, RECORD, SOURCES, Upgrade
from corrob.dates import Interval
from corrob.verifying.hearing import Heard, Hearing
from corrob.verifying.weigh import Scales

Made = tuple[Upgrade, ...]


class Own(Locality, frozen=True, eq=False, dict=True):
    """What the evidence of one claim alone can depend on."""

    @cached_property
    def judged(self) -> tuple[str, ...]:
        """The claim itself, whatever it asks about others."""
        return (self.claim,)

    def touched(self, change: Upgrade) -> bool:
        """Whether a change can touch the claim's evidence; the record of a source may bring the source in."""
        return _TOUCHED[change.part](self, change.name)


class Rehearing(Hearing, frozen=True, eq=False, dict=True):
    """A hearing after some changes, which looks up what they leave as it is."""

    made: Made
    known: Rehearings

    def heard(self, claim: str) -> Heard:
        """Give a base claim's evidence, traced once for all changes that touch nothing of it."""
        return self.known.heard(claim, self.made, self.world.as_of, super().heard)

    def at(self, moment: Interval) -> Hearing:
        """Give the hearing of the same case as of another moment."""
        return replace(self, world=self.world.at(moment))


class Rehearings:
    """The hearings of one case after many sets of changes."""

    def __init__(self, near: Locality, scales: Scales) -> None:
        self._near, self._scales = near, scales
        self._whole = near.case()
        self._own: dict[tuple[str, Interval | None], Own] = {}
        self._touched: dict[tuple[Upgrade, str, Interval | None], bool] = {}
        self._heard: dict[tuple[str, Interval | None, Made], Heard] = {}

    def after(self, made: Made) -> Rehearing:
        """Open the hearing of the case after some changes."""
        case = self._whole
        for change in made:
            case = change.edit(case)
        world = replace(self._near.hearing.world, case=case)
        return Rehearing(world, self._near.hearing.relations, self._scales, made, self)

    def heard(self, claim: str, made: Made, moment: Interval | None, hear: Callable[[str], Heard]) -> Heard:
        """Give a claim's evidence as it was heard after those of the changes that touch it, or hear it now."""
        key = claim, moment, self._touching(claim, made, moment)
        if any(change.once for change in key[2]):
            return hear(claim)
        if key not in self._heard:
            self._heard[key] = hear(claim)
        return self._heard[key]

    def _touching(self, claim: str, made: Made, moment: Interval | None) -> Made:
        """Give the changes that can touch a claim; all of them where a record brings in a source."""
        if any(change.part == RECORD for change in made):
            return made
        return tuple(change for change in made if self._touches(change, claim, moment))

    def _touches(self, change: Upgrade, claim: str, moment: Interval | None) -> bool:
        if change.once:
            return self._alone(claim, moment).touched(change)
        key = change, claim, moment
        if key not in self._touched:
            self._touched[key] = self._alone(claim, moment).touched(change)
        return self._touched[key]

    def _alone(self, claim: str, moment: Interval | None) -> Own:
        """Give what a claim's evidence can depend on as of a moment."""
        if (claim, moment) not in self._own:
            hearing = replace(self._near.hearing, world=self._near.hearing.world.at(moment))
            self._own[claim, moment] = Own(hearing, claim)
        return self._own[claim, moment]


_TOUCHED: Final[dict[str, Callable[[Own, str], bool]]] = {
    SOURCES: lambda own, name: name in own.speaking,
    MEDIA: lambda own, name: name in own.media,
    EVIDENCE: lambda own, name: name in own.items,
    CLAIMS: lambda own, name: name in own.heard,
}
"""How it is told whether what is changed can touch a claim's evidence."""

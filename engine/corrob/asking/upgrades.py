"""A case goes in, the ways in which what is there could be more comes out: graded, authenticated, plain, or gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from dataclasses import replace as replaced
from functools import partial
from typing import Any, Final

from msgspec.structs import replace

from corrob.asking.locality import Locality
from corrob.asking.without import without
from corrob.model.case import Bearing, Case, Checks, Claim, Evidence, Source
from corrob.vocabulary import ACQUISITIONS, ACTS, LETTERS, OPPOSITE, OUTCOMES, STANCES, UNJUDGED

Edit = Callable[[Case], Case]


SOURCES, MEDIA, EVIDENCE, CLAIMS, RECORD = "sources", "media", "evidence", "claims", "record"
"""What a change is made of: a part of a case; further evidence on a claim; or the record of what a source said."""


@dataclass(frozen=True, eq=False)
class Upgrade:
    """A change of what is there, in words; `size` is how many changes it counts for.

    `part` and `name` say what is changed, and `field` what of it: of two changes of one field only one can be made.
    `at` gives the same with sources of another letter, and with the words for the letters that will do. Of a change
    that is made `once`, for one judging, nothing is kept.
    """

    text: str
    edit: Edit
    part: str
    name: str
    field: str = ""
    size: int = 1
    at: Callable[[str, str], Upgrade] | None = None
    once: bool = False

    def goes_with(self, other: Upgrade) -> bool:
        """Whether two changes can be made at once and are more than one of them."""
        return (self.part, self.name, self.field) != (other.part, other.name, other.field)


def upgrades(near: Locality, letters: Iterable[str], day: str) -> Iterator[Upgrade]:
    """Give every such change of what a claim's status can depend on, in the order of the case."""
    case = near.case()
    speaking = [one for one in case.sources if one.id in near.speaking]
    for letter in letters:
        yield from (_graded(one, letter) for one in speaking if _is_worse(near, one, letter))
    for medium in (one for one in case.media if one.id in near.media):
        checks = near.hearing.world.now(medium.checks)
        if checks != _ALL_PASS:
            yield _set(MEDIA, medium.id, f"{medium.id} authenticated (all checks pass)", checks=_ALL_PASS)
        if medium.acquisition != ACQUISITIONS[0]:
            told = f"{medium.id} with its acquisition {ACQUISITIONS[0]}"
            yield _set(MEDIA, medium.id, told, acquisition=ACQUISITIONS[0])
    for item in (one for one in case.evidence if one.id in near.items):
        if any(bearing.hedged for bearing in item.bears):
            yield _set(EVIDENCE, item.id, f"{item.id} in plain words (not hedged)", bears=tuple(_plain(item.bears)))
        yield Upgrade(f"{item.id} withdrawn", _falls(near, item.id), EVIDENCE, item.id)
    for claim in case.claims:
        yield from _records(claim, day) if claim.id in near.judged else ()


_GOOD: Final = OUTCOMES[0]
_ALL_PASS: Final = Checks(_GOOD, _GOOD, _GOOD)


def _is_worse(near: Locality, source: Source, letter: str) -> bool:
    now = near.hearing.world.letter(source.id)
    return LETTERS.index(now or UNJUDGED) < LETTERS.index(letter)


def _graded(source: Source, letter: str) -> Upgrade:
    named = f"{source.id} ({source.name})" if source.name else source.id
    again = partial(_with_grade, source.id, named)
    return replaced(again(letter, letter), at=again)


def _with_grade(source: str, named: str, letter: str, grade: str) -> Upgrade:
    return _set(SOURCES, source, f"{named} graded {grade}", reliability=letter)


def _set(part: str, name: str, text: str, **fields: Any) -> Upgrade:  # noqa: ANN401 - fields of a thing
    """Give the change that sets a field of one thing of a case."""

    def edit(case: Case) -> Case:
        things = (replace(one, **fields) if one.id == name else one for one in getattr(case, part))
        return replace(case, **{part: tuple(things)})

    return Upgrade(text, edit, part, name, next(iter(fields)))


def _plain(bears: Iterable[Bearing]) -> Iterator[Bearing]:
    return (replace(bearing, hedged=False) for bearing in bears)


def _falls(near: Locality, item: str) -> Edit:
    world = near.hearing.world
    return lambda case: without(case, [item], replace(world, case=case))


# what was said


def _records(claim: Claim, day: str) -> Iterator[Upgrade]:
    """Give the records that would show a claim about what was said: by each source, each of the acts claimed."""
    for source in claim.about_sources if claim.about_claim else ():
        for act in claim.acts:
            text = f"the record itself of an act of {source}: {act.replace('_', ' ')}"
            yield Upgrade(text, _recorded(claim, source, act, day), RECORD, claim.id, f"{source}: {act}")


def _recorded(claim: Claim, source: str, act: str, day: str) -> Edit:
    stance = OPPOSITE.get(ACTS[act].against, STANCES[-1])
    item = Evidence(
        id=f"record of {source}: {act}",
        source=source,
        bears=(Bearing(claim.about_claim, stance),),
        published=day,
        act=act,
        primary_record=True,
    )
    return lambda case: replace(case, evidence=(*case.evidence, item))


def last_day(case: Case) -> str:
    """Give the last day on which an item of a case became known."""
    dates = (one.known or one.published for one in case.evidence)
    days = [text.rpartition("/")[2][:10] for text in dates if text]
    return max((day for day in days if day != ".."), default="2024-01-02")

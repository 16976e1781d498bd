"""What claims can come to goes in; settings with related claims that have come to it come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from corrob.asking.pieces import piece
from corrob.examining.reach import Example, Reach
from corrob.examining.settings import CLAIM, OTHER, Setting
from corrob.model.case import Claim, Succession
from corrob.model.rule import Finds, Related
from corrob.reading.combinations import ONLY_OF
from corrob.rulebook.needs import related
from corrob.verifying.settle import settle


def related_settings(reach: Reach, places: Iterable[Setting]) -> Iterator[Setting]:
    """Give settings in which a related claim has a status, or a finding, that rules ask about."""
    for setting in places:
        clauses = (clause for rule in reach.living(setting) for clause in rule.needs)
        asked = dict.fromkeys(related(clause.need for clause in clauses))
        for need in asked:
            example = _example(reach, need)
            if example is not None and ONLY_OF.get(need.by, setting.claim.kind) == setting.claim.kind:
                yield _beside(setting, need, example)


def _example(reach: Reach, need: Related) -> Example | None:
    """Give a plain claim that came to what is asked of the related one."""
    plain = (one for one in reach.together.values() if one.setting.as_of is None and len(one.setting.case.claims) == 1)
    return next((one for one in plain if _came_to(reach, one, need)), None)


def _came_to(reach: Reach, example: Example, need: Related) -> bool:
    found = {rule.effect.name for rule in example.fired if isinstance(rule.effect, Finds)}
    return need.finding in found or settle(reach.rulebook.statuses, example.fired).status in need.statuses


def _beside(setting: Setting, need: Related, example: Example) -> Setting:
    """Put the claim of an example beside that of a setting, related to it as asked."""
    other = replace(example.case().claims[0], id=OTHER, text="Another claim")
    claim, other = _LINKS[need.by](setting.claim, other)
    rest = tuple(one for one in setting.case.claims if one.id not in {CLAIM, OTHER})
    media = {one.id: one for one in (*setting.case.media, *example.setting.case.media)}
    case = replace(setting.case, claims=(claim, other, *rest), media=tuple(media.values()))
    for number, wanted in enumerate(example.pieces, 1):
        made = piece(wanted, other, f"o{number}")
        case = made.added_to(case) if made else case
    return replace(setting, case=case)


Pair = tuple[Claim, Claim]

_LINKS: Final[dict[str, Callable[[Claim, Claim], Pair]]] = {
    "entails": lambda claim, other: (replace(claim, entails=OTHER), other),
    "entailed_by": lambda claim, other: (claim, replace(other, entails=CLAIM)),
    "contradicts": lambda claim, other: (replace(claim, contradicts=OTHER), other),
    "consistent_with": lambda claim, other: (replace(claim, consistent_with=OTHER), other),
    "part_of": lambda claim, other: (replace(claim, part_of=(OTHER,)), other),
    "parts": lambda claim, other: (claim, replace(other, part_of=(CLAIM,))),
    "resolves_on": lambda claim, other: (replace(claim, resolves_on=OTHER), other),
    "about_claim": lambda claim, other: (replace(claim, about_claim=OTHER), other),
    "superseded_by": lambda claim, other: (replace(claim, superseded_by=Succession(OTHER, "2024-01-02")), other),
}
"""How a relation is written down."""

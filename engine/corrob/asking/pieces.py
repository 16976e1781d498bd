"""Fields of a strand with the values wanted go in; a small piece of a case that shows them comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from corrob import dates
from corrob.model.case import Case, Claim, Evidence, Media, Source
from corrob.vocabulary import (
    ACTS,
    ADDED_WORK,
    AGAINST,
    FOR,
    GROUNDS,
    HURT,
    LETTERS,
    MEDIA_MODALITIES,
    NONE,
    OPPOSITE,
    OUTCOMES,
    REFUTES,
    SERVED,
    STANCES,
    SUPPORTS,
    UNJUDGED,
)

Wanted = Mapping[str, Any]
"""Fields of a strand with their values; None stands for unknown."""

DAY: Final = "2024-01-02"
"""When an item is published that nobody dates otherwise."""

BOTH_WAYS: Final = "both ways"
TIED: Final = "tied"
COMPOUND: Final = frozenset({BOTH_WAYS, TIED})
"""What is wanted of a piece besides fields: a source that says both, and two sources whose independence is suspect."""

UNKNOWABLE: Final = frozenset(
    {
        *("value", "quantity_fits", "modality", "adds", "reliability", "bloc", "date", "authenticated"),
        *("acquisition", "generation", "recycled", "place_fits", "time_fits"),
    }
)
"""Fields that a piece can leave unknown, or without any value; every other field shows something."""

_LONG_AGO: Final = "1990-01-01"
_FAR_AWAY: Final = {"lat": -80.0, "lon": 0.0, "radius_km": 1.0}


class Piece(Struct, frozen=True):
    """What is added to a case: one item of a source of its own, with what else it takes to be so."""

    sources: tuple[Source, ...]
    media: tuple[Media, ...]
    evidence: tuple[Evidence, ...]

    def added_to(self, case: Case) -> Case:
        """Give the case with this piece; a source that is there already speaks again."""
        there = {source.id for source in case.sources}
        return replace(
            case,
            sources=case.sources + tuple(source for source in self.sources if source.id not in there),
            media=case.media + self.media,
            evidence=case.evidence + self.evidence,
        )


@dataclass(slots=True)
class _Draft:
    """A piece that is being written; `possible` tells whether the claim leaves room for what is wanted."""

    claim: Claim
    name: str
    source: dict[str, Any]
    item: dict[str, Any]
    bearing: dict[str, Any]
    medium: dict[str, Any] = field(default_factory=dict)
    sources: list[dict[str, Any]] = field(default_factory=list)
    evidence: list[dict[str, Any]] = field(default_factory=list)
    possible: bool = True

    def with_medium(self, **more: Any) -> None:  # noqa: ANN401 - fields of a media item
        """Let the item carry a media item of its own source, with some of its fields."""
        if not self.medium:
            self.medium = {"id": f"{self.name}-media", "type": next(iter(MEDIA_MODALITIES)), "from": self.source["id"]}
            self.item["media"] = [self.medium["id"]]
        self.medium |= more

    def side_with(self, side: str) -> None:
        """Put the source on the side of a bloc that the claim serves (`for`) or hurts (`against`)."""
        bloc = next((bloc for bloc, interest in self.claim.interest.items() if interest == side), None)
        self.possible = self.possible and bloc is not None
        self.source["bloc"] = bloc or NONE


def piece(wanted: Wanted, claim: Claim, name: str, day: str = DAY) -> Piece | None:
    """Write a piece that bears on a claim, its ids beginning with `name`; None where there can be no such piece."""
    if any(value is None and one not in UNKNOWABLE for one, value in wanted.items()):
        return None
    draft = _Draft(
        claim,
        name,
        source={"id": f"{name}-source", "reliability": LETTERS[-1]},
        item={"id": name, "published": day},
        bearing={"claim": claim.id, "stance": SUPPORTS},
    )
    for one, write in WRITERS.items():
        if one in wanted:
            write(draft, wanted[one])
    return _finished(draft) if draft.possible else None


def _finished(draft: _Draft) -> Piece:
    item = {**draft.item, "source": draft.source["id"], "bears": [draft.bearing]}
    return Piece(
        msgspec.convert([draft.source, *draft.sources], tuple[Source, ...]),
        msgspec.convert([draft.medium] if draft.medium else [], tuple[Media, ...]),
        msgspec.convert([item, *draft.evidence], tuple[Evidence, ...]),
    )


_Write = Callable[[_Draft, Any], None]


def _of_bearing(key: str) -> _Write:
    def write(draft: _Draft, value: Any) -> None:  # noqa: ANN401 - a field's value
        draft.bearing |= {key: value} if value is not None else {}

    return write


def _of_item(key: str) -> _Write:
    def write(draft: _Draft, value: Any) -> None:  # noqa: ANN401 - a field's value
        draft.item |= {key: value} if value is not None else {}

    return write


def _reliability(draft: _Draft, letter: str | None) -> None:
    draft.source["reliability"] = letter or UNJUDGED


def _source_kind(draft: _Draft, kind: str) -> None:
    draft.source["kind"] = kind


def _source(draft: _Draft, name: str) -> None:
    draft.source["id"] = name


def _bloc(draft: _Draft, bloc: str | None) -> None:
    draft.source["bloc"] = bloc or NONE


def _date(draft: _Draft, when: Any) -> None:  # noqa: ANN401 - an interval, or None
    draft.item["published"] = None if when is None else dates.text_of(when.begins)


def _adds(draft: _Draft, work: Any) -> None:  # noqa: ANN401 - a word, or whether there is any
    draft.item["adds"] = [work if work in ADDED_WORK else ADDED_WORK[0]] if work else []


def _number_fits(draft: _Draft, fits: bool | None) -> None:
    claimed = draft.claim.quantity
    if claimed is None or claimed.value is None:
        draft.possible = draft.possible and fits is None
    elif fits is not None:
        draft.bearing["value"] = claimed.value if fits else -claimed.value - 1e6


def _first_hand(draft: _Draft, first_hand: bool) -> None:
    draft.item["direct"] = first_hand


def _with_evidence(draft: _Draft, with_evidence: bool) -> None:
    if with_evidence:
        draft.with_medium()


def _authenticated(draft: _Draft, authenticated: bool | None) -> None:
    good, bad, _ = OUTCOMES
    if authenticated is None:
        draft.with_medium()
    elif authenticated:
        draft.with_medium(checks=dict.fromkeys(("source", "technical", "content"), good))
    elif draft.medium:
        draft.with_medium(checks={"technical": bad})


def _of_medium(key: str) -> _Write:
    def write(draft: _Draft, value: Any) -> None:  # noqa: ANN401 - a field's value
        draft.with_medium(**({key: value} if value is not None else {}))

    return write


def _faulty(key: str, fault: Any, needed: str, sound: Any = None) -> _Write:  # noqa: ANN401 - a field's value
    """Give the writer of a flag that a media item's field decides, where the claim has the field to hold it against."""

    def write(draft: _Draft, faulty: bool | None) -> None:
        draft.possible = draft.possible and (faulty is None or getattr(draft.claim, needed) is not None)
        value = fault if faulty else sound
        draft.with_medium(**({key: value} if value is not None and faulty is not None else {}))

    return write


def _turned(write: _Write) -> _Write:
    """Give the writer of the opposite flag."""
    return lambda draft, fits: write(draft, None if fits is None else not fits)


def _place_fits(draft: _Draft, fits: bool | None) -> None:
    """Let the medium be made where the claim is about, or far away."""
    place = draft.claim.place
    draft.possible = draft.possible and (place is not None or fits is None)
    known = {} if fits is None else {"place": msgspec.to_builtins(place) if fits else _FAR_AWAY}
    draft.with_medium(**known)


def _superseded(draft: _Draft, superseded: bool) -> None:
    """Let the same source take the item back on the next day, without taking a side."""
    if superseded:
        act = next((act for act, does in ACTS.items() if draft.bearing["stance"] in does.replaces), None)
        published = draft.item["published"]
        draft.possible = draft.possible and act is not None and published is not None
        if draft.possible:
            later = dates.text_of(dates.interval(published).end + dates.DAY)
            draft.evidence.append(_further(draft, "later", draft.source["id"], act=act, published=later))


def _undercut(draft: _Draft, undercut: bool) -> None:
    """Let a source beyond doubt challenge the item."""
    if undercut:
        critic = {"id": f"{draft.name}-critic", "reliability": LETTERS[-1]}
        draft.sources.append(critic)
        challenge = [{"item": draft.item["id"], "ground": GROUNDS[0]}]
        draft.evidence.append(_further(draft, "challenge", critic["id"], undercuts=challenge))


def _both_ways(draft: _Draft, both: bool) -> None:
    """Let the same source say the opposite on the same day."""
    opposite = OPPOSITE.get(draft.bearing["stance"])
    draft.possible = draft.possible and (not both or opposite is not None)
    if both and opposite:
        twin = {**draft.item, "id": f"{draft.name}-opposite", "source": draft.source["id"]}
        draft.evidence.append({**twin, "bears": [{**draft.bearing, "stance": opposite}]})


def _tied(draft: _Draft, tied: bool) -> None:
    """Let another source say the same, which is funded by and shares intelligence with the first."""
    if tied:
        other = {**draft.source, "id": f"{draft.name}-ally", "funded_by": draft.source["id"]}
        draft.sources.append({**other, "shares_intelligence_with": draft.source["id"]})
        draft.evidence.append(
            {**draft.item, "id": f"{draft.name}-same", "source": other["id"], "bears": [draft.bearing]}
        )


def _further(draft: _Draft, what: str, source: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of an item
    neutral = {"claim": draft.claim.id, "stance": STANCES[-1]}
    published = draft.item["published"]
    return {"id": f"{draft.name}-{what}", "source": source, "published": published, "bears": [neutral], **more}


def _interest(draft: _Draft, side: str | None) -> None:
    if side in {FOR, AGAINST}:
        draft.side_with(side)


def _says(draft: _Draft, says: str | None) -> None:
    """Put the source on the side that what it says serves or hurts."""
    with_it = draft.bearing["stance"] == SUPPORTS
    if says in {SERVED, HURT}:
        draft.possible = draft.possible and draft.bearing["stance"] in {SUPPORTS, REFUTES}
        draft.side_with(FOR if (says == SERVED) == with_it else AGAINST)


def _disinterested(draft: _Draft, disinterested: bool | None) -> None:
    if disinterested is False:
        _says(draft, SERVED)


WRITERS: Final[dict[str, _Write]] = {
    "stance": _of_bearing("stance"),
    "stance_written": _of_bearing("stance"),
    "hedged": _of_bearing("hedged"),
    "decisive": _of_bearing("decisive"),
    "value": _of_bearing("value"),
    "quantity_fits": _number_fits,
    "act": _of_item("act"),
    "motive": _of_item("motive"),
    "modality": _of_item("modality"),
    "primary_record": _of_item("primary_record"),
    "adds": _adds,
    "source": _source,
    "source_kind": _source_kind,
    "reliability": _reliability,
    "date": _date,
    "first_hand": _first_hand,
    "with_evidence": _with_evidence,
    "acquisition": _of_medium("acquisition"),
    "generation": _of_medium("generation"),
    "recycled": _faulty("earliest_known", _LONG_AGO, "when", sound=DAY),
    "place_fits": _place_fits,
    "time_fits": _turned(_faulty("captured", _LONG_AGO, "when", sound=DAY)),
    "authenticated": _authenticated,
    "bloc": _bloc,
    "interest": _interest,
    "says": _says,
    "says_written": _says,
    "disinterested": _disinterested,
    "superseded": _superseded,
    "undercut": _undercut,
    BOTH_WAYS: _both_ways,
    TIED: _tied,
}
"""How a field is given its value, in the order in which they build on each other; fields that are not here are left."""

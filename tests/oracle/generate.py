"""A random generator goes in; a small, vicious and valid case, rulebook or as-of date comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

import msgspec

from corrob import vocabulary as words
from corrob.dates import DateError, interval
from corrob.model.case import (
    Bearing,
    Case,
    Checks,
    Claim,
    Dated,
    Evidence,
    Ids,
    Media,
    Part,
    Place,
    Provenance,
    Quantity,
    Source,
    Succession,
    Undercut,
)
from oracle.generate_rules import random_rulebook

__all__ = ["random_as_of", "random_case", "random_rulebook"]

T = TypeVar("T")
BLOCS = ("east", "west", "north")
SPOTS = (Place(50.0, 36.0, 5.0), Place(50.1, 36.1, 1.0), Place(50.0, 36.2, 10.0), Place(48.0, 30.0, 0.0))
NUMBERS = (0.0, 3.0, 10.0, 12.0, -4.0)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T[0-9:]+(?:Z|[+-]\d\d:\d\d))?")


def random_case(rng: Random) -> Case:
    """Draw a case; everything that it names is there, and nothing runs in a circle that must not."""
    sources = [f"s{n}" for n in range(rng.randint(2, 7))]
    media = [f"m{n}" for n in range(rng.randint(0, 4))]
    claims = [f"c{n}" for n in range(rng.randint(1, 5))]
    items = [f"e{n}" for n in range(rng.randint(1, 12))]
    stated = [_claim(rng, n, claims, sources, media) for n in range(len(claims))]
    return Case(
        corrob=1,
        case="drawn",
        sources=tuple(_shuffled(rng, [_source(rng, n, sources) for n in range(len(sources))])),
        media=tuple(_shuffled(rng, [_medium(rng, name, media, sources) for name in media])),
        claims=tuple(_shuffled(rng, stated)),
        evidence=tuple(_shuffled(rng, [_item(rng, name, items, claims, sources, media) for name in items])),
        exclusive=tuple(_exclusive(rng, claims)),
    )


def random_as_of(rng: Random, case: Case) -> str | None:
    """Draw an as-of date: none, one at which something happens in the case, one after everything, or any other."""
    happening = sorted(set(_DATE.findall(msgspec.json.encode(case).decode())))
    if rng.random() < 0.4:
        return None
    if rng.random() < 0.15:
        return f"2024-01-{rng.randint(9, 14):02}"
    return rng.choice(happening) if happening and rng.random() < 0.8 else _point(rng)


# small draws


def _shuffled(rng: Random, things: Sequence[T]) -> list[T]:
    return rng.sample(list(things), len(things))


def _some(rng: Random, things: Sequence[T], most: int = 2) -> tuple[T, ...]:
    """Draw a few different things, in any order."""
    return tuple(rng.sample(list(things), min(len(things), rng.randint(1, most)))) if things else ()


def _maybe(rng: Random, chance: float, draw: Callable[[], T], default: Any) -> Any:
    return draw() if rng.random() < chance else default


def _ids(rng: Random, chance: float, names: Sequence[str]) -> Ids:
    """Draw ids for a field that takes one or a list."""
    if rng.random() >= chance or not names:
        return ()
    return rng.choice(names) if rng.random() < 0.5 else _some(rng, names)


def _dated(rng: Random, draw: Callable[[], T]) -> T | tuple[Dated[T], ...]:
    """Draw a plain value, or one that was learnt, and then learnt otherwise."""
    if rng.random() < 0.7:
        return draw()
    return tuple(Dated(draw(), _point(rng)) for _ in range(rng.randint(1, 3)))


def _day(rng: Random) -> str:
    return f"2024-01-0{rng.randint(1, 8)}"


def _point(rng: Random) -> str:
    if rng.random() < 0.75:
        return _day(rng)
    zone = rng.choice(("Z", "+03:00", "-05:00"))
    return f"{_day(rng)}T{rng.choice(('00:00', '02:00', '12:00:00', '21:30', '23:59:59'))}{zone}"


def _date(rng: Random) -> str:
    """Draw a day, a time, an interval or an open one."""
    if rng.random() < 0.8:
        return _point(rng)
    text = rng.choice(("{0}/{1}", "{0}/{1}", "../{0}", "{0}/..")).format(_point(rng), _point(rng))
    try:
        interval(text)
    except DateError:
        return _date(rng)
    return text


# the parts of a case


def _source(rng: Random, number: int, sources: list[str]) -> Source:
    others = [name for name in sources if name != sources[number]]
    contested = rng.random() < 0.15
    return Source(
        id=sources[number],
        kind=rng.choice(words.SOURCE_KINDS[:6]),
        reliability=_dated(rng, lambda: rng.choice((*words.LETTERS, "A", "B", "C"))),
        controlled_by=_controllers(rng, sources[number + 1 :]),
        funded_by=_ids(rng, 0.25, others),
        shares_intelligence_with=_ids(rng, 0.2, others),
        bloc=_maybe(rng, 0.6, lambda: _dated(rng, lambda: rng.choice((*BLOCS, words.NONE))), words.NONE),
        bloc_basis="Reports differ." if contested else "",
        bloc_contested=contested,
    )


def _controllers(rng: Random, later: list[str]) -> str | tuple[str | Dated[Ids], ...]:
    """Draw controllers among the later sources, so that none controls itself."""
    if not later or rng.random() < 0.55:
        return ()
    if rng.random() < 0.7:
        return rng.choice((later[0], _some(rng, later)))
    return tuple(Dated(rng.choice((later[-1], _some(rng, later))), _point(rng)) for _ in range(rng.randint(1, 2)))


def _medium(rng: Random, name: str, media: list[str], sources: list[str]) -> Media:
    others = [other for other in media if other != name]
    return Media(
        id=name,
        type=rng.choice(tuple(words.MEDIA_MODALITIES)),
        from_=_maybe(rng, 0.8, lambda: rng.choice(sources), ""),
        first_seen=_maybe(rng, 0.8, lambda: _date(rng), None),
        earliest_known=_maybe(rng, 0.4, lambda: _dated(rng, lambda: _date(rng)), None),
        captured=_maybe(rng, 0.5, lambda: _dated(rng, lambda: _date(rng)), None),
        place=_maybe(rng, 0.5, lambda: _dated(rng, lambda: rng.choice(SPOTS)), None),
        sha256=_maybe(rng, 0.4, lambda: rng.choice(("aa", "bb")) * 32, ""),
        pdq=_maybe(rng, 0.5, lambda: f"{(1 << rng.choice((0, 10, 31, 32, 62))) - 1:064x}", ""),
        copy_of=_maybe(rng, 0.3, lambda: _dated(rng, lambda: rng.choice(others)), "") if others else "",
        generation=_maybe(rng, 0.5, lambda: _dated(rng, lambda: rng.choice(words.GENERATIONS)), None),
        acquisition=_maybe(rng, 0.4, lambda: rng.choice(words.ACQUISITIONS), None),
        checks=_maybe(rng, 0.6, lambda: _dated(rng, lambda: _checks(rng)), None),
    )


def _checks(rng: Random) -> Checks:
    source, technical, content = (rng.choice(("pass", "pass", "pass", "fail", "unknown")) for _ in range(3))
    return Checks(source=source, technical=technical, content=content)


def _exclusive(rng: Random, claims: list[str]) -> list[tuple[str, ...]]:
    if len(claims) < 2 or rng.random() < 0.7:
        return []
    return [tuple(rng.sample(claims, rng.randint(2, min(3, len(claims)))))]


def _claim(rng: Random, number: int, claims: list[str], sources: list[str], media: list[str]) -> Claim:
    earlier, others = claims[:number], [name for name in claims if name != claims[number]]
    kind = rng.choice((*words.CLAIM_KINDS, "event", "artifact_property", "speech_act", "prediction"))
    return Claim(
        id=claims[number],
        text="Something happened.",
        kind=kind,
        when=_maybe(rng, 0.6, lambda: _date(rng), None),
        place=_maybe(rng, 0.5, lambda: rng.choice(SPOTS), None),
        quantity=_maybe(rng, 0.4, lambda: _quantity(rng), None),
        interest={bloc: rng.choice(words.SIDES) for bloc in BLOCS if rng.random() < 0.5},
        about_media=_maybe(rng, 0.2, lambda: rng.choice(media), "") if media else "",
        entails=_ids(rng, 0.25, others),
        contradicts=_ids(rng, 0.2, others),
        consistent_with=_ids(rng, 0.2, others),
        negates=_maybe(rng, 0.25, lambda: rng.choice(earlier), "") if earlier else "",
        part_of=_wholes(rng, others),
        superseded_by=_maybe(rng, 0.2, lambda: Succession(rng.choice(earlier), _point(rng)), None) if earlier else None,
        **_of_kind(rng, kind, earlier, sources),
    )


def _of_kind(rng: Random, kind: str, earlier: list[str], sources: list[str]) -> dict[str, Any]:
    """Draw the fields that only claims of one kind have."""
    if kind == "speech_act":
        return {
            "about_sources": _maybe(rng, 0.9, lambda: _some(rng, sources), ()),
            "acts": _maybe(rng, 0.9, lambda: _some(rng, ("assertion", "denial", "admission", "non_denial")), ()),
            "about_claim": _maybe(rng, 0.9, lambda: rng.choice(earlier), "") if earlier else "",
        }
    if kind == "prediction":
        return {
            "window": _maybe(rng, 0.8, lambda: _date(rng), None),
            "resolves_on": _maybe(rng, 0.9, lambda: rng.choice(earlier), "") if earlier else "",
        }
    return {}


def _quantity(rng: Random) -> Quantity:
    op, value = rng.choice(words.QUANTITY_OPS), rng.choice(NUMBERS)
    if op == "range":
        return Quantity(op=op, low=value, high=value + rng.choice((0.0, 5.0)))
    if op == "~" and rng.random() < 0.5:
        return Quantity(op=op, value=value, tolerance=rng.choice((0.0, 0.25)))
    return Quantity(op=op, value=value, within=2.0) if op == "~" else Quantity(op=op, value=value)


def _wholes(rng: Random, others: list[str]) -> tuple[str | Part, ...]:
    if rng.random() < 0.7:
        return ()
    return tuple(
        rng.choice((name, Part(name), Part(name, required=True), Part(name, required=True)))
        for name in _some(rng, others)
    )


# evidence


def _item(
    rng: Random, name: str, items: list[str], claims: list[str], sources: list[str], media: list[str]
) -> Evidence:
    others = [other for other in items if other != name]
    source = rng.choice(sources)
    borne: tuple[str, ...] = _some(rng, claims, 3) if rng.random() < 0.95 else ()
    signers = [other for other in sources if other != source]
    return Evidence(
        id=name,
        source=source,
        bears=tuple(_bearing(rng, claim) for claim in borne),
        published=_maybe(rng, 0.85, lambda: _date(rng), None),
        known=_maybe(rng, 0.2, lambda: _date(rng), None),
        modality=_maybe(rng, 0.8, lambda: rng.choice(words.MODALITIES), None),
        act=_maybe(rng, 0.6, lambda: rng.choice(tuple(words.ACTS)), words.NONE),
        direct=rng.random() < 0.25,
        primary_record=rng.random() < 0.2,
        media=_maybe(rng, 0.35, lambda: _some(rng, media), ()),
        derived_from=_edges(rng, others, borne, sources, media),
        adds=_maybe(rng, 0.2, lambda: _some(rng, words.ADDED_WORK), ()),
        joint_with=_maybe(rng, 0.15, lambda: _some(rng, signers), ()),
        undercuts=_undercuts(rng, others),
        motive=_maybe(rng, 0.15, lambda: rng.choice(words.MOTIVES), words.NONE),
        retracted=_maybe(rng, 0.12, lambda: _date(rng), None),
    )


def _undercuts(rng: Random, others: list[str]) -> tuple[Undercut, ...]:
    if rng.random() < 0.7:
        return ()
    return tuple(Undercut(other, rng.choice(words.GROUNDS)) for other in _some(rng, others))


def _bearing(rng: Random, claim: str) -> Bearing:
    return Bearing(
        claim=claim,
        stance=rng.choice(("supports", "supports", "supports", "refutes", "refutes", "context", "neutral")),
        value=_maybe(rng, 0.3, lambda: rng.choice(NUMBERS), None),
        bound=rng.choice(words.BOUNDS),
        hedged=rng.random() < 0.15,
        decisive=_maybe(rng, 0.15, lambda: rng.choice(words.DEFEATERS), words.NONE),
        known=_maybe(rng, 0.12, lambda: _point(rng), None),
    )


def _edges(
    rng: Random, others: list[str], borne: tuple[str, ...], sources: list[str], media: list[str]
) -> tuple[Provenance, ...]:
    if rng.random() < 0.45:
        return ()
    return tuple(_edge(rng, others, borne, sources, media) for _ in range(rng.randint(1, 3)))


def _edge(rng: Random, others: list[str], borne: tuple[str, ...], sources: list[str], media: list[str]) -> Provenance:
    goals = rng.choice([names for names in (others, others, others, media, sources, ()) if names or names == ()])
    return Provenance(
        how=rng.choice((*words.EDGES, "quoted", "derived")),
        from_=rng.choice(goals) if goals else "",
        unnamed="" if goals else rng.choice(("a police officer", "an aide")),
        for_=_maybe(rng, 0.4, lambda: _some(rng, borne), ()),
        known=_maybe(rng, 0.12, lambda: _point(rng), None),
    )

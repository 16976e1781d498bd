"""A case goes in, all that it can be thought without comes out: items, media, sources and ties; or the case without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec.structs import replace

from corrob.asking.without import ITEM, MEDIA, SOURCE, without
from corrob.dates import Interval
from corrob.model.answers import Loss
from corrob.model.case import Case, Dated, Provenance, Source, listed
from corrob.verifying.worlds import World

TIE: Final = "tie"
EDGE: Final = "derived_from"


def losses(case: Case) -> Iterator[Loss]:
    """Give all that a case can be thought without: items, media, sources, then ties, each in the order of the case."""
    names = {source.id: source.name or source.id for source in case.sources}
    yield from (Loss(ITEM, one.id, f"{one.id} {names.get(one.source, one.source)}") for one in case.evidence)
    yield from (Loss(MEDIA, one.id, f"media {one.id}") for one in case.media)
    yield from (named_source(one) for one in case.sources)
    yield from _ties(case)


def named_source(source: Source) -> Loss:
    """Give a source as something that can be lost."""
    return Loss(SOURCE, source.id, f"source {source.id}" + (f" ({source.name})" if source.name else ""))


def _ties(case: Case) -> Iterator[Loss]:
    for item in case.evidence:
        yield from (_edge(item.id, edge, at) for at, edge in enumerate(item.derived_from))
    for part, field, word in _FIELDS:
        for thing in getattr(case, part):
            yield from (_tie(thing.id, field, word, to) for to in _named(getattr(thing, field)))


def _edge(item: str, edge: Provenance, at: int) -> Loss:
    to = edge.from_ or edge.unnamed
    told = edge.from_ or f"unnamed: {edge.unnamed}"
    scope = f" for {', '.join(edge.for_)}" if edge.for_ else ""
    return Loss(TIE, item, f"tie {item} ← {told} ({edge.how}{scope})", EDGE, to, at)


def _tie(name: str, field: str, word: str, to: str) -> Loss:
    return Loss(TIE, name, f"tie {name} {word} {to}", field, to)


_FIELDS: Final = (
    ("evidence", "joint_with", "signed with"),
    ("media", "copy_of", "copy of"),
    ("sources", "controlled_by", "under"),
    ("sources", "funded_by", "funded by"),
    ("sources", "shares_intelligence_with", "shares intelligence with"),
)
"""The ties of items, media and sources that are plain ids, with how they read."""


def _named(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - an id, ids, or dated ones
    """Give the different ids that a field names, on any date."""
    found: list[str] = []
    for entry in (value,) if isinstance(value, str) else value:
        found += listed(entry.value if isinstance(entry, Dated) else entry)
    return tuple(dict.fromkeys(found))


def lost(case: Case, gone: Iterable[Loss], moment: Interval | None, distance: float) -> Case:
    """Give the case with ties cut, and then without items, media and sources; equal media are those of that date."""
    gone = tuple(gone)
    cut = case
    for part in ("evidence", "media", "sources"):
        ties = [one for one in gone if one.kind == TIE and _PARTS[one.field] == part]
        if ties:
            held = {one.id for one in ties}
            things = (_cut(thing, ties) if thing.id in held else thing for thing in getattr(cut, part))
            cut = replace(cut, **{part: tuple(things)})
    names = [one.id for one in gone if one.kind != TIE]
    return without(cut, names, World(cut, moment, pdq_distance=distance))


_PARTS: Final = {EDGE: "evidence"} | {field: part for part, field, _ in _FIELDS}


def _cut(thing: Any, ties: Iterable[Loss]) -> Any:  # noqa: ANN401 - an item, a media item or a source
    """Take ties out of a thing; edges together, since each is known by its position."""
    own = [tie for tie in ties if tie.id == thing.id]
    edges = {tie.at for tie in own if tie.field == EDGE}
    if edges:
        kept = (edge for at, edge in enumerate(thing.derived_from) if at not in edges)
        thing = replace(thing, derived_from=tuple(kept))
    for tie in own:
        if tie.field != EDGE:
            less = _no_copy if tie.field == "copy_of" else _less
            thing = replace(thing, **{tie.field: less(getattr(thing, tie.field), tie.to)})
    return thing


def _less(value: Any, gone: str) -> tuple[Any, ...]:  # noqa: ANN401 - an id, ids, or dated ones
    """Take an id out of a field; a dated entry that held it alone stays, as the news that nobody is there any more."""
    entries = listed(value)
    dated = (replace(e, value=_less(e.value, gone)) if isinstance(e, Dated) else e for e in entries)
    return tuple(entry for entry in dated if entry != gone)


def _no_copy(value: str | tuple[Dated[str], ...], gone: str) -> str | tuple[Dated[str], ...]:
    """Take an original out of `copy_of`, where one that is not known is ''."""
    return "" if isinstance(value, str) else tuple(entry for entry in value if entry.value != gone) or ""

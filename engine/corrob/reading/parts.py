"""A decoded case goes in; its parts by id come out, and every id that names one of them, with its path."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any, Final, NamedTuple

from msgspec import Struct

from corrob.model.case import Case, Claim, Dated, Source
from corrob.model.node import Path

SOURCE: Final = ("a source",)
MEDIA: Final = ("a media item",)
ITEM: Final = ("an evidence item",)
CLAIM: Final = ("a claim",)


class Problem(Struct, frozen=True):
    """A problem with its path in the document, in place of a line and column."""

    path: Path
    code: str
    message: str
    hint: str = ""


class _Field(NamedTuple):
    """A field that names other parts; `then` leads on inside it, and `not_its` is the id that it may not repeat."""

    name: str
    names: tuple[str, ...]
    then: str = ""
    not_its: str = ""


class Reference(NamedTuple):
    """One id that names something: its path, what it may name, and the id that it may not be, or ''."""

    path: Path
    id: str
    names: tuple[str, ...]
    own: str


_FIELDS: Final = {
    "sources": (
        _Field("controlled_by", SOURCE, not_its="id"),
        _Field("funded_by", SOURCE, not_its="id"),
        _Field("shares_intelligence_with", SOURCE, not_its="id"),
    ),
    "media": (
        _Field("from", SOURCE),
        _Field("copy_of", MEDIA, not_its="id"),
    ),
    "claims": (
        _Field("about_media", MEDIA),
        _Field("about_sources", SOURCE),
        _Field("about_claim", CLAIM, not_its="id"),
        _Field("resolves_on", CLAIM, not_its="id"),
        _Field("entails", CLAIM, not_its="id"),
        _Field("contradicts", CLAIM, not_its="id"),
        _Field("consistent_with", CLAIM, not_its="id"),
        _Field("negates", CLAIM, not_its="id"),
        _Field("part_of", CLAIM, then="claim", not_its="id"),
        _Field("superseded_by", CLAIM, then="claim", not_its="id"),
    ),
    "evidence": (
        _Field("source", SOURCE),
        _Field("bears", CLAIM, then="claim"),
        _Field("media", MEDIA),
        _Field("derived_from", (*ITEM, *MEDIA, *SOURCE), then="from", not_its="id"),
        _Field("derived_from", CLAIM, then="for"),
        _Field("joint_with", SOURCE, not_its="source"),
        _Field("undercuts", ITEM, then="item", not_its="id"),
    ),
    "expect": (_Field("claim", CLAIM),),
}
"""Every field that names a part of the case, by the list of the case that it stands in; `exclusive` is none."""

_ASKED: Final = frozenset(field.names for fields in _FIELDS.values() for field in fields)
_RENAMED: Final = {"from": "from_", "for": "for_"}


class Parts(Struct, frozen=True, eq=False, dict=True):
    """A case, and the sources of the register that it does not override."""

    case: Case
    outside: tuple[Source, ...] = ()

    @cached_property
    def named(self) -> tuple[tuple[Path, str, str], ...]:
        """All that share the one id space: the path, the id, and what it is."""
        rows = (("sources", *SOURCE), ("media", *MEDIA), ("evidence", *ITEM))
        return tuple(((part, n), thing.id, kind) for part, kind in rows for n, thing in self.each(part))

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Id → what it is, claims aside."""
        own = {name: kind for _, name, kind in reversed(self.named) if name}
        return {source.id: SOURCE[0] for source in self.outside} | own

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Id → claim."""
        return {claim.id: claim for claim in reversed(self.case.claims) if claim.id}

    @cached_property
    def doubtful(self) -> tuple[Reference, ...]:
        """Every id in a field that does not name another part of a kind asked for."""
        grouped = (Reference(path, name, CLAIM, "") for path, name in reach(self.case.exclusive, "", ("exclusive",)))
        return (*self._in_fields(), *(one for one in grouped if one.id not in self.claims))

    def _in_fields(self) -> Iterator[Reference]:
        """Only what is in doubt is made a `Reference`, since all the others are many."""
        fit = {names: self.of_kinds(names) for names in _ASKED}
        for part, fields in _FIELDS.items():
            for n, thing in self.each(part):
                for field in fields:
                    value = getattr(thing, _RENAMED.get(field.name, field.name))
                    if value:
                        own = getattr(thing, field.not_its) if field.not_its else ""
                        for path, name in reach(value, field.then, (part, n, field.name)):
                            if name not in fit[field.names] or name == own:
                                yield Reference(path, name, field.names, own)

    def of_kinds(self, names: tuple[str, ...]) -> Collection[str]:
        """Give the ids of all things of some kinds."""
        return self.claims if names is CLAIM else {name for name, kind in self.kinds.items() if kind in names}

    def each(self, part: str) -> Iterator[tuple[int, Any]]:
        """Give the entries of a list of the case, with their positions."""
        return enumerate(getattr(self.case, part))


def reach(value: object, then: str, path: Path) -> Iterator[tuple[Path, str]]:
    """Give the ids in a value, through lists and dated values; in a mapping, that of its key `then`."""
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from reach(item, then, (*path, n))
    elif isinstance(value, Dated):
        yield from reach(value.value, then, (*path, "value"))
    elif value is not None:
        yield from reach(getattr(value, _RENAMED.get(then, then)), "", (*path, then))

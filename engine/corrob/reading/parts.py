"""A decoded case goes in; its parts by id come out, and every id that names one of them, with its path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

from corrob.model.case import Case, Claim, Dated, Source
from corrob.model.node import Path

SOURCE: Final = ("source",)
MEDIA: Final = ("media item",)
ITEM: Final = ("evidence item",)
CLAIM: Final = ("claim",)


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem with its path in the document, in place of a line and column."""

    path: Path
    code: str
    message: str
    hint: str = ""


class _Field(NamedTuple):
    """A field that names other parts: where it stands, what it may name, and which id of its own part it may not."""

    part: str
    steps: tuple[str, ...]
    names: tuple[str, ...]
    not_its: str = ""


class Reference(NamedTuple):
    """One id that names something: its path, what it may name, and the id that it may not be, or ''."""

    path: Path
    id: str
    names: tuple[str, ...]
    own: str


_FIELDS: Final = (
    _Field("sources", ("controlled_by",), SOURCE, "id"),
    _Field("sources", ("funded_by",), SOURCE, "id"),
    _Field("sources", ("shares_intelligence_with",), SOURCE, "id"),
    _Field("media", ("from",), SOURCE),
    _Field("media", ("copy_of",), MEDIA, "id"),
    _Field("claims", ("about_media",), MEDIA),
    _Field("claims", ("about_sources",), SOURCE),
    _Field("claims", ("about_claim",), CLAIM, "id"),
    _Field("claims", ("resolves_on",), CLAIM, "id"),
    _Field("claims", ("entails",), CLAIM, "id"),
    _Field("claims", ("contradicts",), CLAIM, "id"),
    _Field("claims", ("consistent_with",), CLAIM, "id"),
    _Field("claims", ("negates",), CLAIM, "id"),
    _Field("claims", ("part_of", "claim"), CLAIM, "id"),
    _Field("claims", ("superseded_by", "claim"), CLAIM, "id"),
    _Field("evidence", ("source",), SOURCE),
    _Field("evidence", ("bears", "claim"), CLAIM),
    _Field("evidence", ("media",), MEDIA),
    _Field("evidence", ("derived_from", "from"), (*ITEM, *MEDIA, *SOURCE), "id"),
    _Field("evidence", ("derived_from", "for"), CLAIM),
    _Field("evidence", ("joint_with",), SOURCE, "source"),
    _Field("evidence", ("undercuts", "item"), ITEM, "id"),
    _Field("exclusive", (), CLAIM),
    _Field("expect", ("claim",), CLAIM),
)
_RENAMED: Final = {"from": "from_", "for": "for_"}


@dataclass(frozen=True)
class Parts:
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
        return {source.id: "source" for source in self.outside} | own

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Id → claim."""
        return {claim.id: claim for claim in reversed(self.case.claims) if claim.id}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every id that names something."""
        return tuple(
            Reference(path, name, field.names, getattr(thing, field.not_its) if field.not_its else "")
            for field in _FIELDS
            for n, thing in self.each(field.part)
            for path, name in reach(thing, field.steps, (field.part, n))
        )

    def each(self, part: str) -> Iterator[tuple[int, Any]]:
        """Give the entries of a list of the case, with their positions."""
        return enumerate(getattr(self.case, part))


def reach(value: object, steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:
    """Give the ids at the end of the steps, through lists and dated values; an id can stand for its mapping."""
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from reach(item, steps, (*path, n))
    elif isinstance(value, Dated):
        yield from reach(value.value, steps, (*path, "value"))
    elif steps and value is not None:
        yield from reach(getattr(value, _RENAMED.get(steps[0], steps[0])), steps[1:], (*path, steps[0]))

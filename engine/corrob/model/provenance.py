"""Where what a rulebook says comes from: which pack, which line, for which reason; judging does without it."""

from __future__ import annotations

from msgspec import Struct

from corrob.diagnostics import Span


class By(Struct, frozen=True):
    """Who says something: the pack, the place, and the reason where it changes what another pack says."""

    pack: str
    span: Span
    reason: str = ""


class Setting(Struct, frozen=True):
    """A parameter: the value that it was declared with, its range, and the values that packs gave it in turn."""

    name: str
    declared: str
    between: tuple[str, ...]
    title: str
    by: By
    changed: tuple[tuple[str, By], ...] = ()

    @property
    def value(self) -> str:
        """The value that holds in the end."""
        return self.changed[-1][0] if self.changed else self.declared


class Narrowing(Struct, frozen=True):
    """Tests, by the names of their fields, that a change adds to an evidence set."""

    fields: tuple[str, ...]
    by: By


class Disabled(Struct, frozen=True):
    """A rule that a change takes out."""

    rule: str
    title: str
    by: By


class Header(Struct, frozen=True):
    """What a pack says of itself for people."""

    title: str
    owner: str
    about: str


class Provenance(Struct, frozen=True):
    """Where the parts of a rulebook come from.

    `rows` has one entry for each row of a table, `narrowed` for each change of a set; `titles` are those of sets and
    invariants.
    """

    headers: dict[str, Header]
    settings: tuple[Setting, ...]
    statuses: By | None
    rows: dict[str, tuple[By, ...]]
    narrowed: dict[str, tuple[Narrowing, ...]]
    disabled: tuple[Disabled, ...]
    titles: dict[str, str]

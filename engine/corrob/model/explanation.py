"""Why a claim has its status: the rule and its needs, the origins and their ties, what fell out, what is unknown."""

from __future__ import annotations

from msgspec import Struct

from corrob.model.result import Result


class NeedLine(Struct, frozen=True):
    """A need of the rule in words: whether it is `met`, `not met` or `unknown`, and the items that met it.

    `pack` is the pack that asks for it, where that is another one than the rule's own.
    """

    text: str
    answer: str
    items: tuple[str, ...] = ()
    pack: str = ""


class OriginLine(Struct, frozen=True):
    """One origin: its name (the earliest root), who is behind it, its own items, and those who only pass it on.

    `ties` say in words what makes its roots one; `suspect` names other origins that it may not be independent of.
    `through` gives, for items that say nothing on the claim itself, the claim that they speak on and that leads here.
    """

    name: str
    who: tuple[str, ...]
    own: tuple[str, ...] = ()
    retold: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    suspect: tuple[str, ...] = ()
    through: dict[str, str] = {}


class Removal(Struct, frozen=True):
    """Items that a rule took out before anything was counted; `through` as for an origin."""

    items: tuple[str, ...]
    rule: str
    title: str
    through: dict[str, str] = {}


class Explanation(Struct, frozen=True):
    """A result with everything that leads to it.

    `denies` is the claim of which this one is the denial: rule and needs are then that one's. `place` is the rule's
    `file:line`. Both `analysts` and `outlets` support it by what others saw: the ones add work of their own to it, the
    others only pass it on. `idle` are items that were seen and count for nothing.
    `rules` names the packs.
    """

    result: Result
    text: str
    denies: str = ""
    rule_title: str = ""
    place: str = ""
    needs: tuple[NeedLine, ...] = ()
    supports: tuple[OriginLine, ...] = ()
    refutes: tuple[OriginLine, ...] = ()
    analysts: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    removed: tuple[Removal, ...] = ()
    idle: tuple[str, ...] = ()
    names: dict[str, str] = {}
    rules: str = ""


class RulePage(Struct, frozen=True):
    """A rule in words, as it ends up after all changes; `needs` name the pack that asks for each, if another."""

    id: str
    code: str
    title: str
    place: str
    effect: str
    applies_to: str = ""
    needs: tuple[NeedLine, ...] = ()
    beats: tuple[str, ...] = ()
    because: str = ""
    cites: tuple[str, ...] = ()
    tests: int = 0


class Entry(Struct, frozen=True):
    """Something of a pack that is no rule: its name, its kind, what it means, and labelled lines on it."""

    name: str
    kind: str
    title: str
    lines: tuple[tuple[str, str], ...] = ()

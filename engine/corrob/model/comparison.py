"""What differs between two runs: claims with both results, and the needs that turned; the JSON is these structs."""

from __future__ import annotations

from msgspec import Struct

from corrob.model.result import Result


class Turn(Struct, frozen=True):
    """A need of one rule on both sides: its words and its answer; both are '' on a side that does not ask for it.

    Answers are `met`, `not met` and `unknown`. Words that differ are one need that was edited.
    """

    old: str
    old_answer: str
    new: str
    new_answer: str


class Switch(Struct, frozen=True):
    """A rule that gave the status on one side, and why it did not on the other.

    `why` is `absent` (the other side has no such rule: it is new, taken out or disabled), `needs` (those of them that
    do not hold there are in `turns`), `beaten` (by the rules in `by`), `outranked` (it proposes its status there too;
    `by` names the rules that give another), `capped` (the claims in `by` hold the status down), `gives` (it gives
    `by` there), `turned` (the claim denies another there) or `silent` (it did not fire while related claims changed).
    """

    rule: str
    title: str
    place: str
    why: str
    turns: tuple[Turn, ...] = ()
    by: tuple[str, ...] = ()


class Removed(Struct, frozen=True):
    """The items that a rule takes out of a claim's evidence on each side, where these are not the same."""

    rule: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class Group(Struct, frozen=True):
    """Changes of one kind: a change of status from `old` to `new`; or, where the status stays, of `field` first."""

    old: str = ""
    new: str = ""
    field: str = ""
    count: int = 0


class Change(Struct, frozen=True):
    """A claim with both results; `old` is None where the claim is new, `new` where it is gone.

    `fields` names what differs, the gravest first. `lost` are the rules that gave the old status and no longer do,
    `gained` those that give the new one and did not; `removed` is what is taken out on one side alone. `denies` names
    the claim that this one denies: the rules are then that one's.
    """

    case: str
    claim: str
    as_of: str | None
    text: str
    fields: tuple[str, ...] = ()
    old: Result | None = None
    new: Result | None = None
    lost: tuple[Switch, ...] = ()
    gained: tuple[Switch, ...] = ()
    removed: tuple[Removed, ...] = ()
    denies: str = ""

    @property
    def kind(self) -> Group | None:
        """The group that it belongs to, not counted; None where the claim is new or gone."""
        if self.old is None or self.new is None:
            return None
        changed = self.old.status != self.new.status
        return Group(self.old.status, self.new.status) if changed else Group(field=self.fields[0])


class Edits(Struct, frozen=True):
    """What differs between two rulebooks at a glance: parameters with both values, rules that came and went."""

    parameters: dict[str, tuple[str, str]] = {}
    rules_new: tuple[str, ...] = ()
    rules_gone: tuple[str, ...] = ()


class Comparison(Struct, frozen=True):
    """Two runs compared. `old` and `new` are what was asked for, rules or data.

    `judged` counts what was compared: each claim that both sides have, on each of the dates. `changed` counts the
    claims among `claims` that differ. `changes` holds those, claims that are new and claims that are gone. Of
    `judged`, `unknown_only` differ in nothing but what is unknown and would matter; these are no changes.
    """

    old: str
    new: str
    cases: int
    claims: int
    judged: int
    changed: int
    unknown_only: int = 0
    edits: Edits = Edits()
    groups: tuple[Group, ...] = ()
    cases_new: tuple[str, ...] = ()
    cases_gone: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

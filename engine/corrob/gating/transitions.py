"""Patterns such as `confirmed->*` go in, the changes of status that match one come out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from msgspec import Struct

from corrob.diagnostics import did_you_mean
from corrob.model.comparison import Change

ANY: Final = "*"
_ARROW: Final = re.compile(r"\s*(?:->|→)\s*")


class Transition(Struct, frozen=True):
    """A change from one status to another, either of which may be any; `text` is the pattern as written."""

    text: str
    old: str
    new: str

    def matches(self, change: Change) -> bool:
        """Tell whether a claim's status changed in this way; one that stays is no change."""
        if change.old is None or change.new is None or change.old.status == change.new.status:
            return False
        return self.old in {ANY, change.old.status} and self.new in {ANY, change.new.status}


def transition(text: str, statuses: Collection[str]) -> Transition | str:
    """Read a pattern, or say what is wrong with it."""
    sides = _ARROW.split(text.strip())
    if len(sides) != 2 or not all(sides):  # noqa: PLR2004 - an arrow has two ends
        return f"'{text}' is no change of status: write it as 'OLD->NEW', with * for any"
    unknown = [side for side in sides if side != ANY and side not in statuses]
    if unknown:
        return (
            f"'{text}': neither side's rules have a status '{unknown[0]}' {did_you_mean(unknown[0], statuses)}".rstrip()
        )
    if sides[0] == sides[1] != ANY:
        return f"'{text}' can never match: a status that stays is no change"
    return Transition(text, *sides)


def matching(patterns: Iterable[Transition], changes: Collection[Change]) -> list[tuple[str, int]]:
    """Give the patterns that match, each with how many changes do."""
    counted = ((one.text, sum(map(one.matches, changes))) for one in patterns)
    return [(text, count) for text, count in counted if count]

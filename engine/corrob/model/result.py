"""What judging gives: a status for a claim, with its reason and its origins; the JSON output is these structs."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

Notes = dict[str, tuple[str, ...]]

OWN_NOTES: Final = ("capped_by", "superseded", "undated", "under_contested_bloc")
"""The notes that Corrob makes itself; all others are what rules found."""


class Side(Struct, frozen=True):
    """The origins on one side: how many, how many if suspect ties are merged too, and the earliest root of each."""

    count: int = 0
    at_least: int = 0
    list: tuple[str, ...] = ()


class Tally(Struct, frozen=True):
    """The origins on both sides."""

    supports: Side = Side()
    refutes: Side = Side()


class Result(Struct, frozen=True):
    """One claim's outcome as of a date; this is the JSONL line of `corrob verify`, field by field.

    `rule` is None where no rule gave the status (the default, a cap, a conflict of scales); `confidence` is None
    where the rule starts none. `unknown` names what was unknown and would have mattered, as `id: field`. `packs` are
    those that judged, bases first, each with its version and the beginning of its hash. New fields come at the end.
    """

    case: str
    claim: str
    as_of: str | None
    status: str
    confidence: str | None
    rule: str | None
    origins: Tally
    because: str
    notes: Notes = {}
    findings: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    confidence_steps: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()


class Mismatch(Struct, frozen=True):
    """An expectation that is not met: which of its fields, what it expects, and what was found.

    `path` leads to the expectation in the case, or to the claim where an invariant does not hold.
    """

    case: str
    claim: str
    as_of: str | None
    field: str
    expected: str
    actual: str
    path: tuple[str | int, ...] = ()
    note: str = ""

"""Answers to questions about a claim's status: what its loss changes, what it hangs on, and how it came about."""

from __future__ import annotations

from msgspec import Struct

from corrob.model.explanation import NeedLine
from corrob.model.result import Result


class Loss(Struct, frozen=True):
    """Something that a case can be thought without; `name` says it for people.

    `kind` is `item`, `media`, `source` or `tie`. A tie is that of `id` to `to` by its `field`; of an item's edges `at`
    is the position, since several may lead to one thing.
    """

    kind: str
    id: str
    name: str
    field: str = ""
    to: str = ""
    at: int = 0


class Change(Struct, frozen=True):
    """A field of a result that is another now: `status`, `origins.supports.count`, `notes.denied_by` and the like."""

    field: str
    before: str
    after: str


class StatusChange(Struct, frozen=True):
    """Another claim of the case with its status before and after."""

    claim: str
    text: str
    before: str
    after: str


class WithoutAnswer(Struct, frozen=True):
    """What a claim comes to without some items, sources or media. `others` are the claims whose status changes."""

    lost: tuple[Loss, ...]
    text: str
    before: Result
    after: Result
    changes: tuple[Change, ...] = ()
    others: tuple[StatusChange, ...] = ()


class Flip(Struct, frozen=True):
    """A least set of losses after which the claim has another status; of each group of losses any one will do."""

    status: str
    losses: tuple[tuple[Loss, ...], ...]


class FlipAnswer(Struct, frozen=True):
    """What a claim's status hangs on: all least sets of up to `size` losses that change it.

    `losses` counts what could matter by kind; `sets` are all sets of up to that size, of which `judged` were judged,
    since the others hold a smaller set that changes the status by itself.
    """

    result: Result
    text: str
    size: int
    losses: dict[str, int]
    sets: int
    judged: int
    flips: tuple[Flip, ...] = ()


class StrandLine(Struct, frozen=True):
    """One way of a bearing: its number, the items on it, its root, its origin, and the fields that rules ask for.

    `written_for` and `written` are the claim that the bearing was written for and its stance there; `relation` says
    whether it is the claim's `own` or `inherited`. `facts` are in words; `attributes` are those that tables set.
    """

    number: int
    item: str
    who: str
    stance: str
    written_for: str
    written: str
    relation: str
    via: tuple[str, ...]
    root_kind: str
    root: str
    origin: str | None
    facts: dict[str, str] = {}
    attributes: dict[str, str] = {}


class LostWay(Struct, frozen=True):
    """A bearing that reaches the claim and has no strand: all its ways lead to what was withdrawn."""

    item: str
    written_for: str


class TracedOrigin(Struct, frozen=True):
    """An origin: its name, its roots, the ties that two or more of them share, and its strands."""

    name: str
    roots: tuple[str, ...]
    ties: tuple[str, ...]
    strands: tuple[int, ...]


class TracedRemoval(Struct, frozen=True):
    """A rule that takes strands out: what it looks for, whether it fired, and what it took."""

    rule: str
    title: str
    where: str
    fired: bool
    strands: tuple[int, ...] = ()


class TracedSet(Struct, frozen=True):
    """An evidence set: what it is drawn from, its tests, its strands, and the number of its origins."""

    name: str
    source: str
    where: str
    strands: tuple[int, ...]
    items: tuple[str, ...]
    origins: int


class TracedNeed(Struct, frozen=True):
    """A need in words, and its answer: `met`, `not met` or `unknown`."""

    text: str
    answer: str


class TracedRule(Struct, frozen=True):
    """A rule with its answer: `fired`, `beaten` (by `beaten_by`), `not fired`, or `does not apply` to such claims.

    `gives` is the status that it proposes, if any. `reason` is the first need that is not met, or the test of the claim
    that keeps it from applying.
    """

    rule: str
    title: str
    effect: str
    gives: str
    stage: int
    answer: str
    needs: tuple[TracedNeed, ...] = ()
    reason: str = ""
    beaten_by: tuple[str, ...] = ()


class Cap(Struct, frozen=True):
    """A claim that can hold this one down, with its status and whether it does."""

    claim: str
    status: str
    holds: bool


class TraceAnswer(Struct, frozen=True):
    """How a claim's status came about, stage by stage, as a reader can check it by hand.

    `denies` is the claim that it denies: all stages are then that one's. `settled` is the status before caps.
    """

    result: Result
    text: str
    denies: str = ""
    strands: tuple[StrandLine, ...] = ()
    lost: tuple[LostWay, ...] = ()
    origins: tuple[TracedOrigin, ...] = ()
    removals: tuple[TracedRemoval, ...] = ()
    sets: tuple[TracedSet, ...] = ()
    rules: tuple[TracedRule, ...] = ()
    settled: str = ""
    caps: tuple[Cap, ...] = ()
    names: dict[str, str] = {}


class NearRule(Struct, frozen=True):
    """A rule that gives a status that a claim has not, with its needs as they stand, and what else is in its way."""

    rule: str
    title: str
    place: str
    needs: tuple[NeedLine, ...]
    missing: int
    obstacles: tuple[str, ...] = ()


class Way(Struct, frozen=True):
    """Changes that lead to a status, in words; `stricter` counts those that ask for the same and for more."""

    changes: tuple[str, ...]
    stricter: int = 0


class WhyNotAnswer(Struct, frozen=True):
    """Why a claim has not a status, and all least changes after which it has it.

    `size` is the number of changes up to which was searched, `least` that of the ways found (0: none within the
    bound). `kinds` of further evidence and `changes` of what is there were tried, up to `together` of these at once, in
    `tried` sets. `note` says what is special about the status, where anything is.
    """

    result: Result
    text: str
    status: str
    size: int
    rules: tuple[NearRule, ...] = ()
    ways: tuple[Way, ...] = ()
    least: int = 0
    kinds: int = 0
    changes: int = 0
    tried: int = 0
    note: str = ""
    together: int = 0

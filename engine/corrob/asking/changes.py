"""A case as it was judged on two sides goes in, the claims that differ come out, each with what differs and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, Final

from msgspec.structs import fields, replace

from corrob.asking.turns import gained, lost
from corrob.model.comparison import Change, Removed
from corrob.model.result import Result
from corrob.verifying.judge import Judged
from corrob.verifying.relate import Outcome
from corrob.verifying.weigh import Exhibit

STATUS: Final = "status"
_CAPPED: Final = "capped_by"
UNKNOWN: Final = "unknown"
_ORDER: Final = (STATUS, "rule", "confidence", "origins", _CAPPED, "findings", "notes")
_IDENTITY: Final = frozenset({"case", "claim", "as_of", "packs"})
_APART: Final[dict[str, Callable[[Result], Any]]] = {
    _CAPPED: lambda one: one.notes.get(_CAPPED),
    "notes": lambda one: {name: told for name, told in one.notes.items() if name != _CAPPED},
}

COMPARED: Final[dict[str, Callable[[Result], Any]]] = {
    name: _APART.get(name, attrgetter(name))
    for name in dict.fromkeys((*_ORDER, *(one.name for one in fields(Result))))
    if name not in _IDENTITY
}
"""Every part of a result that is compared, the gravest first; what holds a status down is told apart from notes."""


def differing(old: Result, new: Result) -> tuple[str, ...]:
    """Name the parts in which two results of a claim differ, the gravest first."""
    return tuple(name for name, part in COMPARED.items() if part(old) != part(new))


def changes(old: Judged, new: Judged) -> Iterator[Change]:
    """Give the claims that differ, in the order of the old case; then those that are new."""
    before, after = ({one.claim: one for one in judged.results} for judged in (old, new))
    for claim, result in before.items():
        if claim not in after:
            yield alone(old, result, "old")
        elif parts := differing(result, after[claim]):
            yield _change(parts, old, new, result, after[claim])
    yield from (alone(new, result, "new") for claim, result in after.items() if claim not in before)


def _change(parts: tuple[str, ...], old: Judged, new: Judged, before: Result, after: Result) -> Change:
    pair = old.outcomes[before.claim], new.outcomes[after.claim]
    denies = new.rounds.hearing.relations.base[after.claim][0] if pair[1].turned else ""
    told = replace(alone(new, after, "new"), fields=parts, old=before, denies=denies)
    return replace(told, lost=lost(*pair), gained=gained(*pair), removed=_removed(*pair))


def _removed(old: Outcome, new: Outcome) -> tuple[Removed, ...]:
    gone = [{rule: _items(found) for rule, found in side.weighing.removed.items()} for side in (old, new)]
    before, after = gone
    rules = (rule for rule in dict.fromkeys((*before, *after)) if before.get(rule) != after.get(rule))
    return tuple(Removed(rule, before.get(rule, ()), after.get(rule, ())) for rule in rules)


def _items(exhibits: Iterable[Exhibit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(exhibit.strand.arrival.item.id for exhibit in exhibits))


def alone(judged: Judged, result: Result, side: str) -> Change:
    """Give a claim that one side (`old`, `new`) alone has."""
    told = next(claim.text for claim in judged.case.claims if claim.id == result.claim)
    change = Change(result.case, result.claim, result.as_of, told)
    return replace(change, **{side: result})

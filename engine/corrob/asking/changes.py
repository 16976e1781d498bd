"""Cases judged on two sides go in, what differs between the sides comes out: claims, groups of them, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from operator import attrgetter
from typing import Any, Final

from msgspec.structs import fields, replace

from corrob import dates
from corrob.asking.timeline import moments
from corrob.asking.turns import gained, lost
from corrob.model.case import Case
from corrob.model.comparison import Change, Comparison, Edits, Group, Removed
from corrob.model.result import Result
from corrob.model.rule import Rulebook, Statuses
from corrob.rulebook.parameters import REQUIRED
from corrob.verifying.judge import Judge, Judged
from corrob.verifying.relate import Outcome
from corrob.verifying.weigh import Exhibit
from corrob.verifying.wording import text

STATUS: Final = "status"
_CAPPED: Final = "capped_by"
_UNKNOWN: Final = "unknown"
_ORDER: Final = (STATUS, "rule", "confidence", "origins", _CAPPED, "findings", "notes")
_IDENTITY: Final = frozenset({"case", "claim", "as_of"})
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


def edits(old: Rulebook, new: Rulebook) -> Edits:
    """Give what differs between two rulebooks at a glance."""
    before, after = ({name: _amount(name, value) for name, value in book.parameters.items()} for book in (old, new))
    names = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    first, second = ({rule.id: None for rule in book.rules} for book in (old, new))
    return Edits(
        {name: (before.get(name, ""), after.get(name, "")) for name in names},
        tuple(rule for rule in second if rule not in first),
        tuple(rule for rule in first if rule not in second),
    )


def _amount(name: str, value: float | str) -> str:
    """Write a parameter; rulebooks hold durations in seconds."""
    if isinstance(value, float) and REQUIRED.get(name) == "duration":
        return f"{value / dates.DAY:g} days"
    return text(value)


def differing(old: Result, new: Result) -> tuple[str, ...]:
    """Name the parts in which two results of a claim differ, the gravest first."""
    return tuple(name for name, part in COMPARED.items() if part(old) != part(new))


def changes(old: Judged, new: Judged) -> Iterator[Change]:
    """Give the claims that differ, in the order of the old case; then those that are new."""
    before, after = ({one.claim: one for one in judged.results} for judged in (old, new))
    for claim, result in before.items():
        if claim not in after:
            yield _alone(old, result, "old")
        elif parts := differing(result, after[claim]):
            yield _change(parts, old, new, result, after[claim])
    yield from (_alone(new, result, "new") for claim, result in after.items() if claim not in before)


def _change(parts: tuple[str, ...], old: Judged, new: Judged, before: Result, after: Result) -> Change:
    pair = old.outcomes[before.claim], new.outcomes[after.claim]
    turned = {"lost": lost(*pair), "gained": gained(*pair)} if {STATUS, "rule"} & {*parts} else {}
    denies = new.rounds.hearing.relations.base[after.claim][0] if pair[1].turned else ""
    change = replace(_alone(new, after, "new"), fields=parts, old=before, denies=denies, removed=_removed(*pair))
    return replace(change, **turned)


def _removed(old: Outcome, new: Outcome) -> tuple[Removed, ...]:
    gone = [{rule: _items(found) for rule, found in side.weighing.removed.items()} for side in (old, new)]
    before, after = gone
    rules = (rule for rule in dict.fromkeys((*before, *after)) if before.get(rule) != after.get(rule))
    return tuple(Removed(rule, before.get(rule, ()), after.get(rule, ())) for rule in rules)


def _items(exhibits: Iterable[Exhibit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(exhibit.strand.arrival.item.id for exhibit in exhibits))


def _alone(judged: Judged, result: Result, side: str) -> Change:
    told = next(claim.text for claim in judged.case.claims if claim.id == result.claim)
    change = Change(result.case, result.claim, result.as_of, told)
    return replace(change, **{side: result})


def paired(olds: Iterable[Case], news: Iterable[Case]) -> Iterator[tuple[Case | None, Case | None]]:
    """Pair cases by id as they come; a case waits only until its counterpart came, or is alone in the end."""
    waiting: tuple[dict[str, Case], dict[str, Case]] = ({}, {})
    for pair in zip_longest(olds, news):
        for side, case in enumerate(pair):
            if case is None:
                continue
            other = waiting[1 - side].pop(case.case, None)
            if other is None:
                waiting[side][case.case] = case
            else:
                yield (other, case) if side else (case, other)
    yield from ((case, None) for case in waiting[0].values())
    yield from ((None, case) for case in waiting[1].values())


@dataclass
class Compared:
    """Judges cases on both sides, one after another, and keeps what differs."""

    old: Judge
    new: Judge
    as_of: str | None = None
    all_dates: bool = False
    cases: int = 0
    claims: int = 0
    judged: int = 0
    unknown_only: int = 0
    kept: list[Change] = field(default_factory=list)
    alone: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))

    @property
    def statuses(self) -> tuple[str, ...]:
        """Every status of either side, those of the new one first."""
        return _vocabulary(self.old.rulebook.statuses, self.new.rulebook.statuses)

    def add(self, old: Case | None, new: Case | None) -> None:
        """Compare a case as it is on the two sides; None where a side has no such case."""
        if old and new:
            self.cases += 1
            self.claims += len({claim.id for claim in old.claims} & {claim.id for claim in new.claims})
            for day in self._dates(old, new):
                self._compare(self.old.judge(old, day), self.new.judge(new, day), once=day == self.as_of)
            return
        for side, (judge, case) in enumerate(((self.old, old), (self.new, new))):
            if case:
                self.alone[side].append(case.case)
                judged = judge.judge(case, self.as_of)
                self.kept += (_alone(judged, one, ("old", "new")[side]) for one in judged.results)

    def _compare(self, old: Judged, new: Judged, *, once: bool) -> None:
        """Compare a case as of a date; what is new or gone is so on every date, and told on one of them."""
        both = {one.claim for one in old.results} & {one.claim for one in new.results}
        self.judged += len(both)
        for one in changes(old, new):
            if one.fields == (_UNKNOWN,):
                self.unknown_only += 1
            elif once or one.kind:
                self.kept.append(one)

    def _dates(self, old: Case, new: Case) -> tuple[str | None, ...]:
        """Give the dates to judge at; with all dates, those of the timelines and, last, none."""
        return (*sorted({*moments(old), *moments(new)}), None) if self.all_dates else (self.as_of,)

    def comparison(self, old: str, new: str, edited: Edits) -> Comparison:
        """Give what came out, told of two sides with these names."""
        return Comparison(
            old=old,
            new=new,
            cases=self.cases,
            claims=self.claims,
            judged=self.judged,
            changed=len({(one.case, one.claim) for one in self.kept if one.kind}),
            unknown_only=self.unknown_only,
            edits=edited,
            groups=groups(self.kept, self.statuses),
            cases_new=tuple(self.alone[1]),
            cases_gone=tuple(self.alone[0]),
            changes=tuple(self.kept),
        )


def _vocabulary(old: Statuses, new: Statuses) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*new.all, *old.all)))


def groups(found: Iterable[Change], order: Sequence[str]) -> tuple[Group, ...]:
    """Count changes by kind: of status first, the most first, then in the order of statuses; then by what differs."""
    counted = Counter(change.kind for change in found if change.kind)

    def weight(group: Group) -> tuple[int, ...]:
        if group.field:
            return 1, list(COMPARED).index(group.field)
        return 0, -group.count, order.index(group.old), order.index(group.new)

    return tuple(sorted((replace(one, count=number) for one, number in counted.items()), key=weight))

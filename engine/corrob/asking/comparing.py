"""Two rulebooks and cases, one after another, go in; a comparison comes out: counts, groups, claims that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from msgspec.structs import replace

from corrob import dates
from corrob.asking.changes import COMPARED, UNKNOWN, alone, changes
from corrob.asking.timeline import moments
from corrob.model.case import Case
from corrob.model.comparison import Change, Comparison, Edits, Group
from corrob.model.rule import Rulebook, Statuses
from corrob.rulebook.parameters import REQUIRED
from corrob.verifying.judge import Judge, Judged
from corrob.verifying.wording import text


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
            same = self.old is self.new and old == new
            for day in self._dates(old, new):
                judged = self.old.judge(old, day)
                self._compare(judged, judged if same else self.new.judge(new, day), once=day == self.as_of)
            return
        for side, (judge, case) in enumerate(((self.old, old), (self.new, new))):
            if case:
                self.alone[side].append(case.case)
                judged = judge.judge(case, self.as_of)
                self.kept += (alone(judged, one, ("old", "new")[side]) for one in judged.results)

    def _compare(self, old: Judged, new: Judged, *, once: bool) -> None:
        """Compare a case as of a date; what is new or gone is so on every date, and told on one of them."""
        both = {one.claim for one in old.results} & {one.claim for one in new.results}
        self.judged += len(both)
        for one in changes(old, new):
            if one.fields == (UNKNOWN,):
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

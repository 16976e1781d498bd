"""A case goes in, each claim's status on every date on which something became known comes out."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Any

import msgspec

from corrob import dates
from corrob.model.case import Case
from corrob.model.result import Result
from corrob.verifying.judge import Judge

_LEARNT = frozenset({"published", "known", "retracted"})


def moments(case: Case) -> tuple[str, ...]:
    """Give the days, in order, by whose end something of the case became known, or a prediction's window had passed."""
    known = [*_dates(case), *(claim.superseded_by.from_ for claim in case.claims if claim.superseded_by)]
    days = {day for text in known if (day := _last_day(text)) is not None}
    windows = (_last_day(claim.window) for claim in case.claims if claim.window)
    days |= {day + 1 for day in windows if day is not None}
    return tuple(dates.text_of(day * dates.DAY) for day in sorted(days))


def _last_day(text: str) -> int | None:
    end = dates.interval(text).end
    return None if end == inf else dates.day_of(end)


def _dates(part: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a case
    if isinstance(part, tuple):
        for one in part:
            yield from _dates(one)
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            value = getattr(part, name)
            yield from [value] if name in _LEARNT and isinstance(value, str) else _dates(value)


def timeline(case: Case, judge: Judge) -> Iterator[tuple[str, tuple[Result, ...]]]:
    """Give every such day with the results as of it."""
    for day in moments(case):
        yield day, judge.judge(case, day).results

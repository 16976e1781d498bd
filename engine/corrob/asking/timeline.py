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
    """Give the days, in order, by whose end something of the case became known, or a window had begun or had passed."""
    known = [*_dates(case), *(claim.superseded_by.from_ for claim in case.claims if claim.superseded_by)]
    windows = [dates.interval(claim.window) for claim in case.claims if claim.window]
    seen = [dates.interval(media.first_seen).start for media in case.media if media.first_seen]
    begun = [*seen, *(window.start for window in windows)]
    turns = [*begun, *(dates.interval(text).end for text in known), *(window.end + 1 for window in windows)]
    days = {dates.day_of(turn) for turn in turns if abs(turn) != inf}
    return tuple(dates.text_of(day * dates.DAY) for day in sorted(days))


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

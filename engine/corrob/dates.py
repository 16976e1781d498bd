"""Days, times, intervals and durations: ISO 8601 text goes in, comparable intervals of seconds come out."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from math import inf
from typing import Final

from msgspec import Struct

DAY: Final = 86_400.0
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_ALMOST: Final = (
    (re.compile(r"\d{4}(-\d\d)?", re.ASCII), "names no day"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?", re.ASCII), "names no time zone, such as Z for UTC"),
)
DURATION: Final = "^([0-9]{1,6}) (day|hour|week)s?$"
"""What a duration looks like."""

_DURATION: Final = re.compile(DURATION, re.ASCII)
_UNITS: Final = {"day": DAY, "hour": 3_600.0, "week": 7 * DAY}


class DateError(ValueError):
    """Text that is no date; `code` is the diagnostic's code."""

    def __init__(self, message: str, code: str = "F007") -> None:
        super().__init__(message)
        self.code = code


class Interval(Struct, frozen=True, order=True):
    """A stretch of time in seconds since 1970 (UTC), both ends included; an open end is infinite."""

    start: float
    end: float

    @property
    def begins(self) -> float | None:
        """The start, or the end where there is no start; None where neither is known."""
        if abs(self.start) != inf:
            return self.start
        return self.end if abs(self.end) != inf else None

    def before(self, other: Interval) -> bool:
        """Whether this ends before the other begins."""
        return self.end < other.start


@lru_cache(maxsize=65_536)
def interval(text: str) -> Interval:
    """Read a day, a time with zone, an interval or an open interval; raise `DateError` where it is none of these."""
    first, slash, last = text.partition("/")
    if not slash:
        return _point(text)
    start = -inf if first == ".." else _point(first).start
    end = inf if last == ".." else _point(last).end
    if (start, end) == (-inf, inf):
        raise DateError(f"'{text}' is open at both ends")
    if end < start:
        raise DateError(f"'{text}' ends before it begins", "F008")
    return Interval(start, end)


@lru_cache(maxsize=1_024)
def point(text: str) -> Interval:
    """Read a day or a time, and no interval; raise `DateError` otherwise."""
    return _point(text)


def _point(text: str) -> Interval:
    if not _DAY.fullmatch(text) and not _TIME.fullmatch(text):
        lacking = (what for almost, what in _ALMOST if almost.fullmatch(text))
        raise DateError(f"'{text}' {next(lacking, 'is no ISO 8601 date')}")
    try:
        moment = datetime.fromisoformat(text)
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        start = (zoned - _EPOCH).total_seconds()
    except (ValueError, OverflowError):
        raise DateError(f"'{text}' does not exist") from None
    return Interval(start, start + DAY - 1 if _DAY.fullmatch(text) else start)


@lru_cache(maxsize=1_024)
def duration(text: str) -> float:
    """Read a duration such as `30 days`, in seconds; raise `DateError` where it is none."""
    found = _DURATION.fullmatch(text)
    if not found:
        raise DateError(f"'{text}' is no duration such as '30 days'")
    return int(found[1]) * _UNITS[found[2]]


def known_by(when: Interval, as_of: Interval | None) -> bool:
    """Whether something of that date was surely known by the as-of date; without one, everything is known."""
    return as_of is None or when.end <= as_of.end


def straddles(when: Interval, as_of: Interval | None) -> bool:
    """Whether the as-of date falls inside the date, so that it cannot be told if it was known."""
    return as_of is not None and when.start <= as_of.end < when.end


def day_of(moment: float) -> int:
    """Give the number of the UTC day that a moment falls on."""
    return int(moment // DAY)


def text_of(moment: float) -> str:
    """Give a moment as a day where it is a day's end or begin, else as a time in UTC."""
    when = _EPOCH + timedelta(seconds=moment)
    whole = moment % DAY in {0, DAY - 1}
    return when.date().isoformat() if whole else when.replace(tzinfo=None).isoformat() + "Z"

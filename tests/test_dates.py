"""Dates: what is a date, what is none, and what was known by a date."""

from __future__ import annotations

import pytest

from corrob import dates
from corrob.dates import DAY, DateError, Interval, interval, known_by, point, straddles


def test_a_day_is_the_whole_day_in_utc() -> None:
    assert interval("1970-01-02") == Interval(DAY, 2 * DAY - 1)


def test_a_time_with_zone_is_one_moment() -> None:
    assert interval("1970-01-02T02:00:00+02:00") == Interval(DAY, DAY)


def test_an_interval_goes_from_the_first_begin_to_the_last_end() -> None:
    assert interval("1970-01-01/1970-01-02") == Interval(0, 2 * DAY - 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("../1970-01-01", Interval(float("-inf"), DAY - 1)), ("1970-01-01/..", Interval(0, float("inf")))],
)
def test_an_open_end_is_infinite(text: str, expected: Interval) -> None:
    assert interval(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2024-13-01",
        "2024-1-1",
        "20241001",
        "2024-W01-1",
        "2024-10-01T10:00:00",
        "1:30",
        "",
        "../..",
        "now",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError) as refused:
        interval(text)
    assert refused.value.code == "F007"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024", "'2024' names no day"),
        ("2024-10", "'2024-10' names no day"),
        ("2024-10-01T10:00", "'2024-10-01T10:00' names no time zone, such as Z for UTC"),
        ("2024-02-30", "'2024-02-30' does not exist"),
        ("soon", "'soon' is no ISO 8601 date"),
    ],
)
def test_what_is_lacking_is_said(text: str, told: str) -> None:
    with pytest.raises(DateError) as refused:
        interval(text)
    assert str(refused.value) == told


def test_an_interval_that_ends_before_it_begins_has_a_code_of_its_own() -> None:
    with pytest.raises(DateError, match="ends before it begins") as refused:
        interval("2024-10-02/2024-10-01")
    assert refused.value.code == "F008"


def test_a_point_is_no_interval() -> None:
    with pytest.raises(DateError):
        point("2024-10-01/2024-10-02")


def test_without_an_as_of_date_everything_is_known() -> None:
    assert known_by(interval("2999-01-01"), None)


def test_something_is_known_on_the_day_itself_and_not_before() -> None:
    when = interval("2024-10-26")
    assert known_by(when, interval("2024-10-26"))
    assert not known_by(when, interval("2024-10-25"))


def test_an_interval_around_the_as_of_date_straddles_it() -> None:
    when = interval("2024-10-20/2024-10-28")
    assert straddles(when, interval("2024-10-26"))
    assert not straddles(when, interval("2024-10-28"))
    assert not straddles(when, interval("2024-10-19"))
    assert not straddles(when, None)


@pytest.mark.parametrize(("text", "days"), [("3 days", 3.0), ("1 day", 1.0), ("2 weeks", 14.0), ("12 hours", 0.5)])
def test_durations_are_read_in_words(text: str, days: float) -> None:
    assert dates.duration(text) == days * DAY


@pytest.mark.parametrize("text", ["3", "days", "three days", "3 months", "-1 days", "3  days"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        dates.duration(text)


def test_moments_are_written_as_days_where_they_begin_or_end_one() -> None:
    assert dates.text_of(interval("2024-10-26").end) == "2024-10-26"
    assert dates.text_of(interval("2024-10-26T10:30:00Z").end) == "2024-10-26T10:30:00Z"

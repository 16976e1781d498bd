"""Text that has a form: what is taken, and what is refused."""

from __future__ import annotations

import pytest

from corrob.reading.forms import FORMS, boolean, number, whole


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("id", "us-dod"),
        ("id", "The E"),
        ("id", "Пара"),
        ("date", "2024-10-26"),
        ("date", "2024-10-26T14:00:00Z"),
        ("date", "2024-10-27/2024-10-28"),
        ("date", "../2024-10-28"),
        ("day", "2024-10-26"),
        ("day", "2024-10-26T14:00+02:00"),
        ("hex64", "00fF" * 16),
    ],
)
def test_text_of_the_form_is_taken(form: str, text: str) -> None:
    assert FORMS[form](text) is None


@pytest.mark.parametrize(
    ("form", "text", "refusal"),
    [
        ("id", "", ("F010", "an id is empty", "")),
        ("id", " a", ("F010", "the id ' a' has spaces at its ends", "take them out")),
        ("id", "a\nb", ("F010", r"the id 'a\nb' holds a line break or a control character", "")),
        (
            "day",
            "2024-10-27/2024-10-28",
            ("F007", "'2024-10-27/2024-10-28' is an interval; one day or time is asked for", "write 2024-10-26"),
        ),
        ("date", "2024-10-28/2024-10-27", ("F008", "'2024-10-28/2024-10-27' ends before it begins", "")),
        ("hex64", "abc", ("F010", "'abc' has not the form of a fingerprint", "write 64 hexadecimal digits")),
    ],
)
def test_text_without_the_form_is_refused(form: str, text: str, refusal: tuple[str, str, str]) -> None:
    assert FORMS[form](text) == refusal


@pytest.mark.parametrize(
    "text", ["2024-02-30", "26.10.2024", "yesterday", "../..", "2024-10-26T14:00:00", "0000-01-01"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    refusal = FORMS["date"](text)
    assert refusal is not None
    assert refusal[0] == "F007"


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("-3.5", -3.5), ("+2", 2), ("1e6", 1e6), ("1200", 1200)])
def test_decimal_notation_is_a_number(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "012", "1_000", "0x1F", "1:30", "inf", "nan", ".5", "5.", "1,5", "٣", "1e99999"])
def test_anything_else_is_no_number(text: str) -> None:
    assert number(text) == ("F005", f"'{text}' is no number", "write it as 1200, -3.5 or 1e6")


def test_a_number_of_many_digits_is_refused_in_short() -> None:
    assert number("9" * 5000) == ("F005", "a number of 5000 characters is too long", "write at most 40")


def test_a_number_beyond_all_bounds_is_refused() -> None:
    assert number("1e400") == ("F005", "the number 1e400 is too large", "")


def test_whole_numbers_have_no_fraction() -> None:
    assert (whole("12"), whole("3.0"), whole("1.5")) == (12, 3, ("F005", "1.5 is no whole number", ""))
    assert whole("12345678901234567890") == 12345678901234567890


def test_four_words_are_true_or_false() -> None:
    assert [boolean(text) for text in ("true", "yes", "false", "no")] == [True, True, False, False]
    assert boolean("True") == ("F006", "'True' is neither true nor false", "write true")
    assert boolean("on") == ("F006", "'on' is neither true nor false", "write true or false")

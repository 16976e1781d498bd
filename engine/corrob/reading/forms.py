"""Text that has a form goes in; what is wrong with it comes out: ids, dates, fingerprints, numbers, true and false."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite
from typing import Final

from corrob import dates
from corrob.reading.texts import short

Refusal = tuple[str, str, str]
"""The code, the sentence and the hint of a diagnostic that has no place yet."""

BOOLEANS: Final = {"true": True, "yes": True, "false": False, "no": False}
_NUMBER: Final = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?")
_HEX64: Final = re.compile(r"[0-9a-fA-F]{64}")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST_NUMBER: Final = 40


def _id(text: str) -> Refusal | None:
    if not text:
        return "F010", "an id is empty", ""
    if text != text.strip():
        return "F010", f"the id '{short(text)}' has spaces at its ends", "take them out"
    if _CONTROL.search(text):
        return "F010", f"the id {short(text)!r} holds a line break or a control character", ""
    return None


def _date(text: str) -> Refusal | None:
    return _dated(text, dates.interval, "2024-10-26, 2024-10-26T14:00:00Z, 2024-10-27/2024-10-28 or ../2024-10-28")


def _day(text: str) -> Refusal | None:
    if "/" in text:
        return "F007", f"'{short(text)}' is an interval; one day or time is asked for", "write 2024-10-26"
    return _dated(text, dates.point, "2024-10-26 or 2024-10-26T14:00:00Z")


def _dated(text: str, read: Callable[[str], object], forms: str) -> Refusal | None:
    try:
        read(text)
    except dates.DateError as fault:
        return fault.code, short(str(fault), 120), f"write {forms}" if fault.code == "F007" else ""
    return None


def _hex64(text: str) -> Refusal | None:
    if _HEX64.fullmatch(text):
        return None
    return "F010", f"'{short(text)}' has not the form of a fingerprint", "write 64 hexadecimal digits"


FORMS: Final[dict[str, Callable[[str], Refusal | None]]] = {
    "id": _id,
    "date": _date,
    "day": _day,
    "hex64": _hex64,
}
"""The check of each form that a field can ask for by name."""


def number(text: str) -> float | Refusal:
    """Read a number in plain decimal notation."""
    if len(text) > _LONGEST_NUMBER:
        return "F005", f"a number of {len(text)} characters is too long", f"write at most {_LONGEST_NUMBER}"
    if not _NUMBER.fullmatch(text):
        return "F005", f"'{short(text)}' is no number", "write it as 1200, -3.5 or 1e6"
    value = float(text)
    return value if isfinite(value) else ("F005", f"the number {text} is too large", "")


def whole(text: str) -> int | Refusal:
    """Read a number without a fraction."""
    value = number(text)
    if isinstance(value, tuple):
        return value
    if not value.is_integer():
        return "F005", f"{text} is no whole number", ""
    return int(text) if text.lstrip("+-").isdecimal() else int(value)


def boolean(text: str) -> bool | Refusal:
    """Read `true`, `false`, `yes` or `no`."""
    if text in BOOLEANS:
        return BOOLEANS[text]
    hint = f"write {text.lower()}" if text.lower() in BOOLEANS else "write true or false"
    return "F006", f"'{short(text)}' is neither true nor false", hint

"""A case goes in, the YAML file of it comes out, as a person would write it: an entry a line, defaults left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from corrob.model.case import Case

_PLAIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_ ./+-]*[A-Za-z0-9_./+-])?")
_WIDTH: Final = 110
_LONG: Final = 1e15
"""From here on a whole number is written with an exponent."""


def text(case: Case) -> str:
    """Write a case as YAML."""
    return "".join(f"{line}\n" for line in _lines(_told(case)))


def _told(part: Any) -> Any:  # noqa: ANN401 - any part of a case
    """Give a part of a case as mappings and lists, without what is as it would be anyway."""
    if isinstance(part, Struct):
        given = ((one, getattr(part, one.name)) for one in fields(part))
        return {one.encode_name: _told(value) for one, value in given if value != _default(one)}
    if isinstance(part, dict):
        return {name: _told(value) for name, value in part.items()}
    return [_told(one) for one in part] if isinstance(part, tuple) else part


def _default(one: FieldInfo) -> Any:  # noqa: ANN401 - a field's value
    return one.default if one.default_factory is NODEFAULT else one.default_factory()


def _lines(case: dict[str, Any]) -> Iterator[str]:
    for name, value in case.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{name}:"
            for entry in value:
                yield from _entry(entry)
        else:
            yield f"{name}: {_flow(value)}"


def _entry(entry: dict[str, Any]) -> Iterator[str]:
    """Write an entry of a list on one line, or where that gets long a line a key."""
    line = f"  - {_flow(entry)}"
    if len(line) <= _WIDTH:
        yield line
        return
    marks = ["  - ", *["    "] * (len(entry) - 1)]
    yield from (
        f"{mark}{_word(name)}: {_flow(value)}" for mark, (name, value) in zip(marks, entry.items(), strict=True)
    )


def _flow(value: Any) -> str:  # noqa: ANN401 - any value of a document
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_word(name)}: {_flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, float) and value.is_integer() and abs(value) < _LONG:
        return str(int(value))
    return _word(value) if isinstance(value, str) else json.dumps(value)


def _word(word: str) -> str:
    """Write text bare where YAML reads it back as it is, else in quotes, with what cannot be seen as escapes."""
    if _PLAIN.fullmatch(word):
        return word
    return "".join(map(_seen, json.dumps(word, ensure_ascii=False)))


def _seen(sign: str) -> str:
    """Give a character as it is, or as YAML's escape; JSON's pairs of surrogates are none."""
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"

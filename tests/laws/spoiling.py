"""A good document goes in, as a tree or as bytes; a spoilt one comes out, seldom good and often nearly so."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

import msgspec
import yaml

NASTY = (
    "", "~", "null", "NO", "on", "yes", "no", "true", "012", "1:30", "1.10", "0x1F", "1e3", ".inf", "-1", "0", "1", "2", "64",
    "0.5", "-0", "1e308", "-1e308", "1e309", "1" * 39, "9" * 5_000, "NaN", "Infinity",
    "2024-02-30", "2024-10-26", "0001-01-01", "9999-12-31", "0000-00-00", "2024-10-26/2024-10-28", "2024-10-28/2024-10-26",
    "../2024-10-28", "2024-10-28/..", "../..", "/", "2024-10-26T14:00:00+14:00", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00", "2024-10-26T24:00:00Z", "2024-10-26T23:59:60Z", "3 days", "999999 weeks", "0 hours",
    "$min_origins", "$grace", "$", "$$", "{", "}", "{}", "{0}", "{origins.count}", "{origins.list}", "{some.source}",
    "{some.}", "{claim.text}", "{finding.}", "{origins.count!r:>99}", "%s", "a/b", "/", "core/taken-back", "x" * 300,
    "a\nb", "a\tb", "\x00", "\x1b[31m", "\u2028", "\ufeff", "\ud800", "é", "🙂", "<<", "*", "&a", "!t", "#", "- ", ": ", "?", "'", '"', "\\",
    "bearings", "seen", "none", "some", "every", "kind", "prediction", "origin", "analyst", "confidence", "A", "F", "=", "~", "range",
)  # fmt: skip
"""What people, programs and enemies write where something else is asked for."""

_PLAIN = re.compile(r"[\w.$+-][\w./:$+ -]*[\w.$+-]|[\w.$~=]", re.ASCII)
_BARE = re.compile(r"-?(0|[1-9]\d{0,30})(\.\d{1,9})?|true|false|null", re.ASCII)
_BYTES = (b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\n", b"\t", b"  ", b": ", b"- ", b"[", b"]", b"{", b"}",
          b'"', b"'", b"#", b"&", b"*", b"!", b"|\n", b">", b"%", b"---\n", b"...", b"<<", b"\\", b"\\ud800", b"\xc2\x85", b"\x1b", b"0", b"9" * 40)  # fmt: skip

_EMPTY: tuple[Any, ...] = (None, "", [], {})

Pairs = list[tuple[str, Any]]


class Keys(Pairs):
    """A mapping that may have a key twice."""


def tree(text: str) -> Any:
    """Read good YAML as a tree: `Keys`, lists, and texts as written."""
    return _keyed(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - it gives nothing but texts


def _keyed(data: Any) -> Any:
    if isinstance(data, dict):
        return Keys((key, _keyed(value)) for key, value in data.items() if key == "bears" or value not in _EMPTY)
    if isinstance(data, list):
        return [_keyed(item) for item in data]
    return data if isinstance(data, str) else json.dumps(data)


def written(value: object) -> Any:
    """Give the tree of a value of ours, without what is empty in it."""
    return _keyed(msgspec.json.decode(msgspec.json.encode(value)))


def as_yaml(data: Any) -> str:
    """Write a tree in the flow style of YAML."""
    if isinstance(data, Keys):
        return "{" + ", ".join(f"{as_yaml(key)}: {as_yaml(value)}" for key, value in data) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(as_yaml, data)) + "]"
    return data if _PLAIN.fullmatch(data) and ": " not in data and " #" not in data else json.dumps(data)


def as_json(data: Any) -> str:
    """Write a tree as JSON."""
    if isinstance(data, Keys):
        return "{" + ", ".join(f"{json.dumps(key)}: {as_json(value)}" for key, value in data) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(as_json, data)) + "]"
    return data if _BARE.fullmatch(data) else json.dumps(data)


def spoilt(data: Any, rng: Random, times: int) -> Any:
    """Replace, remove, double, graft or retype some pieces of a tree."""
    for _ in range(times):
        spots = list(_spots(data))
        if not spots:
            return _anything(data, data, rng)
        held, number = rng.choice(spots)
        _spoil(held, number, data, rng)
    return data


def _spots(data: Any) -> Any:
    """Give every piece of a tree as the list that holds it and its position there."""
    for number, item in enumerate(data if isinstance(data, list) else ()):
        yield data, number
        yield from _spots(item[1] if isinstance(data, Keys) else item)


def _spoil(held: Any, number: int, whole: Any, rng: Random) -> None:
    act = rng.randrange(8)
    if act == 0:
        del held[number]
    elif act == 1:
        held.insert(rng.randrange(len(held) + 1), held[number])
    elif isinstance(held, Keys):
        key, value = held[number]
        held[number] = (_key(whole, rng), value) if act == 2 else (key, _anything(value, whole, rng))
    else:
        held[number] = _anything(held[number], whole, rng)


def _key(whole: Any, rng: Random) -> str:
    keys = [held[number][0] for held, number in _spots(whole) if isinstance(held, Keys)]
    return rng.choice(keys) if keys and rng.random() < 0.7 else rng.choice(NASTY)


def _anything(value: Any, whole: Any, rng: Random) -> Any:
    act = rng.randrange(6)
    if act == 0:
        return [value] if rng.random() < 0.8 else []
    if act == 1:
        return Keys([(_key(whole, rng), value)]) if rng.random() < 0.8 else Keys()
    spots = [held[number] for held, number in _spots(whole)]
    if act in {2, 3} and spots:
        found = rng.choice(spots)
        return _copied(found[1] if isinstance(found, tuple) else found)
    return rng.choice(NASTY)


def _copied(data: Any) -> Any:
    if isinstance(data, Keys):
        return Keys((key, _copied(value)) for key, value in data)
    return [_copied(item) for item in data] if isinstance(data, list) else data


def garbled(data: bytes, rng: Random, times: int) -> bytes:
    """Put bytes in, take some out, double, move or cut off some."""
    for _ in range(times):
        at, length = rng.randrange(len(data) + 1), rng.choice((0, 1, 1, 2, 8, 60))
        piece = rng.choice(
            (b"", rng.choice(_BYTES), rng.choice(_BYTES) * 3, data[at : at + 40], bytes([rng.randrange(256)]))
        )
        data = data[:at] + piece + data[at + length :]
        if rng.random() < 0.05:
            data = data[:at]
    return data

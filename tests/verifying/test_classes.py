"""Equivalence classes."""

from __future__ import annotations

from collections.abc import Hashable

from corrob.verifying.classes import classes, joined_by_keys


def test_things_are_joined_in_any_chain() -> None:
    assert classes("abcde", [("a", "b"), ("c", "b"), ("d", "d")]) == [["a", "b", "c"], ["d"], ["e"]]


def test_things_that_share_a_key_are_joined() -> None:
    keys: dict[str, frozenset[Hashable]] = {
        "a": frozenset({1}),
        "b": frozenset({2}),
        "c": frozenset({1, 3}),
        "d": frozenset({3}),
    }
    assert joined_by_keys(keys) == [["a", "c", "d"], ["b"]]

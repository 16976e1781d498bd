"""Offsets of a text become places, in whichever order they are asked for."""

from __future__ import annotations

import pytest

from corrob.diagnostics import Span
from corrob.reading import json_nodes, nodes
from corrob.reading.json_nodes import read_json
from corrob.reading.nodes import read_yaml
from corrob.reading.texts import Lines

TEXT = "ab\ncd\r\nef\rgh"
PLACES = {0: (7, 1), 1: (7, 2), 3: (8, 1), 5: (8, 3), 6: (8, 4), 7: (9, 1), 9: (9, 3), 10: (10, 1), 12: (10, 3)}


@pytest.mark.parametrize("order", [sorted(PLACES), sorted(PLACES, reverse=True), [9, 0, 9, 3, 12, 1]])
def test_an_offset_has_the_same_place_however_one_came_to_it(order: list[int]) -> None:
    lines = Lines(TEXT, "a.txt", 7)
    assert [lines.span(offset) for offset in order] == [Span("a.txt", *PLACES[offset]) for offset in order]


def test_a_document_of_more_values_than_are_read_with_places_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_nodes, "VALUES", 3)
    monkeypatch.setattr(nodes, "VALUES", 4)
    many = "Y008 the document holds more than 1,000,000 values [split it into several cases]"
    for read in (read_json, read_yaml):
        assert [str(one) for one in read(b'{"a": [1, 2]}', "a")[1]] == [f"a:1:11: {many}"]
        assert read(b'{"a": 1}', "a")[1] == []

"""Paths lead to places in a document, and their nearest above where they lead to nothing."""

from __future__ import annotations

import pytest

from corrob.diagnostics import Span
from corrob.model.node import Mapping, Path, place, written
from corrob.reading.nodes import read_yaml

TEXT = b"a:\n  - x\n  - {b: y}\nc: z\n"


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("a",), 2, 3),
        (("a", 1), 3, 5),
        (("a", 1, "b"), 3, 9),
        (("a", 2), 2, 3),
        (("a", "b"), 2, 3),
        (("a", 1, "d"), 3, 5),
        (("c", "b"), 4, 4),
        ((0,), 1, 1),
        (("d", "b"), 1, 1),
    ],
)
def test_a_path_has_the_place_of_what_is_there_or_of_the_nearest_above_it(path: Path, line: int, column: int) -> None:
    node, faults = read_yaml(TEXT, "a.yaml")
    assert isinstance(node, Mapping), faults
    assert place(node, path) == Span("a.yaml", line, column)


def test_a_path_is_written_as_people_do() -> None:
    assert written(("evidence", 3, "bears", 0, "stance")) == "evidence[3].bears[0].stance"

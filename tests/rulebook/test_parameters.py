"""The values of parameters."""

from __future__ import annotations

import pytest

from corrob.rulebook.parameters import final, measure
from rulebook.shelf import GROUND, Shelf


@pytest.mark.parametrize(
    ("text", "measured", "value"),
    [
        ("A", ("letter", 5), "A"),
        ("F", ("letter", 0), "F"),
        ("31", ("number", 31.0), 31.0),
        ("3 days", ("duration", 259_200.0), 259_200.0),
        ("three days", ("word", 0.0), "three days"),
        ("a", ("word", 0.0), "a"),
    ],
)
def test_a_value_has_a_type_and_a_place_in_its_order(
    text: str, measured: tuple[str, float], value: float | str
) -> None:
    assert (measure(text), final(text)) == (measured, value)


def test_a_word_has_no_order_and_no_range(shelf: Shelf) -> None:
    ground = GROUND.replace("parameters:\n", "parameters:\n  tone: {value: calm, between: [calm, loud]}\n")
    assert shelf.problems("rules: []", ground) == [
        "ground/pack.yaml:4:32: P011 the range of 'tone' must be two values like its own, the least first"
    ]

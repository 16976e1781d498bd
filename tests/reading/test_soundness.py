"""The check of decoded values whose text must have a form."""

from __future__ import annotations

import pytest

from corrob.model.case import Case, Claim, Dated, Evidence, Expectation, Media, Source
from corrob.reading.soundness import soundness


def sound(**more: object) -> bool:
    return soundness(Case)(Case(1, "k", (Claim("c", "t"),), **more))  # type: ignore[arg-type]


def test_a_case_of_good_text_is_sound() -> None:
    assert sound(
        sources=(Source("s", controlled_by=("a", "b")), Source("t", reliability=(Dated("A", "2024-01-01"),))),
        media=(Media("m", "video", captured="2024-01-01", sha256="0" * 64),),
        evidence=(Evidence("e", "s", (), published="../2024-01-01"),),
        expect=(Expectation("c", "s", facets={"x": ("a",)}),),
    )


@pytest.mark.parametrize(
    "more",
    [
        {"sources": (Source(""),)},
        {"sources": (Source("s", controlled_by=" a"),)},
        {"sources": (Source("s", controlled_by=("a", " b")),)},
        {"sources": (Source("s", controlled_by=(Dated((" b",), "2024-01-01"),)),)},
        {"sources": (Source("s", reliability=(Dated("A", "2024-13-01"),)),)},
        {"media": (Media("m", "video", sha256="0"),)},
        {"evidence": (Evidence("e", "s", (), published="never"),)},
        {"exclusive": (("c", " "),)},
        {"expect": (Expectation("c", "s", facets={"x": " a"}),)},
    ],
)
def test_a_case_with_text_that_lacks_its_form_is_not(more: dict[str, object]) -> None:
    assert not sound(**more)

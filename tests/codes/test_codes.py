"""Every code has a page, and what its example shows is what a user is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from codes.examples import told
from corrob.codes import CODES

TOO_LARGE = {"Y008"}
"""Codes that no file shows that is small enough for a page."""


@pytest.mark.parametrize("code", sorted(CODES.keys() - TOO_LARGE))
def test_the_example_of_a_code_gives_the_line_that_its_page_shows_first(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = CODES[code]
    lines = told(code, page.example)
    assert lines[0] == page.told
    assert {line.split(" ")[1] for line in lines} == {code}


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_page_says_what_it_means_and_what_to_do_in_whole_sentences(code: str) -> None:
    page = CODES[code]
    assert not page.title.endswith(".")
    assert [text[-1] for text in (page.meaning, page.remedy)] == [".", "."]
    assert len(page.meaning) > len(page.title) or page.meaning != page.title
    assert bool(page.told) == (code not in TOO_LARGE)

"""The folder of packs that every test of this folder writes into."""

from __future__ import annotations

from pathlib import Path

import pytest

from rulebook.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Give an empty folder of packs, in which the places of problems are told."""
    monkeypatch.chdir(tmp_path)
    return Shelf(tmp_path)

"""A folder with two small cases, in which the commands run."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import CASE
from corrob.cli import inputs


@pytest.fixture(autouse=True)
def _whichever_matcher_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say nothing of a matcher that cannot be imported: a test of its own looks at that."""
    monkeypatch.setattr(inputs, "durable_available", lambda: True)


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder: `one.yaml` has the claim `c`, `two.yaml` the claim `d`."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name, claim in (("one", "c"), ("two", "d")):
        (folder / f"{name}.yaml").write_text(CASE.replace("NAME", name).replace("CLAIM", claim))
    return folder

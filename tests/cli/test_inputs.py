"""The rulebook and the cases that a command is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import Ran, run
from corrob.cli import inputs
from corrob.cli.outputs import GOOD


def test_where_durable_rules_cannot_be_imported_that_is_told_and_the_same_comes_out(
    cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "durable_available", lambda: True)
    before = run("verify", str(cases), "--format", "csv")
    monkeypatch.setattr(inputs, "durable_available", lambda: False)
    assert before.code == GOOD
    assert run("verify", str(cases), "--format", "csv") == Ran(GOOD, before.out, f"{inputs.NO_DURABLE_RULES}\n")
    assert before.told == ""

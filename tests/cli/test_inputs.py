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


def test_a_bloc_that_claims_name_and_no_source_has_is_told(tmp_path: Path) -> None:
    text = """
    corrob: 1
    case: blocs
    sources: [{id: a, bloc: north}, {id: b, bloc: [{value: south, known: '2024-01-01'}]}]
    claims: [{id: c, text: It happened, interest: {north: for, North: against, south: for}}]
    """
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    ran = run("verify", str(tmp_path / "case.yaml"), "--format", "csv")
    assert ran.code == GOOD
    assert ran.told.endswith("case.yaml:1: no source has the bloc that claims name: North\n")

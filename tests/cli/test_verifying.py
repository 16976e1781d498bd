"""`corrob verify`."""

from __future__ import annotations

from pathlib import Path

from cli.running import Ran, run
from corrob.cli.outputs import GOOD


def test_a_case_without_the_claim_that_is_asked_for_is_passed_over(cases: Path) -> None:
    told = run("verify", str(cases), "--only", "d")
    assert (told.code, told.told) == (GOOD, "")
    assert [line for line in told.out.splitlines() if line in {"one", "two"}] == ["two"]


def test_all_claims_that_are_asked_for_and_nobody_has_are_told_in_order(cases: Path) -> None:
    missing = "corrob: no case has a claim 'x'\ncorrob: no case has a claim 'y'\n"
    assert run("verify", str(cases), "--only", "y", "--only", "x", "--format", "jsonl") == Ran(2, "", missing)

"""`corrob verify`."""

from __future__ import annotations

import json
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


def test_the_rules_that_judged_are_named_once_below_all_cases(cases: Path) -> None:
    lines = run("verify", str(cases)).out.splitlines()
    assert [line for line in lines if "Rules" in line] == lines[-1:] == ["Rules: conflict-desk 1.0.0 on core 1.0.0"]
    packs = ["core 1.0.0 sha256:", "conflict-desk 1.0.0 sha256:"]
    told = json.loads(run("verify", str(cases), "--only", "c", "--format", "jsonl").out)
    assert [pack.rstrip("0123456789abcdef") for pack in told["packs"]] == packs

"""The pages and parts of pages that are made from the code and the packs are as they are made."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands import ROOT

MADE = (
    "docs/method.md",
    "docs/rules.md",
    "docs/reference/case.md",
    "docs/reference/rules.md",
    "rules/rules.schema.json",
)


def pages(*arguments: str) -> tuple[int, str]:
    command = [sys.executable, "scripts/pages.py", *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    return run.returncode, run.stdout + run.stderr


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in MADE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_every_page_is_as_it_is_made() -> None:
    assert pages("--check") == (0, "")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("docs/method.md", "| Fair |", "| Good |"),
        ("docs/method.md", "| A prediction that came true in its window. |", "| It came true. |"),
        ("docs/rules.md", "conditional wording", "careful wording"),
        ("docs/reference/case.md", "required", "optional"),
        ("docs/reference/rules.md", "The rules.", "Some rules."),
        ("rules/rules.schema.json", '"Rule"', '"Law"'),
    ],
)
def test_a_page_that_says_something_else_is_named_and_is_written_anew(
    copied: Path, name: str, old: str, new: str
) -> None:
    text = (copied / name).read_text(encoding="utf-8")
    assert old in text
    (copied / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert pages("--check", str(copied)) == (1, f"{name}: is not as it is made\n")
    assert pages(str(copied)) == (0, f"{name}: written\n")
    assert (copied / name).read_text(encoding="utf-8") == text

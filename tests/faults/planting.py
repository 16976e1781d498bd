"""A fault goes in, a copy of the checkout with it comes out, and what a test says of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from commands import ROOT

HELD = ("engine", "rules", "tests", "fixtures", "docs")
PASSED, FAILED = 0, 1


class Fault(NamedTuple):
    """A change of one file, and a test that must notice it."""

    file: str
    old: str
    new: str
    test: str


def copied(to: Path) -> Path:
    """Copy what a test run needs."""
    for name in HELD:
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, to)
    return to


def planted(fault: Fault, checkout: Path) -> None:
    """Make the change in a copy; it has to be there to be made."""
    target = checkout / fault.file
    text = target.read_text(encoding="utf-8")
    assert text.count(fault.old) == 1, "the text to change is not there"
    target.write_text(text.replace(fault.old, fault.new), encoding="utf-8")


def outcome(checkout: Path, test: str) -> int:
    """Run a test against another checkout's engine and packs; what Hypothesis finds is not made small."""
    options = ["-q", "-x", "-p", "no:cacheprovider", "--hypothesis-profile=found"]
    env = {
        **os.environ,
        "PYTHONPATH": str(checkout / "engine"),
        "XDG_CACHE_HOME": str(checkout),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "pytest", *options, test]
    return subprocess.run(command, cwd=checkout, env=env, capture_output=True, check=False, timeout=600).returncode

"""The command itself, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def corrob() -> Command:
    """Give a function that runs `corrob` with some arguments, in the checkout."""

    def run(*arguments: str, stdin: str = "", cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "corrob", *arguments]
        environment = {**os.environ, "PYTHONUTF8": "1", **env}
        return subprocess.run(
            command, input=stdin, capture_output=True, text=True, cwd=cwd, env=environment, check=False, timeout=120
        )

    return run

"""The command itself, run as a user runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corrob.cli.inputs import NO_DURABLE_RULES

ROOT = Path(__file__).parents[1]
Command = Callable[..., subprocess.CompletedProcess[str]]


def without_notice(told: str) -> str:
    """Take out what is said where durable-rules cannot be imported."""
    return told.replace(f"{NO_DURABLE_RULES}\n", "")


@pytest.fixture
def corrob(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """Give a function that runs `corrob` with some arguments, in the checkout."""

    def run(*arguments: str, stdin: str = "", cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "corrob", *arguments]
        memory = str(tmp_path_factory.getbasetemp() / "cache")
        environment = {**os.environ, "PYTHONUTF8": "1", "XDG_CACHE_HOME": memory, **env}
        done = subprocess.run(
            command, input=stdin, capture_output=True, text=True, cwd=cwd, env=environment, check=False, timeout=120
        )
        done.stderr = without_notice(done.stderr)
        return done

    return run


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let what is started here heed interruptions, even where the tests themselves run without."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)

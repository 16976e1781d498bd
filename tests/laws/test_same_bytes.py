"""The same bytes come out whatever the hash seed, the locale and the time zone, in every format of every question."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import ROOT

SERGEEVKA = "fixtures/dprk-sergeevka-2024"
QUESTIONS = [
    *[f"verify fixtures --format {form}" for form in ("jsonl", "json", "csv", "text")],
    f"verify {SERGEEVKA} --as-of 2024-10-26T12:00:00+09:00 --format jsonl",
    f"explain {SERGEEVKA} C1",
    f"explain {SERGEEVKA} C1 --as-of 2024-10-26 --format json",
    f"timeline {SERGEEVKA}",
    "check fixtures",
]
PLAIN = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
OTHERS = [
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"},
    {"PYTHONHASHSEED": "random", "LANG": "tr_TR.UTF-8", "LC_CTYPE": "C.UTF-8", "TZ": "America/New_York"},
    {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "POSIX", "TZ": "Asia/Kathmandu", "COLUMNS": "60", "TERM": "dumb"},
]
SET = (
    "LANG",
    "LANGUAGE",
    "LC_",
    "PYTHONHASHSEED",
    "PYTHONUTF8",
    "PYTHONIOENCODING",
    "TZ",
    "COLUMNS",
    "TERM",
    "FORCE_COLOR",
    "NO_COLOR",
)
"""Settings of whoever runs the tests that are kept out of them."""


def printed(question: str, settings: dict[str, str], memory: Path) -> bytes:
    """Run a question under some settings; give every byte that comes out, on both streams."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SET)}
    run = subprocess.run(
        [sys.executable, "-m", "corrob", *question.split()],
        capture_output=True, cwd=ROOT, env={**kept, "XDG_CACHE_HOME": str(memory), **settings}, check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout + run.stderr


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_setting_of_the_machine_changes_a_byte(question: str, tmp_path: Path) -> None:
    expected = printed(question, PLAIN, tmp_path)
    assert expected
    for settings in OTHERS:
        assert printed(question, settings, tmp_path) == expected, settings


def test_a_rulebook_that_was_never_read_and_one_that_is_remembered_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (printed(QUESTIONS[0], PLAIN, tmp_path / "memory") for _ in range(2))
    assert list((tmp_path / "memory").rglob("*.rulebook"))
    assert first == second


def test_the_settings_reach_the_command() -> None:
    asked = "import sys, time; print(sys.stdout.encoding, time.tzname[0], hash('corrob'))"
    told = {
        subprocess.run([sys.executable, "-c", asked], capture_output=True, env=one, check=True).stdout
        for one in (PLAIN, *OTHERS)
    }
    assert len(told) == 1 + len(OTHERS)

"""`make test-all` finds the supported Pythons, and says so aloud where it finds none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from commands import ROOT

SCRIPT = [sys.executable, "scripts/test_all.py"]
VERSION = ".".join(map(str, sys.version_info[:2]))


def run(command: list[str], **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True, check=False, timeout=60
    )


def test_every_python_that_is_not_there_is_named_and_none_at_all_is_a_failure(tmp_path: Path) -> None:
    done = run(SCRIPT, PATH=str(tmp_path), PYENV_ROOT=str(tmp_path))
    skipped = [line for line in done.stdout.splitlines() if line.endswith("SKIPPED, NOT TRIED")]
    assert skipped == [f"=== Python {version}: SKIPPED, NOT TRIED" for version in ("3.11", "3.12", "3.13")]
    assert done.stdout.endswith("=== no supported Python was found: nothing was tried\n")
    assert done.returncode == 1


def test_a_python_on_the_path_is_found_and_one_that_only_bears_the_name_is_not(tmp_path: Path) -> None:
    asked = f"import sys; sys.path.append('scripts'); import test_all; print(test_all.find('{VERSION}'))"
    false, true = tmp_path / "false", tmp_path / "true"
    for folder, target in ((false, "/bin/false"), (true, sys.executable)):
        folder.mkdir()
        (folder / f"python{VERSION}").symlink_to(target)
    found = run([sys.executable, "-c", asked], PATH=f"{false}:{true}", PYENV_ROOT=str(tmp_path))
    assert found.stdout == f"{true}/python{VERSION}\n"
    none = run([sys.executable, "-c", asked], PATH=str(false), PYENV_ROOT=str(tmp_path))
    assert none.stdout == "None\n"

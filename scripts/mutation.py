"""Judges the tests of `verifying/`: how many of mutmut's mutants they notice, and which ones live.

mutmut wants the package below `src/`, so it works on a copy. Arguments are names of mutants; without any, all are
tried. It needs the extra `mutation`.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPY = ROOT / ".mutation"
KILLED = {1, 3, -24, 24, 36, 152, 255}
"""What mutmut notes for a mutant that a test noticed, by failing or by never ending."""


def copied() -> None:
    """Copy what the tests need; results of an earlier run are kept where nothing changed."""
    for name in ("rules", "fixtures", "tests", "docs"):
        shutil.copytree(ROOT / name, COPY / name, dirs_exist_ok=True)
    shutil.copytree(ROOT / "engine" / "corrob", COPY / "src" / "corrob", dirs_exist_ok=True)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, COPY / name)


def outcomes() -> dict[str, int | None]:
    """Give the exit code that mutmut noted for every mutant."""
    found: dict[str, int | None] = {}
    for meta in sorted((COPY / "mutants").rglob("*.meta")):
        found |= json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def main() -> int:
    """Run mutmut and print the score, then the mutants that live."""
    copied()
    command = [str(Path(sys.executable).with_name("mutmut")), "run", *sys.argv[1:]]
    subprocess.run(command, cwd=COPY, env={**os.environ, "CORROB_LAWS": "few"}, check=False)
    told = outcomes()
    living = sorted(name for name, code in told.items() if code not in KILLED)
    print(f"{len(told) - len(living)} of {len(told)} mutants killed ({1 - len(living) / len(told):.1%})")
    print(*living, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

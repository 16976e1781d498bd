"""How long a cold `corrob verify` takes, beside importing its libraries alone: pairs in turn, ratio of the medians.

A run remembers the rulebook for the next one; the last line shows a first run, which has nothing to remember.

Run: .venv/bin/python benchmarks/cold_start.py [RUNS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CASE = Path(__file__).parent.parent / "fixtures" / "dprk-sergeevka-2024"
LIMIT = 3.0
FIRST = "corrob verify, first run"
COMMANDS = {
    "import yaml, typer, msgspec": [sys.executable, "-c", "import yaml, typer, msgspec"],
    "corrob verify (jsonl)": [
        *[sys.executable, "-m", "corrob", "verify", str(CASE), "--as-of", "2024-10-26"],
        *["--format", "jsonl"],
    ],
    "corrob verify": [sys.executable, "-m", "corrob", "verify", str(CASE), "--as-of", "2024-10-26"],
}
COMMANDS[FIRST] = COMMANDS["corrob verify"]


def seconds(name: str) -> float:
    """Time one run as a whole process."""
    with tempfile.TemporaryDirectory() as empty:
        env = {**os.environ, "XDG_CACHE_HOME": empty} if name == FIRST else None
        begun = time.perf_counter()
        subprocess.run(COMMANDS[name], check=True, capture_output=True, env=env)
        return time.perf_counter() - begun


def main() -> None:
    """Print the medians and the ratios to the imports."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        for name in COMMANDS:
            taken[name].append(seconds(name))
    medians = {name: statistics.median(times[1:]) for name, times in taken.items()}
    base = next(iter(medians.values()))
    print(f"{runs} runs each, in turn, after one warm-up; the limit is {LIMIT} x the imports")
    for name, median in medians.items():
        print(f"{name:30} {median * 1000:7.0f} ms   {median / base:5.2f} x")


if __name__ == "__main__":
    main()

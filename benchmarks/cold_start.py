"""How long a cold `corrob verify` takes, beside importing its libraries alone: pairs in turn, ratio of the medians.

Run: .venv/bin/python benchmarks/cold_start.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

CASE = Path(__file__).parent.parent / "fixtures" / "dprk-sergeevka-2024"
LIMIT = 3.0
COMMANDS = {
    "import yaml, typer, msgspec": [sys.executable, "-c", "import yaml, typer, msgspec"],
    "corrob verify (jsonl)": [
        *[sys.executable, "-m", "corrob", "verify", str(CASE), "--as-of", "2024-10-26"],
        *["--format", "jsonl"],
    ],
    "corrob verify (text)": [sys.executable, "-m", "corrob", "verify", str(CASE), "--as-of", "2024-10-26"],
}


def seconds(command: list[str]) -> float:
    """Time one run as a whole process."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print the medians and the ratios to the imports."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    medians = {name: statistics.median(times[1:]) for name, times in taken.items()}
    base = next(iter(medians.values()))
    print(f"{runs} runs each, in turn, after one warm-up; the limit is {LIMIT} x the imports")
    for name, median in medians.items():
        print(f"{name:30} {median * 1000:7.0f} ms   {median / base:5.2f} x")


if __name__ == "__main__":
    main()

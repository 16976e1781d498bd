"""How long `corrob rules test` takes on the shipped packs, and how long with every change of them: whole processes.

Run: .venv/bin/python benchmarks/rules_test.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

TEST = [sys.executable, "-m", "corrob", "rules", "test"]
COMMANDS = {
    "corrob rules test": (TEST, 2.0),
    "corrob rules test --coverage": ([*TEST, "--coverage"], 4.0),
    "corrob rules test --mutate": ([*TEST, "--mutate"], 90.0),
}
"""Each command with the seconds that it may take."""


def seconds(name: str) -> float:
    """Time one run as a whole process."""
    begun = time.perf_counter()
    subprocess.run(COMMANDS[name][0], check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print the medians beside what they may be."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        for name in COMMANDS:
            taken[name].append(seconds(name))
    print(f"{runs} runs each, in turn, after one warm-up")
    for name, times in taken.items():
        print(f"{name:30} {statistics.median(times[1:]):7.2f} s   (at most {COMMANDS[name][1]:g} s)")


if __name__ == "__main__":
    main()

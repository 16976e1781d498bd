"""How long `corrob rules check` takes as a whole process: each shipped pack alone, and all of them; medians in turn.

Run: .venv/bin/python benchmarks/rules_check.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

LIMIT = 2.0
ALL = "all"
PACKS = ("core", "newsroom", "conflict-desk", ALL)


def seconds(pack: str) -> float:
    """Time one run as a whole process."""
    command = [sys.executable, "-m", "corrob", "rules", "check", *([] if pack == ALL else [pack])]
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print the medians; the limit is for all packs together."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    taken: dict[str, list[float]] = {pack: [] for pack in PACKS}
    for _ in range(runs + 1):
        for pack in PACKS:
            taken[pack].append(seconds(pack))
    print(f"{runs} runs each, in turn, after one warm-up; the limit is {LIMIT} s for all, on two idle cores")
    for pack, times in taken.items():
        print(f"corrob rules check {'' if pack == ALL else pack:15} {statistics.median(times[1:]):6.2f} s")


if __name__ == "__main__":
    main()

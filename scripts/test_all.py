"""Runs what must pass on every supported Python, and without a C compiler, and compares what all of them print.

Each Python has an environment of its own in .venvs. The long laws run on the first one that is found. A Python that is
not there is skipped, aloud and counted; with none at all nothing was tried, and that is a failure.

Run: make test-all
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLACE = Path(".venvs")
NO_COMPILER = {"CC": "/bin/false", "PIP_NO_CACHE_DIR": "1"}
BUILT_WITHOUT = "Corrob runs on its direct matcher"
RUNS_WITHOUT = "corrob: durable-rules cannot be imported here; the direct matcher takes its place (same results)\n"
SERGEEVKA = "fixtures/dprk-sergeevka-2024"
QUESTIONS = (
    "verify fixtures --format jsonl",
    "verify fixtures --format text",
    f"explain {SERGEEVKA} C1 --as-of 2024-10-26",
    "timeline fixtures",
)
SETTINGS: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
    {"PYTHONHASHSEED": "random", "LANG": "tr_TR.UTF-8", "TZ": "America/New_York"},
)
FROM_MAKE = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "PYTHON", "VENV")


@dataclass
class Tally:
    """What was tried, what failed and what could not be tried."""

    passed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def note(self, what: str, *, good: bool, begun: float) -> bool:
        """Count an outcome, and say it."""
        (self.passed if good else self.failed).append(what)
        say(f"{what}: {'passed' if good else 'FAILED'} ({time.monotonic() - begun:.0f} s)")
        return good

    def skip(self, what: str) -> None:
        """Count what cannot be tried here, and say it."""
        self.skipped.append(what)
        say(f"{what}: SKIPPED, NOT TRIED")


def say(text: str) -> None:
    """Tell how far it is."""
    print(f"=== {text}", flush=True)


def supported() -> tuple[str, ...]:
    """Give the versions that `pyproject.toml` names."""
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
    named = (one.rpartition(" :: ")[2] for one in classifiers if one.startswith("Programming Language :: Python :: 3."))
    return tuple(named)


def find(version: str) -> str | None:
    """Give a Python of this version that can make environments: of pyenv, else on the path."""
    return next((path for path in _candidates(version) if _is(path, version)), None)


def _candidates(version: str) -> Iterator[str]:
    pyenv = os.environ.get("PYENV_ROOT") or str(Path("~/.pyenv").expanduser())
    yield from sorted(map(str, Path(pyenv, "versions").glob(f"{version}.*/bin/python")), reverse=True)
    for folder in os.get_exec_path():
        yield str(Path(folder, f"python{version}"))


def _is(path: str, version: str) -> bool:
    asked = "import ensurepip, venv, sys; print('.'.join(map(str, sys.version_info[:2])))"
    try:
        told = subprocess.run([path, "-c", asked], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return told.stdout.strip() == version


def run(command: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the checkout and show what it prints; give that, too."""
    say(command)
    with subprocess.Popen(
        shlex.split(command),
        cwd=ROOT, env=environment(env), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        lines = []
        for line in process.stdout or ():
            sys.stdout.write(line)
            lines.append(line)
    return subprocess.CompletedProcess(command, process.returncode, "".join(lines))


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Give the environment without what `make` hands on."""
    return {name: value for name, value in os.environ.items() if name not in FROM_MAKE} | dict(more)


def suite(version: str, python: str, tally: Tally, *, long: bool) -> Path | None:
    """Set up an environment and run everything that must pass; give it if it could be set up."""
    place = PLACE / version
    laws = {"CORROB_LAWS": "long"} if long else {}
    begun = time.monotonic()
    if not tally.note(f"set-up on {version}", good=set_up(place, python).returncode == 0, begun=begun):
        return None
    begun, what = time.monotonic(), f"make test on {version}{', long laws' if long else ''}"
    tally.note(what, good=run(f"make test VENV={place} PYTHON={python}", **laws).returncode == 0, begun=begun)
    return place


def set_up(place: Path, python: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Make an environment, as `make` does it."""
    return run(f"make setup VENV={place} PYTHON={python}", **env)


def without_compiler(version: str, python: str, tally: Tally) -> Path | None:
    """Set up an environment afresh where nothing can be compiled; it must say so, and still judge."""
    place, begun = PLACE / f"{version}-no-compiler", time.monotonic()
    shutil.rmtree(ROOT / place, ignore_errors=True)
    done = set_up(place, python, **NO_COMPILER)
    told = done.returncode == 0 and BUILT_WITHOUT in done.stdout and not has_durable_rules(place)
    return place if tally.note(f"set-up without a C compiler on {version}", good=told, begun=begun) else None


def tests_without_compiler(place: Path, tally: Tally) -> None:
    """Run the tests where only the direct matcher is there."""
    begun = time.monotonic()
    good = run(f"{place}/bin/pytest -q -n auto").returncode == 0
    tally.note(f"tests without a C compiler in {place}", good=good, begun=begun)


def has_durable_rules(place: Path) -> bool:
    """Whether durable-rules can be imported in an environment."""
    asked = [str(ROOT / place / "bin" / "python"), "-c", "import durable.engine"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def same_bytes(places: list[Path], tally: Tally) -> None:
    """Ask everything in every environment, under every setting, and compare the bytes with those of the first."""
    for question in QUESTIONS:
        begun = time.monotonic()
        expected = answer(places[0], question, SETTINGS[0])
        other = [
            f"{place} {settings}"
            for place in places
            for settings in SETTINGS
            if answer(place, question, settings) != expected
        ]
        for one in other:
            say(f"other bytes: {one}")
        what = f"{len(places)} environments x {len(SETTINGS)} settings print the same: corrob {question}"
        tally.note(what, good=bool(expected) and not other, begun=begun)


def answer(place: Path, question: str, settings: dict[str, str]) -> bytes:
    """Give what a command prints; nothing where it fails, or says anything but which matcher it lacks."""
    command = [str(ROOT / place / "bin" / "corrob"), *question.split()]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "TZ"))}
    done = subprocess.run(command, cwd=ROOT, env=kept | settings, capture_output=True, check=False)
    notice = b"" if has_durable_rules(place) else RUNS_WITHOUT.encode()
    return done.stdout if (done.returncode, done.stderr) == (0, notice) else b""


def main() -> int:
    """Try everything, and tell what came of it."""
    begun, tally = time.monotonic(), Tally()
    found = {version: path for version in supported() if (path := find(version))}
    for version in supported():
        if version not in found:
            tally.skip(f"Python {version}")
    if not found:
        say("no supported Python was found: nothing was tried")
        return 1
    first = next(iter(found))
    places = [suite(version, python, tally, long=version == first) for version, python in found.items()]
    if not any(place and has_durable_rules(place) for place in places):
        tally.skip("the comparison with durable-rules, since it could not be built on any Python here")
    ends = dict.fromkeys((first, next(reversed(found))))
    bare = [without_compiler(version, found[version], tally) for version in ends]
    if bare[0]:
        tests_without_compiler(bare[0], tally)
    places += bare
    if standing := [place for place in places if place]:
        same_bytes(standing, tally)
    return summary(tally, begun)


def summary(tally: Tally, begun: float) -> int:
    """Tell what came of it all; give the exit code."""
    for kind, those in (("skipped", tally.skipped), ("FAILED", tally.failed)):
        for one in those:
            say(f"{kind}: {one}")
    counts = f"{len(tally.passed)} passed, {len(tally.failed)} failed, {len(tally.skipped)} skipped"
    say(f"{counts}, in {time.monotonic() - begun:.0f} s")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""A console block goes in; where what it shows differs from what its commands print comes out.

A line `$ command` is run; the lines below it are what it prints, in full and in order. `…` alone on a line stands for
any lines, and `sha256:…` for a hash. `corrob` runs the command itself, in the checkout; in a block marked `console scratch` in a folder that holds
the files of the page's own blocks and nothing else, and in one marked `console step` in a folder that all steps of the page share. `make` runs nothing by itself: what it would run, as `make -n` tells, is shown line by line, each
followed by what it prints; of that, `corrob` commands are run, and for the others only `…` can stand.
`echo $?` gives the exit code of the command before.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from commands import ROOT, without_notice
from documents.markdown import Part

ANY = "…"
HASH = re.compile(r"sha256:\s*[0-9a-f]{12,64}")
"""What changes with every edit of a pack; a page shows `sha256:…`."""
NOT_RUN = "(what this prints is not known: only … can stand for it)"
OWN = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "VENV", "PYTHON", "COLUMNS", "FORCE_COLOR", "NO_COLOR")
"""What the environment of these tests shall not hand on."""


@dataclass(frozen=True)
class Shown:
    """A command that a page shows, with the lines that it shows below it."""

    line: int
    command: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Printed:
    """What a command printed, on either stream, and its exit code."""

    lines: tuple[str, ...]
    code: int


def shown(block: Part) -> list[Shown]:
    """Take a console block apart."""
    found: list[Shown] = []
    for number, line in enumerate(block.text.splitlines(), block.line):
        if line.startswith("$ "):
            found.append(Shown(number, line.removeprefix("$ "), ()))
        else:
            assert found, f"{block}: a console block begins with `$ command`"
            last = found.pop()
            found.append(Shown(last.line, last.command, (*last.lines, line)))
    return found


def faults(block: Part, scratch: Path) -> list[str]:
    """Run the commands of a console block and give every difference."""
    folder = ROOT if block.kind == "console" else scratch
    if block.kind == "console step":
        corrob.cache_clear()  # the files are others by now
    found, code = [], 0
    for each in shown(block):
        printed = _print(each.command, folder, code)
        code = printed.code
        fault = difference(each.lines, printed.lines)
        found += [f"{block.page.name}:{each.line}: $ {each.command}: {fault}"] if fault else []
    return found


def _print(command: str, folder: Path, code: int) -> Printed:
    if command == "echo $?":
        return Printed((str(code),), 0)
    program, *arguments = shlex.split(command)
    if program == "corrob":
        return corrob(tuple(arguments), folder)
    assert program == "make", f"'{command}' is no command that a page may show"
    return Printed(tuple(_made(*arguments)), 0)


def _made(*targets: str) -> Iterator[str]:
    """Give the lines that `make` shows, with what the `corrob` commands among them print."""
    for command in recipe(*targets):
        yield command
        program, *arguments = shlex.split(command)
        if Path(program).name == "corrob":
            yield from corrob(tuple(arguments), ROOT).lines
        else:
            yield NOT_RUN


@cache
def recipe(*targets: str) -> tuple[str, ...]:
    """Give the commands that `make` would run, once all is set up."""
    command = ["make", "--no-print-directory", "-n", "-o", ".venv/.ready", *targets]
    told = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return tuple(told.stdout.splitlines())


@cache
def corrob(arguments: tuple[str, ...], folder: Path) -> Printed:
    """Run `corrob`, as a reader of the page does."""
    command = [sys.executable, "-m", "corrob", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=_environment(), check=False, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
    )  # fmt: skip
    told = HASH.sub("sha256:…", without_notice(done.stdout))
    return Printed(tuple(told.splitlines()), done.returncode)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OWN}
    return {**kept, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}


def difference(shown: Sequence[str], printed: Sequence[str]) -> str | None:
    """Tell the first line of what is shown that is not what is printed; blanks at the ends are no difference."""
    wanted, there = _trimmed(shown), _trimmed(printed)
    first, *others = _between(wanted)
    fault = _unequal(first, there[: len(first)] if others else there)
    rest = there[len(first) :]
    for position, segment in enumerate(others):
        if fault:
            break
        last = position == len(others) - 1
        start = len(rest) - len(segment) if last else _find(segment, rest)
        fault = _unequal(segment, rest[start:] if last and start >= 0 else rest[start : start + len(segment)])
        rest = rest[start + len(segment) :] if start >= 0 else []
    return fault


def _trimmed(lines: Sequence[str]) -> list[str]:
    text = "\n".join(line.rstrip() for line in lines)
    return text.strip("\n").split("\n") if text.strip("\n") else []


def _between(lines: list[str]) -> list[list[str]]:
    """Split lines where any others may stand."""
    segments: list[list[str]] = [[]]
    for line in lines:
        if line == ANY:
            segments.append([])
        else:
            segments[-1].append(line)
    return segments


def _find(segment: list[str], lines: list[str]) -> int:
    """Give where a segment stands first; where it stands nowhere, a place where its first line does, or none."""
    starts = range(len(lines) - len(segment) + 1)
    whole = next((start for start in starts if lines[start : start + len(segment)] == segment), -1)
    return whole if whole >= 0 else next((start for start in starts if lines[start] == segment[0]), -1)


def _unequal(wanted: list[str], there: list[str]) -> str | None:
    for position, line in enumerate(wanted):
        if position >= len(there) or there[position] != line:
            found = there[position] if position < len(there) else "nothing more"
            return f"the page shows\n  {line}\nand there is\n  {found}"
    return f"the page does not show\n  {there[len(wanted)]}" if len(there) > len(wanted) else None

"""Every code has a file that shows it; each file tells exactly what stands beside it, and the command tells the same."""

from __future__ import annotations

import subprocess

import pytest

from bad.doors import EXPECTED, HERE, bad_files, expected, told
from commands import Command, corrob
from corrob.codes import CODES

__all__ = ["corrob"]

MADE = {"Y008"}
"""Codes whose files are too large to be kept: tests/reading/test_endless.py makes them."""

NOBODY = "corrob: no case to judge"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)


@pytest.mark.parametrize("name", bad_files())
def test_what_is_told_of_a_bad_file_stands_beside_it(name: str) -> None:
    assert told(name) == expected(name)


@pytest.mark.parametrize("name", bad_files())
def test_a_bad_file_shows_the_code_that_it_is_named_by(name: str) -> None:
    assert name.partition("-")[0] in {line.split(" ")[1] for line in expected(name)}


def test_every_code_has_its_file_and_no_file_has_another() -> None:
    assert {name.partition("-")[0] for name in bad_files()} == CODES.keys() - MADE


def test_every_list_of_what_is_expected_has_its_file() -> None:
    assert sorted(path.name for path in HERE.glob(f"*{EXPECTED}")) == [f"{name}{EXPECTED}" for name in bad_files()]


def refused(run: subprocess.CompletedProcess[str]) -> list[str]:
    """Give the lines that a command tells, which was to end as one does that was given bad files."""
    assert (run.returncode, run.stdout) == (2, "")
    return run.stderr.splitlines()


DATA = ["Y002-saved-as-latin-1.yaml", "F007-a-day-that-does-not-exist.yaml", "R002-an-id-twice-in-a-register"]


@pytest.mark.parametrize(("command", "names"), [("check -q", DATA), ("verify", DATA), ("timeline", DATA[1:2])])
def test_no_bad_data_is_judged_and_all_is_told_at_once(corrob: Command, command: str, names: list[str]) -> None:
    assert refused(corrob(*command.split(), *names, cwd=HERE)) == [
        line for name in names for line in expected(name)
    ] + [NOBODY]


def test_a_good_case_beside_a_bad_one_is_judged_all_the_same(corrob: Command) -> None:
    name = "R007-two-cases-of-one-id"
    run = corrob("verify", name, "--format", "csv", cwd=HERE)
    assert (run.returncode, len(run.stdout.splitlines())) == (2, 2)
    assert run.stderr.splitlines() == expected(name)


@pytest.mark.parametrize("name", ["P003-packs-that-build-on-each-other/left", "P009-a-rule-with-two-effects"])
def test_no_bad_pack_judges_and_all_is_told_at_once(corrob: Command, name: str) -> None:
    lines = expected(name.partition("/")[0])
    *checked, summary = refused(corrob("rules", "check", name, cwd=HERE))
    assert (checked, summary.startswith(f"{name}: ")) == (lines, True)
    assert refused(corrob("rules", "test", name, cwd=HERE)) == lines
    assert refused(corrob("verify", "R007-two-cases-of-one-id/a.yaml", "--rules", name, cwd=HERE)) == lines


def test_a_code_is_explained_by_the_command(corrob: Command) -> None:
    explained = corrob("rules", "show", "Y008").stdout
    assert " ".join(explained.split()).startswith(f"Y008 {CODES['Y008'].title} {CODES['Y008'].meaning}")

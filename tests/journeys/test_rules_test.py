"""`corrob rules test`, as a rule editor runs it: alone, with coverage, with changed rules, again and again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commands import ROOT, Command

PACK = """\
pack: mine
version: "0.1.0"
extends: [{pack: core, version: ">=1.0 <2"}]
rules:
  - id: three-suffice
    code: MY1
    title: Three suffice
    gives: confirmed
    needs: [{origins: {at_least: 3, from: credible_support}}]
    because: "{origins.count} agree."
"""
TESTS = """\
tests:
  - name: three are enough
    given:
      each_source: {reliability: B}
      sources: [{id: a}, {id: b}, {id: d}]
      claims: [{id: c}]
      each_evidence: {bears: [{claim: c, stance: supports}]}
      evidence: [{id: e1, source: a}, {id: e2, source: b}, {id: e3, source: d}]
    expect: {c: {status: confirmed, flips_if_removed: [e1, b]}}
  - name: two are not
    given:
      each_source: {reliability: B}
      sources: [{id: a}, {id: b}]
      claims: [{id: c}]
      each_evidence: {bears: [{claim: c, stance: supports}]}
      evidence: [{id: e1, source: a}, {id: e2, source: b}]
    expect: {c: corroborated}
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK)
    (folder / "three.test.yaml").write_text(TESTS)
    return folder


def change(folder: Path, old: str, new: str, name: str = "three.test.yaml") -> None:
    file = folder / name
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def test_the_tests_of_a_file_of_their_own_pass(corrob: Command, mine: Path) -> None:
    run = corrob("rules", "test", str(mine))
    assert (run.returncode, run.stdout, run.stderr) == (0, "2 passed, 0 failed\n", "")


def test_a_test_that_is_to_do_may_fail_until_it_passes(corrob: Command, mine: Path) -> None:
    change(mine, "    expect: {c: corroborated}", "    todo: until we ask for two\n    expect: {c: confirmed}")
    failing = corrob("rules", "test", str(mine))
    assert (failing.returncode, failing.stdout.splitlines()) == (
        0,
        ["TO DO mine: two are not (until we ask for two)", "1 passed, 0 failed, 1 to do"],
    )
    change(mine, "at_least: 3", "at_least: 2", "pack.yaml")
    passing = corrob("rules", "test", str(mine), "-k", "two are not")
    assert passing.returncode == 1
    assert passing.stdout.splitlines()[0] == "PASSED, THOUGH TO DO mine: two are not (until we ask for two)"
    assert passing.stdout.splitlines()[-1] == "0 passed, 0 failed, 1 passed though to do, 1 left out"


def test_what_is_misspelt_in_a_test_is_told_with_its_place_and_a_hint(corrob: Command, mine: Path) -> None:
    change(mine, "c: corroborated", "c: corroborted")
    run = corrob("rules", "test", str(mine), cwd=mine.parent)
    told = " ".join(run.stdout.split())
    assert run.returncode == 2
    assert "NOT RUN mine: two are not" in told
    assert "three.test.yaml:17:17: P013 there is no status 'corroborted' [did you mean 'corroborated'?]" in told
    assert told.endswith("1 passed, 0 failed, 1 not run")
    change(mine, "status: confirmed", "stauts: confirmed")
    file = corrob("rules", "test", str(mine))
    assert (file.returncode, file.stdout) == (2, "")
    assert file.stderr.endswith(": F001 the key 'stauts' is not known here [did you mean 'status'?]\n")


def test_a_pack_that_cannot_be_read_keeps_no_other_from_being_tested(corrob: Command, mine: Path) -> None:
    bad = mine.parent / "bad"
    bad.mkdir()
    (bad / "pack.yaml").write_text(PACK.replace("pack: mine", "pack: bad").replace("gives", "givs"))
    run = corrob("rules", "test", str(bad), str(mine))
    assert (run.returncode, run.stdout) == (2, "2 passed, 0 failed\n")
    assert "bad/pack.yaml:8:5: F001 the key 'givs' is not known here [did you mean 'gives'?]" in run.stderr


def test_every_outcome_is_in_the_document_for_machines(corrob: Command, mine: Path) -> None:
    change(mine, "c: corroborated", "c: attributed")
    run = corrob("rules", "test", str(mine), "--format", "json", "--coverage", "--mutate", cwd=mine.parent)
    found = json.loads(run.stdout)
    assert run.returncode == 1
    assert [(test["name"], test["outcome"]) for test in found["tests"]] == [
        ("three are enough", "passed"),
        ("two are not", "failed"),
    ]
    assert found["tests"][1]["problems"] == [
        "mine/three.test.yaml:17:14: c: expected attributed, found corroborated: 2 independent origins agree: "
        "a (e1), b (e2). (core/independent-origins-agree, CO120)"
    ]
    assert [one["pack"] for one in (*found["coverage"], *found["mutation"])] == ["mine", "mine"]
    trials = {one["sentence"]: one["noticed_by"] for one in found["mutation"][0]["trials"]}
    assert trials["drops the rule"] == "mine/three.test.yaml:2:5"


def test_coverage_tells_what_no_test_shows_first_and_can_be_asked_for(corrob: Command, mine: Path) -> None:
    whole = corrob("rules", "test", str(mine), "--coverage", "--min", "100", cwd=mine.parent)
    assert (whole.returncode, whole.stderr) == (0, "")
    assert whole.stdout.splitlines()[0] == "mine: 4 of 4 values of 2 needs and tests seen, 100.0 %"
    part = corrob("rules", "test", str(mine), "--coverage", "--min", "60", "-k", "three are", cwd=mine.parent)
    assert (part.returncode, part.stderr) == (1, "corrob: coverage: less than 60 %\n")
    assert part.stdout.splitlines()[:2] == [
        "mine: 2 of 4 values of 2 needs and tests seen, 50.0 %",
        f"✗ {mine}/pack.yaml:5 mine/three-suffice: it fires".replace(f"{mine.parent}/", ""),
    ]


def test_mutation_tells_what_no_test_notices_and_can_be_asked_for(corrob: Command, mine: Path) -> None:
    whole = corrob("rules", "test", str(mine), "--mutate", "--min", "100", cwd=mine.parent)
    assert (whole.returncode, whole.stderr) == (0, "")
    assert whole.stdout.startswith("mine: 4 of 4 changes noticed, 100.0 %; ")
    part = corrob("rules", "test", str(mine), "--mutate", "--min", "95", "-k", "two are", cwd=mine.parent)
    assert (part.returncode, part.stderr) == (1, "corrob: mutation: less than 95 %\n")
    assert "✗ mine/pack.yaml:5 mine/three-suffice drops the rule" in part.stdout.splitlines()
    late = corrob("rules", "test", str(mine), "--mutate", "--seconds", "0", "--min", "1")
    assert (late.returncode, "4 not tried within 0 s" in " ".join(late.stdout.split())) == (1, True)


def test_a_share_without_anything_to_hold_to_it_is_a_mistake(corrob: Command) -> None:
    run = corrob("rules", "test", "newsroom", "--min", "95")
    assert (run.returncode, run.stdout) == (2, "")


def test_the_output_is_the_same_every_time(corrob: Command, mine: Path) -> None:
    arguments = ("rules", "test", str(mine), "conflict-desk", "--coverage", "--mutate", "--format", "json")
    first, second = (corrob(*arguments, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert first == second


class Watched:
    """A command that goes on, with all that it has told."""

    def __init__(self, folder: Path) -> None:
        self.told = folder.parent / "told"
        environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
        with self.told.open("w") as stream:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "corrob", "rules", "test", str(folder), "--watch"],
                stdout=stream,
                stderr=stream,
                cwd=ROOT,
                env=environment,
            )

    def until(self, seen: Callable[[str], bool]) -> str:
        """Wait until something was told."""
        for _ in range(600):
            told = self.told.read_text()
            if seen(told):
                return told
            time.sleep(0.05)
        raise AssertionError(self.told.read_text())


@pytest.fixture
def watched(mine: Path) -> Iterator[Watched]:
    one = Watched(mine)
    yield one
    one.process.kill()
    one.process.wait()


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(sys.platform == "win32", reason="the signal of Ctrl-C")
def test_watching_runs_the_tests_again_on_every_change_until_it_is_interrupted(mine: Path, watched: Watched) -> None:
    watched.until(lambda told: "2 passed, 0 failed" in told)
    change(mine, "c: corroborated", "c: attributed")
    watched.until(lambda told: "1 passed, 1 failed" in told)
    change(mine, "gives: confirmed", "givs: confirmed", "pack.yaml")
    watched.until(lambda told: "did you mean 'gives'?" in told)
    change(mine, "givs: confirmed", "gives: confirmed", "pack.yaml")
    change(mine, "c: attributed", "c: corroborated")
    told = watched.until(lambda told: told.count("2 passed, 0 failed") == 2)
    assert "\x1b" not in told
    assert f"corrob: something changed, testing {mine} again\n" in told
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(timeout=30) == 130
    assert "Traceback" not in watched.told.read_text()

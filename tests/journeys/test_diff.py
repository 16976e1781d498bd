"""`corrob diff`, as a user runs it: on edits of packs, of data, and on what a repository held."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from commands import ROOT, Command

SMALL = """\
corrob: 1
case: small
sources: [{id: a, reliability: B}, {id: b, reliability: B, kind: ngo}]
claims: [{id: c, text: It burned, interest: {south: for}}]
evidence:
- {id: e1, source: a, published: "2024-01-01", bears: [{claim: c, stance: supports}]}
- {id: e2, source: b, published: "2024-01-02", bears: [{claim: c, stance: supports}]}
"""
WHO = ["-c", "user.name=n", "-c", "user.email=e", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"]

REMARK = "git:base:cases/small.yaml:1: no source has the bloc that claims name: south\n"


def git(folder: Path, *arguments: str) -> None:
    command = ["git", "-C", str(folder), *WHO, *arguments]
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(command, check=True, capture_output=True, env=env)


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a repository with the shipped packs and a case; its last revision, `base`, is older than what stands there.

    Since `base`, `core` asks for three origins, and a small case is gone.
    """
    folder = tmp_path / "desk"
    shutil.copytree(ROOT / "rules", folder / "rules")
    shutil.copytree(ROOT / "fixtures" / "moskva-2022", folder / "cases" / "moskva-2022")
    (folder / "cases" / "small.yaml").write_text(SMALL)
    git(tmp_path, "init", "-q", "desk")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "base")
    git(folder, "tag", "base")
    replaced(folder / "rules" / "core" / "pack.yaml", "min_origins: {value: 2,", "min_origins: {value: 3,")
    (folder / "cases" / "small.yaml").unlink()
    return folder


def test_a_change_of_core_shows_in_the_pack_that_builds_on_it(corrob: Command, desk: Path) -> None:
    run = corrob("diff", "git:base", "rules/conflict-desk", "cases", cwd=desk)
    assert (run.returncode, run.stderr) == (0, "")
    lines = run.stdout.splitlines()
    assert lines[:3] == ["git:base → rules/conflict-desk", "  min_origins: 2 → 3", ""]
    assert lines[-1] == "7 claims in 1 case, 1 changes"
    assert "confirmed → attributed: 1" in lines
    told = "at least 2 origins in credible_support (adds known) → at least 3 origins in credible_support"
    assert told in " ".join(run.stdout.split())


def test_two_revisions_are_compared_wherever_one_stands(corrob: Command, desk: Path) -> None:
    git(desk, "commit", "-aqm", "stricter")
    here = corrob("diff", "git:base", "git:HEAD:rules/conflict-desk", "cases", "--format", "jsonl", cwd=desk)
    below = corrob("diff", "git:base:./conflict-desk", "git:HEAD", "../cases", "--format", "jsonl", cwd=desk / "rules")
    (change,) = [json.loads(line) for line in here.stdout.splitlines()]
    assert (here.returncode, here.stdout) == (0, below.stdout)
    assert (change["claim"], change["old"]["status"], change["new"]["status"]) == ("K1", "confirmed", "attributed")
    assert change["lost"][0]["place"].startswith("git:base:rules/core/corroboration.yaml:")
    assert change["gained"][0]["place"].startswith("git:HEAD:rules/core/corroboration.yaml:")
    same = corrob("diff", "git:HEAD", "rules/conflict-desk", "cases", cwd=desk)
    assert same.stdout == "git:HEAD → rules/conflict-desk\n\n7 claims in 1 case, nothing changes\n"


def test_problems_of_a_revision_are_told_with_its_name(corrob: Command, desk: Path) -> None:
    replaced(desk / "rules" / "core" / "pack.yaml", "min_origins: {value: 3,", "min_origins: {value: 9,")
    (desk / "cases" / "bad.yaml").write_text("corrob: 1\ncase: bad\nclaim: []\n")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "broken")
    rules = corrob("diff", "git:base", "git:HEAD:rules/conflict-desk", "cases", cwd=desk)
    assert (rules.returncode, rules.stdout) == (2, "")
    assert rules.stderr.startswith("git:HEAD:rules/core/pack.yaml:12:")
    data = corrob("diff", "--data", "git:base:cases", "git:HEAD", "--rules", "newsroom", cwd=desk)
    assert (data.returncode, data.stdout.splitlines()[-1]) == (2, "7 claims in 1 case, none changes, 1 claim gone")
    assert "\ngit:HEAD:cases/bad.yaml:3:1: F001 " in data.stderr
    assert str(desk) not in rules.stderr + data.stderr


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("git:bsae", "rules/core", "git:bsae:1:1: P001 the repository has no revision 'bsae' [did you mean 'base'?]"),
        (
            "git:base:rules/cor",
            "rules/core",
            "git:base:rules/cor:1:1: P001 the revision has no 'rules/cor' [the path starts at the top of the repository]",
        ),
        (
            "git:base",
            "git:base:rules/cor",
            "git:base:rules/cor:1:1: P001 the revision has no 'rules/cor' [the path starts at the top of the repository]",
        ),
    ],
)
def test_what_is_not_in_the_repository_is_told(corrob: Command, desk: Path, old: str, new: str, told: str) -> None:
    run = corrob("diff", old, new, "cases", cwd=desk)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.splitlines()[-1] == told


def test_without_a_repository_or_a_path_it_is_told(corrob: Command, desk: Path, tmp_path: Path) -> None:
    apart = corrob("diff", "git:base:a", "core", str(desk / "cases"), cwd=tmp_path)
    assert (apart.returncode, "git cannot give it: not a git repository" in apart.stderr) == (2, True)
    pathless = corrob("diff", "git:base", "git:HEAD", "cases", cwd=desk)
    assert pathless.stderr == (
        "git:base:1:1: P001 no path is given, and none by the other side [write git:base:PATH]\n"
        "git:HEAD:1:1: P001 no path is given, and none by the other side [write git:HEAD:PATH]\n"
    )


def test_an_edit_of_data_is_compared_with_what_stood_there(corrob: Command, desk: Path) -> None:
    run = corrob("diff", "--data", "git:base", "cases", "--format", "json", cwd=desk)
    told = json.loads(run.stdout)
    assert (run.returncode, run.stderr) == (0, f"{REMARK}7 claims in 1 case, none changes, 1 claim gone\n")
    assert (told["old"], told["new"], told["cases"], told["cases_gone"]) == ("git:base", "cases", 1, ["small"])
    (desk / "cases" / "small.yaml").write_text(SMALL.replace("source: b", "source: a"))
    run = corrob("diff", "--data", "git:base", "cases", "--format", "json", cwd=desk)
    (change,) = json.loads(run.stdout)["changes"]
    assert (run.stderr, change["case"], change["fields"][:2]) == (
        f"{REMARK}{REMARK.removeprefix('git:base:')}8 claims in 2 cases, 1 changes\n",
        "small",
        ["status", "rule"],
    )
    assert change["lost"][0]["turns"] == [
        {
            "old": "at least 2 origins in credible_support",
            "old_answer": "met",
            "new": "at least 2 origins in credible_support",
            "new_answer": "not met",
        }
    ]


def test_a_gate_on_changes_fails_and_names_its_pattern(corrob: Command, desk: Path) -> None:
    run = corrob("diff", "git:base", "rules/conflict-desk", "cases", "--fail-on", "confirmed->*", cwd=desk)
    assert (run.returncode, run.stderr) == (1, "corrob: --fail-on 'confirmed->*' matches 1 change(s)\n")


def test_a_comment_for_a_merge_request_is_written(corrob: Command, desk: Path) -> None:
    target = desk / "comment.md"
    run = corrob(
        "diff", "git:base", "rules/conflict-desk", "cases", "--format", "markdown", "-o", str(target), cwd=desk
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "7 claims in 1 case, 1 changes\n")
    assert target.read_text().startswith("### What changes: git:base → rules/conflict-desk\n")


def test_nothing_of_a_revision_is_left_behind(corrob: Command, desk: Path, tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.mkdir()
    run = corrob("diff", "git:base", "rules/conflict-desk", "cases", cwd=desk, TMPDIR=str(held))
    assert (run.returncode, list(held.iterdir())) == (0, [])


def test_the_same_bytes_come_out_on_every_run(corrob: Command, desk: Path) -> None:
    arguments = ("diff", "git:base", "rules/newsroom", "cases", "--all-dates", "--format", "json")
    first, second = (corrob(*arguments, cwd=desk, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert first
    assert first == second

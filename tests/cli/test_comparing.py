"""`corrob diff`: what it asks for, which exit code it ends with."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import CASE, run

STRICT = """\
pack: strict
version: "1.0.0"
extends: [{pack: conflict-desk, version: ">=1.0 <2"}]
change: [{parameter: credible_from, value: A, reason: to see}]
"""


@pytest.fixture
def strict(cases: Path) -> str:
    """Give a pack by which a source of the letter B is not credible; one stands in the folder of the cases."""
    folder = cases.parent / "packs" / "strict"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(STRICT)
    return str(folder)


def test_both_packs_judge_every_case_and_the_summary_is_last(cases: Path, strict: str) -> None:
    told = run("diff", "conflict-desk", strict, str(cases))
    assert (told.code, told.told) == (0, "")
    assert told.out.splitlines()[-1] == "2 claims in 2 cases, 2 change"
    assert "attributed → unverified: 2" in told.out
    assert "  credible_from: C → A" in told.out


def test_nothing_changes_is_said_plainly(cases: Path) -> None:
    told = run("diff", "core", "core", str(cases))
    assert (told.code, told.out, told.told) == (0, "core → core\n\n2 claims in 2 cases, nothing changes\n", "")


@pytest.mark.parametrize("form", ["json", "jsonl", "markdown"])
def test_beside_output_for_machines_the_summary_is_told(cases: Path, strict: str, form: str) -> None:
    told = run("diff", "conflict-desk", strict, str(cases), "--format", form)
    assert (told.code, told.told) == (0, "2 claims in 2 cases, 2 change\n")
    assert told.out


def test_output_goes_to_a_file_and_the_summary_is_told(cases: Path, strict: str, tmp_path: Path) -> None:
    told = run("diff", "conflict-desk", strict, str(cases), "-o", str(tmp_path / "out"))
    assert (told.code, told.out, told.told) == (0, "", "2 claims in 2 cases, 2 change\n")
    assert (tmp_path / "out").read_text().endswith("\n2 claims in 2 cases, 2 change\n")


@pytest.mark.parametrize(
    ("patterns", "code", "told"),
    [
        (["attributed->*"], 1, "corrob: --fail-on 'attributed->*' matches 2 change(s)\n"),
        (
            ["*→unverified", "confirmed->*", "*->*"],
            1,
            "corrob: --fail-on '*→unverified' matches 2 change(s)\ncorrob: --fail-on '*->*' matches 2 change(s)\n",
        ),
        (["unverified->*"], 0, ""),
    ],
)
def test_a_pattern_that_matches_is_named_and_fails(
    cases: Path, strict: str, patterns: list[str], code: int, told: str
) -> None:
    options = [word for pattern in patterns for word in ("--fail-on", pattern)]
    ran = run("diff", "conflict-desk", strict, str(cases), *options)
    assert (ran.code, ran.told) == (code, told)
    assert "attributed → unverified: 2" in ran.out


def test_all_that_is_wrong_with_patterns_is_told_before_anything_is_judged(cases: Path, strict: str) -> None:
    ran = run("diff", "conflict-desk", strict, str(cases), "--fail-on", "atributed->*", "--fail-on", "open")
    assert (ran.code, ran.out) == (2, "")
    assert ran.told.splitlines() == [
        "corrob: --fail-on 'atributed->*': neither side's rules have a status 'atributed' did you mean 'attributed'?",
        "corrob: --fail-on 'open' is no change of status: write it as 'OLD->NEW', with * for any",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["core", "core"], "no data is given: OLD NEW DATA..., or --data OLD NEW"),
        (["--data", "one.yaml", "two.yaml", "one.yaml"], "with --data there are two arguments, OLD and NEW"),
        (["--data", "-", "-"], "with --data, standard input can be one side only"),
        (["core", "core", ".", "--rules", "core"], "--rules goes with --data; without it, OLD and NEW are the packs"),
        (["core", "core", ".", "--as-of", "2024-01-01", "--all-dates"], "--as-of and --all-dates exclude each other"),
        (["core", "core", ".", "--as-of", "yesterday"], "yesterday"),
    ],
)
@pytest.mark.usefixtures("cases")
def test_bad_usage_is_told(arguments: list[str], told: str) -> None:
    ran = run("diff", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in " ".join(ran.told.replace("│", " ").split())


@pytest.mark.usefixtures("cases")
def test_the_problems_of_both_packs_are_told() -> None:
    ran = run("diff", "corr", "newsrom", ".")
    assert (ran.code, ran.out) == (2, "")
    assert [line.split(":")[0] for line in ran.told.splitlines()] == ["corr", "newsrom"]


def test_the_rest_is_compared_where_a_case_has_a_problem(cases: Path, strict: str) -> None:
    (cases / "bad.yaml").write_text("corrob: 1\ncase: bad\nclaim: []\n")
    ran = run("diff", "conflict-desk", strict, str(cases), "--fail-on", "*->*")
    assert (ran.code, ran.out.splitlines()[-1]) == (2, "2 claims in 2 cases, 2 change")
    assert "bad.yaml:3:1: F001" in ran.told


def test_nothing_to_compare_is_exit_4(cases: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("diff", "core", "core", str(tmp_path / "empty"))
    assert (ran.code, ran.told) == (4, "corrob: no case to judge\n")
    apart = run("diff", "--data", str(cases / "one.yaml"), str(cases / "two.yaml"))
    assert apart.code == 4
    assert apart.out.splitlines()[-4:-2] == ["case new: two (1 claim)", "case gone: one (1 claim)"]
    assert apart.out.splitlines()[-1] == "0 claims in 0 cases, none changes, 1 claim new, 1 claim gone"


def edited(cases: Path, text: str) -> Path:
    """Give a folder that holds another state of the cases, named so that they come in another order."""
    folder = cases.parent / "edited"
    folder.mkdir()
    (folder / "z.yaml").write_text(text)
    (folder / "a.yaml").write_text((cases / "two.yaml").read_text())
    return folder


def test_data_are_matched_by_case_and_claim(cases: Path) -> None:
    text = CASE.replace("NAME", "one").replace("CLAIM", "c").replace("reliability: B", "reliability: E")
    ran = run("diff", "--data", str(cases), str(edited(cases, text)), "--rules", "core")
    assert (ran.code, ran.told) == (0, "")
    assert "attributed → unverified: 1" in ran.out
    assert "core/nothing-credible gives it now: no credible_support: not met → met" in ran.out
    assert ran.out.splitlines()[-1] == "2 claims in 2 cases, 1 changes"


def test_a_case_with_problems_on_one_side_is_neither_new_nor_gone(cases: Path) -> None:
    ran = run("diff", "--data", str(cases), str(edited(cases, "corrob: 1\ncase: one\nclaim: []\n")))
    assert (ran.code, ran.out.splitlines()[-1]) == (2, "1 claim in 1 case, nothing changes")
    assert ran.told.endswith("corrob: not compared, since the other side's has problems: one\n")


def test_a_register_serves_both_sides(cases: Path, tmp_path: Path) -> None:
    register = tmp_path / "apart.yaml"
    register.write_text("corrob: 1\nregister: r\nsources: [{id: q, reliability: B}]\n")
    text = (cases / "one.yaml").read_text().replace("[{id: a, reliability: B}]", "[]").replace("source: a", "source: q")
    other = edited(cases, text)
    assert run("diff", "--data", str(cases), str(other)).code == 2
    ran = run("diff", "--data", str(cases), str(other), "--register", str(register))
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "2 claims in 2 cases, 1 changes")
    assert "same status, other wording: 1" in ran.out


def test_on_all_dates_the_verdicts_are_counted(cases: Path, strict: str) -> None:
    ran = run("diff", "conflict-desk", strict, str(cases), "--all-dates")
    assert ran.out.splitlines()[-1] == "2 claims in 2 cases on all dates (4 verdicts), 2 change"
    assert "attributed → unverified: 4" in ran.out
    before = run("diff", "conflict-desk", strict, str(cases), "--as-of", "2024-01-01")
    assert before.out.splitlines()[-1] == "2 claims in 2 cases, nothing changes"

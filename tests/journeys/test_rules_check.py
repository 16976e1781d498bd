"""`corrob rules check`, as an editor runs it on a pack with mistakes, and on packs without any."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from commands import ROOT, Command

HEADER = 'extends: [{pack: core, version: ">=1.0 <2"}]'
MISTAKES = """\
tables:
  - sets: seen_close
    rows:
      - {when: {first_hand: yes, authenticated: yes}, then: yes}
      - {when: {first_hand: no}, then: no}
evidence_sets:
  nobody_asks: {from: credible_support, where: {first_hand: yes}}
rules:
  - id: misspelt
    gives: attributed
    neeeds: [{some: credible_support}]
    needs: [{some: credible_support}]
    because: x
  - id: unknown-word
    gives: attributed
    needs: [{some: {from: credible_support, where: {act: admision}}}]
  - id: impossible
    gives: confirmed
    needs:
      - origins: {at_least: 3, from: credible_support, different: {modality: 4}}
  - id: shadowed
    gives: corroborated
    confidence: moderate
    cites: [x]
    because: Three agree.
    applies_to: {kind: {not: [prediction, speech_act]}}
    needs:
      - origins: {at_least: 3, from: credible_support}
      - none: credible_opposition
      - some: outside_support
  - id: opposite
    gives: refuted
    cites: [x]
    because: Somebody admits it.
    applies_to: {kind: {not: [prediction, speech_act]}}
    needs:
      - some: {from: credible_support, where: {act: admission}}
  - id: wrong-duration
    gives: attributed
    needs:
      - origins: {at_least: 2, from: credible_support, within: 3 dayz}
  - id: one
    finds: alpha
    needs: [{not: {finding: beta}}]
  - id: two
    finds: beta
    needs: [{not: {finding: alpha}}]
"""
FOUND = re.compile(r"^\S*?([a-z]+\.yaml:\d+:\d+): ([A-Z]\d{3}) ", re.MULTILINE)
FINDINGS = """\
pack: mine
version: "1.0.0"
extends: [{pack: core, version: ">=1.0 <2"}]
rules:
  - id: never
    gives: confirmed
    because: x
    cites: [x]
    tests: [{name: t, given: {claims: [{id: c}]}, expect: {}}]
    needs:
      - some: credible_support
      - none: credible_support
  - id: against
    gives: refuted
    applies_to: {kind: event}
    because: x
    cites: [x]
    tests: [{name: t, given: {claims: [{id: c}]}, expect: {}}]
    needs:
      - some: {from: credible_support, where: {act: admission}}
"""


@pytest.fixture
def ten(tmp_path: Path) -> Path:
    """Give a copy of `conflict-desk` with ten mistakes."""
    folder = tmp_path / "ten"
    shutil.copytree(ROOT / "rules" / "conflict-desk", folder)
    header = folder / "pack.yaml"
    text = header.read_text(encoding="utf-8")
    assert text.count(HEADER) == text.count("pack: conflict-desk") == 1
    text = text.replace("pack: conflict-desk", "pack: ten").replace(HEADER, HEADER[:-1] + ", {pack: cores}]")
    header.write_text(text, encoding="utf-8")
    (folder / "mistakes.yaml").write_text(MISTAKES, encoding="utf-8")
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Give a pack that can be read, with two mistakes."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yaml").write_text(FINDINGS, encoding="utf-8")
    return folder


def found(told: str) -> list[str]:
    """Give what was told, each as `file:line:column code`."""
    return [" ".join(one) for one in FOUND.findall(told)]


def test_ten_mistakes_are_told_in_one_run_each_in_its_place(corrob: Command, ten: Path) -> None:
    run = corrob("rules", "check", str(ten))
    assert (run.returncode, run.stdout) == (2, "")
    assert found(run.stderr) == [
        "mistakes.yaml:5:9 P014",
        "mistakes.yaml:11:5 F001",
        "mistakes.yaml:16:58 P005",
        "mistakes.yaml:20:78 P015",
        "mistakes.yaml:41:64 P005",
        "mistakes.yaml:42:5 P010",
        "pack.yaml:11:53 P001",
        "admissions.yaml:5:5 C003",
        "mistakes.yaml:5:9 C012",
        "mistakes.yaml:7:16 C009",
        "mistakes.yaml:21:5 C002",
        "mistakes.yaml:31:5 C003",
    ]
    last = run.stderr.splitlines()[-1]
    assert last.startswith(f"{ten}: 12 problem(s), 2 remark(s) (--remarks); ")
    assert last.endswith("; 7 rules, sets and tables could not be looked at")


def test_every_mistake_names_what_is_meant(corrob: Command, ten: Path) -> None:
    told = corrob("rules", "check", str(ten)).stderr
    for hint in (
        "did you mean 'admission'?",
        "did you mean 'core'?",
        "ten/one → ten/two → ten/one",
        "'3 dayz'",
        "neeeds",
    ):
        assert hint in told
    assert "nothing uses the set 'nobody_asks'" in told
    assert "the rule 'ten/shadowed' is superfluous" in told
    assert "'ten/opposite' gives refuted to claims that others stand against" in told


def test_a_pack_that_can_be_read_and_is_faulty_fails(corrob: Command, mine: Path) -> None:
    run = corrob("rules", "check", str(mine))
    assert (run.returncode, run.stdout) == (1, "")
    assert found(run.stderr) == ["pack.yaml:5:5 C001", "pack.yaml:13:5 C003"]


def test_the_shipped_packs_are_sound_and_each_is_summed_up_on_a_line(corrob: Command) -> None:
    run = corrob("rules", "check")
    assert (run.returncode, run.stdout) == (0, "")
    lines = run.stderr.splitlines()
    assert [line.split(";")[0] for line in lines] == [
        "conflict-desk: nothing is wrong, 2 remark(s) (--remarks)",
        "core: nothing is wrong",
        "newsroom: nothing is wrong",
    ]
    bounds = r"; \d+ sorts of claim, each with up to 3 items of \d+ kinds of evidence: [\d,]+ ways"
    assert all(re.search(f"{bounds}$", line) for line in lines)


def test_remarks_are_told_where_they_are_asked_for_and_are_no_fault(corrob: Command) -> None:
    run = corrob("rules", "check", "conflict-desk", "--remarks")
    assert (run.returncode, found(run.stderr)) == (0, ["pack.yaml:18:9 C008", "pack.yaml:24:9 C008"])
    assert "conflict-desk: nothing is wrong, 2 remark(s); " in run.stderr


def test_examples_are_written_as_cases_that_show_what_is_said(corrob: Command, mine: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "examples"
    run = corrob("rules", "check", str(mine), "--examples", str(folder))
    assert run.returncode == 1
    assert sorted(path.name for path in folder.iterdir()) == ["01-C001.yaml", "02-C003.yaml"]
    for path in sorted(folder.iterdir()):
        text = path.read_text(encoding="utf-8")
        assert f"case: {path.stem}\n" in text
        shown = [f"    | {line}" for line in text.replace(f"case: {path.stem}", "case: example").splitlines()]
        assert "\n".join(shown) in run.stderr
    assert "'mine/against' and 'core/credible-support' clash, and the claim is disputed" in run.stderr
    judged = corrob("verify", str(folder / "02-C003.yaml"), "--rules", str(mine), "--format", "jsonl")
    assert (judged.returncode, json.loads(judged.stdout)["status"]) == (0, "disputed")
    told = corrob("explain", str(folder / "02-C003.yaml"), "c", "--rules", str(mine))
    assert "mine/against" in told.stdout
    assert "core/credible-support" in told.stdout


def test_all_examples_of_a_pack_can_be_judged_at_once(corrob: Command, ten: Path, tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    corrob("rules", "check", str(ten), "--examples", str(folder))
    names = [path.name for path in sorted(folder.iterdir())]
    assert names == ["01-C003.yaml", "02-C012.yaml", "04-C002.yaml", "05-C003.yaml"]
    assert corrob("verify", str(folder), "--rules", "core").returncode == 0


def test_everything_is_there_as_json(corrob: Command, mine: Path) -> None:
    run = corrob("rules", "check", str(mine), "core", "--format", "json")
    assert (run.returncode, run.stderr) == (1, "")
    faulty, core = json.loads(run.stdout)
    assert (faulty["pack"], core["pack"], core["findings"], core["problems"]) == (str(mine), "core", [], [])
    assert [(one["line"], one["column"], one["code"]) for one in faulty["findings"]] == [
        (5, 5, "C001"),
        (13, 5, "C003"),
    ]
    assert all(one["example"].startswith("corrob: 1\ncase: example\n") for one in faulty["findings"])
    assert sorted(faulty["findings"][0]) == [
        "as_of", "code", "column", "example", "file", "hint", "line", "message", "shown",
    ]  # fmt: skip


def test_problems_of_reading_are_there_as_json_too(corrob: Command, ten: Path) -> None:
    run = corrob("rules", "check", str(ten), "--format", "json")
    (pack,) = json.loads(run.stdout)
    assert (run.returncode, len(pack["problems"]), len(pack["findings"]), len(pack["remarks"])) == (2, 7, 5, 2)


def test_the_gravest_of_several_packs_decides(corrob: Command, mine: Path, ten: Path) -> None:
    assert corrob("rules", "check", "core", str(mine)).returncode == 1
    assert corrob("rules", "check", str(mine), str(ten), "core").returncode == 2


def test_a_pack_that_is_not_there_is_told(corrob: Command) -> None:
    run = corrob("rules", "check", "corr")
    assert run.returncode == 2
    assert "did you mean 'core'?" in run.stderr
    assert run.stderr.splitlines()[-1] == "corr: could not be read far enough to be searched"


def test_json_can_be_written_to_a_file(corrob: Command, tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    run = corrob("rules", "check", "core", "--format", "json", "--output", str(file))
    assert (run.returncode, run.stdout) == (0, "")
    assert [pack["pack"] for pack in json.loads(file.read_text(encoding="utf-8"))] == ["core"]

"""`corrob rules`, `corrob new` and `corrob schema`, as a rule editor runs them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from commands import ROOT, Command

RULES = "Rules: conflict-desk 1.0.0 on core 1.0.0\n"
PACK = """\
pack: mine
version: "0.1.0"
extends: [{pack: core, version: ">=1.0 <2"}]
change:
  - {parameter: min_origins, value: 3, reason: We ask for more}
rules:
  - id: three-suffice
    code: MY1
    title: Three suffice
    gives: confirmed
    needs: [{origins: {at_least: $min_origins, from: credible_support}}]
    because: "{origins.count} agree."
    tests:
      - name: two are not enough
        given:
          sources: [{id: a, reliability: B}, {id: b, reliability: B}]
          claims: [{id: c}]
          evidence:
            - {id: e1, source: a, bears: [{claim: c, stance: supports}]}
            - {id: e2, source: b, bears: [{claim: c, stance: supports}]}
        expect: {c: STATUS}
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def write(folder: Path, text: str) -> str:
    (folder / "pack.yaml").write_text(text)
    return str(folder)


def test_the_shipped_packs_are_right(corrob: Command) -> None:
    run = corrob("rules", "check")
    assert (run.returncode, run.stdout) == (0, "")
    assert [line.split(":")[0] for line in run.stderr.splitlines()] == ["conflict-desk", "core", "newsroom"]


def test_the_shipped_packs_pass_their_tests(corrob: Command) -> None:
    run = corrob("rules", "test")
    assert run.returncode == 0
    assert run.stdout.rstrip().endswith(" 0 failed")


def test_every_mistake_in_a_pack_is_told_with_its_place_and_a_hint(corrob: Command, mine: Path) -> None:
    path = write(mine, PACK.replace("gives: confirmed", "gives: confrimed").replace("at_least", "at_leest"))
    run = corrob("rules", "check", path)
    assert run.returncode == 2
    *lines, summary = run.stderr.splitlines()
    assert summary.startswith(f"{path}: 2 problem(s)")
    told = [line.split("pack.yaml:")[1] for line in lines]
    assert [line.split(" ")[0] for line in told] == ["10:12:", "11:24:"]
    assert "P013" in told[0]
    assert "did you mean 'confirmed'?" in told[0]
    assert "did you mean 'at_least'?" in told[1]


def test_a_failing_test_tells_expected_against_actual_and_its_line(corrob: Command, mine: Path) -> None:
    run = corrob("rules", "test", write(mine, PACK.replace("STATUS", "confirmed")))
    assert run.returncode == 1
    told = " ".join(run.stdout.split())
    assert "FAILED mine/three-suffice: two are not enough" in told
    reason = "Credible support, to be attributed to a (e1), b (e2). (core/credible-support, CO110)"
    assert f"pack.yaml:21:18: c: expected confirmed, found attributed: {reason}" in told
    assert told.endswith("0 passed, 1 failed")


def test_a_passing_test_passes_and_can_be_chosen(corrob: Command, mine: Path) -> None:
    path = write(mine, PACK.replace("STATUS", "attributed"))
    assert corrob("rules", "test", path).stdout == "1 passed, 0 failed\n"
    chosen = corrob("rules", "test", path, "-k", "no such name")
    assert (chosen.returncode, chosen.stderr) == (4, "corrob: no test found, 1 left out\n")


def test_data_can_be_judged_by_a_pack_of_ones_own(corrob: Command, mine: Path) -> None:
    path = write(mine, PACK)
    args = ["fixtures/dprk-sergeevka-2024", "--as-of", "2024-10-26", "--only", "C1", "--format", "jsonl"]
    assert json.loads(corrob("verify", *args, "--rules", path).stdout)["rule"] == "mine/three-suffice"
    assert json.loads(corrob("verify", *args, "--rules", "newsroom").stdout)["rule"] == "core/independent-origins-agree"


def test_a_rule_is_shown_as_it_ends_up_with_where_each_need_comes_from(corrob: Command) -> None:
    told = " ".join(corrob("rules", "show", "CO120").stdout.split())
    assert "core/independent-origins-agree: Independent origins agree and nobody credible objects" in told
    assert "at least 2 origins in credible_support" in told
    assert "(Allies with satellites of their own are independent but not disinterested) [conflict-desk]" in told


def test_all_rules_are_listed_and_a_code_is_explained(corrob: Command) -> None:
    assert len(corrob("rules", "show").stdout.splitlines()) > 30
    for code in ("R004", "r004"):
        assert corrob("rules", "show", code).stdout.startswith(
            "R004  An edge for a claim that its item does not bear on\n"
        )
    unknown = corrob("rules", "show", "independent-origins-agre")
    assert (unknown.returncode, "did you mean 'independent-origins-agree'?" in unknown.stderr) == (2, True)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("min_origins", "min_origins  parameter: Independent origins that corroborate, or cast doubt\n  value     2\n"),
        ("credible_support", "credible_support  set\n  holds            the strands of said_plainly whose stance is"),
        ("credible", "credible  table: A judged source of $credible_from or better"),
        ("corroborated", "corroborated  status: Independent credible origins agree, and nothing credible stands"),
        ("co120", "CO120  core/independent-origins-agree: Independent origins agree"),
    ],
)
def test_everything_in_a_pack_is_shown_by_its_name(corrob: Command, name: str, told: str) -> None:
    run = corrob("rules", "show", name)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(told)


@pytest.mark.parametrize(
    ("name", "near"),
    [("min_orgins", "min_origins"), ("credible_suport", "credible_support"), ("corroborate", "corroborated"),
     ("other-plac", "other-place"), ("P0177", "P017")],
)  # fmt: skip
def test_a_name_that_nothing_has_is_told_with_the_nearest_of_all(corrob: Command, name: str, near: str) -> None:
    run = corrob("rules", "show", name)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == f"corrob: conflict-desk has no '{name}' did you mean '{near}'?\n"


def test_a_new_case_is_right_and_as_it_expects(corrob: Command, tmp_path: Path) -> None:
    assert corrob("new", "case", "my.yaml", cwd=tmp_path).returncode == 0
    checked = corrob("check", "my.yaml", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, f"{RULES}1 case(s), 1 expectation(s), 0 not met\n")
    again = corrob("new", "case", "my.yaml", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (2, "corrob: my.yaml is there already\n")


@pytest.mark.parametrize("kind", ["case", "rules"])
def test_the_schemas_are_draft_7_and_accept_what_is_shipped(corrob: Command, kind: str) -> None:
    schema = json.loads(corrob("schema", kind).stdout)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    files = sorted((ROOT / {"case": "fixtures", "rules": "rules"}[kind]).glob("*/*.yaml"))
    assert files
    for file in files:
        jsonschema.validate(yaml.safe_load(file.read_text(encoding="utf-8")), schema)


@pytest.mark.parametrize("kind", ["case", "rules"])
def test_the_reference_pages_are_those_that_the_declarations_give(corrob: Command, kind: str) -> None:
    page = (ROOT / "docs" / "reference" / f"{kind}.md").read_text(encoding="utf-8")
    assert page == corrob("schema", kind, "--markdown").stdout


def test_the_schema_that_the_packs_name_on_their_first_line_is_the_one_printed(corrob: Command) -> None:
    for file in sorted((ROOT / "rules").glob("*/*.yaml")):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../rules.schema.json"
    shipped = (ROOT / "rules" / "rules.schema.json").read_text(encoding="utf-8")
    assert shipped == corrob("schema", "rules").stdout


def test_an_invariant_that_a_claim_breaks_fails_the_check_and_is_named(corrob: Command, mine: Path) -> None:
    never = (
        "invariants: [{id: never-so, never: [{origins: {at_least: 5, from: credible_support}}], status: confirmed}]\n"
    )
    run = corrob("check", "fixtures/dprk-sergeevka-2024", "--rules", write(mine, PACK + never))
    told = " ".join(run.stdout.split())
    assert run.returncode == 1
    assert (
        "fixtures/dprk-sergeevka-2024/case.yaml:55:3: dprk-sergeevka-2024 C1 as of 2024-10-26: "
        "invariant mine/never-so expected to hold, found confirmed" in told
    )


def test_a_lock_is_written_and_held_to(corrob: Command, tmp_path: Path) -> None:
    here = {"cwd": tmp_path}
    nothing = corrob("rules", "lock", **here)
    assert (nothing.returncode, nothing.stderr) == (4, "corrob: no pack in this folder\n")
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
        header = f'pack: {name}\nversion: "1.0.0"\nextends: [{{pack: {"theirs" if name == "ours" else "core"}}}]\n'
        (tmp_path / name / "pack.yaml").write_text(header)
    unlocked = corrob("rules", "lock", "--check", "theirs", **here)
    assert (unlocked.returncode, unlocked.stdout) == (1, "")
    assert unlocked.stderr == "theirs/pack.yaml:1:1: P017 the pack has no pack.lock [run `corrob rules lock`]\n"
    locked = corrob("rules", "lock", **here)
    assert (locked.returncode, locked.stdout, len(locked.stderr.splitlines())) == (0, "", 2)
    assert corrob("rules", "lock", "--check", **here).returncode == 0
    (tmp_path / "theirs" / "more.yaml").write_text("rules: []\n")
    assert corrob("rules", "lock", "--check", **here).returncode == 1
    check = corrob("rules", "check", "ours", **here)
    assert (check.returncode, "ours/pack.lock:5:3: P017" in check.stderr) == (2, True)
    assert corrob("rules", "lock", "ours", **here).returncode == 0
    assert corrob("rules", "check", "ours", **here).returncode == 0
    (tmp_path / "ours" / "pack.yaml").write_text("pack: ours\n")
    assert corrob("rules", "lock", "--check", "ours", **here).returncode == 2
    assert corrob("rules", "lock", "ours", **here).returncode == 2


@pytest.mark.parametrize("base", ["", "core", "newsroom"])
def test_a_new_pack_is_right_and_passes_its_tests_as_it_stands(corrob: Command, tmp_path: Path, base: str) -> None:
    options = ["--extends", base] if base else []
    made = corrob("new", "pack", "our-desk", *options, cwd=tmp_path)
    assert (made.returncode, made.stdout) == (0, "")
    assert made.stderr == "our-desk: written; go on with `corrob rules test our-desk`\n"
    assert corrob("rules", "check", "our-desk", cwd=tmp_path).returncode == 0
    assert corrob("rules", "test", "our-desk", cwd=tmp_path).stdout == "2 passed, 0 failed\n"
    header = (tmp_path / "our-desk" / "pack.yaml").read_text(encoding="utf-8")
    assert f'extends: [{{pack: {base or "conflict-desk"}, version: ">=1.0 <2"}}]' in header
    assert "title: Our desk\n" in header
    rule = (tmp_path / "our-desk" / "rules.yaml").read_text(encoding="utf-8")
    (tmp_path / "our-desk" / "rules.yaml").write_text(rule.replace("at_least: 2", "at_least: 3"), encoding="utf-8")
    assert corrob("rules", "test", "our-desk", cwd=tmp_path).returncode == 1


def test_a_new_pack_may_build_on_another_new_one(corrob: Command, tmp_path: Path) -> None:
    assert corrob("new", "pack", "our-desk", cwd=tmp_path).returncode == 0
    assert corrob("new", "pack", "your-desk", "--extends", "our-desk", cwd=tmp_path).returncode == 0
    assert corrob("rules", "test", "your-desk", cwd=tmp_path).stdout == "2 passed, 0 failed\n"


def test_a_new_pack_points_to_the_schema_only_where_there_is_one(corrob: Command, tmp_path: Path) -> None:
    for name, there in (("first", False), ("second", True)):
        assert corrob("new", "pack", name, cwd=tmp_path).returncode == 0
        for file in ("pack.yaml", "rules.yaml"):
            first = (tmp_path / name / file).read_text(encoding="utf-8").splitlines()[0]
            assert (first == "# yaml-language-server: $schema=../rules.schema.json") is there
        (tmp_path / "rules.schema.json").write_text("{}")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Our-Desk", "'Our-Desk' is no name for a pack: small letters and digits, with hyphens between"),
        ("our_desk", "'our_desk' is no name for a pack: small letters and digits, with hyphens between"),
        ("there", "there is there already"),
        ("core", "'core' is the name of a pack that comes with Corrob"),
    ],
)
def test_a_pack_is_not_written_under_a_name_that_will_not_do(
    corrob: Command, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "there").mkdir()
    run = corrob("new", "pack", name, cwd=tmp_path)
    assert (run.returncode, run.stderr) == (2, f"corrob: {told}\n")
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def test_a_pack_is_not_written_on_one_that_is_not_there(corrob: Command, tmp_path: Path) -> None:
    for base, told in (("cor", "P001 the pack 'cor' cannot be found"), ("a/b", "'a/b' is no name")):
        run = corrob("new", "pack", "ours", "--extends", base, cwd=tmp_path)
        assert (run.returncode, told in run.stderr, list(tmp_path.iterdir())) == (2, True, [])


def test_the_schema_of_a_pack_knows_its_names(corrob: Command) -> None:
    run = corrob("schema", "rules", "--rules", "conflict-desk")
    assert (run.returncode, run.stderr) == (0, "")
    fields = json.loads(run.stdout)["definitions"]["StrandTests"]["properties"]
    assert {"act", "credible", "shows_it"} <= fields.keys()
    assert corrob("schema", "rules", "--rules", "conflict-dsk").returncode == 2


def test_a_handbook_is_written_as_a_page_and_as_markdown(corrob: Command, tmp_path: Path) -> None:
    page = corrob("rules", "docs", "conflict-desk", "--format", "html", "-o", str(tmp_path / "desk.html"))
    assert (page.returncode, page.stdout, page.stderr) == (0, "", "")
    assert (tmp_path / "desk.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>\n<html lang")
    told = corrob("rules", "docs")
    assert told.stdout.startswith("# Conflict desk\n\nconflict-desk 1.0.0 on core 1.0.0\n")
    elsewhere = corrob("rules", "docs", cwd=tmp_path, PYTHONHASHSEED="7", COLUMNS="40")
    assert elsewhere.stdout == told.stdout
    assert corrob("rules", "docs", "conflict-dsk").returncode == 2

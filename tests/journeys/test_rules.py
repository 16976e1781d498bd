"""`corrob rules`, `corrob new` and `corrob schema`, as a rule editor runs them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from commands import ROOT, Command

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
    assert "pack.yaml:21:18: c: status expected confirmed, found attributed" in told
    assert told.endswith("0 passed, 1 failed")


def test_a_passing_test_passes_and_can_be_chosen(corrob: Command, mine: Path) -> None:
    path = write(mine, PACK.replace("STATUS", "attributed"))
    assert corrob("rules", "test", path).stdout == "1 passed, 0 failed\n"
    chosen = corrob("rules", "test", path, "-k", "no such name")
    assert (chosen.returncode, chosen.stderr) == (4, "corrob: no test found\n")


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
    assert corrob("rules", "show", "R004").stdout == "R004: An edge for a claim that its item does not bear on.\n"
    unknown = corrob("rules", "show", "independent-origins-agre")
    assert (unknown.returncode, "did you mean 'independent-origins-agree'?" in unknown.stderr) == (2, True)


def test_a_new_case_is_right_and_as_it_expects(corrob: Command, tmp_path: Path) -> None:
    assert corrob("new", "case", "my.yaml", cwd=tmp_path).returncode == 0
    checked = corrob("check", "my.yaml", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "1 case(s), 1 expectation(s), 0 not met\n")
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

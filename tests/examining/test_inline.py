"""The tests of a pack: those beside its rules, its own, and those in files of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from corrob.examining.inline import file_tests, inline_tests
from corrob.rulebook import load
from examining.trying import inline

TEST = "{name: a file's own, given: {claims: [{id: c}]}, expect: {c: unassessed}}"


def test_the_tests_of_a_pack_are_its_rules_own_first_and_never_those_of_its_bases(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        'pack: mine\nversion: "1.0.0"\nextends: [{pack: core, version: ">=1.0 <2"}]\n'
        "tests: [{name: of the pack, given: {}, expect: {}}]\n"
        "rules:\n  - {id: r, gives: open, tests: [{name: of the rule, given: {}, expect: {}}]}\n"
    )
    book, problems = load(str(folder))
    assert (book is not None, problems) == (True, [])
    assert book is not None
    assert [(test.owner, test.name) for test in inline_tests(book)] == [
        ("mine/r", "of the rule"),
        ("mine", "of the pack"),
    ]


def test_a_test_without_a_name_goes_by_its_line() -> None:
    assert inline("\n\ngiven: {}\n").name == "line 3"


def test_the_test_files_of_a_folder_are_read_in_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b.test.yaml").write_text(f"tests: [{TEST}]\n")
    (tmp_path / "a.test.yaml").write_text(f"tests:\n  - {TEST.replace('own', 'first')}\n")
    (tmp_path / "c.yaml").write_text("tests: no test file\n")
    tests, diagnostics = file_tests("mine", tmp_path)
    assert [(test.owner, test.name) for test in tests] == [("mine", "a file's first"), ("mine", "a file's own")]
    assert diagnostics == []


def test_a_test_file_is_told_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    for name in ("b.test.yaml", "c.test.yml"):
        (tmp_path / "mine" / name).write_text(f"tests:\n  - {TEST}\n")
    tests, _ = file_tests("mine", Path("mine"))
    assert [str(test.node.span) for test in tests] == ["mine/b.test.yaml:2:5", "mine/c.test.yml:2:5"]


def test_a_misspelt_key_of_a_test_file_is_told_with_its_place_and_nothing_of_the_file_is_run(tmp_path: Path) -> None:
    (tmp_path / "b.test.yaml").write_text(f"tests:\n  - {TEST.replace('expect', 'expct')}\n  - {TEST}\n")
    (tmp_path / "c.test.yaml").write_text(f"tests: [{TEST}]\nrules: []\n")
    (tmp_path / "d.test.yaml").write_text("tests: [\n")
    tests, diagnostics = file_tests("mine", tmp_path)
    assert tests == []
    told = [str(one).partition("test.yaml:")[2] for one in diagnostics]
    assert told[0].startswith("2:5: F002 the key 'expect' is missing")
    assert told[1] == "2:54: F001 the key 'expct' is not known here [did you mean 'expect'?]"
    assert told[2].startswith("2:1: F001 the key 'rules' is not known here")
    assert " Y003 " in told[3]
    assert len(told) == 4


def test_a_test_file_without_tests_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.test.yaml").write_text("{}\n")
    tests, (one,) = file_tests("mine", tmp_path)
    assert (tests, one.code, one.message) == ([], "F002", "the key 'tests' is missing")

"""A mistake in a pack is told once, where it stands, and nothing that follows from it."""

from __future__ import annotations

import pytest

from rulebook.shelf import GROUND, Shelf, told

RULES = "rules: [{id: r, gives: sure, needs: [some: good]}]"


def needing(*lines: str) -> str:
    return (
        "rules:\n  - id: r\n    gives: sure\n    needs:\n      - some: {from: good, where: {"
        + ", ".join(lines)
        + "}}\n"
    )


@pytest.mark.parametrize(
    ("where", "problem"),
    [
        ("value: {between: [few, 3]}", "5:54: P005 'value' is a number, not 'few'"),
        ("value: {between: [2, many]}", "5:57: P005 'value' is a number, not 'many'"),
        ("date: {between: [soon, 2024-01-02]}", "5:53: P005 'soon' is no ISO 8601 date"),
        ("date: {between: [2024-01-02, late]}", "5:65: P005 'late' is no ISO 8601 date"),
    ],
)
def test_an_end_of_between_that_cannot_be_read(shelf: Shelf, where: str, problem: str) -> None:
    assert shelf.problems(needing(where)) == [f"ground/rules.yaml:{problem}"]


@pytest.mark.parametrize("what", ["parameter", "rule", "set", "table"])
def test_a_change_that_leaves_its_target_empty(shelf: Shelf, what: str) -> None:
    book, problems = shelf.above(f"change:\n  - {{{what}: , reason: r}}\n", RULES)
    assert (book, problems) == (
        None,
        ["above/more.yaml:2:6: F009 the value is empty [leave the key out or fill it in]"],
    )


def test_a_change_of_a_rule_that_another_change_disabled(shelf: Shelf) -> None:
    off, more = "{rule: ground/r, disable: yes, reason: r}", "{rule: ground/r, add: [none: bad], reason: r}"
    book, problems = shelf.above(f"change:\n  - {off}\n  - {more}\n", RULES)
    told_ = "above/more.yaml:3:5: P008 the change changes nothing: the rule 'ground/r' is disabled"
    assert (book, problems) == (None, [told_])


def test_a_test_without_its_case(shelf: Shelf) -> None:
    rules = "rules:\n  - {id: r, gives: sure, needs: [some: good], tests: [{name: n, expect: {c: sure}}]}\n"
    assert shelf.problems(rules) == [
        "ground/rules.yaml:2:55: F002 the key 'given' is missing [A case, with defaults.]",
    ]


def test_a_base_that_cannot_be_read(shelf: Shelf) -> None:
    shelf.put("ground", pack="pack: [\n")
    header = 'pack: above\nversion: "2.0.0"\nextends: [{pack: ground, version: ">=9"}]\n'
    problems = told(shelf.put("above", pack=header))
    assert [problem.split(" ")[:2] for problem in problems] == [["ground/pack.yaml:2:1:", "Y003"]]


def test_two_packs_of_one_name(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND)
    header = 'version: "2.0.0"\nextends: [{pack: ground, version: ">=1.0"}]\npack: ground\n'
    assert told(shelf.put("above", pack=header)) == ["above/pack.yaml:3:7: P007 two packs are called 'ground'"]

"""The tests that stand in a pack: which there are, how a little case is filled in, and what is told where one fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from corrob.examining.inline import InlineTest, case_of, inline_tests, run
from corrob.model import result
from corrob.model.case import Bearing, Case, Claim, Evidence, Source
from corrob.model.node import Mapping
from corrob.reading.nodes import read_yaml
from corrob.rulebook import load
from stories import judge

TWO = """\
name: two agree
given:
  each_source: {reliability: B}
  sources: [{id: a}, {id: b, name: B, reliability: C}]
  claims: [{id: c}]
  each_evidence: {bears: [{claim: c, stance: supports}]}
  evidence: [{id: e1, source: a}, {id: e2, source: b}]
"""


def inline(text: str) -> InlineTest:
    """Read one inline test."""
    node, faults = read_yaml(text.encode(), "pack.yaml")
    assert isinstance(node, Mapping), faults
    return InlineTest("core/rule", node)


def told(text: str) -> tuple[str, ...]:
    """Run one inline test under the core pack; give its problems."""
    return run(inline(text), judge("core")).problems


def expecting(expect: str, given: str = TWO) -> list[str]:
    """Give what is told where the two that agree are expected to come to something else, without the reason."""
    return [line.partition(" (rule ")[0] for line in told(f"{given}expect: {{c: {expect}}}\n")]


# which tests there are


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


# the little case


def test_defaults_are_laid_under_every_entry_and_a_claim_says_the_name_of_the_test() -> None:
    supports = (Bearing("c", "supports"),)
    assert case_of(inline(TWO)) == (
        Case(
            corrob=1,
            case="test",
            sources=(Source("a", reliability="B"), Source("b", name="B", reliability="C")),
            claims=(Claim("c", "two agree"),),
            evidence=(Evidence("e1", "a", supports), Evidence("e2", "b", supports)),
        ),
        [],
    )


def test_what_is_given_goes_before_what_is_filled_in() -> None:
    given = (
        "{case: mine, each_claim: {kind: state, text: all of them}, claims: [{id: c, kind: event}, {id: d, text: one}]}"
    )
    case, faults = case_of(inline(f"name: n\ngiven: {given}\n"))
    assert (case, faults) == (
        Case(1, "mine", (Claim("c", "all of them", kind="event"), Claim("d", "one", kind="state"))),
        [],
    )


def test_the_name_of_a_test_is_text_even_where_it_is_empty() -> None:
    case, faults = case_of(inline("name: ''\ngiven: {claims: [{id: c}]}\n"))
    assert faults == []
    assert case is not None
    assert case.claims[0].text == ""


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("[]", "pack.yaml:1:1: F002 the test has no `given`"),
        (
            "{claims: [{id: c, kin: event}]}",
            "pack.yaml:2:26: F001 the key 'kin' is not known here [did you mean 'kind'?]",
        ),
        ("{claims: {id: c}}", "pack.yaml:2:17: F003 a list is asked for, not a mapping"),
        ("{claims: []}", "pack.yaml:2:17: F005 the list needs at least 1, and has 0"),
        (
            "{claims: [{id: c}], evidence: [{id: e, source: x, bears: []}]}",
            "pack.yaml:2:8: R001 nothing has the id 'x'; a source is asked for",
        ),
    ],
)
def test_a_case_that_is_wrong_is_told_with_its_place_and_judged_by_nobody(given: str, problem: str) -> None:
    assert told(f"name: n\ngiven: {given}\nexpect: {{c: sure}}\n") == (problem,)


def test_defaults_make_no_entry_of_what_is_none() -> None:
    (problem,) = told("name: n\ngiven: {each_claim: {id: c}, claims: [c]}\nexpect: {c: sure}\n")
    assert problem.startswith("pack.yaml:2:39: F003 a mapping is asked for, not 'c'")


# what is expected


def test_a_test_that_holds_has_no_problems() -> None:
    assert run(inline(f"{TWO}expect: {{c: corroborated}}\n"), judge("core")) == result.Tested(
        "two agree", "core/rule", "pack.yaml:1:1", (), tuple(map(str, judge("core").rulebook.packs))
    )


def test_what_differs_is_told_with_its_place_the_rule_and_its_reason() -> None:
    assert told(f"{TWO}expect: {{c: confirmed}}\n") == (
        "pack.yaml:8:10: c: status expected confirmed, found corroborated "
        "(rule core/independent-origins-agree: 2 independent origins agree: a (e1), B (e2).)",
    )


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("corroborated", "open", "status expected open, found corroborated"),
        ("{status: corroborated}", "{status: open}", "status expected open, found corroborated"),
        (
            "{rule: core/independent-origins-agree}",
            "{rule: core/mine}",
            "rule expected core/mine, found core/independent-origins-agree",
        ),
        ("{confidence: moderate}", "{confidence: high}", "confidence expected high, found moderate"),
        ("{supports: 2}", "{supports: 0}", "supports expected 0, found 2"),
        ("{refutes: 0}", "{refutes: 1}", "refutes expected 1, found 0"),
        ("{findings: []}", "{findings: [opposed_by]}", "findings expected ('opposed_by',), found ()"),
        ("{notes: {range: []}}", "{notes: {range: ['1']}}", "notes.range expected ('1',), found ()"),
    ],
)
def test_each_field_is_held_against_the_result(right: str, wrong: str, problem: str) -> None:
    assert expecting(right) == []
    assert expecting(wrong) == [f"pack.yaml:8:10: c: {problem}"]


def test_no_rule_and_no_confidence_are_expected_as_none() -> None:
    nothing = "name: n\ngiven: {claims: [{id: c}]}\n"
    assert expecting("{status: unassessed, rule: none, confidence: none}", nothing) == []
    assert expecting("{rule: core/mine, confidence: low}", nothing) == [
        "pack.yaml:3:10: c: rule expected core/mine, found none",
        "pack.yaml:3:10: c: confidence expected low, found none",
    ]


def test_every_field_that_differs_is_told() -> None:
    assert expecting("{status: open, supports: 1}") == [
        "pack.yaml:8:10: c: status expected open, found corroborated",
        "pack.yaml:8:10: c: supports expected 1, found 2",
    ]


@pytest.mark.parametrize(
    ("expect", "problem"),
    [
        ("", "pack.yaml:1:1: the test has no `expect`"),
        ("expect: [c]", "pack.yaml:1:1: the test has no `expect`"),
        ("expect: {d: open}", "pack.yaml:8:10: the test's case has no claim 'd'"),
        (
            "expect: {c: {stats: open}}",
            "pack.yaml:8:14: F001 the key 'stats' is not known here [did you mean 'status'?]",
        ),
    ],
)
def test_what_cannot_be_expected_fails_the_test(expect: str, problem: str) -> None:
    assert told(f"{TWO}{expect}\n") == (problem,)


def test_a_test_is_judged_as_of_its_date() -> None:
    dated = TWO.replace("{id: e2,", "{id: e2, published: 2024-01-05,").replace(
        "{id: e1,", "{id: e1, published: 2024-01-01,"
    )
    assert expecting("attributed", f"{dated}as_of: 2024-01-04\n") == []
    assert expecting("corroborated", f"{dated}as_of: 2024-01-05\n") == []

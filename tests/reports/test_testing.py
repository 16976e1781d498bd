"""How tests went, what they reach and what they notice, as people read it."""

from __future__ import annotations

from corrob.model import examined
from corrob.reports import testing
from reports.printing import printed

PASSED = examined.Tested("one", "core/a", "p.yaml:4:5")


def lines(**parts: object) -> list[str]:
    return printed(lambda out: testing.examined(out, examined.Examination(**parts)))  # type: ignore[arg-type]


def test_what_did_not_just_pass_is_told_with_every_problem_and_the_rest_is_counted() -> None:
    outcomes = (
        PASSED,
        examined.Tested("two", "core/b", "p.yaml:5:5", "failed", ("it is not so", "nor so")),
        examined.Tested("three", "core", "p.yaml:6:5", "to_do", ("it is not so yet",), "comes later"),
        examined.Tested("four", "core", "p.yaml:7:5", "passed_to_do", (), "comes later"),
        examined.Tested("five", "core", "p.yaml:8:5", "unread", ("p.yaml:8:9: F002 no",)),
    )
    assert lines(tests=outcomes, left_out=7) == [
        "NOT RUN core: five",
        "  p.yaml:8:9: F002 no",
        "FAILED core/b: two",
        "  it is not so",
        "  nor so",
        "PASSED, THOUGH TO DO core: four (comes later)",
        "  p.yaml:7:5",
        "TO DO core: three (comes later)",
        "1 passed, 1 failed, 1 to do, 1 passed though to do, 1 not run, 7 left out",
    ]


def test_where_all_is_well_there_is_one_line() -> None:
    assert lines(tests=(PASSED, PASSED)) == ["2 passed, 0 failed"]


def test_what_is_not_covered_comes_first_with_its_line() -> None:
    full = examined.Point("p.yaml:3:5", "core/a", "some good", ("true", "false"), (), {"unknown": "it is known"})
    half = examined.Point("p.yaml:20:5", "core/b", "it fires", ("false",), ("true", "unknown"))
    last = examined.Point(
        "p.yaml:9:5", "the table t", "row 2: else", ("true",), (), dict.fromkeys(("false", "unknown"), "it is the last")
    )
    coverage = examined.Coverage("core", (full, last, half), 4, 6)
    assert lines(tests=(PASSED,), coverage=(coverage,)) == [
        "core: 4 of 6 values of 3 needs and tests seen, 66.6 %",
        "✗ p.yaml:20 core/b: it fires",
        "            false; not true nor unknown",
        "✓ p.yaml:3  core/a: some good",
        "            true, false; never unknown (it is known)",
        "✓ p.yaml:9  the table t: row 2: else",
        "            true; never false or unknown (it is the last)",
        "1 passed, 0 failed",
    ]


def test_what_nobody_notices_is_told_with_its_line_and_the_rest_is_counted() -> None:
    trials = (
        examined.Trial("p.yaml:3:5", "core/a", "drop a need", 'drops the need "some good"', "p.yaml:9:1"),
        examined.Trial("p.yaml:4:5", "the set s", "drop a test", 'drops the test "hedged no" of the set'),
    )
    assert lines(tests=(PASSED,), mutation=(examined.Mutation("core", trials, 3, 2, 0, 90),)) == [
        "core: 1 of 2 changes noticed, 50.0 %; 3 left out that mean nothing, 2 that make no difference; all",
        "tried within 90 s",
        '✗ p.yaml:4 the set s drops the test "hedged no" of the set',
        "1 passed, 0 failed",
    ]
    assert lines(tests=(PASSED,), mutation=(examined.Mutation("core", trials[:1], 0, 0, 1, 0.5),))[:2] == [
        "core: 1 of 2 changes noticed, 50.0 %; 0 left out that mean nothing, 0 that make no difference; 1 not",
        "tried within 0.5 s",
    ]

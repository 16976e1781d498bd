"""A name in what is expected that nothing has is told with its place and a hint, and the test is not run."""

from __future__ import annotations

import pytest

from examining.trying import TWO, tried


@pytest.mark.parametrize(
    ("expect", "problem"),
    [
        ("{c: corroborted}", "8:13: P013 there is no status 'corroborted' [did you mean 'corroborated'?]"),
        ("{c: {status: confrimed}}", "8:22: P013 there is no status 'confrimed' [did you mean 'confirmed'?]"),
        ("{d: open}", "8:10: R001 there is no claim 'd'"),
        ("{cc: open}", "8:10: R001 there is no claim 'cc' [did you mean 'c'?]"),
        (
            "{c: {rule: core/credible-suport}}",
            "8:20: P006 there is no rule 'core/credible-suport' [did you mean 'core/credible-support'?]",
        ),
        (
            "{c: {findings: [denied_by, opposd_by]}}",
            "8:36: P006 there is no rule that finds 'opposd_by' [did you mean 'opposed_by'?]",
        ),
        ("{c: {notes: {rnge: '1'}}}", "8:22: P006 there is no note 'rnge' [did you mean 'range'?]"),
        ("{c: {flips_if_removed: x}}", "8:32: R001 there is no item, source or media 'x'"),
        ("{c: {flips_if_removed: [e1, e11]}}", "8:37: R001 there is no item, source or media 'e11' [did you mean 'e1'?]"),
        ("{c: {missing_for: {confrimed: x}}}", "8:28: P013 there is no status 'confrimed' [did you mean 'confirmed'?]"),
        ("{c: {stats: open}}", "8:14: F001 the key 'stats' is not known here [did you mean 'status'?]"),
        ("{c: {confidence: hihg}}", "8:26: F004 'hihg' is not known here; expected high, low, moderate, none [did you mean 'high'?]"),
        ("{c: {supports: -1}}", "8:24: F005 -1 is less than 0"),
        ("{}", "8:9: F009 the test expects nothing [name a claim and its status]"),
        ("{c: {}}", "8:13: F009 nothing is expected of the claim [name its status]"),
    ],
)  # fmt: skip
def test_what_names_nothing_is_told(expect: str, problem: str) -> None:
    outcome = tried(f"{TWO}expect: {expect}\n")
    assert (outcome.outcome, outcome.problems) == ("unread", (f"pack.yaml:{problem}",))


def test_all_that_names_nothing_is_told_at_once() -> None:
    problems = tried(f"{TWO}expect: {{d: open, c: {{status: sure, rule: core/x}}}}\n").problems
    assert [problem.split(" ")[1] for problem in problems] == ["R001", "P013", "P006"]


@pytest.mark.parametrize(
    "name", ["capped_by", "superseded", "undated", "under_contested_bloc", "denied_by", "acknowledgement", "range"]
)
def test_the_notes_of_rules_and_those_of_corrob_itself_can_be_expected(name: str) -> None:
    assert tried(f"{TWO}expect: {{c: {{notes: {{{name}: []}}}}}}\n").outcome == "passed"

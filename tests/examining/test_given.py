"""The little case of a test: its defaults are filled in, and what is wrong with it is told with its place."""

from __future__ import annotations

import pytest

from corrob.examining.given import case_of
from corrob.model.case import Bearing, Case, Claim, Evidence, Source
from examining.trying import TWO, inline, tried


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
        ("[]", "pack.yaml:2:8: F002 the test has no mapping `given`"),
        (
            "{claims: [{id: c, kin: event}]}",
            "pack.yaml:2:26: F001 the key 'kin' is not known here [did you mean 'kind'?]",
        ),
        ("{claims: {id: c}}", "pack.yaml:2:17: F003 a list is asked for, not a mapping"),
        ("{claims: []}", "pack.yaml:2:17: F005 the list needs at least 1, and has 0"),
        (
            "{claims: [{id: c}], evidence: [{id: e, source: x, bears: []}]}",
            "pack.yaml:2:55: R001 nothing has the id 'x'; a source is asked for",
        ),
    ],
)
def test_a_case_that_is_wrong_is_told_with_its_place_and_judged_by_nobody(given: str, problem: str) -> None:
    outcome = tried(f"name: n\ngiven: {given}\nexpect: {{c: confirmed}}\n")
    assert (outcome.outcome, outcome.problems) == ("unread", (problem,))


def test_defaults_make_no_entry_of_what_is_none() -> None:
    (problem,) = tried("name: n\ngiven: {each_claim: {id: c}, claims: [c]}\nexpect: {c: confirmed}\n").problems
    assert problem.startswith("pack.yaml:2:39: F003 a mapping is asked for, not 'c'")

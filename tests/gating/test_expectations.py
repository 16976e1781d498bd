"""What a reviewer expects, held against what was judged."""

from __future__ import annotations

import pytest

from corrob.gating.expectations import Held, hold
from corrob.model.result import Mismatch
from stories import case, judge

STORY = """
    sources: [{id: a, name: The Agency, reliability: B}, {id: b, reliability: B}, {id: m, bloc: north}]
    claims: [{id: c, text: t, interest: {north: against}}, {id: d, text: t}]
    evidence:
    - {id: e1, source: a, published: "2024-01-01", bears: [{claim: c, stance: supports}]}
    - {id: e2, source: b, published: "2024-01-05", bears: [{claim: c, stance: supports}]}
    - {id: e3, source: m, published: "2024-01-02", act: denial, bears: [{claim: c, stance: refutes}]}
    """


def held(*expected: str) -> Held:
    """Hold expectations, each in the flow style of YAML without its braces."""
    lines = "".join(f"\n    - {{{one}}}" for one in expected)
    return hold(case(f"{STORY.rstrip()}\n    expect:{lines or ' []'}\n"), judge("core"))


def unmet(*expected: str) -> list[tuple[str, str, str]]:
    """Give the fields that are not met, expected and actual."""
    return [(one.field, one.expected, one.actual) for one in held(*expected).mismatches]


def test_expectations_that_are_met_are_counted_and_say_nothing() -> None:
    met = "claim: c, status: corroborated, confidence: moderate, origins: {supports: 2, refutes: 0}"
    assert held(f"{met}, facets: {{denied_by: m}}", "claim: d, status: unassessed") == Held(2, ())
    assert held() == Held(0, ())


def test_one_that_is_not_met_tells_the_claim_the_field_both_values_the_place_and_the_note() -> None:
    found = held("claim: c, status: corroborated", "claim: c, status: open, as_of: '2024-01-03', note: so we agreed")
    wanted = Mismatch("story", "c", "2024-01-03", "status", "open", "attributed", ("expect", 1), "so we agreed")
    assert found == Held(2, (wanted,))


@pytest.mark.parametrize(
    ("expected", "field"),
    [
        ("claim: c, status: confirmed", ("status", "confirmed", "corroborated")),
        ("claim: c, status: corroborated, origins: {supports: 3}", ("origins.supports", "3", "2")),
        ("claim: c, status: corroborated, origins: {refutes: 1}", ("origins.refutes", "1", "0")),
        ("claim: c, status: corroborated, confidence: high", ("confidence", "high", "moderate")),
        ("claim: d, status: unassessed, confidence: low", ("confidence", "low", "none")),
        ("claim: c, status: corroborated, facets: {denied_by: a}", ("facets.denied_by", "a", "m")),
        ("claim: c, status: corroborated, facets: {denied_by: [m, a]}", ("facets.denied_by", "m, a", "m")),
        ("claim: c, status: corroborated, facets: {opposed_by: a}", ("facets.opposed_by", "a", "")),
    ],
)
def test_each_field_is_held_against_the_result(expected: str, field: tuple[str, str, str]) -> None:
    assert unmet(expected) == [field]


@pytest.mark.parametrize(("as_of", "status"), [("2024-01-04", "attributed"), ("2024-01-05", "corroborated")])
def test_what_is_expected_of_a_date_is_held_against_that_date(as_of: str, status: str) -> None:
    assert unmet(f"claim: c, status: {status}, as_of: '{as_of}'", "claim: c, status: corroborated") == []


def test_every_field_that_differs_is_told_in_the_order_of_the_expectations() -> None:
    first, second = "claim: d, status: open", "claim: c, status: open, origins: {supports: 0, refutes: 1}"
    assert unmet(first, second) == [
        ("status", "open", "unassessed"),
        ("status", "open", "corroborated"),
        ("origins.supports", "0", "2"),
        ("origins.refutes", "1", "0"),
    ]

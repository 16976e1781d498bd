"""What must never hold together, whatever the case."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from corrob.diagnostics import Span
from corrob.gating.expectations import hold
from corrob.gating.invariants import broken
from corrob.model.result import Mismatch
from corrob.model.rule import (
    ClaimIs,
    Clause,
    FieldTest,
    Invariant,
    Is,
    Need,
    Nothing,
    Origins,
    Related,
    Selection,
    Some,
)
from corrob.verifying.judge import Judge
from stories import book, case

SUPPORT, OPPOSITION = Selection("credible_support"), Selection("credible_opposition")
PAST = ClaimIs(FieldTest("window_is", (Is(("past",)),)))
STORY = """
    sources: [{id: a, reliability: B}, {id: b, reliability: B}]
    claims: [{id: d, text: t}, {id: c, text: t}]
    evidence:
    - {id: e1, source: a, published: "2024-01-01", bears: [{claim: c, stance: supports}]}
    - {id: e2, source: b, published: "2024-01-05", bears: [{claim: c, stance: supports}]}
    """


def strict(*never: Need, statuses: tuple[str, ...] = ()) -> Judge:
    """Give a judge by the core pack with one invariant, and no other."""
    span = Span("mine.yaml", 3)
    one = Invariant("mine/never", tuple(Clause(need, "mine", span) for need in never), statuses, span)
    return Judge(replace(book("core"), invariants=(one,)), "direct")


def breaking(judge: Judge, text: str = STORY, as_of: str | None = None) -> list[str]:
    """Give the claims that break it."""
    return [one.claim for one in broken(judge.judge(case(text), as_of))]


def test_a_claim_that_breaks_an_invariant_is_told_with_its_place_and_its_status() -> None:
    judged = strict(Origins(SUPPORT, at_least=2), statuses=("corroborated",)).judge(case(STORY), "2024-01-05")
    assert list(broken(judged)) == [
        Mismatch("story", "c", "2024-01-05", "invariant mine/never", "to hold", "corroborated", ("claims", 1))
    ]


@pytest.mark.parametrize(
    ("never", "statuses", "claims"),
    [
        ((Some(SUPPORT),), (), ["c"]),
        ((Nothing(OPPOSITION),), (), ["d", "c"]),
        ((Nothing(OPPOSITION),), ("unassessed", "open"), ["d"]),
        ((Some(SUPPORT),), ("confirmed",), []),
        ((Some(SUPPORT), Some(OPPOSITION)), (), []),
        ((Some(SUPPORT), Nothing(OPPOSITION)), (), ["c"]),
        ((Some(SUPPORT), PAST), (), []),
    ],
)
def test_it_breaks_where_all_that_must_not_be_is_there_with_one_of_the_statuses(
    never: tuple[Need, ...], statuses: tuple[str, ...], claims: list[str]
) -> None:
    assert breaking(strict(*never, statuses=statuses)) == claims


def test_a_claim_that_negates_breaks_nothing_that_its_base_does_not_break() -> None:
    text = STORY.replace("{id: d, text: t}", "{id: d, text: t, negates: c}")
    assert breaking(strict(Some(SUPPORT)), text) == ["c"]
    assert breaking(strict(Some(OPPOSITION)), text) == []


def test_what_counts_is_what_a_claim_came_to_before_it_was_capped() -> None:
    capped = STORY.replace("{id: d, text: t}", "{id: d, text: t, part_of: [{claim: c, required: true}]}")
    text = f"{capped.rstrip()}\n    - {{id: e3, source: a, bears: [{{claim: d, stance: supports}}]}}\n"
    judge = strict(Some(SUPPORT), statuses=("corroborated",))
    judged = judge.judge(case(text))
    assert {one.claim: one.status for one in judged.results} == {"d": "attributed", "c": "attributed"}
    assert [(one.claim, one.actual) for one in broken(judged)] == [("c", "corroborated")]


def test_invariants_are_held_on_every_date_that_is_expected_of_and_on_the_whole() -> None:
    judge = strict(Origins(SUPPORT, at_most=1), statuses=("attributed", "corroborated"))
    expected = "{claim: c, status: attributed, as_of: '2024-01-02'}, {claim: c, status: corroborated}"
    found = hold(case(f"{STORY.rstrip()}\n    expect: [{expected}]\n"), judge)
    assert [(one.claim, one.as_of) for one in found.mismatches] == [("c", "2024-01-02")]
    everywhere = strict(Some(SUPPORT))
    found = hold(case(f"{STORY.rstrip()}\n    expect: [{expected}]\n"), everywhere)
    assert [one.as_of for one in found.mismatches] == [None, "2024-01-02"]


def test_an_invariant_about_related_claims_sees_how_they_ended() -> None:
    text = STORY.replace("{id: c, text: t", "{id: c, text: t, entails: d")
    stands = Related("entails", "some", ("unassessed", "unverified", "attributed", "corroborated"))
    assert breaking(strict(stands), text) == ["c"]

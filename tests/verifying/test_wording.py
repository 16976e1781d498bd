"""Words for people: values, lists, origins by their earliest root, and notes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from corrob.dates import interval
from corrob.model.rule import Clause, Finds, Rule, Selection, Some
from corrob.verifying.judge import Judge
from corrob.verifying.wording import earliest, listed, text
from stories import book, case, judged, results

STORY = """
    sources: [{id: a, name: The paper, reliability: B}, {id: b, reliability: B}]
    claims: [{id: c, text: t, kind: quantity, quantity: {op: '>=', value: 1}}]
    evidence:
    - {id: e1, source: a, published: "2024-01-03", bears: [{claim: c, stance: supports, value: 7}]}
    - {id: e2, source: b, published: "2024-01-02", bears: [{claim: c, stance: supports, value: 2.5}]}
    - {id: e3, source: a, published: "2024-01-01", bears: [{claim: c, stance: supports, value: 7}]}
    """


@pytest.mark.parametrize(
    ("value", "written"),
    [(True, "yes"), (False, "no"), (7.0, "7"), (2.5, "2.5"), ("word", "word"), (interval("2024-01-02"), "2024-01-02")],
)
def test_values_are_written_as_people_do(value: object, written: str) -> None:
    assert text(value) == written


def test_nothing_in_a_list_is_nobody() -> None:
    assert (listed(["a", "b", "a"]), listed([])) == ("a, b", "nobody")


def test_origins_are_named_by_their_earliest_root_in_order_of_date() -> None:
    weighing = judged(STORY).outcomes["c"].weighing
    assert earliest(weighing.held("credible_support")) == ["e3", "e2"]


def test_a_range_lists_the_least_and_the_most_with_the_origins_that_give_them() -> None:
    assert results(STORY)["c"].notes["range"] == ("2.5 (e2)", "7 (e3)")


@pytest.mark.parametrize(
    ("bound", "told"), [(">=", "at least 2.5 (e2)"), ("<=", "at most 2.5 (e2)"), ("~", "about 2.5 (e2)")]
)
def test_an_end_of_a_range_keeps_the_bound_with_which_it_was_given(bound: str, told: str) -> None:
    bounded = STORY.replace("value: 2.5}", f"value: 2.5, bound: '{bound}'}}").replace(
        "'>=', value: 1", "'>=', value: -9"
    )
    assert results(bounded, pack="core")["c"].notes["range"][0] == told


def test_an_origin_that_nobody_is_known_to_have_published_is_named_by_one_who_worked_on_it() -> None:
    story = """
    sources: [{id: a, name: The analysts, reliability: B}, {id: b, reliability: B}]
    media: [{id: film, type: video}]
    claims: [{id: c, text: t}]
    evidence:
    - {id: e2, source: b, published: "2024-01-03", media: [film], adds: [measurement], bears: [{claim: c, stance: supports}]}
    - {id: e1, source: a, published: "2024-01-02", media: [film], adds: [geolocation], bears: [{claim: c, stance: supports}]}
    """
    assert results(story)["c"].because == "Credible support, to be attributed to The analysts (film)."


def test_the_reason_names_sources_where_they_have_names() -> None:
    assert results(STORY)["c"].because == "2 independent origins agree: The paper (e3), b (e2)."


@pytest.mark.parametrize(
    ("listing", "told"), [("date", ("2024-01-01", "2024-01-02", "2024-01-03")), ("stance", ("supports",)), ("bloc", ())]
)
def test_any_field_can_be_listed(listing: str, told: tuple[str, ...]) -> None:
    plain = book("core")
    span = plain.rules[0].span
    needs = (Clause(Some(Selection("seen")), "core", span),)
    finder = Rule(id="core/x", code="X", title="x", effect=Finds("told", listing), needs=needs, span=span)
    changed = replace(plain, rules=(*plain.rules, finder), stages=(*plain.stages, (finder,)))
    assert Judge(changed, "direct").judge(case(STORY)).results[0].notes["told"] == told

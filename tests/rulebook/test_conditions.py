"""What a test of a value may say, by the type of its field."""

from __future__ import annotations

from math import inf, nextafter

import pytest

from corrob.model.rule import ClaimIs, Compare, Exists, FieldTest, Is, Moment, Selection, Some, Test, Unless
from rulebook.shelf import Shelf

OCTOBER_26 = 1_729_900_800.0
DAY = 86_400.0


def typed_tests(shelf: Shelf, test: str) -> tuple[Test, ...]:
    rule = shelf.rule(f"rules: [{{id: r, gives: sure, needs: [some: {{from: good, where: {{{test}}}}}]}}]")
    (clause,) = rule.needs
    assert isinstance(clause.need, Some)
    (field_test,) = clause.need.selection.where
    return field_test.tests


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("act: denial", (Is(("denial",)),)),
        ("act: [denial, no_comment]", (Is(("denial", "no_comment")),)),
        ("hedged: yes", (Is((True,)),)),
        ("hedged: false", (Is((False,)),)),
        ("value: [1, 2.5]", (Is((1.0, 2.5)),)),
        ("source: bbc", (Is(("bbc",)),)),
        ("source: no", (Is(("no",)),)),
        ("adds: geolocation", (Is(("geolocation",)),)),
        ("adds: {includes: geolocation}", (Is(("geolocation",)),)),
        ("adds: {includes: [geolocation, measurement]}", (Is(("geolocation", "measurement")),)),
        ("reliability: {at_least: C}", (Compare("at_least", "C"),)),
        ("reliability: {at_least: $credible_from}", (Compare("at_least", "C"),)),
        ("reliability: {above: E, below: A}", (Compare("above", "E"), Compare("below", "A"))),
        ("reliability: {between: [D, B]}", (Compare("at_least", "D"), Compare("at_most", "B"))),
        ("reliability: {exists: no}", (Exists(wanted=False),)),
        ("value: {at_most: 3}", (Compare("at_most", 3.0),)),
        ("value: {between: [$min_origins, 9]}", (Compare("at_least", 2.0), Compare("at_most", 9.0))),
        ("act: {not: denial}", (Unless((Is(("denial",)),)),)),
        ("act: {not: [denial, order]}", (Unless((Is(("denial", "order")),)),)),
        ("value: {not: {above: 3, below: 9}}", (Unless((Compare("above", 3.0), Compare("below", 9.0))),)),
        ("date: {before: 2024-10-26}", (Moment("before", OCTOBER_26),)),
        ("date: {after: 2024-10-26}", (Moment("after", OCTOBER_26 + DAY - 1),)),
        (
            "date: {between: [2024-10-26, 2024-10-27]}",
            (
                Moment("after", nextafter(OCTOBER_26, -inf)),
                Moment("before", nextafter(OCTOBER_26 + 2 * DAY - 1, inf)),
            ),
        ),
    ],
)
def test_a_test_is_typed_by_its_field(shelf: Shelf, written: str, typed: tuple[Test, ...]) -> None:
    assert typed_tests(shelf, written) == typed


def test_a_claims_place_is_tested_for_being_given(shelf: Shelf) -> None:
    rule = shelf.rule("rules: [{id: r, gives: sure, needs: [claim: {place: {exists: yes}}]}]")
    assert [clause.need for clause in rule.needs] == [ClaimIs(FieldTest("place", (Exists(wanted=True),)))]


def test_an_attribute_whose_values_are_all_yes_or_no_is_a_flag(shelf: Shelf) -> None:
    tables = "tables: [{sets: near, rows: [{when: {hedged: no}, then: yes}, {then: no}]}]\n"
    rule = shelf.rule(tables + "rules: [{id: r, gives: sure, needs: [some: {from: good, where: {near: yes}}]}]")
    assert rule.needs[0].need == Some(Selection("good", (FieldTest("near", (Is((True,)),)),)))


def test_an_attribute_with_other_values_is_a_word(shelf: Shelf) -> None:
    tables = "tables: [{sets: near, rows: [{when: {hedged: no}, then: yes}, {then: perhaps}]}]\n"
    rule = shelf.rule(tables + "rules: [{id: r, gives: sure, needs: [some: {from: good, where: {near: yes}}]}]")
    assert rule.needs[0].need == Some(Selection("good", (FieldTest("near", (Is(("yes",)),)),)))


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("actt: denial", "1:65: P004 there is no field 'actt' [did you mean 'act'?]"),
        ("act: deniel", "1:70: P005 'act' is never 'deniel' [did you mean 'denial'?]"),
        ("act: []", "1:70: P005 an empty list passes nothing"),
        ("act: {}", "1:70: P005 the test of 'act' is empty"),
        ("act: {at_least: denial}", "1:71: P005 'act' cannot be tested with 'at_least' [one of not, exists, includes]"),
        ("hedged: maybe", "1:73: P005 'hedged' is yes or no, not 'maybe'"),
        ('hedged: "yes"', "1:73: P005 'hedged' is yes or no, not 'yes'"),
        ("value: many", "1:72: P005 'value' is a number, not 'many'"),
        ("reliability: {at_least: c}", "1:89: P005 'reliability' is never 'c' [one of F, E, D, C, B, A]"),
        ("reliability: {between: [B, D]}", "1:88: P005 'between' asks for the lower value first"),
        ("reliability: {between: B}", "1:88: P005 'between' asks for a list of two values"),
        ("reliability: {exists: C}", "1:87: P005 'exists' is yes or no"),
        ("date: 2024-10-26", "1:71: P005 'date' can be tested with not or exists or before or after or between only"),
        ("date: {before: yesterday}", "1:80: P005 'yesterday' is no ISO 8601 date"),
        ("date: {between: [2024-10-27, 2024-10-26]}", "1:81: P005 'between' asks for the earlier date first"),
        ("value: $many", "1:72: P006 there is no parameter '$many'"),
        ("value: $min_origin", "1:72: P006 there is no parameter '$min_origin' [did you mean '$min_origins'?]"),
        ("value: ", "1:65: F009 the value is empty [leave the key out or fill it in]"),
        ("source: {a: {b: c}}", "1:74: P005 'source' cannot be tested with 'a' [one of not, exists, includes]"),
        ("source: [{b: c}]", "1:74: P005 a single value is asked for here"),
    ],
)
def test_a_test_that_the_field_does_not_allow_is_named_with_its_place(shelf: Shelf, written: str, problem: str) -> None:
    rule = f"rules: [{{id: r, gives: sure, needs: [some: {{from: good, where: {{{written}}}}}]}}]"
    assert shelf.problems(rule) == [f"ground/rules.yaml:{problem}"]


def test_a_claims_place_has_no_value_to_be_equal_to(shelf: Shelf) -> None:
    rule = "rules: [{id: r, gives: sure, needs: [claim: {place: yes}]}]"
    assert shelf.problems(rule) == ["ground/rules.yaml:1:53: P005 'place' can be tested with exists only"]

"""What can never be unknown is said with its reason; all else counts as missing where tests do not show it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from corrob.diagnostics import Span
from corrob.examining import never
from corrob.model.rule import (
    Acts,
    AllOf,
    AnyOf,
    ClaimIs,
    Clause,
    EvidenceSet,
    Exists,
    FieldTest,
    Found,
    Gives,
    Is,
    Leaf,
    Need,
    Not,
    Nothing,
    Origins,
    Related,
    Row,
    Rule,
    Rulebook,
    Selection,
    Some,
    Suspect,
    Table,
    Unless,
)
from stories import book

HERE = Span("p.yaml")
SEEN = Selection("seen")


def field(name: str, *values: Any) -> FieldTest:
    return FieldTest(name, (Is(values),))


def told(reasons: dict[str, str]) -> str:
    """Give the reason why something is never unknown, or ''."""
    assert reasons.keys() <= {"unknown"}
    return reasons.get("unknown", "")


@pytest.mark.parametrize(
    ("test", "reason"),
    [
        (field("stance", "supports"), "stance is always known"),
        (field("kind", "event"), "kind is always known"),
        (field("credible", "yes"), "credible is set by a table, whose last row decides"),
        (FieldTest("reliability", (Exists(wanted=True),)), "it asks whether reliability is known"),
        (FieldTest("value", (Exists(wanted=False),)), "it asks whether value is known"),
        (FieldTest("value", (Unless((Exists(wanted=True),)),)), "it asks whether value is known"),
        (field("reliability", "A"), ""),
        (FieldTest("place_fits", (Unless((Is((True,)),)),)), ""),
        (field("window_is", "past"), ""),
    ],
)
def test_a_test_is_unknown_only_where_its_field_can_be(test: FieldTest, reason: str) -> None:
    assert told(never.of_test(test, book("core"))) == reason


def with_set(*where: FieldTest) -> Rulebook:
    core = book("core")
    first = EvidenceSet("first", "seen", where, "core", HERE)
    return replace(core, sets=(*core.sets, first, EvidenceSet("second", "first", (), "core", HERE)))


def test_a_set_whose_tests_the_unknown_does_not_pass_holds_none() -> None:
    known = "first holds only what has a known value"
    for test in (field("value", 3.0), FieldTest("value", (Exists(wanted=True),))):
        assert told(never.of_test(field("value", 4.0), with_set(test), "second")) == known
    assert (
        told(never.of_test(field("value", 4.0), with_set(FieldTest("value", (Exists(wanted=False),))), "second")) == ""
    )
    assert told(never.of_test(field("value", 4.0), with_set(field("modality", "photo")), "second")) == ""


COUNTED = "what is counted is known"


@pytest.mark.parametrize(
    ("leaf", "reason"),
    [
        (Origins(SEEN, 1), COUNTED),
        (Some(SEEN), COUNTED),
        (Nothing(SEEN), COUNTED),
        (Suspect(SEEN), COUNTED),
        (Found("range"), "a finding is there or not"),
        (ClaimIs(field("kind", "event")), "kind is always known"),
        (ClaimIs(field("window_is", "past")), ""),
        (Acts(), ""),
        (Related("resolves_on", "some", ("confirmed",)), "claims that are related by resolves_on never wait for each other"),
    ],
)  # fmt: skip
def test_a_need_is_unknown_only_where_what_it_asks_can_be(leaf: Leaf, reason: str) -> None:
    assert told(never.of_need(leaf, book("core"))) == reason


def ruled(*needs: Need) -> Rule:
    clauses = tuple(Clause(need, "core", HERE) for need in needs)
    return Rule("core/x", "x", "X", Gives("confirmed"), clauses, HERE)


def test_related_claims_can_be_unknown_once_any_relation_can_lead_in_a_circle() -> None:
    related = Related("resolves_on", "some", ("confirmed",))
    core = book("core")
    circling = replace(core, rules=(*core.rules, ruled(Related("part_of", "some", ("confirmed",)))))
    assert told(never.of_need(related, circling)) == ""


PAST, NONE = ClaimIs(field("window_is", "past")), ClaimIs(FieldTest("window_is", (Exists(wanted=False),)))
TOGETHER = {"unknown": "its needs together are never unknown"}


@pytest.mark.parametrize(
    ("needs", "reasons"),
    [
        ((), {"false": "it has no needs", "unknown": "it has no needs"}),
        ((Some(SEEN),), TOGETHER),
        ((Some(SEEN), PAST), {}),
        ((Not(PAST),), {}),
        ((AllOf((Some(SEEN), PAST)),), {}),
        ((AnyOf((Some(SEEN), PAST)),), {}),
        ((AnyOf((PAST, NONE)),), TOGETHER),
        ((AnyOf((PAST, ClaimIs(FieldTest("when", (Exists(wanted=False),))))),), {}),
    ],
)
def test_a_rule_is_unknown_only_where_its_needs_together_can_be(
    needs: tuple[Need, ...], reasons: dict[str, str]
) -> None:
    assert never.of_rule(ruled(*needs), book("core")) == reasons


def test_a_row_is_unknown_only_where_one_of_its_tests_can_be_and_the_last_is_always_true() -> None:
    plain, letter = field("hedged", "yes"), field("reliability", "A")
    table = Table(
        "x", "", (Row((plain,), then=True), Row((plain, letter), then=True), Row((), then=False)), "core", HERE
    )
    assert [never.of_row(table, number, book("core")) for number in range(3)] == [
        {"unknown": "no test of it can be unknown"},
        {},
        {"false": "the last row has no tests", "unknown": "the last row has no tests"},
    ]

"""Packs laid over one another: what an extending pack may change, and what it may not."""

from __future__ import annotations

import pytest

from corrob.diagnostics import Span
from corrob.model.rule import (
    Clause,
    FieldTest,
    Independence,
    Is,
    Origins,
    Row,
    Rule,
    Rulebook,
    Selection,
    Some,
)  # fmt: skip
from rulebook.shelf import Shelf

BASE = """\
tables:
  - sets: near
    rows: [{when: {first_hand: yes}, then: yes}, {then: no}]
rules:
  - id: enough
    code: G1
    renamed_from: plenty
    gives: sure
    needs: [origins: {at_least: $min_origins, from: good}]
  - id: some
    gives: likely
    beats: enough
    needs: [some: good]
"""


def book(shelf: Shelf, text: str) -> Rulebook:
    found, problems = shelf.above(text, BASE)
    assert problems == []
    assert found is not None
    return found


def rule(shelf: Shelf, text: str, name: str = "ground/enough") -> Rule:
    return next(one for one in book(shelf, text).rules if one.id == name)


def test_the_bases_come_first_and_the_pack_asked_for_last(shelf: Shelf) -> None:
    found = book(shelf, "rules: [{id: more, gives: likely, beats: [ground/some]}]")
    assert (found.name, [(one.name, one.version) for one in found.packs]) == (
        "above",
        [("ground", "1.2.0"), ("above", "2.0.0")],
    )
    assert found.named == "above 2.0.0 on ground 1.2.0"
    assert [(one.id, one.beats) for one in found.rules] == [
        ("ground/enough", ()),
        ("ground/some", ("ground/enough",)),
        ("above/more", ("ground/some",)),
    ]


def test_a_changed_parameter_changes_the_rules_of_the_bases(shelf: Shelf) -> None:
    found = book(shelf, "change: [{parameter: min_origins, value: 3, reason: Strict}]")
    assert found.parameters["min_origins"] == 3.0
    assert found.rules[0].needs[0].need == Origins(Selection("good"), at_least=3)


def test_a_disabled_rule_is_gone_and_beaten_by_nobody(shelf: Shelf) -> None:
    found = book(shelf, "change: [{rule: ground/enough, disable: yes, reason: Not here}]")
    assert [(one.id, one.beats) for one in found.rules] == [("ground/some", ())]


@pytest.mark.parametrize("name", ["enough", "plenty"])
def test_an_added_need_keeps_its_pack_and_its_reason(shelf: Shelf, name: str) -> None:
    changed = rule(shelf, f"change:\n  - rule: ground/{name}\n    add: [some: bad]\n    reason: Be fair\n")
    own = Clause(Origins(Selection("good"), at_least=2), "ground", Span("ground/rules.yaml", 9, 13))
    assert changed.needs == (
        own,
        Clause(Some(Selection("bad")), "above", Span("above/more.yaml", 3, 11), "Be fair"),
    )


def test_a_set_is_narrowed(shelf: Shelf) -> None:
    found = book(shelf, "change: [{set: good, where: {near: yes}, reason: Only near}]")
    assert found.sets[0].where == (
        FieldTest("stance", (Is(("supports",)),)),
        FieldTest("near", (Is((True,)),)),
    )


def test_rows_are_put_before_the_rows_of_a_table(shelf: Shelf) -> None:
    found = book(shelf, "change: [{table: near, rows: [{when: {hedged: yes}, then: no}], reason: Hedged is far}]")
    assert found.tables[0].rows == (
        Row((FieldTest("hedged", (Is((True,)),)),), then=False),
        Row((FieldTest("first_hand", (Is((True,)),)),), then=True),
        Row((), then=False),
    )


def test_rows_with_a_new_word_make_the_attribute_a_word(shelf: Shelf) -> None:
    found = book(shelf, "change: [{table: near, rows: [{when: {hedged: yes}, then: perhaps}], reason: Who knows}]")
    assert [row.then for row in found.tables[0].rows] == ["perhaps", "yes", "no"]


def test_independence_is_replaced_key_by_key(shelf: Shelf) -> None:
    found = book(shelf, "independence: {merge: [control, media]}")
    assert found.independence == Independence(
        frozenset({"control", "media"}), frozenset({"funding"}), {"artifact_property": "analyst"}
    )


def test_statuses_and_counts_are_replaced(shelf: Shelf) -> None:
    found = book(
        shelf,
        "counted: {supports: bad, refutes: good}\n"
        "statuses: {default: none, conflict: both, for: [likely, sure], against: [],"
        " order: [[none, both, likely, sure]]}\n",
    )
    assert found.counted == {"supports": "bad", "refutes": "good"}
    assert found.statuses.all == ("none", "both", "likely", "sure")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("parameter: min_origin, value: 3", "1:22: P008 there is no parameter 'min_origin' to change [did you mean 'min_origins'?]"),
        ("parameter: min_origins, value: 2", "1:42: P008 the parameter 'min_origins' is 2 already"),
        ("parameter: min_origins, value: 9", "1:42: P011 the parameter 'min_origins' is 9, outside 2 to 5"),
        ("parameter: min_origins", "1:10: F002 a change of a parameter needs its new 'value'"),
        ("parameter: grace, value: 3", "1:36: P011 the parameter 'grace' is '3', and must be a duration such as '3 days'"),
        ("rule: ground/enogh, disable: yes", "1:17: P008 there is no rule 'ground/enogh' to change [did you mean 'ground/enough'?]"),
        ("rule: enough, disable: yes", "1:17: P008 there is no rule 'enough' to change [did you mean 'ground/enough'?]"),
        ("rule: ground/enough, disable: no", "1:10: P008 the change changes nothing: it neither adds needs nor disables the rule"),
        ("rule: ground/enough, add: []", "1:10: P008 the change changes nothing: it neither adds needs nor disables the rule"),
        ("rule: ground/enough, add: [origins: {at_least: 2, from: good}]", "1:38: P008 the change changes nothing: the rule has this need already"),
        ("rule: ground/enough, add: [some: goood]", "1:44: P006 there is no set 'goood' [did you mean 'good'?]"),
        ("rule: ground/enough, disable: yes, add: [some: bad]", "1:10: F011 a rule is either disabled or given further needs [split it up]"),
        ("set: goood, where: {hedged: no}", "1:16: P008 there is no set 'goood' to change [did you mean 'good'?]"),
        ("set: good, where: {}", "1:10: P008 the change changes nothing: it has no tests in 'where'"),
        ("set: good, where: {stance: supports}", "1:10: P008 the change changes nothing: the set has these tests already"),
        ("set: good, rows: [{then: no}]", "1:22: F011 'rows' does not go together with 'set' [it takes where]"),
        ("table: neer, rows: [{then: no}]", "1:18: P008 there is no table 'neer' to change [did you mean 'near'?]"),
        ("table: near, rows: []", "1:10: P008 the change changes nothing: it has no 'rows'"),
        ("table: near, rows: [{then: no}]", "1:31: P014 only the last row of a table has no 'when'; no row after it is reached"),
        ("table: near, rows: [{when: {first_hand: yes}, then: yes}]", "1:31: P008 the change changes nothing: the table has this row already"),
        ("set: good, table: near", "1:10: P009 a change names exactly one of parameter, rule, set, table [split it up]"),
        ("where: {}", "1:10: P009 a change names exactly one of parameter, rule, set, table [name what is changed]"),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_made_is_named_with_its_place(shelf: Shelf, change: str, problem: str) -> None:
    found, problems = shelf.above(f"change: [{{{change}, reason: Because}}]", BASE)
    assert (found, [told for told in problems if "F011 'rows'" in told or "set: good, rows" not in change]) == (
        None,
        [f"above/more.yaml:{problem}"],
    )


def test_a_change_has_a_reason(shelf: Shelf) -> None:
    _, problems = shelf.above("change: [{rule: ground/enough, disable: yes}]", BASE)
    assert problems == ["above/more.yaml:1:10: F002 the key 'reason' is missing [Why; printed beside what is changed.]"]


def test_names_hold_for_all_packs_together(shelf: Shelf) -> None:
    _, problems = shelf.above(
        "parameters: {grace: {value: 1 day}}\n"
        "evidence_sets: {good: {from: bad}}\n"
        "tables: [{sets: near, rows: [{then: no}]}]\n"
        "rules: [{id: enough, code: G1, gives: sure}]\n",
        BASE,
    )
    taken = "[names hold for all packs together]"
    assert problems == [
        f"above/more.yaml:1:14: P007 there is already a parameter 'grace' {taken}",
        f"above/more.yaml:2:17: P007 there is already a set 'good' {taken}",
        f"above/more.yaml:3:17: P007 there is already a table 'near' {taken}",
        "above/more.yaml:4:28: P007 the code 'G1' is that of 'ground/enough' already",
    ]


def test_a_status_that_is_gone_is_missed_by_the_rules_of_the_bases(shelf: Shelf) -> None:
    _, problems = shelf.above(
        "statuses: {default: sure, conflict: sure, for: [sure], against: [], order: [[sure]]}", BASE
    )
    assert problems == ["ground/rules.yaml:11:12: P013 there is no status 'likely'"]

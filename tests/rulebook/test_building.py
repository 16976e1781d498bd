"""Tables, sets, statuses, invariants and parameters of a pack, and what they may not say."""

from __future__ import annotations

import pytest

from corrob.diagnostics import Span
from corrob.model.rule import (
    Clause,
    Compare,
    EvidenceSet,
    FieldTest,
    Independence,
    Invariant,
    Is,
    PackId,
    Row,
    Rulebook,
    Selection,
    Some,
    Statuses,
    Table,
)  # fmt: skip
from rulebook.shelf import GROUND, Shelf

RULES = Span("ground/rules.yaml")
STANCE = {stance: (FieldTest("stance", (Is((stance,)),)),) for stance in ("supports", "refutes")}


def test_a_pack_without_rules_is_read_whole(shelf: Shelf) -> None:
    assert shelf.load() == Rulebook(
        packs=(PackId("ground", "1.2.0"),),
        parameters={"min_origins": 2.0, "credible_from": "C", "pdq_distance": 31.0, "grace": 259_200.0},
        statuses=Statuses(
            default="blank",
            conflict="split",
            support=("likely", "sure"),
            against=("wrong",),
            order=(("wrong", "blank", "split", "likely", "sure"), ("open", "done")),
            dual={"sure": "wrong", "wrong": "sure"},
            words={"sure": {"meaning": "It is so.", "stix": "95"}},
        ),
        independence=Independence(frozenset({"control"}), frozenset({"funding"}), {"artifact_property": "analyst"}),
        tables=(),
        sets=(
            EvidenceSet("good", "bearings", STANCE["supports"], "ground", Span("ground/pack.yaml", 19, 9)),
            EvidenceSet("bad", "bearings", STANCE["refutes"], "ground", Span("ground/pack.yaml", 20, 8)),
        ),
        counted={"supports": "good", "refutes": "bad"},
        rules=(),
        removals=(),
        stages=(),
    )


def places(line: int, *columns: int) -> tuple[Span, ...]:
    """Give the places of rows that stand on one line."""
    return tuple(Span(RULES.file, line, column) for column in columns)


def test_a_table_may_test_what_earlier_tables_set(shelf: Shelf) -> None:
    text = """\
tables:
  - sets: near
    title: It was near
    rows: [{when: {first_hand: yes, reliability: {at_least: $credible_from}}, then: yes}, {then: no}]
  - sets: worth
    rows: [{when: {near: yes}, then: much}, {then: little}]
"""
    near = (FieldTest("first_hand", (Is((True,)),)), FieldTest("reliability", (Compare("at_least", "C"),)))
    much = (FieldTest("near", (Is((True,)),)),)
    assert shelf.load(text).tables == (
        Table(
            "near",
            "It was near",
            (Row(near, then=True), Row((), then=False)),
            "ground",
            Span(RULES.file, 2, 5),
            places(4, 12, 91),
        ),
        Table("worth", "", (Row(much, "much"), Row((), "little")), "ground", Span(RULES.file, 5, 5), places(6, 12, 45)),
    )


def test_sets_come_after_the_sets_that_they_are_taken_from(shelf: Shelf) -> None:
    text = "evidence_sets:\n  first: {from: second}\n  second: {from: seen, title: Everything}\n"
    assert [one.name for one in shelf.load(text).sets if one.name in {"first", "second"}] == ["second", "first"]


def test_an_invariant_says_what_never_goes_with_a_status(shelf: Shelf) -> None:
    text = "invariants:\n  - {id: never-alone, status: sure, never: [some: bad]}\n"
    never = (Clause(Some(Selection("bad")), "ground", Span(RULES.file, 2, 45)),)
    assert shelf.load(text).invariants == (Invariant("ground/never-alone", never, ("sure",), Span(RULES.file, 2, 5)),)


def test_tests_of_the_pack_and_of_its_tables_belong_to_no_rule(shelf: Shelf) -> None:
    test = "{name: a, given: {claims: []}, expect: {c: sure}}"
    text = f"tables:\n  - {{sets: near, rows: [{{then: no}}], tests: [{test}]}}\ntests:\n  - {test}\n"
    found = [(pack, node.span) for pack, node in shelf.load(text).tests]
    assert found == [("ground", Span(RULES.file, 2, 46)), ("ground", Span(RULES.file, 4, 5))]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tables: [{sets: t, rows: []}]", "1:10: P014 the last row of a table has no 'when'"),
        ("tables: [{sets: t, rows: [{when: {hedged: no}, then: a}]}]", "1:27: P014 the last row of a table has no 'when'"),
        ("tables: [{sets: t, rows: [{then: a}, {then: b}]}]", "1:27: P014 only the last row of a table has no 'when'; no row after it is reached"),
        ("tables: [{sets: hedged, rows: [{then: no}]}]", "1:17: P007 there is already a field 'hedged' [call the attribute else]"),
        ("tables: [{sets: t, rows: [{then: no}]}, {sets: t, rows: [{then: no}]}]", "1:48: P007 there is already a table 't' [names hold for all packs together]"),
        ("tables: [{sets: t, rows: [{when: {t: no}, then: no}, {then: no}]}]", "1:35: P010 the attribute 't' is not set yet when this table is looked at"),
        ("tables: [{sets: t, rows: [{when: {u: no}, then: no}, {then: no}]}, {sets: u, rows: [{then: no}]}]", "1:35: P010 the attribute 'u' is not set yet when this table is looked at"),
        ("tables: [{sets: t, rows: [{when: {act: deniel}, then: no}, {then: no}]}]", "1:40: P005 'act' is never 'deniel' [did you mean 'denial'?]"),
        ("evidence_sets: {a: {from: goood}}", "1:27: P006 there is no set 'goood' [did you mean 'good'?]"),
        ("evidence_sets: {a: {from: b}, b: {from: a}}", "1:27: P010 sets are taken from each other in a circle: a → b → a"),
        ("evidence_sets: {seen: {from: good}}", "1:23: P007 the set 'seen' is built in"),
        ("evidence_sets: {good: {from: bad}}", "1:17: P007 there is already a set 'good' [names hold for all packs together]"),
        ("invariants: [{id: i, status: shure, never: [some: good]}]", "1:30: P013 there is no status 'shure' [did you mean 'sure'?]"),
        ("invariants: [{id: i, never: []}]", "1:29: P009 'never' lists no needs"),
        ("counted: {supports: good, refutes: bad}", "1:1: P007 the pack says 'counted' twice"),
        ("parameters: {grace: {value: 1 day}}", "1:14: P007 there is already a parameter 'grace' [names hold for all packs together]"),
        ("parameters: {p: {value: 1, between: [2, 3]}}", "1:25: P011 the parameter 'p' is 1, outside 2 to 3"),
        ("parameters: {p: {value: F, between: [E, A]}}", "1:25: P011 the parameter 'p' is F, outside E to A"),
        ("parameters: {p: {value: 3 weeks, between: [1 day, 20 days]}}", "1:25: P011 the parameter 'p' is 3 weeks, outside 1 day to 20 days"),
        ("parameters: {p: {value: 1, between: [C, A]}}", "1:37: P011 the range of 'p' must be two values like its own, the least first"),
        ("parameters: {p: {value: 1, between: [3, 1]}}", "1:37: P011 the range of 'p' must be two values like its own, the least first"),
        ("parameters: {p: {value: 1, between: [1]}}", "1:37: P011 the range of 'p' must be two values like its own, the least first"),
        ("parameters: {p: {value: [1]}}", "1:25: P005 the parameter 'p' is one value, not a list or a mapping"),
        ("version: '1'", "1:1: F001 'version' is not known here [it stands in pack.yaml alone]"),
    ],
)  # fmt: skip
def test_what_a_pack_may_not_say_is_named_with_its_place(shelf: Shelf, text: str, problem: str) -> None:
    assert shelf.problems(text) == [f"ground/rules.yaml:{problem}"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("default: blank", "default: blnk", "9:12: P013 there is no status 'blnk' in 'order' [did you mean 'blank'?]"),
        ("conflict: split", "conflict: war", "10:13: P013 there is no status 'war' in 'order'"),
        ("[likely, sure]\n", "[likly, sure]\n", "11:9: P013 there is no status 'likly' in 'order' [did you mean 'likely'?]"),
        ("against: [wrong]", "against: [wrng]", "12:13: P013 there is no status 'wrng' in 'order' [did you mean 'wrong'?]"),
        ("[open, done]", "[open, sure]", "13:55: P007 the status 'sure' stands twice in 'order'"),
        ("dual: {sure:", "dual: {shure:", "14:10: P013 there is no status 'shure' in 'order' [did you mean 'sure'?]"),
        ("wrong: sure}", "wrong: shure}", "14:30: P013 there is no status 'shure' in 'order' [did you mean 'sure'?]"),
        ("words: {sure:", "words: {shure:", "15:11: P013 there is no status 'shure' in 'order' [did you mean 'sure'?]"),
        ("supports: good", "supports: goood", "17:21: P006 there is no set 'goood' [did you mean 'good'?]"),
        ("artifact_property:", "artifact:", "16:61: P005 there is no kind of claim 'artifact' [did you mean 'artifact_property'?]"),
        ("value: C, between: [D, A]", "value: 3", "5:26: P011 the parameter 'credible_from' is '3', and must be a letter A to F"),
        ('version: "1.2.0"', 'version: "one"', '2:10: P002 \'one\' is no version [write it as "1.0.0"]'),
        ('version: "1.2.0"\n', "", "1:1: F002 the key 'version' is missing"),
    ],
)  # fmt: skip
def test_what_a_header_may_not_say_is_named_with_its_place(shelf: Shelf, old: str, new: str, problem: str) -> None:
    assert old in GROUND
    assert shelf.problems("rules: []", GROUND.replace(old, new, 1)) == [f"ground/pack.yaml:{problem}"]


def test_judging_needs_a_vocabulary_ties_counts_and_three_parameters(shelf: Shelf) -> None:
    hint = "[extend a pack that has it, such as core]"
    lacking = (
        "statuses", "independence", "counted",
        "the parameter 'credible_from'", "the parameter 'grace'", "the parameter 'pdq_distance'",
    )  # fmt: skip
    assert shelf.problems("rules: []", 'pack: ground\nversion: "1"\n') == sorted(
        f"ground/pack.yaml:1:1: P016 the pack lacks {what} {hint}" for what in lacking
    )

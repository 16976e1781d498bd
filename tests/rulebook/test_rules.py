"""What a rule says, and what it may not say."""

from __future__ import annotations

import pytest

from corrob.diagnostics import Span
from corrob.model.node import Mapping
from corrob.model.rule import Clause, Effect, FieldTest, Finds, Gives, Is, Moves, Removes, Rule, Selection, Some, Unless
from rulebook.shelf import Shelf

PEACE = """\
applies_to: {kind: event}
rules:
  - id: seen-plainly
    code: G1
    title: It was seen
    applies_to: {window_is: {not: past}}
    gives: sure
    confidence: high
    needs:
      - some: good
    beats: [said-only]
    because: "Seen by {some.source}: {claim.text}"
    cites: [A manual]
    tests:
      - {name: one witness is enough, given: {claims: []}, expect: {c: sure}}
  - id: said-only
    gives: likely
"""


def test_a_rule_is_read_whole(shelf: Shelf) -> None:
    first, second = shelf.load(PEACE).rules
    (test,) = first.tests
    assert isinstance(test, Mapping)
    assert test.span == Span("ground/rules.yaml", 15, 9)
    event = FieldTest("kind", (Is(("event",)),))
    assert first == Rule(
        id="ground/seen-plainly",
        code="G1",
        title="It was seen",
        effect=Gives("sure", "high"),
        needs=(Clause(Some(Selection("good")), "ground", Span("ground/rules.yaml", 10, 9)),),
        span=Span("ground/rules.yaml", 3, 5),
        applies_to=(event, FieldTest("window_is", (Unless((Is(("past",)),)),))),
        beats=("ground/said-only",),
        because="Seen by {some.source}: {claim.text}",
        cites=("A manual",),
        tests=(test,),
    )
    assert second == Rule(
        id="ground/said-only",
        code="said-only",
        title="Said only",
        effect=Gives("likely"),
        needs=(),
        span=Span("ground/rules.yaml", 16, 5),
        applies_to=(event,),
    )


@pytest.mark.parametrize(
    ("written", "effect"),
    [
        ("gives: sure", Gives("sure")),
        ("finds: note, listing: source", Finds("note", listing="source")),
        ("finds: note, value: tacit", Finds("note", value="tacit")),
        ("removes: {recycled: yes}", Removes((FieldTest("recycled", (Is((True,)),)),))),
        ("raises: confidence", Moves(1)),
        ("lowers: confidence", Moves(-1)),
    ],
)
def test_a_rule_has_one_effect(shelf: Shelf, written: str, effect: Effect) -> None:
    assert shelf.rule(f"rules: [{{id: r, {written}, needs: [some: good]}}]").effect == effect


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("", "2:5: P009 a rule has exactly one effect, and 'r' has none [one of gives, finds, removes, raises, lowers]"),
        ("gives: sure, raises: confidence", "2:5: P009 a rule has exactly one effect, and 'r' has 2 [split it up]"),
        ("gives: shure", "2:20: P013 there is no status 'shure' [did you mean 'sure'?]"),
        ("raises: spirits", "2:21: F004 'spirits' is not known here; expected confidence"),
        ("finds: note, confidence: low", "2:26: F011 'confidence' goes with 'gives', not with 'finds'"),
        ("gives: sure, value: tacit", "2:26: F011 'value' goes with 'finds', not with 'gives'"),
        ("gives: sure, listing: source", "2:26: F011 'listing' goes with 'finds', not with 'gives'"),
        ("finds: note, value: tacit, listing: source", "2:26: F011 a note is either a 'listing' or a fixed 'value'"),
        ("finds: note, listing: sorce", "2:35: P004 there is no field 'sorce' [did you mean 'source'?]"),
        ("removes: {}", "2:22: P009 'removes' tests no field, and would remove everything"),
        ("removes: {recicled: yes}", "2:23: P004 there is no field 'recicled' [did you mean 'recycled'?]"),
        ("gives: sure, beats: q", "2:33: P006 there is no rule 'q'"),
        ("gives: sure, beats: [r-2, r-3]", "2:39: P006 there is no rule 'r-3' [did you mean 'r-2'?]"),
        ("gives: sure, beats: r", "2:5: P010 rules beat each other in a circle: ground/r → ground/r"),
        ("gives: sure, code: G", "3:21: P007 the code 'G' is that of 'ground/r' already"),
        ("gives: sure, because: '{origins.count} of {some.bloc}'", "2:35: P012 '{origins.count}' cannot be filled: the rule has no need of 'origins'"),
        ("gives: sure, because: 'By {some.sorce}'", "2:35: P012 '{some.sorce}' is no placeholder [did you mean 'some.source'?]"),
        ("gives: sure, because: 'On {claim.kind}'", "2:35: P012 '{claim.kind}' is no placeholder [did you mean 'claim.id'?]"),
        ("gives: sure, because: '{nobody}'", "2:35: P012 '{nobody}' is no placeholder"),
        ("gives: sure, because: '{finding.notes}'", "2:35: P012 '{finding.notes}' is no placeholder"),
    ],
)  # fmt: skip
def test_what_a_rule_may_not_say_is_named_with_its_place(shelf: Shelf, written: str, problem: str) -> None:
    comma = ", " if written else ""
    rules = f"rules:\n  - {{id: r{comma}{written}, needs: [some: good]}}\n  - {{id: r-2, code: G, gives: sure}}"
    assert shelf.problems(rules) == [f"ground/rules.yaml:{problem}"]


def test_a_listing_lists_the_strands_of_the_first_need(shelf: Shelf) -> None:
    rules = "rules:\n  - {id: r, finds: note, listing: source, needs: [claim: {kind: event}]}"
    assert shelf.problems(rules) == [
        "ground/rules.yaml:2:26: F011 a 'listing' lists the strands of the rule's first need, which selects none"
        " [put a need of 'some' or 'origins' first]"
    ]


def test_a_placeholder_is_not_filled_by_a_need_under_a_not(shelf: Shelf) -> None:
    rules = "rules:\n  - {id: r, gives: sure, needs: [not: {some: good}], because: '{some.source}'}"
    assert shelf.problems(rules) == [
        "ground/rules.yaml:2:63: P012 '{some.source}' cannot be filled: the rule has no need of 'some'"
    ]


def test_a_placeholder_is_filled_by_a_need_inside_any_of(shelf: Shelf) -> None:
    because = "{some.source} and {finding.note}"
    rule = shelf.load(
        "rules:\n  - {id: finder, finds: note, value: seen}\n"
        f"  - {{id: r, gives: sure, needs: [any_of: [some: good, some: bad]], because: '{because}'}}"
    ).rules[1]
    assert rule.because == because


def test_ids_are_in_kebab_case(shelf: Shelf) -> None:
    assert shelf.problems("rules: [{id: It_was_seen, gives: sure}]\ninvariants: [{id: a--b, never: [some: good]}]") == [
        "ground/rules.yaml:1:14: F010 the id 'It_was_seen' is not of small letters, digits and single hyphens"
        " [write it like-this]",
        "ground/rules.yaml:2:19: F010 the id 'a--b' is not of small letters, digits and single hyphens"
        " [write it like-this]",
    ]


def test_an_id_belongs_to_one_rule(shelf: Shelf) -> None:
    assert shelf.problems("rules:\n  - {id: r, gives: sure}\n  - {id: r, gives: likely}\n") == [
        "ground/rules.yaml:3:10: P007 there is already a rule 'ground/r' [names hold for all packs together]"
    ]


def test_all_problems_come_at_once_in_order_of_place(shelf: Shelf) -> None:
    rules = "rules:\n  - {id: r, gives: shure, needs: [some: goood]}\n  - {id: s, gives: sure, nedes: []}\n"
    assert shelf.problems(rules) == [
        "ground/rules.yaml:2:20: P013 there is no status 'shure' [did you mean 'sure'?]",
        "ground/rules.yaml:2:41: P006 there is no set 'goood' [did you mean 'good'?]",
        "ground/rules.yaml:3:26: F001 the key 'nedes' is not known here [did you mean 'needs'?]",
    ]


def test_what_is_badly_formed_is_told_once(shelf: Shelf) -> None:
    assert shelf.problems("rules:\n  - {id: r, gives: [sure], needs: [some: [good]]}\n") == [
        "ground/rules.yaml:2:20: F003 text is asked for, not a list",
        "ground/rules.yaml:2:42: F003 text or a mapping is asked for, not a list",
    ]


def test_a_rule_may_be_named_by_its_former_id(shelf: Shelf) -> None:
    rules = "rules:\n  - {id: new, renamed_from: old, gives: sure}\n  - {id: r, gives: likely, beats: old}\n"
    assert shelf.load(rules).rules[1].beats == ("ground/new",)

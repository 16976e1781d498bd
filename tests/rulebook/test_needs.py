"""What a rule may need."""

from __future__ import annotations

import pytest

from corrob.model.rule import (
    Acts,
    AllOf,
    AnyOf,
    ClaimIs,
    FieldTest,
    Found,
    Is,
    Need,
    Not,
    Nothing,
    Origins,
    Related,
    Selection,
    Some,
    Suspect,
)  # fmt: skip
from rulebook.shelf import Shelf

GOOD = Selection("good")
PLAIN = Selection("good", (FieldTest("hedged", (Is((False,)),)),))
FINDER = "rules:\n  - {id: finder, finds: note, value: seen}\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("origins: {at_least: 2, from: good}", Origins(GOOD, at_least=2)),
        ("origins: {at_least: $min_origins, from: good}", Origins(GOOD, at_least=2)),
        ("origins: {at_most: 0, from: good, where: {hedged: no}}", Origins(PLAIN, at_most=0)),
        ("origins: {at_least: 1}", Origins(Selection("bearings"), at_least=1)),
        (
            "origins: {at_least: 3, from: good, different: {modality: 2}, within: 30 days}",
            Origins(GOOD, at_least=3, different=("modality", 2), within=2_592_000.0),
        ),
        ("origins: {at_least: 2, from: good, within: $grace}", Origins(GOOD, at_least=2, within=259_200.0)),
        ("some: good", Some(GOOD)),
        ("some: {from: good, where: {hedged: no}}", Some(PLAIN)),
        ("none: seen", Nothing(Selection("seen"))),
        ("suspect: good", Suspect(GOOD)),
        ("claim: {kind: event}", ClaimIs(FieldTest("kind", (Is(("event",)),)))),
        (
            "claim: {kind: event, window_is: past}",
            AllOf((ClaimIs(FieldTest("kind", (Is(("event",)),))), ClaimIs(FieldTest("window_is", (Is(("past",)),))))),
        ),
        ("related: {by: resolves_on, status: sure}", Related("resolves_on", "some", ("sure",))),
        (
            "related: {by: parts, of: every, status: [sure, likely]}",
            Related("parts", "every", ("sure", "likely")),
        ),
        ("related: {by: parts, of: none, finding: note}", Related("parts", "none", (), "note")),
        ("acts: {of: some, primary_record: yes}", Acts("some", primary_record=True)),
        ("finding: note", Found("note")),
        ("any_of: [{some: good}, {finding: note}]", AnyOf((Some(GOOD), Found("note")))),
        ("all_of: [{some: good}, {not: {none: good}}]", AllOf((Some(GOOD), Not(Nothing(GOOD))))),
    ],
)
def test_a_need_is_read(shelf: Shelf, written: str, read: Need) -> None:
    rules = shelf.load(f"{FINDER}  - id: r\n    gives: sure\n    needs:\n      - {{{written}}}\n").rules
    assert [clause.need for clause in rules[1].needs] == [read]


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("some: good, none: bad", "6:9: P009 a need has exactly one key, and this one has 'some' and 'none'"),
        ("", "6:9: P009 a need has exactly one key, and this one has nothing"),
        ("some: goood", "6:16: P006 there is no set 'goood' [did you mean 'good'?]"),
        ("none: {from: goood}", "6:23: P006 there is no set 'goood' [did you mean 'good'?]"),
        ("origins: {from: good}", "6:19: F002 a need of origins says 'at_least' or 'at_most'"),
        ("origins: {at_most: 3, within: 1 day}", "6:19: F002 'different' and 'within' need 'at_least'"),
        ("origins: {at_least: few}", "6:30: P005 a whole number from 1 on is asked for, not 'few'"),
        ("origins: {at_least: 0}", "6:30: P005 a whole number from 1 on is asked for, not '0'"),
        ("origins: {at_most: -1}", "6:29: P005 a whole number from 0 on is asked for, not '-1'"),
        ("origins: {at_least: -1}", "6:30: P005 a whole number from 1 on is asked for, not '-1'"),
        ("origins: {at_least: $few}", "6:30: P006 there is no parameter '$few'"),
        ("origins: {at_least: $grace}", "6:30: P005 a whole number from 1 on is asked for, not '3 days'"),
        ("origins: {at_least: 3, at_most: 2}", "6:42: P015 no number is at least 3 and at most 2"),
        (
            "origins: {at_least: 3, different: {modality: 4}}",
            "6:55: P015 3 origins, one strand each, cannot show 4 values",
        ),
        (
            "origins: {at_least: 9, different: {says: 4}}",
            "6:51: P015 'says' has 3 values, and never 4 different ones",
        ),
        (
            "origins: {at_least: 9, different: {hedged: 3}}",
            "6:53: P015 'hedged' has 2 values, and never 3 different ones",
        ),
        (
            "origins: {at_least: 2, different: {modalty: 2}}",
            "6:45: P004 there is no field 'modalty' [did you mean 'modality'?]",
        ),
        (
            "origins: {at_least: 2, different: {modality: 2, source: 2}}",
            "6:44: P009 'different' has exactly one field",
        ),
        ("origins: {at_least: 2, within: soon}", "6:41: P005 'soon' is no duration such as '30 days'"),
        ("claim: {}", "6:17: P009 the need tests no field of the claim"),
        ("claim: {kinds: event}", "6:18: P004 there is no field 'kinds' [did you mean 'kind'?]"),
        ("related: {by: partz, status: sure}", "6:24: P006 there is no relation 'partz' [did you mean 'parts'?]"),
        ("related: {by: parts}", "6:19: F011 related claims are asked for either 'status' or 'finding'"),
        ("related: {by: parts, status: []}", "6:19: F011 related claims are asked for either 'status' or 'finding'"),
        (
            "related: {by: parts, status: sure, finding: note}",
            "6:19: F011 related claims are asked for either 'status' or 'finding'",
        ),
        ("related: {by: parts, status: [sure, shure]}", "6:46: P013 there is no status 'shure' [did you mean 'sure'?]"),
        (
            "related: {by: parts, finding: notes}",
            "6:40: P006 there is no rule that finds 'notes' [did you mean 'note'?]",
        ),
        ("finding: notes", "6:19: P006 there is no rule that finds 'notes' [did you mean 'note'?]"),
        ("any_of: []", "6:18: P009 'any_of' lists no needs"),
        ("not: {some: good, none: bad}", "6:15: P009 a need has exactly one key, and this one has 'some' and 'none'"),
        ("any_of: [{some: good}, {some: goood}]", "6:40: P006 there is no set 'goood' [did you mean 'good'?]"),
    ],
)
def test_a_need_that_cannot_be_read_is_named_with_its_place(shelf: Shelf, written: str, problem: str) -> None:
    rules = f"{FINDER}  - id: r\n    gives: sure\n    needs:\n      - {{{written}}}\n"
    assert shelf.problems(rules) == [f"ground/rules.yaml:{problem}"]

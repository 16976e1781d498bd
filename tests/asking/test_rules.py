"""The page of a rule: what it does, for which claims, what it needs, and who asks for that."""

from __future__ import annotations

import pytest

from corrob.asking.rules import page
from corrob.model.explanation import NeedLine, RulePage
from rulebook.shelf import Shelf

RULES = """
rules:
  - id: seen
    code: G1
    title: It was seen
    applies_to: {kind: event, window_is: {not: past}}
    gives: sure
    confidence: high
    needs:
      - some: good
      - not: {some: bad}
    beats: [said]
    because: "Seen by {some.source}"
    cites: [A manual, Another one]
    tests:
      - {name: one, given: {claims: []}, expect: {c: sure}}
      - {name: two, given: {claims: []}, expect: {c: sure}}
  - {id: said, gives: likely}
"""


def test_a_page_says_all_that_a_rule_says(shelf: Shelf) -> None:
    seen, said = map(page, shelf.load(RULES).rules)
    assert seen == RulePage(
        id="ground/seen",
        code="G1",
        title="It was seen",
        place="ground/rules.yaml:3:5",
        effect="gives sure, high confidence",
        applies_to="kind event, window_is not past",
        needs=(NeedLine("some good", "met"), NeedLine("not: some bad", "met")),
        beats=("ground/said",),
        because="Seen by {some.source}",
        cites=("A manual", "Another one"),
        tests=2,
    )
    assert said == RulePage("ground/said", "said", "Said", "ground/rules.yaml:18:5", "gives likely")


@pytest.mark.parametrize(
    ("written", "effect"),
    [
        ("gives: sure", "gives sure"),
        ("gives: sure, confidence: low", "gives sure, low confidence"),
        ("finds: note, listing: source", "finds note, listing source"),
        ("finds: note, value: tacit", "finds note, saying tacit"),
        ("removes: {recycled: yes, stance: supports}", "removes what is recycled yes, stance supports"),
        ("raises: confidence", "raises the confidence"),
        ("lowers: confidence", "lowers the confidence"),
    ],
)
def test_the_effect_is_told_in_words(shelf: Shelf, written: str, effect: str) -> None:
    assert page(shelf.rule(f"rules: [{{id: r, {written}, needs: [some: good]}}]")).effect == effect


def test_a_need_that_another_pack_adds_is_told_with_its_reason_and_that_pack(shelf: Shelf) -> None:
    change = "change: [{rule: ground/seen, add: [{none: bad}], reason: We are strict}]"
    book, problems = shelf.above(change, RULES)
    assert (book is not None, problems) == (True, [])
    assert book is not None
    assert page(book.rules[0]).needs == (
        NeedLine("some good", "met"),
        NeedLine("not: some bad", "met"),
        NeedLine("no bad (We are strict)", "met", (), "above"),
    )

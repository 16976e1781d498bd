"""Parameters that make a rule impossible, or a pack unreadable, at one end of their range."""

from __future__ import annotations

import pytest

from corrob.examining.checks import examine
from examining.checks.packs import PAPERS, SOUND, codes, examined, told
from rulebook.shelf import GROUND, Shelf


def ranged(between: str, needs: str, value: str = "2") -> str:
    parameter = f"parameters:\n  many: {{value: {value}, between: {between}}}\n"
    return parameter + f"rules:\n  - {{id: r, finds: x, value: y, needs: [{needs}], PAPERS}}\n"


def test_a_rule_that_never_fires_at_one_end_is_told_at_that_end(shelf: Shelf) -> None:
    needs = "{origins: {at_least: $many, from: good}}, {not: {origins: {at_least: 3, from: good}}}"
    assert told(examined(shelf, ranged("[1, 3]", needs))) == [
        "more.yaml:2:33: C011 with 'many' at 3 the rule 'ground/r' never fires [narrow the range, or mend the rule]"
    ]


def test_what_a_pack_cannot_be_read_with_is_told_at_that_end(shelf: Shelf) -> None:
    found = examined(shelf, ranged("[1, 3]", "{origins: {at_least: $many, at_most: 2, from: good}}"))
    assert told(found) == [
        "more.yaml:2:33: C011 with 'many' at 3: no number is at least 3 and at most 2 [see ground/more.yaml:4:78]"
    ]


@pytest.mark.parametrize(
    ("between", "needs"),
    [
        ("[1, 2]", "{origins: {at_least: $many, at_most: 2, from: good}}"),
        ("[1, 9]", "{origins: {at_least: $many, from: good}}"),
        ("[2, 12]", "{origins: {at_least: $many, from: good, different: {source: 2}}}"),
    ],
)
def test_a_range_in_which_the_rule_can_fire_throughout_is_silent(shelf: Shelf, between: str, needs: str) -> None:
    assert codes(examined(shelf, ranged(between, needs))) == []


def test_a_letter_at_whose_ends_the_rule_can_fire_is_silent(shelf: Shelf) -> None:
    needs = "{some: {from: good, where: {reliability: {at_least: $many}}}}"
    assert codes(examined(shelf, ranged("[D, A]", needs, "C"))) == []


def test_an_end_that_leaves_room_for_nothing_is_told(shelf: Shelf) -> None:
    needs = "{some: {from: good, where: {reliability: {at_least: $many, below: B}}}}"
    assert told(examined(shelf, ranged("[D, A]", needs, "C"))) == [
        "more.yaml:2:33: C011 with 'many' at A the rule 'ground/r' never fires [narrow the range, or mend the rule]"
    ]


def test_a_mistake_is_not_told_again_at_every_end(shelf: Shelf) -> None:
    misspelt = "rules: [{id: r, gives: sure, needs: [{origins: {at_leest: $min_origins, from: good}}]}]\n"
    found, problems = examine(shelf.put("ground", pack=GROUND, sound=SOUND.replace("PAPERS", PAPERS), more=misspelt))
    assert [one.code for one in problems] == ["F001"]
    assert found is not None
    assert (found.findings, found.unread) == ((), 1)

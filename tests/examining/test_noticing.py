"""A change of a pack is noticed by a test that passes without it and fails with it, and not otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from corrob.examining import noticing
from corrob.examining.judgements import Judgements
from corrob.examining.mutants import mutants
from corrob.examining.noticing import mutation, noticed_by
from corrob.examining.places import places_of
from corrob.examining.running import Ready, passes
from corrob.model.examined import Mutation, Trial
from corrob.verifying.judge import Judge
from examining.trying import ready
from rulebook.shelf import Shelf

RULES = """\
rules:
  - id: two
    gives: sure
    needs:
      - origins: {at_least: 2, from: good}
      - none: bad
"""
TWO = """\
name: two
given:
  claims: [{id: c}]
  sources: [{id: a}, {id: b}]
  each_evidence: {bears: [{claim: c, stance: supports}]}
  evidence: [{id: e1, source: a}, {id: e2, source: b}]
expect: {c: STATUS}
"""
ONE = TWO.replace(", {id: e2, source: b}", "")
RIGHT, WRONG = TWO.replace("STATUS", "sure"), TWO.replace("STATUS", "likely")


def tried(shelf: Shelf, *tests: str, seconds: float = 60) -> Mutation:
    book = shelf.load(RULES)
    run = [ready("#\n" * number + text, "ground/two", book) for number, text in enumerate(tests)]
    return mutation(Judgements(book, places_of(Path("ground"))), run, seconds)


def of_rule(one: Mutation) -> dict[str, str]:
    """Give who noticed what, of the changes of the rule."""
    return {trial.sentence: trial.noticed_by for trial in one.trials if trial.owner == "ground/two"}


def test_who_notices_which_change_is_told(shelf: Shelf) -> None:
    found = tried(shelf, RIGHT, ONE.replace("STATUS", "blank"))
    assert of_rule(found) == {
        "drops the rule": "pack.yaml:1:1",
        'drops the need "at least 2 origins in good"': "pack.yaml:2:1",
        'asks for "at least 1 origin in good" in place of "at least 2 origins in good"': "pack.yaml:2:1",
        'asks for "at least 3 origins in good" in place of "at least 2 origins in good"': "pack.yaml:1:1",
        'drops the need "no bad"': "",
    }
    assert found.noticed == sum(bool(trial.noticed_by) for trial in found.trials)
    assert found.trials[-1] == Trial(
        place="ground/rules.yaml:6:9",
        owner="ground/two",
        operator="drop a need",
        sentence='drops the need "no bad"',
    )


def test_a_test_that_fails_anyway_notices_nothing(shelf: Shelf) -> None:
    assert set(of_rule(tried(shelf, WRONG)).values()) == {""}


def test_what_was_not_tried_in_time_is_counted(shelf: Shelf) -> None:
    whole, none = tried(shelf, RIGHT), tried(shelf, RIGHT, seconds=0)
    assert (whole.untried, none.untried, none.trials) == (0, len(whole.trials), ())
    assert (none.meaningless, none.idle, none.seconds) == (whole.meaningless, whole.idle, 0)


def test_every_change_that_is_noticed_makes_that_very_test_fail(shelf: Shelf) -> None:
    book = shelf.load(RULES)
    tests = [ready(RIGHT, "ground/two", book), ready(ONE.replace("STATUS", "blank"), "ground", book)]
    judge = Judge(book, "direct")
    noticed = 0
    for mutant in mutants(Judgements(book, places_of(Path("ground")))):
        assert mutant.book is not None
        by = noticed_by(mutant.book, tests, mutant.owner)
        changed = Judge(mutant.book, "direct")
        assert by is None or (passes(by, judge) and not passes(by, changed))
        assert by is not None or all(passes(test, changed) for test in tests)
        noticed += by is not None
    assert noticed > 0


def test_the_tests_of_the_changed_rule_run_first_and_the_first_that_fails_ends_it(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = shelf.load(RULES)
    tests = [ready(RIGHT, owner, book) for owner in ("ground", "ground/other", "ground/two")]
    ran: list[str] = []

    def spied(test: Ready, judge: Judge) -> bool:
        ran.append(test.owner)
        return passes(test, judge)

    monkeypatch.setattr(noticing, "passes", spied)
    assert noticed_by(book.without("ground/two"), tests, "ground/two") is tests[2]
    assert noticed_by(book, tests, "ground/two") is None
    assert ran == ["ground/two", "ground/two", "ground", "ground/other"]

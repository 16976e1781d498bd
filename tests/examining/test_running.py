"""A test passes, fails, fails as was announced, passes although it was to fail, or cannot be read."""

from __future__ import annotations

import pytest

from corrob.examining.running import outcome, passes
from corrob.model import examined
from examining.trying import TWO, expecting, ready, tried
from stories import judge


def test_a_test_that_holds_has_no_problems() -> None:
    assert tried(f"{TWO}expect: {{c: corroborated}}\n") == examined.Tested(
        "two agree", "core/rule", "pack.yaml:1:1", packs=judge("core").packs
    )


def test_a_test_that_is_to_do_may_fail() -> None:
    found = tried(f"{TWO}todo: the rule comes later\nexpect: {{c: confirmed}}\n")
    assert (found.outcome, found.todo, len(found.problems)) == ("to_do", "the rule comes later", 1)


def test_a_test_that_is_to_do_and_passes_raises_an_alarm() -> None:
    found = tried(f"{TWO}todo: the rule comes later\nexpect: {{c: corroborated}}\n")
    assert (found.outcome, found.todo, found.problems) == ("passed_to_do", "the rule comes later", ())


@pytest.mark.parametrize(
    ("expect", "problem"),
    [
        ("", "pack.yaml:1:1: F002 the key 'expect' is missing"),
        ("expect: [c]", "pack.yaml:8:9: F003 a mapping is asked for, not a list"),
        ("todo: later\nexpect: {c: opn}", "pack.yaml:9:13: P013 there is no status 'opn' [did you mean 'open'?]"),
    ],
)
def test_a_test_that_cannot_be_read_is_not_run_even_if_it_is_to_do(expect: str, problem: str) -> None:
    found = tried(f"{TWO}{expect}\n")
    assert found.outcome == "unread"
    assert found.problems[0].startswith(problem)


def test_a_test_is_judged_as_of_its_date() -> None:
    dated = TWO.replace("{id: e2,", "{id: e2, published: 2024-01-05,").replace(
        "{id: e1,", "{id: e1, published: 2024-01-01,"
    )
    assert expecting("attributed", f"{dated}as_of: 2024-01-04\n") == []
    assert expecting("corroborated", f"{dated}as_of: 2024-01-05\n") == []


def test_a_test_is_read_once_and_run_under_many_judges() -> None:
    test = ready(f"{TWO}expect: {{c: corroborated}}\n")
    assert [outcome(test, judge(pack)).outcome for pack in ("core", "newsroom", "conflict-desk")] == ["passed"] * 3
    assert passes(test, judge("core", "direct"))
    assert not passes(ready(f"{TWO}expect: {{c: attributed}}\n"), judge("core", "direct"))

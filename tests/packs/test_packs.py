"""The shipped packs: their own tests pass, and every rule has a test that fails without it."""

from __future__ import annotations

from functools import cache

import pytest

from corrob.examining.inline import InlineTest, inline_tests
from corrob.examining.running import run
from corrob.rulebook.shelves import shipped
from corrob.verifying.judge import Judge
from stories import book, judge

PACKS = shipped()
TESTS = [(pack, test) for pack in PACKS for test in inline_tests(book(pack)) if test.owner.partition("/")[0] == pack]
RULES = [(pack, rule.id) for pack in PACKS for rule in book(pack).rules if rule.pack == pack]


def names(value: object) -> str | None:
    return f"{value.owner} {value.name}" if isinstance(value, InlineTest) else None


def test_the_three_packs_are_shipped() -> None:
    assert tuple(PACKS) == ("conflict-desk", "core", "newsroom")


@pytest.mark.parametrize(("pack", "test"), TESTS, ids=names)
def test_every_inline_test_passes_on_both_matchers(pack: str, test: InlineTest) -> None:
    assert run(test, judge(pack)).problems == ()
    assert run(test, judge(pack, "direct")).problems == ()


@cache
def without(pack: str, rule: str) -> Judge:
    return Judge(book(pack).without(rule), "direct")


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_every_rule_has_a_test_that_fails_without_it(pack: str, rule: str) -> None:
    own = [test for owner, test in TESTS if owner == pack and test.owner == rule]
    assert own, "the rule has no test"
    assert any(run(test, without(pack, rule)).problems for test in own), "no test notices that the rule is gone"


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_every_rule_says_why_and_cites(pack: str, rule: str) -> None:
    found = next(one for one in book(pack).rules if one.id == rule)
    assert found.because
    assert found.cites
    assert found.title
    assert found.code

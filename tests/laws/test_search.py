"""The search for what claims can come to: what it says of its examples is so, and within its bounds nothing is missed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from commands import ROOT
from corrob.asking.kinds import Kinds
from corrob.asking.pieces import WRITERS, Wanted, piece
from corrob.examining.around import related_settings
from corrob.examining.reach import Example, Reach
from corrob.examining.settings import Setting, settings
from corrob.model.case import Case
from corrob.model.fields import STRAND_FIELDS
from corrob.model.rule import Moves, Rule, Rulebook
from corrob.reading.references import problems
from corrob.rulebook.needs import findings_of
from corrob.verifying.judge import Judge
from corrob.vocabulary import STANCES
from laws.drawing import LAWS, PACKS
from oracle.generate import random_rulebook
from stories import book

SEEDS = {"few": 10, "quick": 60, "long": 400}[LAWS]
CLAIMS = {"few": 100, "quick": 600, "long": 6_000}[LAWS]
FIELDS = [name for name in WRITERS if name in STRAND_FIELDS and name not in {"stance", "stance_written", "source"}]


@cache
def drawn(seed: int) -> Rulebook:
    return random_rulebook(Random(seed))


def explored(rulebook: Rulebook) -> Reach:
    reach = Reach(rulebook)
    reach.explore(settings(rulebook))
    reach.explore(related_settings(reach, settings(rulebook)))
    return reach


@cache
def reach_of(name: str | int) -> Reach:
    return explored(book(name) if isinstance(name, str) else drawn(name))


def settles(rule: Rule) -> bool:
    """Whether a rule is looked at together with others: it does more than move the confidence, or rests on findings."""
    return not isinstance(rule.effect, Moves) or any(True for clause in rule.needs for _ in findings_of(clause.need))


def fires(rulebook: Rulebook, case: Case, as_of: str | None) -> tuple[Rule, ...]:
    """Judge the case afresh; give the rules that fire on its first claim."""
    judged = Judge(rulebook, "direct").judge(case, as_of)
    return judged.outcomes[case.claims[0].id].fired


def examples(reach: Reach) -> Iterator[tuple[set[str], Example, bool]]:
    yield from ((set(rules), one, True) for rules, one in reach.together.items())
    yield from (({rule}, one, False) for rule, one in reach.fires.items())


def assert_shown(reach: Reach) -> None:
    for said, example, whole in examples(reach):
        case = example.case()
        assert problems(case) == []
        fired = fires(reach.rulebook, case, example.setting.as_of)
        assert {rule.id for rule in example.fired} >= said
        if whole:
            assert {rule.id for rule in fired if settles(rule)} == said
        else:
            assert {rule.id for rule in fired} >= said


# (a) what the search says of its examples is so


@pytest.mark.parametrize("pack", PACKS)
def test_on_every_example_under_a_shipped_pack_those_rules_fire_that_are_said_to(pack: str) -> None:
    assert len(reach_of(pack).together) > 50
    assert_shown(reach_of(pack))


@pytest.mark.parametrize("seed", range(SEEDS))
def test_on_every_example_under_a_drawn_rulebook_those_rules_fire_that_are_said_to(seed: int) -> None:
    assert_shown(reach_of(seed))


# (b) within its bounds nothing is missed


def claims(
    rulebook: Rulebook, rng: Random, fields: list[str], number: int, most: int
) -> Iterator[tuple[Setting, list[Wanted], Case]]:
    """Draw claims with up to two items of independent sources, each unlike a plain one in some fields."""
    kinds, places = Kinds(rulebook), list(settings(rulebook))
    for _ in range(number):
        setting = rng.choice(places)
        wanted = [_wanted(kinds, rng, fields, most) for _ in range(rng.randint(0, 2))]
        pieces = [piece(one, setting.claim, f"e{n}") for n, one in enumerate(wanted)]
        case = setting.case
        for made in pieces:
            case = made.added_to(case) if made else case
        if None not in pieces:
            yield setting, wanted, case


def _wanted(kinds: Kinds, rng: Random, fields: list[str], most: int) -> Wanted:
    chosen = rng.sample(fields, rng.randint(0, min(most, len(fields))))
    return {"stance": rng.choice(STANCES[:2]), **{name: rng.choice(kinds.choices(name)) for name in chosen}}


def missed(reach: Reach, seed: int, fields: list[str], number: int, most: int) -> list[tuple[set[str], list[Wanted]]]:
    known = {frozenset(rules) for rules in reach.together}
    judge, found = Judge(reach.rulebook, "direct"), []
    for setting, wanted, case in claims(reach.rulebook, Random(seed), fields, number, most):
        fired = judge.judge(case, setting.as_of).outcomes[setting.claim.id].fired
        rules = {rule.id for rule in fired if settles(rule)}
        if rules not in known:
            found.append((rules, wanted))
    return found


@pytest.mark.parametrize("pack", PACKS)
def test_rules_that_fire_together_on_a_drawn_claim_under_a_shipped_pack_were_found_to(pack: str) -> None:
    differing = [need.different[0] for need in Kinds(book(pack)).choosing if need.different]
    assert missed(reach_of(pack), 1, [*FIELDS, *differing * 8], CLAIMS, most=2) == []


@pytest.mark.parametrize("seed", range(SEEDS))
def test_rules_that_fire_together_on_a_claim_whose_items_are_special_in_one_way_were_found_to(seed: int) -> None:
    asked = Kinds(drawn(seed)).mentioned
    fields = [name for name in FIELDS if name in asked]
    assert missed(reach_of(seed), seed, fields, 80, most=1) == []


# (c) the same bytes on every run


def told(seed: str, *arguments: str) -> bytes:
    command = [sys.executable, "-m", "corrob", "rules", "check", *arguments]
    env = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(command, capture_output=True, cwd=ROOT, env=env, check=False, timeout=120)
    return run.stdout + run.stderr


@pytest.mark.parametrize(
    "arguments", [("conflict-desk", "--remarks"), ("conflict-desk", "--remarks", "--format", "json")]
)
def test_no_hash_seed_changes_a_byte_of_a_check(arguments: tuple[str, ...]) -> None:
    first = told("0", *arguments)
    assert b"C008" in first
    assert [told(seed, *arguments) for seed in ("1", "2")] == [first, first]


@pytest.mark.parametrize("pack", ["conflict-desk", 0, 7, 36])
def test_two_searches_find_the_same_examples_in_the_same_order(pack: str | int) -> None:
    one, other = reach_of(pack), explored(reach_of(pack).rulebook)
    assert [(rules, found.case()) for rules, found in one.together.items()] == [
        (rules, found.case()) for rules, found in other.together.items()
    ]
    assert [*one.fires] == [*other.fires]

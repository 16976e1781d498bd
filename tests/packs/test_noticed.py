"""The shipped packs: their tests show every need in all the values that it can have, and notice what changes them."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from msgspec.structs import replace

from corrob.examining.examination import Order, examine
from corrob.examining.judgements import Judgements
from corrob.examining.mutants import Mutant, mutants
from corrob.examining.places import places_of
from corrob.model.case import Case, Claim
from corrob.model.examined import Coverage, Examination, Mutation
from corrob.model.result import Result
from corrob.reading.combinations import ONLY_OF
from corrob.rulebook.shelves import folder_of, shipped
from corrob.verifying.judge import Judge
from laws.drawing import credible
from oracle.generate import random_as_of, random_case
from stories import book, judge

PACKS = shipped()
LEAST = 95
"""How many percent of the changes of a pack its tests notice."""

STRONGER = "where this need fails, a rule fires that gives a stronger status"
SAME = {
    ("nothing-credible", 'drops "kind not prediction" of what it applies to'):
        "every prediction is open or lapsed, and either is stronger than unverified",
    ("one-origin-both-ways", 'drops "kind not prediction" of what it applies to'):
        "every prediction is open or lapsed, and either is stronger than unverified",
    ("opposed-only", 'drops "kind not prediction" of what it applies to'):
        "every prediction is open or lapsed, and either is stronger than unverified",
    ("out-of-context", 'drops "kind not prediction" of what it applies to'):
        "every prediction is open or lapsed, and either is stronger than misleading",
    ("nothing-credible", 'drops the need "no credible_support"'): STRONGER,
    ("one-origin-both-ways", 'drops the need "some credible_opposition"'): STRONGER,
    ("one-origin-both-ways", 'drops the need "at most 1 origin in credible_evidence"'):
        "two origins on both sides are a dispute, or what ends it beats this rule too",
    ("one-origin-both-ways", 'asks for "at most 2 origins in credible_evidence" in place of "at most 1 origin in credible_evidence"'):
        "two origins on both sides are a dispute, or what ends it beats this rule too",
    ("opposed-only", 'drops the need "no credible_support"'):
        "with support it is a dispute, or one-origin-both-ways gives the same status and comes first by its id",
    ("window-past", "drops the need \"the claim's window_is past\""):
        "lapsed is the weakest status of a prediction, and before the end of the window it is open",
    ("the set figures", 'drops the test "value known" of the set'):
        "an origin without a number shows none, and two different numbers take two origins that have one",
}  # fmt: skip
"""The changes of `core` that no test can notice, since they come to the same whatever the case; each with the reason."""


@cache
def examined(pack: str) -> Examination:
    found, diagnostics = examine([pack], Order(coverage=True, mutate=True, seconds=600))
    assert diagnostics == []
    return found


def coverage(pack: str) -> Coverage:
    (one,) = examined(pack).coverage
    return one


def mutation(pack: str) -> Mutation:
    (one,) = examined(pack).mutation
    return one


@pytest.mark.parametrize("pack", PACKS)
def test_every_need_and_test_takes_every_value_that_it_can_have(pack: str) -> None:
    assert [point for point in coverage(pack).points if point.missing] == []


@pytest.mark.parametrize("pack", PACKS)
def test_the_tests_notice_nearly_every_change(pack: str) -> None:
    one = mutation(pack)
    assert one.untried == 0
    assert one.noticed * 100 >= LEAST * len(one.trials)


def test_what_they_do_not_notice_comes_to_the_same_and_the_reason_is_told() -> None:
    left = {
        (trial.owner.removeprefix("core/"), trial.sentence) for trial in mutation("core").trials if not trial.noticed_by
    }
    assert left == SAME.keys()
    assert all(trial.noticed_by for pack in PACKS if pack != "core" for trial in mutation(pack).trials)


def same() -> list[Mutant]:
    folder = folder_of("core")
    assert folder is not None
    every = mutants(Judgements(book("core"), places_of(folder)))
    return [mutant for mutant in every if (mutant.owner.removeprefix("core/"), mutant.sentence) in SAME or mutant.idle]


def told(one: Result) -> tuple[object, ...]:
    """Give what a change may not touch: all but the unknowns that might have mattered."""
    return one.claim, one.status, one.confidence, one.rule, one.origins, one.notes, one.findings, one.because


def plain_kinds(case: Case) -> Case:
    """Take from claims what only those of another kind may have: no case that is read has it."""
    return replace(case, claims=tuple(map(_plain, case.claims)))


def _plain(claim: Claim) -> Claim:
    blank = Claim(claim.id, claim.text)
    return replace(claim, **{name: getattr(blank, name) for name, kind in ONLY_OF.items() if claim.kind != kind})


def test_on_cases_drawn_at_random_they_do_come_to_the_same() -> None:
    judges = [(mutant, Judge(mutant.book, "direct")) for mutant in same() if mutant.book is not None]
    assert len(judges) == len(SAME) + mutation("core").idle
    for seed in range(100):
        rng = Random(seed)
        case = random_case(rng)
        case = plain_kinds(credible(case, rng) if seed % 2 else case)
        as_of = random_as_of(rng, case)
        plain = [told(one) for one in judge("core", "direct").judge(case, as_of).results]
        for mutant, changed in judges:
            assert [told(one) for one in changed.judge(case, as_of).results] == plain, (seed, mutant.sentence)

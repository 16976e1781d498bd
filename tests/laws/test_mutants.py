"""Every change of a drawn rulebook differs from it, and judges every case that it judges."""

from __future__ import annotations

from random import Random

from hypothesis import given

from corrob.examining.judgements import Judgements
from corrob.examining.mutants import mutants
from corrob.examining.places import Places
from corrob.verifying.judge import Judge
from laws.drawing import law, randoms
from oracle.generate import random_case
from oracle.generate_rules import random_rulebook


@law(quick=40, long=500)
@given(randoms())
def test_every_mutant_of_a_drawn_rulebook_is_another_rulebook_that_judges(rng: Random) -> None:
    book, case = random_rulebook(rng), random_case(rng)
    claims = [claim.id for claim in case.claims]
    for mutant in mutants(Judgements(book, Places())):
        assert mutant.book != book
        if mutant.book is not None:
            assert [one.claim for one in Judge(mutant.book, "direct").judge(case).results] == claims


@law(quick=40, long=500)
@given(randoms())
def test_mutants_come_in_one_order(rng: Random) -> None:
    book = random_rulebook(rng)
    first, second = (mutants(Judgements(book, Places())) for _ in range(2))
    assert [(one.operator, one.owner, one.sentence) for one in first] == [
        (one.operator, one.owner, one.sentence) for one in second
    ]

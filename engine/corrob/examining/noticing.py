"""Mutants of a pack and its tests go in; which test notices each, if any, comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from time import monotonic

from corrob.examining.judgements import Judgements
from corrob.examining.mutants import Mutant, mutants
from corrob.examining.running import Ready, passes
from corrob.model.examined import Mutation, Trial
from corrob.model.rule import Rulebook
from corrob.verifying.judge import Judge


def mutation(
    judgements: Judgements, tests: Iterable[Ready], seconds: float, advance: Callable[[], None] = lambda: None
) -> Mutation:
    """Try every mutant on the tests that pass without it, for no more seconds than these."""
    passing = [test for test in tests if passes(test, Judge(judgements.book, "direct"))]
    every = mutants(judgements)
    meant = [mutant for mutant in every if mutant.book is not None]
    tried = [mutant for mutant in meant if not mutant.idle]
    until = monotonic() + seconds
    trials = tuple(_tried(mutant, passing, advance) for mutant in takewhile(lambda _: monotonic() < until, tried))
    return Mutation(
        pack=judgements.book.name,
        trials=trials,
        meaningless=len(every) - len(meant),
        idle=len(meant) - len(tried),
        untried=len(tried) - len(trials),
        seconds=seconds,
    )


def _tried(mutant: Mutant, tests: Sequence[Ready], advance: Callable[[], None]) -> Trial:
    advance()
    assert mutant.book is not None, "only what means something is tried"
    by = noticed_by(mutant.book, tests, mutant.owner)
    return Trial(str(mutant.place), mutant.owner, mutant.operator, mutant.sentence, str(by.span) if by else "")


def noticed_by(book: Rulebook, tests: Sequence[Ready], owner: str) -> Ready | None:
    """Give the first test that fails under a rulebook, those of the owner first."""
    judge = Judge(book, "direct")
    ordered = sorted(tests, key=lambda test: test.owner != owner)
    return next((test for test in ordered if not passes(test, judge)), None)

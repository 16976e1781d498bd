"""Guarantee 6: a claim ranks no higher than what it entails, nor than a required part on which something counts."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from corrob.model.case import Case, Part, listed
from corrob.model.result import Result
from laws.drawing import Run, law, runs


def entailed(case: Case) -> Iterator[tuple[str, str]]:
    """Give each claim with what it entails; a denial has its status from what it denies."""
    return ((claim.id, other) for claim in case.claims if not claim.negates for other in listed(claim.entails))


def required(case: Case) -> Iterator[tuple[str, str]]:
    """Give each claim with the parts without which it cannot hold."""
    denials = {claim.id for claim in case.claims if claim.negates}
    for part in case.claims:
        wholes = (whole for whole in part.part_of if isinstance(whole, Part) and whole.required)
        yield from ((whole.claim, part.id) for whole in wholes if whole.claim not in denials)


def higher(run: Run, one: str, other: str) -> bool:
    """Whether a claim stands higher than another with which it can be compared."""
    line, place = run.judge.rulebook.statuses.rank(run.results[one].status)
    other_line, other_place = run.judge.rulebook.statuses.rank(run.results[other].status)
    return line == other_line and place > other_place


@law()
@given(runs(drawn_rulebooks=True))
def test_a_claim_ranks_no_higher_than_what_it_entails(run: Run) -> None:
    assert [pair for pair in entailed(run.case) if higher(run, *pair)] == []


def counts(result: Result) -> bool:
    """Whether any origin counts on a claim."""
    return result.origins.supports.count + result.origins.refutes.count > 0


@law()
@given(runs(drawn_rulebooks=True))
def test_a_whole_ranks_no_higher_than_a_required_part_on_which_something_counts(run: Run) -> None:
    assert [pair for pair in required(run.case) if counts(run.results[pair[1]]) and higher(run, *pair)] == []

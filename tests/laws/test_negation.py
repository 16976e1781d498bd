"""Guarantee 5: a claim that negates another has the dual of its status; negated twice, the same."""

from __future__ import annotations

from random import Random

from hypothesis import given
from msgspec.structs import replace

from corrob.model.case import Bearing, Case, Claim
from corrob.model.result import Result
from laws.drawing import Run, law, randoms, runs, told


def with_denials(case: Case, rng: Random) -> tuple[Case, str]:
    """Add a claim that negates one of the case's, and one that negates that; some evidence is written for them."""
    denied = rng.choice(case.claims).id
    new = (Claim(id="not", text="Not so.", negates=denied), Claim(id="not-not", text="So.", negates="not"))
    return replace(case, claims=(*case.claims, *new)), denied


@law()
@given(runs(drawn_rulebooks=True), randoms())
def test_a_denial_has_the_dual_status_and_the_sides_exchanged(run: Run, rng: Random) -> None:
    case, denied = with_denials(run.case, rng)
    results, dual = run.of(case), run.judge.rulebook.statuses.dual
    plain, once, twice = (results[name] for name in (denied, "not", "not-not"))
    assert once.status == dual.get(plain.status, plain.status) or is_denial(run.case, denied)
    assert once.origins.supports == plain.origins.refutes
    assert once.origins.refutes == plain.origins.supports
    assert (twice.status, twice.origins) == (plain.status, plain.origins) or is_denial(run.case, denied)


def is_denial(case: Case, name: str) -> bool:
    return any(claim.id == name and claim.negates for claim in case.claims)


@law()
@given(runs(drawn_rulebooks=True), randoms())
def test_a_denial_changes_nothing_else(run: Run, rng: Random) -> None:
    results = run.of(with_denials(run.case, rng)[0])
    assert {claim: results[claim] for claim in run.results} == run.results


OPPOSITE = {"supports": "refutes", "refutes": "supports"}


@law()
@given(runs(drawn_rulebooks=True), randoms())
def test_evidence_against_a_denial_is_evidence_for_what_it_denies(run: Run, rng: Random) -> None:
    case, denied = with_denials(run.case, rng)
    item = rng.choice(case.evidence)
    bears = tuple(b for b in item.bears if b.claim != denied)
    new = Bearing(claim=denied, stance=rng.choice(tuple(OPPOSITE)))
    turned = replace(new, claim="not", stance=OPPOSITE[new.stance])
    plain, other = (
        replace(
            case,
            evidence=tuple(replace(i, derived_from=(), bears=(*bears, one)) if i is item else i for i in case.evidence),
        )
        for one in (new, turned)
    )
    assert told(run.of(plain)) == told(run.of(other))


def of_denials(run: Run) -> list[tuple[Result, Result]]:
    """Give the results of each claim that negates, and of the claim that it negates."""
    return [(run.results[c.id], run.results[c.negates]) for c in run.case.claims if c.negates]

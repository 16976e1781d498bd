"""Guarantee 5: a claim that negates another has the dual of its status; negated twice, the same."""

from __future__ import annotations

from random import Random

from hypothesis import given
from msgspec.structs import replace

from corrob.model.case import Bearing, Case, Claim
from laws.drawing import Run, law, randoms, runs, told


def with_denials(case: Case, rng: Random) -> tuple[Case, str]:
    """Add a claim that negates one of the case's, and one that negates that."""
    denied = rng.choice(case.claims).id
    new = (Claim(id="not", text="Not so.", negates=denied), Claim(id="not-not", text="So.", negates="not"))
    return replace(case, claims=(*case.claims, *new)), denied


def base_of(case: Case, name: str) -> tuple[str, int]:
    """Give the claim that a claim comes down to, and the number of denials on the way."""
    negates, steps = {claim.id: claim.negates for claim in case.claims}, 0
    while negates[name]:
        name, steps = negates[name], steps + 1
    return name, steps


@law()
@given(runs(drawn_rulebooks=True), randoms())
def test_a_denial_has_the_dual_status_and_the_sides_exchanged(run: Run, rng: Random) -> None:
    case, denied = with_denials(run.case, rng)
    results, dual = run.of(case), run.judge.rulebook.statuses.dual
    plain, once, twice = (results[name] for name in (denied, "not", "not-not"))
    base, steps = base_of(case, "not")
    status = results[base].status
    assert once.status == (dual.get(status, status) if steps % 2 else status)
    assert once.origins.supports == plain.origins.refutes
    assert once.origins.refutes == plain.origins.supports
    assert (twice.status, twice.origins) == (plain.status, plain.origins)


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

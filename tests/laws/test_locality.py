"""Guarantee 10: evidence on claims that are not joined to this one changes nothing."""

from __future__ import annotations

from random import Random

from hypothesis import given
from msgspec.structs import replace

from corrob.model.case import Case
from laws.drawing import Run, ids, law, randoms, renamed, runs
from oracle.generate import random_case


def beside(case: Case, other: Case, rng: Random) -> Case:
    """Put another case's claims and evidence beside a case's; its items may be of the same sources, with the same media."""
    named = [source.id for source in case.sources]
    evidence = tuple(replace(i, source=rng.choice((i.source, *named)), joint_with=()) for i in other.evidence)
    return replace(
        case,
        sources=(*case.sources, *other.sources),
        media=(*case.media, *(replace(m, sha256="", pdq="") for m in other.media)),
        claims=(*other.claims, *case.claims),
        evidence=tuple(rng.sample((*case.evidence, *evidence), len(case.evidence) + len(evidence))),
        exclusive=(*case.exclusive, *other.exclusive),
    )


@law()
@given(runs(drawn_rulebooks=True), randoms())
def test_what_is_said_on_other_claims_changes_nothing(run: Run, rng: Random) -> None:
    other = random_case(rng)
    apart = renamed(other, {name: f"{name}'" for name in ids(other)})
    results = run.of(beside(run.case, apart, rng))
    assert {claim: results[claim] for claim in run.results} == run.results

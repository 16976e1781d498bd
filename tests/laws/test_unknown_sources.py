"""Guarantee 8: a source that cannot be judged can turn `unassessed` into `unverified`, and does nothing else."""

from __future__ import annotations

from random import Random

from hypothesis import given
from msgspec.structs import replace

from corrob import vocabulary as words
from corrob.model.case import Bearing, Case, Claim, Evidence, Part, Source, Undercut
from laws.drawing import Run, counted, law, randoms, runs


def with_unknown(case: Case, rng: Random) -> Case:
    """Let a source of which nothing is known say many things of its own: on all claims, and against other items."""
    items = tuple(statement(number, case, rng) for number in range(rng.randint(1, 4)))
    unknown = Source(id="unknown", bloc=rng.choice(("none", "east")))
    return replace(case, sources=(unknown, *case.sources), evidence=(*items, *case.evidence))


def statement(number: int, case: Case, rng: Random) -> Evidence:
    claims = [claim.id for claim in case.claims]
    attacked = rng.choice(case.evidence).id
    return Evidence(
        id=f"unknown{number}",
        source="unknown",
        published=rng.choice(("2024-01-01", "2024-01-05", None)),
        modality=rng.choice((*words.MODALITIES, None)),
        act=rng.choice(tuple(words.ACTS)),
        direct=rng.random() < 0.5,
        adds=rng.choice(((), ("geolocation",))),
        undercuts=rng.choice(((), (Undercut(attacked, rng.choice(words.GROUNDS)),))),
        bears=tuple(bearing(claim, rng) for claim in rng.sample(claims, rng.randint(1, len(claims)))),
    )


def bearing(claim: str, rng: Random) -> Bearing:
    return Bearing(
        claim=claim,
        stance=rng.choice(("supports", "refutes", "context", "neutral")),
        value=rng.choice((None, 3.0)),
        decisive=rng.choice((*words.DEFEATERS, words.NONE)),
    )


def with_required_part(case: Case, rng: Random) -> Case:
    """Add a claim on which nothing is said, without which another claim cannot hold."""
    whole = Part(rng.choice(case.claims).id, required=True)
    return replace(case, claims=(*case.claims, Claim(id="part", text="It happened.", part_of=(whole,))))


@law()
@given(runs(), randoms())
def test_a_source_that_cannot_be_judged_does_little(run: Run, rng: Random) -> None:
    case = with_required_part(run.case, rng)
    results = run.of(with_unknown(case, rng))
    for claim, before in run.of(case).items():
        after = results[claim]
        if (before.status, after.status) != ("unassessed", "unverified"):
            assert counted(after) == counted(before)
        else:
            assert after.origins == before.origins

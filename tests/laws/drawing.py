"""What the laws draw (cases, dates, judges) and what they compare of the results."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from functools import cached_property
from random import Random
from typing import Any

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from corrob.dates import Interval, point
from corrob.model.case import Bearing, Case, Claim, Evidence, Source
from corrob.model.result import Result
from corrob.verifying.judge import Judge
from oracle.generate import random_as_of, random_case, random_rulebook
from stories import judge

LAWS = os.environ.get("CORROB_LAWS", "quick")
"""How much the laws are to draw: `few`, `quick`, `long`."""
PACKS = ("core", "conflict-desk", "newsroom")


def law(*, few: int = 20, quick: int = 500, long: int = 1_000) -> settings:
    """Hold a law over as many examples as CORROB_LAWS asks for."""
    slow = (
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
        HealthCheck.large_base_example,
    )
    return settings(
        max_examples={"few": few, "quick": quick, "long": long}[LAWS], deadline=None, suppress_health_check=slow
    )


class Run(Struct, frozen=True, dict=True):
    """A case, the date that it is judged at, and what judges it."""

    case: Case
    as_of: str | None
    judge: Judge

    @property
    def moment(self) -> Interval | None:
        """Give the date as an interval, as worlds take it."""
        return point(self.as_of) if self.as_of else None

    def of(self, case: Case) -> dict[str, Result]:
        """Judge another case in the same way: results by claim."""
        return {result.claim: result for result in self.judge.judge(case, self.as_of).results}

    @cached_property
    def results(self) -> dict[str, Result]:
        """Give the results of the case itself, by claim."""
        return self.of(self.case)


def randoms() -> st.SearchStrategy[Random]:
    """Draw a random generator by its seed: fifty times as fast as one that asks Hypothesis for every draw."""
    return st.integers(0, 2**32 - 1).map(Random)


@st.composite
def runs(draw: Callable[..., Any], *, drawn_rulebooks: bool = False) -> Run:
    """Draw a case, half of them with evidence that counts for more, a date, and a shipped pack or a drawn rulebook.

    Where a law fails, Hypothesis looks for fewer items with which it fails.
    """
    rng = draw(randoms())
    case = random_case(rng)
    if rng.random() < 0.5:
        case = credible(case, rng)
    if rng.random() < 0.3:
        case = with_second_thoughts(case, rng)
    as_of = random_as_of(rng, case)
    judging = _drawn(rng) if drawn_rulebooks and rng.random() < 0.5 else judge(rng.choice(PACKS))
    dropped = case.evidence[draw(st.integers(1, 30)) :]
    return Run(without(case, {item.id for item in dropped}), as_of, judging)


def with_second_thoughts(case: Case, rng: Random) -> Case:
    """Let some who spoke on a claim come back later, on the record, to it or to one that contradicts it."""
    one, *others = rng.sample(case.claims, len(case.claims))
    claims = (replace(one, negates="", contradicts=tuple(o.id for o in others[:1] if not o.negates)), *others)
    spoken = [item for item in case.evidence if any(b.claim == one.id for b in item.bears)]
    later = (_second_thought(item, rng.choice(claims[:2]).id, rng) for item in spoken)
    return replace(case, claims=claims, evidence=(*later, *case.evidence))


def _second_thought(item: Evidence, claim: str, rng: Random) -> Evidence:
    return Evidence(
        id=f"{item.id}-later",
        source=item.source,
        published="2024-01-09",
        act=rng.choice(("assertion", "denial", "non_denial", "retraction", "admission")),
        bears=(Bearing(claim=claim, stance=rng.choice(("supports", "refutes", "neutral"))),),
    )


def _drawn(rng: Random) -> Judge:
    return Judge(random_rulebook(rng), "direct")


def without(case: Case, gone: Collection[str]) -> Case:
    """Take items out of a case, with everything that names them."""
    return replace(case, evidence=tuple(_without(item, gone) for item in case.evidence if item.id not in gone))


def _without(item: Evidence, gone: Collection[str]) -> Evidence:
    edges = tuple(edge for edge in item.derived_from if edge.from_ not in gone)
    return replace(item, derived_from=edges, undercuts=tuple(u for u in item.undercuts if u.item not in gone))


def credible(case: Case, rng: Random) -> Case:
    """Make a case's evidence count for more: letters that are known and good, little that is removed, often one side."""
    sides = rng.choice(({}, {"refutes": "supports"}, {"refutes": "supports"}, {"supports": "refutes"}))
    return replace(
        case,
        sources=tuple(_credible_source(source, rng) for source in case.sources),
        claims=tuple(_open(claim, rng) for claim in case.claims),
        evidence=tuple(_plain(item, rng, sides) for item in case.evidence),
    )


def _credible_source(source: Source, rng: Random) -> Source:
    above = source.controlled_by if rng.random() < 0.5 else ()
    return replace(source, reliability=rng.choice(("A", "B", "C", "C", "D")), controlled_by=above)


def _open(claim: Claim, rng: Random) -> Claim:
    """Take from a claim, mostly, what its evidence might not fit, and the claims that stand against it."""
    if rng.random() < 0.3:
        return claim
    return replace(claim, kind=rng.choice((claim.kind, "event")), when=None, place=None, quantity=None, contradicts=())


def _plain(item: Evidence, rng: Random, sides: dict[str, str]) -> Evidence:
    bears = tuple(
        replace(bearing, stance=sides.get(bearing.stance, bearing.stance), hedged=False, decisive="none", known=None)
        for bearing in item.bears
    )
    return replace(
        item,
        bears=bears,
        undercuts=(),
        retracted=None,
        motive="none",
        derived_from=item.derived_from[: rng.randint(0, 1)],
    )


def counted(result: Result) -> tuple[str, int, int]:
    """Give what most laws are about: the status and the numbers of origins on the two sides."""
    return result.status, result.origins.supports.count, result.origins.refutes.count


def told(results: dict[str, Result]) -> dict[str, tuple[str, int, int]]:
    """Give that of every claim."""
    return {claim: counted(result) for claim, result in results.items()}


# names

_NAMING = frozenset(
    [
        "id",
        "source",
        "from",
        "controlled_by",
        "funded_by",
        "shares_intelligence_with",
        "copy_of",
        "media",
        "joint_with",
        "item",
        "claim",
        "for",
        "value",
        "part_of",
        "about_media",
        "about_sources",
        "about_claim",
        "resolves_on",
        "entails",
        "contradicts",
        "consistent_with",
        "negates",
        "exclusive",
    ]
)
"""The fields of a case that name something of it; in `value`, where they are dated."""


def plain(case: Case) -> Any:
    """Give a case as the plain values that a file holds."""
    return msgspec.json.decode(msgspec.json.encode(case))


def ids(case: Case) -> list[str]:
    """Give the ids of all that a case holds."""
    return [thing.id for things in (case.sources, case.media, case.claims, case.evidence) for thing in things]


def renamed(case: Case, to: dict[str, str]) -> Case:
    """Give a case with other ids, wherever a field names one."""
    return msgspec.convert(_renamed(plain(case), to), Case)


def _renamed(value: Any, to: dict[str, str], *, naming: bool = False) -> Any:
    if isinstance(value, dict):
        return {name: _renamed(inner, to, naming=name in _NAMING) for name, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, to, naming=naming) for inner in value]
    return to.get(value, value) if naming and isinstance(value, str) else value

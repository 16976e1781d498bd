"""Guarantee 2: counting two origins as one raises no count, and no status of a claim without credible opposition."""

from __future__ import annotations

from random import Random

from hypothesis import given
from msgspec.structs import replace

from corrob.model.case import Case, Evidence, Source
from corrob.verifying.judge import Judge
from corrob.vocabulary import MERGE_TIES
from laws.drawing import PACKS, Run, law, randoms, runs
from stories import book

WAYS = frozenset({"briefing"})
"""Merging briefings also decides where a way ends, so it counts other origins and not only fewer."""


@law()
@given(runs(), randoms())
def test_merging_more_kinds_of_tie_raises_no_count(run: Run, rng: Random) -> None:
    plain = book(rng.choice(PACKS))
    always = plain.independence.merge & WAYS
    more = frozenset(MERGE_TIES) - WAYS
    fewer = frozenset(tie for tie in sorted(more) if rng.random() < 0.5)
    merged, apart = (
        replace(
            run, judge=Judge(replace(plain, independence=replace(plain.independence, merge=ties | always)), "direct")
        )
        for ties in (more, fewer)
    )
    for claim, result in merged.results.items():
        before = apart.results[claim].origins
        assert result.origins.supports.count <= before.supports.count
        assert result.origins.refutes.count <= before.refutes.count


def unopposed(case: Case) -> Case:
    """Take everything from a case that speaks against a claim, or that takes a statement back."""
    claims = tuple(replace(c, contradicts=(), negates="", acts=(), resolves_on="") for c in case.claims)
    return replace(case, claims=claims, exclusive=(), evidence=tuple(map(_unopposed, case.evidence)))


def _unopposed(item: Evidence) -> Evidence:
    bears = tuple(b for b in item.bears if b.stance != "refutes")
    return replace(item, bears=bears, undercuts=(), act="none")


def under_one_owner(case: Case, rng: Random) -> Case:
    """Put two sources under one owner, who says nothing and sides with nobody."""
    free = [source.id for source in case.sources if not source.controlled_by]
    owned = rng.sample(free, min(len(free), 2))
    sources = (_owned(source) if source.id in owned else source for source in case.sources)
    return replace(case, sources=(*sources, Source(id="owner")))


def _owned(source: Source) -> Source:
    return replace(source, controlled_by="owner")


@law()
@given(runs(), randoms())
def test_one_owner_of_two_sources_raises_no_count_and_no_unopposed_status(run: Run, rng: Random) -> None:
    case = unopposed(run.case)
    results, merged = run.of(case), run.of(under_one_owner(case, rng))
    rank = run.judge.rulebook.statuses.rank
    for claim, result in merged.items():
        before = results[claim]
        assert result.origins.supports.count <= before.origins.supports.count
        line, place = rank(before.status)
        assert rank(result.status) <= (line, place)

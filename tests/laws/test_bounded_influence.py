"""Guarantee 7: one origin gives no more than its attribution, whatever its volume."""

from __future__ import annotations

from hypothesis import given
from msgspec.structs import replace

from corrob.model.case import Case, Claim, Evidence, Media, Source
from laws.drawing import Run, law, runs

AT_MOST = {"unassessed", "unverified", "attributed"}


def under_one_owner(case: Case) -> Case:
    """Put every source of a case under one owner, and take what settles a claim without a second origin."""
    sources = tuple(replace(source, controlled_by="owner") for source in case.sources)
    return replace(
        case,
        sources=(*sources, Source(id="owner")),
        media=tuple(_published(medium, case.sources[0].id) for medium in case.media),
        claims=tuple(map(_ordinary, case.claims)),
        evidence=tuple(map(_indecisive, case.evidence)),
    )


def _published(medium: Media, by: str) -> Media:
    return medium if medium.from_ else replace(medium, from_=by)


def _ordinary(claim: Claim) -> Claim:
    """Give a claim of a kind that neither a record of an act nor another claim settles."""
    return replace(claim, kind="event") if claim.kind in {"speech_act", "prediction"} else claim


def _indecisive(item: Evidence) -> Evidence:
    bears = tuple(replace(bearing, decisive="none") for bearing in item.bears)
    return replace(item, bears=bears, derived_from=tuple(e for e in item.derived_from if not e.unnamed))


@law()
@given(runs())
def test_one_origin_gives_no_more_than_its_attribution(run: Run) -> None:
    results = run.of(under_one_owner(run.case))
    assert {result.status for result in results.values()} <= AT_MOST

"""Guarantee 9: retracting an item gives the same as never having had it, or anything that rests on it alone."""

from __future__ import annotations

from random import Random

from hypothesis import given
from msgspec.structs import replace

from corrob.model.case import Case, Evidence, Provenance
from corrob.vocabulary import EDGES
from laws.drawing import Run, law, randoms, runs, told, without


def passing(item: Evidence) -> list[Provenance]:
    return [edge for edge in item.derived_from if EDGES[edge.how].passes]


def transmitting(case: Case) -> Case:
    """Let all items be there from the first day, all edges pass on words, and whatever has edges only pass on."""
    return replace(case, evidence=tuple(map(_transmitting, case.evidence)))


def _transmitting(item: Evidence) -> Evidence:
    words = tuple(replace(edge, how="quoted", for_=(), known=None) for edge in passing(item))
    only = {"adds": (), "act": "none", "primary_record": False} if words else {}
    return replace(item, derived_from=words, published="2024-01-01", known=None, retracted=None, **only)


def resting_on(case: Case, item: str) -> set[str]:
    """Give an item with those that rest on it alone: all their edges lead to it, or to others that do."""
    resting = {item}
    while True:
        more = {i.id for i in case.evidence if i.derived_from and all(e.from_ in resting for e in i.derived_from)}
        if more <= resting:
            return resting
        resting |= more


@law()
@given(runs(drawn_rulebooks=True), randoms())
def test_a_retracted_item_might_as_well_not_have_been(run: Run, rng: Random) -> None:
    case = transmitting(run.case)
    gone = rng.choice(case.evidence).id
    retracted = (replace(i, retracted="2000-01-01") if i.id == gone else i for i in case.evidence)
    after = run.of(replace(case, evidence=tuple(retracted)))
    assert told(after) == told(run.of(without(case, resting_on(case, gone))))

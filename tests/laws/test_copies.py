"""Guarantee 1: an item that only passes on changes nothing on a claim on which what it passes on already bears."""

from __future__ import annotations

from collections.abc import Collection
from random import Random

from hypothesis import given
from msgspec.structs import replace

from corrob.model.case import Case, Evidence, Provenance, Source
from corrob.verifying.worlds import World
from laws.drawing import Run, law, randoms, runs, told

PASSING = ("quoted", "derived", "repost", "translated")


def with_copies(case: Case, there: Collection[str], rng: Random) -> Case:
    """Let new sources, of any letter, pass on most of the items that are there, or pass on one of themselves who does."""
    sources, items = [*case.sources], [*case.evidence]
    for item in case.evidence:
        passed_on = item.id
        for number in range(rng.randint(0, 2) if item.id in there else 0):
            name = f"copy{number} of {item.id}"
            sources.append(Source(id=f"source of {name}", reliability=rng.choice(("A", "C", "E", "F"))))
            items.append(copy(item, name, passed_on, rng))
            passed_on = rng.choice((item.id, name))
    return replace(case, sources=tuple(sources), evidence=tuple(rng.sample(items, len(items))))


def copy(item: Evidence, name: str, passed_on: str, rng: Random) -> Evidence:
    return Evidence(
        id=name,
        source=f"source of {name}",
        published=item.known or item.published,
        modality=rng.choice(("news_report", "social_post", None)),
        derived_from=(Provenance(how=rng.choice(PASSING), from_=passed_on),),
        bears=item.bears,
    )


@law()
@given(runs(), randoms())
def test_retelling_changes_no_status_and_no_count(run: Run, rng: Random) -> None:
    copied = with_copies(run.case, World(run.case, run.moment).items, rng)
    assert told(run.of(copied)) == told(run.results)

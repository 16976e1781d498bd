"""Guarantee 1: an item that only passes on changes nothing on a claim on which what it passes on already bears."""

from __future__ import annotations

from random import Random

from hypothesis import assume, given
from msgspec.structs import replace

from corrob.model.case import Case, Evidence, Provenance, Source
from corrob.verifying.worlds import World
from laws.drawing import Run, law, randoms, runs, told

PASSING = ("quoted", "derived", "repost", "translated")


def with_copies(case: Case, item: Evidence, rng: Random) -> Case:
    """Let some new sources, of any letter, pass an item on, or pass on one of themselves who does."""
    sources, items = [*case.sources], [*case.evidence]
    passed_on = item.id
    for number in range(rng.randint(1, 3)):
        sources.append(Source(id=f"copyist{number}", reliability=rng.choice(("A", "C", "E", "F"))))
        items.append(copy(item, f"copy{number}", f"copyist{number}", passed_on, rng))
        passed_on = rng.choice((item.id, f"copy{number}"))
    return replace(case, sources=tuple(sources), evidence=tuple(rng.sample(items, len(items))))


def copy(item: Evidence, name: str, source: str, passed_on: str, rng: Random) -> Evidence:
    return Evidence(
        id=name,
        source=source,
        published=item.known or item.published,
        modality=rng.choice(("news_report", "social_post", None)),
        derived_from=(Provenance(how=rng.choice(PASSING), from_=passed_on),),
        bears=item.bears,
    )


@law()
@given(runs(), randoms())
def test_retelling_changes_no_status_and_no_count(run: Run, rng: Random) -> None:
    there = World(run.case, run.moment).items
    assume(there)
    item = rng.choice([item for item in run.case.evidence if item.id in there])
    assert told(run.of(with_copies(run.case, item, rng))) == told(run.results)

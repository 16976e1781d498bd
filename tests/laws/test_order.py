"""Guarantee 3: no order of files, rules, claims, evidence, and no choice of ids, changes a status or a count."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from msgspec.structs import replace

from corrob import rulebook
from corrob.model.case import Case
from corrob.model.rule import Rulebook
from corrob.verifying.judge import Judge
from laws.drawing import PACKS, Run, counted, ids, law, plain, randoms, renamed, runs, told
from oracle.generate import random_case
from stories import judge

ORDERED = {
    "controlled_by",
    "reliability",
    "bloc",
    "earliest_known",
    "captured",
    "place",
    "copy_of",
    "generation",
    "checks",
}
"""Dated fields: of two entries learnt at the same moment the later one holds."""


def shuffled(value: Any, rng: Random) -> Any:
    """Give a case's plain values with every list in another order, save those that are read in order."""
    if isinstance(value, dict):
        return {
            name: inner if name in ORDERED else shuffled(inner, rng)
            for name, inner in rng.sample([*value.items()], len(value))
        }
    if isinstance(value, list):
        return [shuffled(inner, rng) for inner in rng.sample(value, len(value))]
    return value


@law()
@given(runs(drawn_rulebooks=True), randoms())
def test_the_order_of_a_case_changes_nothing(run: Run, rng: Random) -> None:
    other = msgspec.convert(shuffled(plain(run.case), rng), Case)
    assert run.of(other) == run.results


@law()
@given(runs(drawn_rulebooks=True), randoms())
def test_the_order_of_the_rules_and_sets_changes_no_status_and_no_count(run: Run, rng: Random) -> None:
    book = run.judge.rulebook
    assert told(replace(run, judge=Judge(reordered(book, rng), "direct")).results) == told(run.results)


def reordered(book: Rulebook, rng: Random) -> Rulebook:
    """Give a rulebook with the rules of each stage in another order; stages and tables are in order by meaning."""
    return replace(
        book,
        rules=tuple(rng.sample(book.rules, len(book.rules))),
        removals=tuple(rng.sample(book.removals, len(book.removals))),
        stages=tuple(tuple(rng.sample(stage, len(stage))) for stage in book.stages),
    )


# names


def names(case: Case, rng: Random) -> dict[str, str]:
    """Give every id of a case another one, so that their order changes too."""
    others = [f"{letter}{number}" for letter in "zyx" for number in range(40)]
    return dict(zip(ids(case), rng.sample(others, len(ids(case))), strict=True))


@law()
@given(runs(), randoms())
def test_other_ids_change_no_status_and_no_count(run: Run, rng: Random) -> None:
    to = names(run.case, rng)
    results = run.of(renamed(run.case, to))
    assert {claim: counted(results[to[claim]]) for claim in run.results} == told(run.results)


# files


@pytest.fixture(scope="module", params=PACKS)
def rearranged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Judge, Judge]:
    """Give a shipped pack's judge, and that of a copy with its files renamed and their rules turned round."""
    folder = tmp_path_factory.mktemp("packs")
    for pack in PACKS:
        rearrange(Path("rules") / pack, folder / pack)
    loaded, faults = rulebook.load(str(folder / request.param))
    assert loaded is not None, faults
    return judge(request.param), Judge(loaded)


def rearrange(pack: Path, to: Path) -> None:
    to.mkdir()
    for number, path in enumerate(sorted(pack.glob("*.yaml"), reverse=True)):
        document: Any = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
        for name, value in document.value:
            if name.value == "rules":
                value.value.reverse()
        name = path.name if path.name == "pack.yaml" else f"{number:02}.yaml"
        (to / name).write_text(yaml.serialize(document, Dumper=yaml.SafeDumper), encoding="utf-8")


def test_the_order_of_files_and_of_their_rules_changes_nothing(rearranged: tuple[Judge, Judge]) -> None:
    for seed in range(40):
        case = random_case(Random(seed))
        one, other = (told({r.claim: r for r in judge.judge(case).results}) for judge in rearranged)
        assert one == other, f"seed {seed}"

"""What a comparison lists is what differs, no more and no less, on drawn cases and on the fixtures."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from corrob import rulebook
from corrob.asking.comparing import Compared
from corrob.model.case import Case
from corrob.model.comparison import Change, Comparison, Edits
from corrob.model.result import Result
from corrob.reading.cases import read
from corrob.verifying.judge import Judge
from laws.drawing import PACKS, Run, credible, law, randoms, runs, without
from oracle.generate import random_case
from stories import book, judge

STRICTER = """\
pack: stricter
version: "1.0.0"
extends: [{pack: conflict-desk, version: ">=1.0 <2"}]
change: [{parameter: min_origins, value: 3, reason: to see what it changes}]
"""
Pair = tuple[Result, Result]


def compared(cases: Iterable[Case], old: Judge, new: Judge, as_of: str | None = None) -> Comparison:
    comparing = Compared(old, new, as_of)
    for case in cases:
        comparing.add(case, case)
    return comparing.comparison("old", "new", Edits())


def expected(cases: Iterable[Case], old: Judge, new: Judge, as_of: str | None = None) -> list[Pair]:
    """Judge every claim on both sides, and give what differs but for what is unknown and for the names of the packs."""
    pairs = [
        pair
        for case in cases
        for pair in zip(old.judge(case, as_of).results, new.judge(case, as_of).results, strict=True)
    ]
    return [pair for pair in pairs if bare(pair[0]) != bare(pair[1])]


def bare(result: Result) -> Result:
    return replace(result, unknown=(), packs=())


def listed(comparison: Comparison) -> list[tuple[Result | None, Result | None]]:
    return [(one.old, one.new) for one in comparison.changes]


def groups(pairs: Iterable[Pair]) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for old, new in pairs:
        if old.status != new.status:
            counts[old.status, new.status] = counts.get((old.status, new.status), 0) + 1
    return counts


@pytest.fixture(scope="module")
def stricter(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    folder = tmp_path_factory.mktemp("packs") / "stricter"
    folder.mkdir()
    (folder / "pack.yaml").write_text(STRICTER)
    loaded, faults = rulebook.load(str(folder))
    assert loaded is not None, faults
    return Judge(loaded)


def fixtures() -> list[Case]:
    return [file.case for file in read(["fixtures"]) if file.case is not None]


def drawn() -> list[Case]:
    rngs = [Random(seed) for seed in range(200)]
    return [replace(credible(random_case(rng), rng), case=f"drawn-{n}") for n, rng in enumerate(rngs)]


@pytest.mark.parametrize("cases", [fixtures, drawn])
def test_asking_for_one_origin_more_lists_exactly_the_claims_that_change(stricter: Judge, cases: object) -> None:
    assert callable(cases)
    held = cases()
    comparison, wanted = compared(held, judge(), stricter), expected(held, judge(), stricter)
    assert listed(comparison) == wanted
    assert wanted
    assert comparison.changed == len(wanted)
    assert comparison.claims == comparison.judged == sum(len(case.claims) for case in held)
    assert {(one.old, one.new): one.count for one in comparison.groups if not one.field} == groups(wanted)
    assert sum(one.count for one in comparison.groups) == len(wanted)


def test_asking_for_one_origin_more_is_told_as_the_need_that_was_edited(stricter: Judge) -> None:
    turns = [
        turn
        for change in compared(fixtures(), judge(), stricter).changes
        for switch in change.lost
        for turn in switch.turns
    ]
    assert {(turn.old_answer, turn.new_answer) for turn in turns} == {("met", "not met")}
    assert {turn.new for turn in turns} == {turn.old.replace("at least 2", "at least 3") for turn in turns}


@cache
def shortened(pack: str, number: int) -> tuple[Judge, str]:
    """Give a shipped pack without one of its rules, and which."""
    rules = book(pack).rules
    rule = rules[number % len(rules)].id
    return Judge(book(pack).without(rule)), rule


@st.composite
def shortenings(draw: st.DrawFn) -> tuple[Judge, Judge, str]:
    pack = draw(st.sampled_from(PACKS))
    return judge(pack), *shortened(pack, draw(st.integers(0, 200)))


@law()
@given(runs(), shortenings(), st.booleans())
def test_taking_a_rule_out_or_putting_it_in_lists_exactly_what_differs(
    run: Run, pair: tuple[Judge, Judge, str], turned: bool
) -> None:
    old, new = (pair[1], pair[0]) if turned else pair[:2]
    comparison = compared([run.case], old, new, run.as_of)
    assert listed(comparison) == expected([run.case], old, new, run.as_of)
    for change in comparison.changes:
        holds_what_it_says(change, pair[2], turned=turned)


def holds_what_it_says(change: Change, rule: str, *, turned: bool) -> None:
    """Hold the reasons of a change against what they say; `rule` is the one that one side lacks."""
    absent = {one.rule for one in (*change.lost, *change.gained) if one.why == "absent"}
    assert absent <= {rule}
    for one in change.lost:
        assert one.why != "absent" or not turned
        assert all(turn.new_answer not in {"met", ""} for turn in one.turns)
    for one in change.gained:
        assert one.why != "absent" or turned
        assert all(turn.old_answer not in {"met", ""} for turn in one.turns)
    for one in (*change.lost, *change.gained):
        assert bool(one.turns) == (one.why == "needs")


@law()
@given(runs(), randoms())
def test_taking_items_out_lists_exactly_what_differs(run: Run, rng: Random) -> None:
    names = [item.id for item in run.case.evidence]
    other = without(run.case, set(rng.sample(names, min(len(names), 2))))
    comparing = Compared(run.judge, run.judge, run.as_of)
    comparing.add(run.case, other)
    after = run.of(other)
    wanted = [(old, after[claim]) for claim, old in run.results.items()]
    found = listed(comparing.comparison("old", "new", Edits()))
    assert found == [pair for pair in wanted if replace(pair[0], unknown=()) != replace(pair[1], unknown=())]


@law()
@given(runs(drawn_rulebooks=True))
def test_nothing_differs_from_itself(run: Run) -> None:
    comparison = compared([run.case], run.judge, Judge(run.judge.rulebook, "direct"), run.as_of)
    assert (comparison.changes, comparison.groups, comparison.unknown_only) == ((), (), 0)

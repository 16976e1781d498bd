"""The engine on durable-rules, the engine on the direct matcher, and the plain evaluator agree on everything."""

from __future__ import annotations

import random

import pytest

from corrob.model.case import Case
from corrob.model.result import Result
from corrob.reading.cases import read
from corrob.verifying.decide import durable_available
from corrob.verifying.judge import Judge
from laws.drawing import LAWS
from oracle.evaluate import Outcome, evaluate
from oracle.generate import random_as_of, random_case, random_rulebook
from stories import book, judge

SEEDS = {"few": 40, "quick": 400, "long": 2_000}[LAWS]
BATCH = 40
MATCHERS = ("direct", "durable") if durable_available() else ("direct",)


def outcome(result: Result) -> Outcome:
    """Give what a result and the plain evaluator's outcome both say."""
    supports, refutes = result.origins.supports, result.origins.refutes
    return Outcome(
        status=result.status,
        rule=result.rule,
        confidence=result.confidence,
        findings=result.findings,
        supports=supports.count,
        refutes=refutes.count,
        supports_at_least=supports.at_least,
        refutes_at_least=refutes.at_least,
        support_list=supports.list,
        refute_list=refutes.list,
    )


def outcomes(judge: Judge, case: Case, as_of: str | None) -> dict[str, Outcome]:
    return {result.claim: outcome(result) for result in judge.judge(case, as_of).results}


@pytest.mark.parametrize("start", range(0, SEEDS, BATCH))
def test_random_cases_under_random_rulebooks_come_to_the_same(start: int) -> None:
    for seed in range(start, start + BATCH):
        rng = random.Random(seed)
        case, drawn, as_of = random_case(rng), random_rulebook(rng), None
        as_of = random_as_of(rng, case)
        expected = evaluate(case, drawn, as_of)
        for matcher in MATCHERS:
            assert outcomes(Judge(drawn, matcher), case, as_of) == expected, f"seed {seed}, {matcher}"


@pytest.mark.parametrize("pack", ["core", "conflict-desk", "newsroom"])
def test_random_cases_under_the_shipped_packs_come_to_the_same(pack: str) -> None:
    for seed in range(SEEDS // 4):
        rng = random.Random(seed)
        case = random_case(rng)
        as_of = random_as_of(rng, case)
        expected = evaluate(case, book(pack), as_of)
        assert outcomes(judge(pack), case, as_of) == expected, f"seed {seed}"
        assert outcomes(judge(pack, "direct"), case, as_of) == expected, f"seed {seed}, direct"


@pytest.mark.parametrize("as_of", ["2024-10-22", "2024-10-26", "2024-10-28"])
def test_the_first_case_comes_to_the_same(as_of: str) -> None:
    (file,) = read(["fixtures/dprk-sergeevka-2024"])
    assert file.case is not None
    assert outcomes(judge(), file.case, as_of) == evaluate(file.case, book(), as_of)

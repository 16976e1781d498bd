"""From the rules that fired to a status: beats, scales, conflict, and the steps of confidence."""

from __future__ import annotations

import pytest

from corrob.diagnostics import Span
from corrob.model.rule import Effect, Gives, Moves, Rule, Statuses
from corrob.verifying.settle import settle, standing

STATUSES = Statuses(
    default="none yet",
    conflict="torn",
    support=("said", "backed", "sure"),
    against=("doubted", "false"),
    order=(("false", "doubted", "skewed", "none yet", "thin", "torn", "said", "backed", "sure"), ("gone", "pending")),
)


def rule(name: str, effect: Effect, *beats: str) -> Rule:
    return Rule(id=name, code=name, title=name, effect=effect, needs=(), span=Span("x"), beats=beats)


def gives(status: str, *beats: str, name: str = "", confidence: str | None = None) -> Rule:
    return rule(name or status, Gives(status, confidence), *beats)


@pytest.mark.parametrize(
    ("proposed", "status"),
    [
        ([], "none yet"),
        (["said"], "said"),
        (["said", "sure", "backed"], "sure"),
        (["thin", "said"], "said"),
        (["doubted", "false", "thin"], "false"),
        (["said", "doubted"], "torn"),
        (["torn", "sure"], "torn"),
        (["thin", "skewed"], "thin"),
        (["gone", "pending"], "pending"),
    ],
)
def test_the_status_is_the_conflict_or_the_strongest_of_one_scale_or_the_highest(
    proposed: list[str], status: str
) -> None:
    assert settle(STATUSES, [gives(one) for one in proposed]).status == status


def test_a_beaten_rule_is_out_unless_what_beats_it_is_beaten_too() -> None:
    first, second, third = gives("sure"), gives("false", "sure"), gives("thin", "false")
    assert standing([first, second]) == [second]
    assert standing([first, second, third]) == [first, third]
    assert settle(STATUSES, [first, second, third]).status == "sure"


def test_of_several_rules_for_one_status_the_first_by_id_is_named() -> None:
    settled = settle(STATUSES, [gives("said", name="b"), gives("said", name="a")])
    assert settled.rule is not None
    assert settled.rule.id == "a"


def test_a_conflict_of_the_two_scales_has_no_rule_and_no_confidence() -> None:
    settled = settle(STATUSES, [gives("said", confidence="high"), gives("doubted", confidence="high")])
    assert (settled.status, settled.rule, settled.confidence) == ("torn", None, None)
    assert [one.id for one in settled.proposals] == ["said", "doubted"]


@pytest.mark.parametrize(
    ("start", "steps", "confidence"),
    [
        ("moderate", [1], "high"),
        ("moderate", [-1], "low"),
        ("moderate", [1, -1], "moderate"),
        ("high", [1, 1, -1], "high"),
        ("low", [-1], "low"),
        (None, [1], None),
    ],
)
def test_confidence_starts_at_the_rule_and_moves_in_steps(
    start: str | None, steps: list[int], confidence: str | None
) -> None:
    moves = [rule(f"m{n}", Moves(step)) for n, step in enumerate(steps)]
    assert settle(STATUSES, [gives("said", confidence=start), *moves]).confidence == confidence


def test_a_beaten_step_moves_nothing() -> None:
    fired = [gives("said", "up", confidence="low"), rule("up", Moves(1))]
    assert settle(STATUSES, fired).confidence == "low"


@pytest.mark.parametrize(("confidence", "steps"), [("low", ["up", "down"]), (None, [])])
def test_the_steps_are_told_only_where_there_is_a_confidence_to_move(confidence: str | None, steps: list[str]) -> None:
    fired = [gives("said", confidence=confidence), rule("up", Moves(1)), rule("down", Moves(-1))]
    assert [one.id for one in settle(STATUSES, fired).steps] == steps


def test_the_confidence_is_that_of_the_rule_whose_status_it_is() -> None:
    fired = [gives("said", name="a", confidence="high"), gives("sure", name="b", confidence="low")]
    assert settle(STATUSES, fired).confidence == "low"

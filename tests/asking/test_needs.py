"""Whether a need is met, part by part."""

from __future__ import annotations

import pytest

from asking.explaining import item, story
from corrob.asking.needs import ANSWERS, answer
from corrob.model.rule import Acts, AllOf, AnyOf, Need, Not, Nothing, Selection, Some
from stories import judged

MET, UNMET, OPEN = Some(Selection("seen")), Nothing(Selection("seen")), Acts()


@pytest.mark.parametrize(
    ("need", "told"),
    [
        (MET, "met"),
        (UNMET, "not met"),
        (OPEN, "unknown"),
        (AnyOf((UNMET, MET)), "met"),
        (AnyOf((UNMET, OPEN)), "unknown"),
        (AllOf((MET, OPEN)), "unknown"),
        (AllOf((UNMET, OPEN)), "not met"),
        (Not(OPEN), "unknown"),
        (Not(AnyOf((UNMET, UNMET))), "met"),
    ],
)
def test_a_need_is_met_not_met_or_unknown(need: Need, told: str) -> None:
    weighing = judged(story(item("e1", "a"))).outcomes["c"].weighing
    assert ANSWERS[answer(weighing, need)] == told

"""What a status hangs on: all least sets of losses, in their order, and those that come to the same told as one."""

from __future__ import annotations

import pytest

from asking.explaining import item, story
from corrob.asking.flips import flips
from corrob.model.answers import FlipAnswer
from stories import judged

DENIED = "[{id: c, text: It burned}, {id: n, text: It did not, negates: c}]"


def answer(text: str, claim: str = "c", size: int = 2, as_of: str | None = None) -> FlipAnswer:
    return flips(judged(text, as_of, "core"), claim, size)


def told(found: FlipAnswer) -> list[tuple[str, str]]:
    """Give each set in words, with the status that it leads to."""
    return [
        (flip.status, " + ".join(" / ".join(loss.name for loss in group) for group in flip.losses))
        for flip in found.flips
    ]


def test_a_status_of_two_origins_hangs_on_each_of_them() -> None:
    found = answer(story(item("e1", "a"), item("e2", "b")))
    assert found.result.status == "corroborated"
    assert told(found) == [
        ("attributed", "e1 The Agency / source a (The Agency)"),
        ("attributed", "e2 The Bulletin / source b (The Bulletin)"),
    ]


def test_where_one_origin_is_one_too_many_two_have_to_go_and_no_larger_set_is_told() -> None:
    text = story(item("e1", "a"), item("e2", "b"), item("e3", "d"))
    assert told(answer(text, size=1)) == []
    assert [flip.status for flip in answer(text).flips] == ["attributed"] * 3
    assert answer(text, size=3).flips == answer(text).flips


def test_sets_are_counted_all_and_those_judged_of_them() -> None:
    found = answer(story(item("e1", "a"), item("e2", "a")))
    assert (found.losses, found.sets) == ({"item": 2, "source": 1, "media": 0, "tie": 0}, 6)
    assert (found.judged, told(found)) == (4, [
        ("unassessed", "source a (The Agency)"),
        ("unassessed", "e1 The Agency + e2 The Agency"),
    ])  # fmt: skip


def test_a_source_of_a_single_item_is_told_with_it_only_where_it_is_the_same() -> None:
    quoted = item("e2", "b", more="derived_from: [{from: a, how: quoted}]")
    found = answer(story(item("e1", "a"), quoted, item("e3", "d")), size=1)
    assert told(found) == [
        ("attributed", "e3 The Daily / source d (The Daily)"),
        ("attributed", "source a (The Agency)"),
    ]


def test_a_tie_can_be_all_that_keeps_a_status_down() -> None:
    found = answer(story(item("e1", "a"), item("e2", "b", more="derived_from: [{from: e1, how: quoted}]")), size=1)
    assert ("corroborated", "tie e2 ← e1 (quoted)") in told(found)


def test_a_denial_hangs_on_what_hangs_what_it_denies() -> None:
    text = story(item("e1", "a"), item("e2", "b"), claims=DENIED)
    assert [flip.losses for flip in answer(text, "n").flips] == [flip.losses for flip in answer(text).flips]
    assert {flip.status for flip in answer(text, "n").flips} == {"unverified"}


def test_the_date_is_kept() -> None:
    text = story(item("e1", "a"), item("e2", "b"), item("e5", "d"))
    assert [len(answer(text, as_of=day, size=1).flips) for day in ("2024-01-03", "2024-01-06")] == [2, 0]


def test_an_unknown_claim_is_an_error() -> None:
    with pytest.raises(KeyError, match="zzz"):
        answer(story(), "zzz")

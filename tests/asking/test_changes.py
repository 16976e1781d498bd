"""What differs between two sides of a case: parts of results, claims that are new or gone, removals."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from asking.editing import AGREE, change, compared, edited
from asking.explaining import item, story
from corrob.asking.changes import COMPARED, changes, differing
from corrob.model.comparison import Change, Group, Removed
from corrob.model.result import Result, Side, Tally
from corrob.model.rule import Gives
from corrob.verifying.judge import Judge
from stories import book, case, judge

PLAIN = Result("k", "c", None, "attributed", "low", "p/r", Tally(), "So it is.")
TWO = story(item("e1", "a"), item("e2", "b"))


@pytest.mark.parametrize(
    ("other", "parts"),
    [
        (PLAIN, ()),
        (replace(PLAIN, status="confirmed", because="Yes."), ("status", "because")),
        (replace(PLAIN, rule=None, confidence=None), ("rule", "confidence")),
        (replace(PLAIN, origins=Tally(Side(1, 1, ("e",)))), ("origins",)),
        (replace(PLAIN, origins=Tally(refutes=Side(0, 0, ("e",)))), ("origins",)),
        (replace(PLAIN, notes={"capped_by": ("d",)}), ("capped_by",)),
        (replace(PLAIN, notes={"denied_by": ("d",)}), ("notes",)),
        (replace(PLAIN, findings=("f",), unknown=("e: place_fits",)), ("findings", "unknown")),
        (replace(PLAIN, confidence_steps=("More than one",)), ("confidence_steps",)),
    ],
)
def test_results_are_compared_part_by_part_the_gravest_first(other: Result, parts: tuple[str, ...]) -> None:
    assert (differing(PLAIN, other), differing(other, PLAIN)) == (parts, parts)


def test_every_part_of_a_result_is_compared_but_what_it_is_a_result_of() -> None:
    parts = [name for name in Result.__struct_fields__ if name not in {"case", "claim", "as_of", "packs"}]
    assert set(COMPARED) == {*parts, "capped_by"}


def test_a_change_has_both_results_and_the_text() -> None:
    old, new = (Judge(one, "direct").judge(case(TWO)) for one in (book("core"), book("core").without(AGREE)))
    (told,) = changes(old, new)
    assert replace(told, lost=(), gained=()) == Change(
        "story", "c", None, "It burned", differing(old.results[0], new.results[0]), old.results[0], new.results[0]
    )


def test_claims_that_are_new_or_gone_come_with_the_one_result_they_have() -> None:
    two = story(item("e1", "a"), claims="[{id: d, text: It stood}, {id: c, text: It burned}]")
    one = story(item("e1", "a"))
    (gone,), (new,) = compared("core", "core", two, one), compared("core", "core", one, two)
    assert (gone.claim, gone.text, gone.old and gone.old.status, gone.new) == ("d", "It stood", "unassessed", None)
    assert (new.claim, new.old, new.new and new.new.status, new.kind) == ("d", None, "unassessed", None)


def test_only_confidence_may_change_and_no_rule_has_to_be_named() -> None:
    doubting = edited(AGREE, lambda one: replace(one, effect=Gives("corroborated", "low")))
    told = change("core", doubting, TWO)
    assert (told.fields[:1], told.kind, told.lost, told.gained) == (
        ("confidence",), Group(field="confidence"), (), (),
    )  # fmt: skip


def test_what_a_rule_takes_out_on_one_side_alone_is_told() -> None:
    media = "\n    media: [{id: m, type: video, from: a, generation: synthetic}]"
    text = story(item("e1", "a", more="media: [m]"), item("e2", "b"), more=media)
    removal = next(iter(judge("core").judge(case(text)).outcomes["c"].weighing.removed))
    without = book("core").without(removal)
    assert change("core", without, text).removed == (Removed(removal, ("e1",), ()),)
    assert change(without, "core", text).removed == (Removed(removal, (), ("e1",)),)

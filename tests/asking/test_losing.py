"""What a claim comes to without some evidence: what changes, field by field, and for which other claims."""

from __future__ import annotations

import pytest

from asking.explaining import item, story
from corrob.asking.losing import losing
from corrob.asking.without import without
from corrob.model.answers import Change, Loss, StatusChange, WithoutAnswer
from stories import case, judge, judged

TWO = story(item("e1", "a"), item("e2", "b"))


def answer(text: str, *gone: str, claim: str = "c", as_of: str | None = None) -> WithoutAnswer:
    return losing(judge("core"), judged(text, as_of, "core"), claim, gone)


def test_every_field_that_is_another_is_told_with_what_it_was() -> None:
    found = answer(TWO, "e2")
    assert (found.text, found.lost) == ("It burned", (Loss("item", "e2", "e2 The Bulletin"),))
    assert found.changes == (
        Change("status", "corroborated", "attributed"),
        Change("confidence", "moderate", "low"),
        Change("rule", "core/independent-origins-agree", "core/credible-support"),
        Change("origins.supports", "2: e1, e2", "1: e1"),
        Change(
            "because",
            "2 independent origins agree: The Agency (e1), The Bulletin (e2).",
            "Credible support, to be attributed to The Agency (e1).",
        ),
    )


def test_notes_and_findings_come_and_go() -> None:
    text = story(item("e1", "a"), item("e2", "x", stance="refutes", more="act: denial"))
    changes = {change.field: (change.before, change.after) for change in answer(text, "e2").changes}
    assert changes == {"notes.denied_by": ("x", ""), "findings": ("denied_by", "")} | {
        k: v for k, v in changes.items() if k == "unknown"
    }


def test_what_changes_nothing_is_told_to_change_nothing() -> None:
    text = story(item("e1", "a"), item("e2", "b", on="d"), claims="[{id: c, text: t}, {id: d, text: t}]")
    found = answer(text, "e2")
    assert (found.changes, found.after == found.before) == ((), True)
    assert found.others == (StatusChange("d", "t", "attributed", "unassessed"),)


def test_the_same_id_twice_is_one_loss_and_the_date_is_kept() -> None:
    found = answer(TWO, "e2", "e2", as_of="2024-01-01")
    assert ([loss.id for loss in found.lost], found.after.as_of, found.changes) == (["e2"], "2024-01-01", ())


def test_the_result_is_that_of_the_edited_case() -> None:
    found = answer(TWO, "a")
    assert (found.after,) == judge("core").judge(without(case(TWO), ["a"])).results


@pytest.mark.parametrize(("claim", "gone"), [("zzz", "e1"), ("c", "zzz")])
def test_unknown_ids_are_an_error(claim: str, gone: str) -> None:
    with pytest.raises(KeyError, match="zzz"):
        answer(TWO, gone, claim=claim)

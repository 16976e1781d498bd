"""What differs between two sides: parts of results, groups, claims and cases that are new or gone, removals."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from asking.comparing import AGREE, LONE, change, compared, edited
from asking.explaining import item, story
from corrob.asking.changes import COMPARED, Compared, changes, differing, edits, groups, paired
from corrob.model.case import Case, Claim
from corrob.model.comparison import Change, Edits, Group, Removed
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


def test_every_part_of_a_result_is_compared() -> None:
    parts = [name for name in Result.__struct_fields__ if name not in {"case", "claim", "as_of"}]
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


def test_changes_of_status_come_first_the_most_first_then_in_the_order_of_statuses() -> None:
    def moved(old: str, new: str, field: str = "status") -> Change:
        both = replace(PLAIN, status=old), replace(PLAIN, status=new)
        return Change("k", "c", None, "t", (field,), *both)

    order = ("attributed", "corroborated", "confirmed")
    found = [moved("confirmed", "confirmed", "origins"), moved("attributed", "attributed", "confidence")]
    found += [moved("confirmed", "attributed"), moved("attributed", "confirmed"), moved("attributed", "corroborated")]
    found += [moved("confirmed", "corroborated")] * 2 + [Change("k", "n", None, "t", new=PLAIN)]
    assert groups(found, order) == (
        Group("confirmed", "corroborated", count=2),
        Group("attributed", "corroborated", count=1),
        Group("attributed", "confirmed", count=1),
        Group("confirmed", "attributed", count=1),
        Group(field="confidence", count=1),
        Group(field="origins", count=1),
    )


# cases


def small(name: str, *claims: str) -> Case:
    return Case(1, name, tuple(Claim(one, "It burned") for one in claims or ("c",)))


def test_cases_are_paired_by_id_in_whatever_order_they_come() -> None:
    olds, news = ([small(name) for name in names] for names in ("abcd", "cae"))
    told = [(old and old.case, new and new.case) for old, new in paired(olds, news)]
    assert told == [("a", "a"), ("c", "c"), ("b", None), ("d", None), (None, "e")]


def test_the_older_side_stays_the_older_one() -> None:
    olds, news = [small("a", "o"), small("b", "o")], [small("b", "n"), small("a", "n")]
    assert {(old and old.claims[0].id, new and new.claims[0].id) for old, new in paired(olds, news)} == {("o", "n")}


def test_cases_and_claims_are_counted_and_those_of_one_side_are_listed() -> None:
    comparing = Compared(judge("core"), judge("core"))
    for pair in ((small("a", "c", "d"), small("a", "d", "e")), (small("b"), None), (None, small("f", "x", "y"))):
        comparing.add(*pair)
    told = comparing.comparison("x", "y", Edits())
    assert (told.old, told.new, told.cases, told.claims, told.judged, told.changed) == ("x", "y", 1, 1, 1, 0)
    assert (told.cases_new, told.cases_gone, told.groups) == (("f",), ("b",), ())
    assert [(one.case, one.claim, one.old is None, one.new is None) for one in told.changes] == [
        ("a", "c", False, True), ("a", "e", True, False), ("b", "c", False, True),
        ("f", "x", True, False), ("f", "y", True, False),
    ]  # fmt: skip


def test_what_differs_only_in_what_is_unknown_is_counted_and_is_no_change() -> None:
    before = case(story(item("e1", "x")))
    after = case(story(item("e1", "y"), more="\n    - {id: y}"))
    comparing = Compared(judge("core"), judge("core"))
    comparing.add(before, after)
    told = comparing.comparison("x", "y", Edits())
    assert (told.changed, told.unknown_only, told.changes) == (0, 1, ())


def test_on_all_dates_each_date_of_either_side_is_compared_and_what_is_new_is_told_once() -> None:
    early, late = story(item("e1", "a"), item("e2", "b")), story(item("e1", "a"), item("e4", "b"))
    more = late.replace("It burned}", "It burned}, {id: n, text: New}")
    comparing = Compared(judge("core"), judge("core"), all_dates=True)
    comparing.add(case(early), case(more))
    told = comparing.comparison("x", "y", Edits())
    assert (told.claims, told.judged, told.changed) == (1, 4, 1)
    statuses = [(one.as_of, one.claim, one.fields[0]) for one in told.changes if one.kind]
    assert statuses[:2] == [("2024-01-02", "c", "status"), ("2024-01-04", "c", "origins")]
    assert [(one.as_of, one.claim) for one in told.changes if not one.kind] == [(None, "n")]


# rulebooks


def test_parameters_and_rules_that_came_or_went_are_told() -> None:
    old = book("core")
    new = replace(old.without(LONE), parameters={**old.parameters, "grace": 432_000.0, "min_origins": 3.0})
    assert edits(old, new) == Edits({"grace": ("3 days", "5 days"), "min_origins": ("2", "3")}, (), (LONE,))
    assert edits(new, old) == Edits({"grace": ("5 days", "3 days"), "min_origins": ("3", "2")}, (LONE,), ())
    assert edits(old, old) == Edits()


def test_a_parameter_that_one_side_lacks_is_empty_there() -> None:
    old = book("core")
    assert edits(old, replace(old, parameters={**old.parameters, "more": "B"})).parameters == {"more": ("", "B")}

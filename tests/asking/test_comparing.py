"""Cases and rulebooks are compared: groups, cases that are new or gone, counts, dates, edits."""

from __future__ import annotations

from msgspec.structs import replace

from asking.editing import LONE
from asking.explaining import item, story
from corrob.asking.comparing import Compared, edits, groups, paired
from corrob.model.case import Case, Claim
from corrob.model.comparison import Change, Edits, Group
from corrob.model.result import Result, Tally
from corrob.verifying.judge import Judge
from stories import book, case, judge

PLAIN = Result("k", "c", None, "attributed", "low", "p/r", Tally(), "So it is.")


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


def test_a_case_of_one_side_is_judged_as_of_the_date_too() -> None:
    comparing = Compared(judge("core"), judge("core"), "2024-01-01")
    comparing.add(None, case(story(item("e2", "a"))))
    (told,) = comparing.comparison("x", "y", Edits()).changes
    assert (told.as_of, told.new and told.new.status) == ("2024-01-01", "unassessed")


def test_the_statuses_of_both_sides_are_known_those_of_the_new_one_first() -> None:
    old, new = book("core"), book("core")
    more = replace(old.statuses, order=(*old.statuses.order, ("former",)))
    comparing = Compared(Judge(replace(old, statuses=more)), Judge(new))
    assert comparing.statuses == (*new.statuses.all, "former")

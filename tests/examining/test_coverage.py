"""What the tests of a pack made true, false and unknown; only claims that a test names count as tested."""

from __future__ import annotations

from pathlib import Path

from corrob.examining.coverage import bounds, coverage
from corrob.examining.judgements import Judgements
from corrob.examining.places import places_of
from corrob.model.examined import Coverage, Point
from corrob.model.rule import Origins, Selection, Some
from corrob.verifying.judge import Judge
from examining.trying import ready
from rulebook.shelf import Shelf

RULES = """\
tables:
  - sets: sound
    rows:
      - {when: {reliability: {at_least: C}}, then: yes}
      - {then: no}
evidence_sets:
  best: {from: good, where: {sound: yes}}
rules:
  - id: old
    removes: {recycled: yes}
    needs: [{some: {from: bearings, where: {recycled: yes}}}]
  - id: r
    gives: sure
    applies_to: {kind: event}
    needs:
      - origins: {at_least: 1, at_most: 2, from: best}
      - any_of: [{claim: {when: {before: 2024-01-01}}}, {none: bad}]
"""

ONE = """\
name: one
given:
  claims: [{id: c}, {id: d}]
  sources: [{id: a, reliability: B}]
  evidence: [{id: e, source: a, bears: [{claim: c, stance: supports}]}]
expect: {c: sure}
"""
MANY = """\
name: many
given:
  each_source: {reliability: B}
  each_claim: {when: 2024-02-01}
  claims: [{id: c}, {id: d, kind: state}]
  sources: [{id: a}, {id: b}, {id: c}, {id: d}, {id: x, reliability: F}, {id: y, reliability: D}]
  media: [{id: m, type: video, from: a, first_seen: 2023-01-01}]
  each_evidence: {bears: [{claim: c, stance: supports}]}
  evidence:
    - {id: e1, source: a}
    - {id: e2, source: b}
    - {id: e3, source: c}
    - {id: e4, source: x}
    - {id: e5, source: y}
    - {id: e6, source: d, bears: [{claim: c, stance: refutes}]}
    - {id: e7, source: d, media: [m]}
expect: {c: blank}
"""
EARLY = "name: n\ngiven: {claims: [{id: c, when: 2023-01-01}]}\nexpect: {c: blank}\n"
OTHER = "name: n\ngiven: {claims: [{id: c, kind: state}]}\nexpect: {c: blank}\n"


def covered(shelf: Shelf, *tests: str, rules: str = RULES) -> Coverage:
    book = shelf.load(rules)
    run = [ready(test, rules=book) for test in tests]
    return coverage(Judgements(book, places_of(Path("ground"))), run, Judge(book, "direct"))


def seen(one: Coverage) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give the values seen and missing, by what the point is."""
    return {
        f"{point.owner} {point.what}": (point.seen, point.missing)
        for point in one.points
        if "ground/pack" not in point.place
    }


def test_every_need_bound_test_row_and_rule_has_its_values(shelf: Shelf) -> None:
    assert seen(covered(shelf, ONE)) == {
        "the table sound row 1: reliability at least C": (("true",), ("false", "unknown")),
        "the table sound row 2: else": ((), ("true",)),
        "the set best sound yes": (("true",), ("false",)),
        "ground/old it fires": (("false",), ("true",)),
        "ground/old removes: recycled yes": (("unknown",), ("true", "false")),
        "ground/old some bearings (recycled yes)": (("false",), ("true",)),
        "ground/r it fires": (("true",), ("false", "unknown")),
        "ground/r applies to: kind event": (("true",), ("false",)),
        "ground/r at least 1 origin in best": (("true",), ("false",)),
        "ground/r at most 2 origins in best": (("true",), ("false",)),
        "ground/r the claim's when before 2024-01-01": (("unknown",), ("true", "false")),
        "ground/r no bad": (("true",), ("false",)),
    }


def test_more_tests_add_up(shelf: Shelf) -> None:
    one = covered(shelf, ONE, MANY, EARLY, OTHER)
    assert {name: missing for name, (_, missing) in seen(one).items() if missing} == {
        "ground/old removes: recycled yes": ("false",),
        "ground/r it fires": ("unknown",),
    }
    assert one.possible - one.made == 2 + sum(len(p.missing) for p in one.points if "ground/pack" in p.place)


def test_a_rule_that_removes_is_asked_about_all_that_there_was(shelf: Shelf) -> None:
    found = seen(covered(shelf, MANY))
    assert found["ground/old some bearings (recycled yes)"] == (("true",), ("false",))
    assert found["ground/old it fires"] == (("true",), ("false",))


def test_claims_that_a_test_does_not_name_do_not_count(shelf: Shelf) -> None:
    named = MANY.replace("expect: {c: blank}", "expect: {c: blank, d: blank}")
    assert seen(covered(shelf, MANY))["ground/r applies to: kind event"][0] == ("true",)
    assert seen(covered(shelf, named))["ground/r applies to: kind event"][0] == ("true", "false")


def test_needs_are_asked_only_where_the_rule_exists(shelf: Shelf) -> None:
    assert seen(covered(shelf, OTHER))["ground/r no bad"] == ((), ("true", "false"))


def test_each_point_has_its_line_its_owner_and_the_reasons_why_values_never_come(shelf: Shelf) -> None:
    points = covered(shelf, ONE).points
    assert [point.place for point in points] == sorted(
        (p.place for p in points), key=lambda at: (at.split(":")[0], int(at.split(":")[1]))
    )
    (bound,) = (point for point in points if point.what == "at most 2 origins in best")
    assert bound == Point(
        place="ground/rules.yaml:16:9",
        owner="ground/r",
        what="at most 2 origins in best",
        seen=("true",),
        missing=("false",),
        never={"unknown": "what is counted is known"},
    )


def test_what_a_pack_inherits_is_the_business_of_its_base(shelf: Shelf) -> None:
    book, problems = shelf.above(
        "change: [{rule: ground/r, add: [{none: bad}], reason: strict}]\n", RULES.replace(", {none: bad}", "")
    )
    assert book is not None, problems
    one = coverage(Judgements(book, places_of(Path("above"))), [ready(ONE, rules=book)], Judge(book, "direct"))
    assert [(point.owner, point.what, point.seen, point.missing) for point in one.points] == [
        ("ground/r", "no bad", ("true",), ("false",))
    ]
    assert (one.pack, one.made, one.possible) == ("above", 1, 2)


def test_without_tests_nothing_is_covered(shelf: Shelf) -> None:
    one = covered(shelf)
    assert (one.made, one.possible > 0) == (0, True)


def test_a_need_with_two_bounds_is_two() -> None:
    chosen = Selection("good")
    both = Origins(chosen, 2, 3, ("modality", 2), 60.0)
    assert list(bounds(both)) == [Origins(chosen, 2, None, ("modality", 2), 60.0), Origins(chosen, None, 3)]
    for one in (Origins(chosen, 2), Origins(chosen, None, 3), Some(chosen)):
        assert list(bounds(one)) == [one]

"""Kinds of evidence: everything that makes a difference to a rulebook is among them."""

from __future__ import annotations

import pytest

from corrob.asking.distinct import Signature, distinct, exhibits
from corrob.asking.kinds import FEW, MOST_TERMS, PLAIN, Kinds
from corrob.asking.pieces import BOTH_WAYS, TIED, UNKNOWABLE, WRITERS, Wanted
from corrob.examining.settings import settings
from corrob.model.fields import STRAND_FIELDS
from corrob.model.rule import FieldTest, Is, Rulebook, Selection
from corrob.verifying.judge import Judge
from rulebook.shelf import Shelf
from stories import book

PACKS = ["core", "conflict-desk", "newsroom"]
SETS = """\
tables:
  - sets: close
    rows:
      - {when: {first_hand: yes, motive: {not: [boast, satire]}}, then: yes}
      - {when: {reliability: {at_least: B}}, then: likely}
      - {then: no}
  - sets: best
    rows: [{when: {close: yes, hedged: no}, then: yes}, {then: no}]
evidence_sets:
  top: {from: good, where: {best: yes}}
rules:
  - {id: one, gives: sure, needs: [{some: {from: top, where: {value: {above: 3}, date: {before: "2020-01-01"}}}}]}
"""
CHOOSING = """\
rules:
  - id: one
    gives: sure
    needs: [{origins: {at_least: 4, from: good, where: {hedged: no}, different: {FIELD: 4}}}]
"""


def kinds(shelf: Shelf, text: str = SETS) -> Kinds:
    return Kinds(shelf.load(text))


def fields_of(*terms: tuple[FieldTest, ...]) -> set[frozenset[str]]:
    return {frozenset(test.field for test in term) for term in terms}


def wanted(rulebook: Rulebook) -> list[Wanted]:
    plain = next(settings(rulebook)).claim
    return [kind.wanted for kind in distinct(Kinds(rulebook), Judge(rulebook, "direct").scales, plain)]


# what is asked


def test_tests_are_gathered_on_the_way_from_the_bearings_to_a_selection(shelf: Shelf) -> None:
    chosen = Selection("top", (FieldTest("hedged", (Is((False,)),)),))
    assert [test.field for test in kinds(shelf).tests_of(chosen)] == ["hedged", "best", "stance"]


def test_tests_of_tables_are_taken_apart_row_by_row_and_table_by_table(shelf: Shelf) -> None:
    terms = kinds(shelf).terms(kinds(shelf).tests_of(Selection("top")))
    assert fields_of(*terms) == {
        frozenset({"stance"}),
        frozenset({"stance", "hedged"}),
        frozenset({"stance", "hedged", "first_hand", "motive"}),
        frozenset({"stance", "hedged", "reliability"}),
    }


def test_rows_of_one_table_are_looked_at_by_themselves_and_two_by_two(shelf: Shelf) -> None:
    assert {frozenset({"first_hand", "motive", "reliability"}), frozenset({"reliability"})} <= fields_of(
        *kinds(shelf).every_term()
    )


def test_not_every_way_into_a_set_of_many_tables_is_looked_at(shelf: Shelf) -> None:
    rows = ", ".join(f"{{when: {{value: {n}}}, then: no}}" for n in range(9))
    tables = "".join(f"  - {{sets: t{n}, rows: [{rows}, {{then: yes}}]}}\n" for n in range(4))
    where = "t0: yes, t1: yes, t2: yes, t3: yes"
    many = f"tables:\n{tables}evidence_sets: {{all: {{from: good, where: {{{where}}}}}}}\nrules: []\n"
    assert len(kinds(shelf, many).every_term()) < 4 * (9 + 36) + 3 * MOST_TERMS


# values


def test_values_are_tried_on_both_sides_of_what_is_named(shelf: Shelf) -> None:
    found = kinds(shelf)
    assert found.choices("hedged") == [False, True, None]
    assert found.choices("value") == [3.0, 2.0, 4.0, None]
    assert found.choices("motive") == ["boast", "satire", "none", None]
    assert found.choices("reliability") == ["A", "B", "C", "D", "E", None]
    days = [day.begins for day in found.choices("date") if day]
    assert len(days) == 2
    assert found.choices("bloc") == [None]


# kinds


def test_what_is_asked_for_is_met_and_just_missed(shelf: Shelf) -> None:
    candidates = kinds(shelf).candidates()
    assert {"stance": "supports", "first_hand": True} in candidates
    assert {"stance": "supports", "first_hand": True, "motive": "boast"} in candidates
    assert {"stance": "supports", "first_hand": True, "hedged": True} in candidates
    assert {"stance": "supports", "reliability": "C"} in candidates


def test_the_plainest_come_first_and_each_comes_once(shelf: Shelf) -> None:
    found = kinds(shelf).candidates()
    assert found[:2] == [{"stance": "refutes"}, {"stance": "supports"}]
    assert [len(one) for one in found] == sorted(len(one) for one in found)
    assert len({str(sorted(one.items(), key=str)) for one in found}) == len(found)


def test_a_source_that_says_both_and_two_that_are_tied_are_among_them(shelf: Shelf) -> None:
    found = kinds(shelf).candidates()
    assert {name for one in found for name in one if name in {BOTH_WAYS, TIED}} == {BOTH_WAYS, TIED}


@pytest.mark.parametrize("name", sorted({*WRITERS} & {*STRAND_FIELDS} - {"stance", "stance_written", "source"}))
def test_what_is_called_plain_is_what_a_piece_shows_of_itself(name: str, shelf: Shelf) -> None:
    (plain,) = strands(shelf.load(SETS), {})
    shown = plain[name]
    shown = shown[0] if isinstance(shown, tuple) and len(shown) == 1 else shown or (None if shown == () else shown)
    assert shown == PLAIN[name]
    assert PLAIN[name] is not None or name in UNKNOWABLE


def strands(rulebook: Rulebook, one: Wanted) -> list[dict[str, object]]:
    found = exhibits(Judge(rulebook, "direct").scales, one, next(settings(rulebook)).claim)
    assert found is not None
    return [exhibit.facts for exhibit in found]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("modality", 4), ("act", 4), ("motive", 4), ("value", 4), ("bloc", 4), ("adds", 4), ("source_kind", 4),
    ],
)  # fmt: skip
def test_as_many_values_are_tried_as_rules_ask_for_different_ones(shelf: Shelf, field: str, values: int) -> None:
    found = wanted(shelf.load(CHOOSING.replace("FIELD", field)))
    supports = [one for one in found if one["stance"] == "supports"]
    assert len({one.get(field, PLAIN[field]) for one in supports} - {None}) >= values > FEW


@pytest.mark.parametrize("field", ["source", "origin"])
def test_every_piece_has_a_source_and_an_origin_of_its_own(shelf: Shelf, field: str) -> None:
    found = wanted(shelf.load(CHOOSING.replace("FIELD", field)))
    assert {"source"}.isdisjoint(name for one in found for name in one)


def test_days_near_and_far_and_none_are_tried_where_a_span_is_asked_for(shelf: Shelf) -> None:
    text = "rules: [{id: one, gives: sure, needs: [{origins: {at_least: 2, from: good, within: 3 days}}]}]"
    found = wanted(shelf.load(text))
    days = [one["date"] for one in found if "date" in one and one["stance"] == "supports"]
    assert None in days
    late = [day.begins for day in days if day is not None]
    assert late
    assert min(late) > PLAIN["date"].end + 3 * 86_400


@pytest.mark.parametrize("pack", PACKS)
def test_two_kinds_never_come_to_the_same(pack: str) -> None:
    kinds, judge = Kinds(book(pack)), Judge(book(pack), "direct")
    found = distinct(kinds, judge.scales, next(settings(book(pack))).claim)
    sees = Signature(kinds, judge.scales)
    assert len({sees(kind.exhibits) for kind in found}) == len(found) > 10


def differs(one: Wanted, pack: str) -> bool:
    """Whether something is told apart from a plain piece, and is among the kinds."""
    kinds, judge = Kinds(book(pack)), Judge(book(pack), "direct")
    claim = next(settings(book(pack))).claim
    sees = Signature(kinds, judge.scales)
    strands, plain = (exhibits(judge.scales, wanted, claim) for wanted in (one, {"stance": one["stance"]}))
    assert strands is not None
    assert plain is not None
    assert sees(strands) != sees(plain)
    return sees(strands) in {sees(kind.exhibits) for kind in distinct(kinds, judge.scales, claim)}


STORIES: dict[str, Wanted] = {
    "a boast": {"says": "hurt", "motive": "boast"},
    "an admission against interest": {"says": "hurt", "act": "admission"},
    "a party's own word": {"says": "served"},
    "a party's own media of undisclosed making": {
        "says": "served", "acquisition": "undisclosed", "first_hand": True, "authenticated": True,
    },
    "direct and authenticated media": {"first_hand": True, "authenticated": True},
    "media that failed a check": {"decisive": "fabricated"},
    "a source that is not credible": {"reliability": "D"},
    "a source that cannot be judged": {"reliability": None},
    "media from before": {"recycled": True},
    "media from elsewhere": {"place_fits": False},
    "what was taken back": {"superseded": True},
    "what was challenged": {"undercut": True},
    "hedged words": {"hedged": True},
}  # fmt: skip


ONE_SIDED = {
    "media that failed a check": "refutes",
    "media from before": "supports",
    "media from elsewhere": "supports",
}
"""What the desk tells apart on one side alone."""


@pytest.mark.parametrize("stance", ["supports", "refutes"])
@pytest.mark.parametrize("story", STORIES)
def test_every_story_that_the_desk_tells_apart_is_among_its_kinds(story: str, stance: str) -> None:
    one = {**STORIES[story], "stance": ONE_SIDED.get(story, stance)}
    assert differs(one, "conflict-desk")


@pytest.mark.parametrize("pack", PACKS)
def test_every_value_of_every_field_alone_is_among_the_kinds(pack: str) -> None:
    kinds, judge = Kinds(book(pack)), Judge(book(pack), "direct")
    claim = next(settings(book(pack))).claim
    sees = Signature(kinds, judge.scales)
    known = {sees(kind.exhibits) for kind in distinct(kinds, judge.scales, claim)}
    counted = {"quantity_fits", *(need.different[0] for need in kinds.choosing if need.different)}
    for name in {*WRITERS} & {*STRAND_FIELDS} - {"stance", "stance_written", "source"} - counted:
        for value in kinds.choices(name):
            for stance in ("supports", "refutes"):
                strands = exhibits(judge.scales, {"stance": stance, name: value}, claim)
                assert strands is None or sees(strands) in known, (name, value, stance)

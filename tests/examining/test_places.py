"""Needs, tests, rows and ties of a pack are told by the line on which they are written."""

from __future__ import annotations

from pathlib import Path

from corrob.diagnostics import Span
from corrob.examining.places import Places, leaves, path_in, places_of
from corrob.model.rule import AnyOf, Found, Not
from rulebook.shelf import GROUND, Shelf

RULES = """\
applies_to: {kind: event}
rules:
  - id: r
    gives: sure
    applies_to: {about_media: {exists: no}}
    needs:
      - any_of:
          - {some: {from: good, where: {hedged: no}}}
          - not: {claim: {when: {exists: yes}, place: {exists: yes}}}
"""


def found(shelf: Shelf) -> tuple[Places, Span, Span]:
    """Give the places of the little pack, and those of its rule and of the rule's need."""
    rule = shelf.rule(RULES)
    return places_of(Path("ground")), rule.span, rule.needs[0].span


def test_what_lies_below_a_mapping_is_told_by_its_key(shelf: Shelf) -> None:
    places, rule, need = found(shelf)
    assert str(places.at(rule, "gives")) == "ground/rules.yaml:4:5"
    assert str(places.at(need, "any_of", 0, "some", "where", "hedged")) == "ground/rules.yaml:8:41"
    assert str(places.at(need, "any_of", 1)) == "ground/rules.yaml:9:13"


def test_what_is_not_there_is_told_by_the_last_that_is(shelf: Shelf) -> None:
    places, rule, need = found(shelf)
    assert places.at(rule, "beats") == rule
    assert str(places.at(need, "any_of", 0, "some", "whre", "hedged")) == "ground/rules.yaml:8:20"
    assert Places().at(rule, "gives") == rule


def test_what_holds_for_a_whole_file_is_told_from_its_top(shelf: Shelf) -> None:
    places, rule, _ = found(shelf)
    assert str(places.file_wide(rule, "applies_to", "kind")) == "ground/rules.yaml:1:14"
    assert places.file_wide(rule, "applies_to", "when") == rule
    assert [places.has(rule, "applies_to", field) for field in ("about_media", "kind")] == [True, False]


def test_what_a_pack_says_once_is_found_in_whichever_file_says_it(shelf: Shelf) -> None:
    places, _, _ = found(shelf)
    line = GROUND.splitlines().index(next(one for one in GROUND.splitlines() if one.startswith("independence"))) + 1
    assert str(places.heading("independence", "merge")) == f"ground/pack.yaml:{line}:16"
    assert places.heading("independence", "unity") is None


def test_the_changes_of_a_pack_are_found_by_what_they_change(shelf: Shelf) -> None:
    shelf.above(
        "change:\n"
        "  - {set: good, where: {hedged: no, circular: no}, reason: plain}\n"
        "  - {set: bad, where: {hedged: no}, reason: plain}\n"
        "  - {set: good, where: {inherited: no}, reason: own}\n"
    )
    changes = places_of(Path("above")).changes("set", "good", "where")
    assert [[str(span) for span in one] for one in changes] == [
        ["above/more.yaml:2:25", "above/more.yaml:2:37"],
        ["above/more.yaml:4:25"],
    ]


def test_the_needs_that_stand_alone_are_found_with_the_steps_to_them() -> None:
    need = AnyOf((Found("a"), Not(AnyOf((Found("b"), Found("c"))))))
    assert list(leaves(need)) == [((0,), Found("a")), ((1, 0, 0), Found("b")), ((1, 0, 1), Found("c"))]
    assert list(leaves(Found("a"))) == [((), Found("a"))]


def test_the_steps_lead_through_the_text_where_several_fields_of_a_claim_are_one_need(shelf: Shelf) -> None:
    rule = shelf.rule(RULES)
    places = places_of(Path("ground"))
    need, span = rule.needs[0].need, rule.needs[0].span
    paths = [path_in(places, span, need, steps) for steps, _ in leaves(need)]
    assert paths == [
        ("any_of", 0),
        ("any_of", 1, "not", "claim", "when"),
        ("any_of", 1, "not", "claim", "place"),
    ]
    assert [str(places.at(span, *path)) for path in paths] == [
        "ground/rules.yaml:8:13",
        "ground/rules.yaml:9:27",
        "ground/rules.yaml:9:48",
    ]


def test_a_folder_without_a_pack_has_no_places(tmp_path: Path) -> None:
    assert places_of(tmp_path) == Places()

"""The handbook says everything that a pack says, once, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corrob import vocabulary as words
from corrob.asking.handbook import TIES, handbook
from corrob.asking.handbook_rules import flow
from corrob.model.handbook import Drawing, Example, Facts, Grid, Handbook, Paragraph, Points, Section
from corrob.model.node import Mapping
from corrob.rulebook import load
from corrob.rulebook.shelves import shipped
from rulebook.shelf import GROUND, Shelf

BASE = """\
tables:
  - sets: near
    title: It was near
    rows: [{when: {first_hand: yes}, then: yes}, {then: no}]
evidence_sets: {close: {from: good, where: {near: yes}, title: Good and near}}
invariants: [{id: never-so, title: Nothing is so, never: [{none: good}], status: sure}]
rules:
  - id: enough
    code: G1
    title: It is enough
    gives: likely
    confidence: low
    applies_to: {kind: event}
    needs: [{some: close}]
    because: It is.
    cites: [A manual]
    tests: [{name: one is enough, as_of: "2024-01-02", given: {claims: [{id: c}]}, expect: {c: {status: likely, supports: 1}}}]
  - {id: better, gives: sure, beats: [enough]}
  - {id: best, gives: sure, beats: [better, enough]}
  - {id: odd, removes: {act: denial}}
  - {id: said, finds: saying, needs: [{some: good}], listing: source}
  - {id: up, raises: confidence}
tests: [{name: nothing is there, given: {claims: [{id: c}]}, expect: {c: blank}}]
"""
ABOVE = """\
title: Above
about: It is above.
change:
  - {parameter: min_origins, value: 3, reason: Two are few}
  - {table: near, rows: [{when: {act: denial}, then: no}], reason: No denial is near}
  - {set: close, where: {hedged: no}, reason: Plain words only}
  - {rule: ground/enough, add: [{none: bad}], reason: Nobody objects}
  - {rule: ground/up, disable: yes, reason: We never raise}
"""


@pytest.fixture
def book(shelf: Shelf) -> Handbook:
    shelf.put("ground", pack=GROUND, rules=BASE)
    header = 'pack: above\nversion: "2.0.0"\nextends: [{pack: ground, version: ">=1.0 <2"}]\n'
    found, faults = load(shelf.put("above", pack=header + ABOVE))
    assert faults == []
    assert found is not None
    return handbook(found)


def every(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from every(section.parts)


def section(book: Handbook, anchor: str) -> Section:
    return next(one for one in every(book.sections) if one.anchor == anchor)


def test_the_sections_stand_in_the_order_in_which_things_are_at_work(book: Handbook) -> None:
    assert (book.title, book.subtitle) == ("Above", "above 2.0.0 on ground 1.2.0")
    assert [one.anchor for one in book.sections] == [
        "about", "statuses", "parameters", "independence", "attributes", "sets", "removals", "findings", "proposals",
        "beats", "invariants", "changes", "examples",
    ]  # fmt: skip
    assert [one.anchor for one in section(book, "proposals").parts] == [
        "rule-ground-enough", "rule-ground-better", "rule-ground-best",
    ]  # fmt: skip


def test_a_rule_says_what_it_does_when_and_who_asks_for_that_with_its_tests(book: Handbook) -> None:
    assert section(book, "rule-ground-enough") == Section(
        "rule-ground-enough",
        "It is enough",
        (
            Facts(
                (
                    ("rule", ("ground/enough (G1)",)),
                    ("does", ("It gives `likely`, with low confidence to begin with.",)),
                    ("applies to", ("Claims whose `kind` is `event`.",)),
                    (
                        "when",
                        (
                            "There is a strand in `close`.",
                            "There is no strand in `bad`. This is asked for by above: Nobody objects.",
                        ),
                    ),
                    ("because", ("It is.",)),
                    ("beaten by", ("`ground/better`", "`ground/best`")),
                    ("cites", ("A manual",)),
                    ("stands in", ("ground/rules.yaml:8",)),
                )
            ),
            Example("one is enough", ("as of: 2024-01-02", "claims: [{id: c}]"), "c: status likely, supports 1"),
        ),
    )


def test_every_change_is_listed_with_its_reason(book: Handbook) -> None:
    assert section(book, "changes").blocks == (
        Grid(
            ("what", "change", "by", "reason"),
            (
                ("`$min_origins`", "3 in place of 2", "above", "Two are few"),
                ("ground/up", "The rule is taken out.", "above", "We never raise"),
                ("`ground/enough`", "It is needed too that there is no strand in `bad`.", "above", "Nobody objects"),
                ("`close`", "It is narrowed by `hedged`.", "above", "Plain words only"),
                ("`near`", "A row comes first: `no` for a strand whose `act` is `denial`.", "above", "No denial is near"),
            ),
        ),
    )  # fmt: skip


def test_who_beats_whom_is_drawn_in_columns_behind_all_winners(book: Handbook) -> None:
    better, best, enough = "ground/better", "ground/best", "ground/enough"
    (_, drawn) = section(book, "beats").blocks
    assert drawn == Drawing(
        "Which rule beats which", ((best,), (better,), (enough,)), ((better, enough), (best, better), (best, enough))
    )


def test_where_no_rule_beats_another_it_says_so(shelf: Shelf) -> None:
    shelf.load()
    found, _ = load(str(shelf.folder / "ground"))
    assert found is not None
    (told,) = section(handbook(found), "beats").blocks
    assert told == Paragraph("No rule beats another by its name; statuses are settled by their order alone.")


def test_tables_sets_and_invariants_are_said_in_words(book: Handbook) -> None:
    assert section(book, "table-near").blocks == (
        Paragraph("It was near. The first row that is true decides."),
        Grid(
            ("row", "value", "from"),
            (
                ("1", "`no` for a strand whose `act` is `denial`.", "above: No denial is near"),
                ("2", "`yes` for a strand for which `first_hand` holds.", "ground"),
                ("3", "`no` for all others.", "ground"),
            ),
        ),
    )
    assert section(book, "set-close").blocks == (
        Paragraph("Good and near."),
        Facts(
            (
                ("holds", ("The strands of `good` for which `near` holds and `hedged` does not hold.",)),
                ("from", ("ground/rules.yaml:5",)),
                ("narrowed", ("by above, on `hedged`: Plain words only",)),
            )
        ),
    )
    assert section(book, "invariant-ground-never-so") == Section(
        "invariant-ground-never-so",
        "Nothing is so",
        (
            Facts(
                (
                    ("invariant", ("ground/never-so",)),
                    ("says", ("No claim is `sure` while there is no strand in `good`.",)),
                    ("stands in", ("ground/rules.yaml:6",)),
                )
            ),
        ),
    )


def test_statuses_parameters_and_independence_are_said(book: Handbook) -> None:
    grid, points = section(book, "statuses").blocks
    assert isinstance(grid, Grid)
    assert isinstance(points, Points)
    assert grid.head == ("status", "meaning", "stix")
    assert ("`sure`", "It is so.", "95") in grid.rows
    assert points.items[2:4] == (
        "A claim for which no rule fires is `blank`.",
        "A claim with proposals both for and against it is `split`.",
    )
    (grid,) = section(book, "parameters").blocks
    assert isinstance(grid, Grid)
    assert grid.rows[0] == ("`$min_origins`", "3", "2 to 5", "", "3 in above: Two are few")
    assert section(book, "independence").blocks[1] == Points(
        ("both are controlled by the same owner, or one by the other (`control`)",)
    )
    assert section(book, "examples").blocks == (Example("nothing is there", ("claims: [{id: c}]",), "c: blank"),)


def test_text_that_yaml_would_read_as_something_else_is_quoted_in_examples(shelf: Shelf) -> None:
    rule = shelf.rule(
        'rules: [{id: a, gives: sure, tests: [{name: a, given: {x: "a: {b}", y: two words}, expect: {}}]}]'
    )
    node = rule.tests[0]
    assert isinstance(node, Mapping)
    given = node.get("given")
    assert given is not None
    assert flow(given) == '{x: "a: {b}", y: two words}'


@pytest.mark.parametrize("name", shipped())
def test_the_handbook_of_a_shipped_pack_has_every_rule_and_every_test_and_every_anchor_once(name: str) -> None:
    found, _ = load(name)
    assert found is not None
    written = handbook(found)
    sections = list(every(written.sections))
    anchors = [one.anchor for one in sections]
    assert len(anchors) == len(set(anchors))
    assert {f"rule-{rule.id.replace('/', '-')}" for rule in found.rules} <= set(anchors)
    examples = [block for one in sections for block in one.blocks if isinstance(block, Example)]
    assert len(examples) == sum(len(rule.tests) for rule in found.rules) + len(found.tests)
    inside = {one for one in written.anchors.values() if not one.startswith(("status-", "parameter-"))}
    assert inside <= set(anchors)


def test_every_kind_of_tie_is_said_in_words() -> None:
    assert {*TIES} == {*words.MERGE_TIES, *words.SUSPECT_TIES}

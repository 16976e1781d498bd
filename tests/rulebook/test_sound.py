"""What is sound of a pack with problems: all that no problem touches, and nothing that rests on what one does."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from corrob.model.rule import Rulebook
from corrob.rulebook.loading import read
from corrob.rulebook.sound import sound
from corrob.verifying.judge import Judge
from rulebook.shelf import GROUND, Shelf
from stories import case

RULES = """\
tables:
  - {sets: close, rows: [{when: {first_hand: yes}, then: yes}, {then: no}]}
  - {sets: closest, rows: [{when: {close: yes, hedged: no}, then: yes}, {then: no}]}
evidence_sets:
  near: {from: good, where: {close: yes}}
  nearest: {from: near, where: {closest: yes}}
rules:
  - id: heard
    finds: heard
    needs: [{some: seen}]
  - id: told
    finds: told
    needs: [{finding: heard}]
  - {id: agreed, gives: sure, needs: [{finding: told}]}
  - {id: seen-near, gives: likely, needs: [{some: nearest}], beats: agreed}
  - {id: said, gives: likely, needs: [{some: good}]}
invariants:
  - {id: near-or-nothing, never: [{none: near}], status: sure}
  - {id: told-or-nothing, never: [{not: {finding: told}}], status: sure}
"""
ALL = {"heard", "told", "agreed", "seen-near", "said"}
STORY = """
    sources: [{id: s, reliability: B}]
    claims: [{id: c, text: It burned}]
    evidence: [{id: e, source: s, direct: true, bears: [{claim: c, stance: supports}]}]
"""


def sifted(shelf: Shelf, text: str, ground: str = GROUND) -> tuple[Rulebook | None, int]:
    reading = read(shelf.put("ground", pack=ground, rules=text))
    return sound(reading)


def left(shelf: Shelf, old: str, new: str) -> tuple[set[str], set[str], set[str], set[str], int]:
    """Give the rules, sets, tables and invariants that are left when a mistake is made, and the number left out."""
    assert RULES.count(old) == 1
    book, gone = sifted(shelf, RULES.replace(old, new))
    assert book is not None
    rules = {rule.id.removeprefix("ground/") for rule in book.rules}
    assert {rule.id.removeprefix("ground/") for stage in book.stages for rule in stage} == rules
    sets, tables = {one.name for one in book.sets}, {table.sets for table in book.tables}
    return rules, sets, tables, {one.id.removeprefix("ground/") for one in book.invariants}, gone


SETS, TABLES = {"good", "bad", "near", "nearest"}, {"close", "closest"}
INVARIANTS = {"near-or-nothing", "told-or-nothing"}


def test_a_pack_without_problems_is_there_as_it_is(shelf: Shelf) -> None:
    reading = read(shelf.put("ground", pack=GROUND, rules=RULES))
    assert reading.problems == ()
    assert sound(reading) == (reading.rulebook, 0)


def test_a_rule_with_a_problem_is_left_out_and_counted(shelf: Shelf) -> None:
    found = left(shelf, "id: said, gives: likely", "id: said, gives: likly")
    assert found == (ALL - {"said"}, SETS, TABLES, INVARIANTS, 1)


def test_a_rule_is_touched_by_a_problem_on_any_of_its_lines(shelf: Shelf) -> None:
    rule = "  - id: long\n    gives: sure\n    needs:\n      - some: good\n      - some: goood\n"
    found = left(shelf, "rules:\n", f"rules:\n{rule}")
    assert found == (ALL, SETS, TABLES, INVARIANTS, 1)


def test_rules_that_need_what_it_finds_are_left_out_and_so_on(shelf: Shelf) -> None:
    found = left(shelf, "needs: [{some: seen}]", "needs: [{some: sean}]")
    assert found == ({"seen-near", "said"}, SETS, TABLES, {"near-or-nothing"}, 4)


def test_rules_that_ask_for_its_finding_of_related_claims_are_left_out(shelf: Shelf) -> None:
    new = "needs: [{related: {by: entails, finding: told}}]"
    text = RULES.replace("needs: [{some: good}]", new).replace("needs: [{finding: heard}]", "needs: [{finding: hear}]")
    book, gone = sifted(shelf, text)
    assert book is not None
    assert ({rule.id for rule in book.rules}, gone) == ({"ground/heard", "ground/seen-near"}, 4)


def test_what_another_rule_finds_too_is_still_found(shelf: Shelf) -> None:
    other = "  - {id: heard-too, finds: heard, needs: [{some: sean}]}\n"
    found = left(shelf, "rules:\n", f"rules:\n{other}")
    assert found == (ALL, SETS, TABLES, INVARIANTS, 1)


def test_a_set_with_a_problem_and_all_that_is_chosen_from_it_are_left_out(shelf: Shelf) -> None:
    found = left(shelf, "near: {from: good, where: {close: yes}}", "near: {from: good, where: {close: yess}}")
    assert found == (ALL - {"seen-near"}, {"good", "bad"}, TABLES, {"told-or-nothing"}, 4)


def test_a_table_with_a_problem_and_all_that_tests_its_attribute_are_left_out(shelf: Shelf) -> None:
    found = left(shelf, "when: {first_hand: yes}", "when: {first_hant: yes}")
    assert found == (ALL - {"seen-near"}, {"good", "bad"}, set(), {"told-or-nothing"}, 6)


def test_a_table_without_a_last_row_is_left_out(shelf: Shelf) -> None:
    found = left(shelf, "[{when: {first_hand: yes}, then: yes}, {then: no}]", "[{when: {first_hand: yes}, then: yes}]")
    assert found == (ALL - {"seen-near"}, {"good", "bad"}, set(), {"told-or-nothing"}, 6)


def test_an_invariant_with_a_problem_is_left_out(shelf: Shelf) -> None:
    found = left(shelf, "never: [{none: near}]", "never: [{none: neer}]")
    assert found == (ALL, SETS, TABLES, {"told-or-nothing"}, 1)


def test_a_removal_with_a_problem_is_left_out(shelf: Shelf) -> None:
    found = left(shelf, "rules:\n", "rules:\n  - {id: gone, removes: {hedgd: yes}}\n")
    assert found == (ALL, SETS, TABLES, INVARIANTS, 1)


def test_a_beaten_rule_that_is_left_out_is_beaten_no_more(shelf: Shelf) -> None:
    book, gone = sifted(shelf, RULES.replace("id: agreed, gives: sure", "id: agreed, gives: shure"))
    assert book is not None
    assert ([rule.beats for rule in book.rules if rule.id == "ground/seen-near"], gone) == ([()], 1)


def test_a_circle_leaves_out_all_that_rests_on_it(shelf: Shelf) -> None:
    circle = (
        "  - {id: one, finds: a, needs: [{not: {finding: b}}]}\n  - {id: two, finds: b, needs: [{not: {finding: a}}]}\n"
    )
    found = left(shelf, "rules:\n", f"rules:\n{circle}")
    assert found == (ALL, SETS, TABLES, INVARIANTS, 2)


def test_a_need_that_another_pack_adds_wrongly_leaves_the_rule_out(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND, rules=RULES)
    header = 'pack: above\nversion: "2.0.0"\nextends: [{pack: ground, version: ">=1.0 <2"}]\n'
    change = "change: [{rule: ground/said, add: [{some: goood}], reason: More}]\n"
    book, gone = sound(read(shelf.put("above", pack=header, more=change)))
    assert book is not None
    assert ({rule.id for rule in book.rules}, gone) == ({f"ground/{name}" for name in ALL - {"said"}}, 1)


def test_what_is_left_judges_as_the_pack_without_it(shelf: Shelf) -> None:
    broken, _ = sifted(shelf, RULES.replace("needs: [{finding: told}]", "needs: [{finding: tolled}]"))
    whole, problems = sifted(shelf, RULES.replace("  - {id: agreed, gives: sure, needs: [{finding: told}]}\n", "").replace(
        ", beats: agreed", ""))  # fmt: skip
    assert problems == 0
    assert broken is not None
    assert whole is not None
    results = [Judge(book, "direct").judge(case(STORY)).results for book in (broken, whole)]
    assert [replace(one, packs=()) for one in results[0]] == [replace(one, packs=()) for one in results[1]]
    assert [(one.status, one.rule) for one in results[0]] == [("likely", "ground/said")]


@pytest.mark.parametrize("mistake", ["counted: {supports: goood, refutes: bad}", "counted: {supports: good}"])
def test_nothing_can_be_judged_where_it_is_not_known_what_counts(shelf: Shelf, mistake: str) -> None:
    assert sifted(shelf, RULES, GROUND.replace("counted: {supports: good, refutes: bad}", mistake)) == (None, 0)

"""Every way to change a pack, on a pack that says each thing that can be changed: the changed rule, set or table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corrob.examining.judgements import Judgements
from corrob.examining.mutants import Mutant, mutants
from corrob.examining.places import places_of
from corrob.model.rule import (
    AnyOf,
    Clause,
    Compare,
    FieldTest,
    Finds,
    Gives,
    Is,
    Moves,
    Not,
    Nothing,
    Origins,
    Removes,
    Row,
    Rule,
    Rulebook,
    Selection,
    Some,
    Unless,
)
from rulebook.shelf import Shelf

RULES = """\
applies_to: {kind: {not: prediction}}
tables:
  - sets: sound
    rows:
      - {when: {reliability: {at_least: C}, hedged: no}, then: yes}
      - {when: {act: denial}, then: yes}
      - {then: no}
evidence_sets:
  best: {from: good, where: {stance: supports, sound: yes}}
rules:
  - id: gone
    removes: {stance: supports, superseded: yes}
  - id: r
    gives: sure
    confidence: moderate
    applies_to: {about_media: {exists: no}}
    beats: [quiet]
    needs:
      - origins: {at_least: 2, from: good, different: {modality: 2}, within: 30 days}
      - any_of: [{some: {from: best, where: {hedged: no}}}, {not: {none: bad}}]
  - {id: quiet, finds: remark, value: so, needs: [{some: seen}]}
  - {id: up, raises: confidence, needs: [{some: best}]}
  - {id: down, lowers: confidence, needs: [{some: best}]}
"""


@pytest.fixture
def found(shelf: Shelf) -> tuple[Rulebook, dict[str, Mutant]]:
    """Give the pack and its mutants, by owner and sentence."""
    book = shelf.load(RULES)
    every = mutants(Judgements(book, places_of(Path("ground"))))
    return book, {f"{mutant.owner} {mutant.sentence}": mutant for mutant in every}


Found = tuple[Rulebook, dict[str, Mutant]]


def rule(book: Rulebook | None, name: str) -> Rule:
    """Give a rule, which is the same wherever it stands in the book."""
    assert book is not None
    (one,) = {id(r): r for r in book.rules if r.id == f"ground/{name}"}.values()
    placed = [r for rules in (book.removals, *book.stages) for r in rules if r.id == one.id]
    assert placed == [one]
    return one


def needs(one: Rule) -> list[object]:
    return [clause.need for clause in one.needs]


BEST = Some(Selection("best", (FieldTest("hedged", (Is((False,)),)),)))
MONTH = 30 * 24 * 3600.0
MANY = Origins(Selection("good"), 2, None, ("modality", 2), MONTH)
SENTENCE = "at least 2 origins in good, showing 2 different modality, within 30 days"
EITHER = AnyOf((BEST, Not(Nothing(Selection("bad")))))
SUPPORTS, SOUND = FieldTest("stance", (Is(("supports",)),)), FieldTest("sound", (Is((True,)),))
LETTER, PLAIN = FieldTest("reliability", (Compare("at_least", "C"),)), FieldTest("hedged", (Is((False,)),))
DENIAL = FieldTest("act", (Is(("denial",)),))


def test_a_rule_is_dropped_from_everywhere(found: Found) -> None:
    book, every = found
    for name in ("gone", "r", "quiet", "up", "down"):
        changed = every[f"ground/{name} drops the rule"].book
        assert changed == book.without(f"ground/{name}")
        assert changed is not None
        assert all(r.id != f"ground/{name}" for rs in (changed.rules, changed.removals, *changed.stages) for r in rs)


def test_a_rule_no_longer_beats_another(found: Found) -> None:
    assert rule(found[1]["ground/r no longer beats ground/quiet"].book, "r").beats == ()


def test_the_confidence_starts_at_a_neighbouring_word(found: Found) -> None:
    for word in ("low", "high"):
        changed = found[1][f"ground/r starts the confidence at {word} in place of moderate"]
        assert rule(changed.book, "r").effect == Gives("sure", word)


def test_a_step_goes_the_other_way(found: Found) -> None:
    _, every = found
    lowers = every["ground/up lowers the confidence in place of what it raises"]
    raises = every["ground/down raises the confidence in place of what it lowers"]
    assert (rule(lowers.book, "up").effect, rule(raises.book, "down").effect) == (Moves(-1), Moves(1))


def test_a_rule_applies_to_other_claims_too(found: Found) -> None:
    own = found[1]['ground/r drops "about_media unknown" of what it applies to']
    whole_file = found[1]['ground/r drops "kind not prediction" of what it applies to']
    kept = FieldTest("kind", (Unless((Is(("prediction",)),)),))
    assert rule(own.book, "r").applies_to == (kept,)
    assert [test.field for test in rule(whole_file.book, "r").applies_to] == ["about_media"]
    assert [str(own.place), str(whole_file.place)] == ["ground/rules.yaml:16:18", "ground/rules.yaml:1:14"]


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ('drops the test "stance supports"', {"superseded": True}),
        ('drops the test "superseded yes"', {"stance": "supports"}),
        ('tests "stance refutes" in place of "stance supports"', {"stance": "refutes", "superseded": True}),
    ],
)
def test_a_rule_removes_something_else(found: Found, sentence: str, where: dict[str, Any]) -> None:
    changed = rule(found[1][f"ground/gone {sentence} of what it removes"].book, "gone")
    assert changed.effect == Removes(tuple(FieldTest(name, (Is((value,)),)) for name, value in where.items()))


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        (f'drops the need "{SENTENCE}"', [EITHER]),
        ('drops the need "some best (hedged no)"', [MANY, AnyOf((Not(Nothing(Selection("bad"))),))]),
        ('drops the need "not: no bad"', [MANY, AnyOf((BEST,))]),
        (
            f'asks for "{SENTENCE.replace("least 2", "least 3")}" in place of "{SENTENCE}"',
            [Origins(Selection("good"), 3, None, ("modality", 2), MONTH), EITHER],
        ),
        (
            f'asks for "{SENTENCE.replace("showing 2", "showing 1")}" in place of "{SENTENCE}"',
            [Origins(Selection("good"), 2, None, ("modality", 1), MONTH), EITHER],
        ),
        (
            f'asks for "at least 2 origins in good, within 30 days" in place of "{SENTENCE}"',
            [Origins(Selection("good"), 2, None, None, MONTH), EITHER],
        ),
        (
            f'asks for "at least 2 origins in good, showing 2 different modality" in place of "{SENTENCE}"',
            [Origins(Selection("good"), 2, None, ("modality", 2)), EITHER],
        ),
        (
            'drops the test "hedged no" in the need "some best (hedged no)"',
            [MANY, AnyOf((Some(Selection("best")), Not(Nothing(Selection("bad")))))],
        ),
    ],
)
def test_a_need_is_dropped_moved_or_widened(found: Found, sentence: str, left: list[object]) -> None:
    assert needs(rule(found[1][f"ground/r {sentence}"].book, "r")) == left


def test_a_need_that_no_pack_could_say_means_nothing(found: Found) -> None:
    nothing = {name for name, mutant in found[1].items() if mutant.book is None}
    assert nothing == {
        f'ground/r move at_least of "{SENTENCE}"',
        f'ground/r move different of "{SENTENCE}"',
        "the table sound drops row 3",
        'the table sound drops the test "act denial" of row 2',
    }


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ('drops the test "stance supports"', (SOUND,)),
        ('drops the test "sound yes"', (SUPPORTS,)),
        (
            'tests "stance refutes" in place of "stance supports"',
            (FieldTest("stance", (Is(("refutes",)),)), SOUND),
        ),
    ],
)
def test_a_set_holds_something_else(found: Found, sentence: str, where: tuple[FieldTest, ...]) -> None:
    book = found[1][f"the set best {sentence} of the set"].book
    assert book is not None
    assert [one.where for one in book.sets if one.name == "best"] == [where]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("drops row 1", [(DENIAL,), ()]),
        ("drops row 2", [(LETTER, PLAIN), ()]),
        ('drops the test "reliability at least C" of row 1', [(PLAIN,), (DENIAL,), ()]),
        ('drops the test "hedged no" of row 1', [(LETTER,), (DENIAL,), ()]),
        (
            'tests "reliability at least B" in place of "reliability at least C" of row 1',
            [(FieldTest("reliability", (Compare("at_least", "B"),)), PLAIN), (DENIAL,), ()],
        ),
    ],
)
def test_a_table_decides_otherwise(found: Found, sentence: str, rows: list[tuple[FieldTest, ...]]) -> None:
    book = found[1][f"the table sound {sentence}"].book
    assert book is not None
    assert [row.when for row in book.tables[0].rows] == rows
    assert book.tables[0].rows[-1] == Row((), then=False)


def test_a_tie_makes_nothing_one_or_suspect_any_more(found: Found) -> None:
    merge = found[1]["independence, merge drops the tie control"].book
    suspect = found[1]["independence, suspect drops the tie funding"].book
    assert merge is not None
    assert suspect is not None
    left = [(sorted(one.independence.merge), sorted(one.independence.suspect)) for one in (merge, suspect)]
    assert left == [([], ["funding"]), (["control"], [])]


def test_every_mutant_has_its_place_and_differs_from_the_pack(found: Found) -> None:
    book, every = found
    assert all(mutant.book != book and mutant.place.file.startswith("ground/") for mutant in every.values())
    operators = {mutant.operator for mutant in every.values()}
    assert operators == {
        "drop a rule",
        "drop a beats",
        "swap the confidence",
        "flip a step",
        "drop a test of applies_to",
        "drop a need",
        "move at_least",
        "move different",
        "drop different",
        "drop within",
        "drop a test",
        "swap the stance",
        "move a bound",
        "drop a row",
        "drop a tie",
    }


def test_only_what_a_pack_says_itself_is_changed_in_what_it_inherits(shelf: Shelf) -> None:
    book, problems = shelf.above(
        "change:\n"
        "  - {rule: ground/r, add: [{none: bad}], reason: strict}\n"
        "  - {set: best, where: {circular: no}, reason: strict}\n"
        "  - {table: sound, rows: [{when: {undercut: yes, inherited: no}, then: no}], reason: strict}\n",
        RULES,
    )
    assert (book is not None, problems) == (True, [])
    assert book is not None
    told = [f"{m.place} {m.owner} {m.sentence}" for m in mutants(Judgements(book, places_of(Path("above"))))]
    assert told == [
        'above/more.yaml:2:28 ground/r drops the need "no bad"',
        'above/more.yaml:3:25 the set best drops the test "circular no" of the set',
        "above/more.yaml:4:27 the table sound drops row 1",
        'above/more.yaml:4:35 the table sound drops the test "undercut yes" of row 1',
        'above/more.yaml:4:50 the table sound drops the test "inherited no" of row 1',
    ]


def test_a_table_that_its_own_pack_leaves_to_others_is_changed_where_it_is_read(shelf: Shelf) -> None:
    unread = "tables: [{sets: odd, rows: [{when: {hedged: yes}, then: yes}, {then: no}]}]\n"
    book, problems = shelf.above("evidence_sets: {ones: {from: good, where: {odd: yes}}}\n", unread)
    assert book is not None, problems
    above = mutants(Judgements(book, places_of(Path("above"))))
    assert [m.sentence for m in above if m.owner == "the table odd" and m.book] == ["drops row 1"]
    base = shelf.load(unread)
    own = [m for m in mutants(Judgements(base, places_of(Path("ground")))) if m.owner == "the table odd" and m.book]
    assert [(m.sentence, m.idle) for m in own] == [("drops row 1", True)]


def test_what_a_rule_finds_is_dropped_with_the_rule_and_leaves_the_rest_in_order(found: Found) -> None:
    book, every = found
    assert isinstance(rule(book, "quiet").effect, Finds)
    changed = every["ground/quiet drops the rule"].book
    assert changed is not None
    assert [r.id for r in changed.rules] == [r.id for r in book.rules if r.id != "ground/quiet"]
    assert all(isinstance(clause, Clause) for r in changed.rules for clause in r.needs)


def test_rows_that_several_changes_put_before_others_are_told_where_each_is_written(shelf: Shelf) -> None:
    book, problems = shelf.above(
        "change:\n"
        "  - {table: sound, rows: [{when: {undercut: yes}, then: no}], reason: first}\n"
        "  - {table: sound, rows: [{when: {circular: yes}, then: no}], reason: then}\n",
        RULES,
    )
    assert book is not None, problems
    every = mutants(Judgements(book, places_of(Path("above"))))
    assert [(str(m.place), m.sentence) for m in every if m.operator == "drop a test"] == [
        ("above/more.yaml:2:35", 'drops the test "undercut yes" of row 2'),
        ("above/more.yaml:3:35", 'drops the test "circular yes" of row 1'),
    ]

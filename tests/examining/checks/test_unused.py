"""What nothing uses, and rules that are not explained."""

from __future__ import annotations

import pytest

from corrob.examining.checks import examine
from examining.checks.packs import PAPERS, SOUND, above, codes, examined, told
from rulebook.shelf import GROUND, Shelf

UNUSED = {
    "a set": ("evidence_sets: {near: {from: good, where: {hedged: no}}}", "more.yaml:1:23: C009 nothing uses the set 'near'"),
    "an attribute": (
        "tables: [{sets: close, rows: [{when: {first_hand: yes}, then: yes}, {then: no}]}]",
        "more.yaml:1:10: C009 nothing uses the attribute 'close'",
    ),
    "a parameter": ("parameters: {many: {value: 3}}", "more.yaml:1:20: C009 nothing uses the parameter 'many'"),
    "a finding": (
        f"rules: [{{id: r, finds: x, needs: [{{some: good}}], {PAPERS}}}]",
        "more.yaml:1:9: C009 nothing uses what 'ground/r' finds",
    ),
}  # fmt: skip
USED = {
    "a set that a rule selects from": (
        "evidence_sets: {near: {from: good, where: {hedged: no}}}\n"
        "rules: [{id: r, lowers: confidence, needs: [{not: {some: near}}], PAPERS}]"
    ),
    "a set from which another is chosen": (
        "evidence_sets: {near: {from: good, where: {hedged: no}}, nearest: {from: near, where: {first_hand: yes}}}\n"
        "rules: [{id: r, lowers: confidence, needs: [{some: nearest}], PAPERS}]"
    ),
    "a set that an invariant asks about": (
        "evidence_sets: {near: {from: good, where: {hedged: no}}}\n"
        "invariants: [{id: i, never: [{some: near}, {none: seen}]}]"
    ),
    "an attribute that another table tests": (
        "tables: [{sets: close, rows: [{when: {first_hand: yes}, then: yes}, {then: no}]},"
        " {sets: closer, rows: [{when: {close: yes}, then: yes}, {then: no}]}]\n"
        "rules: [{id: r, lowers: confidence, needs: [{some: {from: good, where: {closer: yes}}}], PAPERS}]"
    ),
    "an attribute that a removal tests": (
        "tables: [{sets: close, rows: [{when: {first_hand: yes}, then: yes}, {then: no}]}]\n"
        "rules: [{id: r, removes: {close: yes, hedged: yes}, PAPERS}]"
    ),
    "a parameter that a rule names": (
        "parameters: {many: {value: 3}}\n"
        "rules: [{id: r, lowers: confidence, needs: [{origins: {at_least: $many, from: good}}], PAPERS}]"
    ),
    "a finding that a rule asks for": (
        "rules:\n  - {id: r, finds: x, needs: [{some: good}], PAPERS}\n"
        "  - {id: s, raises: confidence, needs: [{any_of: [{finding: x}, {some: bad}]}], PAPERS}"
    ),
    "a finding that a related claim is asked for": (
        "rules:\n  - {id: r, finds: x, needs: [{some: good}], PAPERS}\n"
        "  - {id: s, raises: confidence, needs: [{related: {by: consistent_with, finding: x}}], PAPERS}"
    ),
    "a finding that notes something": "rules: [{id: r, finds: x, listing: source, needs: [{some: good}], PAPERS}]",
    "a finding that says something": "rules: [{id: r, finds: x, value: y, needs: [{some: good}], PAPERS}]",
}


@pytest.mark.parametrize("what", UNUSED)
def test_what_nothing_uses_is_told_where_it_is_declared(shelf: Shelf, what: str) -> None:
    text, expected = UNUSED[what]
    found = examined(shelf, text)
    assert told(found) == [f"{expected} [use it, or take it out]"]
    assert found.findings[0].example is None


@pytest.mark.parametrize("what", USED)
def test_what_is_used_is_silent(shelf: Shelf, what: str) -> None:
    assert codes(examined(shelf, USED[what])) == []


def test_a_status_that_no_rule_gives_is_told_at_the_order(shelf: Shelf) -> None:
    ground = GROUND.replace("[open, done]", "[open, done, over]")
    assert told(examined(shelf, ground=ground)) == [
        "pack.yaml:13:10: C009 nothing uses the status 'over' [use it, or take it out]"
    ]


def test_a_status_is_used_as_the_default_as_the_conflict_and_as_a_dual(shelf: Shelf) -> None:
    ground = GROUND.replace("dual: {", "dual: {likely: unlikely, unlikely: likely, ").replace(
        "against: [wrong]", "against: [unlikely, wrong]").replace("[[wrong,", "[[wrong, unlikely,")  # fmt: skip
    assert codes(examined(shelf, ground=ground)) == []


def test_what_another_pack_does_not_use_is_its_own(shelf: Shelf) -> None:
    unused = f"  - {{id: r, finds: x, needs: [{{some: good}}], {PAPERS}}}\nevidence_sets: {{near: {{from: good, where: {{hedged: no}}}}}}\n"
    assert codes(above(shelf, "rules: []", unused)) == []


def test_what_a_rule_with_a_problem_names_is_not_called_unused(shelf: Shelf) -> None:
    text = (
        "evidence_sets: {near: {from: good, where: {hedged: no}}}\n"
        "rules: [{id: r, lowers: confidence, needs: [{some: {from: near, where: {hedgd: no}}}], because: x}]\n"
    )
    book, problems = examine(shelf.put("ground", pack=GROUND, sound=SOUND.replace("PAPERS", PAPERS), more=text))
    assert [one.code for one in problems] == ["P004"]
    assert book is not None
    assert (book.findings, book.unread) == ((), 1)


def test_what_a_rule_with_a_problem_tests_is_not_called_unused(shelf: Shelf) -> None:
    text = (
        "tables: [{sets: near, rows: [{when: {first_hand: yes}, then: yes}, {then: no}]}]\n"
        "rules: [{id: r, lowers: confidence, needs: [{some: {from: good, where: {near: yes, hedgd: no}}}], because: x}]\n"
    )
    book, problems = examine(shelf.put("ground", pack=GROUND, sound=SOUND.replace("PAPERS", PAPERS), more=text))
    assert [one.code for one in problems] == ["P004"]
    assert book is not None
    assert (book.findings, book.unread) == ((), 1)


# explained


@pytest.mark.parametrize(
    ("papers", "lacking"),
    [
        ("cites: [x], tests: [{name: t, given: {claims: [{id: c}]}, expect: {}}]", "'because'"),
        ("because: x, tests: [{name: t, given: {claims: [{id: c}]}, expect: {}}]", "'cites'"),
        ("because: x, cites: [x]", "test"),
        ("code: X", "'because' and no 'cites' and no test"),
    ],
)
def test_a_rule_without_a_reason_a_citation_or_a_test_is_told(shelf: Shelf, papers: str, lacking: str) -> None:
    found = examined(shelf, f"rules: [{{id: r, lowers: confidence, needs: [{{some: bad}}], {papers}}}]\n")
    assert told(found) == [f"more.yaml:1:9: C010 the rule 'ground/r' has no {lacking}"]


def test_tests_of_the_pack_are_tests_of_its_rules(shelf: Shelf) -> None:
    text = "rules: [{id: r, lowers: confidence, needs: [{some: bad}], because: x, cites: [x]}]\n"
    assert codes(examined(shelf, text + "tests: [{name: t, given: {claims: [{id: c}]}, expect: {}}]\n")) == []


def test_rules_of_another_pack_explain_themselves(shelf: Shelf) -> None:
    assert codes(above(shelf, "rules: []", "  - {id: r, lowers: confidence, needs: [{some: bad}]}\n")) == []

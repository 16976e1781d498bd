"""In which order rules are looked at."""

from __future__ import annotations

from rulebook.shelf import Shelf

RULES = """\
rules:
  - {id: last, gives: sure, needs: [any_of: [{finding: two}, {not: {finding: one}}]]}
  - {id: out, removes: {hedged: yes}}
  - {id: second, finds: two, value: b, needs: [finding: one]}
  - {id: first, finds: one, value: a}
  - {id: also, finds: one, value: c}
  - {id: apart, gives: likely, needs: [related: {by: parts, finding: two}]}
"""


def test_a_rule_comes_after_all_rules_that_find_what_it_needs(shelf: Shelf) -> None:
    book = shelf.load(RULES)
    assert [rule.id for rule in book.removals] == ["ground/out"]
    assert [[rule.id.removeprefix("ground/") for rule in stage] for stage in book.stages] == [
        ["first", "also", "apart"],
        ["second"],
        ["last"],
    ]


def test_findings_that_need_each_other_are_a_circle(shelf: Shelf) -> None:
    rules = """\
rules:
  - {id: a, finds: one, value: x, needs: [finding: three]}
  - {id: b, finds: two, value: x, needs: [finding: one]}
  - {id: c, finds: three, value: x, needs: [finding: two]}
"""
    circle = "ground/a → ground/c → ground/b → ground/a"
    assert shelf.problems(rules) == [
        f"ground/rules.yaml:2:5: P010 rules need each other's findings in a circle: {circle}"
    ]


def test_a_removal_needs_no_finding(shelf: Shelf) -> None:
    rules = """\
rules:
  - {id: a, finds: one, value: x}
  - {id: b, removes: {hedged: yes}, needs: [not: {finding: one}]}
"""
    assert shelf.problems(rules) == [
        "ground/rules.yaml:3:45: P010 a rule that removes is looked at before the rules that find 'one'"
    ]


def test_rules_that_beat_each_other_are_a_circle(shelf: Shelf) -> None:
    rules = "rules:\n  - {id: a, gives: sure, beats: b}\n  - {id: b, gives: sure, beats: a}\n"
    assert shelf.problems(rules) == [
        "ground/rules.yaml:2:5: P010 rules beat each other in a circle: ground/a → ground/b → ground/a"
    ]

"""The words for what changes: summary, groups, results in one line, and reasons."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from corrob.model.comparison import Change, Comparison, Edits, Group, Switch, Turn
from corrob.model.result import Result, Side
from corrob.reports.changes import alone, edited, grouped, reasons, short, shortened, summary, title, turned
from reports.comparisons import CHANGE, COMPARISON, GROUP, LOST, NEEDS, NEW, NOTHING, OLD, REMOVED, RICHER
from reports.printing import result


@pytest.mark.parametrize(
    ("comparison", "told"),
    [
        (NOTHING, "1,054 claims in 7 cases, nothing changes"),
        (replace(NOTHING, changed=13), "1,054 claims in 7 cases, 13 change"),
        (replace(NOTHING, claims=1, judged=1, cases=1, changed=1), "1 claim in 1 case, 1 changes"),
        (replace(NOTHING, judged=3000, changed=2), "1,054 claims in 7 cases on all dates (3,000 verdicts), 2 change"),
        (RICHER, "2 claims in 1 case, 1 changes, 2 claims new, 3 claims gone"),
        (replace(RICHER, changed=0, changes=RICHER.changes[1:2]), "2 claims in 1 case, none changes, 1 claim new"),
        (
            replace(NOTHING, unknown_only=1000),
            "1,054 claims in 7 cases, nothing changes (1,000 differ only in what would matter if it were known)",
        ),
    ],
)
def test_the_summary_counts_claims_cases_and_changes(comparison: Comparison, told: str) -> None:
    assert summary(comparison) == told


def test_edits_are_told_line_by_line() -> None:
    assert list(edited(COMPARISON.edits)) == [
        "min_origins: 2 → 3",
        "more: not there → B",
        "new rule: p/new",
        "rule gone or disabled: p/gone",
    ]
    assert list(edited(Edits())) == []


@pytest.mark.parametrize(
    ("group", "told"),
    [
        (GROUP, "corroborated → attributed"),
        (Group(field="confidence"), "same status, other confidence"),
        (Group(field="capped_by"), "same status, other cap"),
        (Group(field="because"), "same status, other wording"),
        (Group(field="confidence_steps"), "same status, other steps of confidence"),
    ],
)
def test_a_group_has_a_title(group: Group, told: str) -> None:
    assert title(group) == told


def test_a_long_text_is_cut_and_stands_on_one_line() -> None:
    assert shortened("It\n burned | here") == "It burned | here"
    assert shortened("a" * 72) == "a" * 72
    assert shortened("a" * 73) == "a" * 71 + "…"


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (OLD, "corroborated, high confidence by p/agree; for 2 (e1, e2), against 0"),
        (NEW, "attributed, low confidence by p/lone; for 1-2 (e1, e2), against 0"),
        (result(status="disputed"), "disputed; for 0, against 0"),
        (result(refutes=Side(7, 7, tuple("abcdefg"))), "attributed; for 0, against 7 (a, b, c, d, e, f, …)"),
    ],
)
def test_a_result_is_told_in_one_line(one: Result, told: str) -> None:
    assert short(one) == told


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        (NEEDS, "at least 2 origins in s → at least 3 origins in s: met → not met"),
        (Turn("some s", "met", "some s", "unknown"), "some s: met → unknown"),
        (Turn("", "", "some s", "not met"), "it also needs some s: not met"),
        (Turn("some s", "not met", "", ""), "it no longer needs some s: not met"),
    ],
)
def test_a_need_that_turned_is_told_with_both_answers(turn: Turn, told: str) -> None:
    assert turned(turn) == told


@pytest.mark.parametrize(
    ("switch", "lost", "gained"),
    [
        (Switch("r", "", "", "absent"), "the rule is gone or disabled", "the rule is new"),
        (Switch("r", "", "", "beaten", (), ("a", "b")), "it is beaten by a and b", "it was beaten by a and b"),
        (
            Switch("r", "", "", "outranked", (), ("a",)),
            "it holds still, and a decides",
            "it held before, and a decided",
        ),
        (Switch("r", "", "", "capped", (), ("d",)), "the claim is held down by d", "the claim was held down by d"),
        (Switch("r", "", "", "gives", (), ("open",)), "it gives open now", "it gave open"),
        (Switch("r", "", "", "turned"), "the claim denies the contrary now", "the claim denied the contrary"),
        (Switch("r", "", "", "silent"), "it does not fire", "it did not fire"),
        (LOST, turned(NEEDS), turned(NEEDS)),
    ],
)
def test_every_reason_has_its_words_on_either_side(switch: Switch, lost: str, gained: str) -> None:
    plain = replace(CHANGE, lost=(switch,), gained=())
    assert list(reasons(plain)) == [f"{switch.rule} no longer gives it: {lost}"]
    assert list(reasons(replace(plain, lost=(), gained=(switch,)))) == [f"{switch.rule} gives it now: {gained}"]


def test_a_rule_that_only_gives_way_to_one_that_is_told_is_left_out() -> None:
    assert list(reasons(CHANGE)) == [f"p/agree no longer gives it: {turned(NEEDS)}"]
    both = (
        Switch("p/agree", "", "", "outranked", (), ("p/lone",)),
        Switch("p/lone", "", "", "outranked", (), ("p/agree",)),
    )
    assert len(list(reasons(replace(CHANGE, lost=both[:1], gained=both[1:])))) == 2


def test_of_a_denial_it_is_told_whose_rules_these_are() -> None:
    (told,) = reasons(replace(CHANGE, denies="d"))
    assert told.startswith("p/agree (on d, which it denies) no longer gives it: ")


def changed(*fields: str, **parts: tuple[object, object]) -> Change:
    old, new = (replace(OLD, **{name: pair[side] for name, pair in parts.items()}) for side in (0, 1))
    return Change("story", "c", None, "It burned", fields, old, new)


def test_caps_findings_notes_and_removals_are_told() -> None:
    notes = {"capped_by": ("d",), "denied_by": ("m",), "range": ("7",)}, {"denied_by": ("m", "n"), "range": ("7",)}
    one = changed("status", "capped_by", "findings", "notes", notes=notes, findings=((), ("f", "g")))
    assert list(reasons(replace(one, removed=(REMOVED,)))) == [
        "taken out by p/fake: none → e1, e2",
        "held down by: d → none",
        "findings: none → f, g",
        "denied by: m → m, n",
    ]


def test_wording_is_told_only_where_nothing_graver_changed() -> None:
    texts = ("So it is.", "So be it.")
    assert list(reasons(changed("because", because=texts))) == ["wording: So it is. → So be it."]
    assert list(reasons(changed("rule", "because", because=texts))) == []


def test_steps_are_told_with_the_confidence_that_they_moved() -> None:
    steps = ((), ("More than one",))
    told = ["steps of confidence: none → More than one"]
    assert list(reasons(changed("confidence", "confidence_steps", confidence_steps=steps))) == told
    assert list(reasons(changed("confidence_steps", confidence_steps=steps))) == told
    assert list(reasons(changed("status", "confidence_steps", confidence_steps=steps))) == []


def test_changes_come_by_group_and_those_of_one_side_apart() -> None:
    assert list(grouped(RICHER)) == [(GROUP, [CHANGE])]
    assert list(alone(RICHER)) == [
        ("case new", "fresh (1 claim)"),
        ("claim new", "story n: It stood (unassessed)"),
        ("case gone", "former (2 claims)"),
        ("claim gone", "story o: It fell (disputed)"),
    ]

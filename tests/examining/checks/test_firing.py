"""Rules that never fire, that are superfluous or that clash, and invariants that are broken, each with its example."""

from __future__ import annotations

import pytest

from corrob.examining.checks import Shared, examine
from examining.checks.packs import PAPERS, SOUND, above, codes, examined, fired, judged, result, told
from rulebook.shelf import GROUND, Shelf

ABOVE = 'pack: above\nversion: "2.0.0"\nextends: [{pack: ground, version: ">=1.0 <2"}]\n'


def rule(needs: str, more: str = "gives: sure") -> str:
    return f"rules:\n  - {{id: r, {more}, needs: [{needs}], PAPERS}}\n"


def test_nothing_is_wrong_with_rules_that_all_fire_and_agree(shelf: Shelf) -> None:
    found = examined(shelf)
    assert (found.findings, found.remarks, found.unread) == ((), (), 0)


# never fires


def test_a_rule_whose_needs_contradict_each_other_never_fires(shelf: Shelf) -> None:
    found = examined(shelf, rule("{some: good}, {none: good}"))
    assert told(found) == [
        "more.yaml:2:5: C001 the rule 'ground/r' never fires: no claim within the bounds meets all its needs "
        "[look at: some good]"
    ]
    (one,) = found.findings
    assert one.shown == "the nearest claim: what does not hold is 'some good'"
    weighing = judged(shelf, one).outcomes["c"].weighing
    (named,) = (rule for rule in weighing.scales.rulebook.rules if rule.id == "ground/r")
    assert [weighing.holds(clause.need) for clause in named.needs] == [False, True]


def test_a_need_that_another_pack_adds_is_the_one_to_look_at(shelf: Shelf) -> None:
    change = "change:\n  - rule: ground/two\n    add:\n      - none: good\n    reason: A mistake\n"
    found = above(shelf, change)
    assert told(found) == [
        "more.yaml:4:9: C001 the rule 'ground/two' never fires: no claim within the bounds meets all its needs "
        "[look at: no good]"
    ]
    assert "ground/two" not in fired(shelf, found.findings[0], "above")


@pytest.mark.parametrize("field", ["source", "origin", "modality", "value", "bloc", "adds", "act", "source_kind"])
def test_a_rule_that_counts_different_values_fires(shelf: Shelf, field: str) -> None:
    needs = f"{{origins: {{at_least: 3, from: good, where: {{hedged: no}}, different: {{{field}: 3}}}}}}, {{none: bad}}"
    found = examined(shelf, rule(needs, "finds: range, listing: value"))
    assert codes(found) == []


@pytest.mark.parametrize("need", ["origins: {at_least: 2, from: good, within: 3 days}", "suspect: good"])
def test_a_rule_that_looks_at_dates_or_doubts_independence_fires_and_so_does_its_contrary(
    shelf: Shelf, need: str
) -> None:
    origins = "origins: {at_least: 2, from: good}"
    both = rule(f"{{{need}}}", "finds: a, listing: source") + rule(
        f"{{{origins}}}, {{not: {{{need}}}}}", "finds: b, listing: source").removeprefix("rules:\n").replace("id: r", "id: s")  # fmt: skip
    assert codes(examined(shelf, both)) == []


@pytest.mark.parametrize(
    ("needs", "more"),
    [
        ("{finding: noted}", "raises: confidence"),
        ("{claim: {window_is: running}}", "finds: x, value: y, applies_to: {kind: prediction}"),
        ("{claim: {about_media: {exists: yes}}}", "finds: x, value: y"),
        ("{claim: {when: {exists: no}}}, {claim: {place: {exists: yes}}}", "finds: x, value: y"),
        ("{acts: {of: every, primary_record: yes}}", "finds: x, value: y, applies_to: {kind: speech_act}"),
        ("{not: {acts: {of: every, primary_record: no}}}", "finds: x, value: y, applies_to: {kind: speech_act}"),
        ("{related: {by: entails, status: [sure]}}", "finds: x, value: y"),
        ("{related: {by: entailed_by, status: [sure]}}", "finds: x, value: y"),
        ("{related: {by: contradicts, status: [sure]}}", "finds: x, value: y"),
        ("{related: {by: consistent_with, status: [likely]}}", "finds: x, value: y"),
        ("{related: {by: part_of, status: [likely]}}", "finds: x, value: y"),
        ("{related: {by: parts, status: [likely]}}", "finds: x, value: y"),
        ("{related: {by: superseded_by, status: [likely]}}", "finds: x, value: y"),
        ("{related: {by: consistent_with, finding: noted}}", "finds: x, value: y"),
        ("{related: {by: resolves_on, status: sure}}", "finds: x, value: y, applies_to: {kind: prediction}"),
        ("{related: {by: about_claim, status: sure}}", "finds: x, value: y, applies_to: {kind: speech_act}"),
    ],
)
def test_rules_about_the_claim_its_record_and_related_claims_fire(shelf: Shelf, needs: str, more: str) -> None:
    noted = "  - {id: noted, finds: noted, listing: source, needs: [{some: good}], PAPERS}\n"
    assert codes(examined(shelf, rule(needs, more) + noted)) == []


def test_a_removal_is_no_rule_that_fires(shelf: Shelf) -> None:
    assert codes(examined(shelf, "rules: [{id: r, removes: {hedged: yes}, PAPERS}]\n")) == []


# superfluous


def test_a_rule_beside_which_another_always_does_the_same_is_superfluous(shelf: Shelf) -> None:
    found = examined(shelf, rule("{origins: {at_least: 3, from: good}}, {none: bad}"))
    assert told(found) == [
        "more.yaml:2:5: C002 the rule 'ground/r' is superfluous: whenever it fires, 'ground/two' has the same effect "
        "[take it out, or ask for less or give another status]"
    ]
    (one,) = found.findings
    assert one.shown == "both 'ground/r' and 'ground/two' fire; without the first the status is the same"
    assert {"ground/r", "ground/two"} <= fired(shelf, one)
    assert result(shelf, one).status == "sure"


@pytest.mark.parametrize(
    "more",
    [
        "gives: likely, confidence: high, beats: two",
        "gives: sure, confidence: high",
        "gives: sure, beats: [one, two]",
    ],
)
def test_a_rule_that_makes_another_status_or_confidence_or_beats_the_other_is_not(shelf: Shelf, more: str) -> None:
    assert "C002" not in codes(examined(shelf, rule("{origins: {at_least: 3, from: good}}, {none: bad}", more)))


def test_a_rule_that_fires_once_where_the_other_does_not_is_not(shelf: Shelf) -> None:
    found = examined(shelf, rule("{some: {from: good, where: {hedged: yes}}}, {none: bad}"))
    assert codes(found) == []


def test_a_rule_that_beats_what_the_other_leaves_standing_is_not(shelf: Shelf) -> None:
    other = "  - {id: s, gives: sure, needs: [{origins: {at_least: 1, from: good}}], PAPERS}\n"
    beating = rule("{origins: {at_least: 2, from: good}}", "gives: sure, beats: [both]") + other
    told_of = [
        [str(one) for one in told(examined(shelf, text)) if "C002 the rule 'ground/r'" in one]
        for text in (beating, beating.replace(", beats: [both]", ""))
    ]
    assert [len(found) for found in told_of] == [0, 1]


# opposite


OPPOSITE = "{some: {from: good, where: {hedged: yes}}}, {none: bad}"


def test_rules_that_stand_on_the_two_scales_clash(shelf: Shelf) -> None:
    found = examined(shelf, rule(OPPOSITE, "gives: wrong"))
    assert told(found) == [
        "more.yaml:2:5: C003 'ground/r' gives wrong to claims that others stand against: 'ground/two' (sure) "
        "[let one have the other in its 'beats', or write a rule that gives split]",
        "sound.yaml:2:5: C003 'ground/one' gives likely to claims that others stand against: 'ground/r' (wrong) "
        "[let one have the other in its 'beats', or write a rule that gives split]",
    ]
    shown = [(one.shown, result(shelf, one).status, fired(shelf, one)) for one in found.findings]
    assert shown == [
        (
            "'ground/r' and 'ground/two' clash, and the claim is split",
            "split",
            {"ground/r", "ground/one", "ground/two"},
        ),
        ("'ground/one' and 'ground/r' clash, and the claim is split", "split", {"ground/r", "ground/one"}),
    ]


def test_rules_of_which_one_beats_the_others_do_not_clash(shelf: Shelf) -> None:
    assert codes(examined(shelf, rule(OPPOSITE, "gives: wrong, beats: [one, two]"))) == []


def test_rules_that_are_beaten_do_not_clash(shelf: Shelf) -> None:
    beating = "  - {id: s, finds: x, listing: source, beats: r, needs: [{some: good}], PAPERS}\n"
    assert "C003" not in codes(examined(shelf, rule(OPPOSITE, "gives: wrong") + beating))


def test_rules_beside_which_one_gives_the_conflict_do_not_clash(shelf: Shelf) -> None:
    conflict = f"  - {{id: s, gives: split, needs: [{OPPOSITE}], PAPERS}}\n"
    assert codes(examined(shelf, rule(OPPOSITE, "gives: wrong") + conflict)) == []


def test_rules_of_one_scale_do_not_clash(shelf: Shelf) -> None:
    assert codes(examined(shelf, rule(OPPOSITE, "gives: sure"))) == []


# invariants


def invariant(never: str, status: str = ", status: sure") -> str:
    return f"invariants:\n  - {{id: i, never: [{never}]{status}}}\n"


def test_an_invariant_that_a_claim_breaks_is_found_with_the_claim(shelf: Shelf) -> None:
    found = examined(shelf, invariant("{none: bad}, {origins: {at_most: 2, from: good}}"))
    assert told(found) == ["more.yaml:2:5: C004 the invariant 'ground/i' does not hold: a claim is sure"]
    (one,) = found.findings
    assert one.shown == "the claim is sure, and all that must never be is so"
    assert (result(shelf, one).status, result(shelf, one).origins.supports.count) == ("sure", 2)


def test_an_invariant_of_any_status_is_broken_by_any_claim(shelf: Shelf) -> None:
    found = examined(shelf, invariant("{some: bad}", ""))
    assert codes(found) == ["C004"]
    assert result(shelf, found.findings[0]).origins.refutes.count == 1


def test_an_invariant_may_test_what_no_rule_tests(shelf: Shelf) -> None:
    found = examined(shelf, invariant("{some: {from: seen, where: {motive: boast}}}", ""))
    assert codes(found) == ["C004"]
    example = found.findings[0].example
    assert example is not None
    assert [item.motive for item in example.evidence] == ["boast"]


@pytest.mark.parametrize("never", ["{some: bad}", "{origins: {at_most: 1, from: good}}", "{finding: x}"])
def test_an_invariant_that_holds_is_silent(shelf: Shelf, never: str) -> None:
    finder = "rules:\n  - {id: r, finds: x, value: y, needs: [{none: seen}], PAPERS}\n"
    assert codes(examined(shelf, finder + invariant(never))) == []


def test_what_packs_share_is_read_and_searched_once_and_they_are_told_the_same(shelf: Shelf) -> None:
    names = [shelf.put("ground", pack=GROUND, sound=SOUND.replace("PAPERS", PAPERS)), shelf.put("above", pack=ABOVE)]
    shared = Shared()
    together = [examine(name, shared) for name in names]
    assert together == [examine(name) for name in names]
    assert (len(shared.packs), len(shared.searches)) == (2, 1)

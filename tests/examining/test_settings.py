"""Settings: a claim for every combination of what the rules ask of claims, each sound as a case."""

from __future__ import annotations

import pytest

from corrob.examining.settings import CLAIM, OTHER, TODAY, Setting, settings
from corrob.reading.cases import read_case
from corrob.reading.documents import Document
from corrob.reading.references import problems
from corrob.reports.case_files import text
from rulebook.shelf import Shelf
from stories import book, judge


def of(shelf: Shelf, *rules: str) -> list[Setting]:
    lines = "".join(f"  - {{id: r{n}, gives: sure, {rule}}}\n" for n, rule in enumerate(rules))
    return list(settings(shelf.load(f"rules:\n{lines}" if rules else "rules: []\n")))


def test_rules_that_ask_nothing_of_claims_see_two_sorts_by_what_is_counted(shelf: Shelf) -> None:
    assert [(one.claim.kind, one.as_of) for one in of(shelf)] == [("event", None), ("artifact_property", None)]


def test_a_kind_that_a_rule_names_is_a_sort_of_claim(shelf: Shelf) -> None:
    found = of(shelf, "applies_to: {kind: [causal, identity]}", "applies_to: {kind: {not: [intent]}}")
    assert [one.claim.kind for one in found] == ["event", "identity", "artifact_property", "intent", "causal"]


@pytest.mark.parametrize("field", ["when", "place", "quantity", "about_media"])
def test_a_field_that_a_rule_asks_for_is_there_and_is_not(shelf: Shelf, field: str) -> None:
    needs = f"needs: [{{not: {{claim: {{{field}: {{exists: yes}}}}}}}}]"
    found = [one for one in of(shelf, needs) if one.claim.kind == "event"]
    assert sorted(bool(getattr(one.claim, field)) for one in found) == [False, True]
    assert all(field in one.asked for one in found)


def test_fields_are_combined(shelf: Shelf) -> None:
    needs = "needs: [{claim: {when: {exists: yes}}}, {any_of: [{claim: {place: {exists: yes}}}, {some: good}]}]"
    found = [(bool(one.claim.when), bool(one.claim.place)) for one in of(shelf, needs) if one.claim.kind == "event"]
    assert found == [(True, True), (True, False), (False, True), (False, False)]


def test_a_window_lies_ahead_runs_and_is_past_on_the_day_of_the_setting(shelf: Shelf) -> None:
    found = of(shelf, "applies_to: {kind: prediction}, needs: [{claim: {window_is: past}}]")
    seen = [one for one in found if one.claim.kind == "prediction"]
    assert [one.as_of for one in seen] == [None, TODAY, TODAY, TODAY]
    facts = [judge("core").judge(one.case, one.as_of).outcomes[CLAIM].weighing.facts["window_is"] for one in seen]
    assert facts == [None, "ahead", "running", "past"]


@pytest.mark.parametrize("need", ["acts: {of: every, primary_record: yes}", "not: {acts: {of: some}}"])
def test_what_somebody_said_is_on_record_or_not_and_is_what_is_claimed_or_not(shelf: Shelf, need: str) -> None:
    found = of(shelf, f"applies_to: {{kind: speech_act}}, needs: [{{{need}}}]")
    said = [one.case.evidence for one in found if one.claim.kind == "speech_act"]
    assert [[(item.act, item.primary_record) for item in items] for items in said] == [
        [],
        [("assertion", True)],
        [("assertion", False)],
        [("denial", True)],
        [("denial", False)],
    ]


@pytest.mark.parametrize("pack", ["core", "conflict-desk", "newsroom"])
def test_every_setting_is_a_sound_case_with_its_claim_first(pack: str) -> None:
    for one in settings(book(pack)):
        assert problems(one.case) == []
        read = read_case(Document(text(one.case).encode(), "f.yaml", 1, "yaml"))
        assert (read.diagnostics, read.case) == ((), one.case)
        assert one.claim.id == CLAIM
        assert {claim.id for claim in one.case.claims} <= {CLAIM, OTHER}
        assert not any(bearing.claim == CLAIM for item in one.case.evidence for bearing in item.bears)

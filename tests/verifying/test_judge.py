"""Results: the fields of the output, as they are promised."""

from __future__ import annotations

import pytest

from corrob.dates import point
from corrob.model.result import Result, Side, Tally
from corrob.verifying.decide import durable_available
from corrob.verifying.judge import Judge
from stories import book, case, judge, judged, results, with_items

STORY = """
    sources:
    - {id: state, name: The state, reliability: C, bloc: north}
    - {id: mfa, name: The ministry, reliability: C, controlled_by: state}
    - {id: desk, name: The desk, reliability: B}
    - {id: wire, name: The wire, reliability: B, funded_by: desk}
    - {id: odd, name: The odd one}
    - {id: torn, reliability: B, bloc: north, bloc_contested: true, bloc_basis: said by some}
    claims:
    - {id: c, text: It burned, interest: {north: against}}
    - {id: old, text: It burned a bit, superseded_by: {claim: c, from: "2024-01-10"}}
    evidence:
    - {id: e1, source: desk, published: "2024-01-02", bears: [{claim: c, stance: supports}]}
    - {id: e2, source: wire, published: "2024-01-01", bears: [{claim: c, stance: supports}]}
    - {id: e3, source: mfa, published: "2024-01-03", act: denial, bears: [{claim: c, stance: refutes}]}
    - {id: e4, source: odd, published: "2024-01-04", bears: [{claim: old, stance: supports}]}
    - {id: e5, source: desk, bears: [{claim: old, stance: supports}]}
    """


def test_a_result_has_every_field_that_is_promised() -> None:
    assert results(STORY, "2024-01-20")["c"] == Result(
        case="story",
        claim="c",
        as_of="2024-01-20",
        status="corroborated",
        confidence="low",
        rule="core/independent-origins-agree",
        origins=Tally(Side(2, 1, ("e2", "e1")), Side(0, 0, ())),
        because="2 independent origins agree: The wire (e2), The desk (e1).",
        notes={"denied_by": ("mfa",)},
        findings=("denied_by",),
        unknown=(),
        confidence_steps=("Ties among the origins make their independence suspect",),
        packs=tuple(map(str, judge().rulebook.packs)),
    )


def test_what_was_unknown_and_would_have_mattered_is_named() -> None:
    assert results(STORY, "2024-01-20")["old"].unknown == ("e4: reliability",)


def test_an_unknown_that_would_change_nothing_is_not_named() -> None:
    idle = 'id: e6, source: odd, published: "2024-01-02", bears: [{claim: c, stance: neutral}]'
    assert results(with_items(STORY, idle), "2024-01-20")["c"].unknown == ()


def test_undated_items_and_later_claims_are_noted() -> None:
    old = results(STORY, "2024-01-20")["old"]
    assert (old.status, old.notes) == ("unverified", {"superseded": ("c",), "undated": ("e5",)})
    assert "superseded" not in results(STORY, "2024-01-09")["old"].notes


def test_a_claim_without_evidence_has_the_default_status_and_no_rule() -> None:
    plain = results("claims: [{id: c, text: t}]")["c"]
    assert (plain.status, plain.rule, plain.because) == ("unassessed", None, "No rule applies to what is there.")


def test_under_a_contested_label_the_other_status_is_shown_beside() -> None:
    text = """
        sources:
        - {id: ally, reliability: B, bloc: south}
        - {id: torn, reliability: B, bloc: south, bloc_contested: true, bloc_basis: said by some}
        claims: [{id: c, text: t, interest: {south: for}}, {id: d, text: t}]
        evidence:
        - {id: e1, source: ally, bears: [{claim: c, stance: supports}]}
        - {id: e2, source: torn, bears: [{claim: c, stance: supports}]}
        """
    found = results(text)
    assert (found["c"].status, found["c"].notes["under_contested_bloc"]) == ("corroborated", ("attributed",))
    assert "under_contested_bloc" not in found["d"].notes


@pytest.mark.skipif(not durable_available(), reason="durable-rules cannot be imported")
def test_both_matchers_give_the_same_results() -> None:
    assert Judge(book(), "direct").judge(case(STORY)).results == judge(using="durable").judge(case(STORY)).results


def test_a_judge_and_what_it_judged_tell_what_they_were_given() -> None:
    story, judge = case(STORY), Judge(book())
    told = judge.judge(story, "2024-01-20")
    assert (judge.rulebook, told.case, told.rounds.hearing.world.case) == (book(), story, story)
    assert {claim: outcome.status for claim, outcome in told.outcomes.items()} == {
        claim: outcome.status for claim, outcome in told.rounds.outcomes().items()
    }


def test_the_status_under_a_contested_label_is_that_of_the_same_date() -> None:
    text = """
        sources: [{id: torn, reliability: B, bloc: south, bloc_contested: true, bloc_basis: said by some}, {id: a, reliability: B}]
        claims: [{id: c, text: t}]
        evidence:
        - {id: e1, source: torn, published: "2024-01-01", bears: [{claim: c, stance: supports}]}
        - {id: e2, source: a, published: "2024-01-02", bears: [{claim: c, stance: supports}]}
        """
    told = {day: results(text, day)["c"].notes["under_contested_bloc"] for day in ("2024-01-01", "2024-01-02")}
    assert told == {"2024-01-01": ("attributed",), "2024-01-02": ("corroborated",)}


def test_what_a_claim_was_judged_on_travels_with_its_result() -> None:
    outcome = judged(STORY).outcomes["c"]
    removed = {rule: [e.strand.arrival.item.id for e in found] for rule, found in outcome.weighing.removed.items()}
    assert removed == {"core/bare-denial": ["e3"]}


def test_statuses_of_some_claims_need_only_the_fields_that_rules_ask_for() -> None:
    fields = frozenset({"stance", "hedged", "act", "motive", "says", "reliability", "superseded", "undercut", "origin"})
    asked = fields | {
        "stance_written",
        "recycled",
        "place_fits",
        "time_fits",
        "quantity_fits",
        "generation",
        "circular",
    }
    asked |= {
        "adds",
        "decisive",
        "modality",
        "inherited",
        "disinterested",
        "value",
        "date",
        "says_written",
        "first_hand",
    }
    asked |= {"acquisition", "authenticated", "with_evidence"}
    whole = {claim: result.status for claim, result in results(STORY).items()}
    assert Judge(book(), "direct", asked).statuses(case(STORY), None, ("c",)) == {"c": whole["c"]}
    assert Judge(book(), "direct").statuses(case(STORY), point("2024-01-01"), ("old", "c")) == {
        claim: result.status for claim, result in results(STORY, "2024-01-01").items()
    }

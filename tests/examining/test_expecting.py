"""What is expected is held against what was found, and every difference is told in the editor's words."""

from __future__ import annotations

import pytest

from corrob.examining.expecting import told
from examining.trying import TWO, expecting, tried


def test_what_differs_is_told_with_its_place_the_reason_and_the_rule() -> None:
    assert tried(f"{TWO}expect: {{c: confirmed}}\n").problems == (
        "pack.yaml:8:10: c: expected confirmed, found corroborated: "
        "2 independent origins agree: a (e1), B (e2). (core/independent-origins-agree, CO120)",
    )


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("corroborated", "open", "expected open, found corroborated"),
        ("{status: corroborated}", "{status: open}", "expected open, found corroborated"),
        (
            "{rule: core/independent-origins-agree}",
            "{rule: core/credible-support}",
            "expected the rule core/credible-support, found core/independent-origins-agree",
        ),
        ("{confidence: moderate}", "{confidence: high}", "expected confidence high, found moderate"),
        ("{supports: 2}", "{supports: 0}", "expected 0 in support, found 2"),
        ("{refutes: 0}", "{refutes: 1}", "expected 1 against, found 0"),
        ("{origins: {supports: 2}}", "{origins: {supports: 1}}", "expected 1 in support, found 2"),
        ("{origins: {refutes: 0}}", "{origins: {refutes: 3}}", "expected 3 against, found 0"),
        (
            "{origins: {at_least: {supports: 2}}}",
            "{origins: {at_least: {supports: 1}}}",
            "expected at least 1 in support, found 2",
        ),
        (
            "{origins: {at_least: {refutes: 0}}}",
            "{origins: {at_least: {refutes: 1}}}",
            "expected at least 1 against, found 0",
        ),
        ("{findings: []}", "{findings: [opposed_by]}", "expected the findings opposed_by, found nothing"),
        ("{notes: {range: []}}", "{notes: {range: ['1']}}", "expected the note range: 1, found nothing"),
        ("{notes: {range: []}}", "{notes: {range: '1'}}", "expected the note range: 1, found nothing"),
        (
            "{missing_for: {attributed: e1 withdrawn}}",
            "{missing_for: {attributed: e3 withdrawn}}",
            "expected missing for attributed: e3 withdrawn, found e1 withdrawn",
        ),
        (
            "{missing_for: {attributed: [e2 withdrawn]}}",
            "{missing_for: {lapsed: e2 withdrawn}}",
            "expected missing for lapsed: e2 withdrawn, found nothing",
        ),
        ("{unknown: []}", "{unknown: ['e1: place']}", "expected unknown e1: place, found nothing"),
        (
            "{flips_if_removed: [e1, a]}",
            "{status: corroborated, flips_if_removed: [e1, d]}",
            "expected another status without e1, d, found e1",
        ),
    ],
)
def test_each_field_is_held_against_the_result(right: str, wrong: str, problem: str) -> None:
    given = TWO.replace("sources: [", "sources: [{id: d}, ")
    assert expecting(right, given) == []
    assert expecting(wrong, given) == [f"pack.yaml:8:10: c: {problem}"]


def test_suspicion_lowers_what_remains_of_the_origins_and_not_their_number() -> None:
    funded = TWO.replace("{id: a}", "{id: a, funded_by: b}")
    assert expecting("{origins: {supports: 2, at_least: {supports: 1, refutes: 0}}}", funded) == []


def test_what_was_unknown_and_matters_is_expected_as_it_is_told() -> None:
    unknown = TWO.replace("{id: a}", "{id: a, reliability: F}").replace("B, reliability: C", "B, reliability: F")
    wanted = "{status: unverified, unknown: ['e1: reliability', 'e2: reliability']}"
    assert expecting(wanted, unknown) == []


def test_without_an_item_a_source_or_a_medium_the_status_is_another() -> None:
    film = """\
name: one film
given:
  each_source: {reliability: B}
  sources: [{id: a}, {id: b}]
  media: [{id: film, type: video, from: a}, {id: other, type: video, from: a}]
  claims: [{id: c}]
  evidence: [{id: e1, source: b, media: [film], bears: [{claim: c, stance: supports}]}]
"""
    assert expecting("{status: attributed, flips_if_removed: [film, e1, a]}", film) == []
    assert expecting("{flips_if_removed: other}", film) == [
        "pack.yaml:8:10: c: expected another status without other, found nothing"
    ]


def test_with_a_medium_goes_what_is_one_with_it_by_its_look() -> None:
    near, nearer = "0" * 64, "0" * 63 + "1"
    films = f"""\
name: two copies
given:
  each_source: {{reliability: B}}
  sources: [{{id: a}}, {{id: b}}, {{id: d}}]
  media: [{{id: film, type: video, from: a, pdq: "{near}"}}, {{id: copy, type: video, from: a, pdq: "{nearer}"}}]
  claims: [{{id: c}}]
  each_evidence: {{bears: [{{claim: c, stance: supports}}]}}
  evidence: [{{id: e1, source: b, media: [film]}}, {{id: e2, source: d, media: [copy]}}]
"""
    assert expecting("{status: attributed, supports: 1, flips_if_removed: [film, copy]}", films) == []


def test_no_rule_and_no_confidence_are_expected_as_none() -> None:
    nothing = "name: n\ngiven: {claims: [{id: c}]}\n"
    assert expecting("{status: unassessed, rule: none, confidence: none}", nothing) == []
    assert expecting("{rule: core/credible-support, confidence: low}", nothing) == [
        "pack.yaml:3:10: c: expected the rule core/credible-support, found none: No rule applies to what is there.",
        "pack.yaml:3:10: c: expected confidence low, found none: No rule applies to what is there.",
    ]


def test_every_field_that_differs_is_told() -> None:
    assert expecting("{status: open, supports: 1}") == [
        "pack.yaml:8:10: c: expected open, found corroborated",
        "pack.yaml:8:10: c: expected 1 in support, found 2",
    ]


def test_values_are_told_as_people_write_them() -> None:
    assert [told(2), told("open"), told(("a", "b")), told(())] == ["2", "open", "a, b", "nothing"]

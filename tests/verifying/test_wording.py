"""Words for people: values, lists, origins by their earliest root, and notes."""

from __future__ import annotations

from math import inf

import pytest

from corrob.dates import Interval, interval
from corrob.model.rule import AllOf, AnyOf, Finds, Gives, Need, Not, Nothing, Origins, Selection, Some, Suspect
from corrob.verifying.wording import because, earliest, listed, text
from stories import judged, results
from verifying.little_rules import SEEN, claim, field, judged_by, rule

KIND = claim("kind", "quantity")

STORY = """
    sources: [{id: a, name: The paper, reliability: B}, {id: b, reliability: B}]
    claims: [{id: c, text: t, kind: quantity, quantity: {op: '>=', value: 1}}]
    evidence:
    - {id: e1, source: a, published: "2024-01-03", bears: [{claim: c, stance: supports, value: 7}]}
    - {id: e2, source: b, published: "2024-01-02", bears: [{claim: c, stance: supports, value: 2.5}]}
    - {id: e3, source: a, published: "2024-01-01", bears: [{claim: c, stance: supports, value: 7}]}
    """


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "yes"),
        (False, "no"),
        (7.0, "7"),
        (2.5, "2.5"),
        ("word", "word"),
        (interval("2024-01-02"), "2024-01-02"),
        (interval("2024-01-02/2024-03-01"), "2024-01-02"),
        (interval("../2024-01-02"), "2024-01-02"),
        (Interval(-inf, inf), "unknown"),
    ],
)
def test_values_are_written_as_people_do(value: object, written: str) -> None:
    assert text(value) == written


def test_nothing_in_a_list_is_nobody() -> None:
    assert (listed(["a", "b", "a"]), listed([])) == ("a, b", "nobody")


def test_origins_are_named_by_their_earliest_root_in_order_of_date() -> None:
    weighing = judged(STORY).outcomes["c"].weighing
    assert earliest(weighing.held("credible_support")) == ["e3", "e2"]


def test_a_range_lists_the_least_and_the_most_with_the_origins_that_give_them() -> None:
    assert results(STORY)["c"].notes["range"] == ("2.5 (e2)", "7 (e3)")


@pytest.mark.parametrize(
    ("bound", "told"), [(">=", "at least 2.5 (e2)"), ("<=", "at most 2.5 (e2)"), ("~", "about 2.5 (e2)")]
)
def test_an_end_of_a_range_keeps_the_bound_with_which_it_was_given(bound: str, told: str) -> None:
    bounded = STORY.replace("value: 2.5}", f"value: 2.5, bound: '{bound}'}}").replace(
        "'>=', value: 1", "'>=', value: -9"
    )
    assert results(bounded, pack="core")["c"].notes["range"][0] == told


def test_an_origin_that_nobody_is_known_to_have_published_is_named_by_one_who_worked_on_it() -> None:
    story = """
    sources: [{id: a, name: The analysts, reliability: B}, {id: b, reliability: B}]
    media: [{id: film, type: video}]
    claims: [{id: c, text: t}]
    evidence:
    - {id: e2, source: b, published: "2024-01-03", media: [film], adds: [measurement], bears: [{claim: c, stance: supports}]}
    - {id: e1, source: a, published: "2024-01-02", media: [film], adds: [geolocation], bears: [{claim: c, stance: supports}]}
    """
    assert results(story)["c"].because == "Credible support, to be attributed to The analysts (film)."


def test_evidence_that_leads_here_by_two_claims_is_named_with_the_first_of_them_by_id() -> None:
    story = """
    sources: [{id: a, reliability: B}]
    claims: [{id: d, text: t}, {id: c, text: t, entails: d}, {id: b, text: t, entails: d}]
    evidence:
    - {id: e1, source: a, bears: [{claim: c, stance: supports}, {claim: b, stance: supports}]}
    """
    assert results(story)["d"].because == "Credible support, to be attributed to a (e1, on b)."


def test_the_reason_names_sources_where_they_have_names() -> None:
    assert results(STORY)["c"].because == "2 independent origins agree: The paper (e3), b (e2)."


@pytest.mark.parametrize(
    ("listing", "told"), [("date", ("2024-01-01", "2024-01-02", "2024-01-03")), ("stance", ("supports",)), ("bloc", ())]
)
def test_any_field_can_be_listed(listing: str, told: tuple[str, ...]) -> None:
    finder = rule(Finds("told", listing), Some(SEEN))
    assert judged_by((finder,), STORY).results[0].notes["told"] == told


@pytest.mark.parametrize(
    ("effect", "needs", "told"),
    [
        (Finds("told", value="so"), (), ("so",)),
        (Finds("told", value="so"), (Some(SEEN),), ("so",)),
        (Finds("told", "stance"), (), ()),
        (Finds("told", "stance"), (KIND,), ()),
        (Finds("told", "stance"), (KIND, Some(SEEN)), ()),
        (Finds("told", "stance"), (AllOf((KIND, Some(SEEN))),), ("supports",)),
        (Finds("told", "stance"), (Not(Nothing(SEEN)), Some(SEEN)), ()),
        (Finds("told", "stance"), (Not(Suspect(SEEN)),), ("supports",)),
        (Finds("told"), (Some(SEEN),), ()),
    ],
)
def test_what_is_noted_is_the_value_or_what_the_first_need_selects(
    effect: Finds, needs: tuple[Need, ...], told: tuple[str, ...]
) -> None:
    (result,) = judged_by((rule(effect, *needs),), STORY).results
    assert (result.findings, result.notes["told"]) == (("range", "told"), told)


PEOPLE = """
    sources:
    - {id: a, name: The paper, reliability: B}
    - {id: b, reliability: B}
    - {id: d, name: The wire, reliability: B}
    - {id: audio, name: The channel}
    media:
    - {id: film, type: video, from: a, first_seen: "2024-01-01"}
    - {id: copy, type: video, from: b, first_seen: "2024-01-01", copy_of: film}
    - {id: lost, type: photo}
    claims: [{id: c, text: It burned, kind: state}]
    evidence:
    - {id: e1, source: d, published: "2024-01-05", media: [film], bears: [{claim: c, stance: supports}]}
    - {id: e2, source: d, published: "2024-01-03", media: [lost], bears: [{claim: c, stance: supports}]}
    - {id: e3, source: d, published: "2024-01-04", derived_from: [{unnamed: an officer, how: quoted}],
       bears: [{claim: c, stance: supports, hedged: true}]}
    - {id: e4, source: d, published: "2024-01-02", modality: audio, bears: [{claim: c, stance: refutes}]}
    """


def of(name: str, value: str | bool) -> Selection:
    return Selection("seen", (field(name, value),))


def reason(words: str, *needs: Need) -> str:
    """Give the reason of a rule with these needs, beside two that find something."""
    noted = (rule(Finds("side", "stance"), Some(SEEN)), rule(Finds("side", value="seen"), name="y"))
    weighing = judged_by(noted, PEOPLE).outcomes["c"].weighing
    return because(rule(Gives("confirmed"), *needs, because=words), weighing)


@pytest.mark.parametrize(
    ("words", "needs", "told"),
    [
        ("{claim.text} ({claim.kind}).", (), "It burned (state)."),
        ("{origins.count}: {origins.list}.", (), "0: nobody."),
        ("{origins.count}: {origins.list}.", (Some(SEEN),), "0: nobody."),
        ("{origins.count}.", (Origins(SEEN, at_least=1),), "4."),
        ("{origins.list}.", (Origins(of("stance", "refutes"), at_least=1),), "The wire (e4)."),
        ("{origins.list}.", (Origins(of("modality", "video"), at_least=1),), "The paper and b (copy)."),
        ("{origins.list}.", (Origins(of("modality", "photo"), at_least=1),), "lost."),
        ("{origins.list}.", (Origins(of("hedged", value=True), at_least=1),), "an officer (unnamed)."),
        ("{some.source}.", (Some(of("stance", "refutes")),), "The wire."),
        ("{some.source}.", (Some(of("modality", "video")),), "The paper, b."),
        ("{some.source}.", (Some(of("hedged", value=True)),), "an officer."),
        ("{some.modality}.", (Some(of("stance", "refutes")),), "audio."),
        ("{some.stance}.", (AnyOf((KIND, AllOf((KIND, Some(of("stance", "refutes")))))), Some(SEEN)), "refutes."),
        ("{some.stance}.", (Not(Not(Some(of("stance", "refutes")))),), "refutes."),
        ("{some.stance}.", (), "nobody."),
        ("{some.source}.", (KIND,), "nobody."),
        ("{finding.side}.", (), "refutes, supports, seen."),
        ("{finding.other}.", (), "nobody."),
        ("{weather.rain} and {claim}.", (), "{weather.rain} and {claim}."),
    ],
)
def test_a_reason_is_filled_from_what_the_rule_was_judged_on(words: str, needs: tuple[Need, ...], told: str) -> None:
    assert reason(words, *needs) == told


def test_an_origin_that_spoke_on_another_claim_is_named_with_it() -> None:
    text = """
        sources: [{id: a, name: The paper, reliability: B}, {id: b, reliability: B}]
        claims: [{id: c, text: t, entails: [d]}, {id: d, text: t}]
        evidence:
        - {id: e1, source: a, published: "2024-01-01", bears: [{claim: c, stance: supports}]}
        - {id: e2, source: b, published: "2024-01-02", bears: [{claim: d, stance: supports}]}
        """
    assert results(text)["d"].because == "2 independent origins agree: The paper (e1, on c), b (e2)."

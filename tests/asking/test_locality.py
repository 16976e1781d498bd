"""What a claim's status can depend on: what is left out is left out for its structure alone."""

from __future__ import annotations

import pytest

from corrob.asking.locality import Locality
from stories import judge, judged

HEAD = """
    sources:
    - {id: a, reliability: B, controlled_by: above}
    - {id: b, reliability: B, funded_by: a}
    - {id: d, reliability: B}
    - {id: above, controlled_by: top}
    - {id: top}
    """
ON = "published: '2024-01-02', bears: [{{claim: {0}, stance: supports}}]"


def near(claims: str, *items: str, media: str = "[]", claim: str = "c", as_of: str | None = None) -> Locality:
    evidence = "".join(f"\n    - {{{item}}}" for item in items)
    whole = f"{HEAD.rstrip()}\n    media: {media}\n    claims:{claims}\n    evidence:{evidence or ' []'}\n"
    return Locality(judged(whole, as_of, "core").rounds.hearing, claim)


def item(name: str, source: str, claim: str, more: str = "") -> str:
    return f"id: {name}, source: {source}, {ON.format(claim)}{', ' if more else ''}{more}"


ALONE = "\n    - {id: c, text: t}\n    - {id: far, text: t}"


# claims


@pytest.mark.parametrize(
    ("relation", "judged", "heard"),
    [
        ("id: o, text: t", {"c"}, {"c"}),
        ("id: o, text: t, entails: c", {"c"}, {"c", "o"}),
        ("id: o, text: t, contradicts: c", {"c"}, {"c", "o"}),
        ("id: o, text: t, negates: c", {"c"}, {"c"}),
        ("id: o, text: t, part_of: [{claim: c, required: true}]", {"c", "o"}, {"c", "o"}),
        ("id: o, text: t, part_of: [c]", {"c"}, {"c"}),
        ("id: o, text: t, superseded_by: {claim: c, from: '2024-01-01'}", {"c"}, {"c"}),
    ],
)
def test_claims_matter_by_what_they_carry_here_and_by_what_is_asked_of_them(
    relation: str, judged: set[str], heard: set[str]
) -> None:
    here = near(f"\n    - {{id: c, text: t}}\n    - {{{relation}}}")
    assert (set(here.judged), set(here.heard)) == (judged, heard)


def test_a_prediction_asks_what_decides_it_and_a_record_looks_up_what_it_is_about() -> None:
    claims = """
    - {id: p, text: t, kind: prediction, window: '2024-01-03', resolves_on: c}
    - {id: s, text: t, kind: speech_act, about_sources: [a], acts: [denial], about_claim: c}
    - {id: c, text: t}"""
    assert near(claims, claim="p").judged == ("p", "c")
    assert (near(claims, claim="s").judged, set(near(claims, claim="s").heard)) == (("s",), {"s", "c"})


def test_of_a_denial_what_it_denies_is_judged() -> None:
    assert near("\n    - {id: n, text: t, negates: c}\n    - {id: c, text: t}", claim="n").judged == ("c",)


# evidence


def test_items_matter_that_bear_on_the_claim_or_are_rested_on_or_challenge_such() -> None:
    here = near(
        ALONE,
        item("e1", "a", "c", "derived_from: [{from: e2, how: quoted}]"),
        item("e2", "b", "far"),
        item("e3", "d", "far", "undercuts: [{item: e2, ground: reliability}]"),
        item("e4", "d", "far", "undercuts: [{item: e3, ground: reliability}], derived_from: [{from: e5, how: quoted}]"),
        item("e5", "d", "far"),
        item("e6", "d", "far", "derived_from: [{from: e1, how: quoted}]"),
    )
    assert here.items == {"e1", "e2", "e3", "e4", "e5"}
    assert [one.id for one in here.case().evidence] == ["e1", "e2", "e3", "e4", "e5"]


def test_an_item_not_known_by_the_date_matters_only_where_an_edge_leads_to_it() -> None:
    late = f"known: '2024-03-01', {ON.format('c')}"
    here = near(
        ALONE,
        item("e1", "a", "c", "derived_from: [{from: e2, how: quoted}]"),
        f"id: e2, source: b, {late}, derived_from: [{{from: e4, how: quoted}}]",
        f"id: e3, source: d, {late}",
        item("e4", "d", "far"),
        item("e5", "d", "c", "retracted: '2024-01-03'"),
        as_of="2024-02-01",
    )
    assert here.items == {"e1", "e2", "e5"}


def test_media_matter_that_are_carried_or_cited_with_whatever_is_one_with_them() -> None:
    here = near(
        ALONE,
        item("e1", "a", "c", "media: [m1]"),
        item("e2", "a", "c", "derived_from: [{from: m2, how: derived}]"),
        item("e3", "a", "far", "media: [m5]"),
        media=f"""[{{id: m1, type: video}}, {{id: m2, type: video, copy_of: [{{value: m3, known: '2030-01-01'}}]}},
          {{id: m3, type: video, pdq: '{0:064x}', from: d}}, {{id: m4, type: video, pdq: '{1:064x}'}}, {{id: m5, type: video}}]""",
    )
    assert (set(here.media), set(here.speaking)) == ({"m1", "m2", "m3", "m4"}, {"a", "d"})


def test_sources_matter_that_speak_or_are_cited_and_whoever_stands_above_them_by_ties_alone() -> None:
    here = near(
        ALONE, item("e1", "a", "c", "derived_from: [{from: d, how: briefed}], joint_with: [b]"), item("e2", "b", "far")
    )
    assert (set(here.speaking), set(here.parties)) == ({"a", "d"}, {"a", "b", "d", "above", "top"})


def test_losses_are_those_of_what_matters_and_suspect_ties_where_a_rule_asks_for_them() -> None:
    here = near(
        ALONE,
        item("e1", "a", "c", "derived_from: [{from: d, how: replies}, {from: b, how: quoted}]"),
        item("e2", "b", "far", "joint_with: [a]"),
    )
    assert [loss.name for loss in here.losses()] == [
        "e1 a", "source a", "source b", "tie e1 ← b (quoted)", "tie a under above", "tie above under top",
    ]  # fmt: skip
    assert judge("core").rulebook == here.hearing.rulebook

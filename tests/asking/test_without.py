"""The case without some items, sources or media: what rests on them is gone, and nothing new arises from their loss."""

from __future__ import annotations

import msgspec
import pytest

from corrob.asking.without import BEFORE_ALL, kind_of, without
from corrob.model.case import Case
from corrob.reading.references import problems
from corrob.verifying.worlds import World
from stories import case, judge

SOURCES = """
    sources:
    - {id: state}
    - {id: a, reliability: B, controlled_by: state}
    - {id: b, reliability: B, controlled_by: state}
    - {id: d, reliability: B}
    - {id: x, reliability: E}
    claims: [{id: c, text: It burned}, {id: o, text: It was there, kind: artifact_property}]
    """
ON_C = "published: '2024-01-02', bears: [{claim: c, stance: supports}]"
ON_BOTH = "published: '2024-01-02', bears: [{claim: c, stance: supports}, {claim: o, stance: supports}]"


def story(*items: str, media: str = "[]") -> Case:
    evidence = "".join(f"\n    - {{{item}}}" for item in items)
    return case(f"{SOURCES}media: {media}\n    evidence:{evidence}\n")


def roots(whole: Case, claim: str = "c") -> set[tuple[str, str]]:
    """Give the kind and the name of every root that a claim's evidence comes down to."""
    outcome = judge("core", "direct").judge(whole).outcomes[claim]
    return {(e.strand.root.kind, e.strand.root.id) for e in outcome.weighing.exhibits}


def left(whole: Case, *gone: str, claim: str = "c", world: World | None = None) -> set[tuple[str, str]]:
    """Give the roots that remain; the edited case must be one that a file could hold."""
    edited = without(whole, gone, world)
    assert problems(edited) == []
    assert msgspec.json.decode(msgspec.json.encode(edited), type=Case) == edited
    return roots(edited, claim)


# items


def test_an_item_is_gone_and_whatever_rests_on_it_alone() -> None:
    whole = story(
        f"id: e1, source: a, {ON_C}",
        f"id: e2, source: d, {ON_C}, derived_from: [{{from: e1, how: quoted}}]",
        f"id: e3, source: x, {ON_C}, derived_from: [{{from: e1, how: quoted}}, {{from: e4, how: quoted}}]",
        f"id: e4, source: d, {ON_C}",
    )
    assert roots(whole) == {("item", "e1"), ("item", "e4")}
    assert left(whole, "e1") == {("item", "e4")}
    assert left(whole, "e1", "e4") == set()


def test_an_item_is_withdrawn_before_every_date_on_which_a_case_can_be_judged() -> None:
    edited = without(story(f"id: e1, source: a, {ON_C}, retracted: '2030-01-01'"), ["e1"])
    assert edited.evidence[0].retracted == BEFORE_ALL
    assert World(edited, judge("core").judge(edited, BEFORE_ALL).rounds.hearing.world.as_of).withdrawn == {"e1"}


def test_an_edge_to_an_item_that_is_gone_carries_nothing_on_a_date_before_the_item_was_known_either() -> None:
    whole = story(
        f"id: e1, source: a, {ON_C.replace('-02', '-09')}",
        f"id: e2, source: d, {ON_C}, derived_from: [{{from: e1, how: quoted}}]",
    )
    before = judge("core").judge(without(whole, ["e1"]), "2024-01-05").results[0]
    assert (before.status, before.origins.supports.count) == ("unassessed", 0)
    assert judge("core").judge(whole, "2024-01-05").results[0].origins.supports.count == 1


def test_the_rest_of_the_case_stays_as_it_is() -> None:
    whole = story(f"id: e1, source: a, {ON_C}", f"id: e2, source: d, {ON_C}")
    edited = without(whole, ["e1"])
    assert (edited.evidence[1], edited.sources, edited.claims) == (whole.evidence[1], whole.sources, whole.claims)
    assert without(whole, []) == whole


# sources


def test_a_source_is_gone_with_its_items_its_media_and_what_it_told_others() -> None:
    whole = story(
        f"id: e1, source: a, {ON_C}",
        f"id: e2, source: d, {ON_C}, derived_from: [{{from: a, how: briefed}}]",
        f"id: e3, source: x, {ON_C}, media: [m]",
        f"id: e4, source: d, {ON_C}",
        media="[{id: m, type: video, from: a}]",
    )
    assert roots(whole) == {("item", "e1"), ("source", "a"), ("media", "m"), ("item", "e4")}
    assert left(whole, "a") == {("item", "e4")}
    assert [source.id for source in without(whole, ["a"]).sources] == ["state", "a", "b", "d", "x"]


def test_a_source_that_controls_others_takes_nothing_of_theirs_away_and_they_stay_one() -> None:
    whole = story(f"id: e1, source: a, {ON_C}", f"id: e2, source: b, {ON_C}", f"id: e3, source: state, {ON_C}")
    assert left(whole, "state") == {("item", "e1"), ("item", "e2")}
    assert judge("core").judge(without(whole, ["state"])).results[0].origins.supports.count == 1


def test_media_that_somebody_else_published_as_early_stay_when_one_of_the_two_goes() -> None:
    whole = story(
        f"id: e1, source: x, {ON_C}, media: [m]",
        media="[{id: m, type: video, from: a}, {id: n, type: video, from: b, copy_of: m}]",
    )
    assert left(whole, "a") == {("media", "m")}
    assert left(whole, "a", "b") == set()


def test_a_later_copy_by_a_source_that_goes_takes_the_original_not_along() -> None:
    whole = story(
        f"id: e1, source: x, {ON_C}, media: [m]",
        media="[{id: m, type: video, from: d, first_seen: '2024-01-01'}, {id: n, type: video, from: a, copy_of: m,"
        " first_seen: '2024-01-02'}]",
    )
    assert left(whole, "a") == {("media", "m")}
    assert left(whole, "d") == set()


def test_what_a_source_only_commissioned_stays_and_stays_suspect() -> None:
    whole = story(
        f"id: e1, source: d, {ON_C}, derived_from: [{{from: a, how: commissioned}}]",
        f"id: e2, source: x, {ON_C}, derived_from: [{{from: a, how: commissioned}}]",
    )
    assert left(whole, "a") == {("item", "e1"), ("item", "e2")}
    assert without(whole, ["a"]).evidence == whole.evidence


# media

ONE = "[{id: m, type: video, from: a}]"


@pytest.mark.parametrize(
    "relay",
    [
        f"id: e2, source: d, {ON_C}, media: [m]",
        f"id: e2, source: d, {ON_C}, derived_from: [{{from: m, how: derived}}]",
        f"id: e2, source: d, {ON_C}, media: [m], derived_from: [{{from: m, how: repost}}]",
        f"id: e2, source: d, {ON_BOTH}, media: [m], derived_from: [{{from: m, how: derived, for: [o]}}]",
        f"id: e2, source: d, {ON_C}, media: [m], derived_from: [{{from: m, how: derived, known: '2024-03-01'}}]",
        f"id: e2, source: d, {ON_C}, media: [m], adds: [geolocation]",
    ],
    ids=["carried", "cited", "both", "scoped to another claim", "learnt later", "worked on"],
)
def test_a_relay_of_lost_media_becomes_no_origin_of_its_own(relay: str) -> None:
    whole = story(relay, media=ONE)
    assert roots(whole) == {("media", "m")}
    assert left(whole, "m") == set()
    early = judge("core").judge(without(whole, ["m"]), "2024-02-01").results[0]
    assert (early.status, early.origins.supports.count) == ("unassessed", 0)


def test_whoever_quotes_a_relay_of_lost_media_on_another_claim_becomes_no_origin_either() -> None:
    whole = story(
        "id: e1, source: d, published: '2024-01-02', media: [m], bears: [{claim: o, stance: supports}],"
        " derived_from: [{from: m, how: derived, for: [o]}]",
        f"id: e2, source: x, {ON_C}, derived_from: [{{from: e1, how: quoted}}]",
        media=ONE,
    )
    assert roots(whole) == {("media", "m")}
    assert left(whole, "m") == set()


def test_a_relay_that_has_other_media_or_other_sources_goes_on_with_them() -> None:
    whole = story(
        f"id: e1, source: d, {ON_C}, media: [m, n]",
        f"id: e2, source: d, {ON_C}, media: [m], derived_from: [{{from: x, how: quoted}}]",
        media="[{id: m, type: video, from: a}, {id: n, type: video, from: b}]",
    )
    assert left(whole, "m") == {("media", "n"), ("source", "x")}


def test_work_of_ones_own_on_lost_media_stands_where_it_is_counted() -> None:
    whole = story(f"id: e1, source: d, {ON_BOTH}, media: [m], adds: [geolocation]", media=ONE)
    assert left(whole, "m", claim="o") == {("item", "e1")}
    assert left(whole, "m", claim="c") == set()


def test_who_published_lost_media_keeps_what_it_says_and_carries_nothing() -> None:
    whole = story(f"id: e1, source: a, {ON_C}, media: [m]", media=ONE)
    assert left(whole, "m") == {("item", "e1")}
    assert without(whole, ["m"]).evidence[0].media == ()


def test_an_item_that_was_its_media_goes_with_them_and_not_while_it_has_others() -> None:
    whole = story(
        f"id: e1, source: a, {ON_C}, direct: true, media: [m, n]",
        media="[{id: m, type: video, from: a}, {id: n, type: video, from: a}]",
    )
    assert left(whole, "m") == {("item", "e1")}
    assert left(whole, "m", "n") == set()


COPIES = """[{id: m, type: video, from: a, first_seen: '2024-01-01'},
      {id: n, type: video, from: d, first_seen: '2024-01-02', copy_of: m},
      {id: p, type: video, from: x, first_seen: '2024-01-03', copy_of: [{value: n, known: '2024-01-04'}]}]"""


@pytest.mark.parametrize("lost", ["m", "n", "p"])
def test_media_go_with_all_their_copies_and_whoever_published_a_copy_is_a_relay(lost: str) -> None:
    items = (
        f"id: e{n}, source: {who}, {ON_C}, media: [{m}]"
        for n, (who, m) in enumerate((("a", "m"), ("d", "n"), ("x", "p")))
    )
    whole = story(*items, media=COPIES)
    assert left(whole, lost) == {("item", "e0")}


def test_media_of_one_fingerprint_are_one_and_near_ones_where_the_world_says_so() -> None:
    hashes = (f"pdq: '{0:064x}'", f"pdq: '{7:064x}'", f"sha256: '{'aa' * 32}'", f"sha256: '{'aa' * 32}'")
    media = ", ".join(f"{{id: m{n}, type: video, from: a, {one}}}" for n, one in enumerate(hashes))
    whole = story(*(f"id: e{n}, source: x, {ON_C}, media: [m{n}]" for n in range(4)), media=f"[{media}]")
    assert left(whole, "m2") == {("media", "m0")}
    assert left(whole, "m0", world=World(whole, pdq_distance=31)) == {("media", "m2")}


def test_what_edges_lead_to_instead_has_a_name_that_nothing_else_has() -> None:
    whole = story(
        f"id: e1, source: d, {ON_C}, derived_from: [{{from: m, how: derived}}]",
        f"id: m (gone), source: d, {ON_C}",
        media="[{id: m, type: video}]",
    )
    assert [(item.id, item.source) for item in without(whole, ["m"]).evidence[2:]] == [("m (gone) (gone)", "d")]
    assert left(whole, "m") == {("item", "m (gone)")}


# ids


def test_an_id_that_names_nothing_is_an_error_and_a_claim_is_nothing_that_can_be_lost() -> None:
    whole = story(f"id: e1, source: a, {ON_C}")
    with pytest.raises(KeyError, match="'e2', 'c'"):
        without(whole, ["e1", "e2", "c"])


def test_an_id_names_an_item_before_a_medium_and_a_medium_before_a_source() -> None:
    whole = story(f"id: e1, source: a, {ON_C}", media="[{id: m, type: video}]")
    assert [kind_of(whole, name) for name in ("e1", "m", "a", "c")] == ["item", "media", "source", None]
    (item,), (medium,) = whole.evidence, whole.media
    twice = msgspec.structs.replace(whole, evidence=(msgspec.structs.replace(item, id="m"),))
    assert kind_of(twice, "m") == "item"
    assert kind_of(msgspec.structs.replace(whole, media=(msgspec.structs.replace(medium, id="a"),)), "a") == "media"

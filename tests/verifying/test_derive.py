"""The fields of a strand, each as `docs/semantics.md` defines it."""

from __future__ import annotations

from math import inf, pi
from typing import Any

import pytest

from corrob.dates import interval
from corrob.model.case import Place
from corrob.model.fields import CLAIM_FIELDS, STRAND_FIELDS
from corrob.verifying.derive import CLAIM, FIELDS, Scene, kilometres, window_is
from corrob.verifying.relations import Relations
from corrob.verifying.trace import Tracer
from stories import with_items, world

MERGE = frozenset({"control", "media", "briefing", "unnamed_same"})
WORLD = """
    sources:
    - {id: state, kind: government, bloc: north, reliability: D}
    - {id: mfa, kind: government, controlled_by: state, reliability: C}
    - {id: tv, kind: broadcaster, reliability: B}
    - {id: blog, kind: website}
    - {id: both, kind: ngo, controlled_by: [state, rival]}
    - {id: rival, bloc: south}
    media:
    - {id: old, type: photo, from: tv, first_seen: "2024-05-02", earliest_known: "2019-01-01"}
    - {id: new, type: video, from: tv, first_seen: "2024-05-02", earliest_known: "2024-05-02", captured: "2024-05-01",
       place: {lat: 50, lon: 30, radius_km: 1}, generation: original, acquisition: disclosed,
       checks: {source: pass, technical: pass, content: pass}}
    - {id: bad, type: audio, from: tv, captured: "2024-04-01", place: {lat: 51, lon: 30, radius_km: 1},
       generation: edit, acquisition: undisclosed, checks: {technical: fail}}
    - {id: bare, type: satellite_image, from: tv}
    - {id: orphan, type: document}
    claims:
    - {id: c, text: t, kind: quantity, when: "2024-05-01", place: {lat: 50, lon: 30, radius_km: 5},
       quantity: {op: '~', value: 100, tolerance: 0.1}, interest: {north: against, south: for}}
    evidence:
    """


def facts(*items: str, stance: str = "supports", bearing: str = "", text: str = WORLD) -> dict[str, Any]:
    """Give the fields of the last item's one strand."""
    bears = f"bears: [{{claim: c, stance: {stance}{bearing}}}]"
    seen = world(with_items(text, *(f"{item}, {bears}" for item in items)))
    reached = Relations(seen.case).arrivals(seen)["c"]
    tracer = Tracer(seen, MERGE, {(a.item.id, "c"): [a] for a in reached})
    (strand,) = tracer.strands(reached[-1], "c", analysts=False)
    return {name: find(Scene(seen, seen.claims["c"]), strand) for name, find in FIELDS.items()}


def test_every_field_that_rules_may_test_is_found_and_no_other() -> None:
    assert (set(FIELDS), set(CLAIM)) == (set(STRAND_FIELDS), set(CLAIM_FIELDS))


@pytest.mark.parametrize(
    ("media", "field", "expected"),
    [
        ("old", "recycled", True),
        ("new", "recycled", False),
        ("bare", "recycled", None),
        ("new", "time_fits", True),
        ("bad", "time_fits", False),
        ("bare", "time_fits", None),
        ("new", "place_fits", True),
        ("bad", "place_fits", False),
        ("bare", "place_fits", None),
        ("new, bad", "place_fits", False),
        ("new, bare", "place_fits", None),
        ("new", "generation", ("original",)),
        ("bad, new", "generation", ("edit", "original")),
        ("bare", "generation", None),
        ("new", "authenticated", True),
        ("bad", "authenticated", False),
        ("bare", "authenticated", None),
        ("new, bad", "authenticated", True),
        ("bad, bare", "authenticated", None),
        ("new", "acquisition", ("disclosed",)),
        ("bare", "acquisition", None),
    ],
)
def test_what_the_media_show_is_yes_no_or_unknown(media: str, field: str, expected: object) -> None:
    assert facts(f"id: e, source: tv, media: [{media}]")[field] == expected


def test_an_item_without_media_has_nothing_authenticated_and_no_time_to_fit() -> None:
    found = facts("id: e, source: tv")
    assert [found[name] for name in ("authenticated", "recycled", "time_fits", "generation")] == [
        False,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (", value: 100", True),
        (", value: 110", True),
        (", value: 90", True),
        (", value: 111", False),
        (", value: 95, bound: '~'", True),
        (", value: 90, bound: '>='", None),
        (", value: 110, bound: '>='", None),
        (", value: 111, bound: '>='", False),
        (", value: 90, bound: '<='", None),
        (", value: 110, bound: '<='", None),
        (", value: 80, bound: '<='", False),
        ("", None),
    ],
)
def test_a_number_fits_if_all_of_it_lies_inside_the_claim(given: str, expected: bool | None) -> None:
    assert facts("id: e, source: tv", bearing=given)["quantity_fits"] == expected


@pytest.mark.parametrize(
    ("claimed", "inside", "outside"),
    [
        ("{op: '~', value: 100, within: 5}", (95, 100, 105), (94, 106)),
        ("{op: '~', value: -100, tolerance: 0.1}", (-110, -90), (-111, -89)),
        ("{op: '=', value: 100}", (100,), (99, 101)),
        ("{op: '>=', value: 100}", (100, 1000), (99,)),
        ("{op: '<=', value: 100}", (100, -1000), (101,)),
        ("{op: range, low: 3, high: 5}", (3, 4, 5), (2, 6)),
    ],
)
def test_a_claimed_number_holds_all_that_lies_between_its_ends_and_its_ends(
    claimed: str, inside: tuple[float, ...], outside: tuple[float, ...]
) -> None:
    text = WORLD.replace("{op: '~', value: 100, tolerance: 0.1}", claimed)

    def fits(value: float) -> object:
        return facts("id: e, source: tv", bearing=f", value: {value}", text=text)["quantity_fits"]

    assert {value: fits(value) for value in (*inside, *outside)} == {
        **dict.fromkeys(inside, True),
        **dict.fromkeys(outside, False),
    }


@pytest.mark.parametrize(
    ("source", "stance", "interest", "says"),
    [
        ("mfa", "supports", "against", "hurt"),
        ("mfa", "refutes", "against", "served"),
        ("rival", "supports", "for", "served"),
        ("rival", "refutes", "for", "hurt"),
        ("tv", "supports", "none", "none"),
        ("mfa", "neutral", "against", "none"),
        ("both", "supports", "for", "served"),
        ("both", "refutes", "for", "served"),
    ],
)
def test_what_is_said_is_set_against_the_interest_of_the_roots_side(
    source: str, stance: str, interest: str, says: str
) -> None:
    found = facts(f"id: e, source: {source}", stance=stance)
    assert (found["interest"], found["says"], found["disinterested"]) == (interest, says, says != "served")


RELAY = "id: r, source: {source}, derived_from: [{{from: e, how: quoted}}], modality: news_report"


@pytest.mark.parametrize(("source", "letter"), [("tv", "C"), ("state", "D"), ("blog", "C")])
def test_a_relay_keeps_the_roots_letter_or_lowers_it(source: str, letter: str) -> None:
    found = facts("id: e, source: mfa, modality: official_statement, act: denial", RELAY.format(source=source))
    assert (found["reliability"], found["source"], found["modality"], found["act"], found["bloc"]) == (
        letter,
        ("mfa",),
        "official_statement",
        "denial",
        ("north",),
    )


def test_own_work_on_the_way_makes_the_letter_its_own_and_is_evidence() -> None:
    found = facts(
        "id: e, source: tv, adds: [geolocation], derived_from: [{from: mfa, how: derived}]",
        RELAY.format(source="blog"),
    )
    assert (found["reliability"], found["adds"], found["with_evidence"]) == ("B", ("geolocation",), True)


def test_an_unknown_publisher_leaves_everything_about_the_source_unknown() -> None:
    found = facts("id: e, source: tv, media: [orphan], modality: news_report")
    names = ("source", "source_kind", "reliability", "modality", "first_hand", "bloc")
    assert [found[name] for name in names] == [None, None, None, "document", True, ()]


def test_an_unnamed_source_is_named_as_such_and_has_no_letter() -> None:
    found = facts("id: e, source: tv, derived_from: [{unnamed: an officer, how: quoted}]")
    assert (found["source"], found["reliability"], found["first_hand"]) == (("an officer",), None, False)


@pytest.mark.parametrize(
    ("item", "first_hand", "primary", "evidence"),
    [
        ("id: e, source: tv, direct: true", True, False, True),
        ("id: e, source: tv, primary_record: true", False, True, False),
        ("id: e, source: tv, media: [bare]", False, False, True),
        ("id: e, source: mfa, media: [bare]", True, False, True),
        ("id: e, source: tv", False, False, False),
        ("id: e, source: tv, derived_from: [{from: mfa, how: quoted}], direct: true", False, False, False),
    ],
)
def test_what_is_first_hand_is_the_roots_affair(item: str, first_hand: bool, primary: bool, evidence: bool) -> None:
    found = facts(item)
    assert (found["first_hand"], found["primary_record"], found["with_evidence"]) == (first_hand, primary, evidence)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-04-30", "ahead"),
        ("2024-05-01", "running"),
        ("2024-05-03", "running"),
        ("2024-05-04", "past"),
        (None, "past"),
    ],
)
def test_a_window_is_ahead_running_to_its_last_day_and_past(as_of: str | None, expected: str) -> None:
    claim = world(
        "claims: [{id: c, text: t, kind: prediction, window: 2024-05-01/2024-05-03, resolves_on: d}, {id: d, text: t}]"
    ).claims["c"]
    assert window_is(claim, interval(as_of) if as_of else None) == expected


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ((0, 0), (0, 90), 4),
        ((60, 0), (60, 180), 6),
        ((60, 0), (0, 90), 4),
        ((0, 0), (0, 0), inf),
        ((-70, 40), (70, -140), 2),
    ],
)
def test_a_distance_is_that_part_of_the_way_round_the_earth(
    one: tuple[float, float], other: tuple[float, float], parts: float
) -> None:
    here, there = (Place(lat, lon, radius_km=0) for lat, lon in (one, other))
    assert kilometres(here, there) == pytest.approx(2 * pi * 6371.0088 / parts)


@pytest.mark.parametrize(("lon", "fits"), [(30, True), (30.001, False)])
def test_a_point_fits_itself_and_nothing_beside_it(lon: float, fits: bool) -> None:
    text = WORLD.replace("lon: 30, radius_km: 1", "lon: 30, radius_km: 0").replace(
        "lon: 30, radius_km: 5", f"lon: {lon}, radius_km: 0"
    )
    assert facts("id: e, source: tv, media: [new]", text=text)["place_fits"] is fits


def test_distances_are_those_of_a_sphere() -> None:
    seen = world(WORLD.rstrip() + " []")
    new, bad = (next(m for m in seen.case.media if m.id == name).place for name in ("new", "bad"))
    assert new is not None and bad is not None  # noqa: PT018
    assert kilometres(new, bad) == pytest.approx(111.195, abs=0.001)  # type: ignore[arg-type]

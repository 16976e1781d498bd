"""Ways from a bearing to its roots: claim-scoped edges, media, own work, circles, and what is said on the way."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from corrob.verifying.relations import Arrival, Relations
from corrob.verifying.trace import Strand, Tracer
from stories import world

MERGE = frozenset({"control", "media", "briefing", "unnamed_same"})


def strands(
    text: str,
    item: str,
    claim: str = "c",
    as_of: str | None = None,
    merge: frozenset[str] = MERGE,
    *,
    analysts: bool = False,
) -> list[Strand]:
    seen = world(text, as_of)
    arrivals = Relations(seen.case).arrivals(seen)
    bears: dict[tuple[str, str], list[Arrival]] = {}
    for base, reached in arrivals.items():
        for arrival in reached:
            bears.setdefault((arrival.item.id, base), []).append(arrival)
    tracer = Tracer(seen, merge, bears)
    return [s for a in bears[item, claim] for s in tracer.strands(a, claim, analysts=analysts)]


def roots(*args: object, **options: object) -> list[str]:
    found = strands(*args, **options)  # type: ignore[arg-type]
    return [f"{s.root.kind} {s.root.name}" for s in found]


RELAYS = """
    sources:
    - {id: ministry, reliability: C}
    - {id: wire, reliability: B}
    - {id: paper, reliability: D}
    - {id: blog}
    - {id: witness, reliability: A}
    media: [{id: clip, type: video, from: witness}, {id: orphan, type: photo}]
    claims: [{id: c, text: t}, {id: d, text: t}]
    evidence:
    - {id: said, source: ministry, act: denial, bears: [{claim: c, stance: refutes, hedged: true, value: 7}]}
    - id: wired
      source: wire
      derived_from: [{from: said, how: quoted, for: [c]}, {from: clip, how: derived, for: [d]}]
      bears: [{claim: c, stance: refutes}, {claim: d, stance: supports}]
    - id: printed
      source: paper
      derived_from: [{from: wired, how: repost}]
      bears: [{claim: c, stance: refutes}, {claim: d, stance: supports}]
    - id: posted
      source: blog
      derived_from: [{from: printed, how: repost}]
      bears: [{claim: c, stance: refutes}]
    - {id: asked, source: paper, derived_from: [{from: wired, how: replies}], bears: [{claim: c, stance: supports}]}
    - {id: shown, source: witness, media: [clip], bears: [{claim: d, stance: supports}]}
    - {id: shared, source: blog, media: [clip, orphan], bears: [{claim: d, stance: supports}]}
    - {id: told, source: paper, derived_from: [{unnamed: an officer, how: quoted}],
       bears: [{claim: c, stance: supports}]}
    - {id: cited, source: paper, derived_from: [{from: ministry, how: quoted}], bears: [{claim: c, stance: supports}]}
    """


@pytest.mark.parametrize(
    ("item", "claim", "expected"),
    [
        ("said", "c", ["item said"]),
        ("wired", "c", ["item said"]),
        ("printed", "c", ["item said"]),
        ("wired", "d", ["media clip"]),
        ("printed", "d", ["media clip"]),
        ("asked", "c", ["item asked"]),
        ("shown", "d", ["item shown"]),
        ("shared", "d", ["media clip", "media orphan"]),
        ("told", "c", ["unnamed unnamed: an officer"]),
        ("cited", "c", ["source ministry"]),
    ],
)
def test_a_bearing_is_followed_to_its_roots_by_the_edges_of_its_own_claim(
    item: str, claim: str, expected: list[str]
) -> None:
    assert roots(RELAYS, item, claim) == expected


def test_a_relay_has_the_act_number_and_hedge_of_what_it_relays() -> None:
    (strand,) = strands(RELAYS, "posted")
    way = strand.way
    assert (way.act, way.number, way.hedged, strand.via) == (
        "denial",
        (7.0, "="),
        True,
        ("posted", "printed", "wired", "said"),
    )


def test_the_worst_carrier_is_kept_and_one_without_a_letter_leaves_it() -> None:
    assert strands(RELAYS, "posted")[0].way.worst == "D"


@pytest.mark.parametrize(
    ("item", "claim", "via"),
    [
        ("posted", "c", ("posted", "printed", "wired", "said")),
        ("printed", "d", ("printed", "wired")),
        ("shared", "d", ("shared",)),
        ("told", "c", ("told",)),
        ("cited", "c", ("cited",)),
        ("shown", "d", ("shown",)),
    ],
)
def test_a_strand_names_the_items_by_way_of_which_it_came_to_its_root(
    item: str, claim: str, via: tuple[str, ...]
) -> None:
    assert {strand.via for strand in strands(RELAYS, item, claim)} == {via}


def test_the_media_on_the_way_are_those_carried_and_the_one_that_is_cited() -> None:
    carrying = RELAYS.replace("      source: wire\n", "      source: wire\n      media: [orphan]\n")
    assert [strand.way.media for strand in strands(RELAYS, "wired", "d")] == [{"clip"}]
    assert [strand.way.media for strand in strands(carrying, "printed", "d")] == [{"clip", "orphan"}]
    assert [strand.way.media for strand in strands(RELAYS, "shared", "d")] == [{"clip"}, {"orphan"}]
    assert [strand.way.media for strand in strands(RELAYS, "shown", "d")] == [{"clip"}]


def test_each_unnamed_edge_is_a_root_of_its_own() -> None:
    twice = RELAYS.replace("{unnamed: an officer, how: quoted}", ", ".join(["{unnamed: an officer, how: quoted}"] * 2))
    assert [strand.root.id for strand in strands(twice, "told")] == ["told#0", "told#1"]


BRIEFED = """
    sources: [{id: agency}, {id: ally}]
    claims: [{id: c, text: t}]
    evidence:
    - {id: briefing, source: agency, published: "2024-01-01", bears: [{claim: c, stance: supports}]}
    - id: spoke
      source: ally
      published: "2024-01-02"
      derived_from: [{from: briefing, how: briefed}]
      bears: [{claim: c, stance: supports}]
    """


def test_a_briefing_passes_its_origin_on_where_the_pack_merges_briefings() -> None:
    assert roots(BRIEFED, "spoke") == ["item briefing"]
    assert roots(BRIEFED, "spoke", merge=MERGE - {"briefing"}) == ["item spoke"]


WORK = """
    sources: [{id: lab, reliability: B}, {id: paper, reliability: C}, {id: channel, reliability: D}]
    media: [{id: clip, type: video, from: channel}]
    claims: [{id: c, text: t}]
    evidence:
    - id: located
      source: lab
      derived_from: [{from: clip, how: derived}]
      adds: [geolocation]
      bears: [{claim: c, stance: supports}]
    - id: denied
      source: lab
      derived_from: [{from: clip, how: derived}]
      adds: [reverse_image_search]
      bears: [{claim: c, stance: refutes}]
    - {id: reported, source: paper, derived_from: [{from: located, how: quoted}], bears: [{claim: c, stance: supports}]}
    """


def test_ten_analyses_of_one_clip_have_one_root_except_where_analysts_are_counted() -> None:
    assert roots(WORK, "located") == ["media clip"]
    assert roots(WORK, "located", analysts=True) == ["item located"]
    assert roots(WORK, "reported", analysts=True) == ["item located"]


def test_a_refutation_by_own_work_is_a_root_of_its_own() -> None:
    assert roots(WORK, "denied") == ["item denied"]


def test_own_work_makes_the_letter_at_the_end_its_own() -> None:
    (strand,) = strands(WORK, "reported")
    assert (strand.way.ended, strand.way.end, strand.way.worst) == (True, "B", "C")


CIRCLE = """
    sources: [{id: s}]
    claims: [{id: c, text: t}]
    evidence:
    - {id: a, source: s, derived_from: [{from: b, how: quoted}], bears: [{claim: c, stance: supports}]}
    - id: b
      source: s
      derived_from: [{from: a, how: quoted}, {from: x, how: quoted}]
      bears: [{claim: c, stance: supports}]
    - {id: x, source: s, published: "2024-02-01", bears: [{claim: c, stance: supports}]}
    """


def test_a_circle_collapses_to_its_inputs_from_outside() -> None:
    assert roots(CIRCLE, "a") == ["item x"]


def test_a_circle_without_inputs_has_no_origin() -> None:
    alone = CIRCLE.replace(", {from: x, how: quoted}", "")
    assert roots(alone, "a") == ["circle a"]


def test_an_edge_to_what_is_not_known_yet_keeps_its_root_unseen() -> None:
    dated = CIRCLE.replace("id: a, source: s,", 'id: a, source: s, published: "2024-01-01",').replace(
        "id: b\n      source: s", 'id: b\n      source: s\n      published: "2024-01-01"'
    )
    assert roots(dated, "b", as_of="2024-01-01") == ["unseen x"]
    assert [strand.via for strand in strands(dated, "b", as_of="2024-01-01")] == [("b",)]


def test_nothing_rests_on_a_withdrawn_item() -> None:
    withdrawn = WORK.replace("id: located\n", 'id: located\n      retracted: "2024-01-01"\n')
    assert roots(withdrawn, "reported") == []


def test_an_edge_known_later_is_not_followed_before() -> None:
    later = BRIEFED.replace("how: briefed}", 'how: briefed, known: "2024-03-01"}')
    assert roots(later, "spoke", as_of="2024-02-01") == ["item spoke"]
    assert roots(later, "spoke", as_of="2024-03-01") == ["item briefing"]


def test_a_wide_net_of_relays_stays_small() -> None:
    layers = "".join(
        f"    - {{id: n{layer}{side}, source: s, derived_from: [{{from: n{layer - 1}a, how: quoted}}, "
        f"{{from: n{layer - 1}b, how: quoted}}], bears: [{{claim: c, stance: supports}}]}}\n"
        for layer in range(1, 40)
        for side in "ab"
    )
    text = (
        "sources: [{id: s, reliability: C}]\nclaims: [{id: c, text: t}]\nevidence:\n"
        + "".join(f"    - {{id: n0{side}, source: s, bears: [{{claim: c, stance: supports}}]}}\n" for side in "ab")
        + layers
    )
    assert set(roots(text, "n39a")) == {"item n0a", "item n0b"}


def test_arrivals_turn_a_denial_round() -> None:
    seen = world(
        """
        sources: [{id: s}]
        claims: [{id: c, text: t}, {id: n, text: t, negates: c}]
        evidence: [{id: e, source: s, bears: [{claim: n, stance: supports}]}]
        """
    )
    (arrival,) = Relations(seen.case).arrivals(seen)["c"]
    assert (arrival.base, arrival.stance, arrival.written) == ("c", "refutes", "refutes")
    assert replace(arrival, stance="supports") != arrival

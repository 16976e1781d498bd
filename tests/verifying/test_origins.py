"""What makes roots one origin, and what only makes their independence suspect."""

from __future__ import annotations

import pytest

from corrob.model.rule import Independence
from corrob.verifying.origins import Origin, Ties, at_least, origins
from corrob.verifying.relations import Relations
from corrob.verifying.trace import Root, Strand, Tracer
from stories import with_items, world

MERGE = frozenset({"control", "media", "briefing", "unnamed_same"})
SUSPECT = frozenset({"funding", "intelligence", "commission", "replies"})

WORLD = """
    sources:
    - {id: state}
    - {id: mfa, controlled_by: state}
    - {id: army, controlled_by: state}
    - {id: tv, funded_by: state}
    - {id: radio, funded_by: state}
    - {id: ally, shares_intelligence_with: [state, friend]}
    - {id: friend}
    - {id: paper}
    - {id: blog}
    media:
    - {id: clip, type: video, from: paper, first_seen: "2024-01-01"}
    - {id: cut, type: video, from: tv, first_seen: "2024-01-02", copy_of: clip}
    - {id: half, type: photo, from: paper, first_seen: "2024-01-01"}
    - {id: rest, type: photo, from: friend, first_seen: "2024-01-01", copy_of: half}
    - {id: lost, type: photo}
    - {id: spare, type: photo, copy_of: lost}
    claims: [{id: c, text: t}, {id: d, text: t}]
    evidence:
    """


def weighed(
    *items: str, merge: frozenset[str] = MERGE, suspect: frozenset[str] = SUSPECT
) -> tuple[Ties, list[Strand], list[Origin]]:
    """Give what ties roots in a case of these items, its strands, and their origins."""
    bearing = (f"{item}, bears: [{{claim: c, stance: supports}}, {{claim: d, stance: supports}}]" for item in items)
    seen = world(with_items(WORLD, *bearing))
    reached = Relations(seen.case).arrivals(seen)["c"]
    tracer = Tracer(seen, merge, {(a.item.id, "c"): [a] for a in reached})
    strands = [s for a in reached for s in tracer.strands(a, "c", analysts=False)]
    ties = Ties(seen, Independence(merge, suspect))
    return ties, strands, origins(ties, strands)


def counted(
    *items: str, merge: frozenset[str] = MERGE, suspect: frozenset[str] = SUSPECT
) -> tuple[list[list[str]], int]:
    """Give the origins, each by its roots, and how many remain with suspect ties merged."""
    ties, strands, found = weighed(*items, merge=merge, suspect=suspect)
    names = {root: origin.name for origin in found for root in origin.roots}
    return [sorted(root.name for root in origin.roots) for origin in found], at_least(ties, strands, names)


def test_sources_of_one_controller_are_one_origin() -> None:
    assert counted("id: a, source: mfa", "id: b, source: army", "id: d, source: paper") == ([["a", "b"], ["d"]], 2)


def test_without_control_among_the_merged_ties_only_the_source_itself_ties() -> None:
    items = ("id: a, source: mfa", "id: b, source: army", "id: d, source: mfa")
    assert counted(*items, merge=MERGE - {"control"})[0] == [["a", "d"], ["b"]]


def test_a_joint_statement_ties_its_signers() -> None:
    items = ("id: a, source: mfa", "id: b, source: paper", "id: j, source: friend, joint_with: [mfa, paper]")
    assert counted(*items) == ([["a", "b", "j"]], 1)


def test_one_media_item_is_one_origin_and_a_later_copy_ties_nothing_else() -> None:
    items = ("id: a, source: paper, media: [clip]", "id: b, source: tv, media: [cut]", "id: d, source: tv")
    assert counted(*items)[0] == [["a", "clip"], ["d"]]


def test_two_unnamed_sources_are_never_surely_two() -> None:
    items = (
        "id: a, source: tv, derived_from: [{unnamed: an officer, how: quoted}]",
        "id: b, source: paper, derived_from: [{unnamed: a doctor, how: quoted}]",
    )
    assert counted(*items)[0] == [["unnamed: a doctor", "unnamed: an officer"]]
    found, least = counted(*items, merge=MERGE - {"unnamed_same"}, suspect=SUSPECT | {"unnamed_same"})
    assert (len(found), least) == (2, 1)


@pytest.mark.parametrize(
    ("items", "kind"),
    [
        (("id: a, source: tv", "id: b, source: radio"), "funding"),
        (("id: a, source: tv", "id: b, source: army"), "funding"),
        (("id: a, source: ally", "id: b, source: mfa"), "intelligence"),
        (("id: a, source: paper", "id: b, source: tv, derived_from: [{from: a, how: replies}]"), "replies"),
        (("id: a, source: friend", "id: b, source: tv, derived_from: [{from: a, how: commissioned}]"), "commission"),
    ],
)
def test_suspect_ties_lower_only_the_lower_count_and_only_where_the_pack_lists_them(
    items: tuple[str, ...], kind: str
) -> None:
    both = [["a"], ["b"]]
    assert counted(*items) == (both, 1)
    assert counted(*items, suspect=SUSPECT - {kind}) == (both, 2)


def test_partners_of_one_partner_are_not_tied_to_each_other_without_it() -> None:
    assert counted("id: a, source: state", "id: b, source: friend")[1] == 2
    assert counted("id: a, source: state", "id: b, source: friend", "id: d, source: ally")[1] == 1


def test_a_briefing_that_is_not_merged_is_suspect_where_the_pack_says_so() -> None:
    items = ("id: a, source: paper", "id: b, source: tv, derived_from: [{from: a, how: briefed}]")
    assert counted(*items) == ([["a"]], 1)
    assert counted(*items, merge=MERGE - {"briefing"}, suspect=SUSPECT | {"briefing"}) == ([["a"], ["b"]], 1)


def tied(*items: str, merge: frozenset[str] = MERGE, suspect: frozenset[str] = SUSPECT) -> bool:
    """Say whether suspect ties make one of the two origins that these items are."""
    found, least = counted(*items, merge=merge, suspect=suspect)
    assert len(found) == 2
    return least == 1


def test_an_origin_is_named_by_the_first_of_its_roots_and_has_the_ties_that_they_share() -> None:
    _, _, found = weighed("id: z, source: mfa", "id: b, source: army", "id: a, source: army", "id: p, source: paper")
    assert found == [
        Origin(
            "a",
            (Root("item", "z", "z"), Root("item", "b", "b"), Root("item", "a", "a")),
            (("party", "army"), ("party", "state")),
        ),
        Origin("p", (Root("item", "p", "p"),), ()),
    ]


@pytest.mark.parametrize(
    ("items", "shared"),
    [
        (
            ("id: a, source: paper, media: [clip]", "id: b, source: tv, media: [cut]"),
            (("media", "clip"), ("party", "paper")),
        ),
        (
            ("id: a, source: paper, media: [half]", "id: b, source: friend, media: [rest]"),
            (("media", "half"),),
        ),
        (
            (
                "id: a, source: tv, derived_from: [{unnamed: an officer, how: quoted}]",
                "id: b, source: paper, derived_from: [{unnamed: a doctor, how: quoted}]",
            ),
            (("unnamed_same", ""),),
        ),
    ],
)
def test_what_roots_share_is_told_by_its_kind(items: tuple[str, ...], shared: tuple[tuple[str, str], ...]) -> None:
    (one,) = weighed(*items)[2]
    assert one.ties == shared


def test_media_that_two_published_first_are_one_origin_with_each_of_the_two() -> None:
    items = ("id: a, source: paper", "id: b, source: friend", "id: d, source: tv, media: [half]")
    assert counted(*items)[0] == [["a", "b", "half"]]


@pytest.mark.parametrize(("scope", "expected"), [("", True), (", for: [c]", True), (", for: [d]", False)])
def test_a_doubtful_edge_casts_doubt_only_on_the_claims_that_it_is_for(scope: str, expected: bool) -> None:
    assert (
        tied("id: a, source: paper", f"id: b, source: tv, derived_from: [{{from: a, how: replies{scope}}}]") == expected
    )


@pytest.mark.parametrize(
    ("one", "edge"),
    [
        ("id: a, source: mfa", "{from: state, how: commissioned}"),
        ("id: a, source: friend, derived_from: [{from: paper, how: quoted}]", "{from: cut, how: replies}"),
        ("id: a, source: friend, media: [lost]", "{from: spare, how: replies}"),
        ("id: a, source: friend, derived_from: [{unnamed: x, how: quoted}]", "{unnamed: y, how: commissioned}"),
        ("id: a, source: friend, derived_from: [{unnamed: x, how: replies}]", "{unnamed: y, how: commissioned}"),
    ],
)
def test_a_doubtful_edge_ties_to_what_it_names_and_to_everybody_behind_it(one: str, edge: str) -> None:
    other = f"id: b, source: blog, derived_from: [{edge}]"
    assert tied(one, other)
    assert not tied("id: a, source: friend", other)


def test_a_doubtful_edge_ties_to_the_source_of_an_item_that_it_names() -> None:
    items = ("id: a, source: friend, derived_from: [{from: n, how: replies}]", "id: b, source: army")
    named = "id: n, source: mfa"
    assert counted(*items, named) == ([["a"], ["b", "n"]], 1)


UNNAMED_EDGES = (
    "id: a, source: friend, derived_from: [{unnamed: x, how: commissioned}]",
    "id: b, source: radio, derived_from: [{unnamed: y, how: commissioned}]",
)


@pytest.mark.parametrize(
    ("merge", "suspect", "expected"),
    [
        (MERGE, SUSPECT, True),
        (MERGE, SUSPECT - {"commission"}, False),
        (MERGE - {"unnamed_same"}, SUSPECT, False),
        (MERGE - {"unnamed_same"}, SUSPECT | {"unnamed_same"}, True),
        (MERGE - {"unnamed_same"}, SUSPECT - {"commission"} | {"unnamed_same"}, True),
    ],
)
def test_commissioners_that_are_not_named_may_be_one_where_the_pack_thinks_so(
    merge: frozenset[str], suspect: frozenset[str], expected: bool
) -> None:
    assert tied(*UNNAMED_EDGES, merge=merge, suspect=suspect) == expected


def test_an_unnamed_root_and_an_unnamed_commissioner_may_be_one() -> None:
    root = "id: a, source: friend, derived_from: [{unnamed: x, how: quoted}]"
    merge, suspect = MERGE - {"unnamed_same"}, SUSPECT | {"unnamed_same"}
    assert tied(root, UNNAMED_EDGES[1], merge=merge, suspect=suspect)
    assert not tied(root, "id: b, source: blog", merge=merge, suspect=suspect)
    assert not tied("id: a, source: friend", "id: b, source: blog", merge=merge, suspect=suspect)


def test_who_funds_and_who_controls_are_one_party_though_the_pack_merges_no_control() -> None:
    items = ("id: a, source: tv", "id: b, source: army")
    assert tied(*items, merge=MERGE - {"control"})
    assert tied("id: a, source: mfa", "id: b, source: army", merge=MERGE - {"control"}, suspect=frozenset())

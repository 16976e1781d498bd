"""What makes roots one origin, and what only makes their independence suspect."""

from __future__ import annotations

import pytest

from corrob.model.rule import Independence
from corrob.verifying.origins import Ties, at_least, origins
from corrob.verifying.relations import Relations
from corrob.verifying.trace import Tracer
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
    media:
    - {id: clip, type: video, from: paper, first_seen: "2024-01-01"}
    - {id: cut, type: video, from: tv, first_seen: "2024-01-02", copy_of: clip}
    claims: [{id: c, text: t}]
    evidence:
    """


def counted(
    *items: str, merge: frozenset[str] = MERGE, suspect: frozenset[str] = SUSPECT
) -> tuple[list[list[str]], int]:
    """Give the origins, each by its roots, and how many remain with suspect ties merged."""
    bearing = (f"{item}, bears: [{{claim: c, stance: supports}}]" for item in items)
    seen = world(with_items(WORLD, *bearing))
    reached = Relations(seen.case).arrivals(seen)["c"]
    tracer = Tracer(seen, merge, {(a.item.id, "c"): [a] for a in reached})
    strands = [s for a in reached for s in tracer.strands(a, "c", analysts=False)]
    ties = Ties(seen, Independence(merge, suspect))
    found = origins(ties, strands)
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

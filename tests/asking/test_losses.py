"""What a case can be thought without: items, media, sources and ties, each cut without harm to the rest."""

from __future__ import annotations

import pytest

from corrob.asking.losses import losses, lost
from corrob.asking.without import BEFORE_ALL
from corrob.dates import point
from corrob.model.answers import Loss
from corrob.model.case import Case, Dated
from corrob.reading.references import problems
from stories import case

TEXT = """
    sources:
    - {id: a, name: The Agency, controlled_by: [state, fund], funded_by: fund, shares_intelligence_with: [b]}
    - {id: b, controlled_by: [{value: state, known: "2024-01-01"}, {value: [fund, a], known: "2024-02-01"}]}
    - {id: state}
    - {id: fund}
    media:
    - {id: m, type: video}
    - {id: n, type: video, copy_of: m}
    - {id: o, type: video, copy_of: [{value: m, known: "2024-01-01"}, {value: n, known: "2024-02-01"}]}
    - {id: p, type: video, copy_of: [{value: m, known: "2024-01-01"}]}
    claims: [{id: c, text: t}]
    evidence:
    - {id: e1, source: a, bears: [{claim: c, stance: supports}], joint_with: [b, state]}
    - id: e2
      source: b
      bears: [{claim: c, stance: supports}]
      derived_from:
      - {from: e1, how: quoted, for: [c]}
      - {from: e1, how: replies}
      - {unnamed: an aide, how: quoted}
    """


def whole() -> Case:
    return case(TEXT)


def cut(name: str) -> Case:
    """Give the case after the loss that reads so; it must be one that a file could hold."""
    edited = lost(whole(), [named(name)], None, 0)
    assert problems(edited) == []
    return edited


def named(name: str) -> Loss:
    return next(loss for loss in losses(whole()) if loss.name == name)


def test_everything_that_can_be_lost_is_named_in_the_order_of_the_case() -> None:
    assert [loss.name for loss in losses(whole())] == [
        "e1 The Agency",
        "e2 b",
        "media m",
        "media n",
        "media o",
        "media p",
        "source a (The Agency)",
        "source b",
        "source state",
        "source fund",
        "tie e2 ← e1 (quoted for c)",
        "tie e2 ← e1 (replies)",
        "tie e2 ← unnamed: an aide (quoted)",
        "tie e1 signed with b",
        "tie e1 signed with state",
        "tie n copy of m",
        "tie o copy of m",
        "tie o copy of n",
        "tie p copy of m",
        "tie a under state",
        "tie a under fund",
        "tie b under state",
        "tie b under fund",
        "tie b under a",
        "tie a funded by fund",
        "tie a shares intelligence with b",
    ]


def test_a_tie_says_in_parts_what_it_is() -> None:
    assert named("tie e2 ← e1 (replies)") == Loss("tie", "e2", "tie e2 ← e1 (replies)", "derived_from", "e1", 1)
    assert named("tie a under fund") == Loss("tie", "a", "tie a under fund", "controlled_by", "fund")


def test_one_edge_of_several_is_cut() -> None:
    assert [edge.how for edge in cut("tie e2 ← e1 (replies)").evidence[1].derived_from] == ["quoted", "quoted"]
    two = [loss for loss in losses(whole()) if loss.field == "derived_from"][:2]
    assert [edge.unnamed for edge in lost(whole(), two, None, 0).evidence[1].derived_from] == ["an aide"]


@pytest.mark.parametrize(
    ("name", "part", "at", "field", "left"),
    [
        ("tie e1 signed with b", "evidence", 0, "joint_with", ("state",)),
        ("tie n copy of m", "media", 1, "copy_of", ""),
        ("tie o copy of n", "media", 2, "copy_of", (Dated("m", "2024-01-01"),)),
        ("tie p copy of m", "media", 3, "copy_of", ""),
        ("tie a under state", "sources", 0, "controlled_by", ("fund",)),
        (
            "tie b under state",
            "sources",
            1,
            "controlled_by",
            (Dated((), "2024-01-01"), Dated(("fund", "a"), "2024-02-01")),
        ),
        (
            "tie b under a",
            "sources",
            1,
            "controlled_by",
            (Dated(("state",), "2024-01-01"), Dated(("fund",), "2024-02-01")),
        ),
        ("tie a funded by fund", "sources", 0, "funded_by", ()),
        ("tie a shares intelligence with b", "sources", 0, "shares_intelligence_with", ()),
    ],
)
def test_a_tie_is_cut_and_the_others_of_its_field_hold(name: str, part: str, at: int, field: str, left: object) -> None:
    assert getattr(getattr(cut(name), part)[at], field) == left


def test_media_whose_tie_is_cut_are_not_lost_with_the_original() -> None:
    text = """
        sources: [{id: a}]
        media: [{id: m, type: video}, {id: n, type: video, copy_of: m}]
        claims: [{id: c, text: t}]
        evidence:
        - {id: e, source: a, bears: [{claim: c, stance: supports}], media: [n]}
        """
    medium, tie = Loss("media", "m", ""), Loss("tie", "n", "", "copy_of", "m")
    assert lost(case(text), [medium], None, 0).evidence[0].retracted == BEFORE_ALL
    assert lost(case(text), [medium, tie], None, 0).evidence[0].media == ("n",)


def test_media_are_one_as_far_as_was_known_by_the_date_and_as_near_as_the_rules_say() -> None:
    text = f"""
        sources: [{{id: a}}]
        media:
        - {{id: m, type: video, first_seen: "2024-01-01", pdq: "{0:064x}"}}
        - {{id: n, type: video, first_seen: "2024-01-09", pdq: "{7:064x}"}}
        claims: [{{id: c, text: t}}]
        evidence:
        - {{id: e, source: a, bears: [{{claim: c, stance: supports}}], media: [n]}}
        """
    medium = Loss("media", "m", "")
    left = [
        lost(case(text), [medium], point(day), near).evidence[0].media
        for day, near in (("2024-01-09", 3), ("2024-01-09", 2), ("2024-01-05", 3))
    ]
    assert left == [(), ("n",), ("n",)]

"""The answers to the needs of rules: counts, choices of strands, and what stays unknown."""

from __future__ import annotations

import pytest

from corrob.dates import DAY
from corrob.model.rule import AllOf, AnyOf, Found, Need, Not, Nothing, Origins, Selection, Some, Suspect
from stories import with_items
from verifying.little_rules import SEEN, claim, field, weighed

STORY = """
    sources:
    - {id: a, reliability: B, bloc: north}
    - {id: b, reliability: B, funded_by: a}
    - {id: d, reliability: B, bloc: south}
    - {id: e, reliability: B}
    claims: [{id: c, text: t}]
    evidence:
    """
BEARS = "bears: [{claim: c, stance: supports}]"
ITEMS = (
    f'id: e1, source: a, published: "2024-01-01", modality: video, {BEARS}',
    f'id: e2, source: b, published: "2024-01-11", modality: video, {BEARS}',
    f'id: e3, source: d, published: "2024-01-21", modality: audio, {BEARS}',
    f"id: e4, source: e, {BEARS}",
)
NOBODY = Selection("seen", (field("source", "z"),))
NORTH = Selection("seen", (field("bloc", "north"),))


def holds(need: Need) -> bool | None:
    return weighed(with_items(STORY, *ITEMS)).holds(need)


def days(number: float) -> float:
    return number * DAY


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        (Origins(SEEN, at_least=2, within=days(10)), True),
        (Origins(SEEN, at_least=2, within=days(10) - 1), False),
        (Origins(SEEN, at_least=3, within=days(20)), True),
        (Origins(SEEN, at_least=3, within=days(20) - 1), False),
        (Origins(SEEN, at_least=4, within=days(1000)), False),
        (Origins(SEEN, at_least=4), True),
    ],
)
def test_of_a_choice_within_a_span_the_dates_lie_in_it_and_what_has_no_date_does_not_count(
    need: Origins, expected: bool
) -> None:
    assert holds(need) is expected


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        (Origins(SEEN, at_least=2, different=("modality", 2)), True),
        (Origins(SEEN, at_least=3, different=("modality", 3)), False),
        (Origins(SEEN, at_least=2, different=("modality", 2), within=days(10)), True),
        (Origins(SEEN, at_least=2, different=("modality", 2), within=days(9)), False),
        (Origins(SEEN, at_least=2, different=("bloc", 2)), True),
        (Origins(SEEN, at_least=3, different=("bloc", 3)), False),
        (Origins(SEEN, at_least=5, different=("modality", 1)), False),
        (Origins(SEEN, at_least=2, at_most=4, different=("modality", 2)), True),
        (Origins(SEEN, at_least=2, at_most=3, different=("modality", 2)), False),
    ],
)
def test_of_a_choice_that_differs_only_known_values_count(need: Origins, expected: bool) -> None:
    assert holds(need) is expected


def test_a_strand_of_several_values_shows_one_of_them() -> None:
    text = with_items(
        STORY.replace(
            "claims:",
            'media: [{id: m, type: photo, from: a, first_seen: "2024-01-01"}, '
            '{id: n, type: photo, from: d, first_seen: "2024-01-01", copy_of: m}]\n    claims:',
        ),
        f"id: e1, source: e, media: [m], {BEARS}",
        f"id: e2, source: b, {BEARS}",
    )
    weighing = weighed(text)
    need = {number: Origins(SEEN, at_least=number, different=("source", number)) for number in (2, 3)}
    assert {number: weighing.holds(one) for number, one in need.items()} == {2: True, 3: False}


UNKNOWN, YES, NO = claim("place", True), claim("kind", "event"), claim("kind", "state")  # noqa: FBT003 - a value


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        (YES, True),
        (NO, False),
        (UNKNOWN, None),
        (Not(NO), True),
        (Not(YES), False),
        (Not(UNKNOWN), None),
        (AnyOf((UNKNOWN, YES)), True),
        (AnyOf((UNKNOWN, NO)), None),
        (AllOf((UNKNOWN, YES)), None),
        (AllOf((NO, YES)), False),
        (Some(SEEN), True),
        (Some(NOBODY), False),
        (Nothing(SEEN), False),
        (Nothing(NOBODY), True),
        (Suspect(SEEN), True),
        (Suspect(NORTH), False),
        (Found("denied_by"), False),
        (Origins(NORTH, at_least=1, at_most=1), True),
        (Origins(SEEN, at_most=3), False),
        (Origins(SEEN, at_least=5), False),
    ],
)
def test_a_need_holds_or_not_or_cannot_be_told(need: Need, expected: bool | None) -> None:
    assert holds(need) is expected


def test_strands_without_an_origin_count_for_no_choice() -> None:
    circle = ("from: e2, how: quoted", "from: e1, how: quoted")
    items = (
        f'id: e{n}, source: a, published: "2024-01-01", derived_from: [{{{edge}}}], {BEARS}'
        for n, edge in enumerate(circle, 1)
    )
    assert weighed(with_items(STORY, *items)).holds(Origins(SEEN, at_least=1, different=("stance", 1))) is False

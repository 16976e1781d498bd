"""The days on which something of a case became known, and what every claim was on each."""

from __future__ import annotations

import pytest

from corrob.asking.timeline import moments, timeline
from stories import case, judge

HEAD = """
    sources: [{id: a, reliability: B}, {id: b, reliability: B}]
    """
CLAIM = "claims: [{id: c, text: t}]"
BEARS = "bears: [{claim: c, stance: supports}]"


def evidence(*items: str) -> str:
    """Write items without their ids."""
    lines = "".join(f"\n    - {{id: e{n}, {item}}}" for n, item in enumerate(items, 1))
    return f"{HEAD}{CLAIM}\n    evidence:{lines}\n"


def days(text: str) -> tuple[str, ...]:
    """Give the days of a case."""
    return moments(case(text))


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (f"source: a, {BEARS}", ()),
        (f"source: a, published: '2024-01-02', {BEARS}", ("2024-01-02",)),
        (f"source: a, published: '2024-01-02T23:30:00+01:00', {BEARS}", ("2024-01-02",)),
        (f"source: a, published: '2024-01-02T23:30:00-01:00', {BEARS}", ("2024-01-03",)),
        (f"source: a, published: 2024-01-02/2024-01-05, {BEARS}", ("2024-01-05",)),
        (f"source: a, published: 2024-01-02/.., {BEARS}", ()),
        (f"source: a, published: '2024-01-02', known: '2024-01-04', {BEARS}", ("2024-01-02", "2024-01-04")),
        (f"source: a, published: '2024-01-02', retracted: '2024-01-06', {BEARS}", ("2024-01-02", "2024-01-06")),
        ("source: a, bears: [{claim: c, stance: supports, known: '2024-01-07'}]", ("2024-01-07",)),
        (f"source: a, {BEARS}, derived_from: [{{from: b, how: quoted, known: '2024-01-08'}}]", ("2024-01-08",)),
        (f"source: a, {BEARS}, note: '2024-01-09'", ()),
    ],
)
def test_an_item_tells_something_on_the_day_by_whose_end_it_is_known(item: str, told: tuple[str, ...]) -> None:
    assert days(evidence(item)) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sources: [{id: a, reliability: [{value: B, known: '2024-01-02'}]}]", ("2024-01-02",)),
        ("sources: [{id: a, controlled_by: [{value: [b], known: '2024-01-03'}]}, {id: b}]", ("2024-01-03",)),
        ("media: [{id: m, type: photo, captured: [{value: '2023-01-01', known: '2024-01-04'}]}]", ("2024-01-04",)),
        ("media: [{id: m, type: photo, first_seen: '2024-01-05', earliest_known: '2023-01-01'}]", ("2024-01-05",)),
        ("media: [{id: m, type: photo, first_seen: 2024-01-05/2024-01-09}]", ("2024-01-05",)),
        ("media: [{id: m, type: photo, first_seen: ../2024-01-09}]", ()),
    ],
)
def test_what_is_learnt_of_a_source_or_of_media_has_its_day(line: str, told: tuple[str, ...]) -> None:
    assert days(f"\n    {line}\n    {CLAIM}\n") == told


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("when: '2024-01-02'", ()),
        ("superseded_by: {claim: d, from: '2024-01-03'}", ("2024-01-03",)),
        ("kind: prediction, resolves_on: d, window: 2024-01-05/2024-01-10", ("2024-01-05", "2024-01-11")),
        ("kind: prediction, resolves_on: d, window: ../2024-01-10", ("2024-01-11",)),
        ("kind: prediction, resolves_on: d, window: 2024-01-05/..", ("2024-01-05",)),
        ("kind: prediction, resolves_on: d, window: 2024-01-05/2024-01-10T12:00:00Z", ("2024-01-05", "2024-01-10")),
    ],
)
def test_a_window_begins_and_has_passed_and_a_claim_is_overtaken(field: str, told: tuple[str, ...]) -> None:
    assert days(f"\n    claims: [{{id: c, text: t, {field}}}, {{id: d, text: t}}]\n") == told


def test_each_day_is_given_once_and_in_order() -> None:
    first, second = f"published: '2024-01-02', {BEARS}", f"published: '2024-01-01', {BEARS}"
    assert days(evidence(f"source: a, {first}", f"source: b, {second}", f"source: b, {first}")) == (
        "2024-01-01",
        "2024-01-02",
    )


def statuses(text: str) -> list[tuple[str, str]]:
    """Give the days with the status of the first claim."""
    return [(day, results[0].status) for day, results in timeline(case(text), judge())]


def test_every_day_has_the_results_as_of_its_end() -> None:
    items = [f"source: {source}, published: '2024-01-0{n}', {BEARS}" for n, source in ((2, "a"), (4, "b"))]
    assert statuses(evidence(*items)) == [("2024-01-02", "attributed"), ("2024-01-04", "corroborated")]
    assert [one.as_of for _, results in timeline(case(evidence(*items)), judge()) for one in results] == [
        "2024-01-02",
        "2024-01-04",
    ]


def test_media_that_are_seen_later_may_show_two_of_before_to_be_one() -> None:
    rows = (("m1", "a", "2024-01-01", "0" * 64), ("m2", "b", "2024-01-01", "f" * 10 + "0" * 54))
    between = ("m3", "b", "2024-01-05", "f" * 5 + "0" * 59)
    media = "".join(
        f"\n    - {{id: {name}, type: photo, from: {source}, first_seen: '{day}', pdq: '{bits}'}}"
        for name, source, day, bits in (*rows, between)
    )
    items = [f"source: {source}, published: '{day}', media: [{name}], {BEARS}" for name, source, day, _ in rows]
    text = evidence(*items).replace(CLAIM, f"media:{media}\n    {CLAIM}")
    assert statuses(text) == [("2024-01-01", "corroborated"), ("2024-01-05", "attributed")]


@pytest.mark.parametrize(
    ("window", "told"),
    [
        ("2024-01-05/2024-01-10", [("2024-01-05", "open"), ("2024-01-11", "lapsed")]),
        ("2024-01-05/2024-01-10T12:00:00Z", [("2024-01-05", "open"), ("2024-01-10", "lapsed")]),
    ],
)
def test_a_prediction_lapses_on_the_first_day_that_ends_after_its_window(
    window: str, told: list[tuple[str, str]]
) -> None:
    claims = f"{{id: p, text: t, kind: prediction, window: {window}, resolves_on: c}}, {{id: c, text: t}}"
    assert statuses(f"\n    claims: [{claims}]\n") == told

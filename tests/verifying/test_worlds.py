"""The world as of a date: what is there, who controls whom, which media are one."""

from __future__ import annotations

import pytest

from corrob.dates import interval
from stories import world

DATED = """
    sources: [{id: s}]
    claims: [{id: c, text: t}]
    evidence:
    - {id: early, source: s, published: "2024-01-01", bears: [{claim: c, stance: supports}]}
    - {id: late, source: s, published: "2024-01-01", known: "2024-02-01", bears: [{claim: c, stance: supports}]}
    - {id: spans, source: s, published: 2024-01-01/2024-03-01, bears: [{claim: c, stance: supports}]}
    - {id: never, source: s, bears: [{claim: c, stance: supports}]}
    - {id: back, source: s, published: "2024-01-01", retracted: "2024-01-20", bears: [{claim: c, stance: supports}]}
    """


def test_without_a_date_everything_is_there_but_what_was_withdrawn() -> None:
    whole = world(DATED)
    assert (set(whole.items), whole.undated, whole.withdrawn) == (
        {"early", "late", "spans", "never"},
        frozenset(),
        frozenset({"back"}),
    )


def test_an_item_is_there_once_the_desk_had_it() -> None:
    assert set(world(DATED, "2024-01-15").items) == {"early", "back"}
    assert set(world(DATED, "2024-02-01").items) == {"early", "late"}


def test_an_item_without_a_date_or_one_that_spans_the_date_is_undated() -> None:
    assert world(DATED, "2024-01-15").undated == {"spans", "never"}
    assert world(DATED, "2024-03-01").undated == {"never"}


@pytest.mark.parametrize(
    ("as_of", "letter"), [("2024-01-01", None), ("2024-01-10", "B"), ("2024-02-10", "D"), (None, "D")]
)
def test_a_dated_field_has_the_value_known_last(as_of: str | None, letter: str | None) -> None:
    text = """
        sources:
        - {id: s, reliability: [{value: D, known: "2024-02-01"}, {value: B, known: "2024-01-10"}]}
        claims: [{id: c, text: t}]
        """
    assert world(text, as_of).letter("s") == letter


def test_the_letter_f_cannot_be_judged() -> None:
    assert world("sources: [{id: s, reliability: F}]\nclaims: [{id: c, text: t}]").letter("s") is None


CONTROL = """
    sources:
    - {id: state, bloc: north}
    - {id: ministry, controlled_by: state}
    - {id: agency, controlled_by: [ministry, fund]}
    - {id: fund, bloc: south}
    - {id: paper, bloc: east, controlled_by: fund}
    - {id: channel, controlled_by: [{value: state, known: "2024-02-01"}]}
    - {id: label, bloc: west, bloc_contested: true, bloc_basis: said by some}
    claims: [{id: c, text: t}]
    """


def test_control_is_transitive() -> None:
    assert world(CONTROL).closure("agency") == {"agency", "ministry", "fund", "state"}


def test_control_counts_since_it_is_known() -> None:
    assert world(CONTROL, "2024-01-01").closure("channel") == {"channel"}
    assert world(CONTROL, "2024-02-01").closure("channel") == {"channel", "state"}


@pytest.mark.parametrize(
    ("source", "blocs"), [("paper", {"east"}), ("agency", {"south"}), ("ministry", {"north"}), ("label", set())]
)
def test_the_bloc_is_its_own_or_that_of_the_nearest_controller(source: str, blocs: set[str]) -> None:
    assert world(CONTROL).blocs(source) == blocs


def test_a_contested_label_applies_only_where_that_is_asked() -> None:
    assert world(CONTROL, contested=True).blocs("label") == {"west"}


def groups(text: str, as_of: str | None = None) -> set[tuple[str, ...]]:
    found = world(text, as_of, pdq_distance=31.0).groups.values()
    return {tuple(sorted(m.id for m in group.members)) for group in found}


ZEROS, FEW, MANY = "0" * 64, "0" * 57 + "7fffffff"[-7:], "f" * 64


def test_equal_media_are_one_in_any_chain() -> None:
    text = f"""
        sources: [{{id: s}}]
        media:
        - {{id: a, type: photo, sha256: {"ab" * 32}, pdq: {ZEROS}}}
        - {{id: b, type: photo, sha256: {"AB" * 32}}}
        - {{id: c, type: photo, copy_of: b}}
        - {{id: d, type: photo, pdq: {FEW}}}
        - {{id: e, type: photo, pdq: {MANY}}}
        claims: [{{id: x, text: t}}]
        """
    assert groups(text) == {("a", "b", "c", "d"), ("e",)}


def test_media_with_other_fingerprints_are_others() -> None:
    text = f"""
        media:
        - {{id: a, type: photo, sha256: {"ab" * 32}}}
        - {{id: b, type: photo, sha256: {"cd" * 32}}}
        - {{id: c, type: photo, sha256: {"CD" * 32}}}
        claims: [{{id: x, text: t}}]
        """
    assert groups(text) == {("a",), ("b", "c")}


def test_media_first_seen_after_the_date_join_nothing() -> None:
    text = f"""
        media:
        - {{id: a, type: photo, sha256: {"ab" * 32}, first_seen: "2024-01-01"}}
        - {{id: b, type: photo, sha256: {"ab" * 32}, first_seen: "2024-02-01"}}
        claims: [{{id: x, text: t}}]
        """
    assert groups(text, "2024-01-15") == {("a",), ("b",)}
    assert groups(text, "2024-02-01") == {("a", "b")}
    assert groups(text, "2024-01-31T23:59:59Z") == {("a",), ("b",)}
    assert groups(text, "2024-02-01T00:00:00Z") == {("a", "b")}


def test_the_publisher_is_the_earliest_one_and_on_one_day_that_of_the_lowest_letter() -> None:
    text = f"""
        sources: [{{id: good, reliability: A}}, {{id: bad, reliability: D}}, {{id: late, reliability: F}}]
        media:
        - {{id: m1, type: photo, from: good, first_seen: "2024-01-01", sha256: {"ab" * 32}}}
        - {{id: m2, type: photo, from: bad, first_seen: "2024-01-01T10:00:00Z", sha256: {"ab" * 32}}}
        - {{id: m3, type: photo, from: late, first_seen: "2024-01-02", sha256: {"ab" * 32}}}
        claims: [{{id: x, text: t}}]
        """
    assert {group.publishers for group in world(text).groups.values()} == {("bad",)}


GROUP = """
    sources: [{id: lost, reliability: F}, {id: mute}, {id: bad, reliability: D}]
    media:
    - {id: m2, type: photo, copy_of: m1FIRST}
    - {id: m1, type: photoSECOND}
    claims: [{id: x, text: t}]
    """


@pytest.mark.parametrize(
    ("first", "second", "publishers"),
    [
        (", from: lost", ", from: mute", ("lost", "mute")),
        (", from: mute", ", from: bad", ("mute",)),
        (", from: lost", "", (None, "lost")),
        (", from: bad", "", (None,)),
        ("", "", (None,)),
        (', from: bad, first_seen: "2024-01-05"', ", from: mute", ("bad",)),
        (', from: mute, first_seen: "2024-01-05"', ', from: bad, first_seen: "2024-01-04"', ("bad",)),
    ],
)
def test_an_unknown_letter_is_lowest_and_those_that_are_equal_all_published(
    first: str, second: str, publishers: tuple[str | None, ...]
) -> None:
    found = world(GROUP.replace("FIRST", first).replace("SECOND", second)).groups
    assert (found["m1"].publishers, found["m1"]) == (publishers, found["m2"])


@pytest.mark.parametrize(
    ("first", "second", "name", "date"),
    [
        ("", "", "m1", None),
        (', first_seen: "2024-01-05"', "", "m2", "2024-01-05"),
        (', first_seen: "2024-01-05"', ', first_seen: "2024-01-06"', "m2", "2024-01-05"),
        (', first_seen: "2024-01-05"', ', first_seen: "2024-01-05"', "m1", "2024-01-05"),
        (", first_seen: ../2024-01-07", ', first_seen: "2024-01-06"', "m1", "2024-01-06"),
        (", first_seen: ../2024-01-05", ', first_seen: "2024-01-06"', "m2", "../2024-01-05"),
        (", first_seen: 2024-01-05/2024-01-09", ', first_seen: "2024-01-05"', "m1", "2024-01-05"),
    ],
)
def test_a_group_has_the_date_and_the_name_of_the_member_whose_date_begins_first(
    first: str, second: str, name: str, date: str | None
) -> None:
    group = world(GROUP.replace("FIRST", first).replace("SECOND", second)).groups["m1"]
    assert (group.id, group.date) == (name, interval(date) if date else None)


def test_a_source_that_nobody_knows_has_no_bloc() -> None:
    assert world(CONTROL).blocs(None) == frozenset()

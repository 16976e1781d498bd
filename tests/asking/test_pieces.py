"""Pieces: every field that a piece is asked for is there, or the claim has no room for it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from corrob.asking.distinct import exhibits
from corrob.asking.pieces import BOTH_WAYS, DAY, TIED, UNKNOWABLE, WRITERS, piece
from corrob.dates import interval
from corrob.examining.settings import settings
from corrob.model.case import Case, Claim
from corrob.model.fields import STRAND_FIELDS
from corrob.reading.references import problems
from corrob.vocabulary import ANALYST, SERVED, UNJUDGED
from stories import book, judge

SCALES = judge("core", "direct").scales
CLAIM = next(settings(book())).claim
BARE = Claim(id="c", text="A claim without anything")
FIELDS = [name for name in WRITERS if name in STRAND_FIELDS]


def worth(name: str) -> list[Any]:
    known = STRAND_FIELDS[name]
    if known.type == "flag":
        return [True, False, None]
    if known.type == "number":
        return [10.0, -3.5, None]
    if known.type == "date":
        return [interval("2023-05-06"), None]
    return [*(word for word in known.words or ("somebody",) if word != UNJUDGED), None]


def alone(wanted: dict[str, Any], claim: Claim = CLAIM) -> Case | None:
    made = piece(wanted, claim, "e")
    return None if made is None else made.added_to(Case(corrob=1, case="e", claims=(claim,)))


def shown(wanted: dict[str, Any], name: str, claim: Claim = CLAIM) -> Any:
    """Give what the item itself shows of a field; a list of nothing is nothing."""
    found = exhibits(SCALES, wanted, claim)
    assert found is not None
    (value,) = {one.facts[name] for one in found if one.strand.arrival.item.id == "e"}
    return value[0] if isinstance(value, tuple) and len(value) == 1 else value or (None if value == () else value)


CASES = [(name, value) for name in FIELDS for value in worth(name)]


@pytest.mark.parametrize("claim", [CLAIM, BARE], ids=["full", "bare"])
@pytest.mark.parametrize(("name", "value"), CASES)
def test_a_piece_shows_what_is_wanted_or_there_is_no_room_for_it(name: str, value: Any, claim: Claim) -> None:
    case = alone({name: value}, claim)
    if case is not None:
        assert problems(case) == []
        assert shown({name: value}, name, claim) == value


@pytest.mark.parametrize("stance", ["supports", "refutes"])
@pytest.mark.parametrize(("name", "value"), [one for one in CASES if one[0] not in {"stance", "stance_written"}])
def test_it_shows_it_whichever_side_it_takes(name: str, value: Any, stance: str) -> None:
    wanted = {"stance": stance, name: value}
    case = alone(wanted)
    if case is not None:
        assert problems(case) == []
        assert (shown(wanted, name), shown(wanted, "stance")) == (value, stance)


# what may be unknown


@pytest.mark.parametrize("name", FIELDS)
def test_what_a_piece_always_shows_cannot_be_wanted_unknown(name: str) -> None:
    assert (piece({name: None}, CLAIM, "e") is None) == (name not in UNKNOWABLE)


@pytest.mark.parametrize("name", ["recycled", "place_fits", "time_fits"])
def test_media_fit_nothing_that_the_claim_does_not_say(name: str) -> None:
    assert [piece({name: value}, BARE, "e") for value in (True, False)] == [None, None]
    assert shown({name: None}, name, BARE) is None


def test_a_number_fits_no_claim_without_one() -> None:
    assert [piece({"quantity_fits": value}, BARE, "e") for value in (True, False)] == [None, None]


def test_nobody_is_on_a_side_of_a_claim_without_sides() -> None:
    assert [piece({name: SERVED}, BARE, "e") for name in ("says", "says_written")] == [None, None]
    assert piece({"disinterested": False}, BARE, "e") is None


def test_what_takes_no_side_is_neither_served_by_it_nor_taken_back() -> None:
    assert [piece({"stance": "context", **more}, CLAIM, "e") for more in ({"says": "hurt"}, {"superseded": True})] == [
        None,
        None,
    ]


# several fields at once


@pytest.mark.parametrize("stance", ["supports", "refutes"])
@pytest.mark.parametrize("says", ["served", "hurt"])
def test_an_act_with_an_interest_shows_both(stance: str, says: str) -> None:
    wanted = {"stance": stance, "says": says, "act": "admission", "motive": "boast", "acquisition": "undisclosed"}
    assert {name: shown(wanted, name) for name in wanted} == wanted


def test_an_item_that_is_taken_back_keeps_its_date_however_late_it_is() -> None:
    wanted = {"superseded": True, "date": interval("2024-05-06")}
    assert {name: shown(wanted, name) for name in wanted} == wanted


def test_an_item_without_a_date_cannot_be_taken_back() -> None:
    assert piece({"superseded": True, "date": None}, CLAIM, "e") is None


def test_media_of_a_piece_are_authenticated_and_fit_at_once() -> None:
    wanted = {
        "authenticated": True, "place_fits": True, "time_fits": True, "recycled": False, "generation": "copy",
    }  # fmt: skip
    assert {name: shown(wanted, name) for name in wanted} == wanted


# more than one item


def test_a_source_that_says_both_is_one_origin_on_both_sides() -> None:
    found = exhibits(SCALES, {BOTH_WAYS: True}, CLAIM)
    assert found is not None
    assert sorted((one.facts["stance"], one.origin) for one in found) == [("refutes", "e"), ("supports", "e")]


def test_two_that_are_tied_are_two_origins_whose_independence_is_suspect() -> None:
    case = alone({TIED: True})
    assert case is not None
    supports = judge("core", "direct").judge(case).results[0].origins.supports
    assert (supports.count, supports.at_least) == (2, 1)


def test_what_takes_no_side_says_no_opposite() -> None:
    assert piece({"stance": "neutral", BOTH_WAYS: True}, CLAIM, "e") is None


# its place in a case


def test_a_piece_is_published_on_a_day_that_is_told_and_named_as_told() -> None:
    made = piece({"undercut": True, "authenticated": True}, CLAIM, "x", "2024-02-03")
    assert made is not None
    assert [item.published for item in made.evidence] == ["2024-02-03", "2024-02-03"]
    assert [source.id for source in made.sources] == ["x-source", "x-critic"]
    assert [medium.id for medium in made.media] == ["x-media"]
    assert [item.id for item in made.evidence] == ["x", "x-challenge"]
    plain = piece({}, CLAIM, "x")
    assert plain is not None
    assert [item.published for item in plain.evidence] == [DAY]


def test_pieces_of_different_names_stand_side_by_side() -> None:
    case = Case(corrob=1, case="e", claims=(CLAIM,))
    for name in ("x", "y"):
        made = piece({BOTH_WAYS: True, TIED: True, "undercut": True, "authenticated": True}, CLAIM, name)
        assert made is not None
        case = made.added_to(case)
    assert problems(case) == []
    assert len({item.id for item in case.evidence}) == len(case.evidence) == 8


def test_a_source_that_is_named_twice_is_one_source_and_one_origin() -> None:
    case = Case(corrob=1, case="e", claims=(CLAIM,))
    for name in ("x", "y"):
        made = piece({"source": "ministry"}, CLAIM, name)
        assert made is not None
        case = made.added_to(case)
    assert problems(case) == []
    assert ([source.id for source in case.sources], len(case.evidence)) == (["ministry"], 2)
    assert judge("core", "direct").judge(case).results[0].origins.supports.count == 1


def test_a_piece_says_it_where_analysts_are_counted_too() -> None:
    claim = replace(CLAIM, kind="artifact_property")
    assert book().independence.unit[claim.kind] == ANALYST
    assert shown({"adds": "geolocation"}, "adds", claim) == "geolocation"

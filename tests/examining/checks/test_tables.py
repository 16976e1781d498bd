"""Rows of tables that are never reached, change nothing, overlap or are lacking."""

from __future__ import annotations

import pytest

from corrob.examining.checks import examine
from corrob.model.finding import Examined, Finding
from examining.checks.packs import PAPERS, SOUND, codes, examined, judged, told
from rulebook.shelf import GROUND, Shelf

USE = """\
rules:
  - {id: r, finds: x, value: y, needs: [{some: {from: good, where: {close: yes}}}], PAPERS}
  - {id: s, finds: x, value: y, needs: [{some: {from: good, where: {close: no}}}], PAPERS}
"""


def table(*rows: str) -> str:
    return "tables:\n  - sets: close\n    rows:\n" + "".join(f"      - {row}\n" for row in rows)


def found(shelf: Shelf, *rows: str) -> Examined:
    return examined(shelf, USE + table(*rows))


def close(shelf: Shelf, one: Finding) -> object:
    """Give what the table says of the example's one item."""
    (exhibit,) = judged(shelf, one).outcomes["c"].weighing.exhibits
    return exhibit.facts["close"]


def test_a_row_that_an_earlier_one_always_decides_is_never_reached(shelf: Shelf) -> None:
    book = found(
        shelf,
        "{when: {first_hand: yes}, then: yes}",
        "{when: {first_hand: yes, hedged: yes}, then: no}",
        "{then: no}",
    )
    assert told(book) == [
        "more.yaml:8:9: C006 row 2 of the table 'close' is never reached [whatever it means, row 1 decides before it]"
    ]
    (one,) = book.findings
    assert (one.shown, close(shelf, one)) == ("row 2 fits, and row 1 decides", True)
    (exhibit,) = judged(shelf, one).outcomes["c"].weighing.exhibits
    assert (exhibit.facts["first_hand"], exhibit.facts["hedged"]) == (True, True)


def test_a_row_that_nothing_can_fit_is_never_reached(shelf: Shelf) -> None:
    book = found(
        shelf,
        "{when: {first_hand: yes}, then: yes}",
        "{when: {authenticated: yes, with_evidence: no}, then: yes}",
        "{then: no}",
    )
    assert told(book) == [
        "more.yaml:8:9: C006 row 2 of the table 'close' is never reached "
        "[nothing is authenticated yes, with_evidence no]"
    ]
    assert book.findings[0].example is None


def test_a_row_without_which_the_table_says_the_same_changes_nothing(shelf: Shelf) -> None:
    book = found(
        shelf,
        "{when: {first_hand: yes}, then: yes}",
        "{when: {hedged: yes}, then: no}",
        "{then: no}",
    )
    assert told(book) == [
        "more.yaml:8:9: C007 row 2 of the table 'close' changes nothing: later rows say the same [take it out]"
    ]
    (one,) = book.findings
    assert (one.shown, close(shelf, one)) == ("'close' is no with this row and without it", False)


@pytest.mark.parametrize(
    "rows",
    [
        ("{when: {first_hand: yes}, then: yes}", "{then: no}"),
        ("{when: {hedged: yes}, then: no}", "{when: {first_hand: yes}, then: yes}", "{then: no}"),
        ("{when: {reliability: {at_least: B}}, then: yes}", "{when: {reliability: {at_least: C}, hedged: no}, then: yes}", "{then: no}"),
        ("{when: {stance_written: refutes}, then: no}", "{when: {first_hand: yes}, then: yes}", "{then: no}"),
    ],
)  # fmt: skip
def test_rows_that_all_decide_something_are_silent(shelf: Shelf, rows: tuple[str, ...]) -> None:
    assert codes(found(shelf, *rows)) == []


def test_a_table_that_looks_at_what_relations_bring_is_left_alone(shelf: Shelf) -> None:
    book = found(
        shelf, "{when: {inherited: yes, hedged: yes}, then: yes}", "{when: {first_hand: yes}, then: yes}", "{then: no}"
    )
    assert codes(book) == []


def test_two_rows_that_fit_one_item_and_differ_are_worth_a_remark(shelf: Shelf) -> None:
    book = found(shelf, "{when: {hedged: yes}, then: no}", "{when: {first_hand: yes}, then: yes}", "{then: no}")
    (one,) = book.remarks
    assert str(one.diagnostic) == "ground/more.yaml:8:9: C008 rows 1 and 2 of the table 'close' overlap; row 1 decides"
    assert (one.shown, close(shelf, one)) == ("both rows fit, and 'close' is no", False)


@pytest.mark.parametrize(
    "rows",
    [
        ("{when: {hedged: yes}, then: yes}", "{when: {first_hand: yes}, then: yes}", "{then: no}"),
        ("{when: {first_hand: no, hedged: yes}, then: no}", "{when: {first_hand: yes}, then: yes}", "{then: no}"),
    ],
)
def test_rows_that_agree_or_exclude_each_other_are_worth_none(shelf: Shelf, rows: tuple[str, ...]) -> None:
    assert found(shelf, *rows).remarks == ()


def test_overlaps_in_the_tables_of_another_pack_are_its_own(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND, sound=SOUND.replace("PAPERS", PAPERS), more=(USE + table(
        "{when: {hedged: yes}, then: no}", "{when: {first_hand: yes}, then: yes}", "{then: no}")).replace("PAPERS", PAPERS))  # fmt: skip
    header = 'pack: above\nversion: "2.0.0"\nextends: [{pack: ground, version: ">=1.0 <2"}]\n'
    book, _ = examine(shelf.put("above", pack=header))
    assert book is not None
    assert book.remarks == ()


def gap(shelf: Shelf, *rows: str) -> list[str]:
    book, problems = examine(shelf.put("ground", pack=GROUND, sound=SOUND.replace("PAPERS", PAPERS), more=table(*rows)))
    assert [one.code for one in problems] == ["P014"]
    assert book is not None
    assert book.unread == 1
    return [f"{one.diagnostic} | {one.shown}" for one in book.findings]


def test_a_table_without_a_last_row_has_a_gap_and_an_item_that_falls_into_it(shelf: Shelf) -> None:
    assert gap(shelf, "{when: {first_hand: yes, hedged: no}, then: yes}", "{when: {first_hand: no}, then: no}") == [
        "ground/more.yaml:5:9: C012 no row of the table 'close' fits this [add a last row without 'when'] "
        "| nothing says what 'close' is here"
    ]


def test_a_table_whose_rows_fit_everything_has_no_gap(shelf: Shelf) -> None:
    assert gap(shelf, "{when: {first_hand: yes}, then: yes}", "{when: {first_hand: no}, then: no}") == []

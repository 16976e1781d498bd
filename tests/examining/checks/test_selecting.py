"""Sets and needs in which nothing can be, with the two tests that exclude each other."""

from __future__ import annotations

import pytest

from examining.checks.packs import codes, examined, told
from rulebook.shelf import Shelf


def need(where: str) -> str:
    return f"rules:\n  - id: r\n    finds: x\n    value: y\n    needs:\n      - none: {{from: good, where: {{{where}}}}}\n    PAPERS\n".replace(
        "    PAPERS", "    because: x\n    cites: [x]\n    tests: [{name: t, given: {claims: [{id: c}]}, expect: {}}]"
    )


def used(sets: str) -> str:
    return f"evidence_sets:\n  x: {sets}\n" + need("hedged: yes").replace("from: good", "from: x")


def test_a_need_whose_tests_exclude_each_other_is_told_where_it_stands(shelf: Shelf) -> None:
    found = examined(shelf, need("stance: refutes"))
    assert told(found) == [
        "more.yaml:6:9: C005 nothing can be in 'good (stance refutes)' "
        "[these exclude each other: stance refutes; stance supports]"
    ]
    assert found.findings[0].shown == "the nearest is not stance supports"


def test_a_set_in_which_nothing_can_be_is_told_where_it_is_declared(shelf: Shelf) -> None:
    found = examined(shelf, used("{from: good, where: {act: admission, says: served, stance: refutes}}"))
    assert told(found)[0].startswith("more.yaml:2:6: C005 nothing can be in 'x' [these exclude each other: ")
    assert "stance refutes; stance supports" in told(found)[0]


def test_tests_that_tables_make_impossible_together_are_told(shelf: Shelf) -> None:
    table = "tables:\n  - {sets: close, rows: [{when: {first_hand: yes}, then: yes}, {then: no}]}\n"
    found = examined(shelf, table + need("close: yes, first_hand: no"))
    assert [one for one in told(found) if "C005" in one] == [
        "more.yaml:8:9: C005 nothing can be in 'good (close yes, first_hand no)' "
        "[these exclude each other: close yes; first_hand no]"
    ]


@pytest.mark.parametrize(
    "where",
    [
        "says: hurt, act: admission, motive: boast", "hedged: yes, value: {above: 3}", "disinterested: no",
        "authenticated: yes, first_hand: yes, acquisition: undisclosed", "reliability: {between: [D, B]}",
        "reliability: {exists: no}", "place_fits: no", "time_fits: yes", "recycled: {exists: no}", "superseded: yes",
        "undercut: yes", "date: {before: 2001-01-01}", "date: {after: 2001-01-01}", "bloc: north", "source: ministry",
        "adds: {exists: no}", "adds: [measurement]", "generation: synthetic", "quantity_fits: no", "interest: against",
        "stance_written: supports", "says_written: served", "decisive: none", "primary_record: yes", "modality: sensor",
        "source_kind: [court, hospital]", "with_evidence: no", "bloc: {not: north}", "value: {between: [2, 3]}",
    ],
)  # fmt: skip
def test_a_selection_in_which_something_can_be_is_silent(shelf: Shelf, where: str) -> None:
    assert codes(examined(shelf, need(where))) == []
    assert codes(examined(shelf, used(f"{{from: good, where: {{{where}}}}}"))) == []

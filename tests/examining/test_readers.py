"""Who reads what a table sets: tables, sets, needs, removals and lists of values."""

from __future__ import annotations

import pytest

from corrob.examining.readers import readers
from rulebook.shelf import Shelf

TABLE = "tables: [{sets: odd, rows: [{when: {hedged: yes}, then: yes}, {then: no}]}]\n"


@pytest.mark.parametrize(
    "reading",
    [
        "tables: [{sets: more, rows: [{when: {odd: yes}, then: yes}, {then: no}]}]",
        "evidence_sets: {ones: {from: good, where: {odd: yes}}}",
        "rules: [{id: r, gives: sure, needs: [{any_of: [{some: {from: good, where: {odd: yes}}}]}]}]",
        "rules: [{id: r, gives: sure, needs: [{origins: {at_least: 2, from: good, different: {odd: 2}}}]}]",
        "rules: [{id: r, removes: {odd: yes}}]",
        "rules: [{id: r, finds: note, listing: odd, needs: [{some: good}]}]",
    ],
)
def test_every_way_to_read_an_attribute_is_seen(shelf: Shelf, reading: str) -> None:
    book, problems = shelf.above(reading, TABLE)
    assert book is not None, problems
    assert readers(book, book.tables[0]) == {"above"}


def test_what_nobody_reads_has_no_readers(shelf: Shelf) -> None:
    book = shelf.load(TABLE)
    assert readers(book, book.tables[0]) == set()

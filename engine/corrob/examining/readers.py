"""A rulebook goes in; which packs read what its tables set comes out."""

from __future__ import annotations

from collections.abc import Iterator

from corrob.examining.places import leaves
from corrob.model.rule import (
    FieldTest,
    Finds,
    Leaf,
    Nothing,
    Origins,
    Removes,
    Rulebook,
    Selection,
    Some,
    Suspect,
    Table,
)  # fmt: skip


def readers(book: Rulebook, table: Table) -> set[str]:
    """Give the packs that read what a table sets."""
    return {pack for pack, name in _read(book) if name == table.sets}


def _read(book: Rulebook) -> Iterator[tuple[str, str]]:
    """Give every attribute that is tested, listed or counted, with the pack that does so."""
    tests = [(table.pack, row.when) for table in book.tables for row in table.rows]
    tests += [(one.pack, one.where) for one in book.sets]
    tests += [(rule.pack, rule.effect.where) for rule in book.rules if isinstance(rule.effect, Removes)]
    tests += [(pack, where) for pack, where in _selections(book)]
    yield from ((pack, test.field) for pack, where in tests for test in where)
    yield from ((rule.pack, rule.effect.listing) for rule in book.rules if isinstance(rule.effect, Finds))


def _selections(book: Rulebook) -> Iterator[tuple[str, tuple[FieldTest, ...]]]:
    for clause in (clause for rule in book.rules for clause in rule.needs):
        for _, leaf in leaves(clause.need):
            chosen = selection_of(leaf)
            shown = (FieldTest(leaf.different[0], ()),) if isinstance(leaf, Origins) and leaf.different else ()
            yield clause.pack, (*shown, *(chosen.where if chosen else ()))


def selection_of(leaf: Leaf) -> Selection | None:
    """Give what a need selects, if anything."""
    return leaf.selection if isinstance(leaf, Origins | Some | Nothing | Suspect) else None

"""A rulebook goes in; what its packs change of what others say comes out, each change with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from corrob.asking import prose
from corrob.asking.entries import row_in_words
from corrob.model.handbook import Block, Grid
from corrob.model.provenance import By, Provenance
from corrob.model.rule import Rulebook

Row = tuple[str, ...]


def changes(book: Rulebook, told: Provenance) -> tuple[Block, ...]:
    """Give a table of all changes; nothing where there is none."""
    rows = (*_settings(told), *_rules(book, told), *_sets(told), *_tables(book, told))
    return (Grid(("what", "change", "by", "reason"), rows),) if rows else ()


def _row(what: str, change: str, by: By) -> Row:
    return (what, change, by.pack, by.reason)


def _settings(told: Provenance) -> Iterator[Row]:
    for one in told.settings:
        before = [one.declared, *(value for value, _ in one.changed)]
        for former, (value, by) in zip(before, one.changed, strict=False):
            yield _row(f"`${one.name}`", f"{value} in place of {former}", by)


def _rules(book: Rulebook, told: Provenance) -> Iterator[Row]:
    yield from (
        _row(f"{out.rule}{f': {out.title}' if out.title else ''}", "The rule is taken out.", out.by)
        for out in told.disabled
    )
    for rule in book.rules:
        added = (clause for clause in rule.needs if clause.pack != rule.pack)
        for clause in added:
            asked = f"It is needed too that {prose.need(clause.need)}."
            yield _row(f"`{rule.id}`", asked, By(clause.pack, clause.span, clause.reason))


def _sets(told: Provenance) -> Iterator[Row]:
    for name, narrowed in told.narrowed.items():
        for one in narrowed:
            fields = prose.listed([f"`{field}`" for field in one.fields], "and")
            yield _row(f"`{name}`", f"It is narrowed by {fields}.", one.by)


def _tables(book: Rulebook, told: Provenance) -> Iterator[Row]:
    for table in book.tables:
        for row, by in zip(table.rows, told.rows[table.sets], strict=True):
            if by.reason:
                yield _row(f"`{table.sets}`", f"A row comes first: {row_in_words(row)}.", by)

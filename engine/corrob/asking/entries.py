"""A rulebook goes in; an entry comes out for each of its parameters, tables, evidence sets and statuses, by name."""

from __future__ import annotations

from collections.abc import Iterable

from corrob.asking import prose, uses
from corrob.model.explanation import Entry
from corrob.model.provenance import By, Narrowing, Provenance, Setting
from corrob.model.rule import EvidenceSet, FieldTest, Row, Rulebook, Table
from corrob.verifying.wording import text


def entries(book: Rulebook) -> tuple[Entry, ...]:
    """Give every entry of a rulebook that was loaded with its provenance."""
    told = book.provenance
    assert told is not None, "a rulebook that is shown was loaded, not remembered"
    return (
        *(_setting(one) for one in told.settings),
        *(_table(one, book, told.rows[one.sets]) for one in book.tables),
        *(_set(one, book, told) for one in book.sets),
        *(_status(one, book, told) for one in book.statuses.all),
    )


def named(by: By) -> str:
    """Say who says something, and where."""
    reason = f": {by.reason}" if by.reason else ""
    return f"{by.pack} ({by.span}){reason}"


def _setting(one: Setting) -> Entry:
    lines = [("value", one.value)]
    if one.between:
        lines.append(("range", " to ".join(one.between)))
    lines.append(("declared", f"{one.declared}, by {named(one.by)}"))
    lines += [("changed", f"to {value}, by {named(by)}") for value, by in one.changed]
    return Entry(one.name, "parameter", one.title, tuple(lines))


def _table(one: Table, book: Rulebook, rows: tuple[By, ...]) -> Entry:
    told = zip(one.rows, rows, strict=True)
    lines = [("row", f"{row_in_words(row)} [{named(by)}]") for row, by in told]
    used = _used(uses.of_attribute(book, one.sets))
    return Entry(one.sets, "table", one.title, (*lines, *used, ("stands in", str(one.span))))


def row_in_words(row: Row) -> str:
    """Say a row of a table."""
    return f"`{text(row.then)}` for {f'a strand {prose.where(row.when)}' if row.when else 'all others'}"


def _set(one: EvidenceSet, book: Rulebook, told: Provenance) -> Entry:
    by = By(one.pack, one.span)
    lines = [("holds", f"{strands(one, one.where)} [{named(by)}]")]
    lines += [("narrowed", f"{_fields(narrowing)}, by {named(narrowing.by)}") for narrowing in _narrowed(one, told)]
    return Entry(one.name, "set", told.titles.get(one.name, ""), (*lines, *_used(uses.of_set(book, one.name))))


def strands(one: EvidenceSet, where: Iterable[FieldTest]) -> str:
    """Say what a set holds."""
    return f"the strands of `{one.source}` {prose.where(where)}".rstrip()


def _narrowed(one: EvidenceSet, told: Provenance) -> tuple[Narrowing, ...]:
    return told.narrowed.get(one.name, ())


def _fields(narrowing: Narrowing) -> str:
    return prose.listed([f"`{name}`" for name in narrowing.fields], "and")


def _used(found: uses.Uses) -> list[tuple[str, str]]:
    told = [(f"used by {kind}s", _names(names)) for kind, names in found.items() if names]
    return told or [("used by", "nothing")]


def _status(status: str, book: Rulebook, told: Provenance) -> Entry:
    statuses = book.statuses
    words = {name: said for name, said in statuses.words.get(status, {}).items() if name != "meaning"}
    lines = [("stands", _place(status, book))]
    lines.append(("denial", f"a claim that negates such a one is `{statuses.dual.get(status, status)}`"))
    if words:
        lines.append(("elsewhere", "; ".join(f"{name}: {said}" for name, said in words.items())))
    giving, asking = uses.of_status(book, status)
    lines.append(("given by", _names(giving) or _given(status, book)))
    lines += [("asked for by", _names(asking))] if asking else []
    lines += [("stands in", str(told.statuses.span))] if told.statuses else []
    return Entry(status, "status", statuses.words.get(status, {}).get("meaning", ""), tuple(lines))


def _names(ids: Iterable[str]) -> str:
    return ", ".join(f"`{one}`" for one in ids)


def _given(status: str, book: Rulebook) -> str:
    """Say how a status comes about that no rule gives."""
    statuses = book.statuses
    told = {statuses.default: "no rule: it stands where none fires", statuses.conflict: "no rule: by a conflict alone"}
    return told.get(status, "no rule")


def _place(status: str, book: Rulebook) -> str:
    """Say where a status stands in its order, and on which scale."""
    order = next(line for line in book.statuses.order if status in line)
    at = order.index(status)
    below = f"above `{order[at - 1]}`" if at else "lowest"
    above = f"below `{order[at + 1]}`" if at + 1 < len(order) else "highest"
    scale = {"for": "in favour of the claim", "against": "against the claim", "conflict": "where scales conflict"}
    return ", ".join(filter(None, (below, above, scale.get(book.statuses.tone(status), ""))))

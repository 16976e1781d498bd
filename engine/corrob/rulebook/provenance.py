"""Packs and what they declare go in; where each part of the rulebook comes from comes out."""

from __future__ import annotations

from collections.abc import Iterable

from corrob.model import provenance as told
from corrob.model.node import Node, Scalar
from corrob.model.pack import PackDocument
from corrob.rulebook.extend import Layers, RuleEntry, SetEntry, TableEntry
from corrob.rulebook.packs import Pack
from corrob.rulebook.places import Spot


def provenance(packs: Iterable[Pack], layers: Layers) -> told.Provenance:
    """Tell where everything comes from that the packs declare."""
    invariants = {name: one.value.title for name, one in layers.invariants.items()}
    sets = {name: one.set.value.title for name, one in layers.sets.items()}
    return told.Provenance(
        headers={pack.id.name: _header(pack.header.value) for pack in packs},
        settings=tuple(_setting(name, layers) for name in layers.parameters),
        statuses=_by(layers.statuses.at) if layers.statuses else None,
        rows={name: _rows(entry) for name, entry in layers.tables.items()},
        narrowed={name: narrowed for name, entry in layers.sets.items() if (narrowed := _narrowed(entry))},
        disabled=tuple(out for name, entry in layers.rules.items() for out in _disabled(name, entry)),
        titles={name: title for name, title in (sets | invariants).items() if title},
    )


def _header(document: PackDocument) -> told.Header:
    return told.Header(document.title, document.owner, document.about)


def _by(at: Spot, reason: str = "") -> told.By:
    return told.By(at.pack, at.span, reason)


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _setting(name: str, layers: Layers) -> told.Setting:
    declared = layers.parameters[name]
    changes = (one for one in layers.set_to if one.value.parameter == name)
    return told.Setting(
        name=name,
        declared=_text(declared.value.value),
        between=tuple(map(_text, declared.value.between)),
        title=declared.value.title,
        by=_by(declared.at),
        changed=tuple((_text(one.value.value), _by(one.at, one.reason)) for one in changes),
    )


def _rows(entry: TableEntry) -> tuple[told.By, ...]:
    own = tuple(_by(at) for _, at in entry.table.at.each("rows", entry.table.value.rows))
    return (*(_by(row.at, row.reason) for row in entry.before), *own)


def _narrowed(entry: SetEntry) -> tuple[told.Narrowing, ...]:
    return tuple(told.Narrowing(tuple(one.value.where or {}), _by(one.at, one.reason)) for one in entry.narrowed)


def _disabled(name: str, entry: RuleEntry) -> Iterable[told.Disabled]:
    out = entry.disabled_by
    return [told.Disabled(name, entry.rule.value.title, _by(out.at, out.reason))] if out else []

"""Packs go in, bases first; what they declare, laid over one another with all changes, comes out as still written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from corrob import vocabulary as words
from corrob.diagnostics import Span, did_you_mean
from corrob.model import pack as said
from corrob.model.case import listed
from corrob.model.node import Node
from corrob.rulebook.packs import Pack
from corrob.rulebook.places import Problems, Written

T = TypeVar("T")


@dataclass(slots=True)
class RuleEntry:
    """A rule with its file, whose `applies_to` holds for it too, and with the needs that other packs add."""

    rule: Written[said.Rule]
    file: Written[said.PackDocument]
    added: list[Written[said.Need]] = field(default_factory=list)
    disabled_by: Written[said.Change] | None = None

    @property
    def disabled(self) -> bool:
        """Whether a change takes the rule out."""
        return self.disabled_by is not None


@dataclass(slots=True)
class TableEntry:
    """A table with the rows that other packs put before its own, the last pack's first."""

    table: Written[said.Table]
    before: list[Written[said.Row]] = field(default_factory=list)


@dataclass(slots=True)
class SetEntry:
    """An evidence set with the changes that narrow it."""

    set: Written[said.EvidenceSet]
    narrowed: list[Written[said.Change]] = field(default_factory=list)


@dataclass(slots=True)
class Layers:
    """All that the packs declare. `names` maps every id and former id of a rule to its id."""

    problems: Problems
    parameters: dict[str, Written[said.Parameter]] = field(default_factory=dict)
    set_to: list[Written[said.Change]] = field(default_factory=list)
    statuses: Written[said.Statuses] | None = None
    independence: said.Independence | None = None
    counted: Written[said.Counted] | None = None
    tables: dict[str, TableEntry] = field(default_factory=dict)
    sets: dict[str, SetEntry] = field(default_factory=dict)
    rules: dict[str, RuleEntry] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    invariants: dict[str, Written[said.Invariant]] = field(default_factory=dict)
    tests: list[tuple[str, Node]] = field(default_factory=list)

    def declare(self, known: dict[str, T], name: str, new: T, what: str, span: Span) -> None:
        """Add something under a name, or report that the name is taken."""
        if name in known:
            self.problems.add(span, "P007", f"there is already a {what} '{name}'", "names hold for all packs together")
        else:
            known[name] = new


def lay(packs: Iterable[Pack], problems: Problems) -> Layers:
    """Lay packs over one another."""
    layers = Layers(problems)
    for pack in packs:
        _declare_once(layers, pack)
        for file in pack.files:
            _declare(layers, file)
        for file in pack.files:
            for change, at in file.at.each("change", file.value.change):
                _change(layers, Written(change, at, change.reason))
    return layers


def _declare_once(layers: Layers, pack: Pack) -> None:
    """Take what stands once in a pack, in whichever file, and takes the place of what the bases say."""
    for key in ("statuses", "independence", "counted"):
        holders = [file for file in pack.files if getattr(file.value, key) is not None]
        for file in holders[1:]:
            layers.problems.add(file.at.key(key), "P007", f"the pack says '{key}' twice")
        for file in holders[:1]:
            _SINGLE[key](layers, Written(getattr(file.value, key), file.at / key))


def _set_statuses(layers: Layers, statuses: Written[said.Statuses]) -> None:
    layers.statuses = statuses


def _set_counted(layers: Layers, counted: Written[said.Counted]) -> None:
    layers.counted = counted


def _set_independence(layers: Layers, written: Written[said.Independence]) -> None:
    given = {key: getattr(written.value, key) for key in ("merge", "suspect", "unit")}
    changed = {key: value for key, value in given.items() if value is not None}
    layers.independence = replace(layers.independence or said.Independence(), **changed)
    for kind in written.value.unit or {}:
        if kind not in words.CLAIM_KINDS:
            span = (written.at / "unit").key(kind)
            hint = did_you_mean(kind, words.CLAIM_KINDS)
            layers.problems.add(span, "P005", f"there is no kind of claim '{kind}'", hint)


_SINGLE: Final[dict[str, Callable[[Layers, Written[Any]], None]]] = {
    "statuses": _set_statuses,
    "independence": _set_independence,
    "counted": _set_counted,
}


def _declare(layers: Layers, file: Written[said.PackDocument]) -> None:
    """Take the named things of one file."""
    document, at = file.value, file.at
    for name, parameter in document.parameters.items():
        spot = at / "parameters"
        layers.declare(layers.parameters, name, Written(parameter, spot / name), "parameter", spot.key(name))
    for name, one in document.evidence_sets.items():
        spot = at / "evidence_sets"
        layers.declare(layers.sets, name, SetEntry(Written(one, spot / name)), "set", spot.key(name))
    for table, spot in at.each("tables", document.tables):
        layers.declare(layers.tables, table.sets, TableEntry(Written(table, spot)), "table", (spot / "sets").span)
        layers.tests += [(spot.pack, below.node) for _, below in spot.each("tests", table.tests)]
    for rule, spot in at.each("rules", document.rules):
        _declare_rule(layers, RuleEntry(Written(rule, spot), file))
    for invariant, spot in at.each("invariants", document.invariants):
        name = f"{at.pack}/{invariant.id}"
        layers.declare(layers.invariants, name, Written(invariant, spot), "invariant", (spot / "id").span)
    layers.tests += [(at.pack, below.node) for _, below in at.each("tests", document.tests)]


def _declare_rule(layers: Layers, entry: RuleEntry) -> None:
    rule, at = entry.rule.value, entry.rule.at
    name = f"{at.pack}/{rule.id}"
    layers.declare(layers.names, name, name, "rule", (at / "id").span)
    layers.rules.setdefault(name, entry)
    for former in listed(rule.renamed_from):
        layers.declare(layers.names, f"{at.pack}/{former}", name, "rule", at.word("renamed_from", former))


def _change(layers: Layers, change: Written[said.Change]) -> None:
    """Put one change into what is declared so far."""
    targets = [key for key in change.at.keys if key in _CHANGES]
    if len(targets) != 1:
        kinds = ", ".join(_CHANGES)
        hint = "split it up" if targets else "name what is changed"
        layers.problems.add(change.at.span, "P009", f"a change names exactly one of {kinds}", hint)
    elif getattr(change.value, targets[0]) is not None:
        _refuse_strangers(layers, targets[0], change)
        _CHANGES[targets[0]](layers, change)


def _refuse_strangers(layers: Layers, target: str, change: Written[said.Change]) -> None:
    """Report keys that do nothing beside the thing that is changed."""
    for key in change.at.keys:
        if key not in {target, "reason", *_BELONGS[target]}:
            message = f"'{key}' does not go together with '{target}'"
            layers.problems.add(change.at.key(key), "F011", message, f"it takes {' or '.join(_BELONGS[target])}")


def _absent(layers: Layers, key: str, change: Written[said.Change], known: Iterable[str]) -> None:
    name = getattr(change.value, key)
    span = (change.at / key).span
    layers.problems.add(span, "P008", f"there is no {key} '{name}' to change", did_you_mean(name, known))


def _idle(layers: Layers, change: Written[said.Change], message: str) -> None:
    layers.problems.add(change.at.span, "P008", f"the change changes nothing: {message}")


def _change_parameter(layers: Layers, change: Written[said.Change]) -> None:
    layers.set_to.append(change)


def _change_rule(layers: Layers, change: Written[said.Change]) -> None:
    wanted, pack = change.value.rule or "", change.at.pack
    entry = layers.rules.get(layers.names.get(wanted if "/" in wanted else f"{pack}/{wanted}", ""))
    added = change.value.add or ()
    if entry is None:
        _absent(layers, "rule", change, layers.names)
    elif {"add", "disable"} <= set(change.at.keys):
        layers.problems.add(change.at.span, "F011", "a rule is either disabled or given further needs", "split it up")
    elif entry.disabled:
        _idle(layers, change, f"the rule '{wanted}' is disabled")
    elif not added and not change.value.disable:
        _idle(layers, change, "it neither adds needs nor disables the rule")
    else:
        entry.disabled_by = change if change.value.disable else None
        entry.added += [Written(need, at, change.reason) for need, at in change.at.each("add", added)]


def _change_set(layers: Layers, change: Written[said.Change]) -> None:
    entry = layers.sets.get(change.value.set or "")
    if entry is None:
        _absent(layers, "set", change, layers.sets)
    elif not change.value.where:
        _idle(layers, change, "it has no tests in 'where'")
    else:
        entry.narrowed.append(change)


def _change_table(layers: Layers, change: Written[said.Change]) -> None:
    entry = layers.tables.get(change.value.table or "")
    if entry is None:
        _absent(layers, "table", change, layers.tables)
    elif not change.value.rows:
        _idle(layers, change, "it has no 'rows'")
    else:
        entry.before[:0] = [Written(row, at, change.reason) for row, at in change.at.each("rows", change.value.rows)]


_CHANGES: Final[dict[str, Callable[[Layers, Written[said.Change]], None]]] = {
    "parameter": _change_parameter,
    "rule": _change_rule,
    "set": _change_set,
    "table": _change_table,
}
_BELONGS: Final = {"parameter": ("value",), "rule": ("add", "disable"), "set": ("where",), "table": ("rows",)}
"""What a change says of each kind of thing."""

"""Packs laid over one another go in; a rulebook comes out, or all that keeps it from being one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import Final

from msgspec import structs

from corrob.diagnostics import Span
from corrob.model import pack as said
from corrob.model.case import listed
from corrob.model.fields import STRAND_FIELDS, Field
from corrob.model.node import Scalar
from corrob.model.rule import Clause, EvidenceSet, Independence, Invariant, PackId, Row, Rulebook, Statuses, Table
from corrob.reading.forms import BOOLEANS
from corrob.rulebook import parameters, strata
from corrob.rulebook.conditions import FLAG_WORDS, strand_tests
from corrob.rulebook.extend import Layers, SetEntry, TableEntry
from corrob.rulebook.needs import read_need
from corrob.rulebook.places import Written
from corrob.rulebook.rules import check_id, read_rule
from corrob.rulebook.scope import Scope
from corrob.rulebook.statuses import read_statuses

BUILT_IN: Final = ("bearings", "seen")
"""The sets that every pack has: what bears on the claim, after and before removal."""


def build(packs: tuple[PackId, ...], layers: Layers, header: Span, given: Mapping[str, Scalar]) -> Rulebook:
    """Read everything that the packs declare; `header` is the place of what should be there and is not.

    `given` are values that some parameters have instead of their own.
    """
    problems = layers.problems
    _require(layers, header)
    values = {**parameters.settle(layers.parameters, layers.set_to, problems), **given}
    statuses = read_statuses(layers.statuses, problems) if layers.statuses else Statuses("", "", (), (), ())
    scope = _scope(layers, values, statuses)
    rules = tuple(read_rule(entry, scope) for entry in layers.rules.values() if not entry.disabled)
    kept = {rule.id for rule in rules}
    rules = tuple(structs.replace(rule, beats=tuple(name for name in rule.beats if name in kept)) for rule in rules)
    _refuse_codes(layers)
    strata.check_beats(rules, problems)
    return Rulebook(
        packs=packs,
        parameters={name: parameters.final(node.text) for name, node in values.items()},
        statuses=statuses,
        independence=_independence(layers),
        tables=_tables(layers, scope),
        sets=_sets(layers, scope),
        counted=_counted(layers, scope),
        rules=rules,
        removals=strata.removals_of(rules, problems),
        stages=strata.stages_of(rules, problems),
        invariants=tuple(_invariant(written, scope) for written in layers.invariants.values()),
        tests=tuple(layers.tests),
    )


def _require(layers: Layers, header: Span) -> None:
    there = {
        "statuses": layers.statuses,
        "independence": layers.independence,
        "counted": layers.counted,
        **{f"the parameter '{name}'": layers.parameters.get(name) for name in parameters.REQUIRED},
    }
    for name, value in there.items():
        if not value:
            hint = "extend a pack that has it, such as core"
            layers.problems.add(header, "P016", f"the pack lacks {name}", hint)


def _scope(layers: Layers, values: dict[str, Scalar], statuses: Statuses) -> Scope:
    live = [entry.rule.value for entry in layers.rules.values() if not entry.disabled]
    return Scope(
        layers.problems,
        parameters=values,
        strand=STRAND_FIELDS | {name: _attribute(entry) for name, entry in layers.tables.items()},
        sets=frozenset({*layers.sets, *BUILT_IN}),
        statuses=statuses.all,
        findings=frozenset(rule.finds for rule in live if rule.finds),
        rules=layers.names,
    )


def _rows(entry: TableEntry) -> list[Written[said.Row]]:
    table = entry.table
    return [*entry.before, *(Written(row, at) for row, at in table.at.each("rows", table.value.rows))]


def _attribute(entry: TableEntry) -> Field:
    """Give the field that a table sets: a flag where all its values are yes or no, else a word."""
    thens = [row.value.then for row in _rows(entry)]
    words = tuple(dict.fromkeys(then.text for then in thens if isinstance(then, Scalar)))
    flag = all(isinstance(then, Scalar) and then.style != "quoted" and then.text in FLAG_WORDS for then in thens)
    return Field(entry.table.value.title, "flag") if flag else Field(entry.table.value.title, "word", words)


def _tables(layers: Layers, scope: Scope) -> tuple[Table, ...]:
    names = list(layers.tables)
    return tuple(
        _table(entry, replace(scope, strand=_without(scope, names[number:]), later=frozenset(names[number:])), scope)
        for number, entry in enumerate(layers.tables.values())
    )


def _without(scope: Scope, names: Iterable[str]) -> dict[str, Field]:
    without = set(names)
    return {name: field for name, field in scope.strand.items() if name not in without}


def _table(entry: TableEntry, earlier: Scope, scope: Scope) -> Table:
    """Read a table; its tests see the tables `earlier` than it, its values are those of the whole `scope`."""
    table, at, problems = entry.table.value, entry.table.at, scope.problems
    if table.sets in STRAND_FIELDS:
        problems.add((at / "sets").span, "P007", f"there is already a field '{table.sets}'", "call the attribute else")
    written = _rows(entry)
    for row in written[:-1]:
        if not row.value.when:
            problems.add(row.at.span, "P014", "only the last row of a table has no 'when'; no row after it is reached")
    if not written or written[-1].value.when:
        problems.add((written[-1].at if written else at).span, "P014", "the last row of a table has no 'when'")
    rows = tuple(_row(row, scope.strand[table.sets], earlier) for row in written)
    for number, row in enumerate(written):
        if row.reason and row.value.when and rows[number] in rows[number + 1 :]:
            problems.add(row.at.span, "P008", "the change changes nothing: the table has this row already")
    return Table(table.sets, table.title, rows, at.pack, at.span)


def _row(row: Written[said.Row], field: Field, earlier: Scope) -> Row:
    then = earlier.word(row.value.then)
    text = then.text if then else ""
    when = strand_tests(row.value.when or {}, row.at / "when", earlier)
    return Row(when, BOOLEANS[text] if field.type == "flag" and text in FLAG_WORDS else text)


def _sets(layers: Layers, scope: Scope) -> tuple[EvidenceSet, ...]:
    """Read the evidence sets, each after the set that it is taken from."""
    sets = {name: _set(name, entry, scope) for name, entry in layers.sets.items()}
    sorter = TopologicalSorter({name: {one.source} & sets.keys() for name, one in sets.items()})
    try:
        return tuple(sets[name] for name in sorter.static_order())
    except CycleError as fault:
        circle = fault.args[1]
        names = " → ".join(reversed(circle))
        span = (layers.sets[circle[0]].set.at / "from").span
        scope.problems.add(span, "P010", f"sets are taken from each other in a circle: {names}")
        return ()


def _set(name: str, entry: SetEntry, scope: Scope) -> EvidenceSet:
    one, at = entry.set.value, entry.set.at
    if name in BUILT_IN:
        scope.problems.add(at.span, "P007", f"the set '{name}' is built in")
    scope.has_set(one.from_, (at / "from").span)
    where = strand_tests(one.where, at / "where", scope)
    for change in entry.narrowed:
        further = strand_tests(change.value.where or {}, change.at / "where", scope)
        if further and set(further) <= set(where):
            scope.problems.add(change.at.span, "P008", "the change changes nothing: the set has these tests already")
        where += further
    return EvidenceSet(name, one.from_, where, at.pack, at.span)


def _counted(layers: Layers, scope: Scope) -> dict[str, str]:
    if layers.counted is None:
        return {}
    value, at = layers.counted.value, layers.counted.at
    for side, name in (("supports", value.supports), ("refutes", value.refutes)):
        scope.has_set(name, (at / side).span)
    return {"supports": value.supports, "refutes": value.refutes}


def _independence(layers: Layers) -> Independence:
    said_so = layers.independence or said.Independence()
    return Independence(frozenset(said_so.merge or ()), frozenset(said_so.suspect or ()), said_so.unit or {})


def _invariant(written: Written[said.Invariant], scope: Scope) -> Invariant:
    value, at = written.value, written.at
    check_id(value.id, at, scope)
    if not value.never:
        scope.problems.add((at / "never").span, "P009", "'never' lists no needs")
    never = at.each("never", value.never)
    statuses = listed(value.status)
    for status in statuses:
        scope.has_status(status, at.word("status", status))
    return Invariant(
        id=f"{at.pack}/{value.id}",
        never=tuple(Clause(read_need(need, spot, scope), spot.pack, spot.span) for need, spot in never),
        statuses=statuses,
        span=at.span,
    )


def _refuse_codes(layers: Layers) -> None:
    first: dict[str, str] = {}
    for name, entry in layers.rules.items():
        code = entry.rule.value.code
        if code and first.setdefault(code, name) != name:
            message = f"the code '{code}' is that of '{first[code]}' already"
            layers.problems.add((entry.rule.at / "code").span, "P007", message)

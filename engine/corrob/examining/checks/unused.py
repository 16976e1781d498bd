"""A pack goes in; what nothing in it uses, and what it leaves unexplained, comes out."""

from __future__ import annotations

from collections.abc import Iterator

from corrob.asking.kinds import every_need
from corrob.diagnostics import Span
from corrob.examining.checks.pack import Pack, told, words
from corrob.model.finding import Finding
from corrob.model.rule import FieldTest, Finds, Gives, Removes, Rule, Rulebook
from corrob.rulebook.needs import findings_of, related, selections
from corrob.rulebook.parameters import REQUIRED


def unused(pack: Pack) -> Iterator[Finding]:
    """Find sets, attributes, parameters, findings and statuses of the pack that nothing uses."""
    for find in (_unused_sets, _unused_tables, _unused_parameters, _unused_findings, _unused_statuses):
        for at, what in find(pack):
            yield told(at, "C009", f"nothing uses {what}", "use it, or take it out")


def _unused_sets(pack: Pack) -> Iterator[tuple[Span, str]]:
    book = pack.book
    used = {one.set for one in selections(every_need(book))}
    used |= {one.source for one in book.sets} | {*book.counted.values()} | pack.left_out
    own = (one for one in book.sets if pack.owns(one.pack) and one.name not in used)
    return ((one.span, f"the set '{one.name}'") for one in own)


def _unused_tables(pack: Pack) -> Iterator[tuple[Span, str]]:
    used = {test.field for tests in _every_where(pack.book) for test in tests} | pack.left_out
    own = (table for table in pack.book.tables if pack.owns(table.pack) and table.sets not in used)
    return ((table.span, f"the attribute '{table.sets}'") for table in own)


def _every_where(book: Rulebook) -> Iterator[tuple[FieldTest, ...]]:
    yield from (one.where for one in book.sets)
    yield from (row.when for table in book.tables for row in table.rows)
    yield from (rule.effect.where for rule in book.rules if isinstance(rule.effect, Removes))
    yield from (one.where for one in selections(every_need(book)))


def _unused_parameters(pack: Pack) -> Iterator[tuple[Span, str]]:
    layers = pack.layers
    files = [entry.file.at.node for entry in layers.rules.values()]
    files += [entry.table.at.node for entry in layers.tables.values()]
    files += [entry.set.at.node for entry in layers.sets.values()]
    files += [change.at.node for entry in layers.sets.values() for change in entry.narrowed]
    files += [row.at.node for table in layers.tables.values() for row in table.before]
    files += [need.at.node for entry in layers.rules.values() for need in entry.added]
    used = {text[1:] for node in files for text in words(node) if text.startswith("$")} | REQUIRED.keys()
    for name, one in layers.parameters.items():
        if pack.owns(one.at.pack) and name not in used:
            yield one.at.span, f"the parameter '{name}'"


def _unused_findings(pack: Pack) -> Iterator[tuple[Span, str]]:
    """Give findings that no rule asks for and that note nothing either."""
    book = pack.book
    asked = {name for rule in book.rules for clause in rule.needs for name in findings_of(clause.need)}
    asked |= pack.left_out
    asked |= {one.finding for one in related(clause.need for rule in book.rules for clause in rule.needs)}
    for rule in book.rules:
        effect = rule.effect
        idle = isinstance(effect, Finds) and not effect.listing and not effect.value and effect.name not in asked
        if idle and pack.owns(rule.pack):
            yield rule.span, f"what '{rule.id}' finds"


def _unused_statuses(pack: Pack) -> Iterator[tuple[Span, str]]:
    statuses, written = pack.book.statuses, pack.layers.statuses
    if written is None or not pack.owns(written.at.pack):
        return
    given = {rule.effect.status for rule in pack.book.rules if isinstance(rule.effect, Gives)}
    used = (
        given
        | pack.left_out
        | {statuses.default, statuses.conflict}
        | {statuses.dual[one] for one in given if one in statuses.dual}
    )
    for status in statuses.all:
        if status not in used:
            yield (written.at / "order").span, f"the status '{status}'"


def unexplained(pack: Pack) -> Iterator[Finding]:
    """Find rules of the pack without a reason, a citation or a test."""
    for rule in pack.book.rules:
        lacking = [what for what, there in _papers(pack, rule).items() if not there] if pack.owns(rule.pack) else []
        if lacking:
            yield told(rule.span, "C010", f"the rule '{rule.id}' has no {' and no '.join(lacking)}")


def _papers(pack: Pack, rule: Rule) -> dict[str, object]:
    return {"'because'": rule.because, "'cites'": rule.cites, "test": rule.tests or pack.book.tests}

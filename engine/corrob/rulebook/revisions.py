"""A pack of a revision goes in; its rulebook comes out, all its places told as places of that revision."""

from __future__ import annotations

from msgspec.structs import replace

from corrob.diagnostics import Diagnostic
from corrob.model.rule import Rule, Rulebook
from corrob.reading.revisions import Snapshot
from corrob.rulebook.loading import load


def load_from(snapshot: Snapshot) -> tuple[Rulebook | None, list[Diagnostic]]:
    """Load the pack that stands in a snapshot."""
    book, problems = load(str(snapshot.path))
    if book is None:
        return None, [snapshot.diagnostic(one) for one in problems]

    def told(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        return tuple(replace(one, span=snapshot.span(one.span)) for one in rules)

    stages = tuple(map(told, book.stages))
    return replace(book, rules=told(book.rules), removals=told(book.removals), stages=stages), []

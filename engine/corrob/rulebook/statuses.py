"""The vocabulary of statuses as written goes in; the statuses as they are judged with come out."""

from __future__ import annotations

from collections import Counter

from corrob.diagnostics import Span, did_you_mean
from corrob.model import pack as said
from corrob.model.node import Listing, Scalar
from corrob.model.rule import Statuses
from corrob.rulebook.places import Problems, Spot, Written


def read_statuses(written: Written[said.Statuses], problems: Problems) -> Statuses:
    """Read the statuses; every one that is named must stand in `order`, exactly once."""
    value, at = written.value, written.at
    known = Counter(status for line in value.order for status in line)
    _refuse_twice(at / "order", problems)
    for status, span in _named(value, at):
        if status not in known:
            problems.add(span, "P013", f"there is no status '{status}' in 'order'", did_you_mean(status, known))
    return Statuses(value.default, value.conflict, value.for_, value.against, value.order, value.dual, value.words)


def _refuse_twice(order: Spot, problems: Problems) -> None:
    lines = order.node.items if isinstance(order.node, Listing) else ()
    seen: set[str] = set()
    for status in (item for line in lines if isinstance(line, Listing) for item in line.items):
        if isinstance(status, Scalar) and status.text in seen:
            problems.add(status.span, "P007", f"the status '{status.text}' stands twice in 'order'")
        seen.add(getattr(status, "text", ""))


def _named(value: said.Statuses, at: Spot) -> list[tuple[str, Span]]:
    """Give every status that is named outside `order`, with its place."""
    dual, words = at / "dual", at / "words"
    return [
        (value.default, (at / "default").span),
        (value.conflict, (at / "conflict").span),
        *((status, at.word("for", status)) for status in value.for_),
        *((status, at.word("against", status)) for status in value.against),
        *((status, dual.key(status)) for status in value.dual),
        *((status, (dual / of).span) for of, status in value.dual.items()),
        *((status, words.key(status)) for status in value.words),
    ]

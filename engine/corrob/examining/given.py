"""A test goes in, the little case that it gives comes out, its defaults filled in, with all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corrob.diagnostics import Diagnostic
from corrob.examining.inline import InlineTest
from corrob.model.case import Case
from corrob.model.node import Listing, Mapping, Node, Scalar
from corrob.reading.documents import checked
from corrob.reading.references import problems

_DEFAULTS: Final = {
    "each_source": "sources",
    "each_media": "media",
    "each_claim": "claims",
    "each_evidence": "evidence",
}


def case_of(test: InlineTest) -> tuple[Case | None, list[Diagnostic]]:
    """Read a test's `given` as a case; None where it is no mapping."""
    given = test.node.get("given")
    if isinstance(given, Mapping):
        return checked(_filled(given, test), Case, problems)
    return None, [Diagnostic((given or test.node).span, "F002", "the test has no mapping `given`")]


def _filled(given: Mapping, test: InlineTest) -> Mapping:
    span = given.span
    head = {"corrob": "1", "case": "test"}
    added = [(Scalar(key, span), Scalar(text, span)) for key, text in head.items() if given.get(key) is None]
    kept = [(key, _with_defaults(key.text, value, given, test)) for key, value in given.pairs]
    return Mapping((*added, *(pair for pair in kept if pair[0].text not in _DEFAULTS)), span)


def _with_defaults(key: str, value: Node, given: Mapping, test: InlineTest) -> Node:
    defaults = next((given.get(each) for each, what in _DEFAULTS.items() if what == key), None)
    if not isinstance(value, Listing):
        return value
    pairs = defaults.pairs if isinstance(defaults, Mapping) else ()
    own = [(Scalar("text", value.span), Scalar(test.name, value.span, "quoted"))] if key == "claims" else []
    return Listing(tuple(_laid_over(_laid_over(item, pairs), own) for item in value.items), value.span)


def _laid_over(item: Node, defaults: Iterable[tuple[Scalar, Node]]) -> Node:
    if not isinstance(item, Mapping):
        return item
    return Mapping((*item.pairs, *(pair for pair in defaults if item.get(pair[0].text) is None)), item.span)

"""What a test expects goes in; every name in it that nothing has comes out, with its place and a hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from msgspec import Struct

from corrob.diagnostics import Diagnostic, Span, did_you_mean
from corrob.model.case import Case, listed
from corrob.model.node import Listing, Mapping, Node, Scalar
from corrob.model.pack import Expected
from corrob.model.result import OWN_NOTES
from corrob.model.rule import Finds, Rulebook
from corrob.reading.texts import short
from corrob.vocabulary import NONE


class Names(Struct, frozen=True, eq=False):
    """A rulebook and a case, whose names a test may use."""

    book: Rulebook
    case: Case

    def findings(self) -> set[str]:
        """Give the names of what rules find."""
        return {rule.effect.name for rule in self.book.rules if isinstance(rule.effect, Finds)}

    def rules(self) -> set[str]:
        """Give the ids of the rules."""
        return {rule.id for rule in self.book.rules}

    def things(self) -> set[str]:
        """Give the ids of the items, sources and media."""
        case = self.case
        return {*(e.id for e in case.evidence), *(s.id for s in case.sources), *(m.id for m in case.media)}


class _Kind(Struct, frozen=True):
    """Names of one kind in an expectation: its key, its code, what is named, the names used, those there are."""

    key: str
    code: str
    what: str
    used: Callable[[Expected], Iterable[str]]
    known: Callable[[Names], Iterable[str]]


_KINDS: Final = (
    _Kind("status", "P013", "status", lambda e: listed(e.status), lambda n: n.book.statuses.all),
    _Kind("rule", "P006", "rule", lambda e: listed(e.rule), lambda n: {*n.rules(), NONE}),
    _Kind("findings", "P006", "rule that finds", lambda e: e.findings or (), Names.findings),
    _Kind("missing_for", "P013", "status", lambda e: e.missing_for, lambda n: n.book.statuses.all),
    _Kind("notes", "P006", "note", lambda e: e.notes, lambda n: {*n.findings(), *OWN_NOTES}),
    _Kind(
        "flips_if_removed", "R001", "item, source or media", lambda e: listed(e.flips_if_removed or ()), Names.things
    ),
)


def misnamed(expect: Node | None, said: dict[str, str | Expected], names: Names) -> Iterator[Diagnostic]:
    """Tell what is expected of nothing, and every name in it that nothing has."""
    assert isinstance(expect, Mapping), "it was decoded"
    if not said:
        yield Diagnostic(expect.span, "F009", "the test expects nothing", "name a claim and its status")
    claims = [claim.id for claim in names.case.claims]
    for key, node in expect.pairs:
        if key.text not in claims:
            yield _unknown(key.span, "R001", "claim", key.text, claims)
        yield from _in_claim(node, said[key.text], names)


def _in_claim(node: Node, said: str | Expected, names: Names) -> Iterator[Diagnostic]:
    if said == Expected():
        yield Diagnostic(node.span, "F009", "nothing is expected of the claim", "name its status")
    expected = Expected(status=said) if isinstance(said, str) else said
    for kind in _KINDS:
        known = set(kind.known(names))
        for name in kind.used(expected):
            if name not in known:
                yield _unknown(_place(node, kind.key, name), kind.code, kind.what, name, known)


def _unknown(span: Span, code: str, what: str, name: str, known: Iterable[str]) -> Diagnostic:
    return Diagnostic(span, code, f"there is no {what} '{short(name)}'", did_you_mean(name, known))


def _place(node: Node, key: str, name: str) -> Span:
    """Give the place of a name below a key that holds one name, a list of names, or a mapping of them."""
    held: Any = (node.get(key) if isinstance(node, Mapping) else node) or node
    inside = (
        held.items if isinstance(held, Listing) else [one for one, _ in held.pairs] if isinstance(held, Mapping) else ()
    )
    return next((one.span for one in inside if isinstance(one, Scalar) and one.text == name), held.span)

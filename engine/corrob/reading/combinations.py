"""A decoded case goes in; fields that do not go together come out (`F011`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corrob.model.case import Dated, Quantity
from corrob.model.node import Path
from corrob.reading.parts import Parts, Problem
from corrob.reading.texts import short
from corrob.vocabulary import NONE


def _unfit(path: Path, message: str, hint: str = "") -> Problem:
    return Problem(path, "F011", message, hint)


def quantities(parts: Parts) -> Iterator[Problem]:
    """Require the numbers that a quantity's `op` needs, and no others."""
    for n, claim in parts.each("claims"):
        if claim.quantity and claim.quantity.op:
            yield from _quantity(claim.quantity, ("claims", n, "quantity"))


_NUMBERS: Final = {"range": ("low", "high"), "~": ("value", "tolerance", "within")}
_EITHER: Final = ("tolerance", "within")


def _quantity(quantity: Quantity, path: Path) -> Iterator[Problem]:
    allowed = _NUMBERS.get(quantity.op, ("value",))
    given = {name for name in ("value", "low", "high", *_EITHER) if getattr(quantity, name) is not None}
    for name in sorted(given - set(allowed)):
        yield _unfit((*path, name), f"'{name}' does not go with op '{quantity.op}'", f"it takes {', '.join(allowed)}")
    for name in allowed:
        if name not in given and name not in _EITHER:
            yield _unfit(path, f"op '{quantity.op}' needs '{name}'")
    if quantity.op == "~" and len(given.intersection(_EITHER)) != 1:
        yield _unfit(path, "op '~' needs either 'tolerance' or 'within'", "a fraction, or an amount, either way")
    if quantity.op == "range" and given >= set(allowed) and (quantity.low or 0) > (quantity.high or 0):
        yield _unfit((*path, "low"), f"'low' ({quantity.low:g}) is more than 'high' ({quantity.high:g})")


def edges(parts: Parts) -> Iterator[Problem]:
    """Require that a provenance edge leads to one thing: a named one, or an unnamed source."""
    for n, item in parts.each("evidence"):
        for k, edge in enumerate(item.derived_from):
            if bool(edge.from_) == bool(edge.unnamed):
                yield _unfit(("evidence", n, "derived_from", k), "an edge needs either 'from' or 'unnamed'")


def blocs(parts: Parts) -> Iterator[Problem]:
    """Require that a contested label of a bloc says what it rests on."""
    for n, source in parts.each("sources"):
        if source.bloc_contested and source.bloc != NONE and not source.bloc_basis:
            yield _unfit(("sources", n, "bloc_contested"), "a contested bloc needs a 'bloc_basis'", "say why")


ONLY_OF: Final = {
    "about_sources": "speech_act",
    "acts": "speech_act",
    "about_claim": "speech_act",
    "window": "prediction",
    "resolves_on": "prediction",
}


def kinds(parts: Parts) -> Iterator[Problem]:
    """Keep the fields that are for claims of one kind to that kind."""
    for n, claim in parts.each("claims"):
        for name, kind in ONLY_OF.items():
            if claim.kind != kind and getattr(claim, name):
                message = f"'{name}' is for claims of kind '{kind}'; this one is of kind '{claim.kind}'"
                yield _unfit(("claims", n, name), message)


def groups(parts: Parts) -> Iterator[Problem]:
    """Require two claims or more in a group of claims that exclude each other."""
    for n, group in parts.each("exclusive"):
        if len(set(group)) < 2:  # noqa: PLR2004 - two is what a pair is
            yield _unfit(("exclusive", n), "claims that exclude each other are at least two")


def bearings(parts: Parts) -> Iterator[Problem]:
    """Let an item bear on a claim once."""
    for n, item in parts.each("evidence"):
        seen: set[str] = set()
        for k, bearing in enumerate(item.bears):
            if bearing.claim in seen:
                message = f"the item bears twice on the claim '{short(bearing.claim)}'"
                yield _unfit(("evidence", n, "bears", k, "claim"), message, "put both into one bearing, or two items")
            seen.update({bearing.claim} - {""})


def dated_lists(parts: Parts) -> Iterator[Problem]:
    """Require that a list of controllers is dated throughout, or not at all."""
    for n, source in parts.each("sources"):
        if isinstance(source.controlled_by, tuple) and len({isinstance(c, Dated) for c in source.controlled_by}) > 1:
            yield _unfit(("sources", n, "controlled_by"), "some of the values are dated and some are not", "date all")


_DATED: Final = {
    "sources": ("reliability", "bloc"),
    "media": ("earliest_known", "captured", "place", "copy_of", "generation", "checks"),
}


def empty_lists(parts: Parts) -> Iterator[Problem]:
    """Require that a list of dated values has one, where it takes the place of a single value."""
    for part, names in _DATED.items():
        for n, thing in parts.each(part):
            for name in names:
                if getattr(thing, name) == ():
                    path = (part, n, name)
                    yield Problem(path, "F009", "the list of dated values is empty", "leave the key out or fill it in")


CHECKS: Final = (quantities, edges, blocs, kinds, groups, bearings, dated_lists, empty_lists)
"""Every check of fields that go together, one a rule."""

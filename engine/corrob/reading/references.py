"""A decoded case goes in; the problems between its parts come out: ids, relations, fields that do not go together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from corrob.diagnostics import did_you_mean
from corrob.model.case import Case, Register, Source
from corrob.model.node import Path, written
from corrob.reading import combinations
from corrob.reading.circles import circles
from corrob.reading.parts import CLAIM, Parts, Problem, Reference, reach
from corrob.reading.texts import short


def problems(case: Case, outside: tuple[Source, ...] = ()) -> list[Problem]:
    """Check a case; `outside` are the sources of a register that it does not override."""
    parts = Parts(case, outside)
    return [problem for check in CHECKS for problem in check(parts)]


def register_problems(register: Register, outside: tuple[Source, ...] = ()) -> list[Problem]:
    """Check a register, whose sources may name each other and those of the register above it."""
    return problems(Case(corrob=1, case=register.register, claims=(), sources=register.sources), outside)


def _twice(parts: Parts) -> Iterator[Problem]:
    registered = {source.id: "in the register" for source in parts.outside}
    claims = ((("claims", n), claim.id) for n, claim in parts.each("claims"))
    yield from _repeated(((path, name) for path, name, _ in parts.named), registered)
    yield from _repeated(claims, {})


def _repeated(things: Iterator[tuple[Path, str]], first: dict[str, str]) -> Iterator[Problem]:
    for path, name in things:
        if name in first:
            yield Problem((*path, "id"), "R002", f"the id '{short(name)}' is given twice; first {first[name]}")
        elif name:
            first[name] = f"at {written(path)}"


def _dangling(parts: Parts) -> Iterator[Problem]:
    for reference in parts.references:
        if reference.names is CLAIM:
            there = reference.id in parts.claims
        else:
            there = parts.kinds.get(reference.id) in reference.names
        if not there:
            yield _unnamed(parts, reference)


def _unnamed(parts: Parts, reference: Reference) -> Problem:
    name, asked = short(reference.id), " or ".join(reference.names)
    other = parts.kinds.get(reference.id) or ("claim" if reference.id in parts.claims else "")
    if other:
        return Problem(reference.path, "R008", f"'{name}' is the id of a {other}; {asked} is asked for")
    everything = parts.kinds | dict.fromkeys(parts.claims, *CLAIM)
    known = (other for other, kind in everything.items() if kind in reference.names)
    return Problem(reference.path, "R001", f"no {asked} has the id '{name}'", did_you_mean(reference.id, known))


def _to_itself(parts: Parts) -> Iterator[Problem]:
    for path, name, _, own in parts.references:
        if name == own:
            message = f"'{short(name)}' stands in the relation '{path[2]}' to itself"
            yield Problem(path, "R005", message, "take it out")


def _controllers(parts: Parts) -> Iterator[Problem]:
    own = {source.id: n for n, source in parts.each("sources")}
    sources = (*parts.case.sources, *parts.outside)
    graph = {s.id: tuple(name for _, name in reach(s.controlled_by, (), ())) for s in sources if s.controlled_by}
    for circle in circles(graph):
        known = [own[name] for name in circle if name in own]
        if known:
            path = ("sources", min(known), "controlled_by")
            yield Problem(path, "R003", f"sources control each other in a circle: {_way(circle)}")


_ONE_WAY: Final = {
    "negates": "deny each other",
    "resolves_on": "resolve each other",
    "superseded_by": "supersede each other",
    "about_claim": "are about each other",
}


def _relations(parts: Parts) -> Iterator[Problem]:
    own = {claim.id: n for n, claim in parts.each("claims")}
    for relation, verb in _ONE_WAY.items():
        related = [claim for claim in parts.case.claims if getattr(claim, relation)]
        graph = {c.id: tuple(name for _, name in reach(c, (relation, "claim"), ())) for c in related}
        for circle in circles(graph):
            path = ("claims", own[circle[0]], relation)
            yield Problem(path, "R006", f"claims {verb} in a circle: {_way(circle)}")


def _way(circle: tuple[str, ...]) -> str:
    return " → ".join(map(short, (*circle, circle[0])))


def _scopes(parts: Parts) -> Iterator[Problem]:
    for n, item in parts.each("evidence"):
        borne = {bearing.claim for bearing in item.bears}
        for k, edge in enumerate(item.derived_from):
            for m, claim in enumerate(edge.for_):
                if claim in parts.claims and claim not in borne:
                    path = ("evidence", n, "derived_from", k, "for", m)
                    yield Problem(path, "R004", f"the item does not bear on the claim '{short(claim)}'")


CHECKS: Final[tuple[Callable[[Parts], Iterator[Problem]], ...]] = (
    _twice,
    _dangling,
    _to_itself,
    _controllers,
    _relations,
    _scopes,
    *combinations.CHECKS,
)
"""Every check of a case, one a rule."""

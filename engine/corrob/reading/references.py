"""A decoded case goes in; the problems between its parts come out: ids, relations, fields that do not go together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from corrob.diagnostics import did_you_mean
from corrob.model.case import Case, Dated, Register, Source
from corrob.model.node import Path, written
from corrob.reading import combinations
from corrob.reading.circles import circles
from corrob.reading.decode import HINTS
from corrob.reading.parts import CLAIM, Parts, Problem, Reference, reach
from corrob.reading.texts import short


def problems(case: Case, registered: Mapping[str, Source] | None = None) -> list[Problem]:
    """Check a case, given the sources that registers hold for it."""
    parts = Parts(case, outside(case.sources, registered or {}))
    return [problem for check in CHECKS for problem in check(parts)]


def register_problems(register: Register, above: Mapping[str, Source] | None = None) -> list[Problem]:
    """Check a register, whose sources may name each other and those of the registers above it."""
    return problems(Case(corrob=1, case=register.register, claims=(), sources=register.sources), above)


def outside(own: Iterable[Source], registered: Mapping[str, Source]) -> tuple[Source, ...]:
    """Give the registered sources that are not overridden."""
    overridden = {source.id for source in own}
    return tuple(source for source in registered.values() if source.id not in overridden)


def nobodys_blocs(case: Case) -> tuple[str, ...]:
    """Give the blocs that claims name an interest of, and no source of the case has: they change nothing."""
    held = {value for source in case.sources for value in _values(source.bloc)}
    return tuple(sorted({bloc for claim in case.claims for bloc in claim.interest} - held))


def _values(bloc: str | tuple[Dated[str], ...]) -> tuple[str, ...]:
    return (bloc,) if isinstance(bloc, str) else tuple(entry.value for entry in bloc)


def _twice(parts: Parts) -> Iterator[Problem]:
    registered: dict[str, Path] = {source.id: () for source in parts.outside}
    claims = ((("claims", n), claim.id) for n, claim in parts.each("claims"))
    yield from _repeated(((path, name) for path, name, _ in parts.named), registered)
    yield from _repeated(claims, {})


def _repeated(things: Iterable[tuple[Path, str]], first: dict[str, Path]) -> Iterator[Problem]:
    for path, name in things:
        if name in first:
            where = f"at {written(first[name])}" if first[name] else "in the register"
            yield Problem((*path, "id"), "R002", f"the id '{short(name)}' is given twice; first {where}")
        elif name:
            first[name] = path


def _dangling(parts: Parts) -> Iterator[Problem]:
    fit = {names: parts.of_kinds(names) for names in {reference.names for reference in parts.doubtful}}
    lost = (reference for reference in parts.doubtful if reference.id not in fit[reference.names])
    for number, reference in enumerate(lost):
        yield _unnamed(parts, reference, fit[reference.names] if number < HINTS else ())


def _unnamed(parts: Parts, reference: Reference, near: Collection[str]) -> Problem:
    name, asked = short(reference.id), " or ".join(reference.names)
    other = parts.kinds.get(reference.id) or (CLAIM[0] if reference.id in parts.claims else "")
    if other:
        return Problem(reference.path, "R008", f"'{name}' is the id of {other}; {asked} is asked for")
    hint = did_you_mean(reference.id, near)
    return Problem(reference.path, "R001", f"nothing has the id '{name}'; {asked} is asked for", hint)


def _to_itself(parts: Parts) -> Iterator[Problem]:
    for path, name, _, own in parts.doubtful:
        if name == own:
            message = f"'{short(name)}' stands in the relation '{path[2]}' to itself"
            yield Problem(path, "R005", message, "take it out")


def _controllers(parts: Parts) -> Iterator[Problem]:
    own = {source.id: n for n, source in parts.each("sources")}
    sources = (*parts.case.sources, *parts.outside)
    graph = {s.id: tuple(name for _, name in reach(s.controlled_by, "", ())) for s in sources if s.controlled_by}
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
        graph = {c.id: tuple(name for _, name in reach(getattr(c, relation), "claim", ())) for c in related}
        for circle in circles(graph):
            path = ("claims", own[circle[0]], relation)
            yield Problem(path, "R006", f"claims {verb} in a circle: {_way(circle)}")


_LONGEST_WAY: Final = 20


def _way(circle: tuple[str, ...]) -> str:
    shown = circle if len(circle) <= _LONGEST_WAY else (*circle[:_LONGEST_WAY], "…")
    return " → ".join(map(short, (*shown, circle[0])))


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

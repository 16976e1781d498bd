"""Needs as they stand in a pack go in; needs that can be weighed come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from corrob.dates import DateError, duration
from corrob.model import pack as said
from corrob.model.case import listed
from corrob.model.fields import RELATIONS, Field
from corrob.model.node import Node
from corrob.model.rule import (
    Acts,
    AllOf,
    AnyOf,
    ClaimIs,
    Found,
    Need,
    Not,
    Nothing,
    Origins,
    Related,
    Selection,
    Some,
    Suspect,
)  # fmt: skip
from corrob.reading.forms import whole
from corrob.reading.texts import short
from corrob.rulebook.conditions import claim_tests, strand_tests
from corrob.rulebook.places import Spot
from corrob.rulebook.scope import Scope

_UNREAD: Final = AnyOf(())
"""What stands for a need that could not be read; no rulebook that holds it is ever given out."""


def read_need(need: said.Need, at: Spot, scope: Scope) -> Need:
    """Read one need, a mapping with exactly one key."""
    if len(at.keys) != 1:
        given = " and ".join(f"'{key}'" for key in at.keys) or "nothing"
        scope.problems.add(at.span, "P009", f"a need has exactly one key, and this one has {given}")
        return _UNREAD
    key = at.keys[0]
    value = getattr(need, {"not": "not_"}.get(key, key), None)
    return _UNREAD if value is None else _READ[key](value, at, scope)


def read_needs(needs: tuple[said.Need, ...], key: str, at: Spot, scope: Scope) -> tuple[Need, ...]:
    """Read the list of needs below a key."""
    return tuple(read_need(need, spot, scope) for need, spot in at.each(key, needs))


def open_needs(need: Need) -> Iterator[Need]:
    """Give a need and those inside it that hold when it does: not what stands under a `not`."""
    yield need
    for part in need.needs if isinstance(need, AnyOf | AllOf) else ():
        yield from open_needs(part)


def inside(needs: Iterable[Need]) -> Iterator[Need]:
    """Give needs, and all that stand inside them."""
    for need in needs:
        yield need
        if isinstance(need, AnyOf | AllOf):
            yield from inside(need.needs)
        elif isinstance(need, Not):
            yield from inside([need.need])


def findings_of(need: Need) -> Iterator[str]:
    """Give the findings that a need asks for, of this claim."""
    return (one.name for one in inside([need]) if isinstance(one, Found))


def related(needs: Iterable[Need]) -> Iterator[Related]:
    """Give the needs about related claims, those inside others too."""
    return (one for one in inside(needs) if isinstance(one, Related))


def selections(needs: Iterable[Need]) -> Iterator[Selection]:
    """Give everything that needs select, those inside others too."""
    return (one.selection for one in inside(needs) if isinstance(one, Origins | Some | Nothing | Suspect))


def _selected(kind: Callable[[Selection], Need], key: str) -> Callable[[Any, Spot, Scope], Need]:
    def read(value: str | said.Selection, at: Spot, scope: Scope) -> Need:
        if isinstance(value, said.Selection):
            return kind(_selection(value, at / key, scope))
        scope.has_set(value, (at / key).span)
        return kind(Selection(value))

    return read


def _selection(value: said.Selection, at: Spot, scope: Scope) -> Selection:
    scope.has_set(value.from_, (at / "from").span)
    return Selection(value.from_, strand_tests(value.where, at / "where", scope))


def _origins(value: said.Origins, at: Spot, scope: Scope) -> Need:
    at = at / "origins"
    least = _count(value.at_least, scope, 1)
    need = Origins(
        _selection(value, at, scope),
        at_least=least,
        at_most=_count(value.at_most, scope, 0),
        different=_different(value, at, scope),
        within=_duration(value.within, scope),
    )
    if value.at_least is None and (value.different or value.within):
        scope.problems.add(at.span, "F002", "'different' and 'within' need 'at_least'")
    elif value.at_least is None and value.at_most is None:
        scope.problems.add(at.span, "F002", "a need of origins says 'at_least' or 'at_most'")
    _refuse_hopeless(need, at, scope)
    return need


def _refuse_hopeless(need: Origins, at: Spot, scope: Scope) -> None:
    """Report bounds that no number of origins can meet."""
    least, most = need.at_least, need.at_most
    if least is not None and most is not None and least > most:
        scope.problems.add((at / "at_most").span, "P015", f"no number is at least {least} and at most {most}")
    if need.different:
        name, number = need.different
        span = (at / "different" / name).span
        values = _values_of(scope.strand[name])
        if least is not None and number > least:
            scope.problems.add(span, "P015", f"{least} origins, one strand each, cannot show {number} values")
        elif values and number > values:
            scope.problems.add(span, "P015", f"'{name}' has {values} values, and never {number} different ones")


def _values_of(field: Field) -> int:
    """Give how many values a field can have, or 0 where there is no end to them."""
    return {"flag": len((True, False))}.get(field.type, len(field.words))


def _different(value: said.Origins, at: Spot, scope: Scope) -> tuple[str, int] | None:
    if value.different is None:
        return None
    if len(value.different) != 1:
        scope.problems.add((at / "different").span, "P009", "'different' has exactly one field")
        return None
    ((name, node),) = value.different.items()
    known = scope.has_field(name, (at / "different").key(name), scope.strand)
    number = _count(node, scope, 1)
    return (name, number) if known and number is not None else None


def _count(node: Node | None, scope: Scope, least: int) -> int | None:
    """Read a whole number that is not too small to ask for anything, or a parameter that is one."""
    word = scope.word(node) if node else None
    if word is None:
        return None
    number = whole(word.text)
    if isinstance(number, int) and number >= least:
        return number
    scope.problems.add(word.span, "P005", f"a whole number from {least} on is asked for, not '{short(word.text)}'")
    return None


def _duration(node: Node | None, scope: Scope) -> float | None:
    word = scope.word(node) if node else None
    if word is None:
        return None
    try:
        return duration(word.text)
    except DateError as fault:
        scope.problems.add(word.span, "P005", short(str(fault), 120))
        return None


def _claim(value: dict[str, Node], at: Spot, scope: Scope) -> Need:
    if not value:
        scope.problems.add((at / "claim").span, "P009", "the need tests no field of the claim")
    tests = tuple(ClaimIs(test) for test in claim_tests(value, at / "claim", scope))
    return tests[0] if len(tests) == 1 else AllOf(tests)


def _related(value: said.Related, at: Spot, scope: Scope) -> Need:
    at = at / "related"
    if value.by not in RELATIONS:
        scope.unknown((at / "by").span, "P006", "relation", value.by, RELATIONS)
    statuses = listed(value.status)
    if bool(statuses) == bool(value.finding):
        scope.problems.add(at.span, "F011", "related claims are asked for either 'status' or 'finding'")
    for status in statuses:
        scope.has_status(status, at.word("status", status))
    if value.finding:
        scope.has_finding(value.finding, (at / "finding").span)
    return Related(value.by, value.of, statuses, value.finding)


def _acts(value: said.Acts, _: Spot, __: Scope) -> Need:
    return Acts(value.of, value.primary_record)


def _finding(value: str, at: Spot, scope: Scope) -> Need:
    scope.has_finding(value, (at / "finding").span)
    return Found(value)


def _listed(kind: Callable[[tuple[Need, ...]], Need], key: str) -> Callable[[Any, Spot, Scope], Need]:
    def read(value: tuple[said.Need, ...], at: Spot, scope: Scope) -> Need:
        if not value:
            scope.problems.add((at / key).span, "P009", f"'{key}' lists no needs")
        return kind(read_needs(value, key, at, scope))

    return read


def _not(value: said.Need, at: Spot, scope: Scope) -> Need:
    return Not(read_need(value, at / "not", scope))


_READ: Final[dict[str, Callable[[Any, Spot, Scope], Need]]] = {
    "origins": _origins,
    "some": _selected(Some, "some"),
    "none": _selected(Nothing, "none"),
    "suspect": _selected(Suspect, "suspect"),
    "claim": _claim,
    "related": _related,
    "acts": _acts,
    "finding": _finding,
    "any_of": _listed(AnyOf, "any_of"),
    "all_of": _listed(AllOf, "all_of"),
    "not": _not,
}
"""How each need is read, by its key."""

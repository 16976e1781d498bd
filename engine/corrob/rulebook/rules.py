"""A rule as written, with what other packs add to it, goes in; the rule as it is judged comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from corrob.diagnostics import did_you_mean
from corrob.model import pack as said
from corrob.model.case import listed
from corrob.model.rule import (
    Clause,
    Effect,
    FieldTest,
    Finds,
    Gives,
    Moves,
    Need,
    Origins,
    Removes,
    Rule,
    Some,
    Suspect,
)  # fmt: skip
from corrob.reading.texts import short
from corrob.rulebook.conditions import claim_tests, strand_tests
from corrob.rulebook.extend import RuleEntry
from corrob.rulebook.needs import open_needs, read_need
from corrob.rulebook.places import Spot, Written
from corrob.rulebook.scope import Scope

_KEBAB: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SLOT: Final = re.compile(r"\{([^{}]*)\}")


def read_rule(entry: RuleEntry, scope: Scope) -> Rule:
    """Read one rule."""
    rule, at = entry.rule.value, entry.rule.at
    check_id(rule.id, at, scope)
    needs = tuple(clauses(entry, scope))
    return Rule(
        id=f"{at.pack}/{rule.id}",
        code=rule.code or rule.id,
        title=rule.title or rule.id.replace("-", " ").capitalize(),
        effect=_effect(rule, at, tuple(clause.need for clause in needs), scope),
        needs=needs,
        span=at.span,
        applies_to=_applies_to(entry, scope),
        beats=tuple(_beaten(rule, at, scope)),
        because=_because(rule, at, tuple(clause.need for clause in needs), scope),
        cites=listed(rule.cites),
        tests=tuple(spot.node for _, spot in at.each("tests", rule.tests)),
    )


def check_id(name: str, at: Spot, scope: Scope) -> None:
    """Report an id that is not in kebab-case."""
    if name and not _KEBAB.fullmatch(name):
        message = f"the id '{short(name)}' is not of small letters, digits and single hyphens"
        scope.problems.add((at / "id").span, "F010", message, "write it like-this")


def clauses(entry: RuleEntry, scope: Scope) -> Iterator[Clause]:
    """Read the needs of a rule, its own first; an added need that the rule has already is reported."""
    own = [Written(need, at) for need, at in entry.rule.at.each("needs", entry.rule.value.needs)]
    seen: list[Need] = []
    for written in (*own, *entry.added):
        need = read_need(written.value, written.at, scope)
        if need in seen and written.reason:
            scope.problems.add(written.at.span, "P008", "the change changes nothing: the rule has this need already")
        seen.append(need)
        yield Clause(need, written.at.pack, written.at.span, written.reason)


def _applies_to(entry: RuleEntry, scope: Scope) -> tuple[FieldTest, ...]:
    file, rule = entry.file, entry.rule
    return (
        *claim_tests(file.value.applies_to, file.at / "applies_to", scope),
        *claim_tests(rule.value.applies_to, rule.at / "applies_to", scope),
    )


def _beaten(rule: said.Rule, at: Spot, scope: Scope) -> Iterator[str]:
    for name in listed(rule.beats):
        full = scope.rule(name, at.pack, at.word("beats", name))
        if full:
            yield full


def _effect(rule: said.Rule, at: Spot, needs: tuple[Need, ...], scope: Scope) -> Effect:
    given = [key for key in at.keys if key in _EFFECTS]
    if len(given) != 1:
        number, hint = (len(given), "split it up") if given else ("none", f"one of {', '.join(_EFFECTS)}")
        scope.problems.add(at.span, "P009", f"a rule has exactly one effect, and '{rule.id}' has {number}", hint)
        return Moves(0)
    for key, effect in _GOES_WITH.items():
        if key in at.keys and effect != given[0]:
            scope.problems.add(at.key(key), "F011", f"'{key}' goes with '{effect}', not with '{given[0]}'")
    if getattr(rule, given[0]) is None:
        return Moves(0)
    return _EFFECTS[given[0]](rule, at, needs, scope)


def _gives(rule: said.Rule, at: Spot, _: tuple[Need, ...], scope: Scope) -> Effect:
    status = rule.gives or ""
    scope.has_status(status, (at / "gives").span)
    return Gives(status, rule.confidence)


def _finds(rule: said.Rule, at: Spot, needs: tuple[Need, ...], scope: Scope) -> Effect:
    if {"listing", "value"} <= set(at.keys):
        scope.problems.add(at.key("value"), "F011", "a note is either a 'listing' or a fixed 'value'")
    if rule.listing:
        scope.has_field(rule.listing, (at / "listing").span, scope.strand)
        if not any(isinstance(need, _SELECTING) for first in needs[:1] for need in open_needs(first)):
            message = "a 'listing' lists the strands of the rule's first need, which selects none"
            scope.problems.add(at.key("listing"), "F011", message, "put a need of 'some' or 'origins' first")
    return Finds(rule.finds or "", rule.listing, rule.value)


def _removes(rule: said.Rule, at: Spot, _: tuple[Need, ...], scope: Scope) -> Effect:
    if not rule.removes:
        scope.problems.add((at / "removes").span, "P009", "'removes' tests no field, and would remove everything")
    return Removes(strand_tests(rule.removes or {}, at / "removes", scope))


def _moves(step: int) -> Callable[[said.Rule, Spot, tuple[Need, ...], Scope], Effect]:
    return lambda *_: Moves(step)


_EFFECTS: Final[dict[str, Callable[[said.Rule, Spot, tuple[Need, ...], Scope], Effect]]] = {
    "gives": _gives,
    "finds": _finds,
    "removes": _removes,
    "raises": _moves(1),
    "lowers": _moves(-1),
}
_GOES_WITH: Final = {"confidence": "gives", "listing": "finds", "value": "finds"}
_SELECTING: Final = (Origins, Some, Suspect)


def _because(rule: said.Rule, at: Spot, needs: tuple[Need, ...], scope: Scope) -> str:
    """Check that everything in braces can be filled in."""
    asked = {type(inner) for need in needs for inner in open_needs(need)}
    span = (at / "because").span
    for slot in _SLOT.findall(rule.because):
        of, _, wanted = slot.partition(".")
        known = _KNOWN[of](scope) if of in _KNOWN else ()
        if wanted not in known:
            hint = did_you_mean(slot, [f"{name}.{word}" for name, words in _KNOWN.items() for word in words(scope)])
            scope.problems.add(span, "P012", f"'{{{short(slot)}}}' is no placeholder", hint)
        elif of in _FILLED_BY and _FILLED_BY[of] not in asked:
            scope.problems.add(span, "P012", f"'{{{slot}}}' cannot be filled: the rule has no need of '{of}'")
    return rule.because


_KNOWN: Final[dict[str, Callable[[Scope], Iterable[str]]]] = {
    "origins": lambda _: ("count", "list"),
    "some": lambda scope: scope.strand,
    "claim": lambda _: ("id", "text"),
    "finding": lambda scope: scope.findings,
}
"""What a placeholder can name, by its first word."""

_FILLED_BY: Final[dict[str, type[Need]]] = {"origins": Origins, "some": Some}
"""The need that fills a placeholder."""

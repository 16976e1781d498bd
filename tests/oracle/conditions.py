"""Tests and needs: strands and related outcomes go in, true, false or unknown (None) comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Protocol

from corrob import vocabulary as words
from corrob.dates import Interval, interval
from corrob.model.case import Claim
from corrob.model.fields import STRAND_FIELDS
from corrob.model.rule import (
    Acts,
    AllOf,
    AnyOf,
    ClaimIs,
    Compare,
    Exists,
    FieldTest,
    Found,
    Is,
    Moment,
    Need,
    Not,
    Nothing,
    Origins,
    Related,
    Rule,
    Selection,
    Some,
    Suspect,
    Test,
    Unless,
    Value,
)
from oracle.origins import classes, soft_keys
from oracle.record import acted
from oracle.related import related
from oracle.strands import UNKNOWN, Strand, Values
from oracle.world import World, begin

Truth = bool | None


class Seen(Protocol):
    """What `related` sees of another claim."""

    @property
    def status(self) -> str:
        """Its status."""

    @property
    def findings(self) -> tuple[str, ...]:
        """What was found for it."""


def all_hold(truths: Iterable[Truth]) -> Truth:
    """Whether all hold: no as soon as one does not, else unknown as soon as one is."""
    given = list(truths)
    if False in given:
        return False
    return None if None in given else True


def one_holds(truths: Iterable[Truth]) -> Truth:
    """Whether one holds: yes as soon as one does, else unknown as soon as one is."""
    return denied(all_hold(denied(truth) for truth in truths))


def denied(truth: Truth) -> Truth:
    """Whether it does not hold; of what is unknown that is unknown."""
    return None if truth is None else not truth


# tests


def passes(fields: Mapping[str, Values], tests: Iterable[FieldTest]) -> Truth:
    """Whether fields pass all their tests."""
    return all_hold(_passes(test, fields[field.field], field.field) for field in tests for test in field.tests)


def _passes(test: Test, values: Values, field: str) -> Truth:
    if isinstance(test, Exists):
        return any(value is not None for value in values) == test.wanted
    if isinstance(test, Unless):
        return denied(all_hold(_passes(inner, values, field) for inner in test.tests))
    return one_holds(_one_passes(test, value, field) for value in values)


def _one_passes(test: Is | Compare | Moment, value: Value | Interval | None, field: str) -> Truth:
    if value is None:
        return None
    if isinstance(test, Is):
        return value in test.values
    if isinstance(test, Compare):
        return _compared(test, value, field)
    assert isinstance(value, Interval)
    return value.end < test.moment if test.op == "before" else value.start > test.moment


def _compared(test: Compare, value: Value | Interval, field: str) -> bool:
    one, other = _place(value, field), _place(test.value, field)
    return {
        "at_least": one >= other,
        "at_most": one <= other,
        "above": one > other,
        "below": one < other,
    }[test.op]


def _place(value: Value | Interval, field: str) -> float:
    if isinstance(value, str):
        return STRAND_FIELDS[field].words.index(value)
    assert isinstance(value, float | int)
    return value


# needs


@dataclass(frozen=True)
class View:
    """What the rules see of one claim: its strands before and after removal, findings so far, and other claims.

    `outcomes` is what each claim came to in the round before (None: unknown); `resolution` is that of the claim that
    this one resolves on, where it is seen as of another date.
    """

    world: World
    claim: Claim
    undercut: frozenset[str]
    seen: list[Strand]
    bearings: list[Strand]
    outcomes: Mapping[str, Seen | None]
    resolution: Seen | None = None
    findings: frozenset[str] = frozenset()

    def finding(self, names: Iterable[str]) -> View:
        """Give the same view with more findings."""
        return replace(self, findings=self.findings | set(names))

    def without(self, strands: list[Strand]) -> View:
        """Give the same view after removal."""
        return replace(self, bearings=[strand for strand in self.bearings if strand not in strands])


def fires(view: View, rule: Rule) -> bool:
    """Whether a rule exists for the claim and all its needs are true."""
    if not passes(claim_fields(view.world, view.claim), rule.applies_to):
        return False
    return all_hold(holds(view, clause.need) for clause in rule.needs) is True


def holds(view: View, need: Need) -> Truth:
    """Whether a need holds."""
    if isinstance(need, AnyOf):
        return one_holds(holds(view, inner) for inner in need.needs)
    if isinstance(need, AllOf):
        return all_hold(holds(view, inner) for inner in need.needs)
    if isinstance(need, Not):
        return denied(holds(view, need.need))
    if isinstance(need, Origins | Some | Nothing | Suspect):
        return _of_strands(view, need, selected(view, need.selection))
    return _of_the_claim(view, need)


def _of_strands(view: View, need: Origins | Some | Nothing | Suspect, strands: list[Strand]) -> bool:
    if isinstance(need, Some):
        return bool(strands)
    if isinstance(need, Nothing):
        return not strands
    if isinstance(need, Suspect):
        return suspected(view.world, strands) < len(origins(strands))
    return _origins(need, strands)


def _of_the_claim(view: View, need: ClaimIs | Related | Acts | Found) -> Truth:
    if isinstance(need, ClaimIs):
        return passes(claim_fields(view.world, view.claim), (need.test,))
    if isinstance(need, Related):
        return _related(view, need)
    return _acts(view, need) if isinstance(need, Acts) else need.name in view.findings


def members(view: View, name: str) -> list[Strand]:
    """Give the strands of a set: those of its source for which its tests are all true."""
    if name == "bearings":
        return view.bearings
    if name == "seen":
        return view.seen
    defined = next(given for given in view.world.rulebook.sets if given.name == name)
    return selected(view, Selection(defined.source, defined.where))


def selected(view: View, selection: Selection) -> list[Strand]:
    """Give the strands of a set that pass further tests."""
    return [strand for strand in members(view, selection.set) if passes(strand.fields, selection.where)]


def origins(strands: Iterable[Strand]) -> set[int]:
    """Give the different origins of strands."""
    return {strand.origin for strand in strands if strand.origin is not None}


def suspected(world: World, strands: list[Strand]) -> int:
    """Give the number of classes that remain of strands' origins when suspect ties join them too."""
    keys = [
        frozenset[tuple[str, object]]().union(
            *(
                soft_keys(world, strand.way.root, strand.standing.borne.written)
                for strand in strands
                if strand.origin == origin and strand.way.root is not None
            )
        )
        for origin in sorted(origins(strands))
    ]
    return len(set(classes(keys)))


def _origins(need: Origins, strands: list[Strand]) -> bool:
    count = len(origins(strands))
    if need.at_least is not None and count < need.at_least:
        return False
    if need.at_most is not None and count > need.at_most:
        return False
    if need.different is None and need.within is None:
        return True
    rooted = [strand for strand in strands if strand.origin is not None]
    return any(_chosen(need, choice) for choice in combinations(rooted, need.at_least or 1))


def _chosen(need: Origins, choice: tuple[Strand, ...]) -> bool:
    """Whether strands of different origins show enough different values, within one span."""
    if len(origins(choice)) < len(choice):
        return False
    return _differ(need.different, choice) and _near(need.within, choice)


def _differ(different: tuple[str, int] | None, choice: tuple[Strand, ...]) -> bool:
    if different is None:
        return True
    field, wanted = different
    shown = product(*(strand.fields[field] or UNKNOWN for strand in choice))
    return any(len(set(values) - {None}) >= wanted for values in shown)


def _near(within: float | None, choice: tuple[Strand, ...]) -> bool:
    if within is None:
        return True
    if any(strand.date is None for strand in choice):
        return False
    begins = [begin(strand.date) for strand in choice]
    return max(begins) - min(begins) <= within


def claim_fields(world: World, claim: Claim) -> dict[str, Values]:
    """Give the values of a claim's fields; what is absent is unknown, only `acts` may be empty."""
    return {
        "kind": (claim.kind,),
        "window_is": (_window_is(world, claim),),
        "when": (interval(claim.when) if claim.when else None,),
        "place": (claim.place is not None or None,),
        "quantity": (claim.quantity is not None or None,),
        "about_media": (claim.about_media or None,),
        "about_claim": (claim.about_claim or None,),
        "resolves_on": (claim.resolves_on or None,),
        "acts": tuple(claim.acts),
    }


def _window_is(world: World, claim: Claim) -> str | None:
    if claim.window is None:
        return None
    window = interval(claim.window)
    if world.as_of is None or window.end < world.as_of.end:
        return words.PAST
    return words.AHEAD if world.as_of.end < window.start else words.RUNNING


def _related(view: View, need: Related) -> Truth:
    truths = [_is_so(need, _seen(view, need.by, other)) for other in related(view.world, view.claim, need.by)]
    if need.of == words.EVERY:
        return all_hold(truths) if truths else False
    some = one_holds(truths)
    return some if need.of == "some" else denied(some)


def _seen(view: View, by: str, other: str) -> Seen | None:
    if by == "resolves_on" and view.resolution is not None:
        return view.resolution
    return view.outcomes[other]


def _is_so(need: Related, other: Seen | None) -> Truth:
    if other is None:
        return None
    return other.status in need.statuses or need.finding in other.findings


def _acts(view: View, need: Acts) -> Truth:
    sources = view.claim.about_sources
    truths = [
        acted(view.world, view.claim, source, view.undercut, primary_record=need.primary_record) for source in sources
    ]
    if not truths:
        return None
    return all_hold(truths) if need.of == words.EVERY else one_holds(truths)

"""Needs and tests go in, the words that a reader of the explanation sees come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from corrob import dates
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
    Selection,
    Some,
    Suspect,
    Test,
    Unless,
)
from corrob.verifying.wording import text


def need(one: Need) -> str:
    """Say a need in words."""
    return _NEEDS[type(one)](one)


def tests(where: Iterable[FieldTest]) -> str:
    """Say tests of fields in words: `stance supports, credible yes`."""
    return ", ".join(f"{test.field} {' and '.join(map(_test, test.tests))}" for test in where)


def selection(chosen: Selection) -> str:
    """Say what a need selects."""
    return f"{chosen.set} ({tests(chosen.where)})" if chosen.where else chosen.set


def _test(test: Test) -> str:
    return _TESTS[type(test)](test)


def _moment(test: Moment) -> str:
    """Say a bound of a date; `between` lies a hair outside of the dates that it includes."""
    date = round(test.moment, 6)
    bound = test.op if date == test.moment else {"after": "from", "before": "up to"}[test.op]
    return f"{bound} {dates.text_of(date)}"


_TESTS: dict[type, Callable[[Any], str]] = {
    Is: lambda test: " or ".join(map(text, test.values)),
    Compare: lambda test: f"{test.op.replace('_', ' ')} {text(test.value)}",
    Moment: _moment,
    Exists: lambda test: "known" if test.wanted else "unknown",
    Unless: lambda test: f"not {' and '.join(map(_test, test.tests))}",
}


def _origins(one: Origins) -> str:
    bounds = [f"at least {one.at_least}" if one.at_least is not None else ""]
    bounds.append(f"at most {one.at_most}" if one.at_most is not None else "")
    noun = "origin" if (one.at_least if one.at_most is None else one.at_most) == 1 else "origins"
    told = f"{' and '.join(filter(None, bounds))} {noun} in {selection(one.selection)}"
    if one.different:
        told += f", showing {one.different[1]} different {one.different[0]}"
    return told + (f", within {one.within / dates.DAY:g} days" if one.within is not None else "")


def _related(one: Related) -> str:
    what = " or ".join(one.statuses) or f"found {one.finding}"
    return f"{one.of} of {one.by}: {what}"


def _acts(one: Acts) -> str:
    record = ", as the record itself" if one.primary_record else ""
    return f"the latest act of {one.of} source is one of those claimed{record}"


def _inside(one: Need) -> str:
    """Say a need inside another; several joined ones stand in brackets."""
    return f"({need(one)})" if isinstance(one, AnyOf | AllOf) and len(one.needs) > 1 else need(one)


_NEEDS: dict[type, Callable[[Any], str]] = {
    Origins: _origins,
    Some: lambda one: f"some {selection(one.selection)}",
    Nothing: lambda one: f"no {selection(one.selection)}",
    Suspect: lambda one: f"suspect ties within {selection(one.selection)}",
    ClaimIs: lambda one: f"the claim's {tests([one.test])}",
    Related: _related,
    Acts: _acts,
    Found: lambda one: f"{one.name} was found",
    AnyOf: lambda one: " or ".join(map(_inside, one.needs)),
    AllOf: lambda one: " and ".join(map(_inside, one.needs)),
    Not: lambda one: f"not: {_inside(one.need)}",
}

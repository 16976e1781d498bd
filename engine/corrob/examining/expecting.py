"""What a test expects of a claim and what it came to go in; every difference, in the editor's words, comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from msgspec import Struct

from corrob.asking.whynot import why_not
from corrob.asking.without import without
from corrob.model.case import listed
from corrob.model.pack import Expected
from corrob.model.result import Result
from corrob.model.rule import Rulebook
from corrob.verifying.judge import Judge, Judged
from corrob.vocabulary import NONE


class Found(Struct, frozen=True, eq=False):
    """One claim's result, with what it came from, for expectations that ask on."""

    judge: Judge
    judged: Judged
    result: Result


class Expectation(Struct, frozen=True):
    """One thing that a test can expect: its words, what is wanted (None: nothing), and what was found.

    Where `reasoned`, the reason of the status is told with it.
    """

    words: str
    wanted: Callable[[Expected], Any]
    found: Callable[[Found, Any], Any]
    reasoned: bool = False


def _flipping(found: Found, names: Iterable[str]) -> tuple[str, ...]:
    """Give those of the names without which the claim has another status."""
    return tuple(name for name in names if _status_without(found, name) != found.result.status)


def _status_without(found: Found, name: str) -> str:
    left = without(found.judged.case, [name], found.judged.rounds.hearing.world)
    results = found.judge.judge(left, found.result.as_of).results
    return next(one.status for one in results if one.claim == found.result.claim)


def _origins(side: str, count: str) -> Callable[[Expected], Any]:
    def wanted(expected: Expected) -> Any:  # noqa: ANN401 - a number, or None
        held = expected.origins if count == "count" else expected.origins and expected.origins.at_least
        return getattr(held, side) if held else None

    return wanted


def _counted(side: str, count: str) -> Callable[[Found, Any], Any]:
    return lambda found, _: getattr(getattr(found.result.origins, side), count)


EXPECTATIONS: Final = (
    Expectation("{}", lambda e: e.status or None, lambda f, _: f.result.status, reasoned=True),
    Expectation("the rule {}", lambda e: e.rule or None, lambda f, _: f.result.rule or NONE, reasoned=True),
    Expectation("confidence {}", lambda e: e.confidence, lambda f, _: f.result.confidence or NONE, reasoned=True),
    Expectation("{} in support", lambda e: e.supports, _counted("supports", "count")),
    Expectation("{} against", lambda e: e.refutes, _counted("refutes", "count")),
    Expectation("{} in support", _origins("supports", "count"), _counted("supports", "count")),
    Expectation("{} against", _origins("refutes", "count"), _counted("refutes", "count")),
    Expectation("at least {} in support", _origins("supports", "at_least"), _counted("supports", "at_least")),
    Expectation("at least {} against", _origins("refutes", "at_least"), _counted("refutes", "at_least")),
    Expectation("the findings {}", lambda e: e.findings, lambda f, _: f.result.findings),
    Expectation("unknown {}", lambda e: e.unknown, lambda f, _: f.result.unknown),
    Expectation(
        "another status without {}", lambda e: e.flips_if_removed and listed(e.flips_if_removed), _flipping
    ),
)  # fmt: skip
"""All that a test can expect of a claim once; what a row asks stands in `model.pack.Expected`."""


def _notes(expected: Expected) -> Iterator[Expectation]:
    return (_note(name, listed(note)) for name, note in expected.notes.items())


def _note(name: str, wanted: tuple[str, ...]) -> Expectation:
    return Expectation(f"the note {name}: {{}}", lambda _: wanted, lambda found, _: found.result.notes.get(name, ()))


def _ways(expected: Expected) -> Iterator[Expectation]:
    return (_way(status, listed(changes)) for status, changes in expected.missing_for.items())


def _way(status: str, wanted: tuple[str, ...]) -> Expectation:
    """Expect that some changes are one of the least ways to a status; else the first of these is told."""

    def found(found: Found, _: object) -> tuple[str, ...]:
        ways = [way.changes for way in why_not(found.judged, found.result.claim, status).ways]
        return wanted if wanted in ways else next(iter(ways), ())

    return Expectation(f"missing for {status}: {{}}", lambda _: wanted, found)


BY_NAME: Final[tuple[Callable[[Expected], Iterator[Expectation]], ...]] = (_notes, _ways)
"""What a test can expect of a claim by name, each giving an expectation for every name that the test has."""


def differences(expected: Expected, found: Found, book: Rulebook) -> Iterator[str]:
    """Tell every difference: `expected corroborated, found attributed: the reason (rule, code)`."""
    named = (one for each in BY_NAME for one in each(expected))
    for one in (*EXPECTATIONS, *named):
        wanted = one.wanted(expected)
        actual = None if wanted is None else one.found(found, wanted)
        if wanted != actual:
            reason = _reason(found.result, book) if one.reasoned else ""
            yield f"expected {one.words.format(told(wanted))}, found {told(actual)}{reason}"


def told(value: object) -> str:
    """Write a value of an expectation as people do."""
    return (", ".join(map(str, value)) or "nothing") if isinstance(value, tuple) else str(value)


def _reason(result: Result, book: Rulebook) -> str:
    code = next((f" ({rule.id}, {rule.code})" for rule in book.rules if rule.id == result.rule), "")
    return f": {result.because}{code}"

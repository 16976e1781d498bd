"""A test and a judge go in; how the test went comes out. A test is read once, and can be run under many judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from corrob.diagnostics import Diagnostic, Span
from corrob.examining.expecting import Found, differences
from corrob.examining.given import case_of
from corrob.examining.inline import InlineTest
from corrob.examining.naming import Names, misnamed
from corrob.model import pack
from corrob.model.case import Case
from corrob.model.examined import Course, Tested
from corrob.model.node import Mapping
from corrob.model.pack import Expected
from corrob.model.rule import Rulebook
from corrob.reading.decode import decode
from corrob.verifying.judge import Judge, Judged


class Claim(Struct, frozen=True):
    """A claim that a test names, where it does so, and what it expects of it."""

    id: str
    span: Span
    expected: Expected


class Ready(Struct, frozen=True, eq=False):
    """A test that can be run."""

    name: str
    owner: str
    span: Span
    case: Case
    as_of: str | None
    claims: tuple[Claim, ...]
    todo: str = ""

    def judged(self, judge: Judge) -> Judged:
        """Judge the test's case."""
        return judge.judge(self.case, self.as_of)


def read(test: InlineTest, book: Rulebook) -> tuple[Ready | None, list[Diagnostic]]:
    """Read a test; None where anything is wrong with it."""
    said, faults = decode(test.node, pack.Case)
    case, more = case_of(test)
    expect = test.node.get("expect")
    faults = sorted({*faults, *more})
    if case is None or faults or not isinstance(expect, Mapping):
        return None, faults
    misnamed_ = sorted(misnamed(expect, said.expect, Names(book, case)))
    claims = tuple(Claim(key.text, key.span, _expected(said.expect[key.text])) for key, _ in expect.pairs)
    ready = Ready(test.name, test.owner, test.node.span, case, said.as_of, claims, said.todo)
    return (None if misnamed_ else ready), misnamed_


def _expected(said: str | Expected) -> Expected:
    return Expected(status=said) if isinstance(said, str) else said


def run(test: InlineTest, judge: Judge) -> Tested:
    """Read a test and run it; what is wrong with the test itself is told in the place of how it went."""
    ready, faults = read(test, judge.rulebook)
    return unread(test, faults, judge) if ready is None else outcome(ready, judge)


def unread(test: InlineTest, faults: Iterable[Diagnostic], judge: Judge) -> Tested:
    """Tell of a test that could not be read what is wrong with it."""
    told = tuple(map(str, faults))
    return Tested(test.name, test.owner, str(test.node.span), "unread", told, packs=judge.packs)


def outcome(test: Ready, judge: Judge) -> Tested:
    """Run a test."""
    problems = tuple(unmet(test, judge))
    course = _course(test, bool(problems))
    return Tested(test.name, test.owner, str(test.span), course, problems, test.todo, judge.packs)


def _course(test: Ready, failed: bool) -> Course:
    if test.todo:
        return "to_do" if failed else "passed_to_do"
    return "failed" if failed else "passed"


def unmet(test: Ready, judge: Judge) -> Iterator[str]:
    """Tell what of a test is not met, one expectation after another."""
    judged = test.judged(judge)
    results = {result.claim: result for result in judged.results}
    for claim in test.claims:
        found = Found(judge, judged, results[claim.id])
        for told in differences(claim.expected, found, judge.rulebook):
            yield f"{claim.span}: {claim.id}: {told}"


def passes(test: Ready, judge: Judge) -> bool:
    """Whether all that a test expects is so."""
    return next(unmet(test, judge), None) is None

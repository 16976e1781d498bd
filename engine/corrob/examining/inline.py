"""A pack's inline tests go in, their outcomes come out; a test is a little case with defaults and what it expects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from corrob.diagnostics import Diagnostic
from corrob.model.case import Case
from corrob.model.node import Listing, Mapping, Node, Scalar
from corrob.model.result import Result, Tested
from corrob.model.rule import Rulebook
from corrob.reading.decode import decode
from corrob.reading.references import problems
from corrob.verifying.judge import Judge

_DEFAULTS = {"each_source": "sources", "each_media": "media", "each_claim": "claims", "each_evidence": "evidence"}


class _Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a test expects of one claim; a bare status is short for `{status: …}`."""

    status: str = ""
    rule: str = ""
    confidence: str = ""
    supports: int | None = None
    refutes: int | None = None
    findings: tuple[str, ...] | None = None
    notes: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class InlineTest:
    """One test with the rule (`pack/id`) or the pack that it belongs to."""

    owner: str
    node: Mapping

    @property
    def name(self) -> str:
        """The test's name, or the line that it stands on."""
        name = self.node.get("name")
        return name.text if isinstance(name, Scalar) else f"line {self.node.span.line}"


def inline_tests(rulebook: Rulebook) -> Iterator[InlineTest]:
    """Give the tests of the pack that was asked for, those of its rules first; its bases have their own."""
    owned = [(rule.id, node) for rule in rulebook.rules if rule.pack == rulebook.name for node in rule.tests]
    owned += [(pack, node) for pack, node in rulebook.tests if pack == rulebook.name]
    return (InlineTest(owner, node) for owner, node in owned if isinstance(node, Mapping))


def run(test: InlineTest, judge: Judge) -> Tested:
    """Run one test; what is wrong with the test itself is a problem like any other."""
    case, faults = case_of(test)
    problems_ = [str(fault) for fault in faults]
    if case is not None and not problems_:
        problems_ = list(_differences(test, case, judge))
    return Tested(test.name, test.owner, str(test.node.span), tuple(problems_), judge.packs)


def case_of(test: InlineTest) -> tuple[Case | None, list[Diagnostic]]:
    """Read a test's `given` as a case, its defaults filled in."""
    given = test.node.get("given")
    if not isinstance(given, Mapping):
        return None, [Diagnostic(test.node.span, "F002", "the test has no `given`")]
    case, faults = decode(_filled(given, test), Case)
    faults += [Diagnostic(given.span, one.code, one.message, one.hint) for one in problems(case)]
    return case, faults


def _filled(given: Mapping, test: InlineTest) -> Mapping:
    span = given.span
    head = {"corrob": "1", "case": "test"}
    added = [(Scalar(key, span), Scalar(text, span)) for key, text in head.items() if given.get(key) is None]
    kept = [(key, _with_defaults(key.text, value, given, test)) for key, value in given.pairs]
    return Mapping((*added, *(pair for pair in kept if pair[0].text not in _DEFAULTS)), span)


def _with_defaults(key: str, value: Node, given: Mapping, test: InlineTest) -> Node:
    defaults = next((given.get(each) for each, what in _DEFAULTS.items() if what == key), None)
    if not isinstance(value, Listing):
        return value
    pairs = defaults.pairs if isinstance(defaults, Mapping) else ()
    own = [(Scalar("text", value.span), Scalar(test.name, value.span, "quoted"))] if key == "claims" else []
    return Listing(tuple(_laid_over(_laid_over(item, pairs), own) for item in value.items), value.span)


def _laid_over(item: Node, defaults: Iterable[tuple[Scalar, Node]]) -> Node:
    if not isinstance(item, Mapping):
        return item
    return Mapping((*item.pairs, *(pair for pair in defaults if item.get(pair[0].text) is None)), item.span)


def _differences(test: InlineTest, case: Case, judge: Judge) -> Iterator[str]:
    expect, as_of = test.node.get("expect"), test.node.get("as_of")
    if not isinstance(expect, Mapping):
        yield f"{test.node.span}: the test has no `expect`"
        return
    judged = judge.judge(case, as_of.text if isinstance(as_of, Scalar) else None)
    results = {result.claim: result for result in judged.results}
    for key, value in expect.pairs:
        if key.text not in results:
            yield f"{key.span}: the test's case has no claim '{key.text}'"
        else:
            yield from _unmet(key, value, results[key.text])


def _unmet(claim: Scalar, node: Node, result: Result) -> Iterator[str]:
    if isinstance(node, Scalar):
        expected = _Expected(status=node.text)
    else:
        expected, faults = decode(node, _Expected)
        yield from map(str, faults)
    for field, wanted, actual in _compared(expected, result):
        if wanted != actual:
            found = f"found {actual} (rule {result.rule or 'none'}: {result.because})"
            yield f"{claim.span}: {claim.text}: {field} expected {wanted}, {found}"


def _compared(expected: _Expected, result: Result) -> Iterator[tuple[str, object, object]]:
    pairs: list[tuple[str, object, object]] = [
        ("status", expected.status or None, result.status),
        ("rule", expected.rule or None, result.rule or "none"),
        ("confidence", expected.confidence or None, result.confidence or "none"),
        ("supports", expected.supports, result.origins.supports.count),
        ("refutes", expected.refutes, result.origins.refutes.count),
        ("findings", expected.findings, result.findings),
    ]
    yield from ((field, wanted, actual) for field, wanted, actual in pairs if wanted is not None)
    for name, note in expected.notes.items():
        yield f"notes.{name}", note, result.notes.get(name, ())

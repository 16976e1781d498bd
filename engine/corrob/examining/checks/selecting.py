"""A pack goes in; sets and needs that nothing can be in come out."""

from __future__ import annotations

from collections.abc import Iterator

from corrob.asking import phrases
from corrob.asking.kinds import Kinds
from corrob.diagnostics import Span
from corrob.examining.checks.pack import Pack, shown, told
from corrob.model.finding import Finding
from corrob.model.rule import FieldTest, Rulebook, Selection
from corrob.rulebook.needs import selections


def empty(pack: Pack) -> Iterator[Finding]:
    """Find sets and needs that select nothing that could be made, and tests that contradict each other."""
    kinds = Kinds(pack.book)
    for at, selection in _selected(pack.book):
        tests = kinds.tests_of(selection)
        if tests and not any(True for _ in pack.passing(tests)):
            message = f"nothing can be in '{phrases.selection(selection)}'"
            clash = _contradiction(pack, tests)
            found = told(at, "C005", message, clash and f"these exclude each other: {clash}")
            yield _with_nearest(pack, found, tests)


def _with_nearest(pack: Pack, found: Finding, tests: tuple[FieldTest, ...]) -> Finding:
    """Add the item that comes nearest, if anything can be made at all."""
    missed = [([one for one in tests if pack.scales.test((one,))(facts) is not True], w) for w, facts in pack.strands]
    lacking, wanted = min(missed, key=lambda one: len(one[0]), default=([], None))
    return found if wanted is None else shown(pack, found, wanted, f"the nearest is not {phrases.tests(lacking)}")


def _selected(book: Rulebook) -> Iterator[tuple[Span, Selection]]:
    """Give each set where it is declared, and what each need selects where the need stands."""
    yield from ((one.span, Selection(one.name)) for one in book.sets)
    clauses = (clause for rule in book.rules for clause in rule.needs)
    for clause in clauses:
        yield from ((clause.span, one) for one in selections([clause.need]) if one.where)


def _contradiction(pack: Pack, tests: tuple[FieldTest, ...]) -> str:
    """Give the first two tests that pass some strand each, and none together."""
    for number, one in enumerate(tests):
        for other in tests[:number]:
            if any(True for _ in pack.passing((one,))) and not any(True for _ in pack.passing((one, other))):
                return f"{phrases.tests([other])}; {phrases.tests([one])}"
    return ""

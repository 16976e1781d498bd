"""Names of packs go in; how their tests went, what these reach and what they notice comes out, pack by pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corrob import rulebook
from corrob.diagnostics import Diagnostic
from corrob.examining.coverage import coverage
from corrob.examining.inline import InlineTest, file_tests, inline_tests
from corrob.examining.judgements import Judgements
from corrob.examining.noticing import mutation
from corrob.examining.places import places_of
from corrob.examining.running import Ready, outcome, read, unread
from corrob.model.examined import Coverage, Examination, Mutation, Tested
from corrob.model.rule import Rulebook
from corrob.rulebook.shelves import folder_of
from corrob.verifying.judge import Judge


@dataclass(frozen=True)
class Order:
    """What is to be examined: tests whose name or owner contains the keyword; `seconds` bound the trials of a pack."""

    keyword: str = ""
    coverage: bool = False
    mutate: bool = False
    seconds: float = 90


def examine(
    names: Iterable[str], order: Order, advance: Callable[[], None] = lambda: None
) -> tuple[Examination, list[Diagnostic]]:
    """Examine packs; one that cannot be read is named, and the others are examined all the same."""
    packs: list[_Pack] = []
    diagnostics: list[Diagnostic] = []
    unreadable: list[str] = []
    for name in names:
        book, faults = rulebook.load(name)
        diagnostics += faults
        if book is None:
            unreadable.append(name)
        else:
            packs.append(_Pack(book, folder_of(name) or Path(name), order, advance))
            diagnostics += packs[-1].diagnostics
    outcomes = tuple(test for pack in packs for test in pack.outcomes())
    return Examination(
        tests=outcomes,
        left_out=sum(pack.left_out for pack in packs),
        unread=tuple(unreadable),
        coverage=tuple(one for pack in packs for one in pack.coverage()),
        mutation=tuple(one for pack in packs for one in pack.mutation()),
    ), diagnostics


class _Pack:
    """One pack that is being examined."""

    def __init__(self, book: Rulebook, folder: Path, order: Order, advance: Callable[[], None]) -> None:
        self.book, self.folder, self.order, self.advance = book, folder, order, advance
        in_files, self.diagnostics = file_tests(book.name, folder)
        every = [*inline_tests(book), *in_files]
        self.chosen = [test for test in every if order.keyword in f"{test.owner} {test.name}"]
        self.left_out = len(every) - len(self.chosen)
        self.passing: list[Ready] = []

    def outcomes(self) -> Iterator[Tested]:
        judge = Judge(self.book)
        for test in self.chosen:
            self.advance()
            yield self._outcome(test, judge)

    def _outcome(self, test: InlineTest, judge: Judge) -> Tested:
        ready, faults = read(test, self.book)
        if ready is None:
            return unread(test, faults, judge)
        found = outcome(ready, judge)
        self.passing += [] if found.problems else [ready]
        return found

    def coverage(self) -> Iterator[Coverage]:
        if self.order.coverage:
            yield coverage(self._judgements, self.passing, Judge(self.book, "direct"))

    def mutation(self) -> Iterator[Mutation]:
        if self.order.mutate:
            yield mutation(self._judgements, self.passing, self.order.seconds, self.advance)

    @property
    def _judgements(self) -> Judgements:
        return Judgements(self.book, places_of(self.folder))

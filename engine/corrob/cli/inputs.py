"""Names and paths go in; the rulebook and the cases that they mean come out, their problems told as they are met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from corrob import dates, rulebook
from corrob.cli.outputs import BAD_INPUT, GOOD, NOTHING, gravest, report, say
from corrob.diagnostics import Diagnostic
from corrob.model.rule import Rulebook
from corrob.reading.cases import CaseFile, read
from corrob.verifying.decide import durable_available
from corrob.verifying.judge import Judge

if TYPE_CHECKING:
    from corrob.reading.revisions import Snapshot

DEFAULT_PACK = "conflict-desk"
NO_DURABLE_RULES = "corrob: durable-rules cannot be imported here; the direct matcher takes its place (same results)"


def load_rulebook(name: str, *, tests: bool = False) -> Rulebook:
    """Load a pack by name or path, with its tests or without; its problems end the command."""
    book, diagnostics = (rulebook.load if tests else rulebook.recall)(name)
    if book is None:
        report(diagnostics)
        raise typer.Exit(BAD_INPUT)
    return book


def tell_matcher() -> None:
    """Tell where durable-rules cannot be imported."""
    if not durable_available():
        say(NO_DURABLE_RULES)


def load_judge(name: str) -> Judge:
    """Load a pack and make it ready to judge."""
    tell_matcher()
    return Judge(load_rulebook(name))


def a_date(text: str | None) -> str | None:
    """Check the date of an option."""
    if text is None:
        return None
    try:
        dates.point(text)
    except dates.DateError as fault:
        raise typer.BadParameter(str(fault)) from None
    return text


@dataclass
class Cases:
    """The cases of some paths, one after another. `code` is the exit code that reading them came to.

    `refused` are the ids of cases with problems, as far as they could be read. The paths of a `snapshot` are told as
    those of its revision.
    """

    paths: Sequence[str]
    register: str | None = None
    code: int = GOOD
    count: int = 0
    refused: set[str] = field(default_factory=set)
    snapshot: Snapshot | None = None

    def __iter__(self) -> Iterator[CaseFile]:
        """Give the good cases; name what is wrong with the others."""
        dataset = read(self.paths, self.register)
        for file in dataset:
            self.code = gravest(self.code, report(map(self._told, file.diagnostics)))
            if file.case is None:
                self.refused.add(file.id)
            else:
                self.count += 1
                self._tell_remarks(file)
                yield file
        if dataset.skipped:
            say(f"corrob: {dataset.skipped} file(s) of other kinds were not read")
        if not self.count:
            self.code = gravest(self.code, NOTHING)
            say("corrob: no case to judge")

    def _told(self, one: Diagnostic) -> Diagnostic:
        return self.snapshot.diagnostic(one) if self.snapshot else one

    def _tell_remarks(self, file: CaseFile) -> None:
        """Tell what is no fault and yet may not be meant."""
        name = self.snapshot.told(file.file) if self.snapshot else file.file
        if file.overridden:
            say(f"{name}:{file.line}: the case's own entry replaces the register's: {', '.join(file.overridden)}")
        if file.unmatched:
            say(f"{name}:{file.line}: no source has the bloc that claims name: {', '.join(file.unmatched)}")

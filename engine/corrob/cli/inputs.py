"""Names and paths go in; the rulebook and the cases that they mean come out, their problems told as they are met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import typer

from corrob import dates, rulebook
from corrob.cli.outputs import BAD_INPUT, GOOD, NOTHING, gravest, report, say
from corrob.model.rule import Rulebook
from corrob.reading.cases import CaseFile, read
from corrob.verifying.decide import durable_available
from corrob.verifying.judge import Judge

DEFAULT_PACK = "conflict-desk"
NO_DURABLE_RULES = "corrob: durable-rules cannot be imported here; the direct matcher takes its place (same results)"


def load_rulebook(name: str, *, tests: bool = False) -> Rulebook:
    """Load a pack by name or path, with its tests or without; its problems end the command."""
    book, diagnostics = (rulebook.load if tests else rulebook.recall)(name)
    if book is None:
        report(diagnostics)
        raise typer.Exit(BAD_INPUT)
    return book


def load_judge(name: str) -> Judge:
    """Load a pack and make it ready to judge."""
    if not durable_available():
        say(NO_DURABLE_RULES)
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
    """The cases of some paths, one after another. `code` is the exit code that reading them came to."""

    paths: Sequence[str]
    register: str | None = None
    code: int = GOOD
    count: int = 0

    def __iter__(self) -> Iterator[CaseFile]:
        """Give the good cases; name what is wrong with the others."""
        dataset = read(self.paths, self.register)
        for file in dataset:
            self.code = gravest(self.code, report(file.diagnostics))
            if file.case is not None:
                self.count += 1
                self._tell_remarks(file)
                yield file
        if dataset.skipped:
            say(f"corrob: {dataset.skipped} file(s) of other kinds were not read")
        if not self.count:
            self.code = gravest(self.code, NOTHING)
            say("corrob: no case to judge")

    @staticmethod
    def _tell_remarks(file: CaseFile) -> None:
        """Tell what is no fault and yet may not be meant."""
        if file.overridden:
            say(f"{file.file}:{file.line}: the case's own entry replaces the register's: {', '.join(file.overridden)}")
        if file.unmatched:
            say(f"{file.file}:{file.line}: no source has the bloc that claims name: {', '.join(file.unmatched)}")

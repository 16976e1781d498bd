"""Two arguments of `corrob diff` go in; their packs or their cases come out, be they from files or from git."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from corrob.asking.comparing import Compared, paired
from corrob.cli.inputs import Cases, load_rulebook, tell_matcher
from corrob.cli.outputs import BAD_INPUT, gravest, report, say
from corrob.diagnostics import Diagnostic
from corrob.model.case import Case
from corrob.model.rule import Rulebook
from corrob.reading.files import STDIN
from corrob.reading.revisions import Revision, data_of, pack_of, revision
from corrob.rulebook.shelves import folder_of


@dataclass(frozen=True)
class Sides:
    """The two sides as they were asked for, and a folder for what comes from revisions."""

    old: str
    new: str
    held: Path

    @property
    def _each(self) -> tuple[tuple[str, str, Path], tuple[str, str, Path]]:
        return (self.old, self.new, self.held / "old"), (self.new, self.old, self.held / "new")

    def rulebooks(self) -> tuple[Rulebook, Rulebook]:
        """Give both packs; the problems of both are told before they end the command."""
        old, new = (_rulebook(*each) for each in self._each)
        if not old or not new:
            raise typer.Exit(BAD_INPUT)
        tell_matcher()
        return old, new

    def compare(self, compared: Compared, register: str | None, advance: Callable[[], None]) -> int:
        """Compare the data of both sides case by case; give the exit code that reading it came to."""
        old, new = (_cases(*each, register) for each in self._each)
        refused: list[str] = []
        for before, after in paired(_good(old), _good(new)):
            alone, other = (before, new) if after is None else (after, old)
            if not (before and after) and alone and alone.case in other.refused:
                refused.append(alone.case)
            else:
                compared.add(before, after)
                advance()
        if refused:
            say(f"corrob: not compared, since the other side's has problems: {', '.join(refused)}")
        return gravest(old.code, new.code)


def _rulebook(asked: str, other: str, into: Path) -> Rulebook | None:
    at = revision(asked)
    if at is None:
        try:
            return load_rulebook(asked)
        except typer.Exit:
            return None
    from corrob.rulebook.revisions import load_from  # noqa: PLC0415 - the readers are loaded only where packs are read

    snapshot = pack_of(_completed(at, other), None if revision(other) else folder_of(other), into)
    book, problems = (None, [snapshot]) if isinstance(snapshot, Diagnostic) else load_from(snapshot)
    report(problems)
    return book


def _cases(asked: str, other: str, into: Path, register: str | None) -> Cases:
    at = revision(asked)
    if at is None:
        return Cases([asked], register)
    like = None if revision(other) or other == STDIN else Path(other)
    snapshot = data_of(_completed(at, other), like, into)
    if isinstance(snapshot, Diagnostic):
        report([snapshot])
        raise typer.Exit(BAD_INPUT)
    return Cases([str(snapshot.path)], register, snapshot=snapshot)


def _completed(at: Revision, other: str) -> Revision:
    """Take the path from the other side where that one is of a revision too, and this one has none."""
    beside = revision(other)
    return Revision(at.name, beside.path) if beside and at.path is None else at


def _good(cases: Cases) -> Iterator[Case]:
    return (file.case for file in cases if file.case is not None)

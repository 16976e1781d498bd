"""`corrob verify`: a status for every claim of some data."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from corrob.cli.inputs import DEFAULT_PACK, Cases, a_date, load_judge
from corrob.cli.outputs import BAD_INPUT, GOOD, gravest, leave, say, write, writing
from corrob.model.case import Case
from corrob.model.result import Result
from corrob.reports import machine
from corrob.verifying.judge import Judge

Data = Annotated[list[str], typer.Argument(help="Case files or folders; `-` is standard input.")]
Rules = Annotated[str, typer.Option("--rules", help="A pack, by name or by path.")]
AsOf = Annotated[str | None, typer.Option("--as-of", callback=a_date, help="Judge on what was known by this date.")]
RegisterFile = Annotated[str | None, typer.Option("--register", help="A register of sources for all cases.")]
Output = Annotated[str | None, typer.Option("-o", "--output", help="Write to this file.")]


class Format(StrEnum):
    """The output formats of `verify`."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


_MACHINE: dict[Format, Callable[[Iterable[Result]], Iterator[str]]] = {
    Format.json: machine.json,
    Format.jsonl: machine.jsonl,
    Format.csv: machine.csv_,
}


def verify(
    data: Data,
    rules: Rules = DEFAULT_PACK,
    as_of: AsOf = None,
    form: Annotated[Format, typer.Option("--format", help="How to write the results.")] = Format.text,
    register: RegisterFile = None,
    only: Annotated[list[str] | None, typer.Option("--only", help="Only this claim; repeatable.")] = None,
    output: Output = None,
) -> None:
    """Give every claim a status, with the reason."""
    cases = Cases(data, register)
    run = _Run(load_judge(rules), as_of, frozenset(only or ()))
    judged = run.over(cases)
    if form is Format.text:
        _tables(judged, run, output)
    else:
        write(_MACHINE[form](result for _, results in judged for result in results), output)
    leave(gravest(_unknown_claims(run), cases.code))


class _Run:
    """Judges cases one after another, and keeps those claims that were asked for."""

    def __init__(self, judge: Judge, as_of: str | None, only: frozenset[str]) -> None:
        self.judge, self.as_of, self.only = judge, as_of, only
        self.found: set[str] = set()
        self.cases = 0

    def over(self, cases: Cases) -> Iterator[tuple[Case, tuple[Result, ...]]]:
        for file in cases:
            assert file.case is not None, "only good cases are given"
            results = self.judge.judge(file.case, self.as_of).results
            kept = tuple(one for one in results if not self.only or one.claim in self.only)
            self.found.update(one.claim for one in kept)
            if kept:
                self.cases += 1
                yield file.case, kept


def _unknown_claims(run: _Run) -> int:
    """Name the claims asked for that no case has."""
    missing = sorted(run.only - run.found)
    for claim in missing:
        say(f"corrob: no case has a claim '{claim}'")
    return BAD_INPUT if missing else GOOD


def _tables(judged: Iterable[tuple[Case, tuple[Result, ...]]], run: _Run, output: str | None) -> None:
    from corrob.reports import tables  # noqa: PLC0415 - Rich is loaded only for people
    from corrob.reports.console import console, progress  # noqa: PLC0415

    tone = run.judge.rulebook.statuses.tone
    with writing(output) as stream, progress(sys.stderr) as advance:
        out = console(stream)
        for case, results in judged:
            tables.verdicts(out, case, results, tone)
            advance()
        if run.cases:
            tables.judged_by(out, run.judge.rulebook.named)

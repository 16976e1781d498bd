"""`corrob diff`: what a rule edit or a data edit changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from corrob.asking.comparing import Compared, edits
from corrob.cli.inputs import DEFAULT_PACK, Cases, load_judge
from corrob.cli.outputs import BAD_INPUT, FAILED, GOOD, NOTHING, gravest, leave, say, write, writing
from corrob.cli.sides import Sides
from corrob.cli.verifying import AsOf, Output, RegisterFile
from corrob.gating.transitions import Transition, matching, transition
from corrob.model.comparison import Comparison
from corrob.reading.files import STDIN
from corrob.reports import machine
from corrob.reports.changes import summary
from corrob.reports.compared_markdown import markdown
from corrob.verifying.judge import Judge


class Format(StrEnum):
    """The output formats of `diff`."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"


_MACHINE: dict[Format, Callable[[Comparison], Iterator[str]]] = {
    Format.json: machine.document,
    Format.jsonl: lambda comparison: machine.lines(comparison.changes),
    Format.markdown: markdown,
}

FailOn = Annotated[
    list[str] | None, typer.Option("--fail-on", metavar="OLD->NEW", help="Exit 1 on such a change; repeatable.")
]


def diff(
    old: Annotated[str, typer.Argument(help="A pack, by name, by path or as git:REV[:PATH]; with --data, data.")],
    new: Annotated[str, typer.Argument(help="The other pack; with --data, the other data.")],
    data: Annotated[list[str] | None, typer.Argument(help="Case files or folders; `-` is standard input.")] = None,
    of_data: Annotated[bool, typer.Option("--data", help="OLD and NEW are data, judged by the same rules.")] = False,
    rules: Annotated[str | None, typer.Option("--rules", help="With --data: the pack, by name or by path.")] = None,
    as_of: AsOf = None,
    all_dates: Annotated[bool, typer.Option("--all-dates", help="On every date of each case's timeline.")] = False,
    register: RegisterFile = None,
    fail_on: FailOn = None,
    form: Annotated[Format, typer.Option("--format", help="How to write the changes.")] = Format.text,
    output: Output = None,
) -> None:
    """Tell what a rule edit (OLD NEW DATA...) or a data edit (--data OLD NEW) changes, and why."""
    _check_usage(old, new, data or [], of_data, rules, both_dates=bool(as_of and all_dates))
    with TemporaryDirectory(prefix="corrob-") as held, _progress(form) as advance:
        sides = Sides(old, new, Path(held))
        if of_data:
            judge = load_judge(rules or DEFAULT_PACK)
            compared = Compared(judge, judge, as_of, all_dates)
        else:
            books = sides.rulebooks()
            compared = Compared(Judge(books[0]), Judge(books[1]), as_of, all_dates)
        patterns = _patterns(fail_on or (), compared)
        cases = Cases(data or [], register)
        code = sides.compare(compared, register, advance) if of_data else _judge_twice(cases, compared, advance)
    comparison = compared.comparison(old, new, edits(compared.old.rulebook, compared.new.rulebook))
    _show(comparison, compared.new, form, output)
    leave(gravest(code, _gate(patterns, comparison), GOOD if comparison.judged else NOTHING))


def _check_usage(old: str, new: str, data: list[str], of_data: bool, rules: str | None, *, both_dates: bool) -> None:
    faults = {
        "no data is given: OLD NEW DATA..., or --data OLD NEW": not of_data and not data,
        "with --data there are two arguments, OLD and NEW": of_data and data,
        "with --data, standard input can be one side only": of_data and old == new == STDIN,
        "--rules goes with --data; without it, OLD and NEW are the packs": rules and not of_data,
        "--as-of and --all-dates exclude each other": both_dates,
    }
    for fault, there in faults.items():
        if there:
            raise typer.BadParameter(fault)


def _patterns(texts: Iterable[str], compared: Compared) -> list[Transition]:
    """Read the patterns of `--fail-on`; what is wrong with them is told, all at once, and ends the command."""
    read = [transition(text, compared.statuses) for text in texts]
    wrong = [one for one in read if isinstance(one, str)]
    for one in wrong:
        say(f"corrob: --fail-on {one}")
    if wrong:
        leave(BAD_INPUT)
    return [one for one in read if isinstance(one, Transition)]


def _judge_twice(cases: Cases, compared: Compared, advance: Callable[[], None]) -> int:
    for file in cases:
        compared.add(file.case, file.case)
        advance()
    return cases.code


def _progress(form: Format) -> AbstractContextManager[Callable[[], None]]:
    if form is not Format.text:
        return nullcontext(lambda: None)
    from corrob.reports.console import progress  # noqa: PLC0415 - Rich is loaded only for people

    return progress(sys.stderr)


def _show(comparison: Comparison, judge: Judge, form: Format, output: str | None) -> None:
    if form is Format.text:
        from corrob.reports.compared import compared  # noqa: PLC0415 - Rich is loaded only for people
        from corrob.reports.console import console  # noqa: PLC0415

        with writing(output) as stream:
            compared(console(stream), comparison, judge.rulebook.statuses.tone)
    else:
        write(_MACHINE[form](comparison), output)
    if form is not Format.text or output:
        say(summary(comparison))


def _gate(patterns: Iterable[Transition], comparison: Comparison) -> int:
    """Name the patterns that match."""
    found = matching(patterns, comparison.changes)
    for text, count in found:
        say(f"corrob: --fail-on '{text}' matches {count} change(s)")
    return FAILED if found else GOOD

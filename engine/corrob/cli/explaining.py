"""`corrob explain` and `corrob timeline`: why a claim has its status, and since when."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from corrob.asking.timeline import timeline as days_of
from corrob.cli.inputs import DEFAULT_PACK, Cases, load_judge
from corrob.cli.outputs import BAD_INPUT, leave, say, write, writing
from corrob.cli.questions import Asked, Options, question_of
from corrob.cli.verifying import AsOf, Output, RegisterFile, Rules
from corrob.diagnostics import did_you_mean
from corrob.model.case import Case
from corrob.reports import machine

OneCase = Annotated[str, typer.Argument(metavar="CASE", help="A case file, or a folder with cases.")]


class Format(StrEnum):
    """The output formats of questions."""

    text = "text"
    json = "json"


Form = Annotated[Format, typer.Option("--format", help="How to write the answer.")]


def explain(
    case: OneCase,
    claim: Annotated[str, typer.Argument(help="The claim's id.")],
    rules: Rules = DEFAULT_PACK,
    as_of: AsOf = None,
    register: RegisterFile = None,
    without: Annotated[
        list[str] | None, typer.Option("--without", metavar="ID", help="What changes without this; repeatable.")
    ] = None,
    flip: Annotated[
        bool, typer.Option("--flip", help="What the status hangs on: the least losses that change it.")
    ] = False,
    size: Annotated[
        int | None,
        typer.Option(
            "--size",
            min=1,
            help="Up to how many at once: losses of --flip [2], changes of --why-not [3].",
        ),
    ] = None,
    why_not: Annotated[
        str, typer.Option("--why-not", metavar="STATUS", help="What stands between the claim and this status.")
    ] = "",
    trace: Annotated[bool, typer.Option("--trace", help="Every stage by which it got its status.")] = False,
    form: Form = Format.text,
    output: Output = None,
) -> None:
    """Tell why a claim has its status: the rule, the origins and their ties, what fell out, what is unknown.

    Or answer one other question about it: --why-not, --flip, --without, --trace.
    """
    asked = Options(tuple(without or ()), flip=flip, size=size, trace=trace, why_not=why_not)
    question = question_of(asked)
    judge = load_judge(rules)
    found = _case_with(case, claim, register)
    answer = question.answer(Asked(judge, found, claim, as_of, asked))
    if form is Format.json:
        write(machine.document(answer), output)
        return
    from corrob.reports.console import console  # noqa: PLC0415 - Rich is loaded only for people

    with writing(output) as stream:
        question.page()(console(stream), answer, judge.rulebook.statuses.tone)


def _case_with(path: str, claim: str, register: str | None) -> Case:
    """Give the case that has the claim; problems in the data, or no such claim, end the command."""
    cases = Cases([path], register)
    found = [file.case for file in cases if file.case is not None]
    with_claim = [one for one in found if any(c.id == claim for c in one.claims)]
    if cases.code:
        leave(cases.code)
    if not with_claim:
        hint = did_you_mean(claim, (c.id for one in found for c in one.claims))
        say(f"corrob: no case there has a claim '{claim}' {hint}".rstrip())
        leave(BAD_INPUT)
    if len(with_claim) > 1:
        say(f"corrob: {len(with_claim)} cases have a claim '{claim}': name the file")
        leave(BAD_INPUT)
    return with_claim[0]


def timeline(
    case: OneCase,
    rules: Rules = DEFAULT_PACK,
    register: RegisterFile = None,
    form: Form = Format.text,
    output: Output = None,
) -> None:
    """Tell each claim's status on every date on which something became known."""
    judge, cases = load_judge(rules), Cases([case], register)
    found = [file.case for file in cases if file.case is not None]
    if form is Format.json:
        write(machine.json(one for each in found for _, results in days_of(each, judge) for one in results), output)
        leave(cases.code)
    from corrob.reports import tables  # noqa: PLC0415 - Rich is loaded only for people
    from corrob.reports.console import console, progress  # noqa: PLC0415

    with writing(output) as stream, progress(sys.stderr) as advance:
        for each in found:
            tables.timeline(console(stream), each, days_of(each, judge), judge.rulebook.statuses.tone)
            advance()
    leave(cases.code)

"""`corrob rules check`: everything that is wrong with packs, each thing with a case that shows it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corrob.cli.outputs import BAD_INPUT, FAILED, GOOD, gravest, leave, report, say, write
from corrob.cli.verifying import Output
from corrob.diagnostics import Diagnostic
from corrob.model.finding import Examined, Finding
from corrob.rulebook.shelves import shipped

Packs = Annotated[list[str] | None, typer.Argument(help="Packs, by name or path; all that are shipped by default.")]
Examples = Annotated[str | None, typer.Option("--examples", help="Write each finding's example case to this folder.")]
Remarks = Annotated[bool, typer.Option("--remarks", help="Also tell what may be meant: rows of tables that overlap.")]


class Form(StrEnum):
    """The output formats of a check."""

    text = "text"
    json = "json"


def check(
    packs: Packs = None,
    examples: Examples = None,
    remarks: Remarks = False,
    form: Annotated[Form, typer.Option("--format", help="How to write what is found.")] = Form.text,
    output: Output = None,
) -> None:
    """Tell everything that is wrong with packs; exit 2 where one cannot be read, 1 where it can and is faulty."""
    from corrob.examining.checks import Shared, examine  # noqa: PLC0415 - the search is loaded only where it is asked for
    from corrob.reports import examined as pages  # noqa: PLC0415

    shared = Shared()
    found = [(name, *examine(name, shared)) for name in packs or shipped()]
    if examples:
        _write(examples, [one for _, book, _ in found if book for one in book.findings])
    if form is Form.json:
        write([pages.document(found)], output)
    else:
        for name, book, problems in found:
            _tell(name, book, problems, remarks=remarks)
    leave(gravest(*(_code(book, problems) for _, book, problems in found)))


def _code(book: Examined | None, problems: tuple[Diagnostic, ...]) -> int:
    if problems or book is None:
        return BAD_INPUT
    return FAILED if book.findings else GOOD


def _tell(name: str, book: Examined | None, problems: tuple[Diagnostic, ...], *, remarks: bool) -> None:
    from corrob.reports import examined as pages  # noqa: PLC0415 - as above

    report(problems)
    if book is None:
        say(f"{name}: could not be read far enough to be searched")
        return
    for finding in (*book.findings, *(book.remarks if remarks else ())):
        for line in pages.told(finding):
            say(line)
    wrong = len(problems) + len(book.findings)
    rest = f", {len(book.remarks)} remark(s)" + ("" if remarks else " (--remarks)") if book.remarks else ""
    say(f"{name}: {f'{wrong} problem(s)' if wrong else 'nothing is wrong'}{rest}; {pages.bounds(book)}")


def _write(folder: str, findings: list[Finding]) -> None:
    from corrob.reports import examined as pages  # noqa: PLC0415 - as above

    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, text in pages.files(findings):
        write([text], str(Path(folder) / name))

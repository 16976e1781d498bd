"""`corrob rules test`: do the packs' tests pass, what do they reach, and which changes of the packs do they notice."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from corrob.cli.explaining import Form, Format
from corrob.cli.outputs import BAD_INPUT, FAILED, GOOD, NOTHING, gravest, leave, report, say, write, writing
from corrob.cli.verifying import Output
from corrob.diagnostics import Diagnostic
from corrob.examining.examination import Order, examine
from corrob.examining.watching import changes, state
from corrob.model.examined import Examination
from corrob.reports import machine
from corrob.rulebook.shelves import shipped

Packs = Annotated[list[str] | None, typer.Argument(help="Packs, by name or path; all that are shipped by default.")]
Share = Annotated[
    float | None, typer.Option("--min", min=0, max=100, help="With these two: exit 1 below this percent.")
]


def run_tests(
    packs: Packs = None,
    keyword: Annotated[str, typer.Option("-k", help="Only tests whose name or rule contains this.")] = "",
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Show which needs and tests are tried, and how.")
    ] = False,
    mutate: Annotated[bool, typer.Option("--mutate", help="Change the packs; show what no test notices.")] = False,
    least: Share = None,
    seconds: Annotated[float, typer.Option(min=0, help="With --mutate: for how long a pack is tried.")] = 90,
    watch: Annotated[bool, typer.Option("--watch", help="Run again whenever a file of the packs changes.")] = False,
    form: Form = Format.text,
    output: Output = None,
) -> None:
    """Run the packs' tests; exit 1 where one fails, 2 where one cannot be read, 4 where there is none."""
    if least is not None and not (coverage or mutate):
        raise typer.BadParameter("--min says how much --coverage or --mutate must come to")
    order, names = Order(keyword, coverage, mutate, seconds), packs or shipped()
    before = state(names) if watch else {}
    code = _run(names, order, form, output, least)
    if watch:
        for _ in changes(names, before):
            _again(names)
            _run(names, order, form, output, least)
    leave(code)


def _again(names: Iterable[str]) -> None:
    """Begin anew: on an empty screen where there is one."""
    if sys.stdout.isatty():
        typer.echo("\x1b[2J\x1b[H", nl=False)
    say(f"corrob: something changed, testing {', '.join(names)} again")


def _run(names: Iterable[str], order: Order, form: Format, output: str | None, least: float | None) -> int:
    from corrob.reports.console import console, progress  # noqa: PLC0415 - Rich is loaded only for people
    from corrob.reports.testing import examined  # noqa: PLC0415

    with progress(sys.stderr) as advance:
        found, diagnostics = examine(names, order, advance)
    if form is Format.json:
        write(machine.document(found), output)
    elif found.tests:
        with writing(output) as stream:
            examined(console(stream), found)
    return gravest(_of_tests(found, diagnostics), _of_shares(found, least))


def _of_tests(found: Examination, diagnostics: Iterable[Diagnostic]) -> int:
    code = report(diagnostics)
    if found.unread or found.count("unread"):
        code = BAD_INPUT
    if not found.tests and code == GOOD:
        say("corrob: no test found" + (f", {found.left_out} left out" if found.left_out else ""))
        return NOTHING
    return gravest(code, FAILED if found.count("failed") or found.count("passed_to_do") else GOOD)


def _of_shares(found: Examination, least: float | None) -> int:
    """Tell what falls short of the share that is asked for; trials that were not made count as not noticed."""
    missed = [] if least is None else [what for what, part, whole in found.shares if part * 100 < least * whole]
    for what in missed:
        say(f"corrob: {what}: less than {least:g} %")
    return FAILED if missed else GOOD

"""`corrob rules`: is a pack right, do its tests pass, and what does a rule say in the end."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from corrob import rulebook
from corrob.asking.rules import page
from corrob.cli.inputs import DEFAULT_PACK, load_rulebook
from corrob.cli.outputs import BAD_INPUT, GOOD, gravest, leave, report, say
from corrob.cli.testing import Packs, run_tests
from corrob.cli.verifying import Rules
from corrob.diagnostics import CODES, did_you_mean
from corrob.rulebook.shelves import shipped

app = typer.Typer(help="Check, test and show rule packs.", no_args_is_help=True)


@app.command("check")
def check(packs: Packs = None) -> None:
    """Tell everything that is wrong with packs."""
    code = GOOD
    for name in packs or shipped():
        book, diagnostics = rulebook.load(name)
        code = gravest(code, report(diagnostics))
        if book is not None:
            say(f"{name}: {len(book.rules)} rules, {len(book.tables)} tables, {len(book.sets)} sets: nothing is wrong")
    leave(code)


app.command("test")(run_tests)


@app.command("show")
def show(
    what: Annotated[str, typer.Argument(help="A rule's id or code, or a diagnostic's code; else all.")] = "",
    rules: Rules = DEFAULT_PACK,
) -> None:
    """Show a rule as it ends up, with where each need comes from, or what a diagnostic's code means."""
    from corrob.reports import rules as pages  # noqa: PLC0415 - Rich is loaded only for people
    from corrob.reports.console import console  # noqa: PLC0415

    out = console(sys.stdout)
    if what in CODES:
        out.print(f"{what}: {CODES[what]}.")
        return
    book = load_rulebook(rules, tests=True)
    chosen = [r for r in book.rules if what in {"", r.id, r.code, r.id.partition("/")[2]}]
    if not chosen:
        hint = did_you_mean(what, [name for r in book.rules for name in (r.id, r.code, r.id.partition("/")[2])])
        say(f"corrob: {book.name} has no rule '{what}' {hint}".rstrip())
        leave(BAD_INPUT)
    (pages.shown if what else pages.listed)(out, map(page, chosen))

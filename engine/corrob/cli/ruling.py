"""`corrob rules`: is a pack right, do its tests pass, and what does a rule say in the end."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from corrob.cli import handbook
from corrob.cli.examining import Packs, check
from corrob.cli.inputs import load_rulebook
from corrob.cli.outputs import FAILED, GOOD, NOTHING, leave, say
from corrob.examining.inline import inline_tests, run
from corrob.model.result import Tested
from corrob.rulebook.shelves import shipped
from corrob.verifying.judge import Judge

app = typer.Typer(help="Check, test and show rule packs.", no_args_is_help=True)

app.command("check")(check)


@app.command("test")
def run_tests(
    packs: Packs = None,
    keyword: Annotated[str, typer.Option("-k", help="Only tests whose name or rule contains this.")] = "",
) -> None:
    """Run the packs' inline tests; exit 1 where one fails, 4 where there is none."""
    from corrob.reports import rules as pages  # noqa: PLC0415 - Rich is loaded only for people
    from corrob.reports.console import console, progress  # noqa: PLC0415

    outcomes: list[Tested] = []
    with progress(sys.stderr) as advance:
        for name in packs or shipped():
            book = load_rulebook(name, tests=True)
            judge = Judge(book)
            chosen = (one for one in inline_tests(book) if keyword in f"{one.owner} {one.name}")
            for one in chosen:
                outcomes.append(run(one, judge))
                advance()
    pages.tested(console(sys.stdout), outcomes)
    leave(_code(outcomes))


def _code(outcomes: list[Tested]) -> int:
    if not outcomes:
        say("corrob: no test found")
        return NOTHING
    return FAILED if any(one.problems for one in outcomes) else GOOD


app.command("show")(handbook.show)
app.command("docs")(handbook.docs)
app.command("lock")(handbook.lock)

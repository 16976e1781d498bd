"""`corrob rules`: is a pack right, do its tests pass, and what does a rule say in the end."""

from __future__ import annotations

import typer

from corrob.cli import examining, handbook, testing

app = typer.Typer(help="Check, test, show and lock rule packs, and write their handbooks.", no_args_is_help=True)

app.command("check")(examining.check)
app.command("test")(testing.run_tests)
app.command("show")(handbook.show)
app.command("docs")(handbook.docs)
app.command("lock")(handbook.lock)

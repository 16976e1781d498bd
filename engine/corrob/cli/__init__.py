"""Arguments go in, an exit code comes out: no judgement and no formatting happens here."""

from __future__ import annotations

import sys
import traceback

import typer

from corrob.cli import checking, explaining, making, ruling, verifying
from corrob.cli.outputs import FAULT, INTERRUPTED

app = typer.Typer(
    name="corrob",
    help="A rules engine for verifying claims: who really saw what, how many independent origins, which status.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("verify")(verifying.verify)
app.command("explain")(explaining.explain)
app.command("timeline")(explaining.timeline)
app.command("check")(checking.check)
app.add_typer(ruling.app, name="rules")
app.add_typer(making.new, name="new")
app.add_typer(making.schema, name="schema")


def main() -> None:
    """Run the command line; a fault of Corrob's own exits 3, an interruption 130."""
    try:
        app()
    except SystemExit as stop:
        sys.exit(INTERRUPTED if isinstance(stop.__context__, typer.Abort) else stop.code)
    except Exception:  # noqa: BLE001 - whatever gets here is a fault of Corrob's own
        traceback.print_exc()
        sys.stderr.write("corrob: this is a fault of Corrob's own, please report it\n")
        sys.exit(FAULT)

"""Arguments go in, an exit code comes out: no judgement and no formatting happens here."""

from __future__ import annotations

import gc
import sys
import traceback
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Final

import typer

from corrob import __version__
from corrob.cli.outputs import FAULT, INTERRUPTED

_COMMANDS: Final = {
    "verify": "verifying",
    "explain": "explaining",
    "timeline": "explaining",
    "check": "checking",
    "diff": "comparing",
}
"""Each command, a function of that name in a module of this package."""

_GROUPS: Final = {"rules": ("ruling", "app"), "new": ("making", "new"), "schema": ("making", "schema")}
"""Each group of commands, a Typer app in a module of this package."""

_HELP: Final = "A rules engine for verifying claims: who really saw what, how many independent origins, which status."


def application(first: str = "") -> typer.Typer:
    """Give the application; where the first argument names a command, with that one alone, since loading costs."""
    app = typer.Typer(
        name="corrob",
        help=_HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_every)
    wanted = {first} & {*_COMMANDS, *_GROUPS} or {*_COMMANDS, *_GROUPS}
    for name, module in _COMMANDS.items():
        if name in wanted:
            app.command(name)(getattr(import_module(f"corrob.cli.{module}"), name))
    for name, (module, group) in _GROUPS.items():
        if name in wanted:
            app.add_typer(getattr(import_module(f"corrob.cli.{module}"), group), name=name)
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"corrob {__version__}")
        raise typer.Exit


def _every(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the version, and end.")
    ] = False,
) -> None:
    """Keep a single command a command, and not the whole application."""


def _same_bytes(stream: object) -> None:
    """Let a stream of text give the same bytes whatever the locale and the machine."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def main() -> None:
    """Run the command line; a fault of Corrob's own exits 3, an interruption 130."""
    gc.set_threshold(100_000)  # a short run makes little garbage and many values
    for stream in (sys.stdout, sys.stderr):
        _same_bytes(stream)
    try:
        application(*sys.argv[1:2])()
    except SystemExit as stop:
        gc.freeze()  # nothing is collected any more: the process is over
        sys.exit(INTERRUPTED if isinstance(stop.__context__, typer.Abort) else stop.code)
    except Exception:  # noqa: BLE001 - whatever gets here is a fault of Corrob's own
        traceback.print_exc()
        sys.stderr.write("corrob: this is a fault of Corrob's own, please report it\n")
        sys.exit(FAULT)

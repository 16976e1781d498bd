"""`corrob new` and `corrob schema`: a case to begin with, and the schemas that editors read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from corrob.cli.outputs import BAD_INPUT, leave, say, write
from corrob.cli.verifying import Output
from corrob.model.case import Case
from corrob.model.pack import PackDocument
from corrob.reading.schema import reference
from corrob.reading.schema import schema as schema_of
from corrob.reports.scaffold import CASE

new = typer.Typer(help="Write a file to begin with.", no_args_is_help=True)
schema = typer.Typer(help="Print the schema of a format, or its reference page.", no_args_is_help=True)

Markdown = Annotated[bool, typer.Option("--markdown", help="The reference page instead of the schema.")]


@new.command("case")
def new_case(path: Annotated[str, typer.Argument(help="The file to write, or `-`.")] = "case.yaml") -> None:
    """Write a small, commented case."""
    if path != "-" and Path(path).exists():
        say(f"corrob: {path} is there already")
        leave(BAD_INPUT)
    write([CASE], None if path == "-" else path)


@schema.command("case")
def schema_case(markdown: Markdown = False, output: Output = None) -> None:
    """Print the JSON Schema of case files."""
    _print(Case, markdown=markdown, output=output)


@schema.command("rules")
def schema_rules(markdown: Markdown = False, output: Output = None) -> None:
    """Print the JSON Schema of rule packs."""
    _print(PackDocument, markdown=markdown, output=output)


def _print(kind: type, *, markdown: bool, output: str | None) -> None:
    text = reference(kind) if markdown else json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"
    write([text], output)

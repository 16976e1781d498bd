"""`corrob new` and `corrob schema`: a case or a pack to begin with, and the schemas that editors read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from corrob.cli.inputs import DEFAULT_PACK, load_rulebook
from corrob.cli.outputs import BAD_INPUT, leave, say, write
from corrob.cli.verifying import Output
from corrob.model.case import Case
from corrob.model.pack import NAME, PackDocument
from corrob.reading.rule_schema import names_of, rule_schema
from corrob.reading.schema import reference
from corrob.reading.schema import schema as schema_of
from corrob.reports.scaffold import CASE, NewPack
from corrob.rulebook.packs import compatible
from corrob.rulebook.shelves import shipped

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


@new.command("pack")
def new_pack(
    name: Annotated[str, typer.Argument(help="The pack's name: small letters, digits and hyphens.")],
    extends: Annotated[str, typer.Option("--extends", help="The pack that it builds on, by name.")] = DEFAULT_PACK,
) -> None:
    """Write the folder of a small, commented pack, with a rule and its tests."""
    folder, schema_ = Path(name), Path("rules.schema.json")
    _refuse_name(name, folder)
    if len(Path(extends).parts) != 1:
        say(f"corrob: '{extends}' is no name; a pack builds on others by name, and they stand beside it")
        leave(BAD_INPUT)
    book = load_rulebook(extends)
    pack = NewPack(
        name=name,
        base=extends,
        range=compatible(book.packs[-1].version),
        support=book.counted["supports"],
        opposition=book.counted["refutes"],
        status=book.statuses.support[-1],
        sets=frozenset(one.name for one in book.sets),
        schema=schema_.is_file(),
    )
    _write_folder(folder, pack.files())
    say(f"{name}: written; go on with `corrob rules test {name}`")


def _refuse_name(name: str, folder: Path) -> None:
    if not re.fullmatch(NAME, name):
        say(f"corrob: '{name}' is no name for a pack: small letters and digits, with hyphens between")
        leave(BAD_INPUT)
    if folder.exists():
        say(f"corrob: {name} is there already")
        leave(BAD_INPUT)
    if name in shipped():
        say(f"corrob: '{name}' is the name of a pack that comes with Corrob")
        leave(BAD_INPUT)


def _write_folder(folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir()
    except OSError as fault:
        say(f"corrob: cannot write {folder}: {fault.strerror}")
        leave(BAD_INPUT)
    for name, text in files.items():
        write([text], str(folder / name))


@schema.command("case")
def schema_case(markdown: Markdown = False, output: Output = None) -> None:
    """Print the JSON Schema of case files."""
    write([reference(Case) if markdown else _json(schema_of(Case))], output)


@schema.command("rules")
def schema_rules(
    markdown: Markdown = False,
    rules: Annotated[
        str, typer.Option("--rules", help="Refuse names that neither this pack nor its bases define.")
    ] = "",
    output: Output = None,
) -> None:
    """Print the JSON Schema of rule packs; of one pack, it knows which fields, sets and statuses there are."""
    names = names_of(load_rulebook(rules)) if rules else None
    write([reference(PackDocument) if markdown else _json(rule_schema(names))], output)


def _json(made: dict[str, Any]) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"

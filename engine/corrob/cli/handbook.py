"""`corrob rules show`, `docs` and `lock`: what surrounds a pack for its editor."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corrob.asking.entries import entries
from corrob.asking.rules import page
from corrob.cli.inputs import DEFAULT_PACK, load_rulebook
from corrob.cli.outputs import BAD_INPUT, FAILED, GOOD, NOTHING, gravest, leave, report, say, write
from corrob.cli.verifying import Output, Rules
from corrob.diagnostics import did_you_mean
from corrob.model.rule import Rule
from corrob.rulebook import locks
from corrob.rulebook.loading import load_pack
from corrob.rulebook.packs import Pack
from corrob.rulebook.shelves import packs_below

What = Annotated[str, typer.Argument(help="A rule, parameter, table, set, status or diagnostic's code; else all.")]
OwnPacks = Annotated[
    list[str] | None, typer.Argument(metavar="[PACK]...", help="Packs, by name or path; those of this folder else.")
]


def show(what: What = "", rules: Rules = DEFAULT_PACK) -> None:
    """Show something by its name or code as it ends up, with where each part of it comes from; else list all."""
    from corrob.codes import CODES  # noqa: PLC0415 - loaded only where it is shown
    from corrob.reports import rules as pages  # noqa: PLC0415 - Rich is loaded only for people
    from corrob.reports.console import console  # noqa: PLC0415

    out = console(sys.stdout)
    code = what.upper()
    if code in CODES:
        pages.explained(out, code, CODES[code])
        return
    book = load_rulebook(rules, tests=True)
    chosen = [rule for rule in book.rules if not what or what.casefold() in _names(rule)]
    found = [one for one in entries(book) if what in {"", one.name}]
    if not chosen and not found:
        known = [*(name for rule in book.rules for name in _names(rule)), *(one.name for one in entries(book)), *CODES]
        say(f"corrob: {book.name} has no '{what}' {did_you_mean(what, known)}".rstrip())
        leave(BAD_INPUT)
    (pages.shown if what else pages.listed)(out, map(page, chosen))
    (pages.entries if what else pages.names)(out, found)


def _names(rule: Rule) -> tuple[str, ...]:
    """Give the names by which a rule can be asked for, in small letters."""
    return tuple(name.casefold() for name in (rule.id, rule.id.partition("/")[2], rule.code) if name)


class PageFormat(StrEnum):
    """The formats of a handbook."""

    markdown = "markdown"
    html = "html"


def docs(
    pack: Annotated[str, typer.Argument(help="The pack, by name or by path.")] = DEFAULT_PACK,
    form: Annotated[PageFormat, typer.Option("--format", help="How to write it.")] = PageFormat.markdown,
    output: Output = None,
) -> None:
    """Write a pack's handbook: all that it says in words, with its tests as examples, on one page."""
    from corrob.asking.handbook import handbook  # noqa: PLC0415 - loaded only where a handbook is written
    from corrob.reports.handbook_html import html  # noqa: PLC0415
    from corrob.reports.handbook_markdown import markdown  # noqa: PLC0415

    written = handbook(load_rulebook(pack, tests=True))
    write((html if form is PageFormat.html else markdown)(written), output)


def lock(
    packs: OwnPacks = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 where a lock does not hold.")] = False,
) -> None:
    """Write `pack.lock`: a pack and all that it builds on, as they are; from then on its bases are held to it."""
    asked = packs or packs_below(Path())
    if not asked:
        say("corrob: no pack in this folder")
        leave(NOTHING)
    leave(gravest(*((_hold if check else _lock)(name) for name in asked)))


def _lock(name: str) -> int:
    pack, problems = load_pack(name)
    if pack is None:
        return report(problems)
    path = locks.path_of(pack)
    write([locks.lock_of(pack)], str(path))
    say(f"{name}: {path.name} holds {_named(pack)}")
    return GOOD


def _hold(name: str) -> int:
    pack, problems = load_pack(name)
    if pack is None:
        return report(problems)
    if report(locks.check_whole(pack)) == BAD_INPUT:
        return FAILED
    say(f"{name}: as locked: {_named(pack)}")
    return GOOD


def _named(pack: Pack) -> str:
    return ", ".join(map(str, (pack.id, *reversed(pack.bases))))

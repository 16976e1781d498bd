"""`corrob rules lock`: what surrounds a pack for its editor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corrob.cli.outputs import BAD_INPUT, FAILED, GOOD, NOTHING, gravest, leave, report, say, write
from corrob.rulebook import locks
from corrob.rulebook.loading import load_pack
from corrob.rulebook.packs import Pack
from corrob.rulebook.shelves import packs_below

OwnPacks = Annotated[
    list[str] | None, typer.Argument(metavar="[PACK]...", help="Packs, by name or path; those of this folder else.")
]


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

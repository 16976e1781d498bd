"""Packs go in, the lock that holds them fast comes out; packs and a lock go in, what changed since comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from json import dumps
from pathlib import Path
from typing import Final

from corrob.diagnostics import Diagnostic, Span
from corrob.model.pack import Lock
from corrob.model.rule import PackId
from corrob.reading.paths import stands
from corrob.rulebook.packs import Pack, read_file
from corrob.rulebook.places import Problems, Written
from corrob.rulebook.shelves import LOCK

_HEAD: Final = (
    "# The packs that this one was written on, as they were. Made by `corrob rules lock`, not by hand.\npacks:\n"
)
_HINT: Final = "run `corrob rules lock` after reading what changed"
_PLAIN: Final = re.compile(r"[A-Za-z][\w-]*")


def lock_of(pack: Pack) -> str:
    """Give the text of a pack's lock: itself and every pack that it builds on, by name."""
    return _HEAD + "".join(_entry(one) for one in sorted((pack.id, *pack.bases), key=lambda one: one.name))


def _entry(pack: PackId) -> str:
    name = pack.name if _PLAIN.fullmatch(pack.name) else dumps(pack.name)
    return f"  {name}: {{version: {dumps(pack.version)}, sha256: {pack.hash}}}\n"


def check(packs: Iterable[Pack], problems: Problems) -> None:
    """Hold the bases of every pack that has a lock against it."""
    for pack in packs:
        if stands(pack.folder / LOCK):
            _compare(pack, pack.bases, problems)


def check_whole(pack: Pack) -> list[Diagnostic]:
    """Hold a pack and its bases against its lock, which must be there."""
    problems = Problems()
    if stands(pack.folder / LOCK):
        _compare(pack, (pack.id, *pack.bases), problems)
    else:
        problems.add(pack.header.at.span, "P017", f"the pack has no {LOCK}", "run `corrob rules lock`")
    return sorted(problems)


def _compare(pack: Pack, there: Iterable[PackId], problems: Problems) -> None:
    misread = len(problems)
    lock = read_file(pack.folder / LOCK, Lock, problems)
    if lock is None or len(problems) > misread:
        return
    found = {one.name: one for one in there}
    for name in lock.value.packs:
        if name in found:
            _compare_one(found[name], lock, problems)
        elif name != pack.id.name:
            problems.add(_key(lock, name), "P017", f"the pack does not build on '{name}' any more", _HINT)
    for name in found.keys() - lock.value.packs:
        problems.add(lock.at.key("packs"), "P017", f"the pack '{name}' is not among what was locked", _HINT)


def _compare_one(pack: PackId, lock: Written[Lock], problems: Problems) -> None:
    held = lock.value.packs[pack.name]
    if held.version != pack.version:
        message = f"the pack '{pack.name}' has version {pack.version}, and {held.version} was locked"
        problems.add(_key(lock, pack.name), "P017", message, _HINT)
    elif held.sha256 != pack.hash:
        message = f"the pack '{pack.name}' {pack.version} is not as it was locked: its rules changed"
        problems.add(_key(lock, pack.name), "P017", message, _HINT)


def _key(lock: Written[Lock], name: str) -> Span:
    return (lock.at / "packs").key(name)


def path_of(pack: Pack) -> Path:
    """Give the file of a pack's lock."""
    return pack.folder / LOCK

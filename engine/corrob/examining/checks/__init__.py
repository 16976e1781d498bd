"""A pack goes in, everything that is wrong with it comes out, each thing with an example that shows it when judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from corrob.diagnostics import Diagnostic
from corrob.examining import reach as bounds
from corrob.examining.around import related_settings
from corrob.examining.checks import firing, parameters, selecting, tables, unused
from corrob.examining.checks.pack import Pack
from corrob.examining.reach import Reach
from corrob.examining.settings import settings
from corrob.model.finding import Examined, Finding
from corrob.model.rule import Rulebook
from corrob.rulebook.loading import read
from corrob.rulebook.packs import Pack as Folder
from corrob.rulebook.sound import sound

_OF_RULES: Final[tuple[Callable[[Reach], Iterator[Finding]], ...]] = (
    firing.never_fires,
    firing.superfluous,
    firing.opposite,
    firing.broken,
)
"""What the search over claims is asked."""

_OF_PACKS: Final[tuple[Callable[[Pack], Iterator[Finding]], ...]] = (
    selecting.empty,
    tables.idle_rows,
    tables.gaps,
    parameters.ends,
    unused.unused,
    unused.unexplained,
)
"""What is looked for besides."""


@dataclass
class Shared:
    """What packs that are examined together share: bases that were read, and searches of rulebooks that are alike."""

    packs: dict[Path, Folder] = field(default_factory=dict)
    searches: list[tuple[Rulebook, Reach]] = field(default_factory=list)


def examine(name_or_path: str, shared: Shared | None = None) -> tuple[Examined | None, tuple[Diagnostic, ...]]:
    """Examine a pack; what cannot be read is told beside, and what rests on it is left out and counted."""
    shared = shared or Shared()
    reading = read(name_or_path, known=shared.packs)
    book, unread = sound(reading)
    if book is None or reading.layers is None:
        return None, reading.problems
    reach = _explored(book, shared.searches)
    pack = Pack(reading.packs, reading.problems, reading.layers, reading.rulebook or book, book, reach)
    return _examined(pack, unread), reading.problems


def _explored(book: Rulebook, made: list[tuple[Rulebook, Reach]]) -> Reach:
    """Search a rulebook, unless one that differs in its tests alone was searched before."""
    alike = replace(book, packs=(), tests=(), provenance=None)
    known = next((reach for other, reach in made if other == alike), None)
    if known is None:
        known = Reach(book)
        known.explore(settings(book))
        known.explore(related_settings(known, settings(book)))
        made.append((alike, known))
    return known


def _examined(pack: Pack, unread: int) -> Examined:
    found = [finding for check in _OF_RULES for finding in check(pack.reach)]
    found += [finding for check in _OF_PACKS for finding in check(pack)]
    return Examined(
        pack=pack.book.name,
        findings=tuple(sorted(found, key=lambda one: one.diagnostic)),
        remarks=tuple(tables.overlaps(pack)),
        settings=pack.reach.settings,
        kinds=len(pack.reach.wanted),
        items=bounds.ITEMS,
        tried=pack.reach.tried,
        unread=unread,
    )

"""A pack goes in, everything that is wrong with it comes out, each thing with an example that shows it when judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


Searches = list[tuple[Rulebook, Reach]]
"""Searches that were made; a pack that only adds tests to another need not be searched again."""


def examine(name_or_path: str, made: Searches | None = None) -> tuple[Examined | None, tuple[Diagnostic, ...]]:
    """Examine a pack; what cannot be read is told beside, and what rests on it is left out and counted.

    `made` holds the searches of the packs before it, and gets this one's.
    """
    reading = read(name_or_path)
    book, unread = sound(reading)
    if book is None or reading.layers is None:
        return None, reading.problems
    reach = _explored(book, [] if made is None else made)
    pack = Pack(reading.packs, reading.problems, reading.layers, reading.rulebook or book, book, reach)
    return _examined(pack, unread), reading.problems


def _explored(book: Rulebook, made: Searches) -> Reach:
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

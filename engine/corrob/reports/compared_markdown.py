"""A comparison of two runs goes in, Markdown for a merge request's comment comes out, bounded in length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from corrob.model.comparison import Change, Comparison
from corrob.reports import changes as words

MOST: Final = 60_000
"""How many bytes the comment may have: GitHub takes 65,536 characters."""

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]#~|!]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", "$": "&#36;"}
_LONGEST: Final = 400
"""How long a cell may be."""


def markdown(comparison: Comparison) -> Iterator[str]:
    """Give a heading, the groups, and the claims in a part that unfolds; what finds no room is counted."""
    yield from _head(comparison)
    rows = [_row(change) for _, members in words.grouped(comparison) for change in members]
    yield from _folded("Claims that change", _CLAIMS, rows, MOST // 2)
    rows = [_cells(word, told) for word, told in words.alone(comparison)]
    yield from _folded("Claims that are new or gone", _ALONE, rows, MOST // 4)


_CLAIMS: Final = "| case | claim | was | now | why |\n|---|---|---|---|---|\n"
_ALONE: Final = "| | what |\n|---|---|\n"


def _head(comparison: Comparison) -> Iterator[str]:
    yield f"### What changes: {escaped(comparison.old)} → {escaped(comparison.new)}\n\n{words.summary(comparison)}.\n"
    edits = [f"- {escaped(line)}\n" for line in words.edited(comparison.edits)]
    yield from _bounded(["\n", *edits] if edits else [], MOST // 8, "edits")
    if comparison.groups:
        yield "\n| change | claims |\n|---|---:|\n"
        rows = [f"| {escaped(words.title(group))} | {group.count:,} |\n" for group in comparison.groups]
        yield from _bounded(rows, MOST // 8, "kinds of change")


def _folded(title: str, head: str, rows: list[str], most: int) -> Iterator[str]:
    if rows:
        yield f"\n<details>\n<summary>{title}: {len(rows):,}</summary>\n\n{head}"
        yield from _bounded(rows, most, "claims")
        yield "\n</details>\n"


def _bounded(rows: Iterable[str], most: int, what: str) -> Iterator[str]:
    """Give rows as long as there is room; then say how many were left out."""
    left = 0
    for row in rows:
        most -= len(row.encode())
        left += most < 0
        if most >= 0:
            yield row
    if left:
        yield f"\n{left:,} more {what} are left out here.\n"


def _row(change: Change) -> str:
    assert change.old is not None, "a change has both results"
    assert change.new is not None, "a change has both results"
    claim = f"{change.claim}{f' as of {change.as_of}' if change.as_of else ''}: {words.shortened(change.text)}"
    cells = (change.case, claim, words.short(change.old), words.short(change.new))
    why = "<br>".join(map(escaped, words.reasons(change)))
    return f"| {' | '.join(map(escaped, cells))} | {why} |\n"


def _cells(*cells: str) -> str:
    return f"| {' | '.join(map(escaped, cells))} |\n"


def escaped(text: str) -> str:
    """Write text so that it is shown as it is, on one line and within one cell."""
    plain = " ".join(text.split())
    cut = plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
    return "".join(_ENTITIES.get(one, one) for one in _SPECIAL.sub(r"\\\g<0>", cut))

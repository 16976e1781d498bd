"""The name or the folder of a pack goes in; a rulebook, ready to judge, comes out, or all that is wrong with it."""

from __future__ import annotations

from corrob.diagnostics import Diagnostic
from corrob.model.rule import Rulebook
from corrob.rulebook.remembered import recall

__all__ = ["load", "recall"]


def load(name_or_path: str) -> tuple[Rulebook | None, list[Diagnostic]]:
    """Load a pack with all that it builds on, tests included; the rulebook is None where anything is wrong."""
    from corrob.rulebook import loading  # noqa: PLC0415 - the readers are loaded only where packs are read

    return loading.load(name_or_path)

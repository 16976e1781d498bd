"""A pack is read from its files: gathered with its bases, laid over them, built into a rulebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from corrob.diagnostics import Diagnostic
from corrob.model.node import Scalar
from corrob.model.rule import Rulebook
from corrob.rulebook import locks
from corrob.rulebook.building import build
from corrob.rulebook.extend import Layers, lay
from corrob.rulebook.packs import Pack, gather
from corrob.rulebook.places import Problems
from corrob.rulebook.provenance import provenance

_OF_NAMES: Final = frozenset({"P004", "P006", "P008", "P013", "P016"})
"""The problems that a name from a missing pack would give as well."""


@dataclass(frozen=True)
class Reading:
    """All that was read of a pack. The rulebook has gaps where there are problems; it is None where nothing fits."""

    packs: tuple[Pack, ...]
    problems: tuple[Diagnostic, ...]
    layers: Layers | None = None
    rulebook: Rulebook | None = None


def load(name_or_path: str) -> tuple[Rulebook | None, list[Diagnostic]]:
    """Load a pack with all that it builds on; the rulebook is None where anything is wrong."""
    reading = read(name_or_path)
    return (None if reading.problems else reading.rulebook), list(reading.problems)


def load_pack(name_or_path: str) -> tuple[Pack | None, list[Diagnostic]]:
    """Load a pack as its files stand, whatever its own lock says; None where anything else is wrong."""
    reading = read(name_or_path, locked=False)
    return (None if reading.problems else reading.packs[-1]), list(reading.problems)


def read(name_or_path: str, *, locked: bool = True, known: dict[Path, Pack] | None = None) -> Reading:
    """Read a pack as far as it can be read, with all that is wrong with it.

    `locked` holds it to its own lock too; packs that are `known` are not read from their files again.
    """
    problems = Problems()
    packs = gather(name_or_path, problems, known)
    if not packs or any(problem.code[0] == "Y" for problem in problems):
        return Reading(packs, tuple(sorted(problems)))
    if not _incomplete(problems):
        locks.check(packs if locked else packs[:-1], problems)
    layers, rulebook = built(packs, {})
    misread = {(problem.span.file, problem.span.line) for problem in problems}
    found = [problem for problem in layers.problems if (problem.span.file, problem.span.line) not in misread]
    if _incomplete(problems):
        found = [problem for problem in found if problem.code not in _OF_NAMES or problem.hint.startswith("did you")]
    return Reading(packs, tuple(sorted({*problems, *found})), layers, rulebook)


def built(packs: tuple[Pack, ...], given: Mapping[str, Scalar]) -> tuple[Layers, Rulebook]:
    """Lay packs over one another and build them, with other values for some parameters."""
    layers = lay(packs, Problems())
    rulebook = build(tuple(pack.id for pack in packs), layers, packs[-1].header.at.span, given)
    return layers, replace(rulebook, provenance=provenance(packs, layers))


def _incomplete(problems: Problems) -> bool:
    """Whether a pack is missing, so that every name from it would look unknown."""
    return any(problem.code in {"P001", "P003"} for problem in problems)

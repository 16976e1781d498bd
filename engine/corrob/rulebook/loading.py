"""A pack is read from its files: gathered with its bases, laid over them, built into a rulebook."""

from __future__ import annotations

from msgspec.structs import replace

from corrob.diagnostics import Diagnostic
from corrob.model.rule import Rulebook
from corrob.rulebook import locks
from corrob.rulebook.building import build
from corrob.rulebook.extend import lay
from corrob.rulebook.packs import Pack, gather
from corrob.rulebook.places import Problems
from corrob.rulebook.provenance import provenance


def load(name_or_path: str) -> tuple[Rulebook | None, list[Diagnostic]]:
    """Load a pack with all that it builds on; the rulebook is None where anything is wrong."""
    _, rulebook, problems = _read(name_or_path, locked=True)
    return rulebook, problems


def load_pack(name_or_path: str) -> tuple[Pack | None, list[Diagnostic]]:
    """Load a pack as its files stand, whatever its own lock says; None where anything else is wrong."""
    packs, rulebook, problems = _read(name_or_path, locked=False)
    return (packs[-1] if rulebook else None), problems


def _read(name_or_path: str, *, locked: bool) -> tuple[tuple[Pack, ...], Rulebook | None, list[Diagnostic]]:
    problems = Problems()
    packs = gather(name_or_path, problems)
    if not packs or any(problem.code[0] == "Y" for problem in problems) or _incomplete(problems):
        return packs, None, sorted(problems)
    locks.check(packs if locked else packs[:-1], problems)
    misread = {(problem.span.file, problem.span.line) for problem in problems}
    found = Problems()
    layers = lay(packs, found)
    rulebook = build(tuple(pack.id for pack in packs), layers, packs[-1].header.at.span)
    rulebook = replace(rulebook, provenance=provenance(packs, layers))
    problems += [problem for problem in found if (problem.span.file, problem.span.line) not in misread]
    return packs, (None if problems else rulebook), sorted(set(problems))


def _incomplete(problems: Problems) -> bool:
    """Whether a pack is missing, so that every name from it would look unknown."""
    return any(problem.code in {"P001", "P003"} for problem in problems)

"""A pack is read from its files: gathered with its bases, laid over them, built into a rulebook."""

from __future__ import annotations

from corrob.diagnostics import Diagnostic
from corrob.model.rule import Rulebook
from corrob.rulebook.building import build
from corrob.rulebook.extend import lay
from corrob.rulebook.packs import gather
from corrob.rulebook.places import Problems


def load(name_or_path: str) -> tuple[Rulebook | None, list[Diagnostic]]:
    """Load a pack with all that it builds on; the rulebook is None where anything is wrong."""
    problems = Problems()
    packs = gather(name_or_path, problems)
    if not packs or any(problem.code[0] == "Y" for problem in problems) or _incomplete(problems):
        return None, sorted(problems)
    misread = {(problem.span.file, problem.span.line) for problem in problems}
    found = Problems()
    rulebook = build(tuple(pack.id for pack in packs), lay(packs, found), packs[-1].header.at.span)
    problems += [problem for problem in found if (problem.span.file, problem.span.line) not in misread]
    return (None if problems else rulebook), sorted(set(problems))


def _incomplete(problems: Problems) -> bool:
    """Whether a pack is missing, so that every name from it would look unknown."""
    return any(problem.code in {"P001", "P003"} for problem in problems)

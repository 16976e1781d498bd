"""Statuses are data: renaming every one of them in a rulebook renames the results and changes nothing else."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import asdict, replace

from corrob.model.case import Case
from corrob.model.result import Result
from corrob.model.rule import Gives, Related, Rulebook, Statuses
from corrob.reading.cases import read
from corrob.verifying.judge import Judge
from stories import book

DATES = ("2024-10-22", "2024-10-26", "2024-10-28", "2024-11-01", "2025-04-29")


def renamed(status: str) -> str:
    return f"<{status}>"


def rename(part: Any) -> Any:
    """Rename the statuses in a part of a rulebook, and touch nothing else."""
    if isinstance(part, Statuses):
        return Statuses(**{name: everywhere(value) for name, value in asdict(part).items() if name != "words"})
    if isinstance(part, Gives):
        return replace(part, status=renamed(part.status))
    if isinstance(part, Related):
        return replace(part, statuses=tuple(map(renamed, part.statuses)))
    if isinstance(part, tuple):
        return tuple(map(rename, part))
    if isinstance(part, Struct):
        return replace(part, **{name: rename(value) for name, value in asdict(part).items() if name != "tests"})
    return part


def everywhere(value: Any) -> Any:
    """Rename every text in a value."""
    if isinstance(value, dict):
        return {renamed(one): renamed(other) for one, other in value.items()}
    return tuple(map(everywhere, value)) if isinstance(value, tuple) else renamed(value)


@pytest.fixture(scope="module")
def sergeevka() -> Case:
    (file,) = read(["fixtures/dprk-sergeevka-2024"])
    assert file.case is not None
    return file.case


def with_names(result: Result) -> Result:
    notes = dict(result.notes)
    if "under_contested_bloc" in notes:
        notes["under_contested_bloc"] = tuple(map(renamed, notes["under_contested_bloc"]))
    return replace(result, status=renamed(result.status), notes=notes)


@pytest.mark.parametrize("as_of", DATES)
def test_renaming_the_statuses_renames_the_results_and_nothing_else(sergeevka: Case, as_of: str) -> None:
    plain: Rulebook = book()
    other: Rulebook = rename(plain)
    judge = partial(Judge, using="direct")
    expected = tuple(map(with_names, judge(plain).judge(sergeevka, as_of).results))
    assert judge(other).judge(sergeevka, as_of).results == expected

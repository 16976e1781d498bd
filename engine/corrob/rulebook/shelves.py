"""Names of packs go in, the folders that they stand in come out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from corrob.reading.paths import seen

HEADER: Final = "pack.yaml"
LOCK: Final = "pack.lock"
_PACKAGE: Final = Path(__file__).resolve().parents[1]
SHELVES: Final = (_PACKAGE.parents[1] / "rules", _PACKAGE / "packs")
"""Where packs stand that are asked for by name: in a checkout, and in an installed package."""


def shipped() -> tuple[str, ...]:
    """Give the names of the packs that come with the program."""
    return tuple(sorted({header.parent.name for shelf in SHELVES for header in shelf.glob(f"*/{HEADER}")}))


def packs_below(folder: Path) -> tuple[str, ...]:
    """Give the pack that a folder is, or else the packs that stand in it, by path."""
    if seen((folder / HEADER).is_file):
        return (str(folder),)
    return tuple(sorted(str(header.parent) for header in folder.glob(f"*/{HEADER}")))


def known(beside: Path) -> dict[str, Path]:
    """Give the packs that stand beside another one, then those that come with the program, by name."""
    shelves = [shelf for shelf in (beside, *SHELVES) if seen(shelf.is_dir)]
    return {header.parent.name: header.parent for shelf in reversed(shelves) for header in shelf.glob(f"*/{HEADER}")}


def folder_of(asked: str) -> Path | None:
    """Give the folder of a pack that is asked for by path or by name; None where no pack has that name."""
    given = Path(asked)
    if seen((given / HEADER).is_file) or len(given.parts) != 1:
        return given
    return known(given.parent).get(asked)


def files_of(folder: Path) -> list[Path]:
    """Give the files of a pack that hold rules, the header first."""
    others = (path for path in folder.glob("*.yaml") if path.name != HEADER and not path.name.endswith(".test.yaml"))
    return [folder / HEADER, *sorted(others)]

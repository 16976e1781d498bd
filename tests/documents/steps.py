"""A page goes in whose blocks are done one after another in one folder; what differs from what it shows comes out.

`console step` is run in the folder. `yaml file NAME` is written there, in place of what stood there, and `yaml more NAME`
is put below what stands there.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from documents import console
from documents.markdown import Part

WRITES = ("yaml file", "yaml more")


def is_step(block: Part) -> bool:
    """Tell whether a block is done in the folder that the page's steps share."""
    return block.kind == "console step" or _how(block) in WRITES


def faults(blocks: Iterable[Part], folder: Path) -> list[str]:
    """Do the steps of a page in order; give every difference."""
    found: list[str] = []
    for block in blocks:
        if block.kind == "console step":
            found += console.faults(block, folder)
        elif is_step(block):
            write(block, folder)
    return found


def write(block: Part, folder: Path) -> None:
    """Write the file that a block shows, or put it below what stands there."""
    path = folder / block.kind.split()[2]
    former = path.read_text(encoding="utf-8") if _how(block) == "yaml more" else ""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{former}{block.text}\n", encoding="utf-8")


def _how(block: Part) -> str:
    return " ".join(block.kind.split()[:2])

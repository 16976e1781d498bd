"""A bad file goes in; what a user is told of it comes out, through the same doors."""

from __future__ import annotations

from pathlib import Path

from corrob import rulebook
from corrob.examining.checks import examine
from corrob.reading.cases import read

HERE = Path(__file__).parent
EXPECTED = ".expected"


def bad_files() -> list[str]:
    """Give the bad files, and the folders that stand for one, by name."""
    return sorted(path.name for path in HERE.iterdir() if path.name[4:5] == "-" and path.suffix != EXPECTED)


def told(name: str) -> list[str]:
    """Give what is told of a case, of a dataset with its register, or of a pack; names are told from this folder."""
    packs = sorted(header.parent for header in Path(name).rglob("pack.yaml"))
    if packs and name.startswith("C"):
        return found(str(packs[0]), name[:4])
    if packs:
        return list(map(str, rulebook.load(str(packs[0]))[1]))
    return [str(one) for file in read([name]) for one in file.diagnostics]


def found(pack: str, code: str) -> list[str]:
    """Give what a check finds in a pack under one code."""
    examined, _ = examine(pack)
    assert examined is not None, "the pack can be searched"
    every = (*examined.findings, *examined.remarks)
    return [str(one.diagnostic) for one in every if one.diagnostic.code == code]


def expected(name: str) -> list[str]:
    """Give what is expected of it: the lines of the file beside it."""
    return (HERE / f"{name}{EXPECTED}").read_text(encoding="utf-8").splitlines()

"""The files of an example go in; what is told of them comes out, as a user reads it."""

from __future__ import annotations

from pathlib import Path

from bad.doors import found
from corrob import rulebook
from corrob.reading.cases import read

OLD_ENCODING = {"Y002"}
"""The codes whose example is text that is saved in an older encoding."""


def told(code: str, files: dict[str, str]) -> list[str]:
    """Write the files into the working folder and give what is told: of the first pack, or else of all data."""
    for name, text in files.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(text.encode("latin-1" if code in OLD_ENCODING else "utf-8"))
    packs = sorted(Path(name).parent for name in files if Path(name).name == "pack.yaml")
    if packs and code[0] == "C":
        return found(f"./{packs[0]}", code)
    if packs:
        return list(map(str, rulebook.load(f"./{packs[0]}")[1]))
    return [str(one) for file in read(sorted(files) or ["case.yaml"]) for one in file.diagnostics]

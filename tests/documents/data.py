"""A YAML block goes in; what is wrong with it as a case, a pack or a file of a pack comes out.

What stands behind `yaml` says what a block is: `case`, a whole case, whose expectations must be met; `pack`, a whole
pack in one file, whose tests must pass; `rules`, a further file of a pack that builds on `conflict-desk`, likewise.
A name behind that is the file that the page's `console scratch` blocks find the block in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from corrob import rulebook
from corrob.examining.inline import inline_tests
from corrob.examining.running import run
from corrob.gating.expectations import hold
from corrob.reading.cases import read
from corrob.verifying.judge import Judge
from documents.markdown import Part
from stories import judge

EXAMPLE = 'pack: example\nversion: "1.0.0"\nextends: [{pack: conflict-desk, version: ">=1.0 <2"}]\n'


def faults(block: Part, folder: Path) -> list[str]:
    """Read a block as what it says it is; give what is wrong with it."""
    check = KINDS.get(" ".join(block.kind.split()[:2]))
    if check is None:
        return [f"{block}: a block is one of {', '.join(KINDS)}; this one says '{block.kind}'"]
    return [f"{block}: {fault}" for fault in check(block.text, folder)]


def file_of(block: Part) -> str:
    """Give the file that a block stands for, if it names one."""
    return "".join(block.kind.split()[2:]) if block.kind.startswith("yaml ") else ""


def _case(text: str, folder: Path) -> Iterator[str]:
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    for file in read([str(path)]):
        yield from map(str, file.diagnostics)
        if file.case is not None:
            yield from (str(one) for one in hold(file.case, judge()).mismatches)


def _pack(text: str, folder: Path) -> Iterator[str]:
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    yield from _pack_faults(folder)


def _rules(text: str, folder: Path) -> Iterator[str]:
    (folder / "pack.yaml").write_text(EXAMPLE, encoding="utf-8")
    (folder / "rules.yaml").write_text(text, encoding="utf-8")
    yield from _pack_faults(folder)


def _pack_faults(folder: Path) -> Iterator[str]:
    book, diagnostics = rulebook.load(str(folder))
    yield from map(str, diagnostics)
    if book is not None:
        compiled = Judge(book)
        yield from (fault for test in inline_tests(book) for fault in run(test, compiled).problems)


KINDS: dict[str, Callable[[str, Path], Iterator[str]]] = {
    "yaml case": _case,
    "yaml pack": _pack,
    "yaml rules": _rules,
}

"""A pack goes in, its tests come out: those beside its rules and tables, its own, and those in files of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corrob.diagnostics import Diagnostic
from corrob.model.node import Listing, Mapping, Node, Scalar
from corrob.model.pack import PackTests
from corrob.model.rule import Rulebook
from corrob.reading.decode import decode
from corrob.reading.files import documents_of
from corrob.reading.paths import resolved, shown

TEST_FILES: Final = ("*.test.yaml", "*.test.yml")
"""The files of a pack's folder that hold tests and no rules."""


@dataclass(frozen=True)
class InlineTest:
    """One test with the rule (`pack/id`) or the pack that it belongs to."""

    owner: str
    node: Mapping

    @property
    def name(self) -> str:
        """The test's name, or the line that it stands on."""
        name = self.node.get("name")
        return name.text if isinstance(name, Scalar) else f"line {self.node.span.line}"


def inline_tests(rulebook: Rulebook) -> Iterator[InlineTest]:
    """Give the tests beside the rules of the pack that was asked for, then its own; its bases have theirs."""
    owned = [(rule.id, node) for rule in rulebook.rules if rule.pack == rulebook.name for node in rule.tests]
    owned += [(pack, node) for pack, node in rulebook.tests if pack == rulebook.name]
    return _tests(owned)


def file_tests(pack: str, folder: Path) -> tuple[list[InlineTest], list[Diagnostic]]:
    """Give the tests in the test files of a pack's folder, and what is wrong; a file with faults has none."""
    tests: list[InlineTest] = []
    diagnostics: list[Diagnostic] = []
    for path in sorted(path for files in TEST_FILES for path in resolved(folder).glob(files)):
        nodes, faults = _read(path)
        tests += _tests((pack, node) for node in nodes)
        diagnostics += faults
    return tests, diagnostics


def _read(path: Path) -> tuple[tuple[Node, ...], list[Diagnostic]]:
    read = next(documents_of(str(path), shown(path)))
    node, faults = (None, [read]) if isinstance(read, Diagnostic) else read.nodes()
    if node is None:
        return (), faults
    _, misfits = decode(node, PackTests)
    listed = node.get("tests") if isinstance(node, Mapping) else None
    faults += misfits
    return (listed.items if isinstance(listed, Listing) and not faults else ()), faults


def _tests(owned: Iterator[tuple[str, Node]] | list[tuple[str, Node]]) -> Iterator[InlineTest]:
    return (InlineTest(owner, node) for owner, node in owned if isinstance(node, Mapping))

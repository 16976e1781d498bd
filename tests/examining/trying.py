"""A test of a pack is written as YAML; what is told of it comes back."""

from __future__ import annotations

from corrob.examining.inline import InlineTest
from corrob.examining.running import Ready, read, run
from corrob.model.examined import Tested
from corrob.model.node import Mapping
from corrob.model.rule import Rulebook
from corrob.reading.nodes import read_yaml
from stories import book, judge

TWO = """\
name: two agree
given:
  each_source: {reliability: B}
  sources: [{id: a}, {id: b, name: B, reliability: C}]
  claims: [{id: c}]
  each_evidence: {bears: [{claim: c, stance: supports}]}
  evidence: [{id: e1, source: a}, {id: e2, source: b}]
"""


def inline(text: str, owner: str = "core/rule") -> InlineTest:
    """Read one test."""
    node, faults = read_yaml(text.encode(), "pack.yaml")
    assert isinstance(node, Mapping), faults
    return InlineTest(owner, node)


def tried(text: str, pack: str = "core") -> Tested:
    """Run one test under a shipped pack."""
    return run(inline(text), judge(pack))


def expecting(expect: str, given: str = TWO) -> list[str]:
    """Give what is told where the two that agree are expected to come to something else, without the reason."""
    problems = tried(f"{given}expect: {{c: {expect}}}\n").problems
    return [line.partition(": 2 independent")[0].partition(": Credible support")[0] for line in problems]


def ready(text: str, owner: str = "core/rule", rules: Rulebook | None = None) -> Ready:
    """Read a test with which nothing is wrong."""
    found, faults = read(inline(text, owner), rules or book("core"))
    assert found is not None, faults
    return found

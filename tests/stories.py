"""Little cases for tests: YAML text goes in, a case or its results come out."""

from __future__ import annotations

from functools import cache
from textwrap import dedent

from corrob import rulebook
from corrob.dates import point
from corrob.model.case import Case
from corrob.model.result import Result
from corrob.model.rule import Rulebook
from corrob.reading.decode import decode
from corrob.reading.nodes import read_yaml
from corrob.reading.references import problems
from corrob.verifying.judge import Judge, Judged
from corrob.verifying.worlds import World

HEAD = "corrob: 1\ncase: story\n"


def case(text: str) -> Case:
    """Read a case from YAML; `corrob` and `case` are added."""
    node, faults = read_yaml((HEAD + dedent(text)).encode(), "story.yaml")
    assert node is not None, faults
    read, more = decode(node, Case)
    assert [*faults, *more, *problems(read)] == []
    return read


def with_items(text: str, *items: str) -> str:
    """Add evidence, in the flow style of YAML without its braces, to a text that ends with `evidence:`."""
    return text.rstrip() + "".join(f"\n    - {{{item}}}" for item in items) + "\n"


def world(text: str, as_of: str | None = None, **options: bool | float) -> World:
    """Give the world of a little case."""
    return World(case(text), point(as_of) if as_of else None, **options)  # type: ignore[arg-type]


@cache
def book(name: str = "conflict-desk") -> Rulebook:
    """Load a shipped pack once."""
    loaded, faults = rulebook.load(name)
    assert loaded is not None, faults
    return loaded


@cache
def judge(name: str = "conflict-desk", using: str = "") -> Judge:
    """Compile a shipped pack once."""
    return Judge(book(name), using)


def judged(text: str, as_of: str | None = None, pack: str = "conflict-desk") -> Judged:
    """Judge a little case."""
    return judge(pack).judge(case(text), as_of)


def results(text: str, as_of: str | None = None, pack: str = "conflict-desk") -> dict[str, Result]:
    """Give the results of a little case, by claim."""
    return {result.claim: result for result in judged(text, as_of, pack).results}


def statuses(text: str, as_of: str | None = None, pack: str = "conflict-desk") -> dict[str, str]:
    """Give the statuses of a little case, by claim."""
    return {claim: result.status for claim, result in results(text, as_of, pack).items()}

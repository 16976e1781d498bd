"""Arguments go in; the exit code and what the command says on both streams come out, all within one process."""

from __future__ import annotations

from typing import NamedTuple

from typer.testing import CliRunner

from corrob.cli import application

CASE = """\
corrob: 1
case: NAME
sources: [{id: a, reliability: B}]
claims: [{id: CLAIM, text: It burned}]
evidence:
- {id: e, source: a, published: "2024-01-02", bears: [{claim: CLAIM, stance: supports}]}
"""


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    told: str


def run(*arguments: str) -> Ran:
    """Run a command."""
    done = CliRunner().invoke(application(arguments[0]), list(arguments))
    return Ran(done.exit_code, done.stdout, done.stderr)

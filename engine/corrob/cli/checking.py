"""`corrob check`: the format of some data, and the statuses that its reviewers expect."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from corrob.cli.inputs import DEFAULT_PACK, Cases, load_judge
from corrob.cli.outputs import FAILED, GOOD, gravest, leave, say
from corrob.cli.verifying import Data, RegisterFile, Rules
from corrob.gating.expectations import hold
from corrob.model.result import Mismatch
from corrob.reading.cases import CaseFile


def check(
    data: Data,
    rules: Rules = DEFAULT_PACK,
    register: RegisterFile = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing where all is as expected.")] = False,
) -> None:
    """Check format and expectations; exit 1 where a status differs from what is expected."""
    from corrob.reports import tables  # noqa: PLC0415 - Rich is loaded only for people
    from corrob.reports.console import console, progress  # noqa: PLC0415

    judge, cases = load_judge(rules), Cases(data, register)
    unmet: list[tuple[str, Mismatch]] = []
    held = 0
    with progress(sys.stderr) as advance:
        for file in cases:
            assert file.case is not None, "only good cases are given"
            outcome = hold(file.case, judge)
            held += outcome.count
            unmet += [(_place(file, one), one) for one in outcome.mismatches]
            advance()
    tables.mismatches(console(sys.stdout), unmet)
    if not quiet or unmet:
        say(f"Rules: {judge.rulebook.named}")
        say(f"{cases.count} case(s), {held} expectation(s), {len(unmet)} not met")
    leave(gravest(cases.code, FAILED if unmet else GOOD))


def _place(file: CaseFile, one: Mismatch) -> str:
    return str(file.place(one.path))

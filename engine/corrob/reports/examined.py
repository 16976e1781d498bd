"""What was found wrong with a pack goes in, text comes out: for people, as JSON, and as case files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from corrob.diagnostics import Diagnostic
from corrob.model.finding import Examined, Finding
from corrob.reports import case_files


def told(finding: Finding) -> Iterator[str]:
    """Give the lines about one finding: the problem, and the case that shows it."""
    yield str(finding.diagnostic)
    if finding.example is not None:
        when = f", as of {finding.as_of}" if finding.as_of else ""
        yield f"    judge this{when}: {finding.shown}"
        yield from (f"    | {line}" for line in case_files.text(finding.example).splitlines())


def bounds(examined: Examined) -> str:
    """Say within which bounds claims were searched."""
    ways = f"{examined.settings} sorts of claim, each with up to {examined.items} items"
    left = f"; {examined.unread} rules, sets and tables could not be looked at" if examined.unread else ""
    return f"{ways} of {examined.kinds} kinds of evidence: {examined.tried:,} ways{left}"


def files(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """Give the examples as files, each a case of its file's name, so that all of them can be judged at once."""
    for number, finding in enumerate(findings, 1):
        if finding.example is not None:
            name = f"{number:02}-{finding.diagnostic.code}"
            yield f"{name}.yaml", case_files.text(replace(finding.example, case=name))


def document(examined: Iterable[tuple[str, Examined | None, tuple[Diagnostic, ...]]]) -> str:
    """Give everything as JSON, a pack an object."""
    packs = [
        {
            "pack": name,
            "problems": [_problem(one) for one in problems],
            "findings": [_finding(one) for one in found.findings] if found else [],
            "remarks": [_finding(one) for one in found.remarks] if found else [],
            "searched": bounds(found) if found else "",
        }
        for name, found, problems in examined
    ]
    return json.dumps(packs, indent=2, ensure_ascii=False) + "\n"


def _problem(one: Diagnostic) -> dict[str, Any]:
    at = one.span
    place = {"file": at.file, "line": at.line, "column": at.column}
    return {**place, "code": one.code, "message": one.message, "hint": one.hint}


def _finding(one: Finding) -> dict[str, Any]:
    example = case_files.text(one.example) if one.example is not None else None
    return {**_problem(one.diagnostic), "shown": one.shown, "as_of": one.as_of, "example": example}

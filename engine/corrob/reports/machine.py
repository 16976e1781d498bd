"""Results go in; JSON lines, one JSON document or CSV come out, the same bytes on every run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

import msgspec

from corrob.model.result import Result

COLUMNS = (
    "case", "claim", "as_of", "status", "confidence", "rule", "supports", "supports_at_least", "refutes",
    "refutes_at_least", "because", "packs",
)  # fmt: skip


def jsonl(results: Iterable[Result]) -> Iterator[str]:
    """Give one JSON object a line."""
    return lines(results)


def lines(values: Iterable[msgspec.Struct]) -> Iterator[str]:
    """Give one value a line."""
    encode = msgspec.json.Encoder().encode
    return (f"{encode(value).decode()}\n" for value in values)


def json(results: Iterable[Result]) -> Iterator[str]:
    """Give one JSON document, `{"results": […]}`."""
    yield '{"results": ['
    for number, line in enumerate(jsonl(results)):
        yield (",\n  " if number else "\n  ") + line.rstrip("\n")
    yield "\n]}\n"


def document(value: msgspec.Struct) -> Iterator[str]:
    """Give one value as an indented JSON document."""
    yield msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def csv_(results: Iterable[Result]) -> Iterator[str]:
    """Give a header and one row a result; what is absent (None) is an empty cell."""
    yield _row(COLUMNS)
    for one in results:
        supports, refutes = one.origins.supports, one.origins.refutes
        counts = (supports.count, supports.at_least, refutes.count, refutes.at_least)
        head = (one.case, one.claim, one.as_of, one.status, one.confidence, one.rule)
        yield _row((*head, *counts, one.because, ", ".join(one.packs)))


def _row(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()

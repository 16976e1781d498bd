"""A register is one document."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from corrob.reading.registers import read_register

REGISTER = '{"corrob": 1, "register": "r", "sources": [{"id": "s"}]}\n'


def told(name: str, data: bytes) -> tuple[list[str], list[str]]:
    """Give the sources of a register, and what is wrong with it."""
    Path(name).write_bytes(data)
    sources, problems = read_register(name, {})
    return [source.id for source in sources], list(map(str, problems))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_follows_the_one_document_of_a_register_is_refused() -> None:
    assert told("r.jsonl", REGISTER.encode() * 2) == (
        ["s"],
        ["r.jsonl:2:1: F012 a register is one document, and here is another"],
    )


def test_an_archive_that_breaks_off_after_a_register_is_told() -> None:
    whole = gzip.compress(REGISTER.encode())
    sources, problems = told("r.jsonl.gz", whole + gzip.compress(b"x" * 5_000)[:-9])
    assert sources == ["s"]
    assert [problem.split(" ")[1] for problem in problems] == ["Y001"]

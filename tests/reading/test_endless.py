"""Files without measure, read by the command itself in little memory and time: as they stand, or refused in one line."""

from __future__ import annotations

import gzip
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from corrob.codes import CODES
from corrob.reading.texts import BYTES, VALUES

HEAD = b"corrob: 1\ncase: c\nclaims: [{id: k, text: t}]\n"
JSON = b'{"corrob": 1, "case": "c", "claims": [{"id": "k", "text": "t"}]'
DEEP = "Y005 lists and mappings lie more than 64 deep in one another"
MANY = "Y008 the document holds more than 1,000,000 values [split it into several cases]"
LONG = "Y008 the document is longer than 128 MiB [split it into several cases; JSONL holds one a line]"
LAWS = os.environ.get("CORROB_LAWS", "")
heavy = pytest.mark.skipif(LAWS != "long", reason="it takes long; CORROB_LAWS=long runs it")
MEMORY = 2 * 1024 * 1024
"""In KiB."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(*files: str, seconds: float = 15) -> list[str]:
    """Check files by the command, in bounded memory and time of the processor; give what it tells of those that it refuses."""
    command = [
        "sh",
        "-c",
        f'ulimit -v {MEMORY}; exec "$@"',
        "sh",
        sys.executable,
        "-m",
        "corrob",
        "check",
        "-q",
        *files,
    ]
    environment = {**os.environ, "XDG_CACHE_HOME": str(Path.cwd() / "cache"), "PYTHONUTF8": "1"}
    begun = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert ended.ru_utime - begun.ru_utime + ended.ru_stime - begun.ru_stime < seconds
    lines = [line for line in run.stderr.splitlines() if not line.startswith("corrob: ")]
    assert (run.returncode, run.stdout) == (2 if lines else 0, "")
    return lines


def test_what_is_nested_without_end_is_refused_at_once() -> None:
    texts = {
        "a.yaml": (b"[" * 100_000, "1:65"),
        "b.yaml": (b"[" * 100_000 + b"]" * 100_000, "1:65"),
        "c.yaml": (b"- " * 100_000, "1:129"),
        "d.yaml": (b"{a: " * 100_000 + b"b" + b"}" * 100_000, "1:257"),
        "e.yaml": (b"".join(b" " * depth + b"a:\n" for depth in range(1_000)), "65:65"),
        "f.json": (b"[" * 100_000, "1:65"),
        "g.json": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "1:321"),
        "h.jsonl": (JSON + b', "labels": ' + b"[" * 100_000, "1:139"),
    }
    for name, (data, _) in texts.items():
        Path(name).write_bytes(data)
    path = " (at labels" + "[0]" * 63 + ")"
    places = [f"{name}:{place}: {DEEP}{path if name == 'h.jsonl' else ''}" for name, (_, place) in texts.items()]
    assert told(*texts, seconds=10) == places


def test_aliases_of_aliases_are_never_written_out() -> None:
    bomb = b"a0: &a0 [x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 99))
    Path("bomb.yaml").write_bytes(HEAD + bomb)
    codes = [line.split(" ")[1] for line in told("bomb.yaml", seconds=10)]
    assert (codes.count("Y004"), codes.count("F001"), len(codes)) == (99 + 2 * 98, 99, 99 * 2 + 2 * 98)


def test_numbers_without_end_are_refused() -> None:
    claim = ', "quantity": {"op": ">=", "value": %s}}]}'
    for name, number in {"a": "9" * 5_000, "b": "1e999999999", "c": "-1e400"}.items():
        Path(f"{name}.json").write_bytes(JSON[:-2].replace(b'"c"', f'"{name}"'.encode()) + (claim % number).encode())
    assert told("a.json", "b.json", "c.json", seconds=10) == [
        "a.json:1:98: F005 a number of 5000 characters is too long [write at most 40]",
        "b.json:1:98: F005 '1e999999999' is no number [write it as 1200, -3.5 or 1e6]",
        "c.json:1:98: F005 the number -1e400 is too large",
    ]


def test_a_line_of_a_hundred_megabytes_is_read() -> None:
    Path("a.yaml").write_bytes(HEAD + b'title: "' + b"x" * 100_000_000 + b'"\n')
    Path("b.json").write_bytes(JSON.replace(b'"c"', b'"d"') + b', "title": "' + b"x" * 100_000_000 + b'"}')
    assert told("a.yaml", "b.json") == []


@heavy
def test_a_word_of_a_hundred_megabytes_is_refused_without_a_search_for_near_ones() -> None:
    Path("a.yaml").write_bytes(HEAD + b"media: [{id: m, type: " + b"video" * 20_000_000 + b"}]\n")
    (line,) = told("a.yaml")
    assert line.startswith(f"a.yaml:4:23: F004 '{'video' * 12}…' is not known here; expected audio, ")


@heavy
def test_more_values_than_are_read_with_places_are_refused() -> None:
    Path("a.yaml").write_bytes(HEAD + b"labels: [" + b"a," * VALUES + b"]\n")
    Path("b.json").write_bytes(JSON + b', "labels": [' + b"1," * VALUES + b"1]}")
    assert told("a.yaml", "b.json") == [
        f"a.yaml:4:{2 * VALUES - 18}: {MANY}",
        f"b.json:1:{2 * VALUES + 61}: {MANY}",
    ]


def test_the_bounds_are_those_that_the_code_names() -> None:
    assert f"{BYTES // 1024**2} MiB" in CODES["Y008"].title
    assert f"{VALUES:,} values" in CODES["Y008"].title


def test_more_bytes_than_are_read_are_refused_and_the_next_line_is_read() -> None:
    Path("a.yaml").write_bytes(HEAD + b" " * BYTES)
    with gzip.open("b.jsonl.gz", "wb", compresslevel=1) as stream:
        stream.write(JSON + b"}\n" + b" " * BYTES + b" \n" + JSON + b"]\n")
    assert told("a.yaml", "b.jsonl.gz") == [
        f"a.yaml:1:1: {LONG}",
        f"b.jsonl.gz:2:1: {LONG}",
        "b.jsonl.gz:3:64: Y003 a ',' or '}' is asked for [the mapping begins in line 3, column 1]",
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no device without end")
def test_a_device_without_end_is_refused() -> None:
    Path("zeros.yaml").symlink_to("/dev/zero")
    assert told("zeros.yaml") == [f"zeros.yaml:1:1: {LONG}"]


def test_as_many_problems_as_values_take_no_longer_than_reading() -> None:
    numbers = range(50_000 if LAWS == "long" else 5_000)
    bearing = b"{id: e%d, source: s%d, bears: [{claim: c%d, stance: supports}]}"
    texts = {
        "a": HEAD + b"".join(b"titel%d: 1\n" % number for number in numbers),
        "b": HEAD + b"evidence: [" + b", ".join(bearing % (one, one, one) for one in numbers) + b"]\n",
        "c": b"claims: ["
        + b", ".join(b"{id: c%d, text: t, negates: c%d}" % (one, one ^ 1) for one in numbers)
        + b"]\n",
        "d": HEAD + b"exclusive: [" + b"k, " * len(numbers) + b"[k, l]]\n",
    }
    for name, text in texts.items():
        Path(f"{name}.yaml").write_bytes(b"corrob: 1\ncase: %s\n" % name.encode() + text.removeprefix(HEAD[:18]))
    codes = [line.split(" ")[1] for line in told("a.yaml", "b.yaml", "c.yaml", "d.yaml")]
    count = len(numbers)
    expected = {"F001": count, "F003": count, "R001": 2 * count + 1, "R006": count // 2}
    assert {code: codes.count(code) for code in sorted({*codes})} == expected

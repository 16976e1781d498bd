"""Whatever is written: values or diagnostics come of it and never a fault; and what is accepted can be judged."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given

from bad.doors import HERE, bad_files
from commands import ROOT
from corrob import rulebook
from corrob.codes import CODES
from corrob.diagnostics import Diagnostic
from corrob.examining.inline import inline_tests
from corrob.examining.running import run
from corrob.gating.expectations import hold
from corrob.model.case import Register
from corrob.model.rule import Rulebook
from corrob.reading import cases
from corrob.reading.cases import CaseFile, read_case
from corrob.reading.documents import Document
from corrob.reading.registers import read_register
from corrob.verifying.decide import durable_available
from corrob.verifying.judge import Judge
from laws.drawing import law, randoms
from laws.little_pack import PACK
from laws.spoiling import Keys, as_json, as_yaml, garbled, spoilt, tree, written
from oracle.generate import random_as_of, random_case
from stories import judge

SEEDS = [
    *sorted(ROOT.glob("fixtures/*/case.yaml")),
    *sorted(ROOT.glob("rules/*/*.yaml")),
    *(file for name in bad_files() for file in sorted({HERE / name, *(HERE / name).rglob("*.yaml")}) if file.is_file()),
]
"""The files whose bytes are garbled."""

MATCHERS = ("direct", "durable") if durable_available() else ("direct",)


def fit(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> bool:
    """Hold diagnostics to their form; tell whether there are none."""
    for one in diagnostics:
        assert one.code in CODES
        assert one.message
        assert one.span.line >= 1
        assert one.span.column >= 1
        assert str(one).isprintable()
    return not diagnostics


def judged(read: CaseFile, rng: Random) -> bool:
    """Judge a case that was accepted, whole and as of a date; tell whether it was."""
    assert fit(read.diagnostics) == (read.case is not None)
    if read.case is None:
        return False
    for as_of in (None, random_as_of(rng, read.case)):
        results = judge().judge(read.case, as_of).results
        assert [result.claim for result in results] == [claim.id for claim in read.case.claims]
    hold(read.case, judge())
    return True


def expecting(data: Keys, rng: Random) -> Keys:
    """Add to a case what its reviewers expect."""
    counts = Keys([("supports", "1"), ("refutes", "0")])
    expect = Keys([("claim", "c0"), ("status", rng.choice(("attributed", "open"))), ("as_of", "2024-01-05")])
    facets = Keys([("denied_by", ["s0", "s1"]), ("range", "1-2")])
    expect += [("origins", counts), ("confidence", "low"), ("facets", facets), ("note", "so it was agreed")]
    return Keys([*data, ("expect", [expect])])


@given(randoms())
@law(quick=150, long=5_000)
def test_a_spoilt_case_is_refused_or_judged(rng: Random) -> None:
    data = spoilt(expecting(written(random_case(rng)), rng), rng, rng.randrange(4))
    judged(read_case(Document(as_yaml(data).encode(), "f")), rng)


@given(randoms())
@law(quick=150, long=5_000)
def test_a_spoilt_case_of_json_is_refused_or_judged_and_read_in_one_way(rng: Random) -> None:
    data = spoilt(written(random_case(rng)), rng, rng.randrange(4))
    document = Document(as_json(data).encode(), "f", 3, rng.choice(("json", "jsonl")))
    read = read_case(document)
    judged(read, rng)
    if cases._fast(document):  # noqa: SLF001 - the fast way and the slow one have no doors of their own
        assert cases._slow(document, {}) == read  # noqa: SLF001


@given(randoms())
@law(quick=80, long=2_000)
def test_a_spoilt_register_is_refused_or_used(rng: Random) -> None:
    case = random_case(rng)
    register = written(Register(1, "r", case.sources))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "register.yaml"
        file.write_bytes(as_yaml(spoilt(register, rng, rng.randrange(3))).encode())
        sources, diagnostics = read_register(str(file), {})
    if fit(diagnostics):
        known = {source.id: source for source in sources}
        bare = msgspec.json.encode(msgspec.structs.replace(case, sources=()))
        judged(read_case(Document(bare, "f", 1, "json"), known), rng)


@given(randoms())
@law(quick=200, long=10_000)
def test_garbled_bytes_are_refused_or_judged(rng: Random) -> None:
    data = garbled(rng.choice(SEEDS).read_bytes(), rng, rng.randrange(1, 4))
    for language in ("yaml", "json"):
        read = read_case(Document(data, "f", 1, language))
        if read.case and len(read.case.claims) < 5:
            judged(read, rng)
        else:
            fit(read.diagnostics)


def loaded(files: dict[str, bytes]) -> Rulebook | None:
    """Load a pack of some files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        book, diagnostics = rulebook.load(folder)
    assert fit(diagnostics) == (book is not None)
    return book


def used(book: Rulebook, rng: Random) -> None:
    """Judge little cases by a pack that was accepted, with one of the matchers."""
    made = Judge(book, rng.choice(MATCHERS))
    for case in (random_case(rng) for _ in range(3)):
        results = made.judge(case, random_as_of(rng, case)).results
        assert [result.claim for result in results] == [claim.id for claim in case.claims]
    for test in inline_tests(book):
        run(test, made)


@given(randoms())
@law(quick=120, long=3_000)
def test_a_spoilt_pack_is_refused_or_judges(rng: Random) -> None:
    book = loaded({"pack.yaml": as_yaml(spoilt(tree(PACK), rng, rng.randrange(1, 4))).encode()})
    if book:
        used(book, rng)


@given(randoms())
@law(quick=120, long=5_000)
def test_a_garbled_pack_is_refused_or_judges(rng: Random) -> None:
    book = loaded({"pack.yaml": garbled(PACK.encode(), rng, rng.randrange(1, 4))})
    if book:
        used(book, rng)


@pytest.mark.parametrize("write", [as_yaml, as_json])
def test_what_is_not_spoilt_is_accepted_and_judged(write: object) -> None:
    assert callable(write)
    language = "yaml" if write is as_yaml else "json"
    for seed in range(20):
        rng = Random(seed)
        text = write(written(random_case(rng)))
        assert judged(read_case(Document(text.encode(), "f", 1, language)), rng), text


def test_the_little_pack_is_accepted_and_judges() -> None:
    book = loaded({"pack.yaml": as_yaml(tree(PACK)).encode()})
    assert book is not None
    used(book, Random(0))

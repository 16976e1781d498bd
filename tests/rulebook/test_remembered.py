"""What was read once is remembered, and read again as soon as anything that it came from is another."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from corrob import rulebook
from corrob.model.rule import Rulebook
from corrob.rulebook.remembered import KEPT
from corrob.rulebook.shelves import SHELVES


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "corrob"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHELVES[0], tmp_path / "packs"))


def recalled(asked: str) -> Rulebook:
    book, problems = rulebook.recall(asked)
    assert book is not None, problems
    return book


def untested(asked: str) -> Rulebook:
    book, problems = rulebook.load(asked)
    assert book is not None, problems
    bare = [tuple(replace(rule, tests=()) for rule in rules) for rules in (book.rules, book.removals, *book.stages)]
    return replace(book, rules=bare[0], removals=bare[1], stages=tuple(bare[2:]), tests=(), provenance=None)


@pytest.mark.parametrize("pack", ["core", "conflict-desk", "newsroom"])
def test_a_rulebook_is_remembered_whole_but_for_its_tests(home: Path, pack: str) -> None:
    first = recalled(pack)
    assert first == untested(pack)
    assert len(list(home.iterdir())) == 1
    assert recalled(pack) == first


@pytest.mark.parametrize("pack", ["conflict-desk", "core"])
def test_a_change_of_the_pack_or_of_its_base_is_seen(home: Path, packs: Path, pack: str) -> None:
    asked = str(packs / "conflict-desk")
    before = recalled(asked)
    file = packs / pack / "pack.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('version: "1.0.0"', 'version: "1.0.1"', 1), encoding="utf-8"
    )
    assert recalled(asked) != before
    assert recalled(asked) == untested(asked)
    assert len(list(home.iterdir())) == 2


def test_a_broken_memory_is_read_again(home: Path) -> None:
    first = recalled("core")
    for memory in home.iterdir():
        memory.write_bytes(b"broken")
    assert recalled("core") == first


def test_where_nothing_can_be_kept_packs_are_read_each_time(home: Path) -> None:
    home.parent.mkdir()
    home.write_text("a file stands where the folder should be")
    assert recalled("core") == untested("core")


def test_a_faulty_pack_is_never_remembered(home: Path, packs: Path) -> None:
    (packs / "core" / "pack.yaml").write_text("pack: core\n", encoding="utf-8")
    book, problems = rulebook.recall(str(packs / "core"))
    assert book is None
    assert problems
    assert not home.exists()


def test_only_so_many_are_remembered_and_the_oldest_are_forgotten(home: Path) -> None:
    home.mkdir(parents=True)
    for number in range(KEPT + 3):
        (home / f"{number}.rulebook").write_bytes(b"old")
        os.utime(home / f"{number}.rulebook", (number, number))
    recalled("core")
    left = {path.name for path in home.iterdir()}
    assert len(left) == KEPT
    assert {"0.rulebook", "3.rulebook"}.isdisjoint(left)
    assert "4.rulebook" in left
    assert recalled("core") == untested("core")

"""How packs are found, and which versions will do."""

from __future__ import annotations

from pathlib import Path

import pytest

from corrob.rulebook import load
from corrob.rulebook.shelves import SHELVES, shipped
from rulebook.shelf import GROUND, Shelf, pack_hash, told


def header(name: str, *bases: str, version: str = "1.0.0") -> str:
    extends = ", ".join(f"{{pack: {base}}}" for base in bases)
    return f'pack: {name}\nversion: "{version}"\nextends: [{extends}]\n'


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_packs_are_right(name: str) -> None:
    book, problems = load(name)
    assert problems == []
    assert book is not None
    assert book.name == name


def test_packs_stand_in_the_checkout_or_in_the_package() -> None:
    assert [(shelf.parent.name != "corrob", shelf.name) for shelf in SHELVES] == [(True, "rules"), (False, "packs")]


def test_a_pack_is_found_by_its_folder(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put("ground", pack=GROUND)
    (by_name, one), (by_path, other) = load("ground"), load(str(tmp_path / "ground"))
    assert (by_name, one) == (by_path, other)
    assert by_name is not None


def test_a_pack_that_is_not_there_is_named_with_its_neighbours(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND)
    assert told("grond") == ["grond:1:1: P001 the pack 'grond' cannot be found [did you mean 'ground'?]"]
    assert told("some/where") == ["some/where:1:1: P001 the folder holds no pack: pack.yaml is not there"]


def test_a_base_that_is_not_there_is_named_where_it_is_asked_for(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND)
    above = shelf.put("above", pack=header("above", "grond"))
    assert told(above) == ["above/pack.yaml:3:18: P001 the pack 'grond' cannot be found [did you mean 'ground'?]"]


def test_a_base_has_the_name_of_its_folder(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND.replace("pack: ground", "pack: soil"))
    above = shelf.put("above", pack=header("above", "ground"))
    assert told(above) == [
        "above/pack.yaml:3:18: P001 the folder 'ground' holds the pack 'soil'"
        " [a pack that others build on has the name of its folder]"
    ]


def test_a_pack_may_extend_one_beside_it_or_a_shipped_one(shelf: Shelf) -> None:
    shelf.put("first", pack=header("first", "core"))
    book, problems = load(shelf.put("second", pack=header("second", "first")))
    assert problems == []
    assert book is not None
    assert [pack.name for pack in book.packs] == ["core", "first", "second"]


def test_a_base_of_two_bases_is_read_once(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND)
    shelf.put("left", pack=header("left", "ground"))
    shelf.put("right", pack=header("right", "ground"))
    book, problems = load(shelf.put("top", pack=header("top", "right", "left")))
    assert problems == []
    assert book is not None
    assert [pack.name for pack in book.packs] == ["ground", "right", "left", "top"]


@pytest.mark.parametrize("versions", [">=1.0 <2", ">=1.0, <2", ">=1.0,<2", "==1.2.0", "~=1.1", ""])
def test_a_range_of_versions_is_written_with_spaces_or_commas(shelf: Shelf, versions: str) -> None:
    shelf.put("ground", pack=GROUND)
    text = header("above", "ground").replace("{pack: ground}", f'{{pack: ground, version: "{versions}"}}')
    assert told(shelf.put("above", pack=text)) == []


@pytest.mark.parametrize(
    ("versions", "problem"),
    [
        (">=2", "P002 the pack 'ground' has version 1.2.0, not one of '>=2'"),
        ("new", "P002 'new' is no range of versions [write it as \">=1.0 <2\"]"),
    ],
)
def test_a_version_outside_the_range_is_named_with_its_place(shelf: Shelf, versions: str, problem: str) -> None:
    shelf.put("ground", pack=GROUND)
    text = header("above", "ground").replace("{pack: ground}", f'{{pack: ground, version: "{versions}"}}')
    assert told(shelf.put("above", pack=text)) == [f"above/pack.yaml:3:35: {problem}"]


def test_packs_do_not_build_on_each_other_in_a_circle(shelf: Shelf) -> None:
    shelf.put("left", pack=header("left", "right"))
    shelf.put("right", pack=header("right", "left"))
    assert told("left") == ["right/pack.yaml:3:18: P003 packs build on each other in a circle: left → right → left"]


def test_the_lists_of_all_files_are_read_as_one(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND, b="rules: [{id: b, gives: sure}]", a="rules: [{id: a, gives: sure, beats: b}]")
    book, problems = load("ground")
    assert problems == []
    assert book is not None
    assert [rule.id for rule in book.rules] == ["ground/a", "ground/b"]


def test_files_of_tests_are_no_part_of_the_pack(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND, **{"some.test": "]"})
    assert told("ground") == []


def test_a_file_that_cannot_be_read_hides_no_other(shelf: Shelf) -> None:
    shelf.put("ground", pack=GROUND, a="rules: [", b="rulez: []", c="")
    problems = told("ground")
    assert [problem.split(" ")[:2] for problem in problems] == [
        ["ground/a.yaml:2:1:", "Y003"],
        ["ground/b.yaml:1:1:", "F001"],
        ["ground/c.yaml:1:1:", "Y007"],
    ]


def states(shelf: Shelf, **files: str) -> str:
    """Give the hash of the ground pack with further files."""
    return shelf.load(**files).packs[0].hash


def test_the_hash_of_a_pack_is_that_of_its_rule_files_by_name_and_bytes(shelf: Shelf) -> None:
    first = states(shelf)
    assert first == pack_hash({"pack.yaml": GROUND, "rules.yaml": "rules: []"})
    assert states(shelf, more="rules: []") == pack_hash(
        {"more.yaml": "rules: []", "pack.yaml": GROUND, "rules.yaml": "rules: []"}
    )
    (Path(shelf.folder) / "ground" / "more.yaml").rename(Path(shelf.folder) / "ground" / "z.yaml")
    assert len({first, states(shelf), states(shelf, z="rules: [] # or none")}) == 3


def test_the_hash_minds_neither_line_ends_nor_tests_in_files_of_their_own(shelf: Shelf, tmp_path: Path) -> None:
    first = states(shelf)
    (tmp_path / "ground" / "some.test.yaml").write_text("tests: []\n")
    assert states(shelf) == first
    for ends in ("\r\n", "\r"):
        text = GROUND.replace("\n", ends).encode()
        (tmp_path / "ground" / "pack.yaml").write_bytes(text)
        book, _ = load(str(tmp_path / "ground"))
        assert book is not None
        assert book.packs[0].hash == first

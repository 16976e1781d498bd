"""What a pack builds on is held to what it was when the pack was locked."""

from __future__ import annotations

from pathlib import Path

import pytest

from corrob.model.rule import PackId
from corrob.rulebook import load, locks, recall
from corrob.rulebook.loading import load_pack
from corrob.rulebook.packs import Pack
from rulebook.shelf import GROUND, Shelf

HINT = "[run `corrob rules lock` after reading what changed]"
HEADER = 'pack: above\nversion: "2.0.0"\nextends: [{pack: ground}]\n'


@pytest.fixture
def above(shelf: Shelf) -> str:
    """Give a locked pack on a locked one."""
    shelf.put("ground", pack=GROUND)
    path = shelf.put("above", pack=HEADER)
    for pack in ("ground", "above"):
        write(str(shelf.folder / pack))
    return path


def pack_at(path: str) -> Pack:
    pack, problems = load_pack(path)
    assert pack is not None, problems
    return pack


def write(path: str) -> None:
    """Lock a pack as it stands."""
    pack = pack_at(path)
    locks.path_of(pack).write_text(locks.lock_of(pack), encoding="utf-8")


def told(path: str) -> list[str]:
    return list(map(str, load(path)[1]))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_lock_holds_the_pack_and_all_that_it_builds_on_by_name(above: str) -> None:
    pack = pack_at(above)
    assert [base.name for base in pack.bases] == ["ground"]
    assert Path(above, "pack.lock").read_text(encoding="utf-8").splitlines()[1:] == [
        "packs:",
        f'  above: {{version: "2.0.0", sha256: {pack.id.hash}}}',
        f'  ground: {{version: "1.2.0", sha256: {pack.bases[0].hash}}}',
    ]
    assert told(above) == []


def test_names_and_versions_that_yaml_would_misread_are_quoted(above: str) -> None:
    pack = pack_at(above)
    odd = Pack(PackId("a: b", '1"', hash="ff"), pack.folder, pack.files)
    assert locks.lock_of(odd).splitlines()[2] == '  "a: b": {version: "1\\"", sha256: ff}'


def test_a_base_whose_rules_changed_under_the_same_version_is_told(above: str, shelf: Shelf) -> None:
    edit(shelf.folder / "ground" / "pack.yaml", "value: 2", "value: 3")
    line = "pack.lock:4:3: P017 the pack 'ground' 1.2.0 is not as it was locked: its rules changed"
    assert told(above) == [f"above/{line} {HINT}"]


def test_a_base_of_another_version_is_told(above: str, shelf: Shelf) -> None:
    edit(shelf.folder / "ground" / "pack.yaml", "1.2.0", "1.3.0")
    assert told(above) == [
        f"above/pack.lock:4:3: P017 the pack 'ground' has version 1.3.0, and 1.2.0 was locked {HINT}"
    ]


def test_a_base_that_came_or_went_is_told(above: str, shelf: Shelf) -> None:
    shelf.put("soil", pack=GROUND.replace("pack: ground", "pack: soil"))
    edit(Path(above, "pack.yaml"), "pack: ground", "pack: soil")
    assert told(above) == [
        f"above/pack.lock:2:1: P017 the pack 'soil' is not among what was locked {HINT}",
        f"above/pack.lock:4:3: P017 the pack does not build on 'ground' any more {HINT}",
    ]


def test_the_pack_itself_may_change_and_only_the_check_of_all_minds(above: str) -> None:
    edit(Path(above, "pack.yaml"), "2.0.0", "2.1.0")
    assert told(above) == []
    assert list(map(str, locks.check_whole(pack_at(above)))) == [
        f"above/pack.lock:3:3: P017 the pack 'above' has version 2.1.0, and 2.0.0 was locked {HINT}"
    ]


def test_a_pack_without_a_lock_is_held_to_nothing_and_the_check_of_all_says_so(above: str) -> None:
    Path(above, "pack.lock").unlink()
    assert told(above) == []
    assert list(map(str, locks.check_whole(pack_at(above)))) == [
        "above/pack.yaml:1:1: P017 the pack has no pack.lock [run `corrob rules lock`]"
    ]


def test_a_lock_that_cannot_be_read_is_told_and_can_be_written_anew(above: str) -> None:
    Path(above, "pack.lock").write_text("packs: {ground: {version: 1}}\n", encoding="utf-8")
    assert told(above) == ["above/pack.lock:1:17: F002 the key 'sha256' is missing [The hash of its rule files.]"]
    write(above)
    assert told(above) == []


def test_a_base_with_a_lock_of_its_own_is_held_to_it(shelf: Shelf, above: str) -> None:
    assert told(above) == []
    shelf.put("top", pack='pack: top\nversion: "1.0.0"\nextends: [{pack: above}]\n')
    edit(shelf.folder / "ground" / "pack.yaml", "value: 2", "value: 3")
    pack, problems = load_pack(str(shelf.folder / "top"))
    assert (pack, [problem.span.file for problem in problems]) == (None, ["above/pack.lock"])


def test_a_rulebook_that_is_remembered_is_held_to_a_lock_that_changed(
    above: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert recall(above)[1] == []
    edit(Path(above, "pack.lock"), "1.2.0", "1.1.0")
    assert [problem.code for problem in recall(above)[1]] == ["P017"]

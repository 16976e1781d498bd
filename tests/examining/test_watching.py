"""A change of any file that a pack is made of gives a sign; all else gives none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corrob.examining import watching
from corrob.examining.watching import changes, state
from rulebook.shelf import GROUND, Shelf


def write_pack(shelf: Shelf) -> str:
    shelf.put("ground", pack=GROUND)
    return shelf.put("above", pack='pack: above\nversion: "1.0.0"\nextends: [{pack: ground}]\n')


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (lambda shelf: shelf.put("above", rules="rules: []"), True),
        (lambda shelf: shelf.put("above", **{"more.test": "tests: []"}), True),
        (lambda shelf: shelf.put("ground", pack=GROUND + "# more\n"), True),
        (lambda shelf: (shelf.folder / "above" / "pack.yaml").unlink(), True),
        (lambda shelf: (shelf.folder / "above" / "notes.txt").write_text("none"), False),
        (lambda _: None, False),
    ],
)
def test_all_files_of_a_pack_and_of_those_beside_it_are_looked_at(
    shelf: Shelf, change: Callable[[Shelf], object], seen: bool
) -> None:
    pack = write_pack(shelf)
    before = state([pack])
    change(shelf)
    assert (state([pack]) != before) == seen


def test_a_sign_is_given_for_every_change_and_between_them_it_sleeps(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, slept = write_pack(shelf), []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) % 2 == 0:
            shelf.put("above", **{f"rules{len(slept)}": "rules: []"})

    monkeypatch.setattr(watching, "sleep", sleep)
    signs = changes([pack], state([pack]), 0.1)
    for _ in range(3):
        next(signs)
    assert slept == [0.1] * 6


def test_what_changes_while_a_sign_is_dealt_with_gives_one_as_well(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = write_pack(shelf)
    monkeypatch.setattr(watching, "sleep", lambda _: shelf.put("above", a="rules: []"))
    signs = changes([pack], state([pack]))
    next(signs)
    shelf.put("above", b="rules: []")
    monkeypatch.setattr(watching, "sleep", lambda _: pytest.fail("it did not see the change"))
    next(signs)


def test_what_changed_since_the_state_was_looked_at_gives_a_sign_at_once(shelf: Shelf) -> None:
    pack = write_pack(shelf)
    before = state([pack])
    shelf.put("above", more="rules: []")
    assert next(changes([pack], before)) is None

"""A pack of a revision: every place in it is told as one of the revision."""

from __future__ import annotations

import shutil
from pathlib import Path

from commands import ROOT
from corrob.model.rule import Rule
from corrob.reading.revisions import Revision, Snapshot
from corrob.rulebook.revisions import load_from


def snapshot(folder: Path) -> Snapshot:
    shutil.copytree(ROOT / "rules", folder / "rules")
    return Snapshot(Revision("v1", "rules/conflict-desk"), folder, folder / "rules" / "conflict-desk")


def test_rules_removals_and_stages_stand_at_the_revision(tmp_path: Path) -> None:
    book, problems = load_from(snapshot(tmp_path / "top"))
    assert book is not None
    assert problems == []
    rules: list[Rule] = [*book.rules, *book.removals, *(one for stage in book.stages for one in stage)]
    assert {one.span.file.rpartition("/")[0] for one in rules} == {
        "git:v1:rules/core",
        "git:v1:rules/conflict-desk",
    }


def test_so_do_problems(tmp_path: Path) -> None:
    held = snapshot(tmp_path / "top")
    (held.path / "pack.yaml").write_text("pack: conflict-desk\nversoin: 1\n")
    book, problems = load_from(held)
    assert book is None
    assert {one.span.file.rpartition("/")[0] for one in problems} == {"git:v1:rules/conflict-desk"}

"""Files as they are at a revision: what is asked for, what is written, how it is told, what cannot be given."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from corrob.diagnostics import Diagnostic, Span
from corrob.reading.revisions import Revision, Snapshot, data_of, pack_of, revision


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=n", "-c", "user.email=e", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def commit(folder: Path, tag: str, **files: str) -> None:
    """Write files (`__` is a slash, `_` a dot) and commit them."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", tag)
    git(folder, "tag", tag)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with two tagged revisions, in which the tests stand."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "-q")
    old = {
        "rules__a__pack_yaml": "a1",
        "rules__b__pack_yaml": "b1",
        "rules__b__more_yaml": "m1",
        "rules__b__x_txt": "x",
    }
    data = {"data__in__one_yaml": "o1", "data__register_yaml": "r1", "register_yaml": "top", "other_yaml": "z"}
    commit(folder, "v1", **old, **data)
    commit(folder, "v2", rules__a__pack_yaml="a2", data__in__one_yaml="o2")
    monkeypatch.chdir(folder)
    return folder


def written(snapshot: Snapshot | Diagnostic) -> dict[str, str]:
    assert isinstance(snapshot, Snapshot)
    files = (path for path in snapshot.top.rglob("*") if path.is_file())
    return {path.relative_to(snapshot.top).as_posix(): path.read_text() for path in sorted(files)}


def refused(snapshot: Snapshot | Diagnostic) -> str:
    assert isinstance(snapshot, Diagnostic)
    return str(snapshot)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("git:v1", Revision("v1")),
        ("git:v1:", Revision("v1", "")),
        ("git:v1:rules/a", Revision("v1", "rules/a")),
        ("git:HEAD~1:a:b", Revision("HEAD~1", "a:b")),
        ("rules/a", None),
        ("github", None),
    ],
)
def test_a_revision_is_asked_for_with_or_without_a_path(text: str, wanted: Revision | None) -> None:
    assert revision(text) == wanted
    assert wanted is None or str(wanted) == text


@pytest.mark.usefixtures("repository")
def test_a_pack_comes_with_those_beside_it_and_nothing_else(tmp_path: Path) -> None:
    packs = pack_of(Revision("v1", "rules/a"), None, tmp_path / "old")
    assert written(packs) == {"rules/a/pack.yaml": "a1", "rules/b/more.yaml": "m1", "rules/b/pack.yaml": "b1"}
    assert isinstance(packs, Snapshot)
    assert packs.path == packs.top / "rules/a"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("data/in", {"data/in/one.yaml": "o1", "data/register.yaml": "r1", "register.yaml": "top"}),
        ("data/in/one.yaml", {"data/in/one.yaml": "o1", "data/register.yaml": "r1", "register.yaml": "top"}),
        ("other.yaml", {"other.yaml": "z", "register.yaml": "top"}),
        (
            "rules/b",
            {"register.yaml": "top", "rules/b/more.yaml": "m1", "rules/b/pack.yaml": "b1", "rules/b/x.txt": "x"},
        ),
    ],
)
def test_data_come_with_the_registers_above_them(tmp_path: Path, path: str, wanted: dict[str, str]) -> None:
    assert written(data_of(Revision("v1", path), None, tmp_path / "old")) == wanted


@pytest.mark.usefixtures("repository")
def test_the_whole_repository_may_be_data(tmp_path: Path) -> None:
    assert len(written(data_of(Revision("v1", ""), None, tmp_path / "old"))) == 8
    assert len(written(data_of(Revision("v1", "."), None, tmp_path / "new"))) == 8


def test_without_a_path_it_is_that_of_the_other_side(repository: Path, tmp_path: Path) -> None:
    asked, other = Revision("v1"), repository / "rules" / "a"
    assert written(pack_of(asked, other, tmp_path / "old"))["rules/a/pack.yaml"] == "a1"
    assert written(pack_of(asked, Path("rules/a"), tmp_path / "new"))["rules/a/pack.yaml"] == "a1"


def test_the_repository_is_that_of_the_other_side(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert written(pack_of(Revision("v1"), repository / "rules/a", tmp_path / "old"))["rules/a/pack.yaml"] == "a1"
    gone = repository / "rules" / "gone"
    told = refused(pack_of(Revision("v1"), gone, tmp_path / "new"))
    assert told.startswith("git:v1:1:1: P001 the revision has no 'rules/gone'")


def test_a_path_with_a_dot_starts_where_one_stands(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "rules" / "b")
    for number, path in enumerate(("../a", "./../a")):
        assert "rules/a/pack.yaml" in written(pack_of(Revision("v1", path), None, tmp_path / str(number)))
    assert "outside of the repository" in refused(pack_of(Revision("v1", "../../../x"), None, tmp_path / "no"))


def test_a_pack_may_be_the_repository_itself(repository: Path, tmp_path: Path) -> None:
    commit(repository, "v3", pack_yaml="p")
    snapshot = pack_of(Revision("v3", "."), None, tmp_path / "old")
    assert isinstance(snapshot, Snapshot)
    assert (snapshot.path, snapshot.path.name) == (snapshot.top, "repo")
    assert written(snapshot) == {"other.yaml": "z", "pack.yaml": "p", "register.yaml": "top"}


def test_a_name_that_looks_like_a_pattern_is_none(repository: Path, tmp_path: Path) -> None:
    odd = repository / "odd[1]*" / "a"
    odd.mkdir(parents=True)
    (odd / "pack.yaml").write_text("odd")
    commit(repository, "v3", odd1x__pack_yaml="no", odd1x__a__pack_yaml="no")
    assert written(pack_of(Revision("v3", "odd[1]*/a"), None, tmp_path / "old")) == {"odd[1]*/a/pack.yaml": "odd"}
    data = written(data_of(Revision("v3", "odd[1]*"), None, tmp_path / "new"))
    assert data == {"odd[1]*/a/pack.yaml": "odd", "register.yaml": "top"}


def test_files_that_archives_leave_out_are_there(repository: Path, tmp_path: Path) -> None:
    (repository / ".gitattributes").write_text("data export-ignore\n")
    commit(repository, "v3")
    assert "data/in/one.yaml" in written(data_of(Revision("v3", "data"), None, tmp_path / "old"))


def test_files_that_a_sparse_checkout_leaves_out_are_there(repository: Path, tmp_path: Path) -> None:
    git(repository, "sparse-checkout", "set", "data")
    assert not (repository / "rules").exists()
    assert "rules/a/pack.yaml" in written(pack_of(Revision("v1", "rules/a"), None, tmp_path / "old"))


def test_nothing_in_the_repository_changes_and_no_hook_runs(repository: Path, tmp_path: Path) -> None:
    hook = repository / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    hook.chmod(0o755)
    (repository / "rules" / "a" / "pack.yaml").write_text("mine")
    index = (repository / ".git" / "index").read_bytes()
    pack_of(Revision("v1", "rules/a"), None, tmp_path / "old")
    assert (repository / "rules" / "a" / "pack.yaml").read_text() == "mine"
    assert (repository / ".git" / "index").read_bytes() == index
    assert not (tmp_path / "ran").exists()


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("git:mian:rules/a", "git:mian:rules/a:1:1: P001 the repository has no revision 'mian' [did you mean 'main'?]"),
        ("git:-x:rules/a", "git:-x:rules/a:1:1: P001 the repository has no revision '-x'"),
        ("git::rules/a", "git::rules/a:1:1: P001 the repository has no revision ''"),
        (
            "git:v1:rules/z",
            "git:v1:rules/z:1:1: P001 the revision has no 'rules/z' [the path starts at the top of the repository]",
        ),
        ("git:v1", "git:v1:1:1: P001 no path is given, and none by the other side [write git:v1:PATH]"),
    ],
)
def test_what_cannot_be_given_is_told_with_what_to_do(tmp_path: Path, asked: str, told: str) -> None:
    wanted = revision(asked)
    assert wanted is not None
    assert refused(pack_of(wanted, None, tmp_path / "old")) == told
    assert refused(data_of(wanted, None, tmp_path / "old")) == told.replace("P001", "Y001")


def test_no_repository_is_told_in_git_s_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    told = refused(pack_of(Revision("v1", "a"), None, tmp_path / "old"))
    assert told.startswith("git:v1:a:1:1: P001 git cannot give it: not a git repository")


def test_no_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    told = refused(pack_of(Revision("v1", "a"), None, tmp_path / "old"))
    assert told == "git:v1:a:1:1: P001 git is not installed here, so that no revision can be read"


@pytest.mark.parametrize("here", ["repo", ".", "/"])
def test_messages_never_name_the_folder(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str
) -> None:
    snapshot = pack_of(Revision("v1", "rules/a"), None, tmp_path / "old")
    assert isinstance(snapshot, Snapshot)
    monkeypatch.chdir(repository.parent / here)
    file = snapshot.path / "pack.yaml"
    shown = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
    one = Diagnostic(Span(str(shown), 3, 4), "P001", f"first in {file}:7", f"see {snapshot.top}")
    assert snapshot.diagnostic(one) == Diagnostic(
        Span("git:v1:rules/a/pack.yaml", 3, 4), "P001", "first in git:v1:rules/a/pack.yaml:7", "see git:v1:"
    )

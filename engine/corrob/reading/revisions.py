"""`git:REV:PATH` goes in; the files as they are at that revision come out, in a folder that messages never name."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from corrob.diagnostics import Diagnostic, Span, did_you_mean
from corrob.reading.files import REGISTER
from corrob.reading.paths import resolved, seen

PREFIX: Final = "git:"
_SPECIAL: Final = re.compile(r"([*?\[\\])")


class Revision(Struct, frozen=True):
    """What is asked for of a repository: a revision, and a path in it or None for the path of another argument."""

    name: str
    path: str | None = None

    @property
    def prefix(self) -> str:
        """What stands before a path in the repository, in messages."""
        return f"{PREFIX}{self.name}:"

    def __str__(self) -> str:
        return self.prefix.removesuffix(":") if self.path is None else f"{self.prefix}{self.path}"


def revision(text: str) -> Revision | None:
    """Read an argument; None where it does not ask for a revision."""
    if not text.startswith(PREFIX):
        return None
    name, colon, path = text.removeprefix(PREFIX).partition(":")
    return Revision(name, path if colon else None)


class Snapshot(Struct, frozen=True):
    """Files of a revision in a folder of their own: where the path that was asked for stands, and how it is told."""

    revision: Revision
    top: Path
    path: Path

    def told(self, text: str) -> str:
        """Name files as those of the revision, wherever a text names the folder."""
        here = Path.cwd()
        below = [self.top.relative_to(here)] if self.top.is_relative_to(here) else []
        for folder in (self.top, *below):
            text = text.replace(f"{folder}{os.sep}", self.revision.prefix).replace(str(folder), self.revision.prefix)
        return text

    def diagnostic(self, one: Diagnostic) -> Diagnostic:
        """Give a problem with its place as it is told."""
        return Diagnostic(self.span(one.span), one.code, self.told(one.message), self.told(one.hint))

    def span(self, span: Span) -> Span:
        """Give a place as it is told."""
        return Span(self.told(span.file), span.line, span.column, span.path)


class _Refused(Exception):  # noqa: N818 - it ends a walk, and is given back as a value
    """What is asked for cannot be given: why, and a hint or ''."""


class _Repository(Struct, frozen=True):
    """A repository, the revision asked for in it, and that revision's own name (its hash)."""

    top: Path
    revision: str

    def git(self, *arguments: str, **env: str) -> str:
        return _git(self.top, *arguments, **env)

    def has(self, path: str) -> bool:
        """Tell whether the revision has a file or a folder."""
        try:
            self.git("cat-file", "-e", f"{self.revision}:{path}")
        except _Refused:
            return False
        return True


def pack_of(asked: Revision, like: Path | None, into: Path) -> Snapshot | Diagnostic:
    """Write the pack of a revision, and those beside it there; `like` gives the path where none is given."""
    return _written(asked, like, into, "P001", _beside)


def data_of(asked: Revision, like: Path | None, into: Path) -> Snapshot | Diagnostic:
    """Write a file or folder of a revision, with the registers that stand above it there."""
    return _written(asked, like, into, "Y001", _with_registers)


def _beside(_: _Repository, path: str) -> list[str]:
    if path == ".":
        return [":(top,glob)*.yaml"]
    above = PurePosixPath(_SPECIAL.sub(r"\\\1", path)).parent
    return [f":(top,glob){above / '*' / '*.yaml'}"]


def _with_registers(repository: _Repository, path: str) -> list[str]:
    above = (str(folder / REGISTER) for folder in PurePosixPath(path).parents)
    return [f":(top,literal){one}" for one in (path, *filter(repository.has, above))] if path != "." else [":(top)"]


def _written(
    asked: Revision, like: Path | None, into: Path, code: str, wanted: Callable[[_Repository, str], list[str]]
) -> Snapshot | Diagnostic:
    try:
        repository = _repository(asked, Path() if asked.path is not None or like is None else like)
        path = _path(asked, like, repository)
        top = resolved(into) / (repository.top.name or "repository")
        top.mkdir(parents=True)
        _check_out(repository, wanted(repository, path), top)
    except _Refused as why:
        return Diagnostic(Span(str(asked)), code, *map(str, why.args))
    return Snapshot(asked, top, top / path)


def _repository(asked: Revision, near: Path) -> _Repository:
    folder = next(one for one in (resolved(near), *resolved(near).parents) if seen(one.is_dir))
    top = Path(_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))
    try:
        found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{asked.name}^{{commit}}")
    except _Refused:
        names = _git(top, "for-each-ref", "--format=%(refname:short)").split()
        raise _Refused(f"the repository has no revision '{asked.name}'", did_you_mean(asked.name, names)) from None
    return _Repository(resolved(top), found.strip())


def _path(asked: Revision, like: Path | None, repository: _Repository) -> str:
    """Give the path inside the repository; as for git, one that begins with a dot starts at the working folder."""
    if asked.path is None:
        if like is None:
            raise _Refused("no path is given, and none by the other side", f"write {asked}:PATH")
        given = resolved(like)
    else:
        dotted = asked.path.startswith(("./", "../")) or asked.path in {".", ".."}
        given = Path(os.path.normpath((Path.cwd() if dotted else repository.top) / asked.path.lstrip("/")))
    if not given.is_relative_to(repository.top):
        raise _Refused(f"'{given.as_posix()}' lies outside of the repository")
    path = given.relative_to(repository.top).as_posix()
    if path != "." and not repository.has(path):
        raise _Refused(f"the revision has no '{path}'", "the path starts at the top of the repository")
    return path


def _check_out(repository: _Repository, paths: list[str], top: Path) -> None:
    """Write files as a checkout would, by an index of our own, so that nothing in the repository changes."""
    plain = ("-c", "core.hooksPath=/dev/null", f"--work-tree={top}")
    index = str(top.parent / "index")
    repository.git(*plain, "checkout", "--quiet", repository.revision, "--", *paths, GIT_INDEX_FILE=index)


def _git(at: Path, *arguments: str, **env: str) -> str:
    environment = {**os.environ, "LC_ALL": "C", **env}
    command = ["git", "-C", str(at), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, env=environment, check=False)  # noqa: S603 - no shell
    except FileNotFoundError:
        raise _Refused("git is not installed here, so that no revision can be read") from None
    told = done.stderr.decode(errors="replace").strip().splitlines()
    if done.returncode:
        raise _Refused(f"git cannot give it: {(told or ['it failed'])[0].removeprefix('fatal: ')}")
    return os.fsdecode(done.stdout)

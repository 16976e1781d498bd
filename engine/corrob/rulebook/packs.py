"""The name or the folder of a pack goes in; the packs that it builds on and itself come out, in order, as documents."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from corrob.diagnostics import Diagnostic, Span, did_you_mean
from corrob.model.pack import IDENTITY, Extends, PackDocument
from corrob.model.rule import PackId
from corrob.reading.decode import decode
from corrob.reading.files import documents_of
from corrob.reading.paths import resolved, seen, shown, stands
from corrob.reading.texts import short
from corrob.rulebook.places import Problems, Spot, Written
from corrob.rulebook.shelves import HEADER, files_of, known

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack as it stands in its folder; the first file is its header, `bases` are all that it builds on."""

    id: PackId
    folder: Path
    files: tuple[Written[PackDocument], ...]
    bases: tuple[PackId, ...] = ()

    @property
    def header(self) -> Written[PackDocument]:
        """The file that says what the pack is."""
        return self.files[0]


@dataclass(slots=True)
class _Walk:
    """Packs in the order in which they are laid over one another, as far as they are read.

    `known` are the files of packs in which nothing was wrong when they were read before.
    """

    problems: Problems
    known: dict[Path, Pack]
    done: dict[Path, Pack] = field(default_factory=dict)
    open: list[Path] = field(default_factory=list)

    def visit(self, folder: Path) -> Pack | None:
        """Read a pack after all that it builds on, once."""
        if folder in self.done:
            return self.done[folder]
        pack = self._read(folder)
        if pack:
            self.open.append(folder)
            extends = pack.header.at.each("extends", pack.header.value.extends)
            bases = [base for wanted, at in extends if (base := self._base(pack, wanted, at))]
            self.open.pop()
            below = {one.name: one for base in bases for one in (*base.bases, base.id)}
            pack = self.done[folder] = replace(pack, bases=tuple(below.values()))
        return pack

    def _read(self, folder: Path) -> Pack | None:
        if folder in self.known:
            return self.known[folder]
        before = len(self.problems)
        pack = read_pack(folder, self.problems)
        if pack and len(self.problems) == before:
            self.known[folder] = pack
        return pack

    def _base(self, pack: Pack, wanted: Extends, at: Spot) -> Pack | None:
        folder = find(wanted.pack, pack.folder.parent, (at / "pack").span, self.problems)
        if folder in self.open:
            circle = " → ".join([*(path.name for path in self.open[self.open.index(folder) :]), folder.name])
            self.problems.add((at / "pack").span, "P003", f"packs build on each other in a circle: {circle}")
        elif folder:
            base = self.visit(folder)
            if base:
                _check_base(base, wanted, at, self.problems)
            return base
        return None


def gather(asked: str, problems: Problems, known: dict[Path, Pack] | None = None) -> tuple[Pack, ...]:
    """Read the pack of that name or folder and all that it builds on, bases first; `known` packs are not read again."""
    given = Path(asked)
    by_path = seen((given / HEADER).is_file) or len(given.parts) != 1
    folder = given if by_path else find(asked, given.parent, Span(asked), problems)
    walk = _Walk(problems, {} if known is None else known)
    if folder:
        walk.visit(resolved(folder))
    packs = tuple(walk.done.values())
    for number, pack in enumerate(packs):
        if pack.id.name in {other.id.name for other in packs[:number]}:
            problems.add((pack.header.at / "pack").span, "P007", f"two packs are called '{pack.id.name}'")
    return packs


def find(name: str, beside: Path, span: Span, problems: Problems) -> Path | None:
    """Find the folder of a pack beside another one, or among those that come with the program."""
    there = known(beside)
    if name not in there:
        problems.add(span, "P001", f"the pack '{name}' cannot be found", did_you_mean(name, there))
        return None
    return resolved(there[name])


def read_pack(folder: Path, problems: Problems) -> Pack | None:
    """Read the files of a pack; None where one of them cannot be read as a whole."""
    if not stands(folder / HEADER):
        problems.add(Span(shown(folder)), "P001", f"the folder holds no pack: {HEADER} is not there")
        return None
    header = read_file(folder / HEADER, PackDocument, problems)
    files = [header, *(read_file(path, PackDocument, problems) for path in files_of(folder)[1:])]
    if header is None or None in files:
        return None
    name = header.value.pack or folder.name
    documents = tuple(replace(file, at=replace(file.at, pack=name)) for file in files if file)
    for file in documents[1:]:
        _refuse_identity(file, problems)
    return Pack(_identity(header, name, folder, problems), folder, documents)


def _hash(folder: Path) -> str:
    """Give the hash of a pack's rule files, as `sha256sum` of them all, in order of name, would hash in turn.

    Tests that stand in files of their own (`*.test.yaml`) change no judgement and are left out. Where lines end is the
    business of the machine, and is left out too.
    """
    lines = (f"{sha256(_plain(path.read_bytes())).hexdigest()}  {path.name}\n" for path in files_of(folder))
    return sha256("".join(sorted(lines, key=_name_in)).encode(errors="surrogateescape")).hexdigest()


def _plain(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _name_in(line: str) -> str:
    return line.partition("  ")[2]


def read_file(path: Path, kind: type[T], problems: Problems) -> Written[T] | None:
    """Read a file of a pack's folder as a document of some kind; None where it cannot be read as a whole."""
    read = next(documents_of(str(path), shown(path)))
    node, faults = (None, [read]) if isinstance(read, Diagnostic) else read.nodes()
    problems += faults
    if node is None:
        return None
    document, misfits = decode(node, kind)
    problems += misfits
    return Written(document, Spot("", node))


def _refuse_identity(file: Written[PackDocument], problems: Problems) -> None:
    for key in IDENTITY:
        if key in file.at.keys:
            problems.add(file.at.key(key), "F001", f"'{key}' is not known here", f"it stands in {HEADER} alone")


def _identity(header: Written[PackDocument], name: str, folder: Path, problems: Problems) -> PackId:
    said = header.value
    for key in ("pack", "version"):
        if key not in header.at.keys:
            problems.add(header.at.span, "F002", f"the key '{key}' is missing")
    if said.version and _version(said.version) is None:
        span = (header.at / "version").span
        problems.add(span, "P002", f"'{short(said.version)}' is no version", 'write it as "1.0.0"')
    return PackId(name, said.version, said.title, _hash(folder))


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except ValueError:  # InvalidVersion is one, and numbers that are too long for Python give one too
        return None


def compatible(version: str) -> str:
    """Give the range of versions that a pack may build on which was written on this one."""
    found = _version(version)
    return f">={found.major}.{found.minor} <{found.major + 1}" if found else ">=0"


def _check_base(base: Pack, wanted: Extends, at: Spot, problems: Problems) -> None:
    if base.id.name != wanted.pack:
        message = f"the folder '{wanted.pack}' holds the pack '{base.id.name}'"
        problems.add((at / "pack").span, "P001", message, "a pack that others build on has the name of its folder")
    span, version = (at / "version").span, _version(base.id.version)
    try:
        versions = SpecifierSet(",".join(wanted.version.replace(",", " ").split()))
        fits = version is None or versions.contains(version, prereleases=True)
    except ValueError:  # InvalidSpecifier is one
        problems.add(span, "P002", f"'{short(wanted.version)}' is no range of versions", 'write it as ">=1.0 <2"')
        return
    if not fits:
        problems.add(span, "P002", f"the pack '{base.id.name}' has version {version}, not one of '{wanted.version}'")

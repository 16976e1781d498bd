"""Paths go in; cases come out, one after another, each with its register's sources, or refused with every problem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

import msgspec

from corrob.diagnostics import Diagnostic, Span
from corrob.model import node
from corrob.model.case import Case, Source
from corrob.reading.documents import Document, checked
from corrob.reading.files import documents_of, find
from corrob.reading.references import nobodys_blocs, outside, problems
from corrob.reading.registers import Registers
from corrob.reading.soundness import soundness

_NO_DOCUMENT: Final = Document(b"", "")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case as it stood in its file, or what is wrong with it; `case` is None where anything is.

    The case's sources are its own, then those of its registers; `overridden` names the registered ones that its own
    replace, `unmatched` the blocs that its claims name and no source has. A case with no problem of its own is None
    too where a register over it is refused, which is told once, in a `CaseFile` of the register. `id` is known for
    refused cases too, where it could be read.
    """

    case: Case | None
    diagnostics: tuple[Diagnostic, ...]
    file: str
    line: int = 1
    overridden: tuple[str, ...] = ()
    id: str = ""
    document: Document = field(default=_NO_DOCUMENT, repr=False, compare=False)
    unmatched: tuple[str, ...] = ()

    def place(self, path: node.Path) -> Span:
        """Give the place of the value at a path, by reading the document again with places."""
        top, _ = self.document.nodes()
        return node.place(top, path) if top else Span(self.file, self.line)


class Dataset(Iterator[CaseFile]):
    """The cases of some paths, read one by one; `skipped` counts the files of other kinds in the folders."""

    def __init__(self, paths: Sequence[str], register: str | None = None) -> None:
        self._paths, self.skipped = find(paths, register)
        self._registers = Registers(register)
        self._first: dict[str, tuple[str, int]] = {}
        self._cases = self._read()

    def __next__(self) -> CaseFile:
        """Give the next case."""
        return next(self._cases)

    def _read(self) -> Iterator[CaseFile]:
        yield from self._refused_registers()
        for path in self._paths:
            scope = self._registers.over(path)
            yield from self._refused_registers()
            for read in self._cases_of(path, scope.sources):
                yield read if scope.sound else replace(read, case=None)

    def _refused_registers(self) -> Iterator[CaseFile]:
        return (CaseFile(None, diagnostics, file) for file, diagnostics in self._registers.refused())

    def _cases_of(self, path: str, sources: Mapping[str, Source]) -> Iterator[CaseFile]:
        for document in documents_of(path):
            if isinstance(document, Diagnostic):
                yield CaseFile(None, (document,), document.span.file)
            else:
                yield self._once(read_case(document, sources))

    def _once(self, read: CaseFile) -> CaseFile:
        """Refuse a case whose id another one had before."""
        file, line = self._first.setdefault(read.id, (read.file, read.line)) if read.id else (read.file, read.line)
        if (file, line) == (read.file, read.line):
            return read
        message = f"the case id '{read.id}' is used twice; first in {file}:{line}"
        twice = Diagnostic(read.place(("case",)), "R007", message, "give it an id of its own")
        return replace(read, case=None, diagnostics=tuple(sorted((*read.diagnostics, twice))))


def read(paths: Sequence[str], register: str | None = None) -> Dataset:
    """Read files, folders and `-`."""
    return Dataset(paths, register)


def read_case(document: Document, registered: Mapping[str, Source] | None = None) -> CaseFile:
    """Read one case, given the sources that registers hold for it."""
    sources = registered or {}
    case = _fast(document)
    if case is None or problems(case, sources):
        return _slow(document, sources)
    return _accepted(case, document, sources)


@cache
def _decoder() -> msgspec.json.Decoder[Case]:
    """Give the fast decoder, made when the first JSON comes."""
    return msgspec.json.Decoder(Case)


def _fast(document: Document) -> Case | None:
    """Decode JSON at once, or give None where it is anything but faultless, or no JSON."""
    if document.language == "yaml":
        return None
    try:
        case = _decoder().decode(document.data)
        plain = soundness(Case)(case) and _surely_once(document.data)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return case if plain else None


_KEY: Final = re.compile(rb'"\s*:')
_ESCAPED: Final = re.compile(rb"\\u00[23]")


def _surely_once(data: bytes) -> bool:
    """Whether no key of good JSON can stand twice in one mapping, of which the decoder would keep the last.

    Written again after it was read, the text has as many quotes with a colon after them, were it not for such keys and
    for quotes, spaces and colons that are written as escapes, of which nothing is said here.
    """
    if _ESCAPED.search(data):
        return False
    again = msgspec.json.encode(msgspec.json.decode(data))
    return len(_KEY.findall(data)) == len(_KEY.findall(again))


def _slow(document: Document, sources: Mapping[str, Source]) -> CaseFile:
    top, found = document.nodes()
    if top is None:
        return CaseFile(None, tuple(found), document.file, document.line, document=document)
    alien = _alien(top)
    if alien:
        return CaseFile(None, tuple(sorted((*found, alien))), document.file, document.line, document=document)
    case, more = checked(top, Case, lambda case: problems(case, sources))
    if not found and not more:
        return _accepted(case, document, sources)
    diagnostics = tuple(sorted((*found, *more)))
    return CaseFile(None, diagnostics, document.file, document.line, (), case.case, document)


def _accepted(case: Case, document: Document, sources: Mapping[str, Source]) -> CaseFile:
    overridden = tuple(source.id for source in case.sources if source.id in sources)
    added = outside(case.sources, sources)
    whole = msgspec.structs.replace(case, sources=(*case.sources, *added)) if added else case
    return CaseFile(whole, (), document.file, document.line, overridden, case.case, document, nobodys_blocs(whole))


def _alien(top: node.Node) -> Diagnostic | None:
    """Tell a document that is no case, nor meant as one."""
    if isinstance(top, node.Mapping) and top.get("case") is None and top.get("register") is not None:
        hint = "name it register.yaml, or give it with --register"
        return Diagnostic(top.span, "F012", "a register stands where a case is asked for", hint)
    if isinstance(top, node.Mapping) and (top.get("case") is not None or top.get("corrob") is not None):
        return None
    return Diagnostic(top.span, "F012", "the document is neither a case nor a register", "a case has the key 'case'")

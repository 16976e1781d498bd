"""A file's path goes in; the sources that the registers of its folder and of those above give to its cases come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corrob.diagnostics import Diagnostic, Span
from corrob.model import node
from corrob.model.case import Register, Source
from corrob.reading.documents import Document, checked
from corrob.reading.files import REGISTER, STDIN, documents_of
from corrob.reading.paths import resolved, stands
from corrob.reading.references import register_problems


@dataclass(frozen=True, slots=True)
class Scope:
    """The registered sources by id; not `sound` where a register is refused, so that nothing may be judged by it."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    sound: bool = True


class Registers:
    """The registers of a dataset, each read when the first file under it is."""

    def __init__(self, explicit: str | None = None) -> None:
        self._scopes: dict[Path, Scope] = {}
        self._refused: dict[str, tuple[Diagnostic, ...]] = {}
        self._top = Scope() if explicit is None else self._under(Scope(), explicit)

    def over(self, path: str) -> Scope:
        """Give the scope of a file; standard input lies in no folder."""
        return self._top if path == STDIN else self._folder(Path(path).parent)

    def refused(self) -> list[tuple[str, tuple[Diagnostic, ...]]]:
        """Take the registers that were refused since the last time, with their problems."""
        taken = [(file, diagnostics) for file, diagnostics in self._refused.items() if diagnostics]
        self._refused |= {file: () for file, _ in taken}
        return taken

    def _folder(self, folder: Path) -> Scope:
        if folder not in self._scopes:
            parent = _parent(folder)
            above = self._top if parent == folder else self._folder(parent)
            file = folder / REGISTER
            self._scopes[folder] = self._under(above, str(file)) if stands(file) else above
        return self._scopes[folder]

    def _under(self, above: Scope, file: str) -> Scope:
        """Lay a register over the scope above it."""
        sources, diagnostics = read_register(file, above.sources)
        if diagnostics:
            self._refused.setdefault(file, tuple(diagnostics))
        nearer = {source.id: source for source in sources}
        return Scope({**above.sources, **nearer}, above.sound and not diagnostics)


def _parent(folder: Path) -> Path:
    """Give the folder above; a name that was given from here leads on above the working folder."""
    return resolved(folder).parent if folder == Path() or ".." in folder.parts else folder.parent


def _another(document: Document | Diagnostic) -> Diagnostic:
    if isinstance(document, Diagnostic):
        return document
    return Diagnostic(Span(document.file, document.line), "F012", "a register is one document, and here is another")


def read_register(file: str, above: Mapping[str, Source]) -> tuple[tuple[Source, ...], list[Diagnostic]]:
    """Read the one register in a file; its sources may name those of the registers above it."""
    documents = documents_of(file)
    document = next(documents, None) or Diagnostic(Span(file), "Y007", "the document is empty")
    if isinstance(document, Diagnostic):
        return (), [document]
    top, problems = document.nodes()
    problems += [_another(one) for one in documents]
    if top is None:
        return (), problems
    if not isinstance(top, node.Mapping) or top.get("register") is None:
        return (), [*problems, Diagnostic(top.span, "F012", "the document is no register", "it has the key 'register'")]
    register, more = checked(top, Register, lambda register: register_problems(register, above))
    return register.sources, sorted((*problems, *more))

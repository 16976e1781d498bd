"""A file of rules goes in; what an examination finds comes out, and what its examples show when they are judged."""

from __future__ import annotations

from corrob.examining.checks import examine
from corrob.model.finding import Examined, Finding
from corrob.model.result import Result
from corrob.reading.cases import read_case
from corrob.reading.documents import Document
from corrob.reports.case_files import text
from corrob.rulebook import load
from corrob.verifying.judge import Judge, Judged
from rulebook.shelf import GROUND, Shelf

PAPERS = "because: x, cites: [x], tests: [{name: t, given: {claims: [{id: c}]}, expect: {}}]"
"""What every rule should have, in the flow style."""

SOUND = """\
rules:
  - {id: one, gives: likely, needs: [{some: good}, {none: bad}], PAPERS}
  - {id: two, gives: sure, needs: [{origins: {at_least: $min_origins, from: good}}, {none: bad}], PAPERS}
  - {id: wrong, gives: wrong, needs: [{some: bad}, {none: good}], PAPERS}
  - {id: both, gives: split, needs: [{some: bad}, {some: good}], PAPERS}
  - {id: foretold, gives: done, applies_to: {kind: prediction}, needs: [{some: good}], PAPERS}
  - {id: open, gives: open, applies_to: {kind: prediction}, needs: [{none: good}], PAPERS}
"""
"""Rules of the ground pack with which nothing is wrong."""


def examined(shelf: Shelf, rules: str = "", ground: str = GROUND, **files: str) -> Examined:
    """Examine the ground pack with some more rules, tables or sets; nothing may be wrong with reading it."""
    files = {
        name: text.replace("PAPERS", PAPERS) for name, text in {"sound": SOUND, "more": rules, **files}.items() if text
    }
    found, problems = examine(shelf.put("ground", pack=ground, **files))
    assert [str(one) for one in problems] == []
    assert found is not None
    return found


def above(shelf: Shelf, text: str, ground: str = "") -> Examined:
    """Examine a pack that builds on the ground pack."""
    shelf.put("ground", pack=GROUND, sound=(SOUND + ground).replace("PAPERS", PAPERS))
    header = 'pack: above\nversion: "2.0.0"\nextends: [{pack: ground, version: ">=1.0 <2"}]\n'
    found, problems = examine(shelf.put("above", pack=header, more=text.replace("PAPERS", PAPERS)))
    assert [str(one) for one in problems] == []
    assert found is not None
    return found


def told(found: Examined) -> list[str]:
    """Give what was found, by place, code and message."""
    return [str(one.diagnostic).split("/", 1)[-1] for one in found.findings]


def codes(found: Examined) -> list[str]:
    return [one.diagnostic.code for one in found.findings]


def judged(shelf: Shelf, found: Finding, pack: str = "ground") -> Judged:
    """Read a finding's example as the file that it is shown as, and judge it."""
    assert found.example is not None
    read = read_case(Document(text(found.example).encode(), "example.yaml", 1, "yaml"))
    assert read.diagnostics == ()
    assert read.case == found.example
    book, problems = load(str(shelf.folder / pack))
    assert book is not None, problems
    return Judge(book, "direct").judge(read.case, found.as_of)


def result(shelf: Shelf, found: Finding, pack: str = "ground") -> Result:
    """Judge a finding's example; give the result of its claim."""
    return judged(shelf, found, pack).results[0]


def fired(shelf: Shelf, found: Finding, pack: str = "ground") -> set[str]:
    """Judge a finding's example; give the rules that fire on its claim."""
    return {rule.id for rule in judged(shelf, found, pack).outcomes["c"].fired}

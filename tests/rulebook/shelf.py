"""Little packs are written into a folder; the rulebook or the problems that they give come back."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from corrob.model.rule import Rule, Rulebook
from corrob.rulebook import load

GROUND = """\
pack: ground
version: "1.2.0"
parameters:
  min_origins: {value: 2, between: [2, 5]}
  credible_from: {value: C, between: [D, A]}
  pdq_distance: {value: 31}
  grace: {value: 3 days, between: [0 days, 4 weeks]}
statuses:
  default: blank
  conflict: split
  for: [likely, sure]
  against: [wrong]
  order: [[wrong, blank, split, likely, sure], [open, done]]
  dual: {sure: wrong, wrong: sure}
  words: {sure: {meaning: It is so., stix: "95"}}
independence: {merge: [control], suspect: [funding], unit: {artifact_property: analyst}}
counted: {supports: good, refutes: bad}
evidence_sets:
  good: {from: bearings, where: {stance: supports}}
  bad: {from: bearings, where: {stance: refutes}}
"""


class Shelf:
    """A folder of packs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, pack: str, /, **files: str) -> str:
        """Write the files of a pack, named without `.yaml`."""
        (self.folder / pack).mkdir(exist_ok=True)
        for name, text in files.items():
            (self.folder / pack / f"{name}.yaml").write_text(text, encoding="utf-8")
        return str(self.folder / pack)

    def load(self, rules: str = "", **files: str) -> Rulebook:
        """Load the ground pack with a file of rules; nothing may be wrong with it."""
        book, problems = load(self.put("ground", pack=GROUND, rules=rules or "rules: []", **files))
        assert problems == []
        assert book is not None
        return replace(book, provenance=None)

    def rule(self, text: str) -> Rule:
        """Load a file of one rule and give the rule."""
        (rule,) = self.load(text).rules
        return rule

    def problems(self, rules: str, ground: str = GROUND) -> list[str]:
        """Give what is wrong with the ground pack and a file of rules."""
        return told(self.put("ground", pack=ground, rules=rules))

    def above(self, text: str, ground: str = "", **files: str) -> tuple[Rulebook | None, list[str]]:
        """Load a pack `above` that extends the ground pack; give the rulebook, and what is wrong."""
        self.put("ground", pack=GROUND, rules=ground or "rules: []")
        header = 'pack: above\nversion: "2.0.0"\nextends: [{pack: ground, version: ">=1.0 <2"}]\n'
        book, problems = load(self.put("above", pack=header, more=text, **files))
        return book, [str(problem) for problem in problems]


def pack_hash(files: dict[str, str]) -> str:
    """Give the hash of a pack, as `sha256sum` would: of the lines that it prints of the files, in order of name."""
    lines = (f"{sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(files.items()))
    return sha256("".join(lines).encode()).hexdigest()


def told(pack: str) -> list[str]:
    """Give what is wrong with a pack, as people read it."""
    book, problems = load(pack)
    assert (book is None) == bool(problems)
    return [str(problem) for problem in problems]

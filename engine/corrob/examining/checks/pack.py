"""A pack that was read, and the search over its claims, as the checks look at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from corrob.asking.distinct import exhibits
from corrob.asking.kinds import Kinds
from corrob.asking.pieces import Wanted
from corrob.diagnostics import Diagnostic, Span
from corrob.examining.reach import Example, Reach
from corrob.examining.settings import Setting, settings
from corrob.model.finding import Finding
from corrob.model.node import Node, Scalar, inside
from corrob.model.rule import FieldTest, Rulebook, Table
from corrob.rulebook.extend import Layers
from corrob.rulebook.packs import Pack as Folder
from corrob.verifying.decide.direct import direct
from corrob.verifying.weigh import Scales


@dataclass(frozen=True)
class Pack:
    """A pack with what it declares, and the search over its claims.

    `read` is the rulebook as it was read, `book` that part of it which no problem touches.
    """

    packs: tuple[Folder, ...]
    problems: tuple[Diagnostic, ...]
    layers: Layers
    read: Rulebook
    book: Rulebook
    reach: Reach

    @cached_property
    def setting(self) -> Setting:
        """The plainest claim."""
        return next(settings(self.book))

    @cached_property
    def scales(self) -> Scales:
        """The rulebook on its own, with every field of a strand, asked for or not."""
        return Scales(self.book, direct)

    @cached_property
    def strands(self) -> list[tuple[Wanted, dict[str, Any]]]:
        """All strands that can be made of what the pack mentions, each with what was wanted of its piece."""
        return self.made_of(Kinds(self.book))

    def made_of(self, kinds: Kinds) -> list[tuple[Wanted, dict[str, Any]]]:
        """Give all strands that can be made of some kinds of evidence."""
        wanted = kinds.candidates()
        made = ((one, exhibits(self.scales, one, self.setting.claim)) for one in wanted)
        return [(one, exhibit.facts) for one, found in made for exhibit in found or ()]

    def passing(self, tests: tuple[FieldTest, ...]) -> Iterator[tuple[Wanted, dict[str, Any]]]:
        """Give the strands for which all of some tests are true."""
        passes = self.scales.test(tests)
        return ((wanted, facts) for wanted, facts in self.strands if passes(facts) is True)

    @cached_property
    def left_out(self) -> frozenset[str]:
        """All words of the rules that could not be looked at: what they name is not unused."""
        kept = {rule.id for rule in self.book.rules}
        entries = (entry for name, entry in self.layers.rules.items() if name not in kept and not entry.disabled)
        return frozenset(word for entry in entries for word in words(entry.rule.at.node))

    def places(self, table: Table) -> tuple[Span, ...]:
        """Give the places of a table's rows."""
        known = self.read.provenance
        return tuple(by.span for by in known.rows[table.sets]) if known else ()

    @cached_property
    def reshapes(self) -> bool:
        """Whether the pack changes parameters, sets or tables of others."""
        layers = self.layers
        changes = [*layers.set_to, *(change for entry in layers.sets.values() for change in entry.narrowed)]
        spots = [one.at for one in changes] + [row.at for table in layers.tables.values() for row in table.before]
        return any(self.owns(spot.pack) for spot in spots)

    def owns(self, name: str) -> bool:
        """Whether something belongs to the pack that was asked for."""
        return name == self.book.name


def words(node: Node) -> Iterator[str]:
    """Give every word of a piece of text: single values, and keys, which name fields and attributes."""
    return (one.text for one in inside(node) if isinstance(one, Scalar))


def told(at: Span, code: str, message: str, hint: str = "") -> Finding:
    """Write a finding that no claim can show."""
    return Finding(Diagnostic(at, code, message, hint))


def shown(pack: Pack, found: Finding, wanted: Wanted, sentence: str) -> Finding:
    """Add the plainest claim with one item, which shows what was found."""
    example = Example(pack.setting, (wanted,), ())
    return Finding(found.diagnostic, example.case(), None, sentence)

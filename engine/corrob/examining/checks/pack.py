"""A pack that was read, and the search over its claims, as the checks look at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from corrob.asking.kinds import Kinds, exhibits
from corrob.asking.pieces import Wanted
from corrob.diagnostics import Diagnostic, Span
from corrob.examining.reach import Example, Reach
from corrob.examining.settings import Setting, settings
from corrob.model.finding import Finding
from corrob.model.rule import FieldTest, Rulebook
from corrob.rulebook.extend import Layers
from corrob.rulebook.packs import Pack as Folder


@dataclass(frozen=True)
class Pack:
    """A pack with what it declares, and the search over its claims."""

    packs: tuple[Folder, ...]
    problems: tuple[Diagnostic, ...]
    layers: Layers
    book: Rulebook
    reach: Reach

    @cached_property
    def setting(self) -> Setting:
        """The plainest claim."""
        return next(settings(self.book))

    @cached_property
    def strands(self) -> list[tuple[Wanted, dict[str, Any]]]:
        """All strands that can be made of what the pack mentions, each with what was wanted of its piece."""
        wanted = Kinds(self.book).candidates()
        made = ((one, exhibits(self.reach.judge.scales, one, self.setting.claim)) for one in wanted)
        return [(one, exhibit.facts) for one, found in made for exhibit in found or ()]

    def passing(self, tests: tuple[FieldTest, ...]) -> Iterator[tuple[Wanted, dict[str, Any]]]:
        """Give the strands for which all of some tests are true."""
        passes = self.reach.judge.scales.test(tests)
        return ((wanted, facts) for wanted, facts in self.strands if passes(facts) is True)

    def owns(self, name: str) -> bool:
        """Whether something belongs to the pack that was asked for."""
        return name == self.book.name


def told(at: Span, code: str, message: str, hint: str = "") -> Finding:
    """Write a finding that no claim can show."""
    return Finding(Diagnostic(at, code, message, hint))


def shown(pack: Pack, found: Finding, wanted: Wanted, sentence: str) -> Finding:
    """Add the plainest claim with one item, which shows what was found."""
    example = Example(pack.setting, (wanted,), ())
    return Finding(found.diagnostic, example.case(), None, sentence)

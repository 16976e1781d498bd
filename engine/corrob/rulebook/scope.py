"""The packs' names go in, and every reader of a rule looks words up in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from corrob.diagnostics import Span, did_you_mean
from corrob.model.fields import CLAIM_FIELDS, STRAND_FIELDS, Field
from corrob.model.node import Node, Scalar
from corrob.reading.decode import HINTS
from corrob.reading.texts import short
from corrob.rulebook.places import Problems


@dataclass(frozen=True, slots=True)
class Scope:
    """All that a rule may name; `later` holds the attributes of tables that come too late to be tested."""

    problems: Problems
    parameters: dict[str, Scalar] = field(default_factory=dict)
    strand: dict[str, Field] = field(default_factory=lambda: dict(STRAND_FIELDS))
    claim: dict[str, Field] = field(default_factory=lambda: dict(CLAIM_FIELDS))
    later: frozenset[str] = frozenset()
    sets: frozenset[str] = frozenset()
    statuses: tuple[str, ...] = ()
    findings: frozenset[str] = frozenset()
    rules: dict[str, str] = field(default_factory=dict)

    def word(self, node: Node) -> Scalar | None:
        """Give the single value of a node, a `$parameter` replaced by its value at the parameter's use."""
        if not isinstance(node, Scalar) or node.style == "null":
            self.problems.add(node.span, "P005", "a single value is asked for here")
            return None
        if not node.text and node.style == "plain":
            self.problems.add(node.span, "F009", "the value is empty", "leave the key out or fill it in")
            return None
        if node.style != "plain" or not node.text.startswith("$"):
            return node
        value = self.parameters.get(node.text[1:])
        if value is None:
            self.unknown(node.span, "P006", "parameter", node.text, [f"${name}" for name in self.parameters])
            return None
        return Scalar(value.text, node.span, value.style)

    def unknown(self, span: Span, code: str, what: str, word: str, known: Iterable[str]) -> None:
        """Report a word that names nothing, with what is near to it."""
        hint = did_you_mean(word, known) if len(self.problems) < HINTS else ""
        self.problems.add(span, code, f"there is no {what} '{short(word)}'", hint)

    def has_set(self, name: str, span: Span) -> None:
        """Report a set that no pack defines."""
        if name not in self.sets:
            self.unknown(span, "P006", "set", name, self.sets)

    def has_status(self, name: str, span: Span) -> None:
        """Report a status that is not in the vocabulary."""
        if name not in self.statuses:
            self.unknown(span, "P013", "status", name, self.statuses)

    def has_finding(self, name: str, span: Span) -> None:
        """Report a finding that no rule finds."""
        if name not in self.findings:
            self.unknown(span, "P006", "rule that finds", name, self.findings)

    def has_field(self, name: str, span: Span, fields: dict[str, Field]) -> bool:
        """Tell whether a field can be tested, and report it if not."""
        if name in fields:
            return True
        if name in self.later and fields is self.strand:
            self.problems.add(span, "P010", f"the attribute '{name}' is not set yet when this table is looked at")
        else:
            self.unknown(span, "P004", "field", name, fields)
        return False

    def rule(self, name: str, pack: str, span: Span) -> str | None:
        """Give the full id of a rule that a pack names: its own bare, others as `pack/id`; report it if unknown."""
        full = name if "/" in name else f"{pack}/{name}"
        if full not in self.rules:
            bare = [known.removeprefix(f"{pack}/") for known in self.rules]
            self.unknown(span, "P006", "rule", name, bare)
        return self.rules.get(full)

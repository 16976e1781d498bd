"""Tests as they stand in a pack go in; tests typed by what their field can be come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf, nextafter
from typing import Final

from corrob.dates import DateError, Interval, interval
from corrob.diagnostics import did_you_mean
from corrob.model.fields import OPERATORS, Field
from corrob.model.node import Listing, Node, Scalar
from corrob.model.node import Mapping as MappingNode
from corrob.model.rule import Compare, Exists, FieldTest, Is, Moment, Test, Unless, Value
from corrob.reading.forms import BOOLEANS, number
from corrob.reading.texts import short
from corrob.rulebook.places import Spot
from corrob.rulebook.scope import Scope

FLAG_WORDS: Final = frozenset(BOOLEANS)
"""What is read as yes or no."""


def field_tests(tests: Mapping[str, Node], at: Spot, fields: dict[str, Field], scope: Scope) -> tuple[FieldTest, ...]:
    """Read a mapping of fields to tests; what cannot be read is reported and left out."""
    known = [name for name in tests if scope.has_field(name, at.key(name), fields)]
    return tuple(FieldTest(name, _Question(name, fields[name], scope).tests(tests[name])) for name in known)


def strand_tests(tests: Mapping[str, Node], at: Spot, scope: Scope) -> tuple[FieldTest, ...]:
    """Read tests of a strand."""
    return field_tests(tests, at, scope.strand, scope)


def claim_tests(tests: Mapping[str, Node], at: Spot, scope: Scope) -> tuple[FieldTest, ...]:
    """Read tests of a claim."""
    return field_tests(tests, at, scope.claim, scope)


@dataclass(frozen=True, slots=True)
class _Question:
    """The field that a test asks about."""

    name: str
    field: Field
    scope: Scope

    @property
    def type(self) -> str:
        """The row of `OPERATORS` that holds for it."""
        return "ordered" if self.field.ordered else self.field.type

    def tests(self, node: Node) -> tuple[Test, ...]:
        """Read a value, a list of values, or operators."""
        if isinstance(node, MappingNode):
            return self._operators(node)
        return (Is(self.values(node)),)

    def _operators(self, node: MappingNode) -> tuple[Test, ...]:
        if not node.pairs:
            self.refuse(node, f"the test of '{self.name}' is empty")
        found: list[Test] = []
        for key, value in node.pairs:
            if key.text in OPERATORS[self.type]:
                found += _READ[key.text](self, key.text, value)
            else:
                self.refuse(key, f"'{self.name}' cannot be tested with '{short(key.text)}'", OPERATORS[self.type])
        return tuple(found)

    def values(self, node: Node) -> tuple[Value, ...]:
        """Read one value or a list of them."""
        if self.type not in _VALUES:
            self.refuse(node, f"'{self.name}' can be tested with {' or '.join(OPERATORS[self.type])} only")
            return ()
        items = node.items if isinstance(node, Listing) else (node,)
        if not items:
            self.refuse(node, "an empty list passes nothing")
        return tuple(value for item in items if (value := self.value(item)) is not None)

    def value(self, node: Node) -> Value | None:
        """Read one value of the field's type."""
        word = self.scope.word(node)
        return _VALUES[self.type](self, word) if word else None

    def refuse(self, node: Node, message: str, known: tuple[str, ...] = ()) -> None:
        """Report a test that the field does not allow, with the nearest of the words that it does."""
        hint = did_you_mean(node.text, known) if isinstance(node, Scalar) else ""
        self.scope.problems.add(node.span, "P005", message, hint or (f"one of {', '.join(known)}" if known else ""))


def _flag(asked: _Question, node: Scalar) -> Value | None:
    if node.text in FLAG_WORDS and node.style != "quoted":
        return BOOLEANS[node.text]
    asked.refuse(node, f"'{asked.name}' is yes or no, not '{short(node.text)}'")
    return None


def _word(asked: _Question, node: Scalar) -> Value | None:
    if node.text in asked.field.words:
        return node.text
    asked.refuse(node, f"'{asked.name}' is never '{short(node.text)}'", asked.field.words)
    return None


def _text(asked: _Question, node: Scalar) -> Value | None:
    if node.style != "bare":
        return node.text
    asked.refuse(node, f"'{asked.name}' is text", ())
    return None


def _number(asked: _Question, node: Scalar) -> Value | None:
    amount = number(node.text)
    if isinstance(amount, float):
        return amount
    asked.refuse(node, f"'{asked.name}' is a number, not '{short(node.text)}'")
    return None


_VALUES: Final[dict[str, Callable[[_Question, Scalar], Value | None]]] = {
    "flag": _flag,
    "word": _word,
    "ordered": _word,
    "text": _text,
    "number": _number,
}
"""How a value is read, by the type of its field; a type that is not here has no single values to be equal to."""


def _bound(asked: _Question, operator: str, node: Node) -> list[Test]:
    value = asked.value(node)
    return [] if value is None else [Compare(operator, value)]


def _between(asked: _Question, operator: str, node: Node) -> list[Test]:
    if not isinstance(node, Listing) or len(node.items) != len(("least", "most")):
        asked.refuse(node, f"'{operator}' asks for a list of two values")
        return []
    if asked.type == "date":
        return _between_dates(asked, node)
    least, most = (asked.value(item) for item in node.items)
    if least is None or most is None:
        return []
    if asked.field.words:
        upside_down = asked.field.words.index(str(least)) > asked.field.words.index(str(most))
    else:
        upside_down = float(least) > float(most)
    if upside_down:
        asked.refuse(node, f"'{operator}' asks for the lower value first")
    return [Compare("at_least", least), Compare("at_most", most)]


def _between_dates(asked: _Question, node: Listing) -> list[Test]:
    first, last = (_date(asked, item) for item in node.items)
    if not first or not last:
        return []
    if last.end < first.start:
        asked.refuse(node, "'between' asks for the earlier date first")
    return [Moment("after", nextafter(first.start, -inf)), Moment("before", nextafter(last.end, inf))]


def _before(asked: _Question, operator: str, node: Node) -> list[Test]:
    date = _date(asked, node)
    return [Moment(operator, date.start)] if date else []


def _after(asked: _Question, operator: str, node: Node) -> list[Test]:
    date = _date(asked, node)
    return [Moment(operator, date.end)] if date else []


def _date(asked: _Question, node: Node) -> Interval | None:
    word = asked.scope.word(node)
    try:
        return interval(word.text) if word else None
    except DateError as fault:
        asked.refuse(node, short(str(fault), 120))
        return None


def _not(asked: _Question, _: str, node: Node) -> list[Test]:
    return [Unless(asked.tests(node))]


def _includes(asked: _Question, _: str, node: Node) -> list[Test]:
    return [Is(asked.values(node))]


def _exists(asked: _Question, _: str, node: Node) -> list[Test]:
    word = asked.scope.word(node)
    if word and word.text in FLAG_WORDS:
        return [Exists(BOOLEANS[word.text])]
    asked.refuse(node, "'exists' is yes or no")
    return []


_READ: Final[dict[str, Callable[[_Question, str, Node], list[Test]]]] = {
    "at_least": _bound,
    "at_most": _bound,
    "above": _bound,
    "below": _bound,
    "between": _between,
    "before": _before,
    "after": _after,
    "not": _not,
    "includes": _includes,
    "exists": _exists,
}
"""How each operator is read; `model.fields.OPERATORS` says where it is allowed."""

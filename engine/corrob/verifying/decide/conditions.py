"""Needs go in, conditions over one flat situation come out: no negation, no unknown, only numbers compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from corrob.model.rule import AllOf, AnyOf, Leaf, Need, Not, Nothing, Origins, Selection, Some

YES, NO, UNKNOWN = 1, 0, -1


class Count(Struct, frozen=True):
    """The question how many origins are selected."""

    selection: Selection


Question = Leaf | Count
"""What is asked about a claim: a need that stands alone, or a number."""


class Atom(Struct, frozen=True):
    """The answer to a question, compared: `op` is `is`, `at_least` or `at_most`."""

    key: int
    op: str
    number: int


class All(Struct, frozen=True):
    """All parts hold; without parts it always holds."""

    parts: tuple[Condition, ...]


class Any_(Struct, frozen=True):  # noqa: N801 - `Any` is taken
    """One of the parts holds; without parts it never holds."""

    parts: tuple[Condition, ...]


Condition = Atom | All | Any_


class Questions:
    """The questions of one stage of rules, each asked once; a condition names them by their place."""

    def __init__(self) -> None:
        self._places: dict[Question, int] = {}

    @property
    def asked(self) -> tuple[Question, ...]:
        """All questions, in their order."""
        return tuple(self._places)

    def condition(self, needs: Iterable[Need]) -> Condition:
        """Give the condition that all needs hold."""
        return All(tuple(self._of(need, holds=True) for need in needs))

    def _place(self, question: Question) -> int:
        return self._places.setdefault(question, len(self._places))

    def _of(self, need: Need, *, holds: bool) -> Condition:
        return _FORMS.get(type(need), Questions._flag)(self, need, holds)

    def _flag(self, need: Any, holds: bool) -> Condition:  # noqa: ANN401 - any leaf
        return Atom(self._place(need), "is", YES if holds else NO)

    def _not(self, need: Not, holds: bool) -> Condition:
        return self._of(need.need, holds=not holds)

    def _nothing(self, need: Nothing, holds: bool) -> Condition:
        return self._of(Some(need.selection), holds=not holds)

    def _many(self, need: AnyOf | AllOf, holds: bool) -> Condition:
        parts = tuple(self._of(one, holds=holds) for one in need.needs)
        return Any_(parts) if isinstance(need, AnyOf) == holds else All(parts)

    def _origins(self, need: Origins, holds: bool) -> Condition:
        bounds: list[Condition] = []
        if need.different or need.within is not None:
            bounds.append(self._flag(replace(need, at_most=None), holds))
        elif need.at_least is not None:
            bounds.append(self._bound(need.selection, holds, need.at_least, need.at_least - 1))
        if need.at_most is not None:
            bounds.append(self._bound(need.selection, not holds, need.at_most + 1, need.at_most))
        return All(tuple(bounds)) if holds else Any_(tuple(bounds))

    def _bound(self, selection: Selection, above: bool, least: int, most: int) -> Condition:
        place = self._place(Count(selection))
        return Atom(place, "at_least", least) if above else Atom(place, "at_most", most)


_FORMS: dict[type, Callable[[Questions, Any, bool], Condition]] = {
    Not: Questions._not,  # noqa: SLF001 - its own table
    Nothing: Questions._nothing,  # noqa: SLF001
    AnyOf: Questions._many,  # noqa: SLF001
    AllOf: Questions._many,  # noqa: SLF001
    Origins: Questions._origins,  # noqa: SLF001
}

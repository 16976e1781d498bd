"""A need or a list of tests goes in; the same with one thing changed, in every way that matters, comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from corrob.asking import phrases
from corrob.model.fields import STRAND_FIELDS
from corrob.model.rule import AllOf, AnyOf, Compare, FieldTest, Is, Leaf, Need, Not, Origins, Test, Unless, Value
from corrob.vocabulary import OPPOSITE, STANCES

Left = Need | tuple[()] | None
"""What is left of a need from which another was dropped: `()` if that was the whole, None where it has no sense."""


class Altered(Struct, frozen=True):
    """Tests with one of them changed or left out, and how to say so."""

    operator: str
    sentence: str
    tests: tuple[FieldTest, ...]


# needs


def clause_without(need: Need, steps: tuple[int, ...]) -> Left:
    """Give a need without one that stands in it: `()` if it is the whole, None where a list would be left empty."""
    if not steps:
        return ()
    if isinstance(need, Not):
        left = clause_without(need.need, steps[1:])
        return Not(left) if left else left
    assert isinstance(need, AnyOf | AllOf), "steps lead through needs that hold others"
    inner = clause_without(need.needs[steps[0]], steps[1:])
    if inner is None:
        return None
    kept = (*need.needs[: steps[0]], *(() if inner == () else (inner,)), *need.needs[steps[0] + 1 :])
    return replace(need, needs=kept) if kept else None


def need_with(need: Need, steps: tuple[int, ...], leaf: Leaf) -> Need:
    """Give a need with another one in the place of one that stands in it."""
    if not steps:
        return leaf
    if isinstance(need, Not):
        return Not(need_with(need.need, steps[1:], leaf))
    assert isinstance(need, AnyOf | AllOf), "steps lead through needs that hold others"
    at = steps[0]
    return replace(need, needs=(*need.needs[:at], need_with(need.needs[at], steps[1:], leaf), *need.needs[at + 1 :]))


def needs(leaf: Leaf) -> Iterator[tuple[str, Leaf | None]]:
    """Give a need of origins with a bound moved or a condition dropped; None for one that no pack could say."""
    if not isinstance(leaf, Origins):
        return
    for name, least in (("at_least", 1), ("at_most", 0)):
        number = getattr(leaf, name)
        for moved in (number - 1, number + 1) if number is not None else ():
            yield f"move {name}", _sound(replace(leaf, **{name: moved}), moved >= least)
    if leaf.different:
        yield from (("move different", _showing(leaf, step)) for step in (-1, 1))
        yield "drop different", replace(leaf, different=None)
    if leaf.within is not None:
        yield "drop within", replace(leaf, within=None)


def _showing(leaf: Origins, step: int) -> Origins | None:
    name, number = leaf.different or ("", 0)
    return _sound(replace(leaf, different=(name, number + step)), number + step >= 1)


def _sound(leaf: Origins, enough: bool) -> Origins | None:
    """Give a need of origins, if a pack could say so."""
    least, most, shown = leaf.at_least or 0, leaf.at_most, leaf.different[1] if leaf.different else 0
    return leaf if enough and (most is None or least <= most) and shown <= max(least, 1) else None


# tests


def altered_tests(
    tests: tuple[FieldTest, ...], number: int, change: Callable[[FieldTest], Iterator[tuple[str, FieldTest | None]]]
) -> Iterator[Altered]:
    """Give tests with one of them dropped, and with every change of it that the field allows."""
    before, test, after = tests[:number], tests[number], tests[number + 1 :]
    said = phrases.tests([test])
    yield Altered("drop a test", f'drops the test "{said}"', (*before, *after))
    for operator, other in change(test):
        sentence = f'tests "{phrases.tests([other])}" in place of "{said}"' if other else f'{operator} of "{said}"'
        yield Altered(operator, sentence, (*before, other, *after) if other else ())


def swaps(test: FieldTest) -> Iterator[tuple[str, FieldTest | None]]:
    """Give a test with the stance turned round, or with a bound moved by one; None where there is no such letter."""
    field = STRAND_FIELDS.get(test.field)
    if field is not None and field.words == STANCES:
        turned = tuple(map(_turned, test.tests))
        yield from [("swap the stance", replace(test, tests=turned))] if turned != test.tests else []
    for number, one in enumerate(test.tests):
        for step in (-1, 1) if isinstance(one, Compare) else ():
            assert isinstance(one, Compare), "only such a test has a bound"
            value = _next(test.field, one.value, step)
            moved = (
                (*test.tests[:number], Compare(one.op, value), *test.tests[number + 1 :]) if value is not None else ()
            )
            yield "move a bound", replace(test, tests=moved) if moved else None


def _turned(test: Test) -> Test:
    if isinstance(test, Unless):
        return Unless(tuple(map(_turned, test.tests)))
    if not isinstance(test, Is):
        return test
    values = tuple(OPPOSITE.get(str(value), value) for value in test.values)
    return test if set(values) == set(test.values) else Is(values)


def _next(name: str, value: Value, step: int) -> Value | None:
    """Give the next value up or down: of a letter the next letter, if there is one, of a number one more or less."""
    field = STRAND_FIELDS.get(name)
    if field is None or not field.ordered:
        return float(value) + step
    at = field.words.index(str(value)) + step
    return field.words[at] if 0 <= at < len(field.words) else None

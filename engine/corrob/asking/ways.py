"""Sets of changes that lead to a status go in; the plainest of them in words come out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from typing import Final

from corrob.asking.leading import Pieces, Search, Set
from corrob.asking.pieces import Wanted
from corrob.asking.wishes import wish
from corrob.model.answers import Way
from corrob.vocabulary import LETTERS, UNJUDGED


def ways(search: Search, found: list[Set], claim: str) -> tuple[Way, ...]:
    """Tell the sets, the plainest kind in the place of all that are stricter."""
    told: dict[tuple[str, ...], list[Set]] = {}
    for one in found:
        told.setdefault(tuple(upgrade.text for upgrade in one[0]), []).append(one)
    plain = ((texts, _plainest(sets)) for texts, sets in told.items())
    return tuple(_way(search, texts, one, stricter, claim) for texts, sets in plain for one, stricter in sets)


def _plainest(sets: list[Set]) -> list[tuple[Set, int]]:
    """Give the sets whose evidence asks for nothing that another set does without, each with how many ask for more."""
    plain = [one for one in sets if not any(_less(other[1], one[1]) for other in sets if other is not one)]
    return [(one, sum(_less(one[1], other[1]) for other in sets if other is not one)) for one in plain]


def _less(one: Pieces, other: Pieces) -> bool:
    """Whether each item of the one asks for no more than an item of its own in the other, and not for the same."""
    if len(one) != len(other) or one == other:
        return False
    orders = (zip(one, order, strict=True) for order in permutations(other))
    return any(all(plain.items() <= strict.items() for plain, strict in pairs) for pairs in orders)


def _way(search: Search, texts: tuple[str, ...], one: Set, stricter: int, claim: str) -> Way:
    letters = _letters(search, one)
    wishes = [wish(wanted, claim, letter) for wanted, letter in zip(one[1], letters, strict=True)]
    return Way((*texts, *counted(wishes)), stricter)


def _letters(search: Search, one: Set) -> list[str | None]:
    """Give for each item of evidence the worst letter of its source that still does it."""
    case, pieces = search.edited(one[0]), list(one[1])
    found: list[str | None] = []
    for place, wanted in enumerate(pieces):
        tried = [letter for letter in LETTERS if letter != UNJUDGED] if "reliability" not in wanted else []
        enough = (x for x in tried if search.reached(case, _graded(pieces, place, x)))
        found.append(next(enough, wanted.get("reliability")))
    return found


def _graded(pieces: list[Wanted], place: int, letter: str) -> Pieces:
    return tuple({**one, "reliability": letter} if n == place else one for n, one in enumerate(pieces))


def counted(texts: Iterable[str]) -> list[str]:
    """Join wishes that are the same: two more items."""
    numbers: dict[str, int] = {}
    for text in texts:
        numbers[text] = numbers.get(text, 0) + 1
    return [_times(text, number) for text, number in numbers.items()]


_PLURALS: Final = {" that supports ": " that support ", " that refutes ": " that refute ", " and adds ": " and add "}
_NUMBERS: Final = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def _times(text: str, number: int) -> str:
    if number == 1:
        return text
    many = text.replace("one more item of a new source", f"{_NUMBERS.get(number, number)} more items of new sources", 1)
    for one, more in _PLURALS.items():
        many = many.replace(one, more)
    return many

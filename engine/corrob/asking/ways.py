"""Sets of changes that lead to a status go in; the plainest of them in words come out."""

from __future__ import annotations

from itertools import permutations
from typing import Final

from corrob.asking.leading import Made, Pieces, Search, Set
from corrob.asking.pieces import Wanted
from corrob.asking.wishes import counted, wish
from corrob.model.answers import Way
from corrob.vocabulary import LETTERS, UNJUDGED


def ways(search: Search, found: list[Set], claim: str) -> tuple[Way, ...]:
    """Tell the sets, the plainest kind in the place of all that are stricter."""
    told: dict[tuple[str, ...], list[Set]] = {}
    for one in found:
        told.setdefault(tuple(upgrade.text for upgrade in one[0]), []).append(one)
    plain = (_plainest(sets) for sets in told.values())
    return tuple(dict.fromkeys(_way(search, one, stricter, claim) for sets in plain for one, stricter in sets))


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


def _way(search: Search, one: Set, stricter: int, claim: str) -> Way:
    made = _made(search, one)
    grades = _grades(search, (made, one[1]))
    wishes = [wish(wanted, claim, grade) for wanted, grade in zip(one[1], grades, strict=True)]
    return Way((*(upgrade.text for upgrade in made), *counted(wishes)), stricter)


def _made(search: Search, one: Set) -> Made:
    """Give the changes of what is there, with the grades of sources that do it."""
    made, pieces = one
    for place, upgrade in enumerate(made):
        if upgrade.at is not None:
            before, after = made[:place], made[place + 1 :]
            tried = ((letter, (*before, upgrade.at(letter, letter), *after)) for letter in _JUDGED)
            found = _grade([letter for letter, other in tried if search.reached(other, pieces)])
            made = (*before, upgrade.at(*found), *after) if found else made
    return made


def _grades(search: Search, one: Set) -> list[str | None]:
    """Give for each item of evidence the grades of its source that do it, beside those before it."""
    made, pieces = one[0], list(one[1])
    told: list[str | None] = []
    for place, wanted in enumerate(pieces):
        tried = _JUDGED if "reliability" not in wanted else []
        found = _grade([letter for letter in tried if search.reached(made, _graded(pieces, place, letter))])
        letter, grade = found or (wanted.get("reliability"), wanted.get("reliability"))
        pieces[place] = {**wanted, "reliability": letter} if letter else wanted
        told.append(grade)
    return told


_JUDGED: Final = [letter for letter in LETTERS if letter != UNJUDGED]


def _grade(letters: list[str]) -> tuple[str, str] | None:
    """Give the worst of some letters, and the words for it: `or better` where all better ones are among them."""
    if not letters:
        return None
    better = _JUDGED[_JUDGED.index(letters[0]) :]
    return letters[0], f"{letters[0]} or better" if better[1:] and letters == better else letters[0]


def _graded(pieces: list[Wanted], place: int, letter: str) -> Pieces:
    return tuple({**one, "reliability": letter} if n == place else one for n, one in enumerate(pieces))

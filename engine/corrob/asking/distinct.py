"""Kinds of evidence go in, those come out that a rulebook can tell apart at a claim, each with its strands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from corrob.asking.kinds import Kinds
from corrob.asking.pieces import Wanted, piece
from corrob.model.case import Case, Claim
from corrob.model.rule import Origins, Removes
from corrob.verifying.hearing import hearing
from corrob.verifying.weigh import Exhibit, Scales


@dataclass(frozen=True)
class Kind:
    """Fields with values, and the strands of one such piece alone at a claim."""

    wanted: Wanted
    exhibits: list[Exhibit]


def distinct(kinds: Kinds, scales: Scales, claim: Claim) -> list[Kind]:
    """Give the kinds that the rulebook can tell apart at a claim, each by the plainest fields that make it so."""
    found: dict[object, Kind] = {}
    sees = Signature(kinds, scales)
    for wanted in kinds.candidates():
        strands = exhibits(scales, wanted, claim)
        if strands is not None:
            found.setdefault(sees(strands), Kind(wanted, strands))
    return list(found.values())


def exhibits(scales: Scales, wanted: Wanted, claim: Claim, name: str = "e") -> list[Exhibit] | None:
    """Give the strands of one piece alone at a claim; None where the claim leaves no room for it."""
    made = piece(wanted, claim, name)
    if made is None:
        return None
    alone = made.added_to(Case(corrob=1, case=name, claims=(_apart(claim),)))
    return hearing(alone, None, scales).heard(claim.id).exhibits


def _apart(claim: Claim) -> Claim:
    """Give a claim without what it says of others."""
    alone = replace(claim, entails=(), contradicts=(), consistent_with=(), part_of=(), superseded_by=None)
    return replace(alone, resolves_on="", about_claim="", about_sources=())


class Signature:
    """Tells strands apart as a rulebook does: by what selects or removes them, and by the values that it counts."""

    def __init__(self, kinds: Kinds, scales: Scales) -> None:
        rulebook = kinds.rulebook
        removed = [rule.effect.where for rule in rulebook.removals if isinstance(rule.effect, Removes)]
        self._tests = [scales.test(tests) for tests in [*map(kinds.tests_of, kinds.selections), *removed]]
        self._choosing = [(scales.test(kinds.tests_of(need.selection)), need) for need in kinds.choosing]

    def __call__(self, strands: Iterable[Exhibit]) -> object:
        """Give something that two kinds have in common exactly if no rule can tell them apart."""
        return tuple(sorted((self._passed(one), self._values(one)) for one in strands))

    def _passed(self, one: Exhibit) -> tuple[bool, ...]:
        return tuple(test(one.facts) is True for test in self._tests)

    def _values(self, one: Exhibit) -> tuple[str, ...]:
        """Give what each choosing need can choose by, of a strand that it selects."""
        chosen = ((need, selects(one.facts) is True) for selects, need in self._choosing)
        return tuple(_chosen_by(need, one) if selected else "" for need, selected in chosen)


def _chosen_by(need: Origins, one: Exhibit) -> str:
    value = one.facts.get(need.different[0]) if need.different else None
    return str((value, one.facts.get("date") if need.within is not None else None))

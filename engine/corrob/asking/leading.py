"""A claim and statuses go in; the least changes of its case after which it has one of them come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations
from typing import Final

from msgspec import Struct

from corrob.asking import mentions
from corrob.asking.distinct import distinct
from corrob.asking.kinds import Kinds
from corrob.asking.locality import Locality
from corrob.asking.pieces import COMPOUND, Wanted, piece
from corrob.asking.states import PIECE, State, States
from corrob.asking.upgrades import Edit, Upgrade, last_day, upgrades
from corrob.asking.wishes import wish
from corrob.model.case import Case
from corrob.model.rule import Statuses
from corrob.verifying.hearing import hearing
from corrob.verifying.judge import Judge
from corrob.verifying.relate import Rounds
from corrob.verifying.settle import settle
from corrob.verifying.weigh import Weighing
from corrob.vocabulary import LETTERS

TOGETHER: Final = 2
"""How many changes of what is there are made at once."""

USELESS: Final = COMPOUND | {"superseded", "undercut", "source"}
"""What is not wished of evidence: sources that say both or are tied, what is taken back or challenged, a known name."""

Pieces = tuple[Wanted, ...]
Set = tuple[tuple[Upgrade, ...], Pieces]
"""Changes of what is there, and further evidence."""


class Search(Struct, eq=False, dict=True):
    """Looks for the least changes after which a claim has one of some statuses.

    What further evidence adds is counted (`states`), and what is found is judged. Not followed is what evidence on this
    claim does to related ones and, through what rules ask about these, to this claim again.
    """

    near: Locality
    wanted: frozenset[str]
    tried: int = 0

    @cached_property
    def judge(self) -> Judge:
        """The rules that can decide the status, over the fields that they test."""
        return Judge(self.near.rulebook, "direct", mentions.fields(self.near.rulebook))

    @cached_property
    def base(self) -> str:
        """The claim that is weighed: of one that denies others, the one that it comes down to."""
        return self.near.hearing.relations.base[self.near.claim][0]

    @cached_property
    def whole(self) -> Case:
        """The case with all that the status can depend on."""
        return self.near.case()

    @cached_property
    def day(self) -> str:
        """The day of what is added: known by the date, if there is one."""
        as_of = self.near.hearing.world.as_of
        return last_day(self.whole) if as_of is None else mentions.day(as_of)

    @cached_property
    def kinds(self) -> Kinds:
        """The kinds of evidence that the rulebook can tell apart."""
        return Kinds(self.near.rulebook)

    @cached_property
    def upgrades(self) -> tuple[Upgrade, ...]:
        """All changes of what is there, and of evidence on the claims that this one depends on."""
        letters = [letter for letter in self.kinds.mentioned.get("reliability", []) if letter in LETTERS]
        own = upgrades(self.near, letters, self.day)
        return (*own, *(one for claim in self.near.judged if claim != self.base for one in self._elsewhere(claim)))

    # what leads there

    def least(self, size: int) -> tuple[int, list[Set]]:
        """Give the smallest number of changes, up to `size`, that leads there, and all such sets."""
        for number in range(1, size + 1):
            found = [one for made in self._made(number) for one in self._from(made, number)]
            if found:
                return number, found
        return 0, []

    def _made(self, size: int) -> Iterator[tuple[Upgrade, ...]]:
        for number in range(TOGETHER + 1):
            made = combinations(self.upgrades, number)
            yield from (one for one in made if sum(upgrade.size for upgrade in one) <= size)

    def _from(self, made: tuple[Upgrade, ...], size: int) -> Iterator[Set]:
        """Give the sets of some changes with so many items more that have the status when they are judged."""
        case, left = self.edited(made), size - sum(upgrade.size for upgrade in made)
        if left and not self.moves:
            return
        ways: Iterable[Pieces] = [()] if not left else self._additions(case, self.base, self.moves, left)
        for pieces in ways:
            self.tried += 1
            if self.reached(case, pieces):
                yield made, pieces

    def _additions(self, case: Case, claim: str, moves: list[tuple[Wanted, State]], number: int) -> Iterator[Pieces]:
        """Give the evidence, so many items of it, after which the claim's own rules give a status that is wanted."""
        states = self._states(self.weighing(case, claim))
        level: list[tuple[tuple[int, ...], State]] = [((), states.read(states.base))]
        for _ in range(number):
            level = [
                ((*places, place), states.plus(state, moves[place][1]))
                for places, state in level
                for place in range(places[-1] if places else 0, len(moves))
            ]
        self.tried += len(level)
        for places, state in level:
            if settle(self._statuses, states.fired(state)).status in self.wanted:
                yield tuple(moves[place][0] for place in places)

    @cached_property
    def moves(self) -> list[tuple[Wanted, State]]:
        """What each kind of evidence adds to the claim, those that add the same once."""
        return self._moves(self.base)

    @cached_property
    def _statuses(self) -> Statuses:
        return self.near.rulebook.statuses

    def _moves(self, claim: str) -> list[tuple[Wanted, State]]:
        told = self.near.hearing.world.claims[claim]
        states = self._states(self.weighing(self.whole, claim))
        before = states.read(states.base)
        found: dict[State, Wanted] = {}
        for kind in distinct(self.kinds, self.judge.scales, told):
            made = None if USELESS.intersection(kind.wanted) else piece(kind.wanted, told, PIECE, self.day)
            if made is not None:
                after = states.read(self.weighing(made.added_to(self.whole), claim))
                found.setdefault(_beyond(before, after), kind.wanted)
        return [(wanted, more) for more, wanted in found.items() if any(more[0]) or any(more[1])]

    def _states(self, weighing: Weighing) -> States:
        return States(weighing, self.near.rulebook.stages)

    def _elsewhere(self, claim: str) -> Iterator[Upgrade]:
        """Give further evidence on a related claim: the least for every status that it could have."""
        moves, states = self._moves(claim), self._states(self.weighing(self.whole, claim))
        level: list[tuple[Pieces, State]] = [((), states.read(states.base))]
        known: set[str] = set()
        for number in range(1, TOGETHER + 1):
            level = [((*pieces, more[0]), states.plus(state, more[1])) for pieces, state in level for more in moves]
            for pieces, state in level:
                status = settle(self._statuses, states.fired(state)).status
                if status not in known:
                    known.add(status)
                    yield Upgrade(self._told(claim, pieces), self._adding(claim, pieces, status), number)

    def _told(self, claim: str, pieces: Pieces) -> str:
        return " and ".join(wish(one, claim, None) for one in pieces)

    def _adding(self, claim: str, pieces: Pieces, status: str) -> Edit:
        return lambda case: self._added(case, claim, pieces, f"new {claim} {status}")

    # judging

    def edited(self, made: Iterable[Upgrade]) -> Case:
        """Give the case after changes of what is there."""
        case = self.whole
        for upgrade in made:
            case = upgrade.edit(case)
        return case

    def reached(self, case: Case, pieces: Pieces) -> bool:
        """Whether the claim has a wanted status once that evidence is there, as judged."""
        moment = self.near.hearing.world.as_of
        changed = self._added(case, self.base, pieces, "new")
        return self.judge.statuses(changed, moment, self.near.judged)[self.base] in self.wanted

    def _added(self, case: Case, claim: str, pieces: Pieces, name: str) -> Case:
        told = self.near.hearing.world.claims[claim]
        for number, wanted in enumerate(pieces, 1):
            made = piece(wanted, told, f"{name} {number}", self.day)
            assert made is not None, "a kind that the claim has no room for is not tried"
            case = made.added_to(case)
        return case

    def weighing(self, case: Case, claim: str) -> Weighing:
        """Put a claim of a changed case on the scales."""
        opened = hearing(case, self.near.hearing.world.as_of, self.judge.scales)
        return Rounds(opened, only=self.near.judged).outcomes()[claim].weighing


def _beyond(before: State, after: State) -> State:
    counts = tuple(now - then for then, now in zip(before[0], after[0], strict=True))
    more = zip(before[1], after[1], strict=True)
    return counts, tuple(tuple(one for one in now if one not in then) for then, now in more)

"""A claim and statuses go in; the least changes of its case after which it has one of them come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from itertools import combinations
from math import comb, inf
from typing import Final

from msgspec import Struct

from corrob import dates
from corrob.asking import mentions
from corrob.asking.distinct import distinct
from corrob.asking.kinds import Kinds
from corrob.asking.locality import Locality
from corrob.asking.pieces import COMPOUND, Wanted, piece
from corrob.asking.rehearing import Rehearings
from corrob.asking.states import PIECE, State, States, living
from corrob.asking.upgrades import CLAIMS, Edit, Upgrade, last_day, upgrades
from corrob.asking.wishes import counted, wish
from corrob.model.case import Case
from corrob.model.rule import Gives
from corrob.verifying.judge import Judge
from corrob.verifying.relate import Outcomes, Rounds
from corrob.verifying.settle import settle
from corrob.vocabulary import LETTERS

TOGETHER: Final = 2
"""How many changes of what is there are made at once."""

USELESS: Final = COMPOUND | {"superseded", "undercut", "source"}
"""What is not wished of evidence: sources that say both or are tied, what is taken back or challenged, a known name."""

Pieces = tuple[Wanted, ...]
Made = tuple[Upgrade, ...]
Set = tuple[Made, Pieces]
"""Changes of what is there, and further evidence."""

Move = tuple[Wanted, State]
"""A kind of evidence, and what one item of it adds to a claim."""


class Search(Struct, eq=False, dict=True):
    """Looks for the least changes after which a claim has one of some statuses.

    What further evidence adds is counted (`states`), and what is found is judged. Not followed is what evidence on this
    claim does to related ones and, through what rules ask about these, to this claim again.
    """

    near: Locality
    wanted: frozenset[str]
    tried: int = 0
    _judged: dict[Made, tuple[str, States, State]] = {}
    _led: dict[tuple[tuple[int, ...], State, int], tuple[Pieces, ...]] = {}
    _of: dict[str, States] = {}

    @cached_property
    def judge(self) -> Judge:
        """The rules that can decide the status, over the fields that they test."""
        return Judge(self.near.rulebook, "direct", mentions.fields(self.near.rulebook))

    @cached_property
    def base(self) -> str:
        """The claim that is weighed: of one that denies others, the one that it comes down to."""
        return self.near.hearing.relations.base[self.near.claim][0]

    @cached_property
    def day(self) -> str:
        """The day of what is added: known by the date, if there is one."""
        as_of = self.near.hearing.world.as_of
        return last_day(self.near.case()) if as_of is None else mentions.day(as_of)

    def day_on(self, claim: str) -> str:
        """Give the day of what is added to a claim: in time for predictions, as of whose window it is looked at."""
        relations, claims = self.near.hearing.relations, self.near.hearing.world.claims
        foretold = (claims[one] for one in self.near.judged if claims[one].window and claims[one].resolves_on)
        windows = [one.window for one in foretold if relations.base[one.resolves_on][0] == claim]
        ends = (dates.interval(window).end for window in windows if window)
        return min([self.day, *(dates.text_of(end)[:10] for end in ends if end != inf)])

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

    @cached_property
    def possible(self) -> bool:
        """Whether anything can give the claim such a status: a rule for such claims, no rule, a conflict, or a cap."""
        statuses, rules = self.near.rulebook.statuses, self.near.rulebook.rules
        effects = (rule.effect for rule in living(rules, self._start[self.base].weighing))
        given = {statuses.default, statuses.conflict, *(one.status for one in effects if isinstance(one, Gives))}
        if any(True for _ in self.near.hearing.relations.capping(self.near.hearing.world.claims[self.base])):
            lines = {statuses.rank(status)[0] for status in given}
            given |= {status for status in statuses.all if statuses.rank(status)[0] in lines}
        return not self.wanted.isdisjoint(given)

    def least(self, size: int) -> tuple[int, list[Set]]:
        """Give the smallest number of changes, up to `size`, that leads there, and all such sets."""
        if not self.possible:
            return 0, []
        for number in range(1, size + 1):
            found = [one for made in self._made(number) for one in self._from(made, number)]
            if found:
                return number, found
        return 0, []

    def _made(self, size: int) -> Iterator[Made]:
        """Give the changes of what is there that can be made at once and leave room for nothing but evidence."""
        yield ()
        yield from ((one,) for one in self.upgrades if one.size <= size)
        pairs = combinations(self.upgrades, TOGETHER)
        yield from (pair for pair in pairs if weight(pair) <= size and pair[0].goes_with(pair[1]))

    def _from(self, made: Made, size: int) -> Iterator[Set]:
        """Give the sets of some changes with so many items more that have the status when they are judged."""
        left = size - weight(made)
        self.tried += comb(len(self.moves) + left - 1, left) if left else 1
        if not left and self._after(made)[0] in self.wanted:
            yield made, ()
        if left and self.moves:
            yield from ((made, pieces) for pieces in self._leading(made, left))

    def _after(self, made: Made) -> tuple[str, States, State]:
        """Give the status and the state of the claim after some changes, judged once."""
        if made not in self._judged:
            outcome = self._outcomes(made)[self.base]
            states = self._states(self.base).over(outcome.weighing)
            self._judged[made] = outcome.status, states, states.read(states.base)
        return self._judged[made]

    def _leading(self, made: Made, number: int) -> Iterator[Pieces]:
        """Give the evidence, so many items of it, after which the claim has a wanted status, as judged."""
        _, states, state = self._after(made)
        level = _level(states, self.moves, state, number)
        if self._others:
            return self._judged_by_state(made, level)
        key = tuple(states.fixed.values()), state, number
        if key not in self._led:
            self._led[key] = tuple(pieces for pieces, after in level if self._settled(states, after) in self.wanted)
        return (pieces for pieces in self._led[key] if self.reached(made, pieces))

    @property
    def _others(self) -> bool:
        """Whether the status can depend on other claims: they may cap it, whatever its own rules give."""
        return len(self.near.judged) > 1

    def _judged_by_state(self, made: Made, level: Iterable[tuple[Pieces, State]]) -> Iterator[Pieces]:
        """Judge the sets of items, and no more of those that come to a state of the claim that did not do."""
        does: dict[State, bool] = {}
        for pieces, state in level:
            if does.get(state, True):
                reached = self.reached(made, pieces)
                does.setdefault(state, reached)
                yield from [pieces] if reached else []

    def _settled(self, states: States, state: State) -> str:
        return settle(self.near.rulebook.statuses, states.fired(state)).status

    @cached_property
    def moves(self) -> list[Move]:
        """What each kind of evidence adds to the claim, those that add the same once."""
        return self._moves(self.base)

    def _moves(self, claim: str) -> list[Move]:
        told, states = self.near.hearing.world.claims[claim], self._states(claim)
        before = states.read(states.base)
        found: dict[State, Wanted] = {}
        day = self.day_on(claim)
        for kind in distinct(self.kinds, self.judge.scales, told):
            if not USELESS.intersection(kind.wanted) and piece(kind.wanted, told, PIECE, day) is not None:
                made = Upgrade("", self._adding(claim, (kind.wanted,), PIECE), CLAIMS, claim, once=True)
                after = states.read(self._outcomes((made,))[claim].weighing)
                found.setdefault(_beyond(before, after), kind.wanted)
        return [(wanted, more) for more, wanted in found.items() if any(more[0]) or any(more[1])]

    def _states(self, claim: str) -> States:
        if claim not in self._of:
            self._of[claim] = States(self._start[claim].weighing, self.near.rulebook.stages)
        return self._of[claim]

    @cached_property
    def _start(self) -> Outcomes:
        return self._outcomes(())

    def _elsewhere(self, claim: str) -> Iterator[Upgrade]:
        """Give further evidence on a related claim: the least for every other status that it could have."""
        moves, states = self._moves(claim), self._states(claim)
        start = states.read(states.base)
        known = {self._settled(states, start)}
        for number in range(1, TOGETHER + 1):
            for pieces, after in _level(states, moves, start, number):
                status = self._settled(states, after)
                if status not in known:
                    known.add(status)
                    yield self._further(claim, pieces, status)

    def _further(
        self, claim: str, pieces: Pieces, status: str, letter: str | None = None, grade: str | None = None
    ) -> Upgrade:
        """Give the change that adds evidence on a related claim, from sources of a letter if one is named."""
        graded = pieces if letter is None else tuple({"reliability": letter, **one} for one in pieces)
        edit = self._adding(claim, graded, f"new {claim} {status}")
        texts = (wish(one, claim, grade and one.get("reliability", grade)) for one in pieces)
        at = partial(self._further, claim, pieces, status)
        return Upgrade(" and ".join(counted(texts)), edit, CLAIMS, claim, status, len(pieces), at)

    def _adding(self, claim: str, pieces: Pieces, name: str) -> Edit:
        return lambda case: self._added(case, claim, pieces, name)

    # judging

    @cached_property
    def _rehearings(self) -> Rehearings:
        return Rehearings(self.near, self.judge.scales)

    def _outcomes(self, made: Made) -> Outcomes:
        """Judge the claims that the status can depend on after some changes."""
        return Rounds(self._rehearings.after(made), only=self.near.judged).outcomes()

    def reached(self, made: Made, pieces: Pieces) -> bool:
        """Whether the claim has a wanted status once that evidence is there, as judged."""
        further = Upgrade("", self._adding(self.base, pieces, "new"), CLAIMS, self.base, once=True)
        return self._outcomes((*made, further))[self.base].status in self.wanted

    def _added(self, case: Case, claim: str, pieces: Pieces, name: str) -> Case:
        told, day = self.near.hearing.world.claims[claim], self.day_on(claim)
        for number, wanted in enumerate(pieces, 1):
            made = piece(wanted, told, name if name == PIECE else f"{name} {number}", day)
            assert made is not None, "a kind that the claim has no room for is not tried"
            case = made.added_to(case)
        return case


def _level(states: States, moves: list[Move], start: State, number: int) -> Iterator[tuple[Pieces, State]]:
    """Give all sets of so many items, each with the state of the claim then."""
    level: list[tuple[tuple[int, ...], State]] = [((), start)]
    for _ in range(number):
        level = [
            ((*places, place), states.plus(state, moves[place][1]))
            for places, state in level
            for place in range(places[-1] if places else 0, len(moves))
        ]
    return ((tuple(moves[place][0] for place in places), state) for places, state in level)


def _beyond(before: State, after: State) -> State:
    counts = tuple(now - then for then, now in zip(before[0], after[0], strict=True))
    more = zip(before[1], after[1], strict=True)
    return counts, tuple(tuple(one for one in now if one not in then) for then, now in more)


def weight(made: Made) -> int:
    """Give how many changes some changes count for."""
    return sum(upgrade.size for upgrade in made)

"""A hearing goes in, every claim's outcome comes out: rounds until related claims agree, caps, and denials' duals."""

from __future__ import annotations

from functools import cached_property
from itertools import count
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from corrob import dates
from corrob.dates import Interval
from corrob.model.case import Claim
from corrob.model.rule import Acts, Finds, Related, Rule, Statuses
from corrob.verifying.compile import Answer, every, negated, some
from corrob.verifying.hearing import Hearing
from corrob.verifying.settle import Settled, settle
from corrob.verifying.weigh import Weighing
from corrob.vocabulary import EVERY, NONE

RESOLVES = "resolves_on"


class Outcome(Struct, frozen=True):
    """What a claim came to: its status after caps, and what it was settled from.

    `fired` are all rules that fired. `capped_by` names the claims that hold the status down. For a claim that
    negates, all but the status is its base's, and `turned` says whether the sides are exchanged.
    """

    status: str
    settled: Settled
    weighing: Weighing
    fired: tuple[Rule, ...]
    capped_by: tuple[str, ...] = ()
    turned: bool = False

    @property
    def counts(self) -> int:
        """How many origins count on the claim, on either side, if any."""
        counted = self.weighing.scales.rulebook.counted
        return sum(self.weighing.count(self.weighing.held(name)) for name in counted.values())

    @property
    def seen(self) -> tuple[str, frozenset[str]]:
        """What other claims' rules can see of it."""
        return self.status, frozenset(self.weighing.findings)


Outcomes = dict[str, Outcome]


class _Outside(Struct, eq=False):
    """Answers a claim's questions about other claims and about the record."""

    rounds: Rounds
    claim: Claim
    seen: Outcomes
    asked: bool = False

    def related(self, need: Related) -> Answer:
        targets = self.rounds.hearing.relations.related(self.claim, need.by, self.rounds.hearing.world)
        answers = [self._matches(self._outcome(target, need.by), need) for target in targets]
        if not answers:
            return need.of == NONE
        found = every(answers) if need.of == EVERY else some(answers)
        return negated(found) if need.of == NONE else found

    def _outcome(self, target: str, by: str) -> Outcome | None:
        earlier = self.rounds.resolving(self.claim) if by == RESOLVES else None
        if earlier is not None:
            return earlier[target]
        self.asked = True
        return self.seen.get(target)

    @staticmethod
    def _matches(outcome: Outcome | None, need: Related) -> Answer:
        if outcome is None:
            return None
        return outcome.status in need.statuses or need.finding in outcome.weighing.findings

    def acts(self, need: Acts) -> Answer:
        return self.rounds.hearing.acts(self.claim, need)


class Rounds(Struct, frozen=True, eq=False, dict=True):
    """Judges the claims of a hearing; `moments` keeps the outcomes as of other moments, by their end.

    Where `only` names claims, no others are judged. None of them may negate, and whatever they can ask about or be
    capped by must come down to one of them: then they come to the same as among all.
    """

    hearing: Hearing
    moments: dict[float, Outcomes] = {}
    only: tuple[str, ...] = ()

    @cached_property
    def statuses(self) -> Statuses:
        """The vocabulary of statuses."""
        return self.hearing.rulebook.statuses

    def outcomes(self) -> Outcomes:
        """Give the outcome of every claim that is judged, in the order of the case."""
        seen: Outcomes = {}
        own: Outcomes = {}
        wavering: frozenset[str] = frozenset()
        asking = self.only or self.hearing.relations.bases
        patience = len(self.hearing.world.claims) + 2
        for number in count(1):
            view = {claim: outcome for claim, outcome in seen.items() if claim not in wavering}
            heard = {claim: self._judge(claim, view) for claim in asking}
            own = {**own, **{claim: outcome for claim, (outcome, _) in heard.items()}}
            asking = tuple(claim for claim, (_, asked) in heard.items() if asked)
            before, seen = seen, self._related(own)
            changed = {c for c in seen if c not in before or before[c].seen != seen[c].seen}
            if not asking or not changed:
                break
            if number % patience == 0:
                wavering |= changed
        self._let_see(own, {claim: outcome for claim, outcome in seen.items() if claim not in wavering})
        return {claim: seen[claim] for claim in self.hearing.world.claims if claim in seen}

    def _let_see(self, own: Outcomes, end: Outcomes) -> None:
        """Let what is asked about the claims later, by invariants and explanations, see how the others ended."""
        for claim, outcome in own.items():
            outcome.weighing.outside = _Outside(self, self.hearing.world.claims[claim], end)

    def _judge(self, name: str, seen: Outcomes) -> tuple[Outcome, bool]:
        outside = _Outside(self, self.hearing.world.claims[name], seen)
        weighing = self.hearing.weigh(name, outside)
        weighing.remove()
        fired: list[Rule] = []
        for stage in self.hearing.scales.stages:
            new = weighing.fire(stage)
            weighing.findings.update(rule.effect.name for rule in new if isinstance(rule.effect, Finds))
            fired += new
        settled = settle(self.statuses, fired)
        return Outcome(settled.status, settled, weighing, tuple(fired)), outside.asked

    def _related(self, own: Outcomes) -> Outcomes:
        """Cap the claims by what they entail and need, all at once, until nothing changes; then turn the denials."""
        current = self._with_denials(own)
        while True:
            lowered = {c: self._capped(c, current) for c in own}
            if all(lowered[c].status == current[c].status for c in own):
                return current
            current = self._with_denials(lowered)

    def _capped(self, claim: str, current: Outcomes) -> Outcome:
        outcome, rank = current[claim], self.statuses.rank
        line, place = rank(outcome.status)
        told = self.hearing.world.claims[claim]
        caps = [other for other, always in self.hearing.relations.capping(told) if self._caps(current[other], always)]
        lower = {o: rank(current[o].status)[1] for o in caps if rank(current[o].status)[0] == line}
        least = min(lower.values(), default=place)
        if least >= place:
            return outcome
        holding = tuple(sorted(other for other, where in lower.items() if where == least))
        return replace(outcome, status=self.statuses.order[line][least], capped_by=holding)

    def _caps(self, outcome: Outcome, always: bool) -> bool:
        """Whether a claim holds others down: what is entailed does, a part only once something counts on it."""
        return always or not self.statuses.idle(outcome.status) or bool(outcome.counts)

    def _with_denials(self, own: Outcomes) -> Outcomes:
        base = self.hearing.relations.base
        return {claim: self._turned(own[one], same=same) for claim, (one, same) in base.items() if one in own}

    def _turned(self, outcome: Outcome, *, same: bool) -> Outcome:
        if same:
            return outcome
        dual = self.statuses.dual.get(outcome.status, outcome.status)
        return replace(outcome, status=dual, turned=True)

    def resolving(self, claim: Claim) -> Outcomes | None:
        """Give the outcomes as of a prediction's window's end and the grace, where that lies before the date."""
        if claim.window is None:
            return None
        as_of = self.hearing.world.as_of
        end = dates.interval(claim.window).end + float(self.hearing.rulebook.parameters["grace"])
        if end == inf or (as_of is not None and end >= as_of.end):
            return None
        if end not in self.moments:
            self.moments[end] = Rounds(self.hearing.at(Interval(end, end)), self.moments, self.only).outcomes()
        return self.moments[end]

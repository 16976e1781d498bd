"""A case and a date go in, a result for every claim comes out; a rulebook is compiled once and judges many cases."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from corrob import dates
from corrob.dates import Interval
from corrob.model.case import Case, Claim
from corrob.model.result import Notes, Result, Side, Tally
from corrob.model.rule import Rulebook
from corrob.verifying import wording
from corrob.verifying.decide import matcher
from corrob.verifying.derive import FIELDS
from corrob.verifying.hearing import hearing
from corrob.verifying.relate import Outcome, Outcomes, Rounds
from corrob.verifying.relations import SUPERSEDED_BY
from corrob.verifying.unknowns import unknown
from corrob.verifying.weigh import Scales, Weighing
from corrob.vocabulary import NONE


class Judged(Struct, frozen=True, eq=False):
    """A case's results, in the order of its claims, with what each was judged on."""

    case: Case
    results: tuple[Result, ...]
    rounds: Rounds
    outcomes: Outcomes


class Judge:
    """A rulebook, ready to judge; `using` names the matcher (`durable`, `direct`), '' takes the best there is.

    With fewer than all `fields` of strands it can give statuses, and no results.
    """

    def __init__(self, rulebook: Rulebook, using: str = "", fields: Iterable[str] = FIELDS) -> None:
        self.rulebook = rulebook
        self.packs = tuple(map(str, rulebook.packs))
        self.scales = Scales(rulebook, matcher(using), fields)

    def judge(self, case: Case, as_of: str | None = None) -> Judged:
        """Judge all claims of a case as of a day or time (ISO 8601), or on all that is in the file."""
        moment = dates.point(as_of) if as_of else None
        rounds = self._rounds(case, moment)
        outcomes = rounds.outcomes()
        contested = self._under_contested_blocs(case, moment)
        results = tuple(
            _Report(case, as_of, rounds, claim, outcomes[claim.id], self.packs).result(contested.get(claim.id))
            for claim in case.claims
        )
        return Judged(case, results, rounds, outcomes)

    def outcomes(self, case: Case, as_of: str | None = None) -> Outcomes:
        """Give what every claim comes to, without writing results of it."""
        return self._rounds(case, dates.point(as_of) if as_of else None).outcomes()

    def statuses(self, case: Case, moment: Interval | None, only: tuple[str, ...]) -> dict[str, str]:
        """Give the statuses of some claims alone, and of what denies them, as `relate.Rounds` allows it."""
        rounds = Rounds(hearing(case, moment, self.scales), only=only)
        return {claim: outcome.status for claim, outcome in rounds.outcomes().items()}

    def _rounds(self, case: Case, moment: Interval | None, *, contested: bool = False) -> Rounds:
        return Rounds(hearing(case, moment, self.scales, contested=contested))

    def _under_contested_blocs(self, case: Case, moment: Interval | None) -> dict[str, str]:
        """Give the claims' statuses if disputed labels applied; nothing where no label is disputed."""
        if not _contested(case):
            return {}
        outcomes = self._rounds(case, moment, contested=True).outcomes()
        return {claim: outcome.status for claim, outcome in outcomes.items()}


class _Report(Struct, frozen=True, eq=False):
    """Writes one claim's result."""

    case: Case
    as_of: str | None
    rounds: Rounds
    claim: Claim
    outcome: Outcome
    packs: tuple[str, ...]

    def result(self, contested: str | None) -> Result:
        outcome, settled = self.outcome, self.outcome.settled
        kept = not outcome.capped_by
        return Result(
            case=self.case.case,
            claim=self.claim.id,
            as_of=self.as_of,
            status=outcome.status,
            confidence=settled.confidence if kept else None,
            rule=settled.rule.id if settled.rule and kept else None,
            origins=tally(outcome),
            because=self._because(),
            notes=self._notes(contested),
            findings=tuple(sorted(outcome.weighing.findings)),
            unknown=unknown(outcome),
            confidence_steps=tuple(rule.title for rule in settled.steps) if kept else (),
            packs=self.packs,
        )

    def _because(self) -> str:
        told = self._reason()
        return f"It denies {self._base}: {told}" if self.outcome.turned else told

    @property
    def _base(self) -> str:
        return self.rounds.hearing.relations.base[self.claim.id][0]

    def _reason(self) -> str:
        outcome, settled = self.outcome, self.outcome.settled
        if outcome.capped_by:
            return f"It can stand no higher than {wording.listed(outcome.capped_by)}."
        if settled.rule is not None:
            return wording.because(settled.rule, outcome.weighing)
        if settled.proposals:
            both = (f"{rule.title} ({rule.id})" for rule in settled.proposals)
            return f"The evidence goes both ways: {wording.listed(both)}."
        return "No rule applies to what is there."

    def _notes(self, contested: str | None) -> Notes:
        own = {
            "capped_by": self.outcome.capped_by,
            "superseded": self._superseded(),
            "undated": self._undated(),
            "under_contested_bloc": (contested,) if contested and self._has_contested() else (),
        }
        found = {} if self.outcome.turned else wording.notes(self.outcome.weighing, self.outcome.fired)
        return dict(sorted({**found, **{name: told for name, told in own.items() if told}}.items()))

    def _superseded(self) -> tuple[str, ...]:
        hearing = self.rounds.hearing
        return hearing.relations.related(self.claim, SUPERSEDED_BY, hearing.world)

    def _undated(self) -> tuple[str, ...]:
        undated = self.rounds.hearing.world.undated
        bearing = (i.id for i in self.case.evidence if any(b.claim == self.claim.id for b in i.bears))
        return tuple(sorted(undated.intersection(bearing)))

    def _has_contested(self) -> bool:
        contested = _contested(self.case)
        roots = (exhibit.facts.get("source") or () for exhibit in self.outcome.weighing.exhibits)
        world = self.rounds.hearing.world
        return any(not contested.isdisjoint(world.closure(source)) for named in roots for source in named)


def _contested(case: Case) -> frozenset[str]:
    """Give the sources whose bloc is disputed."""
    return frozenset(source.id for source in case.sources if source.bloc_contested and source.bloc != NONE)


def tally(outcome: Outcome) -> Tally:
    """Count the origins on both sides, as the rulebook says which evidence counts."""
    counted = outcome.weighing.scales.rulebook.counted
    sides = [_side(outcome.weighing, counted[name]) for name in ("supports", "refutes")]
    supports, refutes = reversed(sides) if outcome.turned else sides
    return Tally(supports, refutes)


def _side(weighing: Weighing, name: str) -> Side:
    exhibits = weighing.held(name)
    return Side(weighing.count(exhibits), weighing.at_least(exhibits), tuple(wording.earliest(exhibits)))

"""A judged case, a claim and a status go in; what stands between them comes out, and the least that leads there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corrob.asking import phrases
from corrob.asking.leading import TOGETHER, Search
from corrob.asking.locality import Locality
from corrob.asking.ways import ways
from corrob.asking.why import need_lines
from corrob.model.answers import NearRule, WhyNotAnswer
from corrob.model.result import Result
from corrob.model.rule import Gives, Rule, Statuses
from corrob.verifying import wording
from corrob.verifying.judge import Judged
from corrob.verifying.relate import Outcome
from corrob.verifying.settle import standing

SIZE: Final = 3
"""Up to how many changes are made, where nobody says otherwise."""

NEAREST: Final = 3
"""How many rules are told."""


def why_not(judged: Judged, claim: str, status: str, size: int = SIZE) -> WhyNotAnswer:
    """Tell why a claim has not a status; raise `KeyError` where there is no such claim or status."""
    result = next((one for one in judged.results if one.claim == claim), None)
    statuses = judged.rounds.hearing.rulebook.statuses
    if result is None or status not in statuses.all:
        raise KeyError(claim if result is None else status)
    return _WhyNot(judged, result, status).answer(size)


@dataclass(frozen=True)
class _WhyNot:
    judged: Judged
    result: Result
    status: str

    @property
    def outcome(self) -> Outcome:
        return self.judged.outcomes[self.result.claim]

    @property
    def statuses(self) -> Statuses:
        return self.judged.rounds.hearing.rulebook.statuses

    @property
    def wanted(self) -> frozenset[str]:
        """The statuses of the claim that is weighed which come to the one that is asked for."""
        if not self.outcome.turned:
            return frozenset({self.status})
        dual = self.statuses.dual
        return frozenset(one for one in self.statuses.all if dual.get(one, one) == self.status)

    def answer(self, size: int) -> WhyNotAnswer:
        text = next(one.text for one in self.judged.case.claims if one.id == self.result.claim)
        if self.result.status == self.status:
            return WhyNotAnswer(self.result, text, self.status, size, note=f"It is {self.status}.")
        search = Search(Locality(self.judged.rounds.hearing, self.result.claim), self.wanted)
        least, found = search.least(size)
        return WhyNotAnswer(
            result=self.result,
            text=text,
            status=self.status,
            size=size,
            rules=tuple(sorted(self._rules(), key=_distance)[:NEAREST]),
            ways=ways(search, found, search.base),
            least=least,
            kinds=len(search.moves) if search.possible else 0,
            changes=len(search.upgrades) if search.possible else 0,
            tried=search.tried,
            note=" ".join(self._notes(search)),
            together=TOGETHER,
        )

    def _notes(self, search: Search) -> Iterator[str]:
        wanted = wording.listed(sorted(self.wanted))
        if self.outcome.turned:
            yield f"It denies {search.base}, which would have to be {wanted}."
        if not search.possible:
            yield f"No rule gives {wanted} to such a claim, whatever the evidence."
        elif not self.outcome.turned and (told := self._note()):
            yield told

    def _note(self) -> str:
        if not any(self._gives(rule) for rule in self.judged.rounds.hearing.rulebook.rules):
            return f"No rule gives {self.status}: {self._otherwise()}"
        return ""

    def _otherwise(self) -> str:
        if self.status == self.statuses.conflict:
            return "a claim has it where rules for and against it clash."
        return "a claim has it where no rule fires." if self.status == self.statuses.default else "nothing leads to it."

    # the rules

    def _gives(self, rule: Rule) -> bool:
        return isinstance(rule.effect, Gives) and rule.effect.status in self.wanted

    def _rules(self) -> Iterator[NearRule]:
        for rule in filter(self._gives, self.judged.rounds.hearing.rulebook.rules):
            needs = need_lines(self.judged, self.result.claim, rule)
            missing = sum(need.answer != "met" for need in needs)
            place = f"{rule.span.file}:{rule.span.line}"
            yield NearRule(rule.id, rule.title, place, needs, missing, tuple(self._obstacles(rule)))

    def _obstacles(self, rule: Rule) -> Iterator[str]:
        """Tell what else than its needs keeps a rule from giving the status."""
        weighing, fired = self.outcome.weighing, self.outcome.fired
        if rule.applies_to and weighing.scales.test(rule.applies_to)(weighing.facts) is not True:
            yield f"it is for other claims: {phrases.tests(rule.applies_to)}"
        left = standing(fired)
        yield from (f"{other.id} beats it" for other in left if rule.id in other.beats)
        if rule in fired and rule in left and self.outcome.settled.rule is not rule:
            yield f"the status is {self.outcome.settled.status} all the same, by {self._others(left, rule)}"
        if self.outcome.capped_by:
            yield f"it can stand no higher than {wording.listed(self.outcome.capped_by)}"

    @staticmethod
    def _others(left: list[Rule], rule: Rule) -> str:
        return wording.listed(one.id for one in left if isinstance(one.effect, Gives) and one is not rule)


def _distance(rule: NearRule) -> tuple[int, int, str]:
    return len(rule.obstacles), rule.missing, rule.rule

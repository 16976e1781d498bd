"""A judged case and a claim go in, every stage by which the claim got its status comes out, to be checked by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from corrob.asking import mentions, phrases
from corrob.asking.needs import ANSWERS, answer
from corrob.asking.rules import effect
from corrob.model.answers import (
    Cap,
    LostWay,
    StrandLine,
    TraceAnswer,
    TracedNeed,
    TracedOrigin,
    TracedRemoval,
    TracedRule,
    TracedSet,
)
from corrob.model.result import Result
from corrob.model.rule import ClaimIs, EvidenceSet, Gives, Removes, Rule
from corrob.verifying.judge import Judged
from corrob.verifying.relate import Outcome
from corrob.verifying.settle import standing
from corrob.verifying.trace import CIRCLE
from corrob.verifying.weigh import Exhibit, Weighing
from corrob.verifying.wording import earliest, text

_BUILT_IN = ("seen", "bearings")
_ELSEWHERE = frozenset({"stance", "stance_written", "origin", "source", "inherited"})
"""Fields that a strand's line shows anyway."""


def trace(judged: Judged, claim: str) -> TraceAnswer:
    """Tell all stages for a claim of a judged case; raise `KeyError` where the case has no such claim."""
    result = next((one for one in judged.results if one.claim == claim), None)
    if result is None:
        raise KeyError(claim)
    return _Trace(judged, result, judged.outcomes[claim]).answer()


@dataclass(frozen=True)
class _Trace:
    judged: Judged
    result: Result
    outcome: Outcome

    @property
    def weighing(self) -> Weighing:
        return self.outcome.weighing

    @property
    def base(self) -> str:
        return self.weighing.claim.id

    @cached_property
    def names(self) -> dict[str, str]:
        return {source.id: source.name or source.id for source in self.judged.case.sources}

    def answer(self) -> TraceAnswer:
        return TraceAnswer(
            result=self.result,
            text=next(one.text for one in self.judged.case.claims if one.id == self.result.claim),
            denies=self.base if self.base != self.result.claim else "",
            strands=tuple(self._strand(number, one) for number, one in enumerate(self._ordered, 1)),
            lost=tuple(self._lost()),
            origins=tuple(self._origins()),
            removals=tuple(self._removals()),
            sets=tuple(self._sets()),
            rules=tuple(self._rules()),
            settled=self.outcome.settled.status,
            caps=tuple(self._caps()),
            names=self.names,
        )

    # strands and origins

    @cached_property
    def _ordered(self) -> list[Exhibit]:
        """The strands: the claim's own before inherited ones, each in the order of the case."""
        place = {item.id: number for number, item in enumerate(self.judged.case.evidence)}

        def order(exhibit: Exhibit) -> tuple[bool, int, int, str]:
            arrival = exhibit.strand.arrival
            bearing = arrival.item.bears.index(arrival.bearing)
            return arrival.inherited, place[arrival.item.id], bearing, arrival.stance

        return sorted(self.weighing.exhibits, key=order)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(exhibit): number for number, exhibit in enumerate(self._ordered, 1)}

    def _of(self, exhibits: Iterable[Exhibit]) -> tuple[int, ...]:
        return tuple(sorted(self._numbers[id(exhibit)] for exhibit in exhibits))

    def _strand(self, number: int, exhibit: Exhibit) -> StrandLine:
        strand, arrival = exhibit.strand, exhibit.strand.arrival
        return StrandLine(
            number=number,
            item=arrival.item.id,
            who=self.names.get(arrival.item.source, arrival.item.source),
            stance=arrival.stance,
            written_for=arrival.bearing.claim,
            written=arrival.bearing.stance,
            relation="inherited" if arrival.inherited else "own",
            via=strand.via,
            root_kind=strand.root.kind,
            root="" if strand.root.kind == CIRCLE else strand.root.name,
            origin=self._called.get(exhibit.origin or ""),
            facts={name: _said(exhibit.facts[name]) for name in self._asked},
            attributes={name: _said(exhibit.facts[name]) for name in self._tabled},
        )

    @cached_property
    def _asked(self) -> tuple[str, ...]:
        asked = mentions.fields(self.weighing.scales.rulebook) - _ELSEWHERE
        return tuple(name for name in self.weighing.scales.fields if name in asked)

    @cached_property
    def _tabled(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(table.sets for table in self.weighing.scales.rulebook.tables))

    def _lost(self) -> Iterator[LostWay]:
        """Give the bearings that reach the claim and come to nothing."""
        found = {id(exhibit.strand.arrival) for exhibit in self.weighing.exhibits}
        for arrival in self.judged.rounds.hearing.arrivals[self.base]:
            if id(arrival) not in found:
                yield LostWay(arrival.item.id, arrival.bearing.claim)

    @cached_property
    def _shared(self) -> dict[str, list[Exhibit]]:
        """The strands of each origin."""
        found: dict[str, list[Exhibit]] = {}
        for exhibit in self._ordered:
            if exhibit.origin is not None:
                found.setdefault(exhibit.origin, []).append(exhibit)
        return found

    @cached_property
    def _called(self) -> dict[str, str]:
        """Each origin's name for people: that of its earliest root, as everywhere."""
        return {origin: earliest(held)[0] for origin, held in self._shared.items()}

    def _origins(self) -> Iterator[TracedOrigin]:
        by_name = {origin.name: origin for origin in self.weighing.origins}
        for name, held in self._shared.items():
            roots = tuple(dict.fromkeys(exhibit.strand.root.name for exhibit in held))
            ties = tuple(dict.fromkeys(self._tie(*key) for key in by_name[name].ties))
            yield TracedOrigin(self._called[name], roots, ties, self._of(held))

    def _tie(self, kind: str, what: str) -> str:
        told = {"party": f"under {self.names.get(what, what)}", "media": f"media {what}"}
        return told.get(kind, "sources that are not named")

    # rules

    def _removals(self) -> Iterator[TracedRemoval]:
        """Give the rules that remove; they are asked anew, since they look at what was there before."""
        before = self.judged.rounds.hearing.weigh(self.base, self.weighing.outside)
        fired = {rule.id for rule in before.fire(self.weighing.scales.removals)}
        for rule in self.weighing.scales.rulebook.removals:
            assert isinstance(rule.effect, Removes), "removals remove"
            gone = self._of(self.weighing.removed.get(rule.id, ()))
            yield TracedRemoval(rule.id, rule.title, phrases.tests(rule.effect.where), rule.id in fired, gone)

    def _sets(self) -> Iterator[TracedSet]:
        yield from (self._set(name) for name in _BUILT_IN)
        yield from (self._set(one.name, one) for one in self.weighing.scales.rulebook.sets)

    def _set(self, name: str, drawn: EvidenceSet | None = None) -> TracedSet:
        held = self.weighing.held(name)
        numbers = self._of(held)
        items = tuple(dict.fromkeys(self._ordered[number - 1].strand.arrival.item.id for number in numbers))
        source, where = (drawn.source, phrases.tests(drawn.where)) if drawn else ("", "")
        return TracedSet(name, source, where, numbers, items, self.weighing.count(held))

    def _rules(self) -> Iterator[TracedRule]:
        for number, stage in enumerate(self.weighing.scales.rulebook.stages, 1):
            yield from (self._rule(rule, number) for rule in stage)

    @cached_property
    def _standing(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in standing(self.outcome.fired)}

    def _rule(self, rule: Rule, stage: int) -> TracedRule:
        needs = tuple(TracedNeed(phrases.need(c.need), ANSWERS[answer(self.weighing, c.need)]) for c in rule.needs)
        told, reason = self._fate(rule, needs)
        by = tuple(one.id for one in self._standing.values() if told == "beaten" and rule.id in one.beats)
        gives = rule.effect.status if isinstance(rule.effect, Gives) else ""
        return TracedRule(rule.id, rule.title, effect(rule), gives, stage, told, needs, reason, by)

    def _fate(self, rule: Rule, needs: tuple[TracedNeed, ...]) -> tuple[str, str]:
        """Say what became of a rule, and, where it did not fire, for which reason."""
        if rule in self.outcome.fired:
            return ("fired" if rule.id in self._standing else "beaten"), ""
        foreign = next((test for test in rule.applies_to if answer(self.weighing, ClaimIs(test)) is not True), None)
        if foreign is not None:
            return "does not apply", phrases.tests([foreign])
        return "not fired", next((f"{one.answer}: {one.text}" for one in needs if one.answer != "met"), "")

    def _caps(self) -> Iterator[Cap]:
        for other, _ in self.judged.rounds.hearing.relations.capping(self.weighing.claim):
            yield Cap(other, self.judged.outcomes[other].status, other in self.outcome.capped_by)


def _said(value: object) -> str:
    """Write a field's value in words."""
    if value is None:
        return "unknown"
    return ", ".join(map(text, value)) if isinstance(value, tuple) else text(value)

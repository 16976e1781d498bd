"""A judged case and a claim go in, the explanation of the claim's status comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from corrob.asking import phrases
from corrob.asking.needs import ANSWERS, answer
from corrob.model.explanation import Explanation, NeedLine, OriginLine, Removal
from corrob.model.result import Result
from corrob.model.rule import AllOf, AnyOf, Clause, Need, Origins, Rule, Some, Suspect
from corrob.verifying.judge import Judged
from corrob.verifying.origins import at_least
from corrob.verifying.relate import Outcome
from corrob.verifying.trace import ITEM
from corrob.verifying.weigh import Exhibit, Weighing
from corrob.verifying.wording import earliest

_SIDES = ("supports", "refutes")


def why(judged: Judged, claim: str) -> Explanation:
    """Explain a claim of a judged case; raise `KeyError` where the case has no such claim."""
    result = next((one for one in judged.results if one.claim == claim), None)
    if result is None:
        raise KeyError(claim)
    return _Why(judged, result, judged.outcomes[claim]).explanation()


def need_lines(judged: Judged, claim: str, rule: Rule) -> tuple[NeedLine, ...]:
    """Tell how the needs of a rule stand for a claim; of one that denies another, for that other one."""
    result = next(one for one in judged.results if one.claim == claim)
    asked = _Why(judged, result, judged.outcomes[claim])
    return tuple(asked.need(rule, clause) for clause in rule.needs)


@dataclass(frozen=True)
class _Why:
    judged: Judged
    result: Result
    outcome: Outcome

    @property
    def weighing(self) -> Weighing:
        return self.outcome.weighing

    @cached_property
    def names(self) -> dict[str, str]:
        return {source.id: source.name or source.id for source in self.judged.case.sources}

    def explanation(self) -> Explanation:
        rule = self.outcome.settled.rule if self.result.rule else None
        supports, refutes = map(self._origins, reversed(_SIDES) if self.outcome.turned else _SIDES)
        analysts, outlets = self._behind()
        return Explanation(
            result=self.result,
            text=next(c.text for c in self.judged.case.claims if c.id == self.result.claim),
            denies=self.judged.rounds.hearing.relations.base[self.result.claim][0] if self.outcome.turned else "",
            rule_title=rule.title if rule else "",
            place=f"{rule.span.file}:{rule.span.line}" if rule else "",
            needs=tuple(self.need(rule, clause) for clause in rule.needs) if rule else (),
            supports=supports,
            refutes=refutes,
            analysts=analysts,
            outlets=outlets,
            removed=tuple(self._removals()),
            idle=tuple(self._idle()),
            names=self.names,
            rules=self.weighing.scales.rulebook.named,
        )

    # the needs of the rule

    def need(self, rule: Rule, clause: Clause) -> NeedLine:
        told = ANSWERS[answer(self.weighing, clause.need)]
        pack = "" if clause.pack == rule.pack else clause.pack
        return NeedLine(phrases.need(clause.need), told, self._items(clause.need), pack)

    def _items(self, need: Need) -> tuple[str, ...]:
        """Give the items that meet a need: of origins the earliest root of each, else all that are selected."""
        if isinstance(need, AnyOf | AllOf):
            meeting = (one for one in need.needs if answer(self.weighing, one))
            return tuple(dict.fromkeys(item for one in meeting for item in self._items(one)))
        if isinstance(need, Origins):
            return tuple(earliest(self.weighing.selected(need.selection)))
        return _ids(self.weighing.selected(need.selection)) if isinstance(need, Some | Suspect) else ()

    # the origins

    def _origins(self, side: str) -> tuple[OriginLine, ...]:
        exhibits = self.weighing.held(self.weighing.scales.rulebook.counted[side])
        by_origin: dict[str, list[Exhibit]] = {}
        for exhibit in exhibits:
            if exhibit.origin is not None:
                by_origin.setdefault(exhibit.origin, []).append(exhibit)
        ordered = {earliest(held)[0]: held for held in by_origin.values()}
        return tuple(self._origin(name, ordered) for name in earliest(exhibits))

    def _origin(self, name: str, ordered: dict[str, list[Exhibit]]) -> OriginLine:
        held = ordered[name]
        own = [e for e in held if e.strand.root.kind == ITEM and e.strand.root.id == e.strand.arrival.item.id]
        mine = _ids(own)
        others = (other for other in ordered if other != name)
        return OriginLine(
            name=name,
            who=self._who(held),
            own=mine,
            retold=tuple(i for i in _ids(held) if i not in mine),
            ties=self._ties(held),
            suspect=tuple(other for other in others if self._tied(held, ordered[other])),
            through=_through(held),
        )

    def _who(self, exhibits: Iterable[Exhibit]) -> tuple[str, ...]:
        sources = (source for e in exhibits for source in e.facts.get("source") or ("an unknown publisher",))
        return tuple(dict.fromkeys(self.names.get(source, source) for source in sources))

    def _ties(self, exhibits: list[Exhibit]) -> tuple[str, ...]:
        """Say what makes the roots one: the media, and who controls their sources; one source needs no saying."""
        origin = next(o for o in self.weighing.origins if exhibits[0].strand.root in o.roots)
        return tuple(dict.fromkeys(told for kind, what in origin.ties if (told := self._tie(kind, what, exhibits))))

    def _tie(self, kind: str, what: str, exhibits: list[Exhibit]) -> str:
        told = {"party": self._party(what, exhibits), "media": f"media {what}"}
        return told.get(kind, "sources that are not named" if kind == "unnamed_same" else "")

    def _party(self, what: str, exhibits: list[Exhibit]) -> str:
        """Say who stands above the sources of the roots, where it is not the only one of them that it stands for."""
        held = [set(e.facts.get("source") or ()) for e in exhibits if self._under(e, what)]
        if not held or set().union(*held) == {what}:
            return ""
        return f"{'all' if len(held) == len(exhibits) else 'some'} under {self.names.get(what, what)}"

    def _under(self, exhibit: Exhibit, what: str) -> bool:
        return ("party", what) in self.weighing.ties.hard(exhibit.strand)

    def _tied(self, one: list[Exhibit], other: list[Exhibit]) -> bool:
        strands = [exhibit.strand for exhibit in (*one, *other)]
        return at_least(self.weighing.ties, strands, self.weighing.names) == 1

    # what does not count

    def _behind(self) -> Iterator[tuple[str, ...]]:
        """Give the sources that support only by what others saw: those that worked on it, and those that retell."""
        found: dict[str, set[str]] = {"origin": set(), "work": set(), "copy": set()}
        side = _SIDES[1] if self.outcome.turned else _SIDES[0]
        for exhibit in self.weighing.held(self.weighing.scales.rulebook.counted[side]):
            item, root = exhibit.strand.arrival.item, exhibit.strand.root
            stands = root.kind == ITEM and root.id == item.id
            found["origin" if stands else "work" if item.adds else "copy"].add(item.source)
        for behind in (found["work"], found["copy"] - found["work"]):
            yield tuple(sorted(self.names.get(source, source) for source in behind - found["origin"]))

    def _removals(self) -> Iterable[Removal]:
        rules = {rule.id: rule.title for rule in self.weighing.scales.rulebook.removals}
        for rule, exhibits in self.weighing.removed.items():
            yield Removal(_ids(exhibits), rule, rules[rule], _through(exhibits))

    def _idle(self) -> Iterable[str]:
        counted = self.weighing.scales.rulebook.counted
        used = {id(e) for name in counted.values() for e in self.weighing.held(name)}
        gone = {id(e) for exhibits in self.weighing.removed.values() for e in exhibits}
        idle = [e for e in self.weighing.exhibits if id(e) not in used | gone and not e.facts["inherited"]]
        counting = set(_ids(e for e in self.weighing.exhibits if id(e) in used))
        return (item for item in _ids(idle) if item not in counting)


def _through(exhibits: Iterable[Exhibit]) -> dict[str, str]:
    """Give the items that say nothing on the claim itself, each with a claim that they speak on, which leads here."""
    found: dict[str, str] = {}
    arrivals = (exhibit.strand.arrival for exhibit in exhibits)
    for arrival in sorted(arrivals, key=lambda one: (one.inherited, one.bearing.claim), reverse=True):
        found[arrival.item.id] = arrival.bearing.claim if arrival.inherited else ""
    return {item: claim for item, claim in sorted(found.items()) if claim}


def _ids(exhibits: Iterable[Exhibit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(exhibit.strand.arrival.item.id for exhibit in exhibits))

"""Rules and a claim on the scales go in; what further evidence adds to the claim is counted without judging it again.

A claim's questions are answered by counts of origins, and by what single strands can be chosen for. Evidence of a new
source, tied to nobody, adds to these what it shows alone; so a state is these numbers, and adding is adding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any, Final

from corrob.model.rule import Finds, Found, Origins, Rule, Some, Suspect
from corrob.verifying.choice import Candidate, can_choose
from corrob.verifying.decide.conditions import All, Any_, Atom, Condition, Count, Question, Questions
from corrob.verifying.decide.direct import direct
from corrob.verifying.weigh import Weighing, candidates

PIECE: Final = "e"
"""What ids of a piece begin with that is weighed alone, to see what it adds."""

State = tuple[tuple[int, ...], tuple[tuple[Candidate, ...], ...]]
"""How many origins each counting question has, and what each choosing question can choose from."""


def living(rules: Iterable[Rule], weighing: Weighing) -> tuple[Rule, ...]:
    """Give the rules that exist for a claim."""
    test = weighing.scales.test
    return tuple(rule for rule in rules if not rule.applies_to or test(rule.applies_to)(weighing.facts) is True)


class States:
    """The states of one claim under some rules, in stages; `base` answers what evidence on the claim cannot change."""

    def __init__(self, base: Weighing, stages: Iterable[tuple[Rule, ...]]) -> None:
        self.base = base
        self.stages = [_Stage(rules) for rules in (living(stage, base) for stage in stages) if rules]
        asked = dict.fromkeys(q for stage in self.stages for q in stage.questions)
        self.counted = {q: n for n, q in enumerate(q for q in asked if isinstance(q, Count | Some | Suspect))}
        self.chosen = {q: n for n, q in enumerate(q for q in asked if isinstance(q, Origins))}
        self.fixed = {q: base.answer(q) for q in asked if q not in self.counted and q not in self.chosen}
        self.caps = tuple(max(s.most(q) for s in self.stages) if isinstance(q, Count) else 1 for q in self.counted)

    def over(self, base: Weighing) -> States:
        """Give the states of the same claim under the same rules, where what evidence cannot change is otherwise."""
        other = copy(self)
        other.base, other.fixed = base, {q: base.answer(q) for q in self.fixed}
        return other

    def read(self, weighing: Weighing) -> State:
        """Read the state of a claim off the scales."""
        counts = tuple(int(weighing.answer(q)) for q in self.counted)
        return counts, tuple(tuple(sorted(candidates(weighing, q), key=repr)) for q in self.chosen)

    def plus(self, state: State, more: State) -> State:
        """Add evidence to a state; beyond what any need asks about, more is the same."""
        counts = tuple(map(min, map(int.__add__, state[0], more[0]), self.caps))
        return counts, tuple(map(_more, state[1], more[1]))

    def fired(self, state: State) -> tuple[Rule, ...]:
        """Give the rules that fire in a state."""
        fired: list[Rule] = []
        findings: set[str] = set()
        for stage in self.stages:
            new = stage.fire(tuple(self._answer(q, state, findings) for q in stage.questions))
            findings |= {rule.effect.name for rule in new if isinstance(rule.effect, Finds)}
            fired += new
        return tuple(fired)

    def _answer(self, question: Question, state: State, findings: set[str]) -> int:
        if question in self.counted:
            return state[0][self.counted[question]]
        if isinstance(question, Origins):
            assert question.at_least is not None, "a choice says of how many origins"
            _, different = question.different or ("", 0)
            return int(can_choose(state[1][self.chosen[question]], question.at_least, different, question.within))
        return int(question.name in findings) if isinstance(question, Found) else self.fixed[question]


class _Stage:
    """Rules that are decided at once, over the questions that they alone ask."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        questions = Questions()
        self.rules = rules
        self.conditions = [questions.condition(clause.need for clause in rule.needs) for rule in rules]
        self.questions = questions.asked
        self._decide = direct(self.conditions)
        self._known: dict[tuple[int, ...], list[Rule]] = {}

    def fire(self, situation: tuple[int, ...]) -> list[Rule]:
        """Give the rules that fire."""
        if situation not in self._known:
            self._known[situation] = [self.rules[n] for n in self._decide(situation)]
        return self._known[situation]

    def most(self, question: Question) -> int:
        """Give the number from which on a count makes no difference."""
        if question not in self.questions:
            return 0
        key = self.questions.index(question)
        atoms = (atom for one in self.conditions for atom in _atoms(one) if atom.key == key)
        return max((atom.number + (atom.op == "at_most") for atom in atoms), default=0)


def _atoms(condition: Condition) -> Iterator[Atom]:
    if isinstance(condition, Atom):
        yield condition
    elif isinstance(condition, All | Any_):
        for part in condition.parts:
            yield from _atoms(part)


def _more(had: tuple[Candidate, ...], new: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Give candidates with more of them, each an origin of its own, in an order that does not tell which came first."""
    if not new:
        return had
    numbered = (_numbered(one, f"{len(had)} {one.origin}") for one in new)
    return tuple(sorted((*had, *numbered), key=_alike))


def _numbered(one: Candidate, origin: str) -> Candidate:
    """Give a candidate of another origin; what carries the piece's own name is another value too."""
    values = frozenset(f"{origin} {value}" if _own(value) else value for value in one.values)
    return Candidate(origin, values, one.moment)


def _own(value: object) -> bool:
    return isinstance(value, str) and (value == PIECE or value.startswith(f"{PIECE}-"))


def _alike(candidate: Candidate) -> Any:  # noqa: ANN401 - only compared
    return repr(candidate.moment), sorted(map(str, candidate.values))

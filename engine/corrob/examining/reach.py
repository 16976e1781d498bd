"""A rulebook goes in, what its claims can come to within bounds comes out: which rules fire together, and on what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from msgspec.structs import replace

from corrob import dates
from corrob.asking import mentions
from corrob.asking.distinct import distinct
from corrob.asking.kinds import Kinds
from corrob.asking.pieces import COMPOUND, Wanted, piece
from corrob.asking.states import PIECE, State, States, living
from corrob.examining.settings import Setting
from corrob.examining.settings import settings as every_setting
from corrob.gating.invariants import breaks
from corrob.model.case import Case
from corrob.model.rule import Invariant, Moves, Rule, Rulebook
from corrob.rulebook.needs import findings_of
from corrob.verifying.hearing import hearing
from corrob.verifying.judge import Judge
from corrob.verifying.settle import settle
from corrob.verifying.weigh import Weighing

ITEMS: Final = 3
"""How many items of different kinds a claim has at most."""

NEEDED_BY: Final = {
    "when": {"recycled", "time_fits"},
    "place": {"place_fits"},
    "quantity": {"quantity_fits", "value"},
    "interest": {"says", "says_written", "interest", "disinterested"},
}
"""Fields of a claim, with what of its evidence is held against them."""

_PLAIN: Final[dict[str, Any]] = {**dict.fromkeys(NEEDED_BY), "interest": {}}


@dataclass(frozen=True)
class Example:
    """A claim in its setting, with some evidence, and the rules that fire on it."""

    setting: Setting
    pieces: tuple[Wanted, ...]
    fired: tuple[Rule, ...]

    def case(self) -> Case:
        """Give it as a case, without fields of the claim that make no difference here."""
        named = {name for wanted in self.pieces for name in wanted}
        idle = [name for name, by in NEEDED_BY.items() if name not in self.setting.asked and named.isdisjoint(by)]
        slim = replace(self.setting.claim, **{name: _PLAIN[name] for name in idle})
        case = replace(self.setting.case, claims=(slim, *self.setting.case.claims[1:]))
        for number, wanted in enumerate(self.pieces, 1):
            made = piece(wanted, self.setting.claim, f"e{number}")
            case = made.added_to(case) if made else case
        return case


@dataclass
class Reach:
    """The bounded search over a rulebook's claims.

    `together` has an example for every set of rules that were seen to fire on one claim; rules that only move the
    confidence are looked at one by one, and are not in these sets. `fires` has an example for every rule that was seen
    to fire, `broken` one for every invariant that was seen to be broken; `seen` are the rules that fired together, with
    the invariants that they broke. Every example was judged, so that what is said of it is so; whether all that can
    come of a claim was seen is bounded by the settings, by the kinds of evidence and by `ITEMS`. Where claims are
    related, their evidence is added to the one while the other stands as it was.
    """

    rulebook: Rulebook
    together: dict[tuple[str, ...], Example] = field(default_factory=dict)
    fires: dict[str, Example] = field(default_factory=dict)
    broken: dict[str, Example] = field(default_factory=dict)
    settings: int = 0
    tried: int = 0
    seen: set[tuple[str, ...]] = field(default_factory=set)
    _weighed: dict[object, list[tuple[Wanted, Weighing]]] = field(default_factory=dict)

    @cached_property
    def judge(self) -> Judge:
        """The rulebook, ready to judge, over the fields that it tests."""
        return Judge(self.rulebook, "direct", mentions.fields(self.rulebook))

    @cached_property
    def wanted(self) -> list[Wanted]:
        """The kinds of evidence that the rulebook can tell apart."""
        plain = next(every_setting(self.rulebook)).claim
        return [kind.wanted for kind in distinct(Kinds(self.rulebook), self.judge.scales, plain)]

    @cached_property
    def groups(self) -> list[tuple[tuple[Rule, ...], ...]]:
        """The rules that are looked at together, in stages: those that settle a status, and each other one alone.

        With the former goes what must never be with a status: invariants may tell claims apart that no rule does.
        """
        settling = [tuple(rule for rule in stage if not _alone(rule)) for stage in self.rulebook.stages]
        settling.append(tuple(map(_as_rule, self.rulebook.invariants)))
        alone = (rule for stage in self.rulebook.stages for rule in stage if _alone(rule))
        return [tuple(settling), *(((rule,),) for rule in alone)]

    def explore(self, places: Iterable[Setting]) -> None:
        """Look at every setting with up to `ITEMS` items of all kinds; settings that come to the same once."""
        seen: set[object] = set()
        for setting in places:
            self.settings += 1
            scene = _Scene(self, setting)
            for stages in self.groups:
                if not self.known(stages):
                    search = _Search(scene, stages)
                    if search.stages and search.same_as not in seen:
                        seen.add(search.same_as)
                        search.run()

    def living(self, setting: Setting) -> tuple[Rule, ...]:
        """Give the rules that exist for the claim of a setting."""
        return _Scene(self, setting).living(self.rulebook.rules)

    def known(self, stages: tuple[tuple[Rule, ...], ...]) -> bool:
        """Whether nothing is to be learnt of rules that are looked at alone: they are known to fire."""
        return all(_alone(rule) and rule.id in self.fires for stage in stages for rule in stage)

    def note(self, setting: Setting, pieces: tuple[Wanted, ...]) -> None:
        """Judge a claim as anybody would, and keep it as the example of what nothing else is an example of yet."""
        outcome = self.judge.outcomes(Example(setting, pieces, ()).case(), setting.as_of)[setting.claim.id]
        fired = outcome.fired
        settling = tuple(rule for rule in fired if not _alone(rule))
        self.together.setdefault(tuple(rule.id for rule in settling), Example(setting, pieces, settling))
        for rule in fired:
            self.fires.setdefault(rule.id, Example(setting, pieces, fired))
        broken = [one.id for one in self.rulebook.invariants if breaks(one, outcome)]
        for name in broken:
            self.broken.setdefault(name, Example(setting, pieces, fired))
        self.seen.add((*(rule.id for rule in settling), *broken))

    def alone(self, scene: _Scene) -> list[tuple[Wanted, Weighing]]:
        """Weigh each kind of evidence alone; claims at which it comes to the same once."""
        if scene.same_evidence not in self._weighed:
            self._weighed[scene.same_evidence] = list(scene.alone())
        return self._weighed[scene.same_evidence]


def _alone(rule: Rule) -> bool:
    """Whether a rule touches no status, and asks for nothing that other rules find."""
    return isinstance(rule.effect, Moves) and not any(True for clause in rule.needs for _ in findings_of(clause.need))


def _as_rule(invariant: Invariant) -> Rule:
    """Give an invariant as something that fires where all is so that must never be."""
    return Rule(invariant.id, "", "", Moves(0), invariant.never, invariant.span)


class _Scene:
    """A setting that is judged, and what each kind of evidence comes to in it."""

    def __init__(self, reach: Reach, setting: Setting) -> None:
        self.reach, self.setting = reach, setting
        self.base = reach.judge.outcomes(setting.case, setting.as_of)[setting.claim.id].weighing

    def living(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Give the rules that exist for the claim of this setting."""
        return living(rules, self.base)

    @property
    def same_evidence(self) -> object:
        """Something that two settings have in common if evidence comes to the same in them."""
        claim, book = self.setting.claim, self.reach.rulebook
        removals = tuple(rule.id for rule in self.living(book.removals))
        return claim.when, claim.place, claim.quantity, book.independence.unit.get(claim.kind), removals

    def alone(self) -> Iterator[tuple[Wanted, Weighing]]:
        """Weigh each kind of evidence alone, where the claim has room for it."""
        claim = self.setting.claim
        moment = dates.point(self.setting.as_of) if self.setting.as_of else None
        for wanted in self.reach.wanted:
            made = piece(wanted, claim, PIECE)
            if made is not None:
                heard = hearing(made.added_to(self.setting.case), moment, self.reach.judge.scales)
                weighing = heard.weigh(claim.id, self.base.outside)
                weighing.remove()
                yield wanted, weighing


class _Search(States):
    """Some rules in one setting, and all that evidence can add to it."""

    def __init__(self, scene: _Scene, stages: Iterable[tuple[Rule, ...]]) -> None:
        super().__init__(scene.base, stages)
        self.scene = scene
        self.start = self.read(self.base)
        self.noted: set[tuple[str, ...]] = set()
        self.names: dict[tuple[str, ...], tuple[str, ...]] = {}
        book = scene.reach.rulebook
        self.unbroken = {one.id: one.statuses or book.statuses.all for one in book.invariants}
        self.moves = self._moves()

    def _moves(self) -> list[tuple[Wanted, State]]:
        """Give what each kind of evidence adds, those that add the same once."""
        found: dict[State, Wanted] = {}
        for wanted, weighing in self.scene.reach.alone(self.scene):
            found.setdefault(self.read(weighing), wanted)
        nothing = self.read(self.base) if not self.base.exhibits else None
        return [(wanted, step) for step, wanted in found.items() if step != nothing]

    @property
    def same_as(self) -> object:
        """Something that two settings have in common if the same can come of them."""
        rules = tuple(rule.id for stage in self.stages for rule in stage.rules)
        return rules, tuple(self.fixed.items()), self.start, frozenset(step for _, step in self.moves)

    def run(self) -> None:
        """Add items one after another, and see which rules fire; what is known already leads nowhere new."""
        level: dict[State, tuple[Wanted, ...]] = {self.start: ()}
        known = set(level)
        self.note(self.start, ())
        levels = [level]
        single = [move for move in self.moves if COMPOUND.isdisjoint(move[0])]
        for _ in range(ITEMS):
            levels.append(self.level(levels[-1], single, known))
        joined = [move for move in self.moves if not COMPOUND.isdisjoint(move[0])]
        for earlier in levels[:-2]:
            self.level(earlier, joined, known)

    def level(
        self, level: dict[State, tuple[Wanted, ...]], moves: list[tuple[Wanted, State]], known: set[State]
    ) -> dict[State, tuple[Wanted, ...]]:
        """Add one more item in every way, and give what is new."""
        new: dict[State, tuple[Wanted, ...]] = {}
        for state, pieces in level.items():
            for wanted, step in moves:
                after = self.plus(state, step)
                if after not in known:
                    new.setdefault(after, (*pieces, wanted))
        self.scene.reach.tried += len(level) * len(moves)
        known |= new.keys()
        for state, pieces in new.items():
            self.note(state, pieces)
        return new

    def note(self, state: State, pieces: tuple[Wanted, ...]) -> None:
        """Let the rules fire; the first time that these fire here, and none like them before, the claim is judged."""
        names = self.named(self.fired(state))
        if names not in self.noted and names not in self.scene.reach.seen:
            self.noted.add(names)
            self.scene.reach.note(self.scene.setting, pieces)

    def named(self, fired: tuple[Rule, ...]) -> tuple[str, ...]:
        """Name the rules that fire, and the invariants among what fires that their status breaks."""
        every = tuple(rule.id for rule in fired)
        if every not in self.names:
            rules = [rule for rule in fired if rule.id not in self.unbroken]
            status = settle(self.scene.reach.rulebook.statuses, rules).status
            broken = [name for name in every if status in self.unbroken.get(name, ())]
            self.names[every] = (*(rule.id for rule in rules), *broken)
        return self.names[every]

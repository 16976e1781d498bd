"""A pack goes in; parameters that make a rule impossible at an end of their range come out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corrob.examining.checks.pack import Pack, told
from corrob.examining.reach import Example, Reach
from corrob.examining.settings import settings
from corrob.model.finding import Finding
from corrob.model.node import Scalar
from corrob.model.rule import Rule, Rulebook
from corrob.rulebook.loading import built
from corrob.rulebook.parameters import final

_MOST: Final = 12
"""How often the evidence of an example is repeated to meet a higher number."""


def ends(pack: Pack) -> Iterator[Finding]:
    """Find rules that fire now, and never would at one end of a parameter's range.

    A pack answers for rules of its own, for those that it changes, and, where a parameter is its own or it changes
    parameters, sets or tables, for all.
    """
    for name, written in pack.layers.parameters.items():
        ours = {rule.id for rule in pack.book.rules if pack.owns(written.at.pack) or _is_ours(pack, rule)}
        for end in written.value.between if ours else ():
            if isinstance(end, Scalar) and pack.book.parameters[name] != final(end.text):
                yield from _at(pack, name, end, ours)


def _is_ours(pack: Pack, rule: Rule) -> bool:
    return pack.reshapes or pack.owns(rule.pack) or any(pack.owns(clause.pack) for clause in rule.needs)


def _at(pack: Pack, name: str, end: Scalar, ours: set[str]) -> Iterator[Finding]:
    layers, book = built(pack.packs, {name: end})
    faults = [one for one in layers.problems if one not in pack.layers.problems]
    for fault in faults:
        yield told(end.span, "C011", f"with '{name}' at {end.text}: {fault.message}", f"see {fault.span}")
    if not faults and not pack.problems:
        reach = Reach(book)
        for rule in _changed(pack.book, book):
            if rule.id in ours & pack.reach.fires.keys() and not _fires(pack.reach.fires[rule.id], rule, reach):
                yield _impossible(name, end, rule.id, pack.reach.fires[rule.id])


def _impossible(name: str, end: Scalar, rule: str, now: Example) -> Finding:
    message = f"with '{name}' at {end.text} the rule '{rule}' never fires"
    found = told(end.span, "C011", message, "narrow the range, or mend the rule")
    return Finding(found.diagnostic, now.case(), now.setting.as_of, f"'{rule}' fires as things are, and not then")


def _changed(now: Rulebook, then: Rulebook) -> list[Rule]:
    """Give the rules that may differ: all, where tables or sets do."""
    same = now.tables == then.tables and now.sets == then.sets
    before = {rule.id: _bare(rule) for rule in now.rules}
    return [rule for rule in then.rules if not same or before.get(rule.id) != _bare(rule)]


def _bare(rule: Rule) -> tuple[object, ...]:
    return rule.applies_to, tuple(clause.need for clause in rule.needs), rule.effect


def _fires(example: Example, rule: Rule, reach: Reach) -> bool:
    """Whether a rule can still fire: on the example of now, on more or better such evidence, or at all."""
    if any(_fires_on(reach, one, rule) for one in _richer(example)):
        return True
    if not reach.settings:
        reach.explore(settings(reach.rulebook))
    return rule.id in reach.fires


def _richer(example: Example) -> Iterator[Example]:
    """Give an example, then with its evidence better graded, then with more of it."""
    graded = tuple({name: value for name, value in one.items() if name != "reliability"} for one in example.pieces)
    for pieces in (example.pieces, graded):
        yield from (Example(example.setting, pieces * times, ()) for times in range(1, _MOST + 1))


def _fires_on(reach: Reach, example: Example, rule: Rule) -> bool:
    outcomes = reach.judge.outcomes(example.case(), example.setting.as_of)
    return rule.id in {one.id for one in outcomes[example.setting.claim.id].fired}

"""Rules go in; removals, and stages of rules each of which needs only the findings of those before it, come out."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from corrob.model.rule import Clause, Finds, Removes, Rule
from corrob.rulebook.needs import findings_of
from corrob.rulebook.places import Problems


def removals_of(rules: tuple[Rule, ...], problems: Problems) -> tuple[Rule, ...]:
    """Give the rules that remove; none of them may need a finding, since they are looked at before all others."""
    removals = tuple(rule for rule in rules if isinstance(rule.effect, Removes))
    for clause in (clause for rule in removals for clause in rule.needs):
        for name in _findings(clause):
            message = f"a rule that removes is looked at before the rules that find '{name}'"
            problems.add(clause.span, "P010", message)
    return removals


def stages_of(rules: tuple[Rule, ...], problems: Problems) -> tuple[tuple[Rule, ...], ...]:
    """Give the other rules in stages; report findings that need each other in a circle."""
    by_id = {rule.id: rule for rule in rules if not isinstance(rule.effect, Removes)}
    finders: dict[str, list[str]] = {}
    for rule in by_id.values():
        if isinstance(rule.effect, Finds):
            finders.setdefault(rule.effect.name, []).append(rule.id)
    needs = {
        rule.id: [finder for clause in rule.needs for name in _findings(clause) for finder in finders.get(name, ())]
        for rule in by_id.values()
    }
    sorter = TopologicalSorter(needs)
    try:
        sorter.prepare()
    except CycleError as fault:
        report_circle(fault, by_id, "rules need each other's findings", problems)
        return ()
    stages = []
    while sorter.is_active():
        ready = set(sorter.get_ready())
        stages.append(tuple(rule for rule in by_id.values() if rule.id in ready))
        sorter.done(*ready)
    return tuple(stages)


def check_beats(rules: tuple[Rule, ...], problems: Problems) -> None:
    """Report rules that beat each other in a circle: none of them could be said to win."""
    by_id = {rule.id: rule for rule in rules}
    try:
        TopologicalSorter({rule.id: rule.beats for rule in rules}).prepare()
    except CycleError as fault:
        report_circle(fault, by_id, "rules beat each other", problems)


def report_circle(fault: CycleError, by_id: dict[str, Rule], what: str, problems: Problems) -> None:
    """Report a circle at the first of its rules, each followed by the one that it names."""
    circle: list[str] = fault.args[1][::-1]
    first = min(circle[:-1])
    turn = circle.index(first)
    names = " → ".join([*circle[turn:-1], *circle[:turn], first])
    problems.add(by_id[first].span, "P010", f"{what} in a circle: {names}")


def _findings(clause: Clause) -> tuple[str, ...]:
    return tuple(findings_of(clause.need))

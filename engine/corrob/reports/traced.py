"""Every stage by which a claim got its status goes in, a notebook for people comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text

from corrob.model.answers import StrandLine, TraceAnswer, TracedRule, TracedSet
from corrob.reports.pages import grid, heading, verdict
from corrob.reports.tables import Tone

Lines = Iterator[tuple[str, Text]]
_PLAIN = frozenset({"no", "none", "", "unknown"})
_MARKS = {"met": "✓", "not met": "✗", "unknown": "?"}


def traced(out: Console, answer: TraceAnswer, tone: Tone) -> None:
    """Write how a claim's status came about, stage by stage."""
    heading(out, answer.result, answer.text, tone)
    for number, (title, lines) in enumerate(_stages(answer, tone), 1):
        out.print(Text(f"{number}  {title}", style="bold"))
        out.print(grid(lines))


def _stages(answer: TraceAnswer, tone: Tone) -> Iterator[tuple[str, Lines]]:
    where = f" (of {answer.denies}, which it denies)" if answer.denies else ""
    yield f"Ways of the bearings{where}, each to its root", _strands(answer)
    yield "Origins, and what makes roots one", _origins(answer)
    yield "Removed before counting", _removals(answer)
    yield "Evidence sets", _sets(answer)
    yield "Rules", _rules(answer)
    yield "Status", _status(answer, tone)


# strands


def _strands(answer: TraceAnswer) -> Lines:
    open_ = _unknown_of_all(answer.strands)
    for strand in answer.strands:
        yield f"{strand.number:>4}", _way(strand)
        yield "", Text(_facts(strand, open_), style="dim")
    if answer.strands:
        unknown = f"; of all of them {', '.join(open_)} are unknown" if open_ else ""
        yield "", Text(f"What is no, none or empty is left out; ? is unknown{unknown}.", style="dim")
    for lost in answer.lost:
        yield "   -", Text(f"{lost.item} (on {lost.written_for}): every way leads to what was withdrawn")
    if not answer.strands and not answer.lost:
        yield "   -", Text("no bearing reaches the claim")


def _way(strand: StrandLine) -> Text:
    inherited = f" (through {strand.written_for}, which it {strand.written})" if strand.relation == "inherited" else ""
    steps = list(strand.via)
    if strand.root_kind != "item":
        steps.append(f"{strand.root_kind} {strand.root}".strip())
    ends = f" ← {' ← '.join(steps[1:])}" if steps[1:] else ""
    return Text.assemble((strand.item, "bold"), f"{ends}  {strand.who}: {strand.stance}{inherited}")


def _unknown_of_all(strands: Iterable[StrandLine]) -> list[str]:
    """Give the fields that are unknown of every strand; they are told once."""
    open_ = [{name for name, value in strand.facts.items() if value == "unknown"} for strand in strands]
    return sorted(set.intersection(*open_)) if open_ else []


def _facts(strand: StrandLine, told_once: Iterable[str]) -> str:
    """Write the fields and attributes that rules ask for; what is no, none or empty goes without saying."""
    facts = {**strand.facts, **strand.attributes}
    if facts.get("says_written") == facts.get("says"):
        facts.pop("says_written", None)
    told = [_fact(name, value) for name, value in facts.items() if value not in _PLAIN]
    unknown = [f"{name} ?" for name, value in facts.items() if value == "unknown" and name not in told_once]
    return ", ".join((*told, *unknown))


def _fact(name: str, value: str) -> str:
    return name if value == "yes" else f"{name} {value}"


def _origins(answer: TraceAnswer) -> Lines:
    for origin in answer.origins:
        roots = f" ({', '.join(origin.roots)})" if origin.roots != (origin.name,) else ""
        ties = f": {', '.join(origin.ties)}" if origin.ties else ""
        yield f"    {origin.name}", Text(f"{_numbers(origin.strands)}{roots}{ties}")
    if not answer.origins:
        yield "   -", Text("none")


def _numbers(strands: Iterable[int]) -> str:
    """Write the numbers of strands, with runs of them drawn together."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(strands), lambda at: at[1] - at[0])]
    return "#" + ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


# rules


def _removals(answer: TraceAnswer) -> Lines:
    for one in answer.removals:
        if one.strands:
            yield f"    {_numbers(one.strands)}", Text(f"{one.title} ({one.rule}: {one.where})")
    for name, fired in (("nothing matches", True), ("did not fire", False)):
        rules = ", ".join(one.rule for one in answer.removals if not one.strands and one.fired is fired)
        if rules:
            yield f"    {name}", Text(rules, style="dim")


def _sets(answer: TraceAnswer) -> Lines:
    for one in answer.sets:
        if one.strands:
            yield f"    {one.name}", _set(one)
    empty = [one.name for one in answer.sets if not one.strands]
    if empty:
        yield "    empty", Text(", ".join(empty), style="dim")


def _set(one: TracedSet) -> Text:
    plural = "origin" if one.origins == 1 else "origins"
    drawn = f"  ({one.source}: {one.where})" if one.source else ""
    return Text.assemble(f"{_numbers(one.strands)}, {one.origins} {plural}", (drawn, "dim"))


def _rules(answer: TraceAnswer) -> Lines:
    by_answer: dict[str, list[TracedRule]] = {}
    for rule in answer.rules:
        by_answer.setdefault(rule.answer, []).append(rule)
    for rule in (*by_answer.get("fired", ()), *by_answer.get("beaten", ())):
        beaten = f", beaten by {', '.join(rule.beaten_by)}" if rule.beaten_by else ""
        yield f"    {rule.answer}", Text.assemble((rule.rule, "bold"), f" {rule.effect}{beaten}")
        yield from (("", Text(f"{_MARKS[need.answer]} {need.text}", style="dim")) for need in rule.needs)
    for rule in by_answer.get("not fired", ()):
        yield "    not fired", Text.assemble(rule.rule, (f" {rule.reason}", "dim"))
    apart = by_answer.get("does not apply", ())
    for reason in dict.fromkeys(rule.reason for rule in apart):
        rules = ", ".join(rule.rule for rule in apart if rule.reason == reason)
        yield f"    only of {reason}", Text(rules, style="dim")


def _status(answer: TraceAnswer, tone: Tone) -> Lines:
    result = answer.result
    proposed = [rule for rule in answer.rules if rule.answer == "fired" and rule.gives]
    told = ", ".join(f"{rule.gives} ({rule.rule})" for rule in proposed)
    yield "    proposed", Text(told or "nothing")
    yield "    settled", Text(answer.settled)
    for cap in answer.caps:
        holds = "holds it down" if cap.holds else "does not lower it"
        yield "    cap", Text(f"{cap.claim} is {cap.status}: {holds}")
    if result.confidence_steps:
        yield "    confidence", Text("; ".join(result.confidence_steps))
    yield "    status", verdict(result, tone)

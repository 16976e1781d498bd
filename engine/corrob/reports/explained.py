"""An explanation goes in, one screen for people comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from corrob.model.explanation import Explanation, NeedLine, OriginLine
from corrob.model.result import Side
from corrob.reports.pages import grid, heading
from corrob.reports.tables import Tone

_MARKS = {"met": ("✓", "green"), "not met": ("✗", "red"), "unknown": ("?", "yellow")}


def explained(out: Console, why: Explanation, tone: Tone) -> None:
    """Write why a claim has its status, and under which rules."""
    heading(out, why.result, why.text, tone)
    out.print(grid([*_sections(why), *([("Rules", Text(why.rules, style="dim"))] if why.rules else [])]))


def _sections(why: Explanation) -> Iterator[tuple[str, Text]]:
    yield "Why", Text(why.result.because)
    if why.result.rule:
        whose = f"On {why.denies}, which it denies: " if why.denies else ""
        yield "Rule", Text.assemble(f"{whose}{why.rule_title} ", (f"({why.result.rule}, {why.place})", "dim"))
    yield from (("", need_line(need)) for need in why.needs)
    yield from _side("For", why.result.origins.supports, why.supports)
    yield from (("", Text(line, style="italic")) for line in _not_counted(why))
    yield from _side("Against", why.result.origins.refutes, why.refutes)
    yield from _rest(why)


def _not_counted(why: Explanation) -> Iterator[str]:
    if why.analysts:
        work = "They worked on what others saw; that gives it their letter, and no further origin."
        yield f"Not counted: {', '.join(why.analysts)}. {work}"
    if why.outlets:
        yield f"Not counted: {', '.join(why.outlets)}. They retell; more or fewer of them change nothing."


def need_line(need: NeedLine) -> Text:
    """Write a need with how it stands."""
    mark, colour = _MARKS[need.answer]
    asked = f" [{need.pack}]" if need.pack else ""
    items = f": {', '.join(need.items)}" if need.items else ""
    return Text.assemble((mark, colour), f" {need.text}{asked}", (items, "dim"))


def _side(name: str, side: Side, origins: tuple[OriginLine, ...]) -> Iterator[tuple[str, Text]]:
    doubt = f" ({side.at_least} if suspect ties are merged)" if side.at_least != side.count else ""
    plural = "origin" if side.count == 1 else "origins"
    yield name, Text(f"{side.count or 'no'} independent {plural}{doubt}", style="bold")
    yield from (("", line) for origin in origins for line in _origin(origin))


def _origin(origin: OriginLine) -> Iterator[Text]:
    items = _items(origin.own, origin.through) or origin.name
    retold = f"; passed on by {_items(origin.retold, origin.through)}" if origin.retold else ""
    yield Text.assemble("• ", (", ".join(origin.who), "cyan"), f": {items}{retold}")
    remarks = [f"one origin by: {', '.join(origin.ties)}"] if origin.ties else []
    remarks += [f"suspect ties to {', '.join(origin.suspect)}"] if origin.suspect else []
    if remarks:
        yield Text(f"  {'; '.join(remarks)}", style="dim")


def _items(items: Iterable[str], through: dict[str, str]) -> str:
    """List items; of one that says nothing on the claim itself, with the claim that it speaks on."""
    return ", ".join(f"{item} (on {through[item]})" if item in through else item for item in items)


def _rest(why: Explanation) -> Iterator[tuple[str, Text]]:
    result = why.result
    removed: dict[str, list[str]] = {_items(removal.items, removal.through): [] for removal in why.removed}
    for removal in why.removed:
        removed[_items(removal.items, removal.through)].append(f"{removal.title} ({removal.rule})")
    yield from (("Removed", Text(f"{items}: {'; '.join(rules)}")) for items, rules in removed.items())
    if why.idle:
        yield "No weight", Text(f"{', '.join(why.idle)}: seen; neutral, not plain, or not credible")
    for name, told in result.notes.items():
        yield "Note", Text(f"{name.replace('_', ' ')}: {', '.join(told)}")
    if result.confidence_steps:
        yield "Confidence", Text("; ".join(result.confidence_steps))
    if result.unknown:
        yield "Unknown", Text(f"{', '.join(result.unknown)}: would matter if it were known")

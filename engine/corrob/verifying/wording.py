"""A rule's template and what it was judged on go in; the reason and the notes, as people read them, come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from math import inf
from typing import Any

from corrob import dates
from corrob.dates import Interval
from corrob.model.fields import STRAND_FIELDS
from corrob.model.result import Notes
from corrob.model.rule import AllOf, AnyOf, Finds, Leaf, Need, Not, Origins, Rule, Selection, Some, Suspect
from corrob.verifying.trace import UNNAMED
from corrob.verifying.weigh import Exhibit, Weighing

_BOUNDS = {"=": "", ">=": "at least ", "<=": "at most ", "~": "about "}
_SLOT = re.compile(r"\{(\w+)\.(\w+)\}")


def because(rule: Rule, weighing: Weighing) -> str:
    """Fill the rule's `because`; a slot that nothing fills stays as it is written."""

    def fill(slot: re.Match[str]) -> str:
        find = _SLOTS.get(slot[1])
        return slot[0] if find is None else find(rule, weighing, slot[2])

    return _SLOT.sub(fill, rule.because)


def _origins(rule: Rule, weighing: Weighing, wanted: str) -> str:
    found = _first(rule, Origins)
    chosen = weighing.selected(found.selection) if found else []
    return str(weighing.count(chosen)) if wanted == "count" else listed(named(weighing, chosen))


def named(weighing: Weighing, exhibits: Iterable[Exhibit]) -> list[str]:
    """Name each origin for people: who is at its earliest root, the root's id, and the claim spoken on, if another."""
    held = sorted(exhibits, key=_nearness, reverse=True)
    called = {exhibit.strand.root.name: _called(weighing, exhibit) for exhibit in held}
    return [called[root] for root in earliest(held)]


def _called(weighing: Weighing, exhibit: Exhibit) -> str:
    """Name whoever stands at a root, and the root; where nobody knows who does, whoever worked on it."""
    root, item = exhibit.strand.root, exhibit.strand.arrival.item
    who = people(weighing, exhibit.facts.get("source") or ([item.source] if item.adds else []))
    where = f", on {exhibit.strand.arrival.bearing.claim}" if exhibit.strand.arrival.inherited else ""
    what = "unnamed" if root.kind == UNNAMED else root.name
    return f"{who} ({what}{where})" if who else f"{what}{where}"


def people(weighing: Weighing, sources: Iterable[str]) -> str:
    """Give the names of sources."""
    known = weighing.ties.world.sources
    return " and ".join((known[one].name if one in known else "") or one for one in sources)


def _some(rule: Rule, weighing: Weighing, wanted: str) -> str:
    found = _first(rule, Some)
    told = values(weighing.selected(found.selection), wanted) if found else []
    return listed(people(weighing, [one]) for one in told) if wanted == "source" else listed(told)


def _claim(_: Rule, weighing: Weighing, wanted: str) -> str:
    return str(getattr(weighing.claim, wanted))


def _finding(_: Rule, weighing: Weighing, wanted: str) -> str:
    rules = (rule for stage in weighing.scales.stages for rule in stage.rules if wanted in weighing.findings)
    named = (r for r in rules if isinstance(r.effect, Finds) and r.effect.name == wanted)
    return listed(text for rule in named for text in note(rule, weighing))


_SLOTS: dict[str, Callable[[Rule, Weighing, str], str]] = {
    "origins": _origins,
    "some": _some,
    "claim": _claim,
    "finding": _finding,
}


def listed(texts: Iterable[str]) -> str:
    """Join texts as a list in a sentence; nothing is `nobody`."""
    return ", ".join(dict.fromkeys(texts)) or "nobody"


def leaves(need: Need) -> Iterator[Leaf]:
    """Give the needs inside a need that stand alone, in order."""
    if isinstance(need, AnyOf | AllOf):
        for one in need.needs:
            yield from leaves(one)
    elif isinstance(need, Not):
        yield from leaves(need.need)
    else:
        yield need


def _first(rule: Rule, kind: type[Any]) -> Any:  # noqa: ANN401 - the kind asked for, or None
    every = (leaf for clause in rule.needs for leaf in leaves(clause.need))
    return next((leaf for leaf in every if isinstance(leaf, kind)), None)


def selection(need: Need) -> Selection | None:
    """Give what a need selects, if it selects anything; of several the first."""
    with_selection = (leaf for leaf in leaves(need) if isinstance(leaf, Origins | Some | Suspect))
    return next((leaf.selection for leaf in with_selection), None)


def note(rule: Rule, weighing: Weighing) -> tuple[str, ...]:
    """Give what a rule that `finds` something notes down: its value, or the values of its field."""
    effect = rule.effect
    assert isinstance(effect, Finds), "only such a rule notes anything"
    if effect.value:
        return (effect.value,)
    chosen = selection(rule.needs[0].need) if rule.needs else None
    if chosen is None:
        return ()
    exhibits = weighing.selected(chosen)
    numeric = STRAND_FIELDS.get(effect.listing)
    if numeric and numeric.type == "number":
        return _extremes(exhibits, effect.listing)
    return tuple(sorted(values(exhibits, effect.listing)))


def _extremes(exhibits: list[Exhibit], name: str) -> tuple[str, ...]:
    """Give the least and the most number, each with the origins that give it."""
    given = [e.facts[name] for e in exhibits if e.facts.get(name) is not None]
    ends = sorted({min(given), max(given)}) if given else []
    return tuple(_end(end, [e for e in exhibits if e.facts.get(name) == end]) for end in ends)


def _end(number: float, exhibits: list[Exhibit]) -> str:
    """Write an end of a range, with its bound as whoever gave it first did, and the origins that give it."""
    _, bound = min((_place(e), e.strand.way.number or (number, "=")) for e in exhibits)[1]
    return f"{_BOUNDS[bound]}{text(number)} ({listed(earliest(exhibits))})"


def values(exhibits: Iterable[Exhibit], name: str) -> list[str]:
    """Give the different known values of a field, as text, in order of first date, then of the root's id."""
    found = ((_place(exhibit), exhibit.facts.get(name)) for exhibit in exhibits)
    many = ((at, value if isinstance(value, tuple) else (value,)) for at, value in found if value is not None)
    return list(dict.fromkeys(told for _, told in sorted((at, text(value)) for at, group in many for value in group)))


def text(value: Any) -> str:  # noqa: ANN401 - a field's value
    """Write a value as people do."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Interval):
        return "unknown" if value.begins is None else dates.text_of(value.begins)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def earliest(exhibits: Iterable[Exhibit]) -> list[str]:
    """Name the origin of each exhibit by its earliest root among them, in order of first date, then id."""
    first: dict[str, tuple[float, str]] = {}
    for exhibit in exhibits:
        if exhibit.origin is not None:
            here = _place(exhibit)
            first[exhibit.origin] = min(here, first.get(exhibit.origin, here))
    return [name for _, name in sorted(first.values())]


def _nearness(exhibit: Exhibit) -> tuple[bool, str, str]:
    arrival = exhibit.strand.arrival
    return arrival.inherited, arrival.item.id, arrival.bearing.claim


def _place(exhibit: Exhibit) -> tuple[float, str]:
    return _begin(exhibit.facts.get("date")), exhibit.strand.root.name


def _begin(date: Interval | None) -> float:
    begins = date.begins if date else None
    return inf if begins is None else begins


def notes(weighing: Weighing, fired: Iterable[Rule]) -> Notes:
    """Give the notes of all rules that found something."""
    found: dict[str, list[str]] = {}
    for rule in fired:
        if isinstance(rule.effect, Finds):
            found.setdefault(rule.effect.name, []).extend(note(rule, weighing))
    return {name: tuple(dict.fromkeys(told)) for name, told in sorted(found.items())}

"""Changes go in, the words in which every format tells them come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from corrob.model.comparison import Change, Comparison, Edits, Group, Switch, Turn
from corrob.model.result import Result, Side

_LONGEST: Final = 72
"""How many characters of a claim's text are shown."""

_LISTED: Final = 6
"""How many origins of a side are named."""

_ALWAYS: Final = ("capped_by", "findings", "notes")
_PART: Final = {"capped_by": "cap", "because": "wording", "confidence_steps": "steps of confidence"}
_MET: Final = "met"


def summary(comparison: Comparison) -> str:
    """Tell in one line how many claims there are, and how many change."""
    dates = f" on all dates ({comparison.judged:,} verdicts)" if comparison.judged != comparison.claims else ""
    told = f"{counted(comparison.claims, 'claim')} in {counted(comparison.cases, 'case')}{dates}, "
    told += f"{comparison.changed:,} change{'s' if comparison.changed == 1 else ''}" if comparison.changed else ""
    told += "" if comparison.changed else "none changes" if comparison.changes else "nothing changes"
    alone = {side: sum(getattr(one, side) is None for one in comparison.changes) for side in ("old", "new")}
    told += f", {counted(alone['old'], 'claim')} new" if alone["old"] else ""
    told += f", {counted(alone['new'], 'claim')} gone" if alone["new"] else ""
    rest = comparison.unknown_only
    return told + (f" ({rest:,} differ only in what would matter if it were known)" if rest else "")


def counted(number: int, noun: str) -> str:
    """Give a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def edited(edits: Edits) -> Iterator[str]:
    """Tell what differs between the rules at a glance."""
    yield from (f"{name}: {old or 'not there'} → {new or 'not there'}" for name, (old, new) in edits.parameters.items())
    yield from (f"new rule: {rule}" for rule in edits.rules_new)
    yield from (f"rule gone or disabled: {rule}" for rule in edits.rules_gone)


def title(group: Group) -> str:
    """Name a group of changes."""
    return f"same status, other {part(group.field)}" if group.field else f"{group.old} → {group.new}"


def part(field: str) -> str:
    """Name a part of a result."""
    return _PART.get(field, field.replace("_", " "))


def shortened(text: str) -> str:
    """Give the beginning of a claim's text, on one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"


def short(result: Result) -> str:
    """Give a result in one line."""
    confidence = f", {result.confidence} confidence" if result.confidence else ""
    rule = f" by {result.rule}" if result.rule else ""
    origins = f"for {_side(result.origins.supports)}, against {_side(result.origins.refutes)}"
    return f"{result.status}{confidence}{rule}; {origins}"


def _side(side: Side) -> str:
    number = f"{side.at_least}-{side.count}" if side.at_least != side.count else f"{side.count}"
    more = ", …" if len(side.list) > _LISTED else ""
    return f"{number} ({', '.join(side.list[:_LISTED])}{more})" if side.list else number


def reasons(change: Change) -> Iterator[str]:
    """Tell why the status is another one, and what else changed that the results in one line do not show."""
    where = f" (on {change.denies}, which it denies)" if change.denies else ""
    for switch in _telling(change.lost, change.gained):
        yield from (f"{switch.rule}{where} no longer gives it: {why}" for why in _why(switch, _LOST))
    for switch in _telling(change.gained, change.lost):
        yield from (f"{switch.rule}{where} gives it now: {why}" for why in _why(switch, _GAINED))
    for one in change.removed:
        yield f"taken out by {one.rule}: {_listed(one.old)} → {_listed(one.new)}"
    yield from _others(change)


def _telling(switches: Iterable[Switch], others: Iterable[Switch]) -> Iterator[Switch]:
    """Leave out that a rule gives way to one of which it is told why it decides."""
    told = {other.rule for other in others if other.why != "outranked"}
    return (one for one in switches if one.why != "outranked" or not told.issuperset(one.by))


_LOST: Final = {
    "absent": "the rule is gone or disabled",
    "beaten": "it is beaten by {by}",
    "outranked": "it holds still, and {by} decides",
    "capped": "the claim is held down by {by}",
    "gives": "it gives {by} now",
    "turned": "the claim denies the contrary now",
    "silent": "it does not fire",
}
_GAINED: Final = {
    "absent": "the rule is new",
    "beaten": "it was beaten by {by}",
    "outranked": "it held before, and {by} decided",
    "capped": "the claim was held down by {by}",
    "gives": "it gave {by}",
    "turned": "the claim denied the contrary",
    "silent": "it did not fire",
}


def _why(switch: Switch, words: dict[str, str]) -> Iterator[str]:
    if switch.why == "needs":
        yield from map(turned, switch.turns)
    else:
        yield words[switch.why].format(by=" and ".join(switch.by))


def turned(turn: Turn) -> str:
    """Tell a need that turned; where its words differ, both."""
    if turn.old == turn.new:
        return f"{turn.new}: {turn.old_answer} → {turn.new_answer}"
    if not turn.old:
        return f"it also needs {turn.new}: {turn.new_answer}"
    if not turn.new:
        return f"it no longer needs {turn.old}: {turn.old_answer}"
    return f"{turn.old} → {turn.new}: {turn.old_answer} → {turn.new_answer}"


def _others(change: Change) -> Iterator[str]:
    assert change.old is not None, "a change has both results"
    assert change.new is not None, "a change has both results"
    for field in change.fields:
        if field in _ALWAYS or (field == change.fields[0] and field in _TOLD) or _moves(field, change.fields):
            for name, tell in _told(field, change.old, change.new):
                yield f"{name}: {tell(change.old)} → {tell(change.new)}"


def _moves(field: str, fields: Iterable[str]) -> bool:
    return field == "confidence_steps" and "confidence" in fields


_Tell = Callable[[Result], str]
_TOLD: Final = ("unknown", "confidence_steps", "because")


def _told(field: str, old: Result, new: Result) -> Iterator[tuple[str, _Tell]]:
    if field == "notes":
        names = [name for name in sorted({*old.notes, *new.notes}) if old.notes.get(name) != new.notes.get(name)]
        yield from ((part(name), _note(name)) for name in names if name != "capped_by")
    elif field == "capped_by":
        yield "held down by", _note(field)
    else:
        yield part(field), lambda one: _listed(getattr(one, field))


def _note(name: str) -> _Tell:
    return lambda one: _listed(one.notes.get(name, ()))


def _listed(value: Any) -> str:  # noqa: ANN401 - a text, or texts
    return value if isinstance(value, str) else ", ".join(value) or "none"


def grouped(comparison: Comparison) -> Iterator[tuple[Group, list[Change]]]:
    """Give each group with its changes, in the order of the groups."""
    members: dict[tuple[str, str, str], list[Change]] = {}
    for change in comparison.changes:
        kind = change.kind
        if kind:
            members.setdefault((kind.old, kind.new, kind.field), []).append(change)
    yield from ((group, members[group.old, group.new, group.field]) for group in comparison.groups)


def alone(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Tell the cases and, of cases that both sides have, the claims that are new and those that are gone."""
    for word, cases, missing in (("new", comparison.cases_new, "old"), ("gone", comparison.cases_gone, "new")):
        found = [one for one in comparison.changes if getattr(one, missing) is None]
        sizes = {case: sum(one.case == case for one in found) for case in cases}
        yield from ((f"case {word}", f"{case} ({counted(size, 'claim')})") for case, size in sizes.items())
        for one in found:
            if one.case not in sizes:
                yield f"claim {word}", f"{one.case} {one.claim}: {shortened(one.text)} ({_status(one)})"


def _status(change: Change) -> str:
    result = change.new or change.old
    assert result is not None, "one side has it"
    return result.status

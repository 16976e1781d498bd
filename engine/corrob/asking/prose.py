"""Rules and needs go in, whole sentences come out, as an editor would write them; names stand between backticks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from corrob import dates
from corrob.model.rule import (
    Acts,
    AllOf,
    AnyOf,
    ClaimIs,
    Compare,
    Exists,
    FieldTest,
    Finds,
    Found,
    Gives,
    Is,
    Moment,
    Moves,
    Need,
    Not,
    Nothing,
    Origins,
    Related,
    Removes,
    Rule,
    Selection,
    Some,
    Suspect,
    Test,
    Unless,
)
from corrob.verifying.wording import text


def effect(rule: Rule) -> str:
    """Say what a rule does when it fires."""
    done = rule.effect
    if isinstance(done, Gives):
        return f"gives `{done.status}`" + (f", with {done.confidence} confidence to begin with" * bool(done.confidence))
    if isinstance(done, Finds):
        what = f", with every `{done.listing}` that the first need finds" if done.listing else ""
        return f"notes `{done.name}`" + (f" as `{done.value}`" if done.value else what)
    if isinstance(done, Removes):
        return f"takes out, before anything is counted, every strand {where(done.where)}"
    assert isinstance(done, Moves), "there are four effects"
    return f"{'raises' if done.step > 0 else 'lowers'} the confidence by one step"


def sentence(told: str) -> str:
    """Make a clause a sentence."""
    return f"{told[:1].upper()}{told[1:]}."


def need(one: Need) -> str:
    """Say a need as a clause."""
    return _NEEDS[type(one)](one)


def where(tests: Iterable[FieldTest]) -> str:
    """Say which things pass tests: `whose stance is supports, for which credible holds`."""
    flags: dict[bool, list[str]] = {True: [], False: []}
    plain: dict[str, list[str]] = {}
    for one in tests:
        flag = _flag(one)
        if flag is None:
            plain.setdefault(one.field, []).extend(map(_test, one.tests))
        else:
            flags[flag].append(one.field)
    told = [f"whose `{field}` {listed(passed, 'and')}" for field, passed in plain.items()]
    held = _hold(flags[True], flags[False])
    return listed([*told, *([f"for which {held}"] if held else [])], "and")


def listed(parts: Sequence[str], word: str) -> str:
    """Join words or clauses as a sentence does."""
    *most, last = parts or [""]
    return f"{', '.join(most)} {word} {last}" if most else last


def _hold(yes: list[str], no: list[str]) -> str:
    """Say which flags hold and which do not."""
    told = []
    if yes:
        told.append(f"{listed(_quoted(yes), 'and')} {'holds' if len(yes) == 1 else 'hold'}")
    if len(no) == 1:
        told.append(f"`{no[0]}` does not hold")
    elif no:
        told.append(f"neither {listed(_quoted(no), 'nor')} holds")
    return listed(told, "and")


def _quoted(words: Iterable[object]) -> list[str]:
    return [f"`{word}`" for word in words]


def _flag(one: FieldTest) -> bool | None:
    """Give what a flag is asked to be; None for any other test."""
    test = one.tests[0] if len(one.tests) == 1 else None
    values = test.values if isinstance(test, Is) else ()
    return values[0] if len(values) == 1 and isinstance(values[0], bool) else None


def _field(one: FieldTest) -> str:
    return f"`{one.field}` {listed([_test(test) for test in one.tests], 'and')}"


def _test(test: Test) -> str:
    return _TESTS[type(test)](test)


def _unless(test: Unless) -> str:
    (inner,) = test.tests if len(test.tests) == 1 else (None,)
    if isinstance(inner, Is):
        words = _quoted(map(text, inner.values))
        return f"is {'neither ' if len(words) > 1 else 'not '}{listed(words, 'nor')}"
    if isinstance(inner, Exists):
        return _TESTS[Exists](Exists(not inner.wanted))
    return f"does not pass this: it {listed([_test(one) for one in test.tests], 'and')}"


def _moment(test: Moment) -> str:
    date = round(test.moment, 6)
    bound = {"after": "begins after", "before": "ends before"}
    bounds = bound if date == test.moment else {"after": "begins on or after", "before": "ends on or before"}
    return f"{bounds[test.op]} {dates.text_of(date)}"


_TESTS: dict[type, Callable[[Any], str]] = {
    Is: lambda test: f"is {listed(_quoted(map(text, test.values)), 'or')}",
    Compare: lambda test: f"is {test.op.replace('_', ' ')} `{text(test.value)}`",
    Moment: _moment,
    Exists: lambda test: "is known" if test.wanted else "is not known",
    Unless: _unless,
}


def _only(selection: Selection) -> str:
    """Say of which strands of a set origins are counted."""
    narrowed = f", counting only strands {where(selection.where)}" if selection.where else ""
    return f"`{selection.set}`{narrowed}"


def _strand(selection: Selection, article: str) -> str:
    narrowed = f" {where(selection.where)}" if selection.where else ""
    return f"there is {article} strand in `{selection.set}`{narrowed}"


def _origins(one: Origins) -> str:
    bounds = [f"at least {one.at_least}"] * (one.at_least is not None)
    bounds += [f"at most {one.at_most}"] * (one.at_most is not None)
    single = (one.at_least if one.at_most is None else one.at_most) == 1
    noun = "is {} independent origin" if single else "are {} independent origins"
    told = f"there {noun.format(' and '.join(bounds))} in {_only(one.selection)}"
    if one.different:
        told += f", with at least {one.different[1]} different values of `{one.different[0]}`"
    return told + (f", within {one.within / dates.DAY:g} days of one another" if one.within is not None else "")


def _claim(one: ClaimIs) -> str:
    flag = _flag(one.test)
    if flag is not None:
        return f"for the claim, `{one.test.field}` {'holds' if flag else 'does not hold'}"
    return f"the claim's {_field(one.test)}"


def _related(one: Related) -> str:
    who = {"some": "at least one claim", "every": "every claim", "none": "no claim"}[one.of]
    what = f"is {listed(_quoted(one.statuses), 'or')}" if one.statuses else f"has the note `{one.finding}`"
    return f"{who} that `{one.by}` leads to {what}"


def _acts(one: Acts) -> str:
    record = ", and a record shows it" if one.primary_record else ""
    return f"the latest act of {one.of} source that the claim is about is one of those claimed{record}"


def _either(one: AnyOf) -> str:
    return need(one.needs[0]) if len(one.needs) == 1 else f"either {listed(list(map(need, one.needs)), 'or')}"


_NEEDS: dict[type, Callable[[Any], str]] = {
    Origins: _origins,
    Some: lambda one: _strand(one.selection, "a"),
    Nothing: lambda one: _strand(one.selection, "no"),
    Suspect: lambda one: f"suspect ties join some of the origins in {_only(one.selection)}",
    ClaimIs: _claim,
    Related: _related,
    Acts: _acts,
    Found: lambda one: f"another rule has noted `{one.name}`",
    AnyOf: _either,
    AllOf: lambda one: listed(list(map(need, one.needs)), "and"),
    Not: lambda one: f"it is known to be false that {need(one.need)}",
}

"""Parameters and their changes go in; their values come out, as text for the rules and as numbers for the mechanism."""

from __future__ import annotations

from typing import Final

from corrob import vocabulary as words
from corrob.dates import DateError, duration
from corrob.diagnostics import did_you_mean
from corrob.model.node import Node, Scalar
from corrob.model.pack import Change, Parameter
from corrob.reading.forms import number
from corrob.rulebook.places import Problems, Written

REQUIRED: Final = {"credible_from": "letter", "pdq_distance": "number", "grace": "duration"}
"""The parameters that the mechanism itself reads, each with the type that it needs."""

_SHOWN: Final = {"letter": "a letter A to F", "number": "a number", "duration": "a duration such as '3 days'"}


def measure(text: str) -> tuple[str, float]:
    """Give the type of a value and its place in the order of that type; a word has no order."""
    if text in words.LETTERS:
        return "letter", words.LETTERS.index(text)
    amount = number(text)
    if isinstance(amount, float):
        return "number", amount
    try:
        return "duration", duration(text)
    except DateError:
        return "word", 0.0


def final(text: str) -> float | str:
    """Give a value as the mechanism reads it: numbers and durations (in seconds) as numbers, all else as text."""
    kind, amount = measure(text)
    return amount if kind in {"number", "duration"} else text


def settle(
    declared: dict[str, Written[Parameter]], changes: list[Written[Change]], problems: Problems
) -> dict[str, Scalar]:
    """Put the changes in, in the order of the packs, and check every value against its range."""
    values = {}
    for name, said in declared.items():
        node = said.value.value
        if isinstance(node, Scalar):
            values[name] = node
            _check_range(name, node, said, problems)
        else:
            problems.add(node.span, "P005", f"the parameter '{name}' is one value, not a list or a mapping")
    for change in changes:
        _change(change, values, declared, problems)
    return values


def _change(
    change: Written[Change], values: dict[str, Scalar], declared: dict[str, Written[Parameter]], problems: Problems
) -> None:
    name, node = change.value.parameter or "", change.value.value
    span = (change.at / "parameter").span
    if name not in declared:
        problems.add(span, "P008", f"there is no parameter '{name}' to change", did_you_mean(name, declared))
    elif not isinstance(node, Scalar):
        problems.add(change.at.span, "F002", "a change of a parameter needs its new 'value'")
    elif name in values and node.text == values[name].text:
        problems.add(node.span, "P008", f"the parameter '{name}' is {node.text} already")
    else:
        _check_range(name, node, declared[name], problems)
        values[name] = node


def _check_range(name: str, node: Scalar, said: Written[Parameter], problems: Problems) -> None:
    kind, amount = measure(node.text)
    wanted = REQUIRED.get(name, kind)
    if kind != wanted:
        problems.add(node.span, "P011", f"the parameter '{name}' is '{node.text}', and must be {_SHOWN[wanted]}")
    elif "between" in said.at.keys:
        ends = [measure(end.text) for end in said.value.between if isinstance(end, Scalar)]
        if [end for end, _ in ends] != [kind, kind] or kind == "word" or ends[0] > ends[1]:
            span = (said.at / "between").span
            problems.add(span, "P011", f"the range of '{name}' must be two values like its own, the least first")
        elif not ends[0][1] <= amount <= ends[1][1]:
            least, most = (_text(end) for end in said.value.between)
            problems.add(node.span, "P011", f"the parameter '{name}' is {node.text}, outside {least} to {most}")


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""

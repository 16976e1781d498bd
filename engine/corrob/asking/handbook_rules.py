"""Rules and their tests go in; their sections of the handbook come out, and the drawing of who beats whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from corrob.asking import prose
from corrob.diagnostics import Span
from corrob.model.handbook import Block, Drawing, Example, Facts, Paragraph, Section
from corrob.model.node import Listing, Mapping, Node, Scalar
from corrob.model.rule import Clause, Finds, Gives, Moves, Removes, Rule, Rulebook

GROUPS: Final[tuple[tuple[str, str, type], ...]] = (
    ("removals", "What is taken out before anything is counted", Removes),
    ("findings", "What is noted", Finds),
    ("proposals", "What gives a status", Gives),
    ("confidence", "What moves the confidence", Moves),
)
"""The sections of rules: anchor, title, and the effect of the rules in it, in the order in which they are at work."""

_PLAIN: Final = re.compile(r"[\w./$-]+( [\w./$-]+)*")


def anchor(kind: str, name: str) -> str:
    """Give the anchor of something that has a name."""
    return f"{kind}-{re.sub(r'[^A-Za-z0-9_-]', '-', name)}"


def place(pack: str, span: Span) -> str:
    """Say where something stands in a pack's folder, wherever that folder is."""
    return f"{pack}/{PurePath(span.file).name}:{span.line}"


def rule_section(rule: Rule, book: Rulebook) -> Section:
    """Give the section of one rule: what it does and when, why, where that comes from, and its tests."""
    pairs = [(label, texts) for label, texts in _said(rule, book) if texts]
    examples = tuple(example(node) for node in rule.tests)
    return Section(anchor("rule", rule.id), rule.title or rule.id, (Facts(tuple(pairs)), *examples))


def _said(rule: Rule, book: Rulebook) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "rule", (f"{rule.id}{f' ({rule.code})' if rule.code else ''}",)
    yield "does", (prose.sentence(f"it {prose.effect(rule)}"),)
    applies = prose.where(rule.applies_to)
    yield "applies to", (f"Claims {applies}." if applies else "All claims.",)
    yield "when", tuple(_asked(rule, clause) for clause in rule.needs)
    yield "because", (rule.because,) if rule.because else ()
    yield "beats", tuple(f"`{other}`" for other in rule.beats)
    yield "beaten by", tuple(f"`{other.id}`" for other in book.rules if rule.id in other.beats)
    yield "cites", rule.cites
    yield "stands in", (place(rule.pack, rule.span),)


def _asked(rule: Rule, clause: Clause) -> str:
    told = prose.sentence(prose.need(clause.need))
    if clause.pack == rule.pack:
        return told
    return f"{told} This is asked for by {clause.pack}{f': {clause.reason}' if clause.reason else ''}."


# who beats whom


def drawing(book: Rulebook) -> tuple[Block, ...]:
    """Draw who beats whom: each rule in the column behind all that beat it."""
    arrows = tuple((rule.id, other) for rule in book.rules for other in rule.beats)
    if not arrows:
        return (Paragraph("No rule beats another by its name; statuses are settled by their order alone."),)
    winners: dict[str, list[str]] = {}
    for winner, loser in arrows:
        winners.setdefault(loser, []).append(winner)
    named = [rule.id for rule in book.rules if any(rule.id in arrow for arrow in arrows)]
    depth: dict[str, int] = {}
    for name in named:
        _depth(name, winners, depth)
    columns = tuple(tuple(n for n in named if depth[n] == column) for column in range(max(depth.values()) + 1))
    first = Paragraph("An arrow leads from a rule to one that it puts out, if it fires and is not put out itself.")
    return (first, Drawing("Which rule beats which", columns, arrows))


def _depth(name: str, winners: dict[str, list[str]], depth: dict[str, int]) -> int:
    """Give how many rules at most stand above one another before this one; a pack has no circle of them."""
    if name not in depth:
        depth[name] = max((_depth(one, winners, depth) + 1 for one in winners.get(name, ())), default=0)
    return depth[name]


# tests as examples


def example(node: Node) -> Example:
    """Give a test of a pack as an example."""
    assert isinstance(node, Mapping), "what is no mapping was refused when the pack was read"
    name, given, expect, as_of = (node.get(key) for key in ("name", "given", "expect", "as_of"))
    lines = [f"{key.text}: {flow(value)}" for key, value in given.pairs] if isinstance(given, Mapping) else []
    date = [f"as of: {flow(as_of)}"] if as_of else []
    return Example(name.text if isinstance(name, Scalar) else "", (*date, *lines), _expected(expect))


def _expected(expect: Node | None) -> str:
    pairs = expect.pairs if isinstance(expect, Mapping) else ()
    return "; ".join(f"{claim.text}: {_bare(value)}" for claim, value in pairs)


def _bare(node: Node) -> str:
    if isinstance(node, Mapping):
        return ", ".join(f"{key.text} {flow(value)}" for key, value in node.pairs)
    return flow(node)


def flow(node: Node) -> str:
    """Write a piece of YAML on one line."""
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{key.text}: {flow(value)}" for key, value in node.pairs) + "}"
    if isinstance(node, Listing):
        return "[" + ", ".join(map(flow, node.items)) + "]"
    assert isinstance(node, Scalar), "there are three kinds of node"
    if node.style == "plain" or _PLAIN.fullmatch(node.text):
        return node.text
    quoted = node.text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{quoted}"'

"""Parameters, tables, sets and statuses, each with what it is in the end and who says so."""

from __future__ import annotations

import pytest

from corrob.asking.entries import entries
from corrob.model.explanation import Entry
from corrob.rulebook import load
from rulebook.shelf import Shelf

BASE = """\
tables:
  - sets: near
    title: It was near
    rows: [{when: {first_hand: yes}, then: yes}, {then: no}]
evidence_sets: {close: {from: good, where: {near: yes}, title: Good and near}}
rules:
  - {id: enough, gives: likely, needs: [{some: close}]}
  - {id: ends, gives: done, needs: [{related: {by: parts, status: likely}}, {none: {from: bad, where: {near: no}}}]}
"""
ABOVE = """\
change:
  - {parameter: min_origins, value: 3, reason: Two are few}
  - {table: near, rows: [{when: {act: denial}, then: no}], reason: No denial is near}
  - {set: close, where: {hedged: no}, reason: Plain words only}
"""


@pytest.fixture
def named(shelf: Shelf) -> dict[str, Entry]:
    """Give the entries of a pack that changes its base."""
    _, problems = shelf.above(ABOVE, BASE)
    assert problems == []
    book, _ = load(str(shelf.folder / "above"))
    assert book is not None
    return {one.name: one for one in entries(book)}


def test_there_is_an_entry_for_everything_that_is_no_rule(named: dict[str, Entry]) -> None:
    kinds = {kind: [one.name for one in named.values() if one.kind == kind] for kind in ("parameter", "table", "set")}
    assert kinds == {
        "parameter": ["min_origins", "credible_from", "pdq_distance", "grace"],
        "table": ["near"],
        "set": ["good", "bad", "close"],
    }
    statuses = [one.name for one in named.values() if one.kind == "status"]
    assert statuses == ["wrong", "blank", "split", "likely", "sure", "open", "done"]


def test_a_parameter_tells_its_value_its_range_and_who_changed_it_and_why(named: dict[str, Entry]) -> None:
    assert named["min_origins"].lines == (
        ("value", "3"),
        ("range", "2 to 5"),
        ("declared", "2, by ground (ground/pack.yaml:4:16)"),
        ("changed", "to 3, by above (above/more.yaml:2:5): Two are few"),
    )
    assert named["pdq_distance"].lines == (("value", "31"), ("declared", "31, by ground (ground/pack.yaml:6:17)"))


def test_a_table_tells_each_row_with_where_it_comes_from(named: dict[str, Entry]) -> None:
    assert named["near"] == Entry(
        "near",
        "table",
        "It was near",
        (
            ("row", "`no` for a strand whose `act` is `denial` [above (above/more.yaml:3:26): No denial is near]"),
            ("row", "`yes` for a strand for which `first_hand` holds [ground (ground/rules.yaml:4:12)]"),
            ("row", "`no` for all others [ground (ground/rules.yaml:4:50)]"),
            ("used by sets", "`close`"),
            ("used by rules", "`ground/ends`"),
            ("stands in", "ground/rules.yaml:2:5"),
        ),
    )


def test_a_set_tells_what_it_holds_who_narrowed_it_and_who_uses_it(named: dict[str, Entry]) -> None:
    holds = "the strands of `good` for which `near` holds and `hedged` does not hold"
    assert named["close"] == Entry(
        "close",
        "set",
        "Good and near",
        (
            ("holds", f"{holds} [ground (ground/rules.yaml:5:24)]"),
            ("narrowed", "`hedged`, by above (above/more.yaml:4:5): Plain words only"),
            ("used by rules", "`ground/enough`"),
        ),
    )
    assert named["bad"].lines[1:] == (("used by rules", "`ground/ends`"), ("used by reports", "`refutes`"))


def test_a_status_tells_where_it_stands_and_which_rules_give_it_or_ask_for_it(named: dict[str, Entry]) -> None:
    span = "ground/pack.yaml:9:3"
    assert named["likely"].lines == (
        ("stands", "above `split`, below `sure`, in favour of the claim"),
        ("denial", "a claim that negates such a one is `likely`"),
        ("given by", "`ground/enough`"),
        ("asked for by", "`ground/ends`"),
        ("stands in", span),
    )
    assert named["sure"] == Entry(
        "sure",
        "status",
        "It is so.",
        (
            ("stands", "above `likely`, highest, in favour of the claim"),
            ("denial", "a claim that negates such a one is `wrong`"),
            ("elsewhere", "stix: 95"),
            ("given by", "no rule"),
            ("stands in", span),
        ),
    )
    told = {name: dict(named[name].lines)["given by"] for name in ("blank", "split")}
    assert told == {"blank": "no rule: it stands where none fires", "split": "no rule: by a conflict alone"}
    assert dict(named["wrong"].lines)["stands"] == "lowest, below `blank`, against the claim"

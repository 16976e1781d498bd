"""The vocabulary: the order of letters, and what acts and edges do."""

from __future__ import annotations

import pytest

from corrob.vocabulary import ACTS, EDGES, LETTERS, REFUTES, SUPPORTS, worse


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("A", "C", "C"), ("C", "A", "C"), (None, "B", "B"), ("B", None, "B"), ("F", "D", "D"), (None, None, None)],
)
def test_the_worse_of_two_letters_leaves_unknown_ones_out(one: str | None, other: str | None, expected: str) -> None:
    assert worse(one, other) == expected


def test_letters_go_from_worst_to_best() -> None:
    assert LETTERS == ("F", "E", "D", "C", "B", "A")


def test_a_non_denial_takes_denials_back_and_a_retraction_everything() -> None:
    replaces = {act: kind.replaces for act, kind in ACTS.items() if kind.replaces}
    assert replaces == {"non_denial": frozenset({REFUTES}), "retraction": frozenset({SUPPORTS, REFUTES})}


def test_no_comment_is_no_statement() -> None:
    assert {act for act, kind in ACTS.items() if kind.silent} == {"none", "no_comment"}


def test_commissions_and_replies_pass_no_origin_on() -> None:
    assert {how for how, edge in EDGES.items() if not edge.passes} == {"commissioned", "replies"}


def test_a_briefing_passes_no_words_on() -> None:
    assert {how for how, edge in EDGES.items() if edge.words} == {"quoted", "derived", "repost", "translated"}

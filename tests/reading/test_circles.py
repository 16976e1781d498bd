"""Circles in a graph."""

from __future__ import annotations

import time

from corrob.reading.circles import circles


def found(**graph: str) -> list[tuple[str, ...]]:
    return list(circles({node: tuple(after) for node, after in graph.items()}))


def test_a_graph_without_circles_has_none() -> None:
    assert found(a="bc", b="c", c="") == []


def test_a_circle_begins_with_its_first_node_in_the_graph() -> None:
    assert found(x="b", a="b", b="c", c="a") == [("a", "b", "c")]


def test_circles_apart_are_all_found() -> None:
    assert found(a="b", b="a", c="d", d="c") == [("a", "b"), ("c", "d")]


def test_a_step_of_a_node_to_itself_is_no_circle() -> None:
    assert found(a="ab", b="") == []


def test_a_knot_shows_at_least_one_circle() -> None:
    assert found(a="bc", b="a", c="a") == [("a", "b")]


def test_nodes_outside_the_graph_lead_nowhere() -> None:
    assert found(a="z") == []


def test_a_long_way_round_is_quick() -> None:
    begun = time.perf_counter()
    count = 20_000
    (circle,) = circles({str(n): (str((n + 1) % count),) for n in range(count)})
    assert len(circle) == count
    assert time.perf_counter() - begun < 2

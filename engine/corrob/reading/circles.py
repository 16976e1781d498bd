"""A graph goes in; circles in it come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def circles(graph: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give circles that share no node, so that each knot shows at least one; a step of a node to itself is none."""
    order = {node: number for number, node in enumerate(graph)}
    done: set[str] = set()
    shown: set[str] = set()
    for start in graph:
        way = {} if start in done else {start: iter(graph[start])}
        while way:
            node = next(reversed(way))
            step = next(way[node], None)
            if step is None:
                done.add(node)
                del way[node]
            elif step in way and step != node and step not in shown:
                circle = tuple(way)[tuple(way).index(step) :]
                shown.update(circle)
                yield _turned(circle, order)
            elif step in graph and step not in done and step not in way:
                way[step] = iter(graph[step])


def _turned(circle: tuple[str, ...], order: Mapping[str, int]) -> tuple[str, ...]:
    """Let a circle begin with the one of its nodes that comes first in the graph."""
    first = min(range(len(circle)), key=lambda at: order[circle[at]])
    return (*circle[first:], *circle[:first])

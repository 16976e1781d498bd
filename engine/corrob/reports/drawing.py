"""A drawing of who beats whom goes in, SVG comes out: columns of boxes, arrows from left to right, always the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Final

from corrob.model.handbook import Drawing

_LETTER: Final = 7.4
"""How wide a letter is at most, in the units of the drawing."""

_HIGH, _GAP, _BETWEEN, _MARGIN = 34.0, 14.0, 76.0, 10.0

_XML: Final = 'xmlns="http://www.w3.org/2000/svg"'
_HEAD: Final = (
    '<marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
    '<path d="M0 0 L10 5 L0 10 z"/></marker>'
)
"""The head of an arrow."""

Box = tuple[float, float, float]
"""A box: its left end, its middle, its width."""


def svg(drawing: Drawing, link: Callable[[str], str]) -> str:
    """Give the drawing as SVG; `link` gives the address that a box leads to, or ''."""
    boxes = _boxes(drawing)
    width = max(left + wide for left, _, wide in boxes.values()) + _MARGIN
    height = max(middle for _, middle, _ in boxes.values()) + _HIGH / 2 + _MARGIN
    told = "; ".join(f"{one} beats {other}" for one, other in drawing.arrows)
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    lines = [
        f'<svg class="drawing" role="img" aria-labelledby="drawing-title drawing-told" {size} {_XML}>',
        f'<title id="drawing-title">{escape(drawing.title)}</title>',
        f'<desc id="drawing-told">{escape(told)}.</desc>',
        f"<defs>{_HEAD}</defs>",
        *_arrows(drawing, boxes),
        *_drawn(boxes, link),
        "</svg>",
    ]
    return "\n".join(lines)


def _boxes(drawing: Drawing) -> dict[str, Box]:
    boxes: dict[str, Box] = {}
    left = _MARGIN
    tallest = max(map(len, drawing.columns))
    for column in drawing.columns:
        wide = max(len(name) for name in column) * _LETTER + 24
        top = _MARGIN + (tallest - len(column)) * (_HIGH + _GAP) / 2
        for number, name in enumerate(column):
            boxes[name] = (left, top + number * (_HIGH + _GAP) + _HIGH / 2, wide)
        left += wide + _BETWEEN
    return boxes


def _arrows(drawing: Drawing, boxes: dict[str, Box]) -> Iterator[str]:
    for one, other in drawing.arrows:
        (left, start, wide), (end, middle, _) = boxes[one], boxes[other]
        begin = left + wide
        bend = (end - begin) / 2
        curve = f"M{begin:g} {start:g} C{begin + bend:g} {start:g} {end - bend:g} {middle:g} {end - 2:g} {middle:g}"
        yield f'<path class="arrow" marker-end="url(#head)" d="{curve}"/>'


def _drawn(boxes: dict[str, Box], link: Callable[[str], str]) -> Iterator[str]:
    for name, (left, middle, wide) in boxes.items():
        address = link(name)
        box = (
            f'<rect x="{left:g}" y="{middle - _HIGH / 2:g}" width="{wide:g}" height="{_HIGH:g}" rx="6"/>'
            f'<text x="{left + wide / 2:g}" y="{middle + 4:g}" text-anchor="middle">{escape(name)}</text>'
        )
        yield f'<a href="{escape(address)}">{box}</a>' if address else box

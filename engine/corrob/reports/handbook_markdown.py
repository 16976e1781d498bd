"""A handbook goes in, a page of Markdown comes out, with a table of contents and a drawing that forges show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from corrob.model.handbook import ROWS, Block, Drawing, Example, Facts, Grid, Handbook, Paragraph, Points, Section

_NAMES: Final = re.compile(r"`([^`]+)`")
_SPECIAL: Final = re.compile(r"([\\`*_<>\[\]#|~&])")
_BEGINS: Final = re.compile(r"^(\d+)([.)])|^([-+])(?= )")


def markdown(book: Handbook) -> Iterator[str]:
    """Give the page, line by line."""
    page = _Page(book)
    yield f"# {page.text(book.title)}\n\n{page.text(book.subtitle)}\n\n"
    for section in book.sections:
        yield f"- [{page.plain(section.title)}](#{section.anchor})\n"
    for section in book.sections:
        yield from page.section(section, 2)


class _Page:
    def __init__(self, book: Handbook) -> None:
        self._anchors = book.anchors

    def section(self, section: Section, depth: int) -> Iterator[str]:
        yield f'\n<a id="{section.anchor}"></a>\n\n{"#" * depth} {self.plain(section.title)}\n'
        for block in section.blocks:
            yield "\n"
            yield from _BLOCKS[type(block)](self, block)
        for part in section.parts:
            yield from self.section(part, depth + 1)

    def text(self, told: str) -> str:
        """Write a text on one line, its names as code that leads to them, all else as it is."""
        parts = _NAMES.split(" ".join(told.split()))
        written = "".join(self._name(part) if number % 2 else _escaped(part) for number, part in enumerate(parts))
        return _BEGINS.sub(r"\1\\\2" if written[:1].isdigit() else r"\\\3", written)

    def plain(self, told: str) -> str:
        """Write a text without links."""
        parts = _NAMES.split(" ".join(told.split()))
        return "".join(_code(part) if number % 2 else _escaped(part) for number, part in enumerate(parts))

    def _name(self, name: str) -> str:
        anchor = self._anchors.get(name)
        return f"[{_code(name)}](#{anchor})" if anchor else _code(name)

    def paragraph(self, block: Paragraph) -> Iterator[str]:
        yield f"{self.text(block.text)}\n"

    def points(self, block: Points) -> Iterator[str]:
        yield from (f"- {self.text(item)}\n" for item in block.items)

    def grid(self, block: Grid) -> Iterator[str]:
        rows = [block.head, ("---",) * len(block.head)]
        yield from (f"| {' | '.join(row)} |\n" for row in rows)
        for first, *others in block.rows:
            yield f"| {' | '.join([self._row(first), *map(self.text, others)])} |\n"

    def _row(self, first: str) -> str:
        """Write the first cell of a row, which is where its name leads to if nothing else says more of it."""
        anchor = self._anchors.get(first.strip("`"), "")
        if anchor.startswith(ROWS):
            return f'<a id="{anchor}"></a>{self.plain(first)}'
        return self.text(first)

    def facts(self, block: Facts) -> Iterator[str]:
        for label, texts in block.pairs:
            yield f"- **{_escaped(label)}:** {self.text(texts[0]) if len(texts) == 1 else ''}".rstrip() + "\n"
            if len(texts) > 1:
                yield from (f"  - {self.text(text)}\n" for text in texts)

    def example(self, block: Example) -> Iterator[str]:
        fence = "`" * max(3, *(len(run) + 1 for line in block.given for run in re.findall("`+", line)), 3)
        given = "".join(f"{line}\n" for line in block.given)
        yield f"*Example: {self.text(block.name)}*\n\n{fence}yaml\n{given}{fence}\n\n→ {self.text(block.expect)}\n"

    def drawing(self, block: Drawing) -> Iterator[str]:
        names = [name for column in block.columns for name in column]
        ids = {name: f"r{number}" for number, name in enumerate(names)}
        yield "```mermaid\nflowchart LR\n"
        yield from (f'  {ids[name]}["{_label(name)}"]\n' for name in names)
        yield from (f"  {ids[one]} --> {ids[other]}\n" for one, other in block.arrows)
        yield "```\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _label(name: str) -> str:
    """Write a name in a drawing, where some characters have a meaning."""
    return "".join(one if one.isalnum() or one in "/-_ ." else f"#{ord(one)};" for one in name)


def _code(name: str) -> str:
    return f"`{name.replace('|', chr(92) + '|')}`"


_BLOCKS: Final[dict[type[Block], Callable[[_Page, Any], Iterator[str]]]] = {
    Paragraph: _Page.paragraph,
    Points: _Page.points,
    Grid: _Page.grid,
    Facts: _Page.facts,
    Example: _Page.example,
    Drawing: _Page.drawing,
}

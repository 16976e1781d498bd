"""A handbook goes in, one page of HTML comes out: no script, nothing from elsewhere, every text escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any, Final

from corrob.model.handbook import ROWS, Block, Drawing, Example, Facts, Grid, Handbook, Paragraph, Points, Section
from corrob.reports.drawing import svg

_NAMES: Final = re.compile(r"`([^`]+)`")

_STYLE: Final = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1e21; --soft: #5a6068; --line: #d7dbe0; --tint: #f4f6f8;
  --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #e4e6e9; --soft: #a3a9b1; --line: #3a3f46;
  --tint: #1f2226; --link: #8ab8f0; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 56rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 3rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); font-size: 1.4rem; }
h3 { margin: 2.25rem 0 .5rem; font-size: 1.1rem; line-height: 1.35; }
.subtitle, figcaption, .from { color: var(--soft); }
nav { margin: 1.5rem 0; padding: .75rem 1rem; background: var(--tint); border-radius: .5rem; }
nav ul { margin: 0; padding-left: 1.1rem; columns: 18rem auto; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
code { font: .88em ui-monospace, monospace; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92em; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tbody th { font-weight: 600; }
td:nth-child(2) { min-width: 11rem; }
thead th { color: var(--soft); font-weight: 600; }
dl { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .25rem 1rem; margin: .5rem 0; }
dt { color: var(--soft); }
dd { margin: 0; }
dd + dd { grid-column: 2; }
figure { margin: 1rem 0; padding: .6rem .9rem; background: var(--tint); border-left: 3px solid var(--line); }
figure pre { margin: .4rem 0; font: .8em/1.45 ui-monospace, monospace; white-space: pre-wrap; }
figure p { margin: 0; font-size: .92em; }
.drawing { display: block; max-width: none; height: auto; }
.drawing rect { fill: var(--tint); stroke: var(--soft); }
.drawing text { fill: var(--ink); font: 12px ui-monospace, monospace; }
.drawing .arrow { fill: none; stroke: var(--soft); stroke-width: 1.5; }
.drawing marker path { fill: var(--soft); }
.drawing a:hover rect, .drawing a:focus rect { stroke: var(--link); stroke-width: 2; }
@media (max-width: 36rem) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dt { margin-top: .5rem; font-size: .85rem; }
  dd + dd { grid-column: 1; } }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --tint: #fff; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; }
  figure, tr, dl { break-inside: avoid; } .drawing { width: 100%; } .wide { overflow: visible; } }
"""


def html(book: Handbook) -> Iterator[str]:
    """Give the page, piece by piece."""
    page = _Page(book)
    title = page.plain(book.title)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield f'<header>\n<h1>{title}</h1>\n<p class="subtitle">{page.plain(book.subtitle)}</p>\n</header>\n'
    yield '<nav aria-label="Contents">\n<ul>\n'
    yield from (f'<li><a href="#{one.anchor}">{page.plain(one.title)}</a></li>\n' for one in book.sections)
    yield "</ul>\n</nav>\n<main>\n"
    for section in book.sections:
        yield from page.section(section, 2)
    yield "</main>\n</body>\n</html>\n"


class _Page:
    def __init__(self, book: Handbook) -> None:
        self._anchors = book.anchors

    def section(self, section: Section, depth: int) -> Iterator[str]:
        yield f'<section id="{section.anchor}">\n<h{depth}>{self.plain(section.title)}</h{depth}>\n'
        for block in section.blocks:
            yield from _BLOCKS[type(block)](self, block)
        for part in section.parts:
            yield from self.section(part, depth + 1)
        yield "</section>\n"

    def text(self, told: str) -> str:
        """Write a text, its names as code that leads to them."""
        parts = _NAMES.split(told)
        return "".join(self._name(part) if number % 2 else escape(part) for number, part in enumerate(parts))

    def plain(self, told: str) -> str:
        """Write a text without links."""
        parts = _NAMES.split(told)
        return "".join(f"<code>{escape(part)}</code>" if n % 2 else escape(part) for n, part in enumerate(parts))

    def _name(self, name: str) -> str:
        code = f"<code>{escape(name)}</code>"
        return f'<a href="{self.address(name)}">{code}</a>' if name in self._anchors else code

    def address(self, name: str) -> str:
        """Give where a name leads to, or ''."""
        return f"#{self._anchors[name]}" if name in self._anchors else ""

    def paragraph(self, block: Paragraph) -> Iterator[str]:
        yield f"<p>{self.text(block.text)}</p>\n"

    def points(self, block: Points) -> Iterator[str]:
        yield "<ul>\n"
        yield from (f"<li>{self.text(item)}</li>\n" for item in block.items)
        yield "</ul>\n"

    def grid(self, block: Grid) -> Iterator[str]:
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.head)
        yield f'<div class="wide" tabindex="0"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n'
        for first, *others in block.rows:
            anchor = self._anchors.get(first.strip("`"), "")
            cells = "".join(f"<td>{self.text(cell)}</td>" for cell in others)
            named = f' id="{anchor}"' if anchor.startswith(ROWS) else ""
            yield f'<tr{named}><th scope="row">{self.plain(first) if named else self.text(first)}</th>{cells}</tr>\n'
        yield "</tbody></table></div>\n"

    def facts(self, block: Facts) -> Iterator[str]:
        yield "<dl>\n"
        for label, texts in block.pairs:
            told = "".join(f"<dd>{self.text(text)}</dd>" for text in texts)
            yield f"<dt>{escape(label)}</dt>{told}\n"
        yield "</dl>\n"

    def example(self, block: Example) -> Iterator[str]:
        given = escape("\n".join(block.given))
        caption = f"<figcaption>Example: {self.text(block.name)}</figcaption>"
        yield f"<figure>{caption}<pre>{given}</pre><p>→ {self.text(block.expect)}</p></figure>\n"

    def drawing(self, block: Drawing) -> Iterator[str]:
        yield f'<div class="wide" tabindex="0">{svg(block, self.address)}</div>\n'


_BLOCKS: Final[dict[type[Block], Callable[[_Page, Any], Iterator[str]]]] = {
    Paragraph: _Page.paragraph,
    Points: _Page.points,
    Grid: _Page.grid,
    Facts: _Page.facts,
    Example: _Page.example,
    Drawing: _Page.drawing,
}

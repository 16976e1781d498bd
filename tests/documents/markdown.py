"""A page of Markdown goes in; its blocks, its code in the text, its links and its anchors come out, with their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^ *```(.*)$")
CODE = re.compile(r"(`+)(.+?)\1")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
BEGINS = re.compile(r"^ *(\||#|[-*] |\d+\. )")
"""What begins a paragraph of its own: a row of a table, a heading, an entry of a list."""


@dataclass(frozen=True)
class Part:
    """A block, a paragraph or something in one, with its page and the line that it begins on."""

    page: Path
    line: int
    text: str
    kind: str = ""

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks(page: Path) -> list[Part]:
    """Give the fenced blocks of a page; `kind` is what stands behind the fence."""
    return [part for part in _parts(page) if part.kind]


def paragraphs(page: Path) -> list[Part]:
    """Give the text between the blocks; a row of a table and an entry of a list are paragraphs of their own."""
    return [part for part in _parts(page) if not part.kind]


def codes(part: Part) -> list[str]:
    """Give what stands between backticks, lines joined; a bar that a table asks to escape is a bar."""
    return [match[2].strip().replace("\\|", "|") for match in CODE.finditer(part.text)]


def links(part: Part) -> list[str]:
    """Give where the links of a paragraph lead to."""
    return LINK.findall(part.text)


def anchors(page: Path) -> set[str]:
    """Give the anchors of a page's headings, as a forge makes them."""
    seen: Counter[str] = Counter()
    found = set()
    for part in paragraphs(page):
        if part.text.startswith("#"):
            plain = re.sub(r"[^\w\- ]", "", part.text.lstrip("# ").lower()).replace(" ", "-")
            found.add(f"{plain}-{seen[plain]}" if seen[plain] else plain)
            seen[plain] += 1
    return found


def _parts(page: Path) -> Iterator[Part]:
    kind, begun, held = "", 1, list[str]()
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        fence = FENCE.match(line)
        if fence and not kind:
            yield from _part(page, begun, held, "")
            kind, begun, held = fence[1].strip() or "nothing", number + 1, []
        elif fence:
            yield Part(page, begun, "\n".join(held), kind)
            kind, begun, held = "", number + 1, []
        elif not kind and (not line.strip() or BEGINS.match(line) or (held[:1] and held[0].startswith("#"))):
            yield from _part(page, begun, held, "")
            begun, held = (number, [line]) if line.strip() else (number + 1, [])
        else:
            held.append(line)
    assert not kind, f"{page}:{begun}: the block has no end"
    yield from _part(page, begun, held, "")


def _part(page: Path, begun: int, held: list[str], kind: str) -> Iterator[Part]:
    text = " ".join(held).strip()
    if text:
        yield Part(page, begun, text, kind)

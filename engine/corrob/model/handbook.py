"""A pack's handbook, whatever it is written as: sections of sentences, tables, lists, examples and one drawing.

In a text, what stands between backticks is a name; where `Handbook.anchors` has it, it leads to its section.
"""

from __future__ import annotations

from msgspec import Struct

ROWS = ("status-", "parameter-")
"""How the anchors of things begin that are rows of a table, and have no section of their own."""


class Paragraph(Struct, frozen=True, tag=True):
    """A sentence, or several."""

    text: str


class Points(Struct, frozen=True, tag=True):
    """A list of sentences."""

    items: tuple[str, ...]


class Grid(Struct, frozen=True, tag=True):
    """A table; its first column names the row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Facts(Struct, frozen=True, tag=True):
    """What is said of something: labels, each with one text or several."""

    pairs: tuple[tuple[str, tuple[str, ...]], ...]


class Example(Struct, frozen=True, tag=True):
    """A test of the pack: the sentence that it shows, the case as lines of YAML, and what is expected of it."""

    name: str
    given: tuple[str, ...]
    expect: str


class Drawing(Struct, frozen=True, tag=True):
    """Which rule beats which: `columns` of rules, where every arrow goes from a column to a later one."""

    title: str
    columns: tuple[tuple[str, ...], ...]
    arrows: tuple[tuple[str, str], ...]


Block = Paragraph | Points | Grid | Facts | Example | Drawing


class Section(Struct, frozen=True):
    """A section with its anchor, and the sections inside it."""

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()


class Handbook(Struct, frozen=True):
    """A whole handbook; `anchors` leads from the names of things to their sections."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    anchors: dict[str, str] = {}

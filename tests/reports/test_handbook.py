"""A handbook as HTML and as Markdown: everything escaped, every link inside the page, the same bytes each time."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from corrob import rulebook
from corrob.asking.handbook import handbook
from corrob.model.handbook import Drawing, Example, Facts, Grid, Handbook, Paragraph, Points, Section
from corrob.reports.handbook_html import html
from corrob.reports.handbook_markdown import markdown
from corrob.rulebook.shelves import shipped

EVIL = '<script>alert("x")</script> & `<b>` [a](b) *c* | d'
BLOCKS = (
    Paragraph(f"See `known`. {EVIL}"),
    Points((EVIL,)),
    Grid(("a", "b"), ((EVIL, EVIL),)),
    Facts((("one", (EVIL,)), ("many", (EVIL, "x")))),
    Example(EVIL, (EVIL,), EVIL),
    Drawing("Drawn", (("a/<b>",), ("known",)), (("a/<b>", "known"),)),
)
BOOK = Handbook(EVIL, EVIL, (Section("s", EVIL, BLOCKS, (Section("known-1", "Part"),)),), {"known": "known-1"})
ALONE = {"meta", "path", "rect"}


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: set[str] = set()
        self.headings: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.names.add(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in ALONE or self.open.pop() == tag


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def book(name: str) -> Handbook:
    found, _ = rulebook.load(name)
    assert found is not None
    return handbook(found)


def test_no_text_becomes_markup() -> None:
    page = "".join(html(BOOK))
    reader = read(page)
    assert not reader.names & {"script", "b"}
    assert page.count("&lt;script&gt;") == 14
    assert "<code>&lt;b&gt;</code>" in page


def test_a_name_that_is_known_leads_to_its_section() -> None:
    page = "".join(html(BOOK))
    assert 'See <a href="#known-1"><code>known</code></a>.' in page
    assert '<a href="#known-1"><rect' in page


@pytest.mark.parametrize("name", shipped())
def test_a_page_stands_alone_and_all_its_links_lead_somewhere_in_it(name: str) -> None:
    page = "".join(html(book(name)))
    reader = read(page)
    assert len(reader.ids) == len(set(reader.ids))
    assert {link for link in reader.links if link.removeprefix("#") not in reader.ids} == set()
    assert not reader.names & {"script", "link", "img", "iframe"}
    assert "http" not in page.replace('xmlns="http://www.w3.org/2000/svg"', "").replace("url(#head)", "")
    steps = zip(reader.headings, reader.headings[1:], strict=False)
    assert reader.headings[0] == 1
    assert all(later <= earlier + 1 for earlier, later in steps)


def test_the_drawing_is_told_to_those_who_cannot_see_it() -> None:
    page = "".join(html(BOOK))
    assert 'role="img" aria-labelledby="drawing-title drawing-told"' in page
    assert '<title id="drawing-title">Drawn</title>' in page
    assert '<desc id="drawing-told">a/&lt;b&gt; beats known.</desc>' in page


def test_boxes_do_not_overlap_and_arrows_go_from_left_to_right() -> None:
    page = "".join(html(book("core")))
    boxes = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', page)
    placed = [tuple(map(float, box)) for box in boxes]
    assert len(placed) == len(set(placed)) > 5
    for number, (x, y, width, height) in enumerate(placed):
        for left, top, wide, high in placed[:number]:
            assert x >= left + wide or left >= x + width or y >= top + high or top >= y + height
    for begin, end in re.findall(r'd="M([\d.]+) [\d.]+ C.* ([\d.]+) [\d.]+"', page):
        assert float(begin) < float(end)


def test_markdown_shows_text_as_it_is() -> None:
    page = "".join(markdown(BOOK))
    outside = re.sub(r"```.*?```|`[^`]*`", "", page, flags=re.DOTALL)
    assert "<script>" not in outside
    assert "\\<script\\>" in outside
    assert not re.search(r"(?<!\\)\[a(?<!\\)\]\(b\)", outside)
    assert page.count("[`known`](#known-1)") == 1
    assert '  r0["a/#60;b#62;"]\n  r1["known"]\n  r0 --> r1\n' in page


@pytest.mark.parametrize(
    ("text", "written"),
    [("a ` b", "a \\` b"), ("1. first", "1\\. first"), ("- dash", "\\- dash"), ("two\nlines", "two lines"),
     ("`a|b` | c", "`a\\|b` \\| c"), ("2024-05-01", "2024-05-01"), ("-5", "-5")],
)  # fmt: skip
def test_markdown_makes_nothing_of_what_a_text_holds(text: str, written: str) -> None:
    book_ = Handbook("t", "t", (Section("s", "s", (Paragraph(text),)),))
    assert "".join(markdown(book_)).splitlines()[-1] == written


@pytest.mark.parametrize("name", shipped())
def test_the_links_of_markdown_lead_to_its_anchors(name: str) -> None:
    page = "".join(markdown(book(name)))
    anchors = re.findall(r'<a id="([^"]+)"></a>', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) - set(anchors) == set()


@pytest.mark.parametrize("write", [html, markdown])
def test_a_handbook_has_the_same_bytes_each_time(write: object) -> None:
    assert callable(write)
    assert "".join(write(book("conflict-desk"))) == "".join(write(book("conflict-desk")))

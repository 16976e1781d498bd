"""Cases as files: what is written is read back as it was, whatever the texts hold."""

from __future__ import annotations

from random import Random

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from corrob.model.case import Bearing, Case, Claim, Dated, Evidence, Part, Place, Quantity, Source
from corrob.reading import nodes
from corrob.reading.cases import read_case
from corrob.reading.documents import Document
from corrob.reports.case_files import text
from laws.drawing import law, randoms
from oracle.generate import random_case

CASE = Case(corrob=1, case="story", claims=(Claim(id="c", text="It burned"),))
HOSTILE = [
    "yes", "no", "null", "~", "012", "1:30", "1.10", "0x1f", "2024-01-02", "true", "-", "- a", "a: b", "a:", ": a", "#a",
    "a #b", "{a}", "[a", "a, b", "'", '"', 'say "no"', "it's", "\\", "\\n", "a\nb", "a\n\nb", "a\tb", "!tag", "&a", "*a",
    "%a", "@a", "`a", "|", ">", "?", "? a", "=", "<<", "é", "東京", "😀", "\u00a0", "\u0085", "\u2028", "\ufeff", "\x7f", "\x01",
    "a ", " a", "", " ", "a  b", "…", "a" * 300,
]  # fmt: skip


def again(case: Case) -> Case:
    """Write a case and read it back."""
    read = read_case(Document(text(case).encode(), "f.yaml", 1, "yaml"))
    assert [one for one in read.diagnostics if one.code[0] in "YF"] == []
    assert read.case is not None
    return read.case


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "LOADER", getattr(yaml, request.param))


@law(quick=60, long=600)
@given(randoms())
def test_a_drawn_case_is_read_back_as_it_was_written(rng: Random) -> None:
    case = random_case(rng)
    assert again(case) == case


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_text_is_read_back_as_it_was_written(hostile: str) -> None:
    claim = Claim(id="c", text=hostile, interest={hostile: "for"}, labels={hostile: hostile})
    case = replace(CASE, claims=(claim,), title=hostile, labels={hostile: hostile, "other": hostile})
    assert again(case) == case


@law(quick=150, long=1_000)
@given(st.text(st.characters(codec="utf-8")), st.dictionaries(st.text("ab: '\"#\n{"), st.text()))
def test_any_drawn_text_is_read_back_as_it_was_written(title: str, labels: dict[str, str]) -> None:
    labels = {
        name.encode("utf-8", "replace").decode(): v.encode("utf-8", "replace").decode() for name, v in labels.items()
    }
    case = replace(CASE, title=title, labels=labels)
    assert again(case) == case


@pytest.mark.parametrize("number", [0.0, -0.5, 10.0, 1e6, 1e-7, 1.5e300, 123456789.125])
def test_any_number_is_read_back_as_it_was_written(number: float) -> None:
    claim = Claim(id="c", text="t", quantity=Quantity(op="=", value=number), place=Place(45, -0.5, 1))
    item = Evidence(id="e", source="s", bears=(Bearing(claim="c", stance="supports", value=number),))
    case = Case(corrob=1, case="story", claims=(claim,), sources=(Source(id="s"),), evidence=(item,))
    assert again(case) == case


def test_what_is_dated_or_listed_is_read_back_as_it_was_written() -> None:
    source = Source(id="s", bloc=(Dated("north", "2024-01-02"),), funded_by=("t", "u"))
    claims = (Claim(id="c", text="t", part_of=("d", Part("e", required=True))), *(Claim(id=n, text=n) for n in "de"))
    case = replace(CASE, claims=claims, sources=(source, Source(id="t"), Source(id="u")), exclusive=(("c", "d"),))
    assert again(case) == case


def test_an_entry_stands_on_a_line_and_what_is_as_it_would_be_anyway_is_left_out() -> None:
    item = Evidence(id="e", source="s", bears=(Bearing("c", "supports"),), direct=True)
    case = replace(CASE, sources=(Source(id="s", reliability="B"),), evidence=(item,))
    assert text(case) == (
        "corrob: 1\n"
        "case: story\n"
        "claims:\n"
        "  - {id: c, text: It burned}\n"
        "sources:\n"
        "  - {id: s, reliability: B}\n"
        "evidence:\n"
        "  - {id: e, source: s, bears: [{claim: c, stance: supports}], direct: true}\n"
    )


def test_a_long_entry_stands_on_a_line_a_key() -> None:
    claim = Claim(id="c", text="word " * 20 + "end", note="n: 1", interest={"north side": "for"})
    assert text(replace(CASE, claims=(claim,))).splitlines()[3:] == [
        "  - id: c",
        f"    text: {'word ' * 20}end",
        "    interest: {north side: for}",
        '    note: "n: 1"',
    ]


def test_no_line_of_plain_words_is_wider_than_a_page() -> None:
    claim = Claim(id="c", text="word " * 15 + "end", note="word " * 15 + "end")
    assert max(map(len, text(replace(CASE, claims=(claim,))).splitlines())) <= 100


def test_the_same_case_gives_the_same_bytes() -> None:
    case = random_case(Random(7))
    assert text(case) == text(msgspec.json.decode(msgspec.json.encode(case), type=Case))

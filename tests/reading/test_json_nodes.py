"""JSON as nodes: what is read, and what is refused, each at its place."""

from __future__ import annotations

import pytest

from corrob.diagnostics import Diagnostic, Span
from corrob.model.node import Listing, Mapping, Scalar
from corrob.reading.json_nodes import read_json


def at(line: int, column: int, path: str = "") -> Span:
    return Span("f", line, column, path)


def told(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [str(problem) for problem in read_json(data, "f")[1]]


def test_a_document_becomes_nodes_with_their_places() -> None:
    pairs = (
        (
            Scalar("a", at(1, 2), "quoted"),
            Listing((Scalar("1", at(1, 8), "bare"), Scalar("x", at(2, 2), "quoted")), at(1, 7)),
        ),
        (Scalar("b", at(3, 1), "quoted"), Scalar("null", at(3, 6), "null")),
        (Scalar("c", at(3, 12), "quoted"), Scalar("true", at(3, 16), "bare")),
    )
    assert read_json(b'{"a": [1,\n "x"],\n"b": null, "c":true}', "f") == (Mapping(pairs, at(1, 1)), [])


def test_escapes_are_read() -> None:
    assert read_json(rb'"\u00e9\n\ud83d\ude42"', "f") == (Scalar("é\n🙂", at(1, 1), "quoted"), [])


def test_a_line_of_a_file_knows_its_number_and_its_paths() -> None:
    assert read_json(b'{"a": [true]}', "f", 7, paths=True)[0] == Mapping(
        (
            (
                Scalar("a", at(7, 2), "quoted"),
                Listing((Scalar("true", at(7, 8, "a[0]"), "bare"),), at(7, 7, "a")),
            ),
        ),
        at(7, 1),
    )


@pytest.mark.parametrize("text", ["{}", "[]", "[ ]", "{ }", "-0.5e+3", ' "x" ', "[1, [2, {}]]"])
def test_good_json_is_read(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1, 2", "f:1:6: Y003 a ',' or ']' is asked for [the list begins in line 1, column 1]"),
        ('{"a": 1\n "b": 2}', "f:2:2: Y003 a ',' or '}' is asked for [the mapping begins in line 1, column 1]"),
        ("[1, ]", "f:1:5: Y003 a value is asked for [take out the ',' before ']']"),
        ('{"a": 1,}', "f:1:9: Y003 a key in double quotes is asked for [take out the ',' before '}']"),
        ("{a: 1}", "f:1:2: Y003 a key in double quotes is asked for"),
        ('{"a" 1}', "f:1:6: Y003 a ':' is missing after the key 'a'"),
        ('{"a":', "f:1:6: Y003 a value is asked for"),
        ("[NaN]", "f:1:2: Y003 'NaN' is no value of JSON [text stands in double quotes]"),
        ("[-Infinity]", "f:1:2: Y003 '-Infinity' is no value of JSON [text stands in double quotes]"),
        ("[012]", "f:1:2: Y003 '012' is no value of JSON [text stands in double quotes]"),
        ("['a']", "f:1:2: Y003 ''a'' is no value of JSON [text stands in double quotes]"),
        ('["a', "f:1:2: Y003 a text cannot be read: unterminated string starting at"),
        ('["a\tb"]', "f:1:4: Y003 a text cannot be read: invalid control character at"),
        (r'["\ud800"]', "f:1:2: Y003 an escape gives half a character"),
        ("{} {}", "f:1:4: Y003 there is more after the end of the document [several cases, one a line, are JSONL]"),
    ],
)
def test_broken_syntax_is_refused_where_it_stands(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_bytes_that_are_no_text_are_refused() -> None:
    assert read_json(b'["\xff"]', "f", 3)[1] == [
        Diagnostic(at(3, 3), "Y002", "the byte 0xff is no UTF-8", "save the file as UTF-8")
    ]


def test_deep_nesting_is_one_diagnostic() -> None:
    assert told("[" * 64 + "]" * 64) == []
    assert told("[" * 100_000) == ["f:1:65: Y005 lists and mappings lie more than 64 deep in one another"]


def test_keys_that_stand_twice_are_all_refused() -> None:
    assert told('{"a": 1,\n"a": 2, "b": {"c": 1, "c": 2}}') == [
        "f:2:1: Y006 the key 'a' stands twice; first in line 1 [keep one of them]",
        "f:2:23: Y006 the key 'c' stands twice; first in line 2, column 15 [keep one of them]",
    ]


@pytest.mark.parametrize("text", ["", "  \n", "\ufeff"])
def test_an_empty_document_is_refused(text: str) -> None:
    (line,) = told(text)
    assert line.endswith("Y007 the document is empty")

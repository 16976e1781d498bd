"""YAML as nodes: what is read, and what is refused, each at its place."""

from __future__ import annotations

import time

import pytest
import yaml

from corrob.diagnostics import Span
from corrob.model.node import Listing, Mapping, Node, Scalar
from corrob.reading import nodes
from corrob.reading.nodes import read_yaml


@pytest.fixture(autouse=True, params=["CSafeLoader", "SafeLoader"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "LOADER", getattr(yaml, request.param))


def at(line: int, column: int) -> Span:
    return Span("f", line, column)


def told(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [str(problem) for problem in read_yaml(data, "f")[1]]


def top(text: str) -> Node | None:
    node, problems = read_yaml(text.encode(), "f")
    assert problems == []
    return node


def test_a_document_becomes_nodes_with_their_places() -> None:
    assert top("a: [1, 'x']\nb:\n  c: |\n    y\n") == Mapping(
        (
            (
                Scalar("a", at(1, 1)),
                Listing((Scalar("1", at(1, 5)), Scalar("x", at(1, 8), "quoted")), at(1, 4)),
            ),
            (
                Scalar("b", at(2, 1)),
                Mapping(((Scalar("c", at(3, 3)), Scalar("y\n", at(3, 6), "quoted")),), at(3, 3)),
            ),
        ),
        at(1, 1),
    )


@pytest.mark.parametrize("text", ["NO", "012", "1:30", "1.10", "null", "~", "2024-10-26", "true", "0x1F", "1_000"])
def test_plain_text_stays_what_is_written(text: str) -> None:
    assert top(text) == Scalar(text, at(1, 1))


def test_an_empty_value_is_plain_and_empty_and_stands_where_its_key_does() -> None:
    assert top("a:\nb: 1\n") == Mapping(
        ((Scalar("a", at(1, 1)), Scalar("", at(1, 1))), (Scalar("b", at(2, 1)), Scalar("1", at(2, 4)))), at(1, 1)
    )


def test_a_byte_order_mark_shifts_no_column() -> None:
    assert read_yaml(b"\xef\xbb\xbfa: 1", "f") == read_yaml(b"a: 1", "f")


def test_columns_count_characters() -> None:
    assert top("é🙂: x") == Mapping(((Scalar("é🙂", at(1, 1)), Scalar("x", at(1, 5))),), at(1, 1))


def test_bytes_that_are_no_text_are_refused() -> None:
    assert told(b"a: 1\nb: \xff") == ["f:2:4: Y002 the byte 0xff is no UTF-8 [save the file as UTF-8]"]


@pytest.mark.parametrize(
    ("character", "name"), [("\x00", "0000"), ("\x1b", "001B"), ("\x85", "0085"), ("\u2028", "2028")]
)
def test_a_control_character_is_refused(character: str, name: str) -> None:
    hint = "take it out, or write it as an escape in double quotes"
    assert told(f"a: 1\nb: x{character}") == [f"f:2:5: Y003 the character U+{name} cannot stand in YAML [{hint}]"]


def test_half_a_character_is_refused() -> None:
    assert [line.partition(" ")[2][:4] for line in told('a: "\\ud800"')] == ["Y003"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "f:1:5: Y003 a ': ' stands where no key can begin [put text that holds ': ' in quotes]"),
        ('a: "x', "f:1:6: Y003 a quote is not closed"),
        ("a:\n\tb: 1", "f:2:1: Y003 a tab stands in the indentation [indent with spaces]"),
        ("a: @x", "f:1:4: Y003 text cannot begin with this character [put the text in quotes]"),
        ("a: - b", "f:1:4: Y003 a '- ' stands where no list can begin [begin the list on a new line]"),
        ("a: ]", "f:1:4: Y003 a bracket or a comma stands where a value is asked for [put the text in quotes]"),
        ("a: *", "f:1:5: Y003 a '&' or '*' stands where text begins [put the text in quotes]"),
    ],
)
def test_broken_syntax_is_said_in_plain_words(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [("a:\n  b: 1\n c: 2", "f:3:2"), ("- a\nb: 1", "f:2:1"), ('a: "b" c', "f:1:8"), ("a: 1\n}", "f:2:1")],
)
def test_wrong_indentation_is_refused_where_it_stands(text: str, place: str) -> None:
    (line,) = told(text)
    assert line.startswith(f"{place}: Y003 the text does not fit the ")
    assert line.endswith("[check the indentation and the quotes]")


@pytest.mark.parametrize(("text", "what"), [("a: [1, 2", "a list in brackets"), ("a: {b: 1", "a mapping in braces")])
def test_what_is_not_closed_is_refused(text: str, what: str) -> None:
    (line,) = told(text)
    assert f"Y003 {what} is not closed, or a comma is missing" in line


def test_every_feature_left_out_is_refused_at_its_place() -> None:
    assert told("a: &x 1\nb: *x\n<<: {c: 1}\nd: !!int 3\n---\ne: 1\n") == [
        "f:1:4: Y004 an anchor ('&…') [leave it out; put text that begins so in quotes]",
        "f:2:4: Y004 an alias ('*x') [write the value out; put text that begins with '*' in quotes]",
        "f:3:1: Y004 a merge key ('<<') [write the keys out]",
        "f:4:4: Y004 a tag ('!…') [leave it out; put text that begins so in quotes]",
        "f:5:1: Y004 a second document ('---') [one file holds one document]",
    ]


def test_a_tag_that_nobody_declared_is_a_tag() -> None:
    assert told("a: !x!y b") == ["f:1:4: Y004 a tag ('!…') [leave it out; put text that begins with '!' in quotes]"]


def test_text_after_the_end_is_a_second_document() -> None:
    assert told("a: 1\n...\nb: 1") == ["f:3:1: Y004 a second document ('...') [one file holds one document]"]


def test_a_quoted_merge_key_is_a_key() -> None:
    assert top("'<<': 1") == Mapping(((Scalar("<<", at(1, 1), "quoted"), Scalar("1", at(1, 7))),), at(1, 1))


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "? " * 100_000])
def test_deep_nesting_is_one_diagnostic_and_quick(text: str) -> None:
    begun = time.process_time()
    node, problems = read_yaml(text.encode(), "f")
    assert (node, [problem.code for problem in problems]) == (None, ["Y005"])
    assert time.process_time() - begun < 1


def test_sixty_four_levels_are_read() -> None:
    assert told("[" * 64 + "]" * 64) == []
    assert told("[" * 65 + "]" * 65) == ["f:1:65: Y005 lists and mappings lie more than 64 deep in one another"]


def test_a_key_that_stands_twice_is_refused_and_the_first_is_kept() -> None:
    node, problems = read_yaml(b"a: 1\nb: 2\na: 3\n", "f")
    pairs = ((Scalar("a", at(1, 1)), Scalar("1", at(1, 4))), (Scalar("b", at(2, 1)), Scalar("2", at(2, 4))))
    assert node == Mapping(pairs, at(1, 1))
    assert list(map(str, problems)) == ["f:3:1: Y006 the key 'a' stands twice; first in line 1 [keep one of them]"]


def test_of_two_keys_in_one_line_the_column_is_told() -> None:
    assert told("{a: 1, a: 2}") == [
        "f:1:8: Y006 the key 'a' stands twice; first in line 1, column 2 [keep one of them]"
    ]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "\n\n"])
def test_an_empty_document_is_refused(text: str) -> None:
    (line,) = told(text)
    assert line.endswith("Y007 the document is empty")


def test_a_key_that_is_no_text_is_refused() -> None:
    assert told("? [a]\n: 1\nb: 2") == ["f:1:3: F003 a key is a list or a mapping [keys are text]"]


def test_a_key_that_was_refused_is_not_read_and_not_refused_again() -> None:
    node, faults = read_yaml(b"a: &x k\n*x : 1\nb: 2\n*x : 3\n", "a.yaml")
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.pairs] == ["a", "b"]
    assert [(fault.span.line, fault.code) for fault in faults] == [(1, "Y004"), (2, "Y004"), (4, "Y004")]


@pytest.mark.parametrize(
    "text", ["%YAML 1.2\n---\na: 1\n", "%YAML 3.0\n---\na: 1\n", "%YAML 1.1\n%YAML 1.1\n---\na: 1\n"]
)
def test_a_directive_is_refused_whether_or_not_the_parser_understands_it(text: str) -> None:
    faults = read_yaml(text.encode(), "a.yaml")[1]
    assert [(fault.code, fault.message) for fault in faults] == [("Y004", "a directive ('%…')")]

"""Nodes as values of a type: all problems at once, and always a value."""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec
import pytest
from msgspec import Meta, Struct

from corrob.diagnostics import Span
from corrob.model.case import Case
from corrob.model.node import Mapping, Node, Scalar, place
from corrob.reading.decode import decode, decode_kept
from corrob.reading.json_nodes import read_json
from corrob.reading.nodes import read_yaml

T = TypeVar("T")
Name = Annotated[str, Meta(extra={"form": "id"})]


class Leaf(Struct, frozen=True):
    name: Name
    size: Annotated[float, Meta(ge=0, le=9)] = 1.0


class Dated(Struct, Generic[T], frozen=True):
    value: T
    known: Annotated[str, Meta(extra={"form": "day"})]


class Tree(Struct, frozen=True, rename={"from_": "from"}):
    name: Name
    version: Literal[1] = 1
    kind: Literal["oak", "elm"] = "oak"
    count: int = 0
    tall: bool = False
    from_: Name = ""
    names: Name | tuple[Name, ...] = ()
    parts: tuple[Name | Leaf, ...] = ()
    best: Leaf | tuple[Dated[Leaf], ...] | None = None
    leaves: Annotated[tuple[Leaf, ...], Meta(min_length=1)] = ()
    marks: dict[str, Literal["a", "b"]] = {}
    raw: Node | None = None
    raws: tuple[Node, ...] = ()
    level: float | str = 0.0


def yaml(text: str, kind: type[Any] = Tree) -> tuple[Any, list[str]]:
    node, problems = read_yaml(text.encode(), "f")
    assert node is not None
    assert problems == []
    value, found = decode(node, kind)
    return value, list(map(str, found))


def json(text: str, kind: type[Any] = Tree) -> tuple[Any, list[str]]:
    node, problems = read_json(text.encode(), "f")
    assert node is not None
    assert problems == []
    value, found = decode(node, kind)
    return value, list(map(str, found))


def test_every_shape_is_read() -> None:
    text = (
        "{name: n, version: 1, kind: elm, count: 3, tall: yes, from: f, names: [a, b], parts: [a, {name: l}],"
        " best: [{value: {name: l, size: 2}, known: 2024-10-26}], leaves: [{name: m}], marks: {x: a}, level: high}"
    )
    assert yaml(text) == (
        Tree(
            name="n", version=1, kind="elm", count=3, tall=True, from_="f", names=("a", "b"), parts=("a", Leaf("l")),
            best=(Dated(Leaf("l", 2.0), "2024-10-26"),), leaves=(Leaf("m"),), marks={"x": "a"}, level="high",
        ),
        [],
    )  # fmt: skip


def test_a_union_is_read_by_the_shape_of_the_node() -> None:
    assert yaml("{name: n, names: a, best: {name: l}, level: 2}") == (
        Tree(name="n", names="a", best=Leaf("l"), level=2.0),
        [],
    )


def test_a_field_of_nodes_takes_them_as_they_are() -> None:
    value, problems = yaml("{name: n, raw: {a: !x 1}, raws: [2]}".replace("!x ", ""))
    key, one, two = Scalar("a", Span("f", 1, 17)), Scalar("1", Span("f", 1, 20)), Scalar("2", Span("f", 1, 31))
    assert (value.raw, value.raws, problems) == (Mapping(((key, one),), Span("f", 1, 16)), (two,), [])


def test_plain_words_of_yaml_are_text_where_text_is_asked_for() -> None:
    assert [yaml(f"name: {text}")[0].name for text in ("NO", "012", "1.10", "null", "~", "true")] == [
        "NO", "012", "1.10", "null", "~", "true",
    ]  # fmt: skip


def test_null_of_json_is_the_key_left_out() -> None:
    assert json('{"name": "n", "count": null, "best": null, "marks": {"x": null}}') == (Tree("n"), [])
    assert json('{"name": null}') == (Tree(""), ["f:1:1: F002 the key 'name' is missing"])


def test_quoted_empty_text_is_as_good_as_none() -> None:
    assert yaml("{name: n, from: ''}") == (Tree("n"), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cuont: 1", "f:2:1: F001 the key 'cuont' is not known here [did you mean 'count'?]"),
        ("count: x", "f:2:8: F005 'x' is no number [write it as 1200, -3.5 or 1e6]"),
        ("count: 1.5", "f:2:8: F005 1.5 is no whole number"),
        ("count: '1'", "f:2:8: F005 a number is asked for, not text in quotes [remove the quotes]"),
        ("count: [1]", "f:2:8: F003 a number is asked for, not a list"),
        ("tall: True", "f:2:7: F006 'True' is neither true nor false [write true]"),
        ("tall: 'yes'", "f:2:7: F006 true or false is asked for, not text in quotes [remove the quotes]"),
        ("tall: {}", "f:2:7: F003 true or false is asked for, not a mapping"),
        ("kind: elk", "f:2:7: F004 'elk' is not known here; expected elm, oak [did you mean 'elm'?]"),
        ("kind: [elm]", "f:2:7: F003 one of elm, oak is asked for, not a list"),
        ("version: 2", "f:2:10: F004 '2' is not known here; expected 1"),
        ("version: '1'", "f:2:10: F004 '1' is not known here; expected 1 [remove the quotes]"),
        ("names: {a: b}", "f:2:8: F003 text or a list is asked for, not a mapping"),
        ("leaves: []", "f:2:9: F005 the list needs at least 1, and has 0"),
        ("leaves: x", "f:2:9: F003 a list is asked for, not 'x' [write it in brackets: [x]]"),
        ("marks: [a]", "f:2:8: F003 a mapping is asked for, not a list"),
        ("marks: {x: c}", "f:2:12: F004 'c' is not known here; expected a, b"),
        ("best: x", "f:2:7: F003 a mapping or a list is asked for, not 'x'"),
        ("best: {name: l, size: 10}", "f:2:23: F005 10 is more than 9"),
        ("best: {name: l, size: -1}", "f:2:23: F005 -1 is less than 0"),
        (
            "best: [{value: {name: l}, known: 26.10.}]",
            "f:2:34: F007 '26.10.' is no ISO 8601 date [write 2024-10-26 or 2024-10-26T14:00:00Z]",
        ),
        ("from: ' x'", "f:2:7: F010 the id ' x' has spaces at its ends [take them out]"),
        ("from:", "f:2:1: F009 the value is empty [leave the key out or fill it in]"),
        ("leaves:", "f:2:1: F009 the value is empty [leave the key out or fill it in]"),
        ("parts: [{size: 1}]", "f:2:9: F002 the key 'name' is missing"),
        ("parts: [[]]", "f:2:9: F003 text or a mapping is asked for, not a list"),
    ],
)
def test_a_field_that_does_not_fit_is_refused_at_its_place(text: str, expected: str) -> None:
    value, problems = yaml(f"name: n\n{text}")
    assert (value.name, problems) == ("n", [expected])


def test_the_key_that_is_far_from_all_is_told_what_is_known() -> None:
    assert yaml("{name: n, zzz: 1}", Leaf)[1] == [
        "f:1:11: F001 the key 'zzz' is not known here [known keys: name, size]"
    ]


def test_a_number_of_json_is_no_text_but_stays_known() -> None:
    assert json('{"name": 5, "tall": true, "kind": 1}') == (
        Tree("5", tall=True),
        [
            "f:1:10: F003 text is asked for, not 5 [put it in quotes]",
            "f:1:35: F004 '1' is not known here; expected elm, oak",
        ],
    )


def test_all_problems_are_told_at_once_and_a_value_is_built() -> None:
    assert yaml("nme: n\ncount: x\nparts: [a, [], b]\nbest: {size: y}\n") == (
        Tree("", parts=("a", "b"), best=Leaf("")),
        [
            "f:1:1: F001 the key 'nme' is not known here [did you mean 'name'?]",
            "f:1:1: F002 the key 'name' is missing",
            "f:2:8: F005 'x' is no number [write it as 1200, -3.5 or 1e6]",
            "f:3:12: F003 text or a mapping is asked for, not a list",
            "f:4:7: F002 the key 'name' is missing",
            "f:4:14: F005 'y' is no number [write it as 1200, -3.5 or 1e6]",
        ],
    )


def test_a_document_of_the_wrong_shape_gives_placeholders() -> None:
    assert yaml("- a", Case)[0] == Case(corrob=0, case="", claims=())  # type: ignore[arg-type]
    assert [line[:10] for line in yaml("- a", Case)[1]] == ["f:1:1: F00"]


def test_what_the_parser_refused_is_not_refused_again() -> None:
    node, problems = read_yaml(b"name: &n x\ncount: *n\nleaves: *n\n", "f")
    assert node is not None
    assert [problem.code for problem in problems] == ["Y004"] * 3
    assert decode(node, Tree) == (Tree("x"), [])


def test_paths_hold_in_the_node_without_the_dropped_entries() -> None:
    node, _ = read_yaml(b"{name: n, parts: [a, [], b]}", "f")
    assert node is not None
    value, _, kept = decode_kept(node, Tree)
    assert value.parts == ("a", "b")
    assert place(kept, ("parts", 1)) == Span("f", 1, 26)


def test_a_value_written_as_json_is_read_as_msgspec_reads_it() -> None:
    tree = Tree("n", kind="elm", count=3, tall=True, names=("a",), best=Leaf("l", 2.5), leaves=(Leaf("m"),))
    assert json(msgspec.json.encode(tree).decode()) == (tree, [])

"""The JSON Schema and the reference page of a type."""

from __future__ import annotations

import json
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest
from jsonschema import Draft7Validator
from msgspec import Meta, Struct

from corrob.model.case import Case, Register
from corrob.model.node import Node
from corrob.reading.schema import reference, schema

T = TypeVar("T")


class Dated(Struct, Generic[T], frozen=True, forbid_unknown_fields=True):
    """A value with its day."""

    value: T
    known: Annotated[str, Meta(description="Since when.", examples=["2024-10-26"], extra={"form": "day"})]


class Leaf(Struct, frozen=True, forbid_unknown_fields=True):
    """What grows on a tree."""

    size: Annotated[float, Meta(ge=0, le=9, description="In cm.")]
    kind: Literal["a", "b"] = "a"


class Tree(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """What stands in a wood."""

    from_: Annotated[str | tuple[str, ...], Meta(description="Whence.")] = ()
    best: Annotated[Leaf | None, Meta(description="The best.")] = None
    tall: bool | tuple[Dated[bool], ...] = False
    parts: tuple[str | Leaf, ...] = ()
    marks: dict[str, int] = {}
    raw: Node | None = None


def test_a_schema_is_of_draft_7_without_null() -> None:
    number = {"description": "In cm.", "type": "number", "minimum": 0, "maximum": 9}
    dated = {
        "title": "Dated",
        "description": "A value with its day.",
        "type": "object",
        "properties": {
            "value": {"type": "boolean"},
            "known": {"description": "Since when.", "examples": ["2024-10-26"], "type": "string"},
        },
        "required": ["value", "known"],
        "additionalProperties": False,
    }
    texts = {"type": "array", "items": {"type": "string"}}
    leaf = {"$ref": "#/definitions/Leaf"}
    assert schema(Tree) == {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$ref": "#/definitions/Tree",
        "definitions": {
            "Leaf": {
                "title": "Leaf",
                "description": "What grows on a tree.",
                "type": "object",
                "properties": {"size": number, "kind": {"enum": ["a", "b"], "default": "a"}},
                "required": ["size"],
                "additionalProperties": False,
            },
            "Tree": {
                "title": "Tree",
                "description": "What stands in a wood.",
                "type": "object",
                "properties": {
                    "from": {
                        "if": {"type": "array"},
                        "then": texts,
                        "else": {"type": "string"},
                        "description": "Whence.",
                        "default": [],
                    },
                    "best": {"allOf": [leaf], "description": "The best."},
                    "tall": {
                        "if": {"type": "array"},
                        "then": {"type": "array", "items": dated},
                        "else": {"type": "boolean"},
                        "default": False,
                    },
                    "parts": {
                        "type": "array",
                        "items": {"if": {"type": "object"}, "then": leaf, "else": {"type": "string"}},
                        "default": [],
                    },
                    "marks": {"type": "object", "additionalProperties": {"type": "integer"}, "default": {}},
                    "raw": {},
                },
                "required": [],
                "additionalProperties": False,
            },
        },
    }


@pytest.mark.parametrize("kind", [Case, Register])
def test_the_formats_have_a_schema_that_is_one(kind: type) -> None:
    made = schema(kind)
    Draft7Validator.check_schema(made)
    text = json.dumps(made)
    assert [word for word in ("prefixItems", "null", "$defs", "Annotated") if word in text] == []


def errors(document: Any) -> list[str]:
    return [error.json_path for error in Draft7Validator(schema(Case)).iter_errors(document)]


def test_the_schema_of_cases_takes_a_case_and_refuses_what_is_none() -> None:
    claim: dict[str, object] = {"id": "c", "text": "t"}
    assert errors({"corrob": 1, "case": "k", "claims": [claim]}) == []
    assert errors({"corrob": 1, "case": "k", "claims": [claim | {"kind": "x"}]}) == ["$.claims[0].kind"]
    assert errors({"corrob": 2, "case": "k", "claims": []}) == ["$.corrob", "$.claims"]


def test_a_reference_page_has_a_table_for_each_struct() -> None:
    assert reference(Tree) == (
        "## Tree\n\nWhat stands in a wood.\n\n| field | type | default | meaning |\n|---|---|---|---|\n"
        "| `from` | text, or list of text |  | Whence. |\n"
        "| `best` | [Leaf](#leaf) |  | The best. |\n"
        "| `tall` | true or false, or list of [Dated](#dated) of the same | `false` |  |\n"
        "| `parts` | list of (text, or [Leaf](#leaf)) |  |  |\n"
        "| `marks` | map from text to whole number |  |  |\n"
        "| `raw` | anything |  |  |\n"
        "\n## Leaf\n\nWhat grows on a tree.\n\n| field | type | default | meaning |\n|---|---|---|---|\n"
        "| `size` | number from 0 to 9 | required | In cm. |\n"
        '| `kind` | `a`, `b` | `"a"` |  |\n'
        "\n## Dated\n\nA value with its day.\n\n| field | type | default | meaning |\n|---|---|---|---|\n"
        "| `value` | anything | required |  |\n"
        "| `known` | day | required | Since when. |\n"
    )


class Strange(Struct):
    """Holds what no format has."""

    number: complex


def test_a_type_that_no_format_has_is_a_fault_of_the_declaration() -> None:
    with pytest.raises(TypeError, match="complex"):
        schema(Strange)

"""A node and a type go in; a value of that type comes out, always, and every problem on the way to it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, Final, TypeVar, cast

import msgspec.inspect as info

from corrob.diagnostics import Diagnostic, Span, did_you_mean
from corrob.model.node import Listing, Mapping, Node, Scalar
from corrob.reading.forms import FORMS, Refusal, boolean, number, whole
from corrob.reading.texts import short

T = TypeVar("T")
_LEFT_OUT: Final = object()
"""What stands for a value that could not be read: its field takes its default, its list drops it."""

HINTS: Final = 100
"""After so many problems of a document, nobody looks for near words any more: that would take longer than reading."""

_LISTS: Final = (info.VarTupleType, info.ListType)
_MAPPINGS: Final = (info.StructType, info.DictType)


def decode(node: Node, kind: type[T]) -> tuple[T, list[Diagnostic]]:
    """Read a node as a type: any that msgspec knows and `_READ` lists, and `Node`, which takes the node as it is."""
    value, problems, _ = decode_kept(node, kind)
    return value, problems


def decode_kept(node: Node, kind: type[T]) -> tuple[T, list[Diagnostic], Node]:
    """Read a node as a type; give the node too, without the list entries that were dropped, so that paths hold."""
    reader = _Reader()
    declared = type_of(cast("Hashable", kind))
    value = reader.read(node, declared)
    kept = _without(node, {id(item) for item in reader.dropped}) if reader.dropped else node
    return cast("T", _blank(declared, node) if value is _LEFT_OUT else value), sorted(reader.problems), kept


def _without(node: Node, dropped: set[int]) -> Node:
    if isinstance(node, Mapping):
        return Mapping(tuple((key, _without(value, dropped)) for key, value in node.pairs), node.span)
    if isinstance(node, Listing):
        kept = (item for item in node.items if id(item) not in dropped)
        return Listing(tuple(_without(item, dropped) for item in kept), node.span)
    return node


@cache
def type_of(kind: Hashable) -> info.Type:
    """Give msgspec's account of a type."""
    return info.type_info(kind)


def bare(declared: info.Type) -> info.Type:
    """Give a type without its notes."""
    return bare(declared.type) if isinstance(declared, info.Metadata) else declared


def form_of(declared: info.Type) -> str:
    """Give the name of the form that a type asks for, or ''."""
    return str((declared.extra or {}).get("form", "")) if isinstance(declared, info.Metadata) else ""


def meaning(field: info.Field) -> str:
    """Give the sentence that says what a field means, or ''."""
    notes = field.type.extra_json_schema if isinstance(field.type, info.Metadata) else None
    return str((notes or {}).get("description", ""))


class _Reader:
    """Reads values by their types, and gathers the problems."""

    def __init__(self, told: int = 0) -> None:
        self.problems: list[Diagnostic] = []
        self.dropped: list[Node] = []
        self._told = told

    def read(self, node: Node, declared: info.Type) -> Any:  # noqa: ANN401 - the type is known while running only
        """Read a node as a type, or give `_LEFT_OUT`."""
        plain = bare(declared)
        if isinstance(plain, info.CustomType):
            return node
        if isinstance(node, Scalar):
            if node.style == "unread":
                return _blank(declared, node)
            if not node.text and node.style == "plain":
                return self.refuse(node.span, "F009", "the value is empty", "leave the key out or fill it in")
        value = _READ[type(plain)](self, node, plain)
        return self._formed(node, form_of(declared), value)

    def text(self, node: Node, _: info.Type) -> Any:  # noqa: ANN401
        """Read text; a number of JSON is refused, but kept, so that an id stays known."""
        if not isinstance(node, Scalar) or node.style == "null":
            return self.misshapen(node, "text")
        if node.style == "bare":
            self.refuse(node.span, "F003", f"text is asked for, not {short(node.text)}", "put it in quotes")
        return node.text

    def number(self, node: Node, declared: info.Type) -> Any:  # noqa: ANN401
        """Read a number within its bounds."""
        bounded = cast("info.IntType | info.FloatType", declared)
        value = self._unquoted(node, whole if isinstance(bounded, info.IntType) else number, "F005", "a number")
        broken = None if value is _LEFT_OUT else _beyond(value, bounded)
        return self.refuse(node.span, "F005", f"{value:g} is {broken}") if broken else value

    def boolean(self, node: Node, _: info.Type) -> Any:  # noqa: ANN401
        """Read true or false."""
        return self._unquoted(node, boolean, "F006", "true or false")

    def word(self, node: Node, declared: info.Type) -> Any:  # noqa: ANN401
        """Read one of the words, or whole numbers, that a field knows."""
        known = cast("info.LiteralType", declared).values
        expected = ", ".join(str(value) for value in known)
        if not isinstance(node, Scalar) or node.style == "null":
            return self.misshapen(node, f"one of {expected}" if len(known) > 1 else expected)
        numbers = node.style != "quoted"
        words = {str(value): value for value in known if isinstance(value, int) == numbers or node.style == "plain"}
        if node.text in words:
            return words[node.text]
        hint = self._near(node.text, words) or ("remove the quotes" if node.text in map(str, known) else "")
        return self.refuse(node.span, "F004", f"'{short(node.text)}' is not known here; expected {expected}", hint)

    def listing(self, node: Node, declared: info.Type) -> Any:  # noqa: ANN401
        """Read a list; what cannot be read of it is dropped."""
        kind = cast("info.VarTupleType | info.ListType", declared)
        if not isinstance(node, Listing):
            hint = f"write it in brackets: [{short(node.text)}]" if isinstance(node, Scalar) and node.text else ""
            return self.misshapen(node, "a list", hint)
        if len(node.items) < (kind.min_length or 0):
            self.refuse(node.span, "F005", f"the list needs at least {kind.min_length}, and has {len(node.items)}")
        items = [self.read(item, kind.item_type) for item in node.items]
        self.dropped += [item for item, value in zip(node.items, items, strict=True) if value is _LEFT_OUT]
        kept = [value for value in items if value is not _LEFT_OUT]
        return tuple(kept) if isinstance(kind, info.VarTupleType) else kept

    def table(self, node: Node, declared: info.Type) -> Any:  # noqa: ANN401
        """Read a mapping whose keys are free."""
        kind = cast("info.DictType", declared)
        if not isinstance(node, Mapping):
            return self.misshapen(node, "a mapping")
        pairs = [(self.read(key, kind.key_type), self.read(value, kind.value_type)) for key, value in _given(node)]
        return {key: value for key, value in pairs if key is not _LEFT_OUT and value is not _LEFT_OUT}

    def struct(self, node: Node, declared: info.Type) -> Any:  # noqa: ANN401
        """Read a mapping with its declared keys; it is built whatever is wrong in it."""
        kind = cast("info.StructType", declared)
        if not isinstance(node, Mapping):
            return self.misshapen(node, "a mapping", f"its keys are {', '.join(f.encode_name for f in kind.fields)}")
        fields = {field.encode_name: field for field in kind.fields}
        given = {key.text for key, _ in node.pairs}
        values: dict[str, Any] = {}
        for key, value in _given(node):
            if key.text in fields:
                values[fields[key.text].name] = self._field(value, fields[key.text])
            else:
                self._unknown(key, fields, given)
        self._missing(node, kind)
        return _built(kind, {name: value for name, value in values.items() if value is not _LEFT_OUT}, node)

    def union(self, node: Node, declared: info.Type) -> Any:  # noqa: ANN401
        """Read a node as the one type that its shape allows; of several single values, as the first that fits."""
        options = _fitting(node, cast("info.UnionType", declared))
        if not options:
            return self.misshapen(node, _shapes(cast("info.UnionType", declared)))
        for option in options:
            trial = _Reader(self._told + len(self.problems))
            value = trial.read(node, option)
            if not trial.problems:
                break
        self.problems += trial.problems
        self.dropped += trial.dropped
        return value

    def misshapen(self, node: Node, asked: str, hint: str = "") -> object:
        """Refuse a node whose shape is not the one asked for."""
        self.refuse(node.span, "F003", f"{asked} is asked for, not {_shape(node)}", hint)
        return _LEFT_OUT

    def refuse(self, span: Span, code: str, message: str, hint: str = "") -> object:
        """Take down a problem; give what stands for the value."""
        self.problems.append(Diagnostic(span, code, message, hint))
        return _LEFT_OUT

    def _field(self, node: Node, field: info.Field) -> Any:  # noqa: ANN401
        """Read a field; quoted empty text is as good as none where that is the default."""
        if isinstance(node, Scalar) and (node.style, node.text, field.default) == ("quoted", "", ""):
            return ""
        return self.read(node, field.type)

    def _formed(self, node: Node, form: str, value: Any) -> Any:  # noqa: ANN401
        refusal = FORMS[form](value) if form and isinstance(value, str) else None
        return self.refuse(node.span, *refusal) if refusal else value

    def _unquoted(self, node: Node, read: Callable[[str], Any], code: str, asked: str) -> Any:  # noqa: ANN401
        if not isinstance(node, Scalar) or node.style == "null":
            return self.misshapen(node, asked)
        value: object | Refusal = read(node.text)
        if isinstance(value, tuple):
            return self.refuse(node.span, *value)
        if node.style == "quoted":
            return self.refuse(node.span, code, f"{asked} is asked for, not text in quotes", "remove the quotes")
        return value

    def _near(self, word: str, known: Iterable[str]) -> str:
        """Look for what was meant, as long as that does not take all day."""
        return did_you_mean(word, known) if self._told + len(self.problems) < HINTS else ""

    def _unknown(self, key: Scalar, fields: dict[str, info.Field], given: AbstractSet[str]) -> None:
        free = [name for name in fields if name not in given]
        hint = self._near(key.text, free) or f"known keys: {', '.join(fields)}"
        self.refuse(key.span, "F001", f"the key '{short(key.text)}' is not known here", hint)

    def _missing(self, node: Mapping, kind: info.StructType) -> None:
        given = {key.text for key, _ in _given(node)}
        for field in kind.fields:
            if field.required and field.encode_name not in given:
                self.refuse(node.span, "F002", f"the key '{field.encode_name}' is missing", meaning(field))


_READ: Final[dict[type[info.Type], Callable[[_Reader, Node, info.Type], Any]]] = {
    info.StrType: _Reader.text,
    info.IntType: _Reader.number,
    info.FloatType: _Reader.number,
    info.BoolType: _Reader.boolean,
    info.LiteralType: _Reader.word,
    info.VarTupleType: _Reader.listing,
    info.ListType: _Reader.listing,
    info.DictType: _Reader.table,
    info.StructType: _Reader.struct,
    info.UnionType: _Reader.union,
}
"""How each type is read."""

_EMPTY: Final[dict[type[info.Type], Callable[[], Any]]] = {
    info.StrType: str,
    info.IntType: int,
    info.FloatType: float,
    info.BoolType: bool,
    info.VarTupleType: tuple,
    info.ListType: list,
    info.DictType: dict,
    info.NoneType: lambda: None,
}


def _blank(declared: info.Type, node: Node) -> Any:  # noqa: ANN401
    """Give the placeholder of a type, for a required value that is missing or could not be read."""
    kind = bare(declared)
    if isinstance(kind, info.CustomType):
        return node
    if isinstance(kind, info.UnionType):
        return _blank(kind.types[0], node)
    if isinstance(kind, info.LiteralType):
        return "" if isinstance(kind.values[0], str) else 0
    return _built(kind, {}, node) if isinstance(kind, info.StructType) else _EMPTY[type(kind)]()


def _built(kind: info.StructType, values: dict[str, Any], node: Node) -> Any:  # noqa: ANN401
    lacking = (field for field in kind.fields if field.required and field.name not in values)
    make: Any = kind.cls
    return make(**values, **{field.name: _blank(field.type, node) for field in lacking})


def _given(node: Mapping) -> Iterator[tuple[Scalar, Node]]:
    """Give the pairs of a mapping that say something: JSON's null is the key left out."""
    return ((key, value) for key, value in node.pairs if not (isinstance(value, Scalar) and value.style == "null"))


def _fitting(node: Node, union: info.UnionType) -> list[info.Type]:
    """Give the options of a union that can read a node of this shape, the narrowest first."""
    shapes: tuple[type[info.Type], ...] = _LISTS if isinstance(node, Listing) else _MAPPINGS
    if isinstance(node, Scalar):
        shapes = (info.BoolType, info.IntType, info.FloatType, info.LiteralType, info.StrType)
    options = [option for shape in shapes for option in union.types if isinstance(bare(option), shape)]
    return options or [option for option in union.types if isinstance(bare(option), info.CustomType)]


_NAMES: Final[dict[type[info.Type], str]] = {
    info.StrType: "text",
    info.LiteralType: "a word",
    info.IntType: "a number",
    info.FloatType: "a number",
    info.BoolType: "true or false",
    **dict.fromkeys(_LISTS, "a list"),
    **dict.fromkeys(_MAPPINGS, "a mapping"),
}


def _shapes(union: info.UnionType) -> str:
    return " or ".join(dict.fromkeys(_NAMES[kind] for kind in map(type, map(bare, union.types)) if kind in _NAMES))


def _shape(node: Node) -> str:
    if isinstance(node, Scalar):
        return {"null": "null", "quoted": "text"}.get(node.style, f"'{short(node.text)}'")
    return "a list" if isinstance(node, Listing) else "a mapping"


def _beyond(value: float, kind: info.IntType | info.FloatType) -> str:
    """Tell the bound that a number breaks, or ''."""
    bounds = (
        (kind.ge, "less than {:g}", float.__ge__),
        (kind.gt, "not more than {:g}", float.__gt__),
        (kind.le, "more than {:g}", float.__le__),
        (kind.lt, "not less than {:g}", float.__lt__),
    )
    broken = (words.format(end) for end, words, holds in bounds if end is not None and not holds(float(value), end))
    return next(broken, "")

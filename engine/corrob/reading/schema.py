"""A type of the formats goes in; its JSON Schema (draft 7) or its reference page comes out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, Final, cast, get_origin

import msgspec
import msgspec.inspect as info

from corrob.model.node import Node
from corrob.reading.decode import bare, form_of, meaning, type_of

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_DEFINITIONS: Final = "#/definitions/"
_ANYTHING: Final = ("$comment", "anything")
_IDLE: Final = (_ANYTHING, ("default", None))


def schema(kind: type) -> dict[str, Any]:
    """Give the JSON Schema of a type for editors: no null, which means the key left out, and anything for a node."""
    (top,), parts = msgspec.json.schema_components([kind], schema_hook=_hook, ref_template=_DEFINITIONS + "{name}")
    definitions = {name: _simple(part, parts) for name, part in sorted(parts.items()) if not _generic(name)}
    return {"$schema": DRAFT, **top, "definitions": definitions}


def _hook(kind: type) -> dict[str, Any]:
    if kind is Node:
        return dict([_ANYTHING])
    raise NotImplementedError(kind)


def _generic(name: str) -> bool:
    """Whether a definition is that of a generic type, whose name is no name: it is written out where it is used."""
    return "_" in name


def _simple(part: Any, parts: dict[str, Any]) -> Any:  # noqa: ANN401 - a schema is any JSON
    """Take null out of a part of a schema, and what draft 7 does not read: anything beside a reference."""
    if isinstance(part, list | tuple):
        return [_simple(item, parts) for item in part]
    if not isinstance(part, dict):
        return part
    name = str(part.get("$ref", "")).removeprefix(_DEFINITIONS)
    if _generic(name):
        return _simple(parts[name] | {"title": parts[name]["title"].partition("[")[0]}, parts)
    kept = {key: _simple(value, parts) for key, value in part.items() if (key, value) not in _IDLE}
    options = [option for option in kept.pop("anyOf", []) if option != {"type": "null"}]
    whole = {**(options[0] if len(options) == 1 else _either(options)), **kept}
    return {"allOf": [{"$ref": whole.pop("$ref")}], **whole} if len(whole) > 1 and "$ref" in whole else whole


def _either(options: list[dict[str, Any]]) -> dict[str, Any]:
    """Let the type of a value choose among options: an editor then tells the one error, not one for each option."""
    kinds = [_kind(option) for option in options]
    if not options:
        return {}
    if len(set(kinds) - {""}) < len(options):
        return {"anyOf": options}
    made = options[0]
    for kind, option in zip(kinds[1:], options[1:], strict=True):
        made = {"if": {"type": kind}, "then": option, "else": made}
    return made


def _kind(option: dict[str, Any]) -> str:
    """Give the type that an option is of, '' where that is not plain."""
    kind = "object" if "$ref" in option or "allOf" in option else option.get("type", "")
    return kind if isinstance(kind, str) else ""


def reference(kind: type) -> str:
    """Give the reference page of a type in Markdown: one table for each of its structs."""
    structs: dict[str, info.StructType] = {}
    _gather(type_of(cast("Hashable", kind)), structs)
    return "\n".join(line for name, struct in structs.items() for line in _section(name, struct))


def _gather(declared: info.Type, structs: dict[str, info.StructType]) -> None:
    plain = bare(declared)
    if isinstance(plain, info.StructType) and _name(plain) not in structs:
        structs[_name(plain)] = cast("info.StructType", type_of(_origin(plain)))
    elif isinstance(plain, info.StructType):
        return
    for inner in _inside(plain):
        _gather(inner, structs)


def _inside(plain: info.Type) -> tuple[info.Type, ...]:
    if isinstance(plain, info.StructType):
        return tuple(field.type for field in plain.fields)
    if isinstance(plain, info.UnionType):
        return plain.types
    if isinstance(plain, info.DictType):
        return (plain.key_type, plain.value_type)
    return (plain.item_type,) if isinstance(plain, info.VarTupleType | info.ListType) else ()


def _section(name: str, struct: info.StructType) -> Iterator[str]:
    yield from (f"## {name}", "", (_origin(struct).__doc__ or "").strip(), "")
    yield from ("| field | type | default | meaning |", "|---|---|---|---|")
    for field in struct.fields:
        yield f"| `{field.encode_name}` | {_shown(field.type)} | {_default(field)} | {meaning(field)} |"
    yield ""


def _origin(struct: info.StructType) -> type:
    return cast("type", get_origin(struct.cls) or struct.cls)


def _name(struct: info.StructType) -> str:
    return _origin(struct).__name__


def _default(field: info.Field) -> str:
    if field.required:
        return "required"
    return f"`{msgspec.json.encode(field.default).decode()}`" if field.default not in _NOTHING else ""


_NOTHING: Final = (None, "", (), msgspec.NODEFAULT)


def _shown(declared: info.Type) -> str:
    """Name a type in words: its form, where it has one."""
    plain = bare(declared)
    show = _SHOWN.get(type(plain))
    return form_of(declared) or (show(plain) if show else "anything")


def _words(plain: info.Type) -> str:
    return ", ".join(f"`{value}`" for value in cast("info.LiteralType", plain).values)


def _options(plain: info.Type) -> str:
    options = (option for option in cast("info.UnionType", plain).types if not isinstance(option, info.NoneType))
    return ", or ".join(map(_shown, options))


def _list(plain: info.Type) -> str:
    entry = cast("info.VarTupleType | info.ListType", plain).item_type
    return f"list of ({_shown(entry)})" if isinstance(bare(entry), info.UnionType) else f"list of {_shown(entry)}"


def _struct(plain: info.Type) -> str:
    struct = cast("info.StructType", plain)
    name = f"[{_name(struct)}](#{_name(struct).lower()})"
    return name if _origin(struct) is struct.cls else f"{name} of the same"


def _number(name: str) -> Callable[[info.Type], str]:
    def show(plain: info.Type) -> str:
        number = cast("info.FloatType", plain)
        least, most = ("" if end is None else f"{end:g}" for end in (number.ge, number.le))
        return " ".join((name, *([f"from {least}"] if least else []), *([f"to {most}"] if most else [])))

    return show


_SHOWN: Final[dict[type[info.Type], Callable[[info.Type], str]]] = {
    info.StrType: lambda _: "text",
    info.IntType: _number("whole number"),
    info.FloatType: _number("number"),
    info.BoolType: lambda _: "true or false",
    info.LiteralType: _words,
    info.VarTupleType: _list,
    info.ListType: _list,
    info.DictType: lambda plain: f"map from text to {_shown(cast('info.DictType', plain).value_type)}",
    info.UnionType: _options,
    info.StructType: _struct,
}

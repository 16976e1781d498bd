"""The names that a pack may use go in; the JSON Schema of rule files comes out, whose errors name the one wrong key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from msgspec import Struct

from corrob import dates
from corrob.model.fields import BOUNDS, CLAIM_FIELDS, MOMENTS, OPERATORS, RELATIONS, STRAND_FIELDS, Field
from corrob.model.pack import PackDocument
from corrob.model.rule import Finds, Rulebook, Table
from corrob.reading.schema import schema

Schema = dict[str, Any]

PARAMETER: Final = r"^\$[A-Za-z_]\w*$"
_NAME: Final = "^[A-Za-z_][A-Za-z0-9_-]*$"
_FLAGS: Final = [True, False, "yes", "no", "true", "false"]
_EFFECTS: Final = ("gives", "finds", "removes", "raises", "lowers")
_VERSION: Final = "^[0-9]+([.][0-9]+)*([-.+a-z].*)?$"
_ONE_EFFECT: Final = "A rule has exactly one effect, and this one has `{}` already: write two rules."
_ONE_KEY: Final = "A need has exactly one key, and this one has `{}` already: begin a list entry of its own."
_EITHER: Final = "Related claims are asked for either `status` or `finding`."
_BELONGS: Final = "This does not go together with `{}` in one change."
_BUILT_IN: Final = ("bearings", "seen")


class Names(Struct, frozen=True):
    """What a pack and its bases define; where it is not known, any name will do."""

    attributes: dict[str, Field] = {}
    sets: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def names_of(book: Rulebook) -> Names:
    """Give what a rulebook defines."""
    return Names(
        attributes={table.sets: _attribute(table) for table in book.tables},
        sets=tuple(one.name for one in book.sets),
        statuses=book.statuses.all,
        parameters=tuple(book.parameters),
        findings=tuple(dict.fromkeys(one.effect.name for one in book.rules if isinstance(one.effect, Finds))),
    )


def _attribute(table: Table) -> Field:
    values = tuple(dict.fromkeys(row.then for row in table.rows))
    if all(isinstance(value, bool) for value in values):
        return Field(table.title, "flag")
    return Field(table.title, "word", tuple(map(str, values)))


def rule_schema(names: Names | None = None) -> Schema:
    """Give the schema of rule files; with names, words that are not among them are refused too."""
    made = schema(PackDocument)
    parts: dict[str, Schema] = made["definitions"]
    parts |= _tests(names)
    for change in (_needs, _rules, _changes, _tables):
        change(parts)
    if names:
        _words(parts, names)
    return made | {"definitions": dict(sorted(parts.items()))}


# tests of fields


def _tests(names: Names | None) -> dict[str, Schema]:
    strand = STRAND_FIELDS | (names.attributes if names else {})
    parts = {"ParameterName": _parameter(names), "AttributeTest": {"description": "Tests of what a table sets."}}
    parts["StrandTests"] = _fields(strand, parts, closed=names is not None)
    parts["ClaimTests"] = _fields(CLAIM_FIELDS, parts, closed=True)
    return parts


def _fields(fields: dict[str, Field], parts: dict[str, Schema], *, closed: bool) -> Schema:
    """Give the schema of tests of some fields; the test of each field is put among the parts."""
    made = {name: _field(name, field, parts) for name, field in fields.items()}
    others: Schema = {"additionalProperties": False}
    if not closed:
        others = {"propertyNames": {"pattern": _NAME}, "additionalProperties": _ref("AttributeTest")}
    return {"type": "object", "properties": made, **others}


def _field(name: str, field: Field, parts: dict[str, Schema]) -> Schema:
    kind = "ordered" if field.ordered else field.type
    title = f"{name}_{kind}" if field.words else kind
    value = f"{title}_value"
    parts[value] = _value(kind, field)
    parts[f"{title}_test"] = _test(kind, title, _ref(value))
    return {"description": f"{field.meaning[:1].upper()}{field.meaning[1:]}.", "allOf": [_ref(f"{title}_test")]}


def _test(kind: str, title: str, value: Schema) -> Schema:
    operators = {name: _operator(name, value, title) for name in OPERATORS[kind]}
    compared: Schema = {"properties": operators, "additionalProperties": False, "minProperties": 1}
    if kind in {"given", "date"}:
        return {"type": "object"} | compared
    return _either(object=compared, array={"items": value, "minItems": 1}, other=value)


def _value(kind: str, field: Field) -> Schema:
    """Give the schema of one value of a field, or of a parameter in its place."""
    plain: dict[str, Schema] = {
        "flag": {"enum": _FLAGS},
        "word": {"enum": list(field.words)},
        "ordered": {"enum": list(field.words)},
        "number": {"type": "number"},
    }
    return _or_parameter(plain.get(kind, {"type": ["string", "number"]}))


def _operator(name: str, value: Schema, title: str) -> Schema:
    if name == "not":
        return _ref(f"{title}_test")
    if name == "exists":
        return _or_parameter({"enum": _FLAGS})
    if name == "between":
        return {"type": "array", "items": value, "minItems": 2, "maxItems": 2}
    if name == "includes":
        return _either(array={"items": value, "minItems": 1}, other=value)
    assert name in (*BOUNDS, *MOMENTS), "every operator has a schema"
    return value


def _either(other: Schema, **kinds: Schema) -> Schema:
    """Give a schema that chooses by the type of the value, so that one error is told and not one for each choice."""
    made = other
    for kind, part in kinds.items():
        made = {"if": {"type": kind}, "then": part, "else": made}
    return made


def _or_parameter(plain: Schema) -> Schema:
    return {"if": {"type": "string", "pattern": "^\\$"}, "then": _ref("ParameterName"), "else": plain}


def _parameter(names: Names | None) -> Schema:
    told = {"description": "A parameter of the pack, as `$name`."}
    return told | ({"enum": [f"${name}" for name in names.parameters]} if names else {"pattern": PARAMETER})


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _say(part: Schema, key: str, **more: Any) -> None:  # noqa: ANN401 - a schema is any JSON
    """Put another schema at a key, with the description that stands there."""
    about = part["properties"][key].get("description")
    made = {"allOf": [more]} if "$ref" in more else more
    part["properties"][key] = ({"description": about} if about else {}) | made


# the parts of a pack


def _needs(parts: dict[str, Schema]) -> None:
    need, origins, related = parts["Need"], parts["Origins"], parts["Related"]
    need |= {"minProperties": 1, "dependencies": _excluding(_ONE_KEY, *need["properties"])}
    _say(need, "claim", **_ref("ClaimTests"))
    for key in ("any_of", "all_of"):
        need["properties"][key]["minItems"] = 1
    for one in (origins, parts["Selection"], parts["EvidenceSet"]):
        _say(one, "where", **_ref("StrandTests"))
    whole = _or_parameter({"type": "integer", "minimum": 0})
    for key in ("at_least", "at_most"):
        _say(origins, key, **whole)
    different = {"type": "object", "additionalProperties": whole, "minProperties": 1, "maxProperties": 1}
    _say(origins, "different", **different)
    _say(origins, "within", **_or_parameter({"type": "string", "pattern": dates.DURATION}))
    origins["dependencies"] = {"different": ["at_least"], "within": ["at_least"]}
    origins |= _one_of(origins, "at_least", "at_most")
    _say(related, "by", enum=list(RELATIONS))
    related["dependencies"] = _excluding(_EITHER, "status", "finding")
    related |= _one_of(related, "status", "finding")


def _rules(parts: dict[str, Schema]) -> None:
    rule = parts["Rule"]
    _say(rule, "applies_to", **_ref("ClaimTests"))
    _say(rule, "removes", **_ref("StrandTests"))
    _say(parts["PackDocument"], "applies_to", **_ref("ClaimTests"))
    belonging = {"confidence": ["gives"], "listing": ["finds"], "value": ["finds"]}
    rule |= {"dependencies": _excluding(_ONE_EFFECT, *_EFFECTS) | belonging, **_one_of(rule, *_EFFECTS)}
    parts["Invariant"]["properties"]["never"]["minItems"] = 1


_TARGETS: Final = {"parameter": ("value",), "rule": ("add", "disable"), "set": ("where",), "table": ("rows",)}


def _changes(parts: dict[str, Schema]) -> None:
    change = parts["Change"]
    _say(change, "where", **_ref("StrandTests"))
    every = [*_TARGETS, *(key for keys in _TARGETS.values() for key in keys)]
    taken = {}
    for number, (target, keys) in enumerate(_TARGETS.items()):
        before = list(_TARGETS)[: number + 1]
        refused = _without(_BELONGS.format(target), [key for key in every if key not in {*keys, *before}])
        taken[target] = refused | ({"required": list(keys)} if len(keys) == 1 else {})
    change |= {"dependencies": taken, **_one_of(change, *_TARGETS)}


def _tables(parts: dict[str, Schema]) -> None:
    _say(parts["Row"], "when", **_ref("StrandTests"))
    parts["Table"]["properties"]["rows"]["minItems"] = 1
    parts["Table"]["properties"]["rows"]["contains"] = {"not": {"required": ["when"]}}
    parts["PackDocument"]["properties"]["version"]["pattern"] = _VERSION
    between = parts["Parameter"]["properties"]["between"]
    between |= {"minItems": 2, "maxItems": 2}


def _words(parts: dict[str, Schema], names: Names) -> None:
    """Say which sets, statuses and findings there are."""
    sets = {"enum": [*_BUILT_IN, *names.sets]}
    for one in ("Origins", "Selection", "EvidenceSet"):
        _say(parts[one], "from", **sets)
    for key in ("some", "none", "suspect"):
        _say(parts["Need"], key, **_either(object=_ref("Selection"), other=sets))
    for key in ("supports", "refutes"):
        _say(parts["Counted"], key, **sets)
    _say(parts["Rule"], "gives", enum=list(names.statuses))
    for one in ("Related", "Invariant"):
        statuses = {"enum": list(names.statuses)}
        _say(parts[one], "status", **_either(array={"items": statuses}, other=statuses))
    for one in ("Related", "Need"):
        _say(parts[one], "finding", enum=list(names.findings))


def _one_of(part: Schema, *keys: str) -> Schema:
    """Ask for one of some keys; where there is none, and no key is misspelt, the first of them is told as missing."""
    none: Schema = {"not": {"anyOf": [{"required": [key]} for key in keys]}}
    return {"if": none | {"propertyNames": {"enum": list(part["properties"])}}, "then": {"required": [keys[0]]}}


def _excluding(told: str, *keys: str) -> Schema:
    """Refuse every key beside an earlier one; editors show what is told, at that key."""
    later = {key: keys[number + 1 :] for number, key in enumerate(keys)}
    return {key: _without(told.format(key), others) for key, others in later.items() if others}


def _without(told: str, keys: Iterable[str]) -> Schema:
    pattern = f"^(?!({'|'.join(keys)})$)"
    return {"propertyNames": {"pattern": pattern, "patternErrorMessage": told}}

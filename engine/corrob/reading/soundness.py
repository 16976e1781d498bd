"""A decoded value goes in; whether all its text has the form that its field asks for comes out."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache, lru_cache
from typing import Any, Final, cast, get_origin

import msgspec.inspect as info

from corrob.reading.decode import bare, form_of, type_of
from corrob.reading.forms import FORMS

Check = Callable[[Any], bool]


@cache
def soundness(kind: Hashable) -> Check:
    """Make the check of a type; it tells no place, which only the slow reader knows."""
    return _check(type_of(kind)) or _anything


def _anything(_: object) -> bool:
    return True


def _check(declared: info.Type) -> Check | None:
    """Make the check of a type, or give None where it holds no text that has a form."""
    form = form_of(declared)
    make = _CHECKS.get(type(bare(declared)))
    return _fits(form) if form else make and make(bare(declared))


@cache
def _fits(form: str) -> Check:
    check = FORMS[form]

    @lru_cache(maxsize=65_536)
    def fits(text: str) -> bool:
        return check(text) is None

    return fits


def _list_check(declared: info.Type) -> Check | None:
    inner = _check(cast("info.VarTupleType", declared).item_type)
    return inner and (lambda values: all(map(inner, values)))


def _table_check(declared: info.Type) -> Check | None:
    kind = cast("info.DictType", declared)
    keys, values = _check(kind.key_type) or _anything, _check(kind.value_type) or _anything
    return lambda table: all(map(keys, table)) and all(map(values, table.values()))


def _struct_check(declared: info.Type) -> Check | None:
    """Check the fields that differ from their defaults."""
    fields = cast("info.StructType", declared).fields
    checks = [(field.name, field.default, check) for field in fields if (check := _check(field.type))]

    def check_struct(struct: object) -> bool:
        for name, default, check in checks:
            value = getattr(struct, name)
            if value != default and not check(value):
                return False
        return True

    return check_struct if checks else None


def _union_check(declared: info.Type) -> Check | None:
    """Choose the check by the class of the value."""
    options = cast("info.UnionType", declared).types
    checks = {_class(bare(option)): check for option in options if (check := _check(option))}
    return (lambda value: checks.get(type(value), _anything)(value)) if checks else None


_CLASSES: Final = {info.StrType: str, info.VarTupleType: tuple, info.ListType: list, info.DictType: dict}


def _class(plain: info.Type) -> type:
    if isinstance(plain, info.StructType):
        return cast("type", get_origin(plain.cls) or plain.cls)
    return cast("type", _CLASSES[type(plain)])


_CHECKS: Final[dict[type[info.Type], Callable[[info.Type], Check | None]]] = {
    info.VarTupleType: _list_check,
    info.ListType: _list_check,
    info.DictType: _table_check,
    info.StructType: _struct_check,
    info.UnionType: _union_check,
}

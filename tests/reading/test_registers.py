"""Registers and the files that they lie over."""

from __future__ import annotations

from pathlib import Path

import pytest

from corrob.model.case import Source
from corrob.reading.registers import Registers, Scope

TOP = "corrob: 1\nregister: top\nsources: [{id: a, name: far}, {id: b}]\n"
NEAR = "corrob: 1\nregister: near\nsources: [{id: a, name: near, controlled_by: b}]\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sub").mkdir()
    Path("register.yaml").write_text(TOP)


def told(registers: Registers) -> list[str]:
    return [str(diagnostic) for _, diagnostics in registers.refused() for diagnostic in diagnostics]


def test_a_register_lies_over_its_folder_and_below() -> None:
    sources = {"a": Source("a", "far"), "b": Source("b")}
    registers = Registers()
    assert (registers.over("x.yaml"), registers.over("sub/x.yaml")) == (Scope(sources), Scope(sources))
    assert told(registers) == []


def test_the_nearest_register_overrides_the_one_above_by_id() -> None:
    Path("sub/register.yaml").write_text(NEAR)
    expected = {"a": Source("a", "near", controlled_by="b"), "b": Source("b")}
    assert Registers().over("sub/x.yaml") == Scope(expected)


def test_a_file_has_the_same_registers_however_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sub/register.yaml").write_text(NEAR)
    expected = Registers().over("sub/x.yaml")
    absolute = str(Path("sub/x.yaml").absolute())
    monkeypatch.chdir("sub")
    assert [Registers().over(name) for name in ("x.yaml", absolute, "../sub/x.yaml")] == [expected] * 3


def test_a_register_that_is_named_lies_over_everything_even_standard_input() -> None:
    Path("named.json").write_text('{"corrob": 1, "register": "r", "sources": [{"id": "c"}]}')
    registers = Registers("named.json")
    assert registers.over("-") == Scope({"c": Source("c")})
    assert registers.over("x.yaml") == Scope({"c": Source("c"), "a": Source("a", "far"), "b": Source("b")})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sources: []", "register.yaml:1:1: F012 the document is no register [it has the key 'register']"),
        ("- a", "register.yaml:1:1: F012 the document is no register [it has the key 'register']"),
        ("", "register.yaml:1:1: Y007 the document is empty"),
        (
            "corrob: 1\nregister: r\nsources: [{id: a}, {id: a}]",
            "register.yaml:3:25: R002 the id 'a' is given twice; first at sources[0]",
        ),
        (
            "corrob: 1\nregister: r\nsources: [{id: a, controlled_by: zz}]",
            "register.yaml:3:34: R001 nothing has the id 'zz'; a source is asked for",
        ),
    ],
)
def test_a_register_with_a_fault_is_told_once_and_makes_its_scope_unsound(text: str, expected: str) -> None:
    Path("register.yaml").write_text(text)
    registers = Registers()
    assert (registers.over("x.yaml").sound, registers.over("sub/x.yaml").sound) == (False, False)
    assert (told(registers), told(registers)) == ([expected], [])


def test_a_named_register_that_is_not_there_is_told() -> None:
    assert told(Registers("none.yaml")) == ["none.yaml:1:1: Y001 the file cannot be read: No such file or directory"]

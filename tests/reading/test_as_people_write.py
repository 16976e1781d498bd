"""What people get wrong in YAML and JSON, and what machines do to files: read as it is written, or refused in words."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from commands import ROOT
from corrob import rulebook
from corrob.model.case import Case
from corrob.reading import nodes
from corrob.reading.cases import read, read_case
from corrob.reading.documents import Document

HEAD = "corrob: 1\ncase: c\nclaims: [{id: k, text: t}]\n"
ESCAPES = "take it out, or write it as an escape in double quotes"


@pytest.fixture(autouse=True, params=["CSafeLoader", "SafeLoader"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(nodes, "LOADER", getattr(yaml, request.param))
    monkeypatch.chdir(tmp_path)


def told(text: str | bytes, language: str = "yaml") -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    return [str(one) for one in read_case(Document(data, "f", 1, language)).diagnostics]


def accepted(text: str | bytes, language: str = "yaml") -> Case:
    read = read_case(Document(text if isinstance(text, bytes) else text.encode(), "f", 1, language))
    assert read.diagnostics == ()
    assert read.case is not None
    return read.case


WORDS = [
    "NO",
    "on",
    "off",
    "Yes",
    "y",
    "012",
    "0o14",
    "1:30",
    "1.10",
    "~",
    "null",
    "0x1F",
    "1e3",
    ".inf",
    "-.5",
    "+1",
    "1_000",
    "=",
    "2024-02-30",
]


@pytest.mark.parametrize("word", WORDS)
def test_text_is_what_is_written(word: str) -> None:
    assert accepted(f"{HEAD}title: {word}\n").title == word
    assert accepted(f"{HEAD}labels: {{{word}: {word}}}\n").labels == {word: word}


@pytest.mark.parametrize("word", [word for word in WORDS if word not in {"yes", "no", "true", "false"}])
def test_nothing_else_is_true_or_false(word: str) -> None:
    (line,) = told(f"{HEAD}sources: [{{id: s, bloc_contested: {word}}}]\n")
    assert line.startswith(f"f:4:35: F006 '{word}' is neither true nor false")


@pytest.mark.parametrize("word", [word for word in WORDS if word != "1e3"])
def test_numbers_are_decimal_or_refused(word: str) -> None:
    if word in {"1.10", "+1"}:
        assert accepted(f"{HEAD}media: [{{id: m, type: video, place: {{lat: {word}, lon: 1e1, radius_km: 0}}}}]\n")
        return
    (line,) = told(f"{HEAD}media: [{{id: m, type: video, place: {{lat: {word}, lon: 1e1, radius_km: 0}}}}]\n")
    assert line == f"f:4:43: F005 '{word}' is no number [write it as 1200, -3.5 or 1e6]"


@pytest.mark.parametrize("word", [word for word in WORDS if word != "2024-02-30"])
def test_a_date_is_a_date_or_refused(word: str) -> None:
    (line,) = told(f"{HEAD}media: [{{id: m, type: video, first_seen: {word}}}]\n")
    assert line.startswith(f"f:4:42: F007 '{word}' is no ISO 8601 date [write ")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_ends_of_lines_change_no_value_and_no_place(end: str) -> None:
    text = HEAD + "title: x\nsummary: |\n  one\n  two\nlabels:\n  a: >-\n    one\n    two\n  b: one\n    two\n"
    assert accepted(text.replace("\n", end)) == accepted(text)
    for wrong in ("tilte: x\n", "title: \x07\n", "title: 'x' y\n"):
        assert told((HEAD + wrong).replace("\n", end)) == told(HEAD + wrong)
    assert told((HEAD + "title: \udcff\n").replace("\n", end).encode(errors="surrogateescape")) == [
        "f:4:8: Y002 the byte 0xff is no UTF-8 [save the file as UTF-8]"
    ]


def test_a_byte_order_mark_shifts_no_column() -> None:
    for language, text in (("yaml", "tilte: x\n" + HEAD), ("json", '{"tilte": 1}')):
        assert told("\ufeff" + text, language) == told(text, language)
    assert told(f"\ufeff\ufeff{HEAD}") == [f"f:1:1: Y003 the character U+FEFF cannot stand in YAML [{ESCAPES}]"]


@pytest.mark.parametrize("language", ["yaml", "json"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_encodings_are_named(encoding: str, language: str) -> None:
    expected = ["f:1:1: Y002 the text is written in UTF-16 or UTF-32 [save the file as UTF-8]"]
    assert told(HEAD.encode(encoding), language) == expected


@pytest.mark.parametrize("data", [b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe9", b"\xc3"])
def test_bytes_that_are_no_utf_8_are_refused_in_every_language(data: bytes) -> None:
    problem = f"Y002 the byte 0x{data[0]:02x} is no UTF-8 [save the file as UTF-8]"
    assert told(f"{HEAD}title: ".encode() + data) == [f"f:4:8: {problem}"]
    assert told(b'{"case": "' + data + b'"}', "json") == [f"f:1:11: {problem}"]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufffe"])
def test_what_nobody_sees_stands_in_no_yaml_and_is_never_shown_as_it_is(character: str) -> None:
    assert told(f'{HEAD}title: "a{character}b"') == [
        f"f:4:10: Y003 the character U+{ord(character):04X} cannot stand in YAML [{ESCAPES}]"
    ]
    escaped = f"\\u{ord(character):04x}"
    assert accepted(f'{HEAD}title: "a{escaped}b"').title == f"a{character}b"
    (line,) = told(f'{HEAD}"{escaped}\\n": b')
    assert line.startswith("f:4:1: F001 the key '")
    assert line.isprintable()


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff\\ud800", "\\ud83dx"])
def test_half_a_character_is_refused(escape: str) -> None:
    (line,) = told(f'{HEAD}title: "{escape}"')
    assert line.startswith("f:4:")
    assert " Y003 an escape gives " in line
    assert told(f'{{"case": "{escape}"}}', "json") == ["f:1:10: Y003 an escape gives half a character"]


def test_an_escape_for_no_character_is_refused() -> None:
    (line,) = told(f'{HEAD}title: "\\UFFFFFFFF"')
    assert line.split(":")[:2] == ["f", "4"]
    assert line.endswith("Y003 an escape gives no character")


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("NaN", "Y003 'NaN' is no value of JSON [text stands in double quotes]"),
        ("-Infinity", "Y003 '-Infinity' is no value of JSON [text stands in double quotes]"),
        ("'a'", "Y003 ''a'' is no value of JSON [text stands in double quotes]"),
        ("012", "Y003 '012' is no value of JSON [text stands in double quotes]"),
        ("0x1F", "Y003 '0x1F' is no value of JSON [text stands in double quotes]"),
        ("True", "Y003 'True' is no value of JSON [text stands in double quotes]"),
        ("/* a */ 1", "Y003 '/*' is no value of JSON [text stands in double quotes]"),
        ('"a",', "Y003 a key in double quotes is asked for [take out the ',' before '}']"),
        ('"a", "case": "b"', "Y006 the key 'case' stands twice; first in line 1, column 2 [keep one of them]"),
        ('"a"} {"case": 1', "Y003 there is more after the end of the document [several cases, one a line, are JSONL]"),
        ('"a\tb"', "Y003 a text cannot be read: invalid control character at"),
        ('"\\x"', "Y003 a text cannot be read: invalid \\escape"),
    ],
)
@pytest.mark.parametrize("language", ["json", "jsonl"])
def test_json_is_json_and_nothing_else(wrong: str, expected: str, language: str) -> None:
    lines = [line.split(" ", 1)[1] for line in told(f'{{"case": {wrong}}}', language)]
    assert expected in lines


def test_a_key_that_is_written_in_two_ways_stands_twice() -> None:
    text = '{"corrob": 1, "case": "c", "claims": [{"id": "k", "text": "a", "te\\u0078t": "b"}], "title": "\\u0022:"}'
    assert [line.split(" ")[1] for line in told(text, "json")] == ["Y006"]
    hidden = text.replace("te\\u0078t", "text").replace("\\u0022", '\\"')
    assert [line.split(" ")[1] for line in told(hidden, "json")] == ["Y006"]


def test_empty_lines_of_jsonl_count_as_lines_and_nothing_else() -> None:
    good = '{"corrob": 1, "case": "%s", "claims": [{"id": "k", "text": "t"}]}'
    Path("a.jsonl").write_text(f"\n{good % 'a'}\r\n   \n{good % 'b'},\n\n{good % 'c'}", encoding="utf-8")
    files = list(read(["a.jsonl"]))
    assert [(file.line, file.case.case if file.case else "") for file in files] == [(2, "a"), (4, ""), (6, "c")]
    assert [str(one) for file in files for one in file.diagnostics] == [
        "a.jsonl:4:65: Y003 there is more after the end of the document [several cases, one a line, are JSONL]"
    ]


def test_what_is_no_file_is_told_and_never_passed_over() -> None:
    Path("data/folder.yaml").mkdir(parents=True)
    Path("data/nowhere.yaml").symlink_to("gone.yaml")
    Path("data/loop.yaml").symlink_to("loop.yaml")
    Path("data/self").symlink_to(".")
    assert [
        str(one) for file in read(["data", "gone.yaml", "x" * 300, "data/folder.yaml"]) for one in file.diagnostics
    ] == [
        "data/loop.yaml:1:1: Y001 the file cannot be read: Too many levels of symbolic links",
        "data/nowhere.yaml:1:1: Y001 the file cannot be read: No such file or directory",
        "gone.yaml:1:1: Y001 the file cannot be read: No such file or directory",
        f"{'x' * 300}:1:1: Y001 the file cannot be read: File name too long",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_told() -> None:
    Path("a.yaml").write_text(HEAD, encoding="utf-8")
    Path("a.yaml").chmod(0)
    (file,) = read(["a.yaml"])
    assert list(map(str, file.diagnostics)) == ["a.yaml:1:1: Y001 the file cannot be read: Permission denied"]


@pytest.mark.parametrize("register", ["nowhere", "loop", "folder"])
def test_a_register_that_cannot_be_read_is_not_passed_over(register: str) -> None:
    Path("register.yaml").mkdir() if register == "folder" else Path("register.yaml").symlink_to(
        {"nowhere": "gone.yaml", "loop": "register.yaml"}[register]
    )
    Path("a.yaml").write_text(HEAD, encoding="utf-8")
    refused, case = read(["a.yaml"])
    assert [one.code for one in refused.diagnostics] == ["Y001"]
    assert case.case is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "Y007 the document is empty"),
        ('{"corrob": 1, "register": "r"}\n' * 2, "F012 a register is one document, and here is another"),
    ],
)
def test_a_register_of_jsonl_is_one_line(text: str, expected: str) -> None:
    Path("r.jsonl").write_text(text, encoding="utf-8")
    Path("a.yaml").write_text(HEAD, encoding="utf-8")
    refused, case = read(["a.yaml"], "r.jsonl")
    assert [str(one) for one in refused.diagnostics] == [f"r.jsonl:{2 if text else 1}:1: {expected}"]
    assert case.case is None


def test_standard_input_that_is_closed_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert [str(one) for file in read(["-"]) for one in file.diagnostics] == ["<stdin>:1:1: Y007 the document is empty"]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\n" * 9)))
    assert [one.code for file in read(["-"]) for one in file.diagnostics] == ["Y007"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "pack/pack.yaml:1:1: Y007 the document is empty"),
        (b"pack: \xff", "pack/pack.yaml:1:7: Y002 the byte 0xff is no UTF-8 [save the file as UTF-8]"),
        (
            b"pack: a\npack: b",
            "pack/pack.yaml:2:1: Y006 the key 'pack' stands twice; first in line 1 [keep one of them]",
        ),
        (b"[" * 100_000, "pack/pack.yaml:1:65: Y005 lists and mappings lie more than 64 deep in one another"),
        (b"rules: []\n---\n", "pack/pack.yaml:2:1: Y004 a second document ('---') [one file holds one document]"),
    ],
)
def test_the_files_of_packs_are_read_in_the_same_way(data: bytes, expected: str) -> None:
    Path("pack").mkdir()
    Path("pack/pack.yaml").write_bytes(data)
    lines = list(map(str, rulebook.load("pack")[1]))
    assert expected in lines
    assert rulebook.recall("pack")[0] is None


@pytest.mark.parametrize("name", ["x" * 300, "folder/" + "x" * 300, "loop/a", "", "gone", "a\nb"])
def test_a_pack_that_is_nowhere_is_told(name: str) -> None:
    Path("loop").symlink_to("loop")
    for load in (rulebook.load, rulebook.recall):
        book, problems = load(name)
        assert book is None
        assert [(one.code, str(one).isprintable()) for one in problems] == [("P001", True)]


def test_a_pack_whose_header_is_a_folder_or_a_dead_link_is_told() -> None:
    Path("a/pack.yaml").mkdir(parents=True)
    Path("b").mkdir()
    Path("b/pack.yaml").symlink_to("gone.yaml")
    assert [str(one) for name in ("./a/", "b") for one in rulebook.load(str(Path.cwd() / name))[1]] == [
        "a/pack.yaml:1:1: Y001 the file cannot be read: Is a directory",
        "b/pack.yaml:1:1: Y001 the file cannot be read: No such file or directory",
    ]


def test_the_command_tells_it_without_a_traceback() -> None:
    Path("loop.yaml").symlink_to("loop.yaml")
    for arguments in (["verify", "x" * 300], ["verify", "loop.yaml"], ["check", ".", "--register", "loop.yaml"]):
        command = [sys.executable, "-m", "corrob", *arguments]
        run = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "XDG_CACHE_HOME": str(ROOT / ".pytest_cache")},
        )
        assert (run.returncode, run.stdout) == (2, "")
        assert "Y001" in run.stderr
        assert "Traceback" not in run.stderr

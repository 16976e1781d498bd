"""Paths and the documents in their files."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from corrob.diagnostics import Diagnostic, Span
from corrob.reading.documents import Document
from corrob.reading.files import documents_of, find


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[Document | Diagnostic]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    return list(documents_of("-"))


def test_a_folder_is_read_in_order_of_path_and_other_files_are_counted(tmp_path: Path) -> None:
    put(tmp_path, "b.yaml", "a/z.yml", "a/b/c.json", "c.jsonl", "d.jsonl.gz", "e.txt", "a/f.csv", "register.yaml")
    names = ["a/b/c.json", "a/z.yml", "b.yaml", "c.jsonl", "d.jsonl.gz"]
    assert find([str(tmp_path)]) == ([str(tmp_path / name) for name in names], 2)


def test_what_is_hidden_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, ".git/a.yaml", ".b.yaml")
    assert find([str(tmp_path)]) == ([], 0)


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    file = str(tmp_path / "a.yaml")
    assert find([file, str(tmp_path), file]) == ([file], 0)


def test_the_register_that_is_named_is_no_case_of_its_folder(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "sources.yaml")
    assert find([str(tmp_path)], str(tmp_path / "b" / ".." / "sources.yaml")) == ([str(tmp_path / "a.yaml")], 0)


@pytest.mark.parametrize(("name", "language"), [("a.yaml", "yaml"), ("a.yml", "yaml"), ("a.json", "json")])
def test_a_file_is_one_document(tmp_path: Path, name: str, language: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"x\ny")
    assert list(documents_of(str(path))) == [Document(b"x\ny", str(path), 1, language)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_each_line_of_jsonl_is_a_document_and_empty_ones_are_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    data = b"{}\n\n  \n[1]"
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    file = str(path)
    assert list(documents_of(file)) == [Document(b"{}\n", file, 1, "jsonl"), Document(b"[1]", file, 4, "jsonl")]


def test_a_file_that_is_not_there_is_told() -> None:
    expected = Diagnostic(Span("none.yaml"), "Y001", "the file cannot be read: No such file or directory")
    assert list(documents_of("none.yaml")) == [expected]


@pytest.mark.parametrize(
    "data", [b"no gzip", gzip.compress(b"{}\n" * 99, mtime=0)[:-9]], ids=["none at all", "one cut short"]
)
def test_a_broken_archive_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    last = list(documents_of(str(tmp_path / "a.jsonl.gz")))[-1]
    assert isinstance(last, Diagnostic)
    assert (last.code, last.span) == ("Y001", Span(str(tmp_path / "a.jsonl.gz")))


def test_standard_input_is_jsonl_where_its_first_line_is_a_whole_mapping(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [Document(b'{"a": 1}\n', "<stdin>", 2, "jsonl"), Document(b"{}", "<stdin>", 3, "jsonl")]
    assert typed(monkeypatch, b'\n{"a": 1}\n{}') == expected


def test_standard_input_is_json_where_it_only_begins_a_mapping(monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed(monkeypatch, b'{\n"a": 1}') == [Document(b'{\n"a": 1}', "<stdin>", 1, "json")]


@pytest.mark.parametrize("data", [b"corrob: 1\ncase: x\n", b"", b"\n\n# x\n"])
def test_standard_input_is_yaml_otherwise(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    assert typed(monkeypatch, data) == [Document(data, "<stdin>", 1, "yaml")]

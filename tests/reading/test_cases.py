"""Cases of files and folders: read one by one, or refused with every problem."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest

from corrob.diagnostics import Diagnostic, Span
from corrob.model.case import Bearing, Case, Claim, Evidence, Source
from corrob.reading.cases import CaseFile, Dataset, read, read_case
from corrob.reading.documents import Document


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def case(name: str = "k", **more: object) -> Case:
    return Case(1, name, (Claim("c", "t"),), **more)  # type: ignore[arg-type]


def line(name: str = "k", more: str = "") -> str:
    return f'{{"corrob": 1, "case": "{name}", "claims": [{{"id": "c", "text": "t"}}]{more}}}'


def told(files: Dataset | list[CaseFile]) -> list[str]:
    return [str(diagnostic) for file in files for diagnostic in file.diagnostics]


def test_yaml_json_and_jsonl_give_the_same_case() -> None:
    Path("a.yaml").write_text("corrob: 1\ncase: a\nclaims: [{id: c, text: t}]\n")
    Path("b.json").write_text(line("b"))
    Path("c.jsonl").write_text(line("c1") + "\n" + line("c2") + "\n")
    assert list(read(["."])) == [
        CaseFile(case("a"), (), "a.yaml", 1, (), "a"),
        CaseFile(case("b"), (), "b.json", 1, (), "b"),
        CaseFile(case("c1"), (), "c.jsonl", 1, (), "c1"),
        CaseFile(case("c2"), (), "c.jsonl", 2, (), "c2"),
    ]


def test_one_bad_line_does_not_stop_the_others_and_tells_its_path() -> None:
    lines = line("x"), "{bad", line("y", more=', "expect": [{}]'), line("z")
    Path("a.jsonl").write_text("\n".join(lines))
    files = list(read(["a.jsonl"]))
    assert [(file.id, file.case) for file in files] == [("x", case("x")), ("", None), ("y", None), ("z", case("z"))]
    assert told(files) == [
        "a.jsonl:2:2: Y003 a key in double quotes is asked for",
        "a.jsonl:3:77: F002 the key 'claim' is missing (at expect[0]) [An id: text without spaces at its ends.]",
        "a.jsonl:3:77: F002 the key 'status' is missing (at expect[0]) [The expected status.]",
    ]


def test_a_date_that_does_not_exist_is_found_in_json_too() -> None:
    text = line(more=', "evidence": [{"id": "e", "source": "s", "bears": [], "published": "2024-02-30"}]')
    (diagnostic,) = read_case(Document(text.encode(), "f", 4, "jsonl"), {"s": Source("s")}).diagnostics
    assert (diagnostic.code, diagnostic.span) == ("F007", Span("f", 4, 132, "evidence[0].published"))


def test_null_of_json_is_the_key_left_out() -> None:
    assert read_case(Document(line(more=', "title": null').encode(), "f", 1, "json")).case == case()


def test_equal_keys_of_json_are_found() -> None:
    Path("a.json").write_text(line(more=', "title": "a", "title": "b"'))
    assert told(read(["a.json"])) == [
        "a.json:1:80: Y006 the key 'title' stands twice; first in line 1, column 66 [keep one of them]"
    ]


def test_problems_of_text_fields_and_references_are_told_together() -> None:
    text = "corrob: 1\ncase: k\ntitel: x\nclaims: [{id: c, text: t, negates: d}]\n"
    assert [d.code for d in read_case(Document(text.encode(), "f")).diagnostics] == ["F001", "R001"]


def test_ids_that_could_not_be_read_make_no_follow_up_errors() -> None:
    text = (
        "corrob: 1\ncase: k\nclaims: [{id: c, text: t}]\nsources: {id: s}\n"
        "evidence: [{id: e, source: s, bears: [{claim: c, stance: supports}]}]\n"
    )
    assert [d.code for d in read_case(Document(text.encode(), "f")).diagnostics] == ["F003"]


def test_a_number_that_could_not_be_read_is_not_said_to_be_missing() -> None:
    text = "corrob: 1\ncase: k\nclaims: [{id: c, text: t, quantity: {op: range, low: many, high: 3}}]\n"
    assert [d.code for d in read_case(Document(text.encode(), "f")).diagnostics] == ["F005"]


def test_places_hold_behind_a_list_entry_that_could_not_be_read() -> None:
    text = "corrob: 1\ncase: k\nclaims: [{id: c, text: t}]\nexclusive: [x, [c, d]]\n"
    assert [str(d) for d in read_case(Document(text.encode(), "f")).diagnostics] == [
        "f:4:13: F003 a list is asked for, not 'x' [write it in brackets: [x]]",
        "f:4:20: R001 nothing has the id 'd'; a claim is asked for",
    ]


def test_a_case_id_is_used_once_in_a_dataset_even_by_refused_cases() -> None:
    Path("a.jsonl").write_text(line("x", more=', "titel": 1') + "\n" + line("y"))
    Path("b.yaml").write_text("corrob: 1\ncase: x\nclaims: [{id: c, text: t}]\n")
    files = list(read(["."]))
    assert [file.case for file in files] == [None, case("y"), None]
    assert told(files)[1:] == [
        "b.yaml:2:7: R007 the case id 'x' is used twice; first in a.jsonl:1 [give it an id of its own]"
    ]


@pytest.mark.parametrize("text", ["a: 1", "- corrob", "text"])
def test_a_document_that_is_no_case_is_refused(text: str) -> None:
    assert read_case(Document(text.encode(), "f")).diagnostics == (
        Diagnostic(Span("f"), "F012", "the document is neither a case nor a register", "a case has the key 'case'"),
    )


def test_a_register_among_the_cases_is_refused() -> None:
    hint = "name it register.yaml, or give it with --register"
    assert read_case(Document(b"{corrob: 1, register: r}", "f")).diagnostics == (
        Diagnostic(Span("f"), "F012", "a register stands where a case is asked for", hint),
    )


def test_a_case_without_its_id_is_still_a_case() -> None:
    codes = [d.code for d in read_case(Document(b"corrob: 1\nclaims: []", "f")).diagnostics]
    assert codes == ["F002", "F005"]


def test_the_registers_sources_come_behind_the_cases_own_and_what_it_overrides_is_told() -> None:
    registered = {"a": Source("a", "far"), "b": Source("b")}
    own = case(sources=(Source("b", "own"), Source("z")))
    assert read_case(Document(msgspec.json.encode(own), "f", 1, "json"), registered) == CaseFile(
        case(sources=(Source("b", "own"), Source("z"), Source("a", "far"))), (), "f", 1, ("b",), "k"
    )


def test_a_register_that_is_refused_is_told_once_and_nothing_under_it_is_judged() -> None:
    Path("register.yaml").write_text("register: r\n")
    Path("a.jsonl").write_text(f"{line('x')}\n{line('y')}\n")
    assert list(read(["a.jsonl"])) == [
        CaseFile(
            None,
            (Diagnostic(Span("register.yaml"), "F002", "the key 'corrob' is missing", "The version of the format."),),
            "register.yaml",
        ),
        CaseFile(None, (), "a.jsonl", 1, (), "x"),
        CaseFile(None, (), "a.jsonl", 2, (), "y"),
    ]


def test_a_register_can_be_named() -> None:
    Path("sources.yaml").write_text("corrob: 1\nregister: r\nsources: [{id: s}]\n")
    Path("a.json").write_text(line(more=', "evidence": [{"id": "e", "source": "s", "bears": []}]'))
    assert next(read(["."], "sources.yaml")).case == case(evidence=(Evidence("e", "s", ()),), sources=(Source("s"),))


def test_the_place_of_a_path_is_found_when_it_is_asked_for() -> None:
    Path("a.jsonl").write_text(f"\n{line()}\n")
    (file,) = read(["a.jsonl"])
    assert file.place(("claims", 0, "text")) == Span("a.jsonl", 2, 59, "claims[0].text")
    assert file.place(("evidence", 3)) == Span("a.jsonl", 2, 1)


def test_a_file_that_is_not_there_does_not_stop_the_others() -> None:
    Path("b.json").write_text(line())
    assert told(read(["a.json", "b.json"])) == ["a.json:1:1: Y001 the file cannot be read: No such file or directory"]


def test_files_of_other_kinds_are_counted() -> None:
    Path("readme.txt").write_text("")
    assert read(["."]).skipped == 1


def test_bytes_that_are_no_json_at_all_are_refused_and_quickly() -> None:
    begun = time.perf_counter()
    codes = [
        d.code
        for data in (b"[" * 100_000, b"9" * 5_000, b"\xff")
        for d in read_case(Document(data, "f", 1, "jsonl")).diagnostics
    ]
    assert codes == ["Y005", "F012", "Y002"]
    assert time.perf_counter() - begun < 1


def test_a_case_goes_to_json_and_comes_back() -> None:
    whole = case(sources=(Source("s", reliability="B"),), evidence=(Evidence("e", "s", (Bearing("c", "supports"),)),))
    assert read_case(Document(msgspec.json.encode(whole), "f", 1, "json")).case == whole

"""`corrob explain` and `corrob timeline`."""

from __future__ import annotations

import json
from pathlib import Path

from cli.running import CASE, Ran, run
from corrob.cli.outputs import BAD_INPUT, GOOD, NOTHING

BAD = CASE.replace("claims", "claim")


def test_of_several_cases_the_one_that_has_the_claim_is_explained(cases: Path) -> None:
    done = run("explain", str(cases), "d", "--format", "json")
    answer = json.loads(done.out)
    assert (done.code, answer["result"]["case"], answer["result"]["claim"]) == (GOOD, "two", "d")


def test_a_claim_that_several_cases_have_asks_for_the_file(cases: Path) -> None:
    (cases / "three.yaml").write_text(CASE.replace("NAME", "three").replace("CLAIM", "c"))
    assert run("explain", ".", "c") == Ran(BAD_INPUT, "", "corrob: 2 cases have a claim 'c': name the file\n")
    assert run("explain", "three.yaml", "c", "--format", "json").code == GOOD


def test_problems_in_the_data_end_the_command_even_where_the_claim_is_there(cases: Path) -> None:
    (cases / "bad.yaml").write_text(BAD)
    done = run("explain", ".", "c")
    assert (done.code, done.out) == (BAD_INPUT, "")
    assert "bad.yaml:4:1: F001 the key 'claim' is not known here [did you mean 'claims'?]\n" in done.told


def test_a_claim_that_is_not_there_is_told_with_the_nearest_that_is(cases: Path) -> None:
    (cases / "three.yaml").write_text(CASE.replace("NAME", "three").replace("CLAIM", "depot"))
    assert run("explain", ".", "depots") == Ran(
        BAD_INPUT, "", "corrob: no case there has a claim 'depots' did you mean 'depot'?\n"
    )
    assert run("explain", "one.yaml", "zzz") == Ran(BAD_INPUT, "", "corrob: no case there has a claim 'zzz'\n")


def test_where_there_is_no_case_nothing_is_explained(tmp_path: Path) -> None:
    done = run("explain", str(tmp_path), "c")
    assert done == Ran(NOTHING, "", "corrob: no case to judge\n")


def test_a_timeline_can_be_read_by_a_machine_day_by_day(cases: Path) -> None:
    done = run("timeline", str(cases), "--format", "json")
    rows = [(one["case"], one["as_of"], one["status"]) for one in json.loads(done.out)["results"]]
    assert (done.code, rows) == (GOOD, [("one", "2024-01-02", "attributed"), ("two", "2024-01-02", "attributed")])


def test_a_timeline_of_bad_data_tells_what_is_good_and_fails(cases: Path) -> None:
    (cases / "bad.yaml").write_text(BAD)
    told = [run("timeline", ".", "--format", form) for form in ("json", "text")]
    assert [done.code for done in told] == [BAD_INPUT, BAD_INPUT]
    assert all("2024-01-02" in done.out for done in told)

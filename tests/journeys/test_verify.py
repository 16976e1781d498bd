"""`corrob verify`, `explain`, `timeline` and `check`, as a user runs them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import ROOT, Command, without_notice

SERGEEVKA = "fixtures/dprk-sergeevka-2024"
FIELDS = [
    "case", "claim", "as_of", "status", "confidence", "rule", "origins", "because", "notes", "findings", "unknown",
]  # fmt: skip
CASE = {
    "corrob": 1,
    "case": "small",
    "sources": [{"id": "s", "reliability": "B"}],
    "claims": [{"id": "c", "text": "t"}],
    "evidence": [{"id": "e", "source": "s", "bears": [{"claim": "c", "stance": "supports"}]}],
}


def test_jsonl_gives_one_object_a_claim_with_the_promised_fields_in_order(corrob: Command) -> None:
    run = corrob("verify", SERGEEVKA, "--as-of", "2024-10-26", "--format", "jsonl")
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert (run.returncode, run.stderr) == (0, "")
    assert [list(line)[: len(FIELDS)] for line in lines] == [FIELDS] * 21
    statuses = {line["claim"]: line["status"] for line in lines}
    wanted = {"C1": "corroborated", "C3": "attributed", "C4": "confirmed", "C7b": "disputed", "C8a": "open"}
    assert {claim: statuses[claim] for claim in [*wanted, "T1"]} == {**wanted, "T1": "refuted"}
    assert lines[0]["origins"] == {
        "supports": {"count": 5, "at_least": 3, "list": ["E02", "E04", "E05", "E12", "E13"]},
        "refutes": {"count": 0, "at_least": 0, "list": []},
    }


def test_json_wraps_the_same_objects(corrob: Command) -> None:
    lines = corrob("verify", SERGEEVKA, "--format", "jsonl").stdout.splitlines()
    document = json.loads(corrob("verify", SERGEEVKA, "--format", "json").stdout)
    assert document == {"results": [json.loads(line) for line in lines]}


def test_csv_has_a_row_a_claim(corrob: Command) -> None:
    rows = list(csv.DictReader(io.StringIO(corrob("verify", SERGEEVKA, "--format", "csv").stdout)))
    assert len(rows) == 21
    assert (rows[0]["claim"], rows[0]["status"], rows[0]["as_of"]) == ("C1", "confirmed", "")


def test_only_the_claims_asked_for_are_shown_and_an_unknown_one_is_told(corrob: Command) -> None:
    run = corrob("verify", SERGEEVKA, "--only", "C3", "--only", "C99", "--format", "jsonl")
    assert [json.loads(line)["claim"] for line in run.stdout.splitlines()] == ["C3"]
    assert (run.returncode, run.stderr) == (2, "corrob: no case has a claim 'C99'\n")


def test_output_goes_to_a_file(corrob: Command, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    run = corrob("verify", SERGEEVKA, "--format", "jsonl", "-o", str(target))
    assert (run.returncode, run.stdout, len(target.read_text().splitlines())) == (0, "", 21)
    refused = corrob("verify", SERGEEVKA, "-o", str(tmp_path / "no" / "out"))
    assert (refused.returncode, "cannot write" in refused.stderr) == (2, True)


@pytest.mark.parametrize("form", ["yaml", "json", "jsonl", "jsonl.gz", "stdin"])
def test_every_form_of_a_case_gives_the_same_status(corrob: Command, tmp_path: Path, form: str) -> None:
    text = json.dumps(CASE)
    target = tmp_path / f"case.{form}"
    target.write_bytes(gzip.compress(text.encode()) if form.endswith("gz") else text.encode())
    name, stdin = ("-", text) if form == "stdin" else (str(target), "")
    run = corrob("verify", name, "--format", "jsonl", stdin=stdin)
    assert (run.returncode, json.loads(run.stdout)["status"]) == (0, "attributed")


def test_a_register_serves_all_cases_below_it_and_an_override_is_told(corrob: Command, tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text("corrob: 1\nregister: r\nsources: [{id: s, reliability: E}]\n")
    bare = {key: value for key, value in CASE.items() if key != "sources"}
    (tmp_path / "a.json").write_text(json.dumps({**bare, "case": "a"}))
    (tmp_path / "b.json").write_text(json.dumps({**CASE, "case": "b"}))
    run = corrob("verify", str(tmp_path), "--format", "jsonl")
    assert [json.loads(line)["status"] for line in run.stdout.splitlines()] == ["unverified", "attributed"]
    assert run.stderr.endswith("b.json:1: the case's own entry replaces the register's: s\n")


def test_one_bad_case_stops_no_other_and_is_named(corrob: Command, tmp_path: Path) -> None:
    lines = [json.dumps({**CASE, "case": "a"}), '{"corrob": 1, "case": "b", "claim": []}', json.dumps(CASE)]
    target = tmp_path / "data.jsonl"
    target.write_text("\n".join(lines))
    run = corrob("verify", str(target), "--format", "jsonl")
    assert run.returncode == 2
    assert [json.loads(line)["case"] for line in run.stdout.splitlines()] == ["a", "small"]
    assert f"{target}:2:28: F001" in run.stderr
    assert "did you mean 'claims'?" in run.stderr


def test_nothing_to_judge_is_exit_4(corrob: Command, tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("nothing here")
    run = corrob("verify", str(tmp_path))
    assert (run.returncode, run.stdout) == (4, "")
    assert run.stderr == "corrob: 1 file(s) of other kinds were not read\ncorrob: no case to judge\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify"],
        ["verify", SERGEEVKA, "--as-of", "26 October"],
        ["verify", SERGEEVKA, "--format", "xml"],
        ["verify", SERGEEVKA, "--rules", "no-such-pack"],
        ["verify", "no/such/file.yaml"],
        ["explain", SERGEEVKA, "C99"],
        ["frobnicate"],
    ],
)
def test_bad_usage_is_exit_2_without_a_traceback(corrob: Command, arguments: list[str]) -> None:
    run = corrob(*arguments)
    assert (run.returncode, run.stdout, "Traceback" in run.stderr) == (2, "", False)
    assert run.stderr


def test_the_table_is_for_people_and_plain_where_it_is_no_terminal(corrob: Command) -> None:
    run = corrob("verify", SERGEEVKA, "--as-of", "2024-10-26", "--only", "C1")
    assert run.returncode == 0
    assert "\x1b" not in run.stdout
    for part in ("dprk-sergeevka-2024, as of 2024-10-26", "C1", "corroborated", "3-5", "5 independent origins agree"):
        assert part in run.stdout


def test_colour_is_honoured_and_refused(corrob: Command) -> None:
    shown = corrob("verify", SERGEEVKA, "--only", "C1", FORCE_COLOR="1", TERM="xterm").stdout
    plain = corrob("verify", SERGEEVKA, "--only", "C1", FORCE_COLOR="1", TERM="xterm", NO_COLOR="1").stdout
    assert "\x1b[32m" in shown
    assert "\x1b[32m" not in plain


def test_an_explanation_fits_one_screen_and_names_the_origins_and_who_retells(corrob: Command) -> None:
    run = corrob("explain", SERGEEVKA, "C1", "--as-of", "2024-10-26")
    assert run.returncode == 0
    assert len(run.stdout.splitlines()) <= 40
    for part in (
        "5 independent origins (3 if suspect ties are merged)",
        "Para Pax: E05; passed on by E08 (on C2), E22 (on C2)",
        "all under Government of Ukraine",
        "Not counted: CNN, New York Times, Washington Post. They worked on what others saw",
        "Not counted: Yonhap. They retell",
        "E01, E10: Taken back by a later act of the same controller",
    ):
        assert part in " ".join(run.stdout.split())


def test_an_explanation_can_be_read_by_a_machine(corrob: Command) -> None:
    answer = json.loads(corrob("explain", SERGEEVKA, "C4", "--as-of", "2024-10-26", "--format", "json").stdout)
    assert [(line["name"], line["own"]) for line in answer["supports"]] == [
        ("E06", ["E06"]), ("E08", ["E08"]), ("E22", ["E22"]),
    ]  # fmt: skip
    assert [need["answer"] for need in answer["needs"]] == ["met", "met"]


def test_a_timeline_tells_when_a_status_changed(corrob: Command) -> None:
    run = corrob("timeline", SERGEEVKA)
    assert run.returncode == 0
    told = run.stdout.split("C9 ")[1].split("\n\n")[0]
    days = [line.split()[:2] for line in told.splitlines() if line.startswith("  20")][:3]
    assert days == [["2024-10-10", "unassessed"], ["2024-10-24", "attributed"], ["2025-04-26", "confirmed"]]


def test_check_passes_where_all_is_as_expected(corrob: Command) -> None:
    run = corrob("check", "fixtures")
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr.endswith("expectation(s), 0 not met\n")


def test_check_fails_with_expected_against_actual_and_the_place(corrob: Command, tmp_path: Path) -> None:
    target = tmp_path / "case.json"
    expect = [{"claim": "c", "status": "confirmed", "origins": {"supports": 2}, "note": "so it was agreed"}]
    target.write_text(json.dumps({**CASE, "expect": expect}))
    run = corrob("check", str(target))
    assert run.returncode == 1
    assert "small c: status expected confirmed, found attributed" in " ".join(run.stdout.split())
    assert "origins.supports expected 2, found 1" in " ".join(run.stdout.split())
    assert "so it was agreed" in run.stdout
    rules = "Rules: conflict-desk 1.0.0 on core 1.0.0\n"
    assert run.stderr == f"{rules}1 case(s), 1 expectation(s), 2 not met\n"


def test_bad_data_and_an_unmet_expectation_together_are_bad_data(corrob: Command, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({**CASE, "expect": [{"claim": "c", "status": "open"}]}))
    (tmp_path / "b.json").write_text("{")
    assert corrob("check", str(tmp_path)).returncode == 2


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m corrob verify {SERGEEVKA} --format jsonl | head -n 1; exit ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False, timeout=60)
    assert (run.returncode, len(run.stdout.splitlines()), without_notice(run.stderr)) == (0, 1, "")


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_is_exit_130() -> None:
    command = [sys.executable, "-m", "corrob", "verify", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        time.sleep(1.5)
        os.kill(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert (process.returncode, b"Traceback" in told) == (130, False)


def test_the_same_bytes_come_out_whatever_the_hash_seed_the_locale_and_the_time_zone(corrob: Command) -> None:
    runs = [
        corrob("verify", SERGEEVKA, "--format", "jsonl", PYTHONHASHSEED=seed, LC_ALL=locale, TZ=zone).stdout
        for seed, locale, zone in (("0", "C", "UTC"), ("1", "C.UTF-8", "Asia/Seoul"), ("2", "POSIX", "America/Lima"))
    ]
    assert runs[0]
    assert runs[0] == runs[1] == runs[2]

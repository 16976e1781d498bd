"""`corrob explain` with `--without`, `--flip` and `--trace`, as a user runs it."""

from __future__ import annotations

import json

import pytest

from commands import Command

SERGEEVKA = ("fixtures/dprk-sergeevka-2024", "C1", "--as-of", "2024-10-26")


def test_a_status_hangs_on_what_is_told_and_losing_that_changes_it(corrob: Command) -> None:
    run = corrob("explain", *SERGEEVKA, "--flip", "--format", "json")
    answer = json.loads(run.stdout)
    assert (run.returncode, run.stderr) == (0, "")
    assert (answer["losses"], answer["sets"]) == ({"item": 22, "source": 15, "media": 7, "tie": 21}, 2145)
    (flip,) = answer["flips"]
    assert (flip["status"], [[one["name"] for one in group] for group in flip["losses"]]) == (
        "attributed", [["media M1", "source para-pax (Para Pax)"], ["source astra (Astra)"]],
    )  # fmt: skip
    for first in ("M1", "para-pax"):
        lost = corrob("explain", *SERGEEVKA, "--without", first, "--without", "astra", "--format", "json")
        assert json.loads(lost.stdout)["after"]["status"] == "attributed"
    one = corrob("explain", *SERGEEVKA, "--without", "M1", "--format", "json")
    assert json.loads(one.stdout)["after"]["status"] == "corroborated"


def test_what_a_status_hangs_on_is_told_in_a_few_lines_with_the_bound(corrob: Command) -> None:
    lines = corrob("explain", *SERGEEVKA, "--flip").stdout.splitlines()
    assert lines[3:] == [
        "It would be attributed without",
        "  •  either media M1 or source para-pax (Para Pax), and source astra (Astra)",
        "",
        "All sets of up to 2 of 65 items, sources, media and ties were tried (2,145).",
    ]


def test_what_changes_without_some_evidence_is_told_for_the_claim_and_for_others(corrob: Command) -> None:
    lines = corrob("explain", *SERGEEVKA, "--without", "M1", "--without", "astra").stdout.splitlines()
    for line in (
        "Without media M1, source astra (Astra):",
        "  status                - corroborated",
        "                        + attributed",
        "  for                   - 5 (3 if suspect ties are merged): E02, E04, E05, E12, E13",
        "                        + 3 (1 if suspect ties are merged): E02, E04, E13",
        "Other claims that get another status:",
        "  C3   attributed → unassessed  The soldiers seen in M1 are North Korean",
    ):
        assert line in lines


def test_the_notebook_tells_every_stage_and_fits_the_page(corrob: Command) -> None:
    lines = corrob("explain", *SERGEEVKA, "--trace").stdout.splitlines()
    assert [line for line in lines if line[:1].isdigit()] == [
        "1  Ways of the bearings, each to its root",
        "2  Origins, and what makes roots one",
        "3  Removed before counting",
        "4  Evidence sets",
        "5  Rules",
        "6  Status",
    ]
    assert max(map(len, lines)) <= 100
    for line in (
        "  16  E08 ← media M1  CNN: supports (through C2, which it supports)",
        "    E05  #5, 16, 27 (E05, M1): media M1, under Para Pax",
        "    settled     corroborated",
    ):
        assert line in lines


@pytest.mark.parametrize("question", [("--flip", "--size", "1"), ("--without", "E12"), ("--trace",)])
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_bytes_come_out_whatever_the_hash_seed(corrob: Command, question: tuple[str, ...], form: str) -> None:
    runs = {corrob("explain", *SERGEEVKA, *question, "--format", form, PYTHONHASHSEED=seed).stdout for seed in "012"}
    assert len(runs) == 1
    assert runs != {""}

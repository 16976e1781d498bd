"""`corrob explain --why-not`, as a user runs it."""

from __future__ import annotations

import json

from commands import Command

ISLAND = ("fixtures/snake-island-2022", "S3", "--as-of", "2022-02-28")


def test_the_ways_to_a_status_are_told_first_with_the_bound_last(corrob: Command) -> None:
    run = corrob("explain", *ISLAND, "--why-not", "confirmed")
    lines = run.stdout.splitlines()
    assert (run.returncode, run.stderr) == (0, "")
    assert lines[:7] == [
        "S3  The defenders of Snake Island are alive and were taken prisoner",
        "    ATTRIBUTED, low confidence, as of 2022-02-28",
        "",
        "It would be confirmed with one change:",
        "  •  one more item of a new source, graded C or better, that supports S3; 1 stricter kind would do",
        "     as well",
        "  •  ru-mod (Russian Ministry of Defence) graded C or better",
    ]
    assert lines[-2:] == [
        "All single changes were tried (46): 25 kinds of further evidence, each from a new source, and 21",
        "changes of what is there or is known of related claims.",
    ]
    assert max(map(len, lines)) <= 100


def test_the_same_is_told_to_machines_whatever_the_hash_seed(corrob: Command) -> None:
    asked = ("explain", *ISLAND, "--why-not", "confirmed", "--size", "1", "--format", "json")
    (told,) = {corrob(*asked, PYTHONHASHSEED=seed).stdout for seed in "012"}
    answer = json.loads(told)
    assert [answer[name] for name in ("status", "size", "least", "kinds", "changes", "tried", "note")] == [
        "confirmed", 1, 1, 25, 21, 46, "",
    ]  # fmt: skip
    assert answer["ways"][2] == {"changes": ["zvezda (Zvezda) graded C or better"], "stricter": 0}


def test_the_status_that_it_has_needs_nothing(corrob: Command) -> None:
    assert corrob("explain", *ISLAND, "--why-not", "attributed").stdout.splitlines()[3:] == ["It is attributed.", ""]


def test_a_status_that_is_not_there_is_bad_usage(corrob: Command) -> None:
    run = corrob("explain", *ISLAND, "--why-not", "confrimed")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "corrob: conflict-desk has no status 'confrimed' did you mean 'confirmed'?\n"

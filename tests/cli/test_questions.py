"""The questions of `corrob explain`: one at a time, about what the case has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.running import Ran, run
from corrob.cli.outputs import BAD_INPUT, GOOD
from corrob.cli.questions import QUESTIONS, WHY, Options, question_of

CASE = """\
corrob: 1
case: three
sources: [{id: a, name: The Agency, reliability: B}, {id: b, reliability: B}]
media: [{id: film, type: video, from: a}]
claims: [{id: c, text: It burned}, {id: n, text: It did not, negates: c}]
evidence:
- {id: e1, source: a, published: "2024-01-02", media: [film], bears: [{claim: c, stance: supports}]}
- {id: e2, source: b, published: "2024-01-02", bears: [{claim: c, stance: supports}]}
"""


@pytest.fixture
def three(cases: Path) -> str:
    (cases / "three.yaml").write_text(CASE)
    return "three.yaml"


def asked(*arguments: str) -> dict[str, object]:
    done = run("explain", *arguments, "--rules", "core", "--format", "json")
    assert (done.code, done.told) == (GOOD, "")
    return dict(json.loads(done.out))


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (Options(), ""),
        (Options(("e1",)), "--without"),
        (Options(flip=True, size=3), "--flip"),
        (Options(trace=True), "--trace"),
    ],
)
def test_the_question_is_that_of_the_option_that_is_given(options: Options, wanted: str) -> None:
    assert question_of(options).option == wanted


def test_every_question_has_a_page() -> None:
    assert all(callable(question.page()) for question in (WHY, *QUESTIONS))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--flip", "--trace"), "one question at a time: --flip or --trace"),
        (("--without", "e1", "--flip", "--trace"), "one question at a time: --without or --flip or --trace"),
        (("--size", "3"), "--size belongs to --flip"),
        (("--trace", "--size", "3"), "--size belongs to --flip"),
        (("--flip", "--size", "0"), "0 is not in the range x>=1"),
    ],
)
def test_bad_usage_is_told(three: str, arguments: tuple[str, ...], told: str) -> None:
    done = run("explain", three, "c", *arguments)
    assert (done.code, done.out) == (BAD_INPUT, "")
    assert told in " ".join(done.told.split())


def test_each_question_is_answered_in_json(three: str) -> None:
    without = asked(three, "c", "--without", "e1", "--without", "film")
    assert [one["name"] for one in without["lost"]] == ["e1 The Agency", "media film"]  # type: ignore[attr-defined]
    assert (without["before"]["status"], without["after"]["status"]) == ("corroborated", "attributed")  # type: ignore[index]
    flip = asked(three, "c", "--flip", "--size", "1")
    assert (flip["size"], flip["sets"], len(flip["flips"])) == (1, 5, 2)  # type: ignore[arg-type]
    assert asked(three, "c", "--flip")["size"] == 2
    assert asked(three, "n", "--trace")["denies"] == "c"


def test_ids_that_name_nothing_to_lose_are_all_told(three: str) -> None:
    assert run(
        "explain", three, "c", "--without", "films", "--without", "c", "--without", "e1", "--without", "zzz"
    ) == Ran(
        BAD_INPUT,
        "",
        "corrob: 'films' names nothing in the case; an item, a media item or a source is asked for did you mean 'film'?\n"
        "corrob: 'c' is a claim; an item, a media item or a source is asked for\n"
        "corrob: 'zzz' names nothing in the case; an item, a media item or a source is asked for\n",
    )


@pytest.mark.parametrize("question", [("--without", "e1"), ("--flip",), ("--trace",)])
def test_a_claim_that_is_not_there_is_told_whatever_is_asked(three: str, question: tuple[str, ...]) -> None:
    assert run("explain", three, "cc", *question).told == "corrob: no case there has a claim 'cc' did you mean 'c'?\n"


def test_an_answer_goes_to_a_file(three: str, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    done = run("explain", three, "c", "--rules", "core", "--flip", "-o", str(target))
    assert (done.code, done.out) == (GOOD, "")
    assert "It would be attributed without\n  •  either e1 The Agency or source a (The Agency)\n" in target.read_text()

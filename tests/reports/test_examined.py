"""What is found wrong with a pack, as lines, as JSON and as files."""

from __future__ import annotations

import json

from corrob.diagnostics import Diagnostic, Span
from corrob.model.case import Case, Claim
from corrob.model.finding import Examined, Finding
from corrob.reports.examined import bounds, document, files, told

CASE = Case(corrob=1, case="example", claims=(Claim(id="c", text="The claim"),))
SAID = Diagnostic(Span("p/rules.yaml", 3, 5), "C001", "it never fires", "mend it")
SHOWN = Finding(SAID, CASE, "2024-06-01", "this is so")
BARE = Finding(Diagnostic(Span("p/rules.yaml", 9, 1), "C009", "nothing uses it"))
TEXT = "corrob: 1\ncase: example\nclaims:\n  - {id: c, text: The claim}\n"
EXAMINED = Examined("p", (SHOWN, BARE), (BARE,), settings=4, kinds=7, items=3, tried=12_345)
BOUNDS = "4 sorts of claim, each with up to 3 items of 7 kinds of evidence: 12,345 ways"


def test_a_finding_is_told_with_the_case_that_shows_it() -> None:
    assert list(told(SHOWN)) == [
        "p/rules.yaml:3:5: C001 it never fires [mend it]",
        "    judge this, as of 2024-06-01: this is so",
        *[f"    | {line}" for line in TEXT.splitlines()],
    ]
    assert list(told(Finding(SAID, CASE, None, "this is so")))[1] == "    judge this: this is so"


def test_a_finding_that_no_case_shows_is_told_on_a_line() -> None:
    assert list(told(BARE)) == ["p/rules.yaml:9:1: C009 nothing uses it"]


def test_the_bounds_of_the_search_are_told_and_what_could_not_be_looked_at() -> None:
    assert bounds(EXAMINED) == BOUNDS
    left = Examined("p", (), settings=4, kinds=7, items=3, tried=12_345, unread=2)
    assert bounds(left) == f"{BOUNDS}; 2 rules, sets and tables could not be looked at"


def test_examples_are_files_that_are_named_after_the_finding_and_so_is_the_case() -> None:
    assert list(files([BARE, SHOWN, SHOWN])) == [
        ("02-C001.yaml", TEXT.replace("case: example", "case: 02-C001")),
        ("03-C001.yaml", TEXT.replace("case: example", "case: 03-C001")),
    ]


def test_everything_is_there_as_json_whether_or_not_a_pack_could_be_read() -> None:
    problem = {
        "file": "p/rules.yaml",
        "line": 3,
        "column": 5,
        "code": "C001",
        "message": "it never fires",
        "hint": "mend it",
    }
    bare = {"file": "p/rules.yaml", "line": 9, "column": 1, "code": "C009", "message": "nothing uses it", "hint": ""}
    nothing = {"shown": "", "as_of": None, "example": None}
    assert json.loads(document([("p", EXAMINED, ()), ("q", None, (SAID,))])) == [
        {
            "pack": "p",
            "problems": [],
            "findings": [
                {**problem, "shown": "this is so", "as_of": "2024-06-01", "example": TEXT},
                {**bare, **nothing},
            ],
            "remarks": [{**bare, **nothing}],
            "searched": BOUNDS,
        },
        {"pack": "q", "problems": [problem], "findings": [], "remarks": [], "searched": ""},
    ]

"""Rules for people: a line each, or in full."""

from __future__ import annotations

from corrob.codes.code import Code
from corrob.model.explanation import Entry, NeedLine, RulePage
from corrob.reports import rules
from reports.printing import printed

SHORT = RulePage("core/b", "M2", "B", "p.yaml:9:3", "raises the confidence")
LONG = RulePage(
    id="core/a",
    code="M1",
    title="A",
    place="p.yaml:3:3",
    effect="gives sure",
    applies_to="kind event",
    needs=(NeedLine("some good", "met"), NeedLine("no bad", "met", (), "desk")),
    beats=("core/b", "core/c"),
    because="So it is.",
    cites=("A manual", "Another"),
    tests=2,
)


def test_rules_are_listed_a_line_each() -> None:
    assert printed(lambda out: rules.listed(out, [LONG, SHORT])) == [
        "M1  core/a  gives sure",
        "M2  core/b  raises the confidence",
    ]


def test_a_rule_is_shown_in_full_and_what_it_lacks_is_left_out() -> None:
    assert printed(lambda out: rules.shown(out, [LONG, SHORT])) == [
        "M1  core/a: A",
        "  effect      gives sure",
        "  applies to  kind event",
        "  needs       some good",
        "  needs       no bad [desk]",
        "  beats       core/b",
        "  beats       core/c",
        "  because     So it is.",
        "  cites       A manual",
        "  cites       Another",
        "  tests       2",
        "  stands in   p.yaml:3:3",
        "M2  core/b: B",
        "  effect     raises the confidence",
        "  because",
        "  tests      0",
        "  stands in  p.yaml:9:3",
    ]


def test_what_is_no_rule_is_listed_a_line_each_and_shown_in_full() -> None:
    one = Entry("credible", "table", "It is credible", (("row", "`yes` for a strand"), ("used by", "nothing")))
    other = Entry("good", "set", "")
    assert printed(lambda out: rules.names(out, [one, other])) == [
        "table  credible  It is credible",
        "set    good",
    ]
    assert printed(lambda out: rules.entries(out, [one, other])) == [
        "credible  table: It is credible",
        "  row      yes for a strand",
        "  used by  nothing",
        "good  set",
    ]


def test_a_code_has_a_page_with_an_example_and_what_to_do() -> None:
    page = Code(
        title="It is odd", meaning="It means `x`.", example={"a.yaml": "x: 1\n"}, told="a.yaml:1:1: X", remedy="Go."
    )
    assert printed(lambda out: rules.explained(out, "X001", page)) == [
        "X001  It is odd",
        "",
        "It means x.",
        "",
        "    a.yaml",
        "      x: 1",
        "",
        "is told as",
        "    a.yaml:1:1: X",
        "",
        "What to do: Go.",
    ]
    short = Code(title="It is odd", meaning="It is.", remedy="Go.")
    assert printed(lambda out: rules.explained(out, "X001", short)) == [
        "X001  It is odd", "", "It is.", "", "What to do: Go.",
    ]  # fmt: skip

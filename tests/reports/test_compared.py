"""A comparison as people read it."""

from __future__ import annotations

from msgspec.structs import replace

from corrob.reports.compared import compared
from reports.comparisons import CHANGE, COMPARISON, NOTHING, RICHER
from reports.printing import coloured, printed, tone


def test_groups_have_their_claims_with_both_results_and_the_reasons_and_the_summary_is_last() -> None:
    assert printed(lambda out: compared(out, COMPARISON, tone)) == [
        "old → new",
        "  min_origins: 2 → 3",
        "  more: not there → B",
        "  new rule: p/new",
        "  rule gone or disabled: p/gone",
        "",
        "corroborated → attributed: 1",
        "  story c: It burned",
        "    was corroborated, high confidence by p/agree; for 2 (e1, e2), against 0",
        "    now attributed, low confidence by p/lone; for 1-2 (e1, e2), against 0",
        "    ·   p/agree no longer gives it: at least 2 origins in s → at least 3 origins in s: met → not met",
        "",
        "2 claims in 1 case, 1 changes",
    ]


def test_where_nothing_changes_that_is_all_that_is_said() -> None:
    lines = printed(lambda out: compared(out, NOTHING, tone))
    assert lines == ["old → new", "", "1,054 claims in 7 cases, nothing changes"]


def test_the_date_is_told() -> None:
    dated = replace(COMPARISON, changes=(replace(CHANGE, as_of="2024-01-02"),))
    assert "  story c as of 2024-01-02: It burned" in printed(lambda out: compared(out, dated, tone))


def test_what_is_new_or_gone_is_listed_before_the_summary() -> None:
    assert printed(lambda out: compared(out, RICHER, tone))[-6:] == [
        "case new: fresh (1 claim)",
        "claim new: story n: It stood (unassessed)",
        "case gone: former (2 claims)",
        "claim gone: story o: It fell (disputed)",
        "",
        "2 claims in 1 case, 1 changes, 2 claims new, 3 claims gone",
    ]


def test_a_terminal_shows_a_status_in_the_colour_of_its_scale() -> None:
    assert "\x1b[32mattributed\x1b[0m" in coloured(lambda out: compared(out, COMPARISON, tone))


def test_no_line_is_longer_than_a_plain_page() -> None:
    long = replace(CHANGE, text="word " * 80, claim="c" * 30)
    lines = printed(lambda out: compared(out, replace(COMPARISON, old="o" * 150, changes=(long,)), tone))
    assert max(map(len, lines)) <= 100

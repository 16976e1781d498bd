"""A comparison as a comment on a merge request."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from corrob.reports.compared_markdown import MOST, escaped, markdown
from reports.comparisons import CHANGE, COMPARISON, GROUP, NOTHING, RICHER


def test_there_is_a_heading_a_table_of_groups_and_the_claims_unfold() -> None:
    assert (
        "".join(markdown(COMPARISON))
        == """\
### What changes: old → new

2 claims in 1 case, 1 changes.

- min\\_origins: 2 → 3
- more: not there → B
- new rule: p/new
- rule gone or disabled: p/gone

| change | claims |
|---|---:|
| corroborated → attributed | 1 |

<details>
<summary>Claims that change: 1</summary>

| case | claim | was | now | why |
|---|---|---|---|---|
| story | c: It burned | corroborated, high confidence by p/agree; for 2 (e1, e2), against 0 | attributed, low confidence by p/lone; for 1-2 (e1, e2), against 0 | p/agree no longer gives it: at least 2 origins in s → at least 3 origins in s: met → not met |

</details>
"""
    )


def test_where_nothing_changes_the_heading_and_the_summary_are_all() -> None:
    told = "".join(markdown(NOTHING))
    assert told == "### What changes: old → new\n\n1,054 claims in 7 cases, nothing changes.\n"


def test_what_is_new_or_gone_unfolds_apart() -> None:
    assert "".join(markdown(RICHER)).endswith("""\
<details>
<summary>Claims that are new or gone: 4</summary>

| | what |
|---|---|
| case new | fresh (1 claim) |
| claim new | story n: It stood (unassessed) |
| case gone | former (2 claims) |
| claim gone | story o: It fell (disputed) |

</details>
""")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a|b", "a\\|b"),
        ("a\nb\r\n c", "a b c"),
        ("<script>&", "&lt;script&gt;&amp;"),
        ("`*_[]{}#~!\\", "\\`\\*\\_\\[\\]\\{\\}\\#\\~\\!\\\\"),
        ("@all $x$", "&#64;all &#36;x&#36;"),
        ("x" * 401, "x" * 400 + "…"),
    ],
)
def test_what_would_be_read_as_markdown_is_escaped(text: str, told: str) -> None:
    assert escaped(text) == told


def test_every_cell_is_escaped() -> None:
    wild = "a|b\n<i>@x"
    change = replace(CHANGE, case=wild, claim=wild, text=wild, as_of=wild)
    names = [replace(one, rule=wild) for one in CHANGE.lost]
    told = "".join(
        markdown(
            replace(COMPARISON, old=wild, new=wild, groups=(GROUP,), changes=(replace(change, lost=tuple(names)),))
        )
    )
    rows = [line for line in told.splitlines() if "It" in line or "a\\|b" in line]
    assert len(rows) == 2
    assert told.count("<i>") + told.count("@") == 0
    assert rows[1].replace("\\|", "").count("|") == 6


def test_the_comment_is_bounded_and_says_what_is_left_out() -> None:
    many = tuple(replace(CHANGE, claim=f"c{n}", text="€" * 70) for n in range(3_000))
    alone = tuple(replace(RICHER.changes[1], claim=f"n{n}", text="€" * 70) for n in range(3_000))
    told = "".join(markdown(replace(COMPARISON, changes=(*many, *alone), groups=(replace(GROUP, count=3_000),))))
    rows = [line for line in told.splitlines() if line.startswith("| story | c")]
    fresh = [line for line in told.splitlines() if line.startswith("| claim new")]
    assert len(told.encode()) <= MOST
    assert f"\n{3_000 - len(rows):,} more claims are left out here.\n" in told
    assert f"\n{3_000 - len(fresh):,} more claims are left out here.\n" in told
    assert min(len(rows), len(fresh)) > 50

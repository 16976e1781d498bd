"""A notebook for people: every stage by which a claim got its status."""

from __future__ import annotations

from msgspec.structs import replace

from corrob.model.answers import (
    Cap,
    LostWay,
    StrandLine,
    TraceAnswer,
    TracedNeed,
    TracedOrigin,
    TracedRemoval,
    TracedRule,
    TracedSet,
)  # fmt: skip
from corrob.reports.traced import traced
from reports.printing import printed, result, tone

PLAIN = TraceAnswer(result(confidence="low", steps=("Two kinds",)), "It burned", settled="attributed")
OWN = StrandLine(1, "e1", "The Agency", "supports", "c", "supports", "own", ("e1",), "item", "e1", "e1")
FAR = StrandLine(2, "e2", "The Daily", "refutes", "d", "supports", "inherited", ("e2", "e3"), "media", "film", "film")


def screen(told: TraceAnswer) -> list[str]:
    return printed(lambda out: traced(out, told, tone))


def stage(told: TraceAnswer, number: int) -> list[str]:
    """Give the lines of one stage, without its title."""
    lines = screen(told)
    titles = [n for n, line in enumerate(lines) if line[:1].isdigit()] + [len(lines)]
    return [line for line in lines[titles[number - 1] + 1 : titles[number]] if line]


def test_the_stages_come_in_order_even_where_nothing_is_there() -> None:
    assert screen(PLAIN) == [
        "c  It burned",
        "    ATTRIBUTED, low confidence",
        "",
        "1  Ways of the bearings, each to its root",
        "   -  no bearing reaches the claim",
        "",
        "2  Origins, and what makes roots one",
        "   -  none",
        "",
        "3  Removed before counting",
        "",
        "4  Evidence sets",
        "",
        "5  Rules",
        "",
        "6  Status",
        "    proposed    nothing",
        "    settled     attributed",
        "    confidence  Two kinds",
        "    status      ATTRIBUTED, low confidence",
        "",
    ]


def test_of_a_denial_it_is_told_whose_stages_these_are() -> None:
    assert "1  Ways of the bearings (of d, which it denies), each to its root" in screen(replace(PLAIN, denies="d"))


def test_ways_are_told_item_by_item_and_what_goes_without_saying_is_left_out() -> None:
    facts = {"reliability": "B", "hedged": "no", "superseded": "yes", "says": "none", "place_fits": "unknown"}
    strands = (
        replace(
            OWN, facts={**facts, "act": "unknown"}, attributes={"credible": "yes", "outsider": "no", "grade": "high"}
        ),
        replace(FAR, facts={**facts, "act": "denial"}),
        replace(FAR, number=3, root_kind="circle", root="", via=("e2",), facts=facts),
    )
    assert stage(replace(PLAIN, strands=strands, lost=(LostWay("e9", "c"),)), 1) == [
        "   1  e1  The Agency: supports",
        "      reliability B, superseded, credible, grade high, act ?",
        "   2  e2 ← e3 ← media film  The Daily: refutes (through d, which it supports)",
        "      reliability B, superseded, act denial",
        "   3  e2 ← circle  The Daily: refutes (through d, which it supports)",
        "      reliability B, superseded",
        "      What is no, none or empty is left out; ? is unknown; of all of them place_fits are unknown.",
        "   -  e9 (on c): every way leads to what was withdrawn",
    ]


def test_what_a_strand_says_where_it_was_written_is_told_where_it_is_another() -> None:
    same, other = {"says": "served", "says_written": "served"}, {"says": "served", "says_written": "hurt"}
    told = [stage(replace(PLAIN, strands=(replace(OWN, facts=facts),)), 1)[1] for facts in (same, other)]
    assert told == ["      says served", "      says served, says_written hurt"]


def test_origins_are_told_with_their_strands_and_ties() -> None:
    origins = (
        TracedOrigin("e1", ("e1",), (), (1,)),
        TracedOrigin("e2", ("e2", "film"), ("media m", "under S"), (2, 3, 4, 7)),
    )
    assert stage(replace(PLAIN, origins=origins), 2) == [
        "    e1  #1",
        "    e2  #2-4, 7 (e2, film): media m, under S",
    ]


def test_removals_are_told_that_took_something_and_the_others_by_name() -> None:
    removals = (
        TracedRemoval("p/a", "A", "act denial", fired=True, strands=(1, 2)),
        TracedRemoval("p/b", "B", "act denial", fired=True),
        TracedRemoval("p/c", "C", "act denial", fired=False),
        TracedRemoval("p/d", "D", "act denial", fired=False),
    )
    assert stage(replace(PLAIN, removals=removals), 3) == [
        "    #1-2             A (p/a: act denial)",
        "    nothing matches  p/b",
        "    did not fire     p/c, p/d",
    ]


def test_sets_are_told_with_what_they_are_drawn_from_and_empty_ones_by_name() -> None:
    sets = (
        TracedSet("seen", "", "", (1, 2), ("e1", "e2"), 2),
        TracedSet("plain", "seen", "hedged no", (1,), ("e1",), 1),
        TracedSet("odd", "seen", "", (), (), 0),
    )
    assert stage(replace(PLAIN, sets=sets), 4) == [
        "    seen   #1-2, 2 origins",
        "    plain  #1, 1 origin  (seen: hedged no)",
        "    empty  odd",
    ]


def test_rules_are_told_that_fired_and_why_the_others_did_not() -> None:
    needs = TracedNeed("some seen", "met"), TracedNeed("no odd", "not met"), TracedNeed("the record", "unknown")
    rules = (
        TracedRule("p/x", "X", "gives doubtful", "doubtful", 1, "not fired", needs, "not met: no odd"),
        TracedRule("p/y", "Y", "gives open", "open", 1, "does not apply", (), "kind prediction"),
        TracedRule("p/a", "A", "gives attributed", "attributed", 1, "fired", needs),
        TracedRule("p/b", "B", "gives disputed", "disputed", 1, "beaten", needs[:1], "", ("p/a", "p/c")),
        TracedRule("p/f", "F", "finds it", "", 1, "fired"),
        TracedRule("p/z", "Z", "gives open", "open", 1, "does not apply", (), "kind prediction"),
    )
    told = replace(PLAIN, rules=rules, caps=(Cap("d", "doubtful", holds=True), Cap("e", "open", holds=False)))
    assert stage(told, 5) == [
        "    fired                    p/a gives attributed",
        "                             ✓ some seen",
        "                             ✗ no odd",
        "                             ? the record",
        "    fired                    p/f finds it",
        "    beaten                   p/b gives disputed, beaten by p/a, p/c",
        "                             ✓ some seen",
        "    not fired                p/x not met: no odd",
        "    only of kind prediction  p/y, p/z",
    ]
    assert stage(told, 6)[:4] == [
        "    proposed    attributed (p/a)",
        "    settled     attributed",
        "    cap         d is doubtful: holds it down",
        "    cap         e is open: does not lower it",
    ]

"""One screen for people: what a status hangs on."""

from __future__ import annotations

from msgspec.structs import replace

from corrob.model.answers import Flip, FlipAnswer, Loss
from corrob.reports.flips import SHOWN, flips
from reports.printing import coloured, printed, result, tone

A, B, C, D = (Loss("item", name, name) for name in "abcd")
NONE = FlipAnswer(result(), "It burned", 2, {"item": 3, "source": 1, "media": 0, "tie": 1}, 15, 15)
HEAD = ["c  It burned", "    ATTRIBUTED", ""]


def screen(told: FlipAnswer) -> list[str]:
    return printed(lambda out: flips(out, told, tone))


def test_where_nothing_changes_the_status_this_is_said_with_how_far_it_was_looked() -> None:
    assert screen(NONE) == [
        *HEAD,
        "Nothing that is lost, alone or up to 2 together, changes it.",
        "",
        "All sets of up to 2 of 5 items, sources, media and ties were tried (15).",
    ]
    assert screen(replace(NONE, size=1))[3] == "Nothing that is lost, alone, changes it."


def test_sets_are_told_by_the_status_that_they_lead_to() -> None:
    found = (Flip("doubtful", ((A, B, C),)), Flip("disputed", ((B,), (C, D))), Flip("doubtful", ((C,), (D,))))
    assert screen(replace(NONE, flips=found, sets=1_500, judged=1_400)) == [
        *HEAD,
        "It would be doubtful without",
        "  •  either a or b or c",
        "  •  c, and d",
        "",
        "It would be disputed without",
        "  •  b, and either c or d",
        "",
        "All sets of up to 2 of 5 items, sources, media and ties were tried (1,500); 100 of them hold a",
        "smaller set that does it.",
    ]


def test_of_many_sets_the_first_are_told_and_the_others_counted() -> None:
    shown = screen(replace(NONE, flips=(Flip("doubtful", ((A,), (B,))),) * (SHOWN + 5)))
    assert (shown.count("  •  a, and b"), shown[4 + SHOWN]) == (SHOWN, "  …  5 more, all of them in --format json")
    assert "more" not in " ".join(screen(replace(NONE, flips=(Flip("doubtful", ((A,),)),) * SHOWN)))


def test_a_status_has_the_colour_of_its_scale() -> None:
    told = replace(NONE, flips=(Flip("doubtful", ((A,),)),))
    assert "\x1b[1;31mdoubtful" in coloured(lambda out: flips(out, told, tone))

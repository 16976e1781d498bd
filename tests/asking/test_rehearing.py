"""A claim is heard anew only after changes that can touch its evidence as of the moment."""

from __future__ import annotations

from asking.explaining import item, story
from corrob.asking.locality import Locality
from corrob.asking.rehearing import Rehearings
from corrob.asking.upgrades import RECORD, Upgrade, upgrades
from corrob.dates import point
from stories import judged

PARTS = "[{id: c, text: By night}, {id: p, text: It burned, part_of: [{claim: c, required: true}]}]"
TEXT = story(item("e1", "a"), item("e5", "x", on="p"), claims=PARTS)


def setting() -> tuple[Rehearings, dict[str, Upgrade]]:
    near = Locality(judged(TEXT, None, "core").rounds.hearing, "c")
    offered = {one.text: one for one in upgrades(near, ["C"], "2024-01-09")}
    return Rehearings(near, near.hearing.scales), offered


def test_what_a_change_cannot_touch_is_heard_once() -> None:
    rehearings, offered = setting()
    as_it_is = rehearings.after(())
    for told in ("e5 withdrawn", "x (A channel) graded C"):
        changed = rehearings.after((offered[told],))
        assert changed.heard("c") is as_it_is.heard("c")
        assert changed.heard("p") is not as_it_is.heard("p")


def test_what_it_touches_is_heard_as_the_change_leaves_it() -> None:
    rehearings, offered = setting()
    assert [len(rehearings.after(()).heard(claim).exhibits) for claim in "cp"] == [1, 1]
    assert len(rehearings.after((offered["e5 withdrawn"],)).heard("p").exhibits) == 0
    graded = rehearings.after((offered["x (A channel) graded C"],)).heard("p")
    assert [one.facts["reliability"] for one in graded.exhibits] == ["C"]


def test_at_another_moment_it_is_heard_as_of_that_moment() -> None:
    rehearings, offered = setting()
    assert len(rehearings.after(()).heard("p").exhibits) == 1
    assert len(rehearings.after(()).at(point("2024-01-03")).heard("p").exhibits) == 0
    then = rehearings.after((offered["e5 withdrawn"],)).at(point("2024-01-03"))
    assert (len(then.heard("p").exhibits), len(then.heard("c").exhibits)) == (0, 1)
    assert then.heard("p") is rehearings.after(()).at(point("2024-01-03")).heard("p"), "e5 is not there yet"


def test_after_a_record_everything_is_heard_anew() -> None:
    rehearings, _ = setting()
    record = Upgrade("", lambda case: case, RECORD, "c")
    assert rehearings.after((record,)).heard("c") is not rehearings.after(()).heard("c")


def test_what_is_known_of_media_touches_the_claims_that_they_are_shown_for() -> None:
    film = "\n    media: [{id: film, type: video, from: a}]"
    text = story(item("e1", "a", more="media: [film]"), item("e5", "x", on="p"), claims=PARTS, more=film)
    near = Locality(judged(text, None, "core").rounds.hearing, "c")
    (checked,) = [one for one in upgrades(near, ["C"], "2024-01-09") if one.text.startswith("film authenticated")]
    rehearings = Rehearings(near, near.hearing.scales)
    before, after = rehearings.after(()), rehearings.after((checked,))
    assert [[one.facts["authenticated"] for one in each.heard("c").exhibits] for each in (before, after)] == [
        [None],
        [True],
    ]
    assert after.heard("p") is before.heard("p")

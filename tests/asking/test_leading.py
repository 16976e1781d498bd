"""The least changes that lead to a status, all of them, within the bound."""

from __future__ import annotations

from asking.explaining import item, story
from corrob.asking.leading import Search, weight
from corrob.asking.locality import Locality
from stories import judged

PARTS = "[{id: c, text: By night}, {id: p, text: It burned, part_of: [{claim: c, required: true}]}]"


def search(text: str, wanted: str, as_of: str | None = None) -> Search:
    return Search(Locality(judged(text, as_of, "core").rounds.hearing, "c"), frozenset({wanted}))


def test_all_sets_of_the_least_size_are_found_and_none_that_is_larger() -> None:
    least, found = search(story(item("e1", "x"), item("e2", "a")), "corroborated").least(3)
    assert (least, [([one.text for one in made], list(pieces)) for made, pieces in found]) == (
        1, [([], [{"stance": "supports"}]), (["x (A channel) graded C"], [])],
    )  # fmt: skip


def test_two_changes_of_what_is_there_are_made_at_once_and_not_three() -> None:
    against = [item(f"e{number}", who, stance="refutes") for number, who in ((2, "b"), (3, "d"))]
    least, found = search(story(item("e1", "a"), *against), "attributed").least(3)
    assert (least, [[one.text for one in made] for made, pieces in found if not pieces]) == (
        2, [["e2 withdrawn", "e3 withdrawn"]],
    )  # fmt: skip
    three = [item(f"e{number}", who) for number, who in ((1, "a"), (2, "b"), (3, "d"))]
    assert search(story(*three), "unassessed").least(3) == (0, [])


def test_what_is_tried_is_every_set_once() -> None:
    looking = search(story(), "corroborated")
    assert looking.least(1) == (0, [])
    assert (len(looking.moves), len(looking.upgrades), looking.tried) == (7, 0, 7)
    assert (looking.least(2)[0], looking.tried) == (2, 7 + 7 + 7 * 8 // 2)


def test_evidence_on_a_related_claim_counts_for_its_items() -> None:
    text = story(item("e1", "a"), item("e2", "b"), item("e3", "d", on="p"), claims=PARTS)
    sizes = {one.field: one.size for one in search(text, "corroborated").upgrades if one.name == "p"}
    assert (sizes["corroborated"], sizes["disputed"]) == (1, 1)
    assert "attributed" not in sizes, "it is attributed already"
    nothing = search(story(item("e1", "a"), claims=PARTS), "corroborated")
    assert {one.field: weight((one,)) for one in nothing.upgrades if one.name == "p"}["corroborated"] == 2


def test_what_is_added_is_known_by_the_date() -> None:
    assert search(story(item("e4", "a")), "corroborated", "2024-02-01").day == "2024-02-01"
    assert search(story(item("e4", "a")), "corroborated").day == "2024-01-04"


def test_a_status_is_possible_by_a_rule_by_none_by_a_clash_or_by_a_cap() -> None:
    alone, part = story(item("e1", "a")), story(item("e1", "a"), claims=PARTS)
    tried = ("corroborated", "unassessed", "disputed", "lapsed")
    assert [search(alone, one).possible for one in tried] == [True, True, True, False]
    assert search(part, "lapsed").possible is False
    assert search(alone, "lapsed").least(3) == (0, [])


def test_a_change_of_what_is_there_goes_with_further_evidence() -> None:
    least, found = search(story(item("e1", "a"), item("e2", "b", stance="refutes")), "corroborated").least(3)
    assert (least, [([one.text for one in made], list(pieces)) for made, pieces in found]) == (
        2, [(["e2 withdrawn"], [{"stance": "supports"}])],
    )  # fmt: skip


def test_what_counts_for_two_is_not_tried_where_one_is_the_bound() -> None:
    looking = search(story(item("e1", "a"), claims=PARTS), "confirmed")
    single = [one for one in looking.upgrades if one.size == 1]
    assert len(single) < len(looking.upgrades)
    assert (looking.least(1), looking.tried) == ((0, []), len(looking.moves) + len(single))

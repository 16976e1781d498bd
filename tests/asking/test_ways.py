"""Of sets of changes the plainest are told, with how many ask for more, and with the worst letters that still do it."""

from __future__ import annotations

from asking.explaining import item, story
from corrob.asking.leading import Search
from corrob.asking.locality import Locality
from corrob.asking.ways import ways
from corrob.model.answers import Way
from stories import judged

PLAIN = {"stance": "supports"}
HEDGED = {"stance": "supports", "hedged": True}
WORKED = {"stance": "supports", "adds": "analysis"}


def search(*items: str, wanted: str = "corroborated") -> Search:
    return Search(Locality(judged(story(*items), None, "core").rounds.hearing, "c"), frozenset({wanted}))


def one(words: str, letter: str = "C") -> str:
    return f"one more item of a new source, graded {letter} or better, that supports c{words}"


def test_a_kind_that_asks_for_more_is_counted_with_the_plainest() -> None:
    looking = search(item("e1", "a"))
    found = ways(looking, [((), (WORKED,)), ((), (PLAIN,)), ((), (HEDGED,))], "c")
    assert found == (Way((one(""),), 2),)
    assert ways(looking, [((), (WORKED,)), ((), (HEDGED,))], "c") == (  # where no letter does it, none is told
        Way((one(" and adds work of its own (analysis)"),)),
        Way(("one more item of a new source that supports c in hedged words",)),
    )


def test_items_are_compared_in_every_order() -> None:
    found = ways(search(), [((), (WORKED, PLAIN)), ((), (PLAIN, PLAIN)), ((), (HEDGED, WORKED))], "c")
    assert found == (Way(("two more items of new sources, graded C or better, that support c",), 2),)


def test_sets_of_other_changes_of_what_is_there_are_told_beside_each_other() -> None:
    looking = search(item("e1", "a"))
    gone = looking.upgrades[0]
    found = ways(looking, [((gone,), (PLAIN, PLAIN)), ((), (WORKED,))], "c")
    assert [way.changes for way in found] == [
        ("e1 withdrawn", "two more items of new sources, graded C or better, that support c"),
        (one(" and adds work of its own (analysis)"),),
    ]


def test_a_letter_that_is_asked_for_is_the_one_that_is_told() -> None:
    found = ways(search(item("e1", "a")), [((), ({**PLAIN, "reliability": "A"},))], "c")
    assert found == (Way((one("", "A").replace(" or better", ""),)),)

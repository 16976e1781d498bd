"""What is there could be more: graded, authenticated, told plainly, withdrawn, or on the record."""

from __future__ import annotations

from asking.explaining import item, story
from corrob.asking.locality import Locality
from corrob.asking.upgrades import EVIDENCE, MEDIA, RECORD, SOURCES, Upgrade, last_day, upgrades
from corrob.model.case import Case, Checks
from stories import case, judged

DAY = "2024-01-09"
FILM = "media: [{id: film, type: video, from: a, checks: {source: pass}}]"
SAID = "[{id: c, text: It burned}, {id: s, text: No, kind: speech_act, about_claim: c, about_sources: [a], acts: [denial]}]"


def offered(text: str, claim: str = "c", letters: tuple[str, ...] = ("C",)) -> list[Upgrade]:
    return list(upgrades(Locality(judged(text, None, "core").rounds.hearing, claim), letters, DAY))


def after(text: str, told: str, claim: str = "c") -> Case:
    """Give the case after the change of these words."""
    (change,) = [one for one in offered(text, claim) if one.text == told]
    return change.edit(case(text))


def test_only_a_source_that_is_worse_can_be_graded_better() -> None:
    text = story(item("e1", "x"), item("e2", "a"))
    found = offered(text, letters=("C", "A"))
    assert [(one.text, one.part, one.name, one.size) for one in found if one.part == SOURCES] == [
        ("x (A channel) graded C", SOURCES, "x", 1),
        ("a (The Agency) graded A", SOURCES, "a", 1),
        ("x (A channel) graded A", SOURCES, "x", 1),
    ]
    assert [one.reliability for one in after(text, "x (A channel) graded C").sources] == ["B", "B", "B", "C"]


def test_media_can_be_authenticated_and_their_acquisition_disclosed() -> None:
    text = story(item("e1", "a", more="media: [film]"), more=f"\n    {FILM}")
    assert [one.text for one in offered(text) if one.part == MEDIA] == [
        "film authenticated (all checks pass)",
        "film with its acquisition disclosed",
    ]
    (film,) = after(text, "film authenticated (all checks pass)").media
    assert film.checks == Checks("pass", "pass", "pass")
    (film,) = after(text, "film with its acquisition disclosed").media
    assert film.acquisition == "disclosed"
    done = FILM.replace("source: pass", "source: pass, technical: pass, content: pass").replace(
        "}]", ", acquisition: disclosed}]"
    )
    assert [
        one for one in offered(story(item("e1", "a", more="media: [film]"), more=f"\n    {done}")) if one.part == MEDIA
    ] == []


def test_an_item_can_be_plain_where_it_hedged_and_can_go() -> None:
    hedged = item("e1", "a").replace("supports}", "supports, hedged: true}")
    text = story(hedged, item("e2", "b"))
    assert [one.text for one in offered(text) if one.part == EVIDENCE] == [
        "e1 in plain words (not hedged)",
        "e1 withdrawn",
        "e2 withdrawn",
    ]
    assert after(text, "e1 in plain words (not hedged)").evidence[0].bears[0].hedged is False
    assert [one.retracted is None for one in after(text, "e2 withdrawn").evidence] == [True, False]


def test_the_record_of_each_act_claimed_can_be_there() -> None:
    text = story(item("e1", "b"), claims=SAID)
    (found,) = [one for one in offered(text, "s") if one.part == RECORD]
    assert found.text == "the record itself of an act of a: denial"
    record = found.edit(case(text)).evidence[-1]
    assert (record.source, record.act, record.primary_record, record.published) == ("a", "denial", True, DAY)
    assert [(one.claim, one.stance) for one in record.bears] == [("c", "refutes")]


def test_two_changes_of_one_field_are_not_made_at_once() -> None:
    text = story(item("e1", "x", more="media: [film]"), more=f"\n    {FILM.replace('from: a', 'from: x')}")
    better, best, checked, told, gone = offered(text, letters=("C", "A"))
    assert not better.goes_with(best)
    assert checked.goes_with(told)
    assert better.goes_with(gone)


def test_the_last_day_is_that_on_which_an_item_became_known() -> None:
    assert last_day(case(story(item("e1", "a"), item("e4", "b"), item("e2", "b")))) == "2024-01-04"
    assert last_day(case(story(item("e4", "a", more="known: '2024-02-01/2024-02-03'")))) == "2024-02-03"
    assert last_day(case(story())) == "2024-01-02"

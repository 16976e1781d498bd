"""Why a claim has its status: the rule, its needs, the origins behind it, and what does not count."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from asking.explaining import confirming, explained, item, needs, origins, story
from corrob.asking.why import why
from corrob.model.explanation import NeedLine, OriginLine, Removal
from corrob.model.rule import (
    AllOf,
    AnyOf,
    ClaimIs,
    FieldTest,
    Is,
    Need,
    Not,
    Nothing,
    Origins,
    Selection,
    Some,
    Suspect,
)
from corrob.verifying.judge import Judge
from stories import book, case

SUPPORT, OPPOSITION, SEEN = map(Selection, ("credible_support", "credible_opposition", "seen"))
EVENT, STATE = (ClaimIs(FieldTest("kind", (Is((kind,)),))) for kind in ("event", "state"))
TWO = story(item("e1", "a"), item("e2", "b"))
CAPPED = "[{id: c, text: It burned}, {id: d, text: It was there, part_of: [{claim: c, required: true}]}]"
DENIED = "[{id: c, text: It burned}, {id: n, text: It did not, negates: c}]"

FUNDED = """
    - {id: f, reliability: B, funded_by: fund}
    - {id: g, reliability: B, funded_by: fund}
    - {id: fund}"""


def quoting(name: str, *, how: str = "quoted") -> str:
    return f"derived_from: [{{from: {name}, how: {how}}}]"


# the rule and its needs


def test_a_claim_that_the_case_does_not_have_is_not_explained() -> None:
    with pytest.raises(KeyError, match="e1"):
        explained(TWO, "e1")


def test_the_rule_that_gave_the_status_is_named_with_its_title_and_its_place() -> None:
    told = why(Judge(confirming(Some(SEEN)), "direct").judge(case(TWO)), "c")
    assert (told.result.rule, told.rule_title, told.place) == ("core/mine", "Mine", "mine.yaml:7")


@pytest.mark.parametrize(
    "text",
    [
        story(),
        story(item("e1", "a"), item("e2", "b"), item("e3", "d", on="d", stance="refutes"), claims=CAPPED),
    ],
    ids=["no rule applies", "it is capped"],
)
def test_a_status_that_no_rule_gave_has_no_rule_and_no_needs(text: str) -> None:
    told = explained(text)
    assert (told.result.rule, told.rule_title, told.place, told.needs) == (None, "", "", ())


def test_the_claim_is_given_in_its_own_words() -> None:
    text = story(item("e1", "a"), claims=DENIED)
    assert [explained(text, claim).text for claim in ("c", "n")] == ["It burned", "It did not"]


@pytest.mark.parametrize(
    ("need", "line"),
    [
        (Origins(SUPPORT, at_least=2), NeedLine("at least 2 origins in credible_support", "met", ("e1", "e2"))),
        (Some(SUPPORT), NeedLine("some credible_support", "met", ("e1", "e2", "e3"))),
        (Nothing(OPPOSITION), NeedLine("no credible_opposition", "met")),
        (Not(Some(OPPOSITION)), NeedLine("not: some credible_opposition", "met")),
        (Not(Origins(SUPPORT, at_least=3)), NeedLine("not: at least 3 origins in credible_support", "met")),
        (EVENT, NeedLine("the claim's kind event", "met")),
        (
            AnyOf((Some(OPPOSITION), Origins(SUPPORT, at_least=1))),
            NeedLine("some credible_opposition or at least 1 origin in credible_support", "met", ("e1", "e2")),
        ),
        (
            AnyOf((Origins(SUPPORT, at_least=3), EVENT)),
            NeedLine("at least 3 origins in credible_support or the claim's kind event", "met"),
        ),
        (
            AllOf((EVENT, Origins(SUPPORT, at_least=1), Some(SEEN))),
            NeedLine(
                "the claim's kind event and at least 1 origin in credible_support and some seen",
                "met",
                ("e1", "e2", "e3"),
            ),
        ),
        (
            Not(AllOf((EVENT, STATE))),
            NeedLine("not: (the claim's kind event and the claim's kind state)", "met"),
        ),
    ],
)
def test_each_need_is_told_with_the_items_that_meet_it(need: Need, line: NeedLine) -> None:
    text = story(item("e1", "a"), item("e2", "b"), item("e3", "d", more=quoting("e1")))
    assert needs(text, need) == (line,)


def test_a_need_of_suspect_ties_is_met_by_all_that_it_looks_at() -> None:
    text = story(item("e1", "a"), item("e2", "f"), item("e3", "g"), more=FUNDED)
    assert needs(text, Suspect(SUPPORT)) == (
        NeedLine("suspect ties within credible_support", "met", ("e1", "e2", "e3")),
    )


def test_a_need_that_another_pack_asks_for_names_that_pack() -> None:
    assert [need.pack for need in needs(TWO, Some(SEEN))] == [""]
    assert [need.pack for need in needs(TWO, Some(SEEN), pack="desk")] == ["desk"]


# the origins


def test_an_origin_has_its_own_items_and_those_that_pass_it_on() -> None:
    text = story(item("e2", "a"), item("e1", "a"), item("e3", "d", more=quoting("e1")))
    assert origins(text) == (OriginLine("e1", ("The Agency",), own=("e2", "e1"), retold=("e3",)),)


def test_origins_stand_in_the_order_of_their_first_date() -> None:
    assert [line.name for line in origins(story(item("e3", "a"), item("e1", "b"), item("e2", "d")))] == [
        "e1", "e2", "e3",
    ]  # fmt: skip


def test_both_sides_are_told() -> None:
    told = explained(story(item("e1", "a"), item("e2", "b", stance="refutes")))
    assert told.supports == (OriginLine("e1", ("The Agency",), own=("e1",)),)
    assert told.refutes == (OriginLine("e2", ("The Bulletin",), own=("e2",)),)


def test_a_source_without_a_name_is_named_by_its_id() -> None:
    text = story(item("e1", "m"), more="    - {id: m, reliability: B}")
    assert origins(text) == (OriginLine("e1", ("m",), own=("e1",)),)


def test_media_that_nobody_is_known_to_have_published_stand_for_an_unknown_publisher() -> None:
    work = item("e1", "a", more="media: [film], adds: [geolocation]")
    text = story(work, more="    media: [{id: film, type: video}]")
    assert origins(text) == (OriginLine("film", ("an unknown publisher",), retold=("e1",)),)


def test_evidence_that_runs_in_a_circle_has_no_origin() -> None:
    everything = {"supports": "seen", "refutes": "credible_opposition"}
    text = story(item("e1", "a", more=quoting("e2")), item("e2", "b", more=quoting("e1")), item("e3", "d"))
    told = why(Judge(replace(book("core"), counted=everything), "direct").judge(case(text)), "c")
    assert told.supports == (OriginLine("e3", ("The Daily",), own=("e3",)),)


# what makes several roots one


MINISTRY = """
    - {id: m, name: The Ministry, reliability: B, controlled_by: state}
    - {id: embassy, name: The Embassy, reliability: B, controlled_by: m}
    - {id: army, name: The Army, reliability: B, controlled_by: state}
    - {id: state, name: The State}"""


@pytest.mark.parametrize(
    ("sources", "ties"),
    [
        (["a", "a"], ()),
        (["m", "m", "embassy"], ("all under The Ministry", "all under The State")),
        (["m", "army"], ("all under The State",)),
        (["m", "army", "embassy"], ("some under The Ministry", "all under The State")),
    ],
)
def test_a_common_controller_is_a_tie_and_one_source_needs_no_saying(sources: list[str], ties: tuple[str, ...]) -> None:
    items = [item(f"e{n}", source) for n, source in enumerate(sources, 1)]
    assert [line.ties for line in origins(story(*items, more=MINISTRY))] == [ties]


def test_media_that_two_of_them_carry_are_a_tie() -> None:
    more = "    media: [{id: film, type: video, from: a, first_seen: 2024-01-01}]"
    text = story(item("e1", "a", more="media: [film]"), item("e2", "b", more=quoting("film")), more=more)
    assert origins(text) == (OriginLine("e1", ("The Agency",), own=("e1",), retold=("e2",), ties=("media film",)),)


def test_sources_that_are_not_named_are_a_tie() -> None:
    unnamed = "derived_from: [{unnamed: an official, how: quoted}], adds: [interview]"
    told = origins(story(item("e1", "a", more=unnamed), item("e2", "b", more=unnamed)))
    assert [(line.who, line.ties) for line in told] == [(("an official",), ("sources that are not named",))]


def test_an_origin_names_the_others_of_its_side_that_it_may_not_be_independent_of() -> None:
    against = item("e4", "g", stance="refutes")
    text = story(item("e1", "f"), item("e2", "a"), item("e3", "g"), against, more=FUNDED)
    assert [(line.name, line.suspect) for line in origins(text)] == [("e1", ("e3",)), ("e2", ()), ("e3", ("e1",))]


# what does not count


def test_sources_that_only_pass_on_are_outlets_and_those_that_work_on_it_are_analysts() -> None:
    working = f"{quoting('e1')}, adds: [measurement]"
    told = explained(story(item("e1", "a"), item("e2", "d", more=quoting("e1")), item("e3", "b", more=working)))
    assert (told.analysts, told.outlets) == (("The Bulletin",), ("The Daily",))


def test_a_source_that_does_both_is_an_analyst_and_one_that_saw_it_is_neither() -> None:
    working = f"{quoting('e1')}, adds: [measurement]"
    text = story(
        item("e1", "a"),
        item("e2", "b", more=quoting("e1")),
        item("e3", "b", more=working),
        item("e4", "d", more=quoting("e1")),
        item("e5", "d"),
    )
    told = explained(text)
    assert (told.analysts, told.outlets) == (("The Bulletin",), ())


def test_what_a_rule_took_out_is_told_with_the_rule() -> None:
    text = story(
        item("e1", "a", stance="refutes", more="act: denial"),
        item("e2", "a", more="act: admission"),
        item("e3", "b", more=quoting("e1")).replace("supports", "refutes"),
    )
    taken_back = Removal(("e1", "e3"), "core/taken-back", "Taken back by a later act of the same controller")
    assert explained(text).removed == (taken_back,)


@pytest.mark.parametrize(
    ("other", "idle"),
    [
        (item("e2", "x"), ("e2",)),
        (item("e2", "b", stance="neutral"), ("e2",)),
        (item("e2", "b", stance="refutes"), ()),
        (item("e2", "b", more="retracted: 2024-01-05"), ()),
    ],
    ids=["not credible", "neutral", "counted against", "not there"],
)
def test_what_was_seen_and_counts_for_nothing_is_idle(other: str, idle: tuple[str, ...]) -> None:
    assert explained(story(item("e1", "a"), other)).idle == idle


def test_what_was_removed_is_not_idle_as_well() -> None:
    text = story(item("e1", "a", more="act: assertion"), item("e2", "a", stance="neutral", more="act: retraction"))
    told = explained(text)
    assert ([removal.items for removal in told.removed], told.idle) == ([("e1",)], ("e2",))


def test_an_item_that_counts_by_another_way_is_not_idle() -> None:
    twice = "derived_from: [{from: e1, how: quoted}, {from: e2, how: quoted}]"
    text = story(item("e1", "a"), item("e2", "x"), item("e3", "b", more=twice))
    assert explained(text).idle == ("e2",)


def test_what_other_claims_hand_down_is_not_idle() -> None:
    claims = "[{id: c, text: It burned}, {id: d, text: It burned down, entails: [c]}]"
    assert explained(story(item("e1", "a"), item("e2", "x", on="d"), claims=claims)).idle == ()


# claims that deny another one


def test_a_denial_is_explained_by_what_it_denies_with_the_sides_exchanged() -> None:
    text = story(item("e1", "a"), item("e2", "b", stance="refutes"), claims=DENIED)
    denied, denial = explained(text), explained(text, "n")
    assert (denial.supports, denial.refutes) == (denied.refutes, denied.supports)
    assert (denial.needs, denial.place) == (denied.needs, denied.place)


def test_who_passes_on_what_speaks_for_a_denial_stands_behind_the_denial_alone() -> None:
    text = story(
        item("e1", "a"),
        item("e2", "d", more=quoting("e1")),
        item("e3", "b", stance="refutes"),
        item("e4", "m", stance="refutes", more=quoting("e3")),
        claims=DENIED,
        more="    - {id: m, name: The Mail, reliability: B}",
    )
    assert [explained(text, claim).outlets for claim in ("c", "n")] == [("The Daily",), ("The Mail",)]


# the whole


def test_names_are_given_for_every_source() -> None:
    assert explained(story(more="    - {id: m}")).names == {
        "a": "The Agency", "b": "The Bulletin", "d": "The Daily", "x": "A channel", "m": "m",
    }  # fmt: skip

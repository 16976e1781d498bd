"""What was unknown and would have given another status: exactly that is named, and nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from corrob.model.rule import (
    Acts,
    AllOf,
    AnyOf,
    Compare,
    FieldTest,
    Finds,
    Gives,
    Need,
    Not,
    Nothing,
    Origins,
    Related,
    Row,
    Selection,
    Some,
    Suspect,
    Table,
)
from corrob.verifying.judge import Judge
from stories import book, case, results, with_items
from verifying.little_rules import SEEN, SPAN, claim, field, judged_by, rule

STORY = """
    sources:
    - {id: good, reliability: B}
    - {id: bad, reliability: D}
    - {id: odd}
    - {id: strange}
    claims:
    - {id: c, text: t}
    - {id: d, text: t}
    evidence:
    """
GOOD, BAD, ODD, STRANGE = (
    f'id: {name}1, source: {name}, published: "2024-01-01", bears: [{{claim: c, stance: supports}}]'
    for name in ("good", "bad", "odd", "strange")
)


def unknown(*items: str) -> tuple[str, ...]:
    return results(with_items(STORY, *items), pack="core")["c"].unknown


@pytest.mark.parametrize(
    ("items", "named"),
    [
        ((GOOD,), ()),
        ((BAD,), ()),
        ((ODD,), ("odd1: reliability",)),
        ((GOOD, ODD), ("odd1: reliability",)),
        ((ODD, STRANGE), ("odd1: reliability", "strange1: reliability")),
        ((BAD, ODD), ("odd1: reliability",)),
        ((GOOD, GOOD.replace("id: good1, source: good", "id: x, source: odd, derived_from: [{from: good1, how: quoted}]")), ()),
        ((ODD.replace("supports", "neutral"),), ()),
        ((ODD.replace("supports", "supports, hedged: true"),), ()),
        ((GOOD, ODD.replace("supports", "refutes")), ("odd1: reliability",)),
    ],
)  # fmt: skip
def test_a_letter_is_named_if_the_status_would_be_another_one_with_it(
    items: tuple[str, ...], named: tuple[str, ...]
) -> None:
    assert unknown(*items) == named


def test_what_was_taken_back_would_matter_to_nobody() -> None:
    said = ODD.replace("bears", "act: assertion, bears")
    assert unknown(said) == ("odd1: reliability",)
    retraction = 'id: odd2, source: odd, published: "2024-01-02", act: retraction, bears: [{claim: c, stance: neutral}]'
    assert unknown(said, retraction) == ()


CREDIBLE = Selection("credible_support")
LETTER_A = Selection("seen", (FieldTest("reliability", (Compare("at_least", "A"),)),))
LETTER_B = Selection("seen", (FieldTest("reliability", (Compare("at_least", "B"),)),))
ACTS = Acts("every")
PLACE, YES, NO = claim("place", True), claim("kind", "event"), claim("kind", "state")  # noqa: FBT003 - a value


def missing(need: Need, *items: str, tables: tuple[Table, ...] = ()) -> tuple[str, ...]:
    """Give what keeps a rule from confirming, where there is no other rule."""
    core = book("core")
    confirms = rule(Gives("confirmed"), need)
    alone = replace(core, tables=(*core.tables, *tables), rules=(confirms,), removals=(), stages=((confirms,),))
    return Judge(alone, "direct").judge(case(with_items(STORY, *items))).results[0].unknown


@pytest.mark.parametrize(
    ("need", "named"),
    [
        (NO, ()),
        (PLACE, ("c: place",)),
        (ACTS, ("c: acts",)),
        (Related("consistent_with", "some", ("open",)), ()),
        (Not(PLACE), ("c: place",)),
        (AllOf((PLACE, YES)), ("c: place",)),
        (AllOf((PLACE, NO)), ()),
        (AllOf((PLACE, ACTS)), ("c: acts", "c: place")),
        (AnyOf((AllOf((PLACE, ACTS)), PLACE)), ("c: place",)),
        (AnyOf((PLACE, AllOf((PLACE, ACTS)))), ("c: place",)),
        (AnyOf((NO, PLACE)), ("c: place",)),
        (AnyOf((NO, Suspect(SEEN))), ()),
        (Some(LETTER_A), ("odd1: reliability", "strange1: reliability")),
        (AllOf((Some(LETTER_A), PLACE)), ("c: place", "odd1: reliability", "strange1: reliability")),
        (Nothing(LETTER_B), ()),
        (Origins(LETTER_B, at_least=3), ("odd1: reliability", "strange1: reliability")),
        (Origins(LETTER_B, at_least=4), ()),
        (Origins(CREDIBLE, at_least=3), ("odd1: reliability", "strange1: reliability")),
        (Origins(CREDIBLE, at_least=4), ()),
        (Origins(CREDIBLE, at_most=0), ()),
    ],
)
def test_what_alone_keeps_a_rule_from_firing_is_named(need: Need, named: tuple[str, ...]) -> None:
    assert missing(need, GOOD, BAD, ODD, STRANGE) == named


def test_a_claim_to_which_a_rule_does_not_apply_lacks_nothing_for_it() -> None:
    confirms = replace(rule(Gives("confirmed"), PLACE), applies_to=(field("kind", "state"),))
    assert judged_by((confirms,), with_items(STORY, GOOD)).results[0].unknown == ()


def test_related_claims_that_never_come_to_rest_are_named_as_such() -> None:
    contrary = rule(Gives("attributed"), Related("consistent_with", "none", ("attributed",)))
    told = judged_by((contrary,), "claims: [{id: c, text: t, consistent_with: [d]}, {id: d, text: t}]\n").results
    assert [result.unknown for result in told] == [("c: related",), ("d: related",)]


def test_a_rule_that_would_give_the_same_status_or_none_lacks_nothing() -> None:
    rules = (rule(Gives("attributed"), PLACE), rule(Finds("told", value="x"), PLACE, name="y"))
    assert judged_by(rules, with_items(STORY, GOOD)).results[0].unknown == ()


FITS = (field("stance", "supports"), field("quantity_fits", True))  # noqa: FBT003 - a value
NEVER = (field("stance", "refutes"), field("reliability", "A"))


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ((Row(FITS, then="yes"), Row(NEVER, then="yes"), Row((), then="no")), ("good1: quantity_fits",)),
        ((Row(NEVER, then="yes"), Row(FITS, then="no"), Row((), then="no")), ()),
        ((Row((field("stance", "supports"),), then="no"), Row(FITS, then="yes"), Row((), then="no")), ()),
        ((Row(FITS, then="no"), Row((), then="yes")), ()),
    ],
)
def test_an_attribute_may_be_what_any_row_that_may_hold_says(rows: tuple[Row, ...], named: tuple[str, ...]) -> None:
    table = Table("fresh", "Whether it is fresh", rows, "little", SPAN)
    assert missing(Some(Selection("seen", (field("fresh", "yes"),))), GOOD, tables=(table,)) == named


def test_the_unknown_behind_an_attribute_of_an_attribute_is_named() -> None:
    first = Table("fresh", "", (Row(FITS, then="yes"), Row((), then="no")), "little", SPAN)
    second = Table("good", "", (Row((field("fresh", "yes"),), then="yes"), Row((), then="no")), "little", SPAN)
    need = Some(Selection("seen", (field("good", "yes"),)))
    assert missing(need, GOOD, tables=(first, second)) == ("good1: quantity_fits",)

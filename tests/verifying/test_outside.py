"""What a claim's own evidence does not say: related claims and the record; and what runs in a circle."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from corrob.diagnostics import Span
from corrob.model.rule import Acts, Clause, Finds, Need, Not, Related, Rule
from corrob.verifying.judge import Judge
from corrob.verifying.weigh import Weighing
from corrob.verifying.wording import earliest
from stories import book, case

STORY = """
    sources: [{id: a, reliability: B}, {id: b, reliability: B}]
    claims:
    - {id: c, text: t, entails: [d]}
    - {id: d, text: t}
    - {id: said, text: t, kind: speech_act, about_sources: [a], about_claim: d, acts: [admission]}
    - {id: unsaid, text: t, kind: speech_act, about_sources: [b], about_claim: d, acts: [admission]}
    evidence:
    - {id: e1, source: a, published: "2024-01-01", act: admission, bears: [{claim: d, stance: supports}]}
    - {id: e2, source: b, bears: [{claim: c, stance: supports}]}
    - {id: e3, source: a, derived_from: [{from: e4, how: quoted}], bears: [{claim: c, stance: supports}]}
    - {id: e4, source: b, derived_from: [{from: e3, how: quoted}], bears: [{claim: c, stance: supports}]}
    """


def weighing(claim: str, *asked: Need) -> Weighing:
    """Weigh a claim under the core pack and a rule that asks something."""
    plain, span = book("core"), Span("mine.yaml")
    clauses = tuple(Clause(need, "core", span) for need in asked)
    asking = Rule("core/asking", "A", "Asking", Finds("asked", value="yes"), clauses, span)
    changed = replace(plain, rules=(*plain.rules, asking), stages=(*plain.stages, (asking,)))
    return Judge(changed, "direct").judge(case(STORY)).outcomes[claim].weighing


@pytest.mark.parametrize(
    ("need", "answer"),
    [
        (Related("entails", "some", ("corroborated",)), True),
        (Related("entails", "some", ("open", "corroborated")), True),
        (Related("entails", "every", ("open",)), False),
        (Related("entails", "none", ("corroborated",)), False),
        (Related("entails", "none", (), "opposed_by"), True),
        (Related("contradicts", "some", ("open",)), False),
        (Related("contradicts", "every", ("open",)), False),
        (Related("contradicts", "none", ("open",)), True),
        (Not(Related("entails", "some", ("open",))), True),
    ],
)
def test_a_need_of_related_claims_is_answered_by_what_they_came_to(need: Need, *, answer: bool) -> None:
    assert weighing("c", need).holds(need) is answer


@pytest.mark.parametrize(("claim", "answer"), [("said", True), ("unsaid", None), ("c", None)])
def test_a_need_of_acts_is_unknown_where_nothing_is_on_the_record(claim: str, *, answer: bool | None) -> None:
    assert weighing(claim).holds(Acts()) is answer


def test_what_only_runs_in_a_circle_is_no_origin() -> None:
    weighed = weighing("c")
    circular = [one for one in weighed.exhibits if one.origin is None]
    assert [one.strand.arrival.item.id for one in circular] == ["e3", "e4"]
    assert (earliest(circular), weighed.count(circular), weighed.at_least(circular)) == ([], 0, 0)
    everything = weighed.exhibits
    assert (earliest(everything), weighed.count(everything), weighed.at_least(everything)) == (["e2"], 1, 1)

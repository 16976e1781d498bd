"""Settings with a related claim that came to what rules ask of it."""

from __future__ import annotations

import pytest

from corrob.examining.around import related_settings
from corrob.examining.reach import Reach
from corrob.examining.settings import CLAIM, OTHER, settings
from corrob.model.fields import RELATIONS
from corrob.reading.references import problems
from corrob.verifying.judge import Judge
from rulebook.shelf import Shelf

RULES = """\
rules:
  - {id: said, gives: likely, needs: [{some: good}, {none: bad}]}
  - {id: heard, finds: heard, needs: [{some: {from: seen, where: {hedged: yes}}}]}
  - {id: r, gives: sure, applies_to: {kind: KIND}, needs: [{not: {related: {by: RELATION, ASKED}}}]}
"""
ONLY = {"resolves_on": "prediction", "about_claim": "speech_act"}


def around(shelf: Shelf, relation: str, asked: str) -> tuple[Judge, list[tuple[str, str, frozenset[str]]]]:
    """Give what the related claim comes to in each setting, and what the rule sees of it."""
    text = RULES.replace("KIND", ONLY.get(relation, "event")).replace("RELATION", relation).replace("ASKED", asked)
    reach = Reach(shelf.load(text))
    places = list(settings(reach.rulebook))
    reach.explore(places)
    found = []
    for one in related_settings(reach, places):
        assert problems(one.case) == []
        judged = reach.judge.judge(one.case, one.as_of)
        (rule,) = (rule for rule in reach.rulebook.rules if rule.id == "ground/r")
        (need,) = (clause.need.need for clause in rule.needs)  # type: ignore[union-attr]
        outcome = judged.outcomes[OTHER]
        assert judged.outcomes[CLAIM].weighing.holds(need) is True
        found.append((one.claim.kind, outcome.status, frozenset(outcome.weighing.findings)))
    return reach.judge, found


@pytest.mark.parametrize("relation", RELATIONS)
def test_the_other_claim_has_the_status_that_is_asked_for(shelf: Shelf, relation: str) -> None:
    _, found = around(shelf, relation, "status: likely")
    assert found == [(ONLY.get(relation, "event"), "likely", frozenset())]


@pytest.mark.parametrize("relation", RELATIONS)
def test_the_other_claim_has_the_finding_that_is_asked_for(shelf: Shelf, relation: str) -> None:
    _, found = around(shelf, relation, "finding: heard")
    assert [(kind, findings) for kind, _, findings in found] == [(ONLY.get(relation, "event"), frozenset({"heard"}))]


def test_no_claim_is_put_beside_where_none_can_come_to_what_is_asked(shelf: Shelf) -> None:
    assert around(shelf, "entails", "status: done")[1] == []

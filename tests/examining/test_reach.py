"""The search: which rules fire together, on examples that are small, and within which bounds."""

from __future__ import annotations

from corrob.examining.reach import ITEMS, Reach
from corrob.examining.settings import settings
from corrob.reading.references import problems
from corrob.vocabulary import REFUTES
from rulebook.shelf import Shelf

RULES = """\
rules:
  - {id: one, gives: likely, needs: [{some: good}, {none: bad}]}
  - {id: two, gives: sure, needs: [{origins: {at_least: 2, from: good}}, {none: bad}]}
  - {id: many, gives: sure, needs: [{origins: {at_least: NUMBER, from: good}}]}
  - {id: against, gives: wrong, needs: [{some: bad}]}
  - {id: more, raises: confidence, needs: [{some: {from: good, where: {hedged: no}}}]}
  - {id: heard, finds: heard, needs: [{some: {from: seen, where: {hedged: yes}}}]}
  - {id: doubt, lowers: confidence, needs: [{finding: heard}]}
"""


def reach(shelf: Shelf, number: int = 3, rules: str = RULES) -> Reach:
    found = Reach(shelf.load(rules.replace("NUMBER", str(number))))
    found.explore(settings(found.rulebook))
    return found


def together(found: Reach) -> set[frozenset[str]]:
    return {frozenset(name.removeprefix("ground/") for name in rules) for rules in found.together}


def test_every_set_of_rules_that_fire_together_is_found(shelf: Shelf) -> None:
    heard = frozenset({"heard", "doubt"})
    plain = [frozenset(one.split()) for one in ("", "one", "one two many", "against", "against many")]
    assert together(reach(shelf, 2)) == {*plain, *(one | heard for one in plain if one)}


def test_a_rule_that_only_moves_the_confidence_is_looked_at_alone_unless_it_asks_for_a_finding(shelf: Shelf) -> None:
    found = reach(shelf)
    assert "more" not in {name for rules in together(found) for name in rules}
    assert set(found.fires) == {
        f"ground/{name}" for name in ("one", "two", "many", "against", "more", "heard", "doubt")
    }


def test_no_more_items_are_looked_at_than_the_bound_allows(shelf: Shelf) -> None:
    assert "ground/many" in reach(shelf, ITEMS).fires
    assert "ground/many" not in reach(shelf, ITEMS + 1).fires
    assert max(len(one.pieces) for one in reach(shelf).together.values()) == ITEMS


def test_examples_are_as_small_as_they_can_be(shelf: Shelf) -> None:
    found = reach(shelf)
    sizes = {rules: len(one.pieces) for rules, one in found.together.items()}
    assert sizes[()] == 0
    assert sizes["ground/one",] == sizes["ground/against",] == 1
    assert sizes["ground/one", "ground/two"] == 2
    assert found.together["ground/against",].pieces == ({"stance": REFUTES},)


def test_an_example_says_nothing_of_the_claim_that_makes_no_difference(shelf: Shelf) -> None:
    claim = reach(shelf).together["ground/one",].case().claims[0]
    assert (claim.when, claim.place, claim.quantity, claim.interest) == (None, None, None, {})


def test_an_example_keeps_of_the_claim_what_its_evidence_is_held_against(shelf: Shelf) -> None:
    needs = "{some: {from: good, where: {value: {above: 3}, quantity_fits: no}}}"
    found = reach(shelf, rules=f"rules: [{{id: r, gives: sure, needs: [{needs}]}}]\n")
    assert found.fires["ground/r"].case().claims[0].quantity is not None


def test_a_source_that_is_named_is_one_origin_however_often_it_speaks(shelf: Shelf) -> None:
    needs = "{{origins: {{at_least: {}, from: good, where: {{source: ministry}}}}}}"
    once, twice = (reach(shelf, rules=f"rules: [{{id: r, gives: sure, needs: [{needs.format(n)}]}}]\n") for n in (1, 2))
    assert ("ground/r" in once.fires, "ground/r" in twice.fires) == (True, False)


def test_a_source_that_is_named_may_speak_twice(shelf: Shelf) -> None:
    where = "{{some: {{from: good, where: {{source: ministry, hedged: {}}}}}}}"
    needs = (
        f"{where.format('yes')}, {where.format('no')}, {{none: {{from: good, where: {{source: {{not: ministry}}}}}}}}"
    )
    found = reach(shelf, rules=f"rules: [{{id: r, gives: sure, needs: [{needs}]}}]\n")
    case = found.fires["ground/r"].case()
    assert (problems(case), len(case.sources), len(case.evidence)) == ([], 1, 2)


def test_settings_are_counted_and_so_is_what_was_tried(shelf: Shelf) -> None:
    found = reach(shelf)
    assert found.settings == len(list(settings(found.rulebook)))
    assert found.tried > len(found.wanted) ** 2

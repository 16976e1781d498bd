"""What a rulebook asks about strands and about other claims."""

from __future__ import annotations

from msgspec.structs import replace

from asking.explaining import SPAN, confirming
from corrob.asking.mentions import deciding, fields, heeds_suspicion, relations
from corrob.model.rule import (
    AnyOf,
    Clause,
    Compare,
    FieldTest,
    Is,
    Moves,
    Not,
    Origins,
    Related,
    Rule,
    Rulebook,
    Selection,
    Some,
    Suspect,
    Unless,
)
from stories import book

SEEN = Selection("seen")


def bare(*needs: object, effect: object = None) -> Rulebook:
    """Give a rulebook of a single rule, without tables and sets."""
    mine = confirming(*needs).rules[-1]  # type: ignore[arg-type]
    rule = replace(mine, effect=effect or mine.effect)
    return replace(book("core"), tables=(), sets=(), rules=(rule,), removals=(), stages=((rule,),))


def test_fields_are_found_however_deep_a_test_stands() -> None:
    deep = FieldTest("act", (Unless((Is(("denial",)),)),))
    need = AnyOf((Not(Some(Selection("seen", (deep,)))), Origins(SEEN, at_least=2, different=("modality", 2))))
    assert fields(bare(need)) == {"origin", "date", "act", "modality"}


def test_fields_of_tables_sets_and_removals_are_found_and_those_of_claims_are_not() -> None:
    core = book("core")
    found = fields(core)
    assert {"reliability", "superseded", "hedged", "generation", "quantity_fits"} <= found
    assert "kind" not in found
    assert fields(replace(core, tables=(), sets=(), rules=())) == {"origin", "date"}


def test_relations_are_those_that_rules_look_along() -> None:
    assert relations(bare(Related("parts", statuses=("open",)), Not(Related("entails", finding="x")))) == (
        "entails",
        "parts",
    )


def test_suspicion_is_heeded_where_a_rule_asks_for_it() -> None:
    assert [heeds_suspicion(bare(need)) for need in (Some(SEEN), AnyOf((Some(SEEN), Suspect(SEEN))))] == [False, True]


def test_rules_that_only_move_the_confidence_and_beat_nothing_decide_nothing() -> None:
    def rule(name: str, beats: tuple[str, ...] = ()) -> Rule:
        needs = (Clause(Some(Selection("seen", (FieldTest("value", (Compare("above", 1),)),))), "core", SPAN),)
        return Rule(id=name, code=name, title="", effect=Moves(1), needs=needs, span=SPAN, beats=beats)

    core = book("core")
    moving = rule("core/a"), rule("core/b", ("core/credible-support",))
    left = deciding(replace(core, rules=(*core.rules, *moving), stages=(*core.stages, moving)))
    assert "core/a" not in {one.id for one in left.rules}
    assert [one.id for one in left.stages[-1]] == ["core/b"]
    assert [heeds_suspicion(one) for one in (core, deciding(core))] == [True, False]

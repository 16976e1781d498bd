"""Little rules for tests, laid over a shipped pack."""

from __future__ import annotations

from msgspec.structs import replace

from corrob.diagnostics import Span
from corrob.model.rule import ClaimIs, Clause, Effect, FieldTest, Is, Need, Rule, Rulebook, Selection, Value
from corrob.verifying.judge import Judge, Judged
from corrob.verifying.weigh import Weighing
from stories import book, case, judged

SEEN = Selection("seen")
SPAN = Span("little.yaml")


def field(name: str, *values: Value) -> FieldTest:
    """Test a field for one of some values."""
    return FieldTest(name, (Is(values),))


def claim(name: str, *values: Value) -> ClaimIs:
    """Need a field of the claim to have one of some values."""
    return ClaimIs(field(name, *values))


def rule(effect: Effect, *needs: Need, name: str = "x", because: str = "", beats: tuple[str, ...] = ()) -> Rule:
    """Write a rule of the pack `little`."""
    clauses = tuple(Clause(need, "little", SPAN) for need in needs)
    return Rule(f"little/{name}", name, f"The rule {name}", effect, clauses, SPAN, beats=beats, because=because)


def with_rules(*rules: Rule, pack: str = "core") -> Rulebook:
    """Lay rules over a shipped pack, each in a stage of its own, in order."""
    plain = book(pack)
    return replace(plain, rules=(*plain.rules, *rules), stages=(*plain.stages, *((one,) for one in rules)))


def judged_by(rules: tuple[Rule, ...], text: str, as_of: str | None = None, pack: str = "core") -> Judged:
    """Judge a little case by a shipped pack and some rules."""
    return Judge(with_rules(*rules, pack=pack), "direct").judge(case(text), as_of)


def weighed(text: str, name: str = "c", as_of: str | None = None) -> Weighing:
    """Put a claim of a little case on the scales of the pack `core`."""
    return judged(text, as_of, "core").outcomes[name].weighing

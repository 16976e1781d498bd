"""A case, or two, and two rulebooks with little edits go in; what a comparison says of them comes out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from asking.explaining import SPAN
from corrob.asking.changes import changes
from corrob.model.comparison import Change
from corrob.model.rule import Clause, Gives, Need, Rule, Rulebook
from corrob.verifying.judge import Judge
from stories import book, case

AGREE, LONE = "core/independent-origins-agree", "core/credible-support"


def edited(name: str, edit: Callable[[Rule], Rule], plain: Rulebook | None = None) -> Rulebook:
    """Give the core pack with one rule edited."""
    old = plain or book("core")

    def over(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        return tuple(edit(rule) if rule.id == name else rule for rule in rules)

    assert any(rule.id == name for rule in old.rules)
    return replace(old, rules=over(old.rules), removals=over(old.removals), stages=tuple(map(over, old.stages)))


def needing(name: str, *needs: Need) -> Rulebook:
    """Give the core pack with one rule that has other needs."""
    clauses = tuple(Clause(need, "core", SPAN) for need in needs)
    return edited(name, lambda rule: replace(rule, needs=clauses))


def with_rule(status: str, *needs: Need, beats: tuple[str, ...] = ()) -> Rulebook:
    """Give the core pack with one more rule."""
    clauses = tuple(Clause(need, "core", SPAN) for need in needs)
    rule = Rule("core/mine", "M1", "Mine", Gives(status), clauses, SPAN, beats=beats)
    plain = book("core")
    return replace(plain, rules=(*plain.rules, rule), stages=(*plain.stages, (rule,)))


def compared(old: Rulebook | str, new: Rulebook | str, before: str, after: str = "") -> list[Change]:
    """Compare a case, or two states of it, under two rulebooks."""
    books = (book(one) if isinstance(one, str) else one for one in (old, new))
    judged = [
        Judge(one, "direct").judge(case(text)) for one, text in zip(books, (before, after or before), strict=True)
    ]
    return list(changes(*judged))


def change(old: Rulebook | str, new: Rulebook | str, before: str, after: str = "", claim: str = "c") -> Change:
    """Give the change of one claim."""
    return next(one for one in compared(old, new, before, after) if one.claim == claim)

"""A rule goes in, its page comes out: effect, needs in words with the pack that asks for each, citations."""

from __future__ import annotations

from corrob.asking import phrases
from corrob.model.explanation import NeedLine, RulePage
from corrob.model.rule import Clause, Finds, Gives, Moves, Removes, Rule


def page(rule: Rule) -> RulePage:
    """Give the page of one rule."""
    return RulePage(
        id=rule.id,
        code=rule.code,
        title=rule.title,
        place=str(rule.span),
        effect=_effect(rule),
        applies_to=phrases.tests(rule.applies_to),
        needs=tuple(_need(rule, clause) for clause in rule.needs),
        beats=rule.beats,
        because=rule.because,
        cites=rule.cites,
        tests=len(rule.tests),
    )


def _need(rule: Rule, clause: Clause) -> NeedLine:
    other = "" if clause.pack == rule.pack else clause.pack
    return NeedLine(phrases.need(clause.need) + (f" ({clause.reason})" if clause.reason else ""), "met", (), other)


def _effect(rule: Rule) -> str:
    effect = rule.effect
    if isinstance(effect, Gives):
        return f"gives {effect.status}" + (f", {effect.confidence} confidence" if effect.confidence else "")
    if isinstance(effect, Finds):
        told = f", listing {effect.listing}" if effect.listing else f", saying {effect.value}" if effect.value else ""
        return f"finds {effect.name}{told}"
    if isinstance(effect, Removes):
        return f"removes what is {phrases.tests(effect.where)}"
    assert isinstance(effect, Moves), "there are four effects"
    return "raises the confidence" if effect.step > 0 else "lowers the confidence"

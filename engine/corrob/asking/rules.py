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
        effect=effect(rule),
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


def effect(rule: Rule) -> str:
    """Say in words what a rule does when it fires."""
    does = rule.effect
    if isinstance(does, Gives):
        return f"gives {does.status}" + (f", {does.confidence} confidence" if does.confidence else "")
    if isinstance(does, Finds):
        told = f", listing {does.listing}" if does.listing else f", saying {does.value}" if does.value else ""
        return f"finds {does.name}{told}"
    if isinstance(does, Removes):
        return f"removes what is {phrases.tests(does.where)}"
    assert isinstance(does, Moves), "there are four effects"
    return "raises the confidence" if does.step > 0 else "lowers the confidence"

"""What a rulebook's claims can come to goes in; what is wrong with its rules comes out, each with an example."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from corrob.asking import phrases
from corrob.diagnostics import Diagnostic, Span
from corrob.examining.reach import ITEMS, Example, Reach
from corrob.model.finding import Finding
from corrob.model.rule import Clause, Gives, Removes, Rule, Rulebook
from corrob.verifying import wording
from corrob.verifying.relate import Outcome
from corrob.verifying.settle import settle, standing


def finding(at: Span, code: str, message: str, hint: str, example: Example | None, shown: str) -> Finding:
    """Write a finding with its example."""
    told = Diagnostic(at, code, message, hint)
    if example is None:
        return Finding(told)
    return Finding(told, example.case(), example.setting.as_of, shown)


def judged(reach: Reach, example: Example) -> Outcome:
    """Judge an example as anybody would."""
    return reach.judge.outcomes(example.case(), example.setting.as_of)[example.setting.claim.id]


# rules that can never fire


def never_fires(reach: Reach) -> Iterator[Finding]:
    """Find rules that fire on no claim within the bounds, with the claim that comes nearest."""
    for rule in reach.rulebook.rules:
        if rule.id not in reach.fires and not isinstance(rule.effect, Removes):
            near, missing = _nearest(reach, rule)
            told = "; ".join(phrases.need(clause.need) for clause in missing)
            shown = f"the nearest claim: what does not hold is '{told}'" if near else ""
            message = f"the rule '{rule.id}' never fires: no claim within the bounds meets all its needs"
            yield finding(_place(rule, missing), "C001", message, told and f"look at: {told}", near, shown)


def _place(rule: Rule, missing: list[Clause]) -> Span:
    """Point at the need that another pack added, if that is what keeps the rule from firing."""
    return next((clause.span for clause in _added(rule, missing)), rule.span)


def _added(rule: Rule, clauses: list[Clause]) -> list[Clause]:
    return [clause for clause in clauses if clause.pack != rule.pack]


def _nearest(reach: Reach, rule: Rule) -> tuple[Example | None, list[Clause]]:
    near = [more for one in _living(reach, rule) for more in (one, *_repeated(one))]
    tried = [(_missing(reach, rule, one), one) for one in near]
    if not tried:
        return None, []
    missing, example = min(tried, key=lambda one: (len(one[0]), not _added(rule, one[0]), len(one[1].pieces)))
    return example, missing


def _repeated(example: Example) -> Iterator[Example]:
    """Give an example with its evidence again, and again, from other sources."""
    return (Example(example.setting, example.pieces * times, ()) for times in range(2, ITEMS + 1))


def _living(reach: Reach, rule: Rule) -> list[Example]:
    """Give the examples at whose claims a rule exists."""
    settings = {id(one.setting): one.setting for one in reach.together.values()}
    lives = {key for key, setting in settings.items() if rule in reach.living(setting)}
    return [one for one in reach.together.values() if id(one.setting) in lives]


def _missing(reach: Reach, rule: Rule, example: Example) -> list[Clause]:
    weighing = judged(reach, example).weighing
    return [clause for clause in rule.needs if weighing.holds(clause.need) is not True]


# rules that another makes superfluous


def superfluous(reach: Reach) -> Iterator[Finding]:
    """Find rules whose effect is there without them whenever they fire."""
    for rule in reach.rulebook.rules:
        examples = [one for one in reach.together.values() if rule in one.fired]
        shadow = _shadow(reach.rulebook, rule, examples) if examples else None
        if shadow is not None:
            message = f"the rule '{rule.id}' is superfluous: whenever it fires, '{shadow.id}' has the same effect"
            shown = f"both '{rule.id}' and '{shadow.id}' fire; without the first the status is the same"
            hint = "take it out, or ask for less or give another status"
            yield finding(rule.span, "C002", message, hint, examples[0], shown)


def _shadow(rulebook: Rulebook, rule: Rule, examples: list[Example]) -> Rule | None:
    """Give a rule that fires whenever this one does and makes no difference beside it, if there is one."""
    if any(not _same_without(rulebook, rule, one) for one in examples):
        return None
    always = set.intersection(*({other.id for other in one.fired} for one in examples)) - {rule.id}
    others = (other for other in examples[0].fired if other.id in always)
    return next((other for other in others if _same_effect(rule, other)), None)


def _same_without(rulebook: Rulebook, rule: Rule, example: Example) -> bool:
    rest = [other for other in example.fired if other.id != rule.id]
    with_it, without = settle(rulebook.statuses, example.fired), settle(rulebook.statuses, rest)
    return (with_it.status, with_it.confidence) == (without.status, without.confidence)


def _same_effect(rule: Rule, other: Rule) -> bool:
    """Whether two rules do the same, and neither is beaten by the other."""
    return rule.effect == other.effect and rule.id not in other.beats and other.id not in rule.beats


# opposite statuses


def opposite(reach: Reach) -> Iterator[Finding]:
    """Find rules that give statuses of both scales to one claim, where no rule and no `beats` says what comes of it."""
    told: dict[str, dict[str, tuple[Rule, Example]]] = {}
    for example in reach.together.values():
        for one, other in _clashes(reach.rulebook, example):
            mine, theirs = sorted((one, other), key=lambda rule: (rule.pack != reach.rulebook.name, rule.id))
            told.setdefault(mine.id, {}).setdefault(theirs.id, (mine, example))
    rules = {rule.id: rule for rule in reach.rulebook.rules}
    for others in told.values():
        mine, example = next(iter(others.values()))
        yield _clash(reach, mine, [rules[name] for name in others], example)


def _clashes(rulebook: Rulebook, example: Example) -> list[tuple[Rule, Rule]]:
    """Give the pairs of rules left standing that stand on the two scales; none where a rule gives the conflict."""
    giving = [rule for rule in standing(example.fired) if isinstance(rule.effect, Gives)]
    tones = {rule.id: rulebook.statuses.tone(rule.effect.status) for rule in giving if isinstance(rule.effect, Gives)}
    if "conflict" in tones.values():
        return []
    return [(a, b) for a, b in combinations(giving, 2) if {tones[a.id], tones[b.id]} == {"for", "against"}]


def _clash(reach: Reach, mine: Rule, others: list[Rule], example: Example) -> Finding:
    theirs = wording.listed(f"'{rule.id}' ({_status(rule)})" for rule in others)
    message = f"'{mine.id}' gives {_status(mine)} to claims that others stand against: {theirs}"
    conflict = reach.rulebook.statuses.conflict
    hint = f"let one have the other in its 'beats', or write a rule that gives {conflict}"
    shown = f"'{mine.id}' and '{others[0].id}' clash, and the claim is {conflict}"
    return finding(mine.span, "C003", message, hint, example, shown)


def _status(rule: Rule) -> str:
    return rule.effect.status if isinstance(rule.effect, Gives) else ""


# invariants


def broken(reach: Reach) -> Iterator[Finding]:
    """Find invariants of the packs that some claim within the bounds breaks."""
    for invariant in reach.rulebook.invariants:
        example = reach.broken.get(invariant.id)
        if example is not None:
            status = settle(reach.rulebook.statuses, example.fired).status
            message = f"the invariant '{invariant.id}' does not hold: a claim is {status}"
            shown = f"the claim is {status}, and all that must never be is so"
            yield finding(invariant.span, "C004", message, "", example, shown)

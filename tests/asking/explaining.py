"""A little case and a rule of one's own go in, the explanation comes out."""

from __future__ import annotations

from msgspec.structs import replace

from corrob.asking.why import why
from corrob.diagnostics import Span
from corrob.model.explanation import Explanation, NeedLine, OriginLine
from corrob.model.rule import Clause, Gives, Need, Rule, Rulebook
from corrob.verifying.judge import Judge
from stories import book, case, judged

SPAN = Span("mine.yaml", 7, 3)
SOURCES = """
    sources:
    - {id: a, name: The Agency, reliability: B}
    - {id: b, name: The Bulletin, reliability: B}
    - {id: d, name: The Daily, reliability: B}
    - {id: x, name: A channel, reliability: E}
    """


def story(*items: str, claims: str = "[{id: c, text: It burned}]", more: str = "") -> str:
    """Write a case of these items, each in the flow style of YAML without its braces; `more` are further lines."""
    evidence = "".join(f"\n    - {{{item}}}" for item in items)
    return f"{SOURCES.rstrip()}\n{more.rstrip()}\n    claims: {claims}\n    evidence:{evidence or ' []'}\n"


def item(name: str, source: str, *, on: str = "c", stance: str = "supports", more: str = "") -> str:
    """Write an item with one bearing; its day is the number in its name."""
    head = f"id: {name}, source: {source}, published: '2024-01-0{name[1:]}'"
    return f"{head}, bears: [{{claim: {on}, stance: {stance}}}]{', ' if more else ''}{more}"


def explained(text: str, claim: str = "c", as_of: str | None = None) -> Explanation:
    """Explain a claim of a little case."""
    return why(judged(text, as_of), claim)


def confirming(*needs: Need, pack: str = "core") -> Rulebook:
    """Give the core pack with one more rule, which gives the highest status."""
    clauses = tuple(Clause(need, pack, SPAN) for need in needs)
    rule = Rule(id="core/mine", code="M1", title="Mine", effect=Gives("confirmed"), needs=clauses, span=SPAN)
    plain = book("core")
    return replace(plain, rules=(*plain.rules, rule), stages=(*plain.stages, (rule,)))


def needs(text: str, *asked: Need, pack: str = "core") -> tuple[NeedLine, ...]:
    """Give the needs of a rule of one's own, as they are explained."""
    return why(Judge(confirming(*asked, pack=pack), "direct").judge(case(text)), "c").needs


def origins(text: str) -> tuple[OriginLine, ...]:
    """Give the origins in support, as they are explained."""
    return explained(text).supports

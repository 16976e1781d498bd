"""A random generator goes in; a rulebook with needs of all kinds comes out."""

from __future__ import annotations

from random import Random
from typing import TypeVar

from msgspec.structs import replace

from corrob import vocabulary as words
from corrob.dates import DAY, interval
from corrob.diagnostics import Span
from corrob.model.fields import CLAIM_FIELDS, RELATIONS, STRAND_FIELDS, Field
from corrob.model.rule import (
    Acts,
    AllOf,
    AnyOf,
    ClaimIs,
    Clause,
    Compare,
    Effect,
    EvidenceSet,
    Exists,
    FieldTest,
    Finds,
    Found,
    Gives,
    Independence,
    Is,
    Moment,
    Moves,
    Need,
    Not,
    Nothing,
    Origins,
    PackId,
    Related,
    Removes,
    Row,
    Rule,
    Rulebook,
    Selection,
    Some,
    Statuses,
    Suspect,
    Table,
    Test,
    Unless,
)

T = TypeVar("T")
PACK = "drawn"
HERE = Span("drawn.yaml")
NOTES = ("noted", "denied_by", "range")
STATUSES = Statuses(
    default="unassessed",
    conflict="disputed",
    support=("attributed", "corroborated", "confirmed"),
    against=("doubtful", "refuted"),
    order=(
        (
            "refuted", "doubtful", "misleading", "unassessed", "unverified", "disputed", "attributed", "corroborated",
            "confirmed",
        ),
        ("lapsed", "open", "not_borne_out", "borne_out"),
    ),
    dual={
        "attributed": "unverified", "corroborated": "doubtful", "confirmed": "refuted", "doubtful": "corroborated",
        "refuted": "confirmed", "borne_out": "not_borne_out", "not_borne_out": "borne_out",
    },
)  # fmt: skip
TEXTS = {
    "bloc": ("east", "west", "north"),
    "source": ("s0", "s1", "s2", "an aide"),
    "about_media": ("m0", "m1"),
    "about_claim": ("c0", "c1"),
    "resolves_on": ("c0", "c1"),
}
NUMBERS = (0.0, 3.0, 10.0, 12.0)


class _Draw:
    """The names that a rulebook has so far, and the random generator that adds to them."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.fields = {name: field for name, field in STRAND_FIELDS.items() if name != "origin"}
        self.sets = ["bearings", "seen"]

    def chance(self, likely: float) -> bool:
        return self.rng.random() < likely

    def few(self, things: tuple[T, ...] | list[T], most: int = 2) -> tuple[T, ...]:
        return tuple(self.rng.sample(list(things), min(len(things), self.rng.randint(1, most))))


def random_rulebook(rng: Random) -> Rulebook:
    """Draw a rulebook: what is credible, sets of both sides, and rules that need all sorts of things."""
    draw = _Draw(rng)
    tables, sets = _tables(draw), _sets(draw)
    removals = tuple(_rule(draw, "r", n, _removes(draw), ()) for n in range(rng.randint(0, 2)))
    stages = _beating(rng, _stages(draw))
    return Rulebook(
        packs=(PackId(PACK, "1.0.0"),),
        parameters={
            "min_origins": 2.0,
            "credible_from": rng.choice(("C", "C", "D", "B")),
            "pdq_distance": 31.0,
            "grace": rng.choice((3 * DAY, 3 * DAY, 0.0, DAY)),
        },
        statuses=STATUSES,
        independence=_independence(draw),
        tables=tables,
        sets=sets,
        counted={"supports": rng.choice(("support", draw.sets[-1])), "refutes": "opposition"},
        rules=(*removals, *(rule for stage in stages for rule in stage)),
        removals=removals,
        stages=stages,
    )


def _independence(draw: _Draw) -> Independence:
    kept = 0.75 if draw.chance(0.6) else 0.4
    return Independence(
        merge=frozenset(tie for tie in words.MERGE_TIES if draw.chance(kept)),
        suspect=frozenset(tie for tie in words.SUSPECT_TIES if draw.chance(0.5)),
        unit={kind: draw.rng.choice(words.UNITS) for kind in words.CLAIM_KINDS if draw.chance(0.3)},
    )


# tests of fields


def _tests(draw: _Draw, most: int = 2) -> tuple[FieldTest, ...]:
    return tuple(_field_test(draw, name, draw.fields[name]) for name in draw.few(sorted(draw.fields), most))


def _field_test(draw: _Draw, name: str, field: Field) -> FieldTest:
    tests = tuple(_test(draw, name, field) for _ in range(1 if draw.chance(0.85) else 2))
    return FieldTest(name, tests)


def _test(draw: _Draw, name: str, field: Field, depth: int = 0) -> Test:
    if field.type == "given" or draw.chance(0.12):
        return Exists(draw.chance(0.6))
    if depth == 0 and draw.chance(0.2):
        return Unless(tuple(_test(draw, name, field, 1) for _ in range(draw.rng.choice((1, 1, 2)))))
    if field.type == "date":
        moment = interval(f"2024-01-0{draw.rng.randint(1, 8)}")
        return draw.rng.choice((Moment("before", moment.start), Moment("after", moment.end)))
    if (field.ordered or field.type == "number") and draw.chance(0.7):
        op = draw.rng.choice(("at_least", "at_least", "at_most", "above", "below"))
        return Compare(op, draw.rng.choice(NUMBERS) if field.type == "number" else draw.rng.choice(field.words))
    return Is(_values(draw, name, field))


def _values(draw: _Draw, name: str, field: Field) -> tuple[str | bool | float, ...]:
    if field.type == "flag":
        return (draw.chance(0.5),)
    if field.type == "number":
        return draw.few(NUMBERS)
    return draw.few(field.words, 4) if field.type == "word" else draw.few(TEXTS[name])


# tables and sets


def _tables(draw: _Draw) -> tuple[Table, ...]:
    credible = Table("credible", "Who counts", _credible_rows(draw), PACK, HERE)
    draw.fields["credible"] = Field("who counts", "flag")
    others = [_table(draw, f"table{n}") for n in range(draw.rng.randint(0, 2))]
    return (credible, *others)


def _credible_rows(draw: _Draw) -> tuple[Row, ...]:
    letter = FieldTest("reliability", (Compare("at_least", draw.rng.choice(("C", "C", "D", "E"))),))
    special = (Row(_tests(draw), draw.chance(0.6)),) if draw.chance(0.4) else ()
    return (*special, Row((letter,), then=True), Row((), then=draw.chance(0.2)))


def _table(draw: _Draw, name: str) -> Table:
    flag = draw.chance(0.5)
    values: tuple[str | bool, ...] = (True, False) if flag else ("strong", "weak", "none")
    rows = [Row(_tests(draw), draw.rng.choice(values)) for _ in range(draw.rng.randint(1, 3))]
    draw.fields[name] = Field("drawn", "flag") if flag else Field("drawn", "word", ("strong", "weak", "none"))
    return Table(name, "Drawn", (*rows, Row((), draw.rng.choice(values))), PACK, HERE)


def _sets(draw: _Draw) -> tuple[EvidenceSet, ...]:
    credible = FieldTest("credible", (Is((True,)),))
    sides = [
        EvidenceSet(name, "bearings", (FieldTest("stance", (Is((stance,)),)), *_narrowed(draw, credible)), PACK, HERE)
        for name, stance in (("support", words.SUPPORTS), ("opposition", words.REFUTES))
    ]
    draw.sets += ["support", "opposition"]
    return (*sides, *(_set(draw, f"set{n}") for n in range(draw.rng.randint(0, 3))))


def _narrowed(draw: _Draw, credible: FieldTest) -> tuple[FieldTest, ...]:
    if draw.chance(0.7):
        return (credible,)
    return _tests(draw, 1) if draw.chance(0.3) else ()


def _set(draw: _Draw, name: str) -> EvidenceSet:
    drawn = EvidenceSet(name, draw.rng.choice(draw.sets), _tests(draw), PACK, HERE)
    draw.sets.append(name)
    return drawn


def _selection(draw: _Draw) -> Selection:
    return Selection(draw.rng.choice(draw.sets), _tests(draw) if draw.chance(0.4) else ())


# needs


def _need(draw: _Draw, findings: tuple[str, ...], depth: int = 0) -> Need:
    if depth < 2 and draw.chance(0.3):
        kind = draw.rng.choice((AnyOf, AllOf, Not))
        if kind is Not:
            return Not(_need(draw, findings, depth + 1))
        inner = tuple(_need(draw, findings, depth + 1) for _ in range(draw.rng.randint(1, 3)))
        return AnyOf(inner) if kind is AnyOf else AllOf(inner)
    if draw.chance(0.6):
        return _need_of_strands(draw)
    return _need_of_the_claim(draw, findings)


def _need_of_strands(draw: _Draw) -> Need:
    kind = draw.rng.choice((Origins, Origins, Some, Some, Nothing, Suspect))
    return _origins(draw) if kind is Origins else kind(_selection(draw))


def _origins(draw: _Draw) -> Origins:
    at_least = draw.rng.choice((1, 1, 2, 2, 3))
    if draw.chance(0.2):
        return Origins(_selection(draw), at_most=draw.rng.choice((0, 1, 2)))
    return Origins(
        _selection(draw),
        at_least=at_least,
        at_most=at_least + draw.rng.randint(0, 2) if draw.chance(0.2) else None,
        different=(draw.rng.choice(sorted(draw.fields)), draw.rng.randint(1, at_least)) if draw.chance(0.4) else None,
        within=draw.rng.choice((0.0, DAY, 2 * DAY, 3_600.0)) if draw.chance(0.3) else None,
    )


def _need_of_the_claim(draw: _Draw, findings: tuple[str, ...]) -> Need:
    kind = draw.rng.choice((ClaimIs, Related, Related, Related, Acts, Found))
    if kind is ClaimIs:
        return ClaimIs(_claim_test(draw))
    if kind is Acts:
        return Acts(draw.rng.choice(("every", "some")), primary_record=draw.chance(0.3))
    if kind is Found and findings:
        return Found(draw.rng.choice(findings))
    return _related(draw)


def _related(draw: _Draw) -> Related:
    statuses = draw.few(STATUSES.all, 5) if draw.chance(0.8) else ()
    finding = "" if statuses and draw.chance(0.8) else draw.rng.choice(NOTES)
    return Related(draw.rng.choice(tuple(RELATIONS)), draw.rng.choice(words.QUANTIFIERS), statuses, finding)


def _claim_test(draw: _Draw) -> FieldTest:
    name = draw.rng.choice(tuple(CLAIM_FIELDS))
    return _field_test(draw, name, CLAIM_FIELDS[name])


# rules


def _rule(draw: _Draw, prefix: str, number: int, effect: Effect, findings: tuple[str, ...]) -> Rule:
    needs = [_need(draw, findings) for _ in range(draw.rng.choice((1, 1, 1, 2)))]
    return Rule(
        id=f"{PACK}/{prefix}{draw.rng.randint(0, 9)}-{number}",
        code=f"DR{number:03}",
        title="Drawn",
        effect=effect,
        needs=tuple(Clause(need, PACK, HERE) for need in needs),
        span=HERE,
        applies_to=(_claim_test(draw),) if draw.chance(0.15) else (),
    )


def _removes(draw: _Draw) -> Removes:
    return Removes(_tests(draw))


def _effect(draw: _Draw) -> Effect:
    if draw.chance(0.2):
        return Moves(draw.rng.choice((1, -1)))
    confidence = draw.rng.choice((*words.CONFIDENCE, None))
    return Gives(draw.rng.choice(STATUSES.all), confidence)


def _finder(draw: _Draw, prefix: str, number: int, name: str, findings: tuple[str, ...]) -> Rule:
    """Draw a rule that finds: nothing more, a fixed value, or a listing of what its first need selects."""
    kind = draw.rng.choice(("plain", "value", "listing"))
    if kind != "listing":
        return _rule(draw, prefix, number, Finds(name, value="fixed" if kind == "value" else ""), findings)
    rule = _rule(draw, prefix, number, Finds(name, listing=draw.rng.choice(sorted(draw.fields))), findings)
    first = draw.rng.choice((Some(_selection(draw)), _origins(draw)))
    return replace(rule, needs=(Clause(first, PACK, HERE), *rule.needs[1:]))


def _stages(draw: _Draw) -> list[list[Rule]]:
    """Draw rules in stages, of which each needs only what earlier ones find."""
    stages: list[list[Rule]] = []
    found: tuple[str, ...] = ()
    names = draw.rng.sample(NOTES, len(NOTES))
    for stage in range(draw.rng.randint(1, 3)):
        rules = [_rule(draw, f"s{stage}-", n, _effect(draw), found) for n in range(draw.rng.randint(1, 5))]
        finders = [_finder(draw, f"f{stage}-", n, names[stage], found) for n in range(draw.rng.randint(0, 2))]
        stages.append(rules + finders)
        found += (names[stage],) if finders else ()
    return stages


def _beating(rng: Random, stages: list[list[Rule]]) -> tuple[tuple[Rule, ...], ...]:
    """Let some rules beat others, in no circle."""
    rules = [rule for stage in stages for rule in stage]
    line = rng.sample([rule.id for rule in rules], len(rules))
    beaten = {
        name: tuple(rng.sample(line[n + 1 :], min(len(line) - n - 1, 2))) if rng.random() < 0.25 else ()
        for n, name in enumerate(line)
    }
    return tuple(tuple(replace(rule, beats=beaten[rule.id]) for rule in stage) for stage in stages)

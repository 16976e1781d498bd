"""A pack's judgements go in; the pack changed in one place, in every way that its tests should notice, comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from corrob.asking import phrases
from corrob.diagnostics import Span
from corrob.examining.altering import Altered, Left, altered_tests, clause_without, need_with, needs, swaps
from corrob.examining.idle import is_idle
from corrob.examining.judgements import Asked, Judgements
from corrob.examining.places import Places
from corrob.examining.readers import readers, selection_of
from corrob.model.rule import Clause, EvidenceSet, FieldTest, Gives, Moves, Not, Removes, Row, Rule, Rulebook, Table
from corrob.vocabulary import CONFIDENCE


class Mutant(Struct, frozen=True, eq=False):
    """A rulebook changed in one place; `owner` is the rule, or what else was changed.

    Without a `book` the change means nothing, as an empty list does. An `idle` one makes no difference whatever the
    case: what is dropped says what something else says already, or is read by nobody.
    """

    operator: str
    place: Span
    owner: str
    sentence: str
    book: Rulebook | None
    idle: bool = False


def mutants(judgements: Judgements) -> tuple[Mutant, ...]:
    """Give every mutant of what the pack itself judges, in order of place; a rule that is not there has no others."""
    found = (mutant for operator in OPERATORS for mutant in operator(judgements))
    return tuple(sorted(found, key=lambda mutant: (mutant.place, mutant.operator, mutant.sentence)))


def with_rule(book: Rulebook, changed: Rule) -> Rulebook:
    """Give a rulebook with one of its rules changed, wherever it stands."""

    def put(rules: Iterable[Rule]) -> tuple[Rule, ...]:
        return tuple(changed if rule.id == changed.id else rule for rule in rules)

    return replace(book, rules=put(book.rules), removals=put(book.removals), stages=tuple(map(put, book.stages)))


# rules


def _drops_a_rule(judgements: Judgements) -> Iterator[Mutant]:
    for rule in judgements.rules:
        book = judgements.book.without(rule.id)
        yield Mutant("drop a rule", rule.span, rule.id, "drops the rule", book)


def _drops_what_it_beats(judgements: Judgements) -> Iterator[Mutant]:
    for rule in judgements.rules:
        place = judgements.places.at(rule.span, "beats")
        for name in rule.beats:
            changed = replace(rule, beats=tuple(other for other in rule.beats if other != name))
            book = with_rule(judgements.book, changed)
            yield Mutant("drop a beats", place, rule.id, f"no longer beats {name}", book)


def _moves_the_confidence(judgements: Judgements) -> Iterator[Mutant]:
    for rule in judgements.rules:
        start = rule.effect.confidence if isinstance(rule.effect, Gives) else None
        place = judgements.places.at(rule.span, "confidence")
        for word in _neighbours(start) if start else ():
            book = with_rule(judgements.book, replace(rule, effect=replace(rule.effect, confidence=word)))
            sentence = f"starts the confidence at {word} in place of {start}"
            yield Mutant("swap the confidence", place, rule.id, sentence, book)


def _neighbours(word: str) -> list[str]:
    at = CONFIDENCE.index(word)
    return [CONFIDENCE[other] for other in (at - 1, at + 1) if 0 <= other < len(CONFIDENCE)]


def _turns_a_step(judgements: Judgements) -> Iterator[Mutant]:
    for rule in judgements.rules:
        effect = rule.effect
        if isinstance(effect, Moves):
            did, does = ("raises", "lowers") if effect.step > 0 else ("lowers", "raises")
            place, turned = judgements.places.at(rule.span, did), replace(rule, effect=Moves(-effect.step))
            sentence = f"{does} the confidence in place of what it {did}"
            yield Mutant("flip a step", place, rule.id, sentence, with_rule(judgements.book, turned))


def _drops_a_test_of_the_claim(judgements: Judgements) -> Iterator[Mutant]:
    for rule in judgements.rules:
        for number, test, place in judgements.applies_to(rule):
            changed = replace(rule, applies_to=(*rule.applies_to[:number], *rule.applies_to[number + 1 :]))
            sentence = f'drops "{phrases.tests([test])}" of what it applies to'
            book, idle = with_rule(judgements.book, changed), is_idle(rule, number)
            yield Mutant("drop a test of applies_to", place, rule.id, sentence, book, idle)


def _alters_what_is_removed(judgements: Judgements) -> Iterator[Mutant]:
    for rule in judgements.rules:
        effect = rule.effect
        if isinstance(effect, Removes):
            for altered, place in _altered(effect.where, judgements.removed_tests(rule)):
                where = altered.tests
                changed = replace(rule, effect=Removes(where)) if where else None
                book = with_rule(judgements.book, changed) if changed else None
                yield Mutant(altered.operator, place, rule.id, f"{altered.sentence} of what it removes", book)


# needs


def _drops_a_need(judgements: Judgements) -> Iterator[Mutant]:
    for asked in judgements.needs:
        turned = "not: " if asked.steps and isinstance(asked.above, Not) else ""
        sentence = f'drops the need "{turned}{phrases.need(asked.leaf)}"'
        yield _of_need("drop a need", asked, asked.place, sentence, judgements, clause_without(asked.need, asked.steps))


def _alters_a_need(judgements: Judgements) -> Iterator[Mutant]:
    for asked in judgements.needs:
        for operator, leaf in needs(asked.leaf):
            now = need_with(asked.need, asked.steps, leaf) if leaf else None
            yield _of_need(operator, asked, asked.place, _changes(asked, operator, leaf), judgements, now)


def _changes(asked: Asked, operator: str, leaf: object) -> str:
    before = phrases.need(asked.leaf)
    return f'asks for "{phrases.need(leaf)}" in place of "{before}"' if leaf else f'{operator} of "{before}"'  # type: ignore[arg-type]


def _alters_a_selection(judgements: Judgements) -> Iterator[Mutant]:
    for asked in judgements.needs:
        chosen = selection_of(asked.leaf)
        if chosen is not None:
            for altered, place in _altered(chosen.where, judgements.where_tests(asked)):
                leaf = replace(asked.leaf, selection=replace(chosen, where=altered.tests))
                sentence = f'{altered.sentence} in the need "{phrases.need(asked.leaf)}"'
                now = need_with(asked.need, asked.steps, leaf)
                yield _of_need(altered.operator, asked, place, sentence, judgements, now)


def _of_need(operator: str, asked: Asked, place: Span, sentence: str, judgements: Judgements, now: Left) -> Mutant:
    """Give the mutant of a rule with one need changed: `now` is the need, `()` for none, None for no sense."""
    rule, number = asked.rule, asked.clause
    if now is None:
        return Mutant(operator, place, rule.id, sentence, None)
    kept: tuple[Clause, ...] = (replace(rule.needs[number], need=now),) if now != () else ()
    changed = replace(rule, needs=(*rule.needs[:number], *kept, *rule.needs[number + 1 :]))
    return Mutant(operator, place, rule.id, sentence, with_rule(judgements.book, changed))


# sets, tables and ties


def _alters_a_set(judgements: Judgements) -> Iterator[Mutant]:
    spots: dict[str, list[tuple[EvidenceSet, int, FieldTest, Span]]] = {}
    for spot in judgements.set_tests:
        spots.setdefault(spot[0].name, []).append(spot)
    for found in spots.values():
        one = found[0][0]
        for altered, place in _altered(one.where, ((number, test, span) for _, number, test, span in found)):
            sets = tuple(replace(s, where=altered.tests) if s == one else s for s in judgements.book.sets)
            sentence, book = f"{altered.sentence} of the set", replace(judgements.book, sets=sets)
            yield Mutant(altered.operator, place, f"the set {one.name}", sentence, book)


def _alters_a_table(judgements: Judgements) -> Iterator[Mutant]:
    for table, number, _, place in (*judgements.rows, *judgements.left_rows):
        for operator, sentence, spot, rows in _other_rows(table, number, judgements.places, place):
            book, idle = _with_rows(judgements, table, rows), not readers(judgements.book, table)
            yield Mutant(operator, spot, f"the table {table.sets}", f"{sentence} {row_name(number)}", book, idle)


def _other_rows(table: Table, number: int, places: Places, place: Span) -> Iterator[tuple[str, str, Span, list[Row]]]:
    before, row, after = table.rows[:number], table.rows[number], table.rows[number + 1 :]
    yield "drop a row", "drops", place, [*before, *after] if row.when else []
    spots = ((n, test, places.at(place, "when", test.field)) for n, test in enumerate(row.when))
    for altered, spot in _altered(row.when, spots):
        rows = [*before, replace(row, when=altered.tests), *after] if altered.tests else []
        yield altered.operator, f"{altered.sentence} of", spot, rows


def row_name(number: int) -> str:
    """Name a row by its place in the table, from 1 on."""
    return f"row {number + 1}"


def _with_rows(judgements: Judgements, table: Table, rows: list[Row]) -> Rulebook | None:
    """Give the rulebook with other rows of a table; a table without rows is none."""
    tables = (replace(t, rows=tuple(rows)) if t == table else t for t in judgements.book.tables)
    return replace(judgements.book, tables=tuple(tables)) if rows else None


def _drops_a_tie(judgements: Judgements) -> Iterator[Mutant]:
    independence = judgements.book.independence
    for key in ("merge", "suspect"):
        place = judgements.places.heading("independence", key)
        for tie in sorted(getattr(independence, key)) if place else ():
            assert place is not None, "the pack says so itself"
            fewer = replace(independence, **{key: getattr(independence, key) - {tie}})
            book = replace(judgements.book, independence=fewer)
            yield Mutant("drop a tie", place, f"independence, {key}", f"drops the tie {tie}", book)


def _altered(
    tests: tuple[FieldTest, ...], spots: Iterable[tuple[int, FieldTest, Span]]
) -> Iterator[tuple[Altered, Span]]:
    for number, _, place in spots:
        yield from ((altered, place) for altered in altered_tests(tests, number, swaps))


OPERATORS: Final[tuple[Callable[[Judgements], Iterator[Mutant]], ...]] = (
    _drops_a_rule,
    _drops_what_it_beats,
    _moves_the_confidence,
    _turns_a_step,
    _drops_a_test_of_the_claim,
    _alters_what_is_removed,
    _drops_a_need,
    _alters_a_need,
    _alters_a_selection,
    _alters_a_set,
    _alters_a_table,
    _drops_a_tie,
)
"""Every way to change a pack."""

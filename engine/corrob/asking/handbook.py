"""A rulebook goes in, its handbook comes out: everything that the pack says, in words and in order of use."""

from __future__ import annotations

from collections.abc import Iterator

from corrob.asking import prose
from corrob.asking.entries import row_in_words, strands
from corrob.asking.handbook_changes import changes
from corrob.asking.handbook_rules import GROUPS, anchor, drawing, example, place, rule_section
from corrob.model.handbook import Block, Facts, Grid, Handbook, Paragraph, Points, Section
from corrob.model.provenance import By, Provenance, Setting
from corrob.model.rule import EvidenceSet, Invariant, Rulebook, Table

TIES = {
    "control": "both are controlled by the same owner, or one by the other",
    "media": "both rest on the same media",
    "briefing": "both were told the same thing by the same source",
    "unnamed_same": "both rest on sources that are not named",
    "funding": "somebody pays for both, or one for the other",
    "intelligence": "they share intelligence",
    "commission": "one commissioned the other's work",
    "replies": "one replies to the other",
}
"""What each kind of tie between two origins means."""


_HOW = (
    "Every way from a piece of evidence to what it rests on is a strand; strands that come from the same place are one "
    "origin. Tables set attributes of strands, some strands are taken out, sets hold the rest, and rules look "
    "at the sets. What is not known is neither true nor false, and makes no rule fire."
)
"""What a reader of a handbook has to know first."""


def handbook(book: Rulebook) -> Handbook:
    """Give the handbook of a pack that was loaded with its tests and its provenance."""
    told = book.provenance
    assert told is not None, "a rulebook that is written up was loaded, not remembered"
    sections = tuple(section for section in _sections(book, told) if section.blocks or section.parts)
    return Handbook(
        title=told.headers[book.name].title or book.name,
        subtitle=book.named,
        sections=sections,
        anchors=_anchors(book),
    )


def _anchors(book: Rulebook) -> dict[str, str]:
    named = [("status", name) for name in book.statuses.all]
    named += [("rule", rule.id) for rule in book.rules]
    named += [("table", one.sets) for one in book.tables] + [("set", one.name) for one in book.sets]
    found = {name: anchor(kind, name) for kind, name in named}
    return found | {f"${name}": anchor("parameter", name) for name in book.parameters}


def _sections(book: Rulebook, told: Provenance) -> Iterator[Section]:
    yield Section("about", "What it is for", tuple(_about(book, told)))
    yield Section("statuses", "Statuses", tuple(_statuses(book)))
    yield Section("parameters", "Parameters", _parameters(told.settings))
    yield Section("independence", "Independence", tuple(_independence(book)))
    yield Section("attributes", "Attributes", (), tuple(_table(one, told) for one in book.tables))
    yield Section("sets", "Evidence sets", tuple(_counted(book)), tuple(_set(one, told) for one in book.sets))
    for name, title, kinds in GROUPS:
        rules = tuple(rule_section(rule, book) for rule in book.rules if isinstance(rule.effect, kinds))
        yield Section(name, title, (), rules)
    yield Section("beats", "Who beats whom", drawing(book))
    yield Section("invariants", "What must always hold", (), tuple(_invariant(one, told) for one in book.invariants))
    yield Section("changes", "Changes and their reasons", changes(book, told))
    yield Section("examples", "Further examples", tuple(example(node) for _, node in book.tests))


def _about(book: Rulebook, told: Provenance) -> Iterator[Block]:
    own = told.headers[book.name]
    if own.about:
        yield Paragraph(own.about)
    yield Paragraph(_HOW)
    rows = []
    for pack in book.packs:
        said = told.headers[pack.name]
        rows.append((f"`{pack.name}`", pack.version, said.title, said.owner, pack.hash[:12]))
    yield Grid(("pack", "version", "title", "owner", "sha256"), tuple(rows))


def _statuses(book: Rulebook) -> Iterator[Block]:
    statuses = book.statuses
    others = sorted({name for words in statuses.words.values() for name in words} - {"meaning"})
    rows = []
    for status in statuses.all:
        words = statuses.words.get(status, {})
        rows.append((f"`{status}`", words.get("meaning", ""), *(words.get(name, "") for name in others)))
    yield Grid(("status", "meaning", *others), tuple(rows))
    yield Points(
        (
            *(f"From lowest to highest: {', '.join(f'`{one}`' for one in order)}." for order in statuses.order),
            f"A claim for which no rule fires is `{statuses.default}`.",
            f"A claim with proposals both for and against it is `{statuses.conflict}`.",
            *(f"What negates a claim that is `{one}` is `{other}`." for one, other in statuses.dual.items()),
        )
    )


def _parameters(settings: tuple[Setting, ...]) -> tuple[Block, ...]:
    rows = []
    for one in settings:
        changed = "; ".join(f"{value} in {by.pack}: {by.reason}" for value, by in one.changed)
        origin = f"{one.declared} in {one.by.pack}"
        rows.append((f"`${one.name}`", one.value, " to ".join(one.between), one.title, changed or origin))
    return (Grid(("parameter", "value", "range", "meaning", "set by"), tuple(rows)),) if rows else ()


def _independence(book: Rulebook) -> Iterator[Block]:
    said = book.independence
    if said.merge:
        yield Paragraph("Two origins are counted as one if:")
        yield Points(tuple(f"{TIES[tie]} (`{tie}`)" for tie in TIES if tie in said.merge))
    if said.suspect:
        yield Paragraph("Two origins still count as two, and their independence is doubted, if:")
        yield Points(tuple(f"{TIES[tie]} (`{tie}`)" for tie in TIES if tie in said.suspect))
    units = [f"For claims of kind `{kind}` it is the {unit} that is counted." for kind, unit in said.unit.items()]
    yield Paragraph(" ".join([*units, f"For {'all other' if units else 'all'} claims it is the origin."]))


def _table(one: Table, told: Provenance) -> Section:
    rows = []
    for number, (row, by) in enumerate(zip(one.rows, told.rows[one.sets], strict=True), 1):
        rows.append((str(number), prose.sentence(row_in_words(row)), _by(by)))
    first = Paragraph(f"{one.title or one.sets}. The first row that is true decides.")
    grid = Grid(("row", "value", "from"), tuple(rows))
    return Section(anchor("table", one.sets), f"`{one.sets}`", (first, grid))


def _by(by: By) -> str:
    return f"{by.pack}: {by.reason}" if by.reason else by.pack


def _counted(book: Rulebook) -> Iterator[Block]:
    counted = book.counted
    yield Points(
        (
            "`bearings` holds every strand that is left after removal; `seen` holds those that were removed as well.",
            f"Reports count `{counted['supports']}` for a claim, and `{counted['refutes']}` against it.",
        )
    )


def _set(one: EvidenceSet, told: Provenance) -> Section:
    title = told.titles.get(one.name, "")
    first = [Paragraph(f"{title}.")] if title else []
    pairs: list[tuple[str, tuple[str, ...]]] = [
        ("holds", (prose.sentence(strands(one, one.where)),)),
        ("from", (place(one.pack, one.span),)),
    ]
    narrowed = told.narrowed.get(one.name, ())
    if narrowed:
        reasons = (f"by {by.by.pack}, on {_names(by.fields)}: {by.by.reason}" for by in narrowed)
        pairs.append(("narrowed", tuple(reasons)))
    return Section(anchor("set", one.name), f"`{one.name}`", (*first, Facts(tuple(pairs))))


def _names(names: tuple[str, ...]) -> str:
    return prose.listed([f"`{name}`" for name in names], "and")


def _invariant(one: Invariant, told: Provenance) -> Section:
    statuses = prose.listed([f"`{status}`" for status in one.statuses], "or")
    needs = prose.listed([prose.need(clause.need) for clause in one.never], "and")
    never = f"No claim is {statuses} while {needs}." if statuses else f"For no claim {needs}."
    pack = one.id.partition("/")[0]
    pairs = (("invariant", (one.id,)), ("says", (never,)), ("stands in", (place(pack, one.span),)))
    return Section(anchor("invariant", one.id), told.titles.get(one.id, one.id), (Facts(pairs),))

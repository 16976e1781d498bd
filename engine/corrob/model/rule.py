"""Rules as they are judged: packs read, parameters put in, every word checked and typed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corrob.diagnostics import Span
from corrob.model.node import Node

Value = str | bool | float


@dataclass(frozen=True, slots=True)
class Is:
    """Passes a value that is one of these (`includes` says the same of a field with many values)."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Passes a value in its order: `op` is `at_least`, `at_most`, `above` or `below`."""

    op: str
    value: Value


@dataclass(frozen=True, slots=True)
class Moment:
    """Passes a date that ends before `moment` (`before`), or begins after it (`after`), in seconds since 1970."""

    op: str
    moment: float


@dataclass(frozen=True, slots=True)
class Exists:
    """Passes a value that is known (`wanted`), or one that is unknown; it is never unknown itself."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class Unless:
    """Passes a value that the tests inside, all together, do not pass."""

    tests: tuple[Test, ...]


Test = Is | Compare | Moment | Exists | Unless


@dataclass(frozen=True, slots=True)
class FieldTest:
    """A field with its tests, all of which must pass."""

    field: str
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """Strands of an evidence set that pass further tests."""

    set: str
    where: tuple[FieldTest, ...] = ()


@dataclass(frozen=True, slots=True)
class Origins:
    """The number of different origins lies in the bounds; `different` and `within` narrow the choice of strands."""

    selection: Selection
    at_least: int | None = None
    at_most: int | None = None
    different: tuple[str, int] | None = None
    within: float | None = None


@dataclass(frozen=True, slots=True)
class Some:
    """At least one strand is selected."""

    selection: Selection


@dataclass(frozen=True, slots=True)
class Nothing:
    """No strand is selected."""

    selection: Selection


@dataclass(frozen=True, slots=True)
class Suspect:
    """Suspect ties join some of the selected origins to each other."""

    selection: Selection


@dataclass(frozen=True, slots=True)
class ClaimIs:
    """The claim's field passes its tests."""

    test: FieldTest


@dataclass(frozen=True, slots=True)
class Related:
    """`of` (some, every, none) of the claims related by `by` have one of the statuses, or the finding."""

    by: str
    of: str = "some"
    statuses: tuple[str, ...] = ()
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Acts:
    """The latest act on the record of `of` (every, some) of the claim's sources is among the claim's acts."""

    of: str = "every"
    primary_record: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Another rule found this for the claim."""

    name: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the needs holds."""

    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of the needs hold."""

    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The need does not hold; of an unknown need it is unknown."""

    need: Need


Leaf = Origins | Some | Nothing | Suspect | ClaimIs | Related | Acts | Found
Need = Leaf | AnyOf | AllOf | Not


@dataclass(frozen=True, slots=True)
class Clause:
    """A need of a rule with the pack that asks for it, its place, and its words as they stand in the file."""

    need: Need
    pack: str
    span: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Gives:
    """Proposes a status; `confidence` is where the confidence starts, if the rule says so."""

    status: str
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Finds:
    """Records a note: the values of a field in the strands of the first need, or a fixed value."""

    name: str
    listing: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Removes:
    """Takes the strands that pass all tests out of the bearings."""

    where: tuple[FieldTest, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves the confidence by a step: 1 up, -1 down."""

    step: int


Effect = Gives | Finds | Removes | Moves


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `id` is `pack/id`, and so are the ids in `beats`. `tests` are its inline tests as written."""

    id: str
    code: str
    title: str
    effect: Effect
    needs: tuple[Clause, ...]
    span: Span
    applies_to: tuple[FieldTest, ...] = ()
    beats: tuple[str, ...] = ()
    because: str = ""
    cites: tuple[str, ...] = ()
    tests: tuple[Node, ...] = ()

    @property
    def pack(self) -> str:
        """The name of the pack that brought it."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where all tests are true, the attribute gets the value."""

    when: tuple[FieldTest, ...]
    then: str | bool


@dataclass(frozen=True, slots=True)
class Table:
    """Sets an attribute of every strand by the first row that is true; the last row has no tests."""

    sets: str
    title: str
    rows: tuple[Row, ...]
    pack: str
    span: Span


@dataclass(frozen=True, slots=True)
class EvidenceSet:
    """The strands of `source` (a set, `bearings` or `seen`) for which all tests are true."""

    name: str
    source: str
    where: tuple[FieldTest, ...]
    pack: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statuses:
    """The vocabulary of statuses; scales and orders lowest first; `words` are a status's outside equivalents."""

    default: str
    conflict: str
    support: tuple[str, ...]
    against: tuple[str, ...]
    order: tuple[tuple[str, ...], ...]
    dual: dict[str, str] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def rank(self, status: str) -> tuple[int, int]:
        """Give the order that a status belongs to, and its place in it."""
        return next((n, line.index(status)) for n, line in enumerate(self.order) if status in line)

    def tone(self, status: str) -> str:
        """Say on which scale a status stands: `for`, `against`, `conflict`, or '' for none of these."""
        scales = {"for": self.support, "against": self.against, "conflict": (self.conflict,)}
        return next((name for name, line in scales.items() if status in line), "")

    @property
    def all(self) -> tuple[str, ...]:
        """Every status."""
        return tuple(status for line in self.order for status in line)


@dataclass(frozen=True, slots=True)
class Independence:
    """Which ties make two origins one, which only cast doubt, and what is counted for which kind of claim."""

    merge: frozenset[str]
    suspect: frozenset[str]
    unit: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Invariant:
    """What must hold for every claim: not all of `never` together with one of the statuses."""

    id: str
    never: tuple[Clause, ...]
    statuses: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class PackId:
    """A pack's name, version and title."""

    name: str
    version: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Packs laid over one another, ready to judge.

    `removals` and `stages` hold the same rules as `rules`: removals come first, and each stage needs only the
    findings of the stages before it. `tests` are the packs' tests that belong to no single rule.
    """

    packs: tuple[PackId, ...]
    parameters: dict[str, float | str]
    statuses: Statuses
    independence: Independence
    tables: tuple[Table, ...]
    sets: tuple[EvidenceSet, ...]
    counted: dict[str, str]
    rules: tuple[Rule, ...]
    removals: tuple[Rule, ...]
    stages: tuple[tuple[Rule, ...], ...]
    invariants: tuple[Invariant, ...] = ()
    tests: tuple[Node, ...] = ()

    @property
    def name(self) -> str:
        """The name of the pack that was asked for."""
        return self.packs[-1].name

    def without(self, rule: str) -> Rulebook:
        """Give the same rulebook with one rule taken out."""
        keep = [tuple(r for r in rules if r.id != rule) for rules in (self.rules, self.removals, *self.stages)]
        return replace(self, rules=keep[0], removals=keep[1], stages=tuple(keep[2:]))

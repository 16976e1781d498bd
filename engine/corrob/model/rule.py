"""Rules as they are judged: packs read, parameters put in, every word checked and typed."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from corrob.diagnostics import Span
from corrob.model.node import Node
from corrob.model.provenance import Provenance

Value = str | bool | float
SHOWN: Final = 12
"""How many digits of a pack's hash are shown to people."""


class Is(Struct, frozen=True, tag=True):
    """Passes a value that is one of these (`includes` says the same of a field with many values)."""

    values: tuple[Value, ...]


class Compare(Struct, frozen=True, tag=True):
    """Passes a value in its order: `op` is `at_least`, `at_most`, `above` or `below`."""

    op: str
    value: Value


class Moment(Struct, frozen=True, tag=True):
    """Passes a date that ends before `moment` (`before`), or begins after it (`after`), in seconds since 1970."""

    op: str
    moment: float


class Exists(Struct, frozen=True, tag=True):
    """Passes a value that is known (`wanted`), or one that is unknown; it is never unknown itself."""

    wanted: bool


class Unless(Struct, frozen=True, tag=True):
    """Passes a value that the tests inside, all together, do not pass."""

    tests: tuple[Test, ...]


Test = Is | Compare | Moment | Exists | Unless


class FieldTest(Struct, frozen=True):
    """A field with its tests, all of which must pass."""

    field: str
    tests: tuple[Test, ...]


class Selection(Struct, frozen=True):
    """Strands of an evidence set that pass further tests."""

    set: str
    where: tuple[FieldTest, ...] = ()


class Origins(Struct, frozen=True, tag=True):
    """The number of different origins lies in the bounds; `different` and `within` narrow the choice of strands."""

    selection: Selection
    at_least: int | None = None
    at_most: int | None = None
    different: tuple[str, int] | None = None
    within: float | None = None


class Some(Struct, frozen=True, tag=True):
    """At least one strand is selected."""

    selection: Selection


class Nothing(Struct, frozen=True, tag=True):
    """No strand is selected."""

    selection: Selection


class Suspect(Struct, frozen=True, tag=True):
    """Suspect ties join some of the selected origins to each other."""

    selection: Selection


class ClaimIs(Struct, frozen=True, tag=True):
    """The claim's field passes its tests."""

    test: FieldTest


class Related(Struct, frozen=True, tag=True):
    """`of` (some, every, none) of the claims related by `by` have one of the statuses, or the finding."""

    by: str
    of: str = "some"
    statuses: tuple[str, ...] = ()
    finding: str = ""


class Acts(Struct, frozen=True, tag=True):
    """The latest act on the record of `of` (every, some) of the claim's sources is among the claim's acts."""

    of: str = "every"
    primary_record: bool = False


class Found(Struct, frozen=True, tag=True):
    """Another rule found this for the claim."""

    name: str


class AnyOf(Struct, frozen=True, tag=True):
    """One of the needs holds."""

    needs: tuple[Need, ...]


class AllOf(Struct, frozen=True, tag=True):
    """All of the needs hold."""

    needs: tuple[Need, ...]


class Not(Struct, frozen=True, tag=True):
    """The need does not hold; of an unknown need it is unknown."""

    need: Need


Leaf = Origins | Some | Nothing | Suspect | ClaimIs | Related | Acts | Found
Need = Leaf | AnyOf | AllOf | Not


class Clause(Struct, frozen=True):
    """A need of a rule with the pack that asks for it, its place, and its words as they stand in the file."""

    need: Need
    pack: str
    span: Span
    reason: str = ""


class Gives(Struct, frozen=True, tag=True):
    """Proposes a status; `confidence` is where the confidence starts, if the rule says so."""

    status: str
    confidence: str | None = None


class Finds(Struct, frozen=True, tag=True):
    """Records a note: the values of a field in the strands of the first need, or a fixed value."""

    name: str
    listing: str = ""
    value: str = ""


class Removes(Struct, frozen=True, tag=True):
    """Takes the strands that pass all tests out of the bearings."""

    where: tuple[FieldTest, ...]


class Moves(Struct, frozen=True, tag=True):
    """Moves the confidence by a step: 1 up, -1 down."""

    step: int


Effect = Gives | Finds | Removes | Moves


class Rule(Struct, frozen=True):
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


class Row(Struct, frozen=True):
    """A row of a table: where all tests are true, the attribute gets the value."""

    when: tuple[FieldTest, ...]
    then: str | bool


class Table(Struct, frozen=True):
    """Sets an attribute of every strand by the first row that is true; the last row has no tests."""

    sets: str
    title: str
    rows: tuple[Row, ...]
    pack: str
    span: Span


class EvidenceSet(Struct, frozen=True):
    """The strands of `source` (a set, `bearings` or `seen`) for which all tests are true."""

    name: str
    source: str
    where: tuple[FieldTest, ...]
    pack: str
    span: Span


class Statuses(Struct, frozen=True):
    """The vocabulary of statuses; scales and orders lowest first; `words` are a status's outside equivalents."""

    default: str
    conflict: str
    support: tuple[str, ...]
    against: tuple[str, ...]
    order: tuple[tuple[str, ...], ...]
    dual: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}

    def rank(self, status: str) -> tuple[int, int]:
        """Give the order that a status belongs to, and its place in it."""
        return next((n, line.index(status)) for n, line in enumerate(self.order) if status in line)

    def tone(self, status: str) -> str:
        """Say on which scale a status stands: `for`, `against`, `conflict`, or '' for none of these."""
        scales = {"for": self.support, "against": self.against, "conflict": (self.conflict,)}
        return next((name for name, line in scales.items() if status in line), "")

    def idle(self, status: str) -> bool:
        """Say whether a status settles nothing: it is compared with the default one, and is on no scale."""
        return self.rank(status)[0] == self.rank(self.default)[0] and not self.tone(status)

    @property
    def all(self) -> tuple[str, ...]:
        """Every status."""
        return tuple(status for line in self.order for status in line)


class Independence(Struct, frozen=True):
    """Which ties make two origins one, which only cast doubt, and what is counted for which kind of claim."""

    merge: frozenset[str]
    suspect: frozenset[str]
    unit: dict[str, str] = {}


class Invariant(Struct, frozen=True):
    """What must hold for every claim: not all of `never` together with one of the statuses."""

    id: str
    never: tuple[Clause, ...]
    statuses: tuple[str, ...]
    span: Span


class PackId(Struct, frozen=True):
    """A pack's name, version and title, and the `hash` of its rule files, so that no two states of it look alike."""

    name: str
    version: str
    title: str = ""
    hash: str = ""

    def __str__(self) -> str:
        """Give the line by which results name it: `core 1.0.0 sha256:ab12cd34ef56`."""
        told = f" sha256:{self.hash[:SHOWN]}" if self.hash else ""
        return f"{self.name} {self.version}{told}"


class Rulebook(Struct, frozen=True):
    """Packs laid over one another, ready to judge.

    `removals` and `stages` hold the same rules as `rules`: removals come first, and each stage needs only the
    findings of the stages before it. `tests` are the packs' tests
    that belong to no single rule, each with its pack. A rulebook that is remembered for judging has neither tests nor
    `provenance`.
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
    tests: tuple[tuple[str, Node], ...] = ()
    provenance: Provenance | None = None

    @property
    def name(self) -> str:
        """The name of the pack that was asked for."""
        return self.packs[-1].name

    @property
    def named(self) -> str:
        """The pack that was asked for and those that it builds on, in a few words for people."""
        own, *bases = (f"{pack.name} {pack.version}" for pack in reversed(self.packs))
        return f"{own} on {', '.join(bases)}" if bases else own

    def without(self, rule: str) -> Rulebook:
        """Give the same rulebook with one rule taken out."""
        keep = [tuple(r for r in rules if r.id != rule) for rules in (self.rules, self.removals, *self.stages)]
        return replace(self, rules=keep[0], removals=keep[1], stages=tuple(keep[2:]))

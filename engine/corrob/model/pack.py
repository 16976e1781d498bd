"""The one declaration of the pack format, version 1: what a rule file may say, before it is checked and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from msgspec import Meta, Struct

from corrob import vocabulary as words
from corrob.model.case import Count, Day, Id, Ids, OriginCounts
from corrob.model.node import Node

if TYPE_CHECKING:
    MergeTie = str
    SuspectTie = str
    Unit = str
    Confidence = str
    Start = str
else:
    MergeTie = Literal[words.MERGE_TIES]
    SuspectTie = Literal[words.SUSPECT_TIES]
    Unit = Literal[words.UNITS]
    Confidence = Literal[words.CONFIDENCE]
    Start = Literal[(words.NONE, *words.CONFIDENCE)]


def _about(text: str, **schema: Any) -> Meta:  # noqa: ANN401
    return Meta(description=text, extra_json_schema=schema or None)


NAME = "^[a-z0-9]+(-[a-z0-9]+)*$"
"""What the name of a pack and the id of a rule look like."""

Name = Annotated[str, _about("A name that other parts of the pack use.")]
Kebab = Annotated[Id, _about("Small letters, digits and hyphens.", pattern=NAME)]
Tests = Annotated[
    dict[str, Node],
    _about("Field → a value (equal), a list (any of), or operators such as `at_least` and `not`. All must pass."),
]
Number = Annotated[Node, _about("A whole number, or a `$parameter`.", type=["integer", "string"])]
Value = Annotated[Node, _about("A number, a letter, a duration or a word.", type=["number", "string", "boolean"])]


class Extends(Struct, frozen=True, forbid_unknown_fields=True):
    """A pack that this one builds on."""

    pack: Id
    version: Annotated[str, _about("The versions that will do, such as `>=1.0 <2`.")] = ""


class Parameter(Struct, frozen=True, forbid_unknown_fields=True):
    """A value that rules use as `$name`, and that packs which extend this one may change."""

    value: Annotated[Value, _about("The value.")]
    between: Annotated[tuple[Value, ...], _about("The least and the greatest value that make sense.")] = ()
    title: Annotated[str, _about("For people.")] = ""


class Statuses(Struct, frozen=True, forbid_unknown_fields=True, rename={"for_": "for"}):
    """The vocabulary of statuses; all scales weakest first, all orders lowest first."""

    default: Annotated[str, _about("The status of a claim for which no rule fires.")]
    conflict: Annotated[str, _about("The status of a claim with proposals from both scales.")]
    for_: Annotated[tuple[str, ...], _about("The scale of statuses in favour of a claim.")]
    against: Annotated[tuple[str, ...], _about("The scale of statuses against it.")]
    order: Annotated[tuple[tuple[str, ...], ...], _about("Lists of statuses that are compared; each status once.")]
    dual: Annotated[dict[str, str], _about("The status of a claim → that of its negation; its own if not named.")] = {}
    words: Annotated[
        dict[str, dict[str, str]], _about("Status → its `meaning`, and its words in outside vocabularies.")
    ] = {}


class Independence(Struct, frozen=True, forbid_unknown_fields=True):
    """Which ties make two origins one, and what is counted."""

    merge: Annotated[tuple[MergeTie, ...] | None, _about("Ties that make two origins one.")] = None
    suspect: Annotated[tuple[SuspectTie, ...] | None, _about("Ties that only cast doubt.")] = None
    unit: Annotated[dict[str, Unit] | None, _about("Kind of claim → what is counted; `origin` if not named.")] = None


class ExpectedOrigins(OriginCounts, frozen=True, forbid_unknown_fields=True):
    """The expected numbers of origins, and of those that remain when suspect ties merge them too."""

    at_least: Annotated[OriginCounts | None, _about("The origins that remain when suspect ties count.")] = None


class Expected(Struct, frozen=True, forbid_unknown_fields=True):
    """What a test expects of one claim; what is not named may be anything."""

    status: Annotated[str, _about("The status.")] = ""
    rule: Annotated[str, _about("The rule that gives it, as `pack/id`, or `none`.")] = ""
    confidence: Annotated[Start | None, _about("The confidence, or `none`.")] = None
    supports: Annotated[Count | None, _about("Origins in support.")] = None
    refutes: Annotated[Count | None, _about("Origins against.")] = None
    origins: Annotated[ExpectedOrigins | None, _about("The same, and what remains of them under suspicion.")] = None
    findings: Annotated[tuple[str, ...] | None, _about("All that rules found.")] = None
    notes: Annotated[dict[str, Ids], _about("Note → its values.")] = {}
    unknown: Annotated[tuple[str, ...] | None, _about("All that was unknown and matters, as `id: field`.")] = None
    flips_if_removed: Annotated[
        Ids | None, _about("Items, sources or media: without each of them the status is another.")
    ] = None
    missing_for: Annotated[
        dict[str, Ids], _about("Status → the changes, in the words of `explain --why-not`, of one least way there.")
    ] = {}


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """A test that stands beside what it tests, or in a file of its own (`*.test.yaml`)."""

    name: Annotated[str, _about("The sentence that it shows.")]
    given: Annotated[Node, _about("A case, with defaults.")]
    expect: Annotated[dict[str, str | Expected], _about("Claim → status, or what else is expected of it.")]
    as_of: Annotated[Day | None, _about("The date on which it is judged.")] = None
    todo: Annotated[str, _about("Why it may fail as yet; an alarm is raised once it passes.")] = ""


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of a table."""

    then: Annotated[Value, _about("The value that the attribute gets.")]
    when: Annotated[Tests | None, _about("The tests of the strand; the last row has none.")] = None


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """Sets an attribute of every strand: the first row whose tests are all true decides."""

    sets: Annotated[Name, _about("The attribute.")]
    rows: Annotated[tuple[Row, ...], _about("The rows; the last one has no `when`.")]
    title: Annotated[str, _about("For people.")] = ""
    tests: Annotated[tuple[Case, ...], _about("Tests of the table.")] = ()


class EvidenceSet(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """The strands of another set for which all tests are true."""

    from_: Annotated[Name, _about("A set, or the built-in `bearings` or `seen`.")] = "bearings"
    where: Annotated[Tests, _about("The tests of the strand.")] = {}
    title: Annotated[str, _about("For people.")] = ""


class Counted(Struct, frozen=True, forbid_unknown_fields=True):
    """The two sets whose origins reports count."""

    supports: Annotated[Name, _about("The set in support.")]
    refutes: Annotated[Name, _about("The set against.")]


class Selection(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """Strands of a set that pass further tests."""

    from_: Annotated[Name, _about("The set.")] = "bearings"
    where: Annotated[Tests, _about("Further tests of the strand.")] = {}


class Origins(Selection, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """The number of different origins of the selected strands lies in the bounds."""

    at_least: Annotated[Number | None, _about("The least number.")] = None
    at_most: Annotated[Number | None, _about("The greatest number.")] = None
    different: Annotated[dict[str, Number] | None, _about("One field → how many different values they show.")] = None
    within: Annotated[Node | None, _about("The span of time that they lie in: `30 days`.", type="string")] = None


class Related(Struct, frozen=True, forbid_unknown_fields=True):
    """Some, every or none of the related claims have a status or a finding."""

    by: Annotated[Name, _about("The relation.")]
    of: Annotated[Literal["some", "every", "none"], _about("How many of them.")] = "some"
    status: Annotated[Ids, _about("The statuses, one of which they have.")] = ()
    finding: Annotated[str, _about("In place of statuses: what a rule found for them.")] = ""


class Acts(Struct, frozen=True, forbid_unknown_fields=True):
    """The latest act of the claim's sources is among the claim's acts."""

    of: Annotated[Literal["some", "every"], _about("Of every source, or of some.")] = "every"
    primary_record: Annotated[bool, _about("The act must be shown by its record.")] = False


class Need(Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """A condition of a rule: exactly one of these keys."""

    origins: Annotated[Origins | None, _about("Enough different origins.")] = None
    some: Annotated[Name | Selection | None, _about("At least one strand.")] = None
    none: Annotated[Name | Selection | None, _about("No strand.")] = None
    suspect: Annotated[Name | Selection | None, _about("Suspect ties join some of the origins.")] = None
    claim: Annotated[Tests | None, _about("Tests of the claim.")] = None
    related: Annotated[Related | None, _about("The outcome of related claims.")] = None
    acts: Annotated[Acts | None, _about("The latest act on the record.")] = None
    finding: Annotated[Name | None, _about("What another rule found for this claim.")] = None
    any_of: Annotated[tuple[Need, ...] | None, _about("One of these needs.")] = None
    all_of: Annotated[tuple[Need, ...] | None, _about("All of these needs.")] = None
    not_: Annotated[Need | None, _about("The opposite of this need.")] = None


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule: exactly one of `gives`, `finds`, `removes`, `raises`, `lowers`, when all of its needs hold."""

    id: Kebab
    code: Annotated[str, _about("Short and stable, unique in all packs; the id when absent.")] = ""
    title: Annotated[str, _about("The rule in one sentence.")] = ""
    gives: Annotated[str | None, _about("Proposes this status.")] = None
    finds: Annotated[Name | None, _about("Records a note of this name.")] = None
    removes: Annotated[Tests | None, _about("Takes strands that pass all tests out of the bearings.")] = None
    raises: Annotated[Literal["confidence"] | None, _about("Raises the confidence by one step.")] = None
    lowers: Annotated[Literal["confidence"] | None, _about("Lowers the confidence by one step.")] = None
    confidence: Annotated[Confidence | None, _about("With `gives`: where the confidence starts.")] = None
    listing: Annotated[str, _about("With `finds`: the field whose values in the first need are noted.")] = ""
    value: Annotated[str, _about("With `finds`: the fixed value of the note.")] = ""
    applies_to: Annotated[Tests, _about("Tests of the claim; for others the rule does not exist.")] = {}
    needs: Annotated[tuple[Need, ...], _about("All of these must hold.")] = ()
    beats: Annotated[Ids, _about("Rules that are out when this one fires.")] = ()
    because: Annotated[str, _about("The reason, with placeholders such as `{origins.count}`.")] = ""
    cites: Annotated[str | tuple[str, ...], _about("Where the judgement comes from.")] = ()
    tests: Annotated[tuple[Case, ...], _about("Tests of the rule.")] = ()
    renamed_from: Annotated[Ids, _about("Former ids, by which other packs may still name it.")] = ()


class Invariant(Struct, frozen=True, forbid_unknown_fields=True):
    """What must hold for every claim of every dataset."""

    id: Kebab
    never: Annotated[tuple[Need, ...], _about("The needs that must not hold together with the status.")]
    status: Annotated[Ids, _about("The statuses; any status when absent.")] = ()
    title: Annotated[str, _about("For people.")] = ""


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """A change of something that a base pack brings: exactly one of `parameter`, `rule`, `set`, `table`."""

    reason: Annotated[str, _about("Why; printed beside what is changed.")]
    parameter: Annotated[Name | None, _about("The parameter that gets another `value`.")] = None
    value: Annotated[Value | None, _about("Its new value.")] = None
    rule: Annotated[Name | None, _about("The rule, as `pack/id`, that is disabled or gets needs added.")] = None
    disable: Annotated[bool | None, _about("Takes the rule out.")] = None
    add: Annotated[tuple[Need, ...] | None, _about("Further needs of the rule.")] = None
    set: Annotated[Name | None, _about("The evidence set that is narrowed by `where`.")] = None
    where: Annotated[Tests | None, _about("Further tests of its strands.")] = None
    table: Annotated[Name | None, _about("The table that gets `rows` before its own.")] = None
    rows: Annotated[tuple[Row, ...] | None, _about("The rows; each has a `when`.")] = None


class PackDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a pack; the files' lists are read as one. The identity stands in `pack.yaml` alone."""

    pack: Annotated[str, _about("The pack's name, which is that of its folder.")] = ""
    version: Annotated[str, _about('Its version, quoted: `"1.0.0"`.')] = ""
    title: Annotated[str, _about("For people.")] = ""
    owner: Annotated[str, _about("Who answers for it.")] = ""
    about: Annotated[str, _about("For people: what it is for, and for whom.")] = ""
    extends: Annotated[tuple[Extends, ...], _about("The packs that it builds on.")] = ()
    parameters: Annotated[dict[str, Parameter], _about("Values that rules use as `$name`.")] = {}
    statuses: Annotated[Statuses | None, _about("The vocabulary of statuses.")] = None
    independence: Annotated[Independence | None, _about("What makes two origins one.")] = None
    tables: Annotated[tuple[Table, ...], _about("Attributes of strands.")] = ()
    evidence_sets: Annotated[dict[str, EvidenceSet], _about("Named sets of strands.")] = {}
    counted: Annotated[Counted | None, _about("The sets that reports count.")] = None
    applies_to: Annotated[Tests, _about("Tests of the claim, for all rules of this file.")] = {}
    rules: Annotated[tuple[Rule, ...], _about("The rules.")] = ()
    invariants: Annotated[tuple[Invariant, ...], _about("What must always hold.")] = ()
    change: Annotated[tuple[Change, ...], _about("Changes of the packs that this one builds on.")] = ()
    tests: Annotated[tuple[Case, ...], _about("Tests of the pack as a whole.")] = ()


class PackTests(Struct, frozen=True, forbid_unknown_fields=True):
    """A file `*.test.yaml` in the folder of a pack: tests of the pack, and nothing else."""

    tests: Annotated[tuple[Case, ...], _about("Tests of the pack as a whole.")]


class Locked(Struct, frozen=True, forbid_unknown_fields=True):
    """A pack as it was when it was locked."""

    version: Annotated[str, _about("Its version.")]
    sha256: Annotated[str, _about("The hash of its rule files.")]


class Lock(Struct, frozen=True, forbid_unknown_fields=True):
    """The file `pack.lock` beside `pack.yaml`: the pack, and all that it builds on, as they were."""

    packs: Annotated[dict[str, Locked], _about("Each pack by its name.")]


IDENTITY = ("pack", "version", "title", "owner", "about", "extends")
"""The keys that stand in `pack.yaml` alone."""

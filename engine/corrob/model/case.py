"""The one declaration of the case format, version 1: decoder, JSON Schema, reference page and reader all use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Generic, Literal, TypeVar

from msgspec import Meta, Struct

from corrob import vocabulary as words

if TYPE_CHECKING:
    Letter = str
    SourceKind = str
    MediaType = str
    Modality = str
    ActWord = str
    StanceWord = str
    ClaimKind = str
    Work = str
    Motive = str
    Defeater = str
    Generation = str
    Acquisition = str
    Outcome = str
    Bound = str
    QuantityOp = str
    Interest = str
    How = str
    Ground = str
    Confidence = str
else:
    Letter = Literal[words.LETTERS]
    SourceKind = Literal[words.SOURCE_KINDS]
    MediaType = Literal[tuple(words.MEDIA_MODALITIES)]
    Modality = Literal[words.MODALITIES]
    ActWord = Literal[tuple(words.ACTS)]
    StanceWord = Literal[words.STANCES]
    ClaimKind = Literal[words.CLAIM_KINDS]
    Work = Literal[words.ADDED_WORK]
    Motive = Literal[(words.NONE, *words.MOTIVES)]
    Defeater = Literal[(words.NONE, *words.DEFEATERS)]
    Generation = Literal[words.GENERATIONS]
    Acquisition = Literal[words.ACQUISITIONS]
    Outcome = Literal[words.OUTCOMES]
    Bound = Literal[words.BOUNDS]
    QuantityOp = Literal[words.QUANTITY_OPS]
    Interest = Literal[words.SIDES]
    How = Literal[tuple(words.EDGES)]
    Ground = Literal[words.GROUNDS]
    Confidence = Literal[words.CONFIDENCE]


def _about(text: str) -> Meta:
    return Meta(description=text)


def _form(name: str, text: str, example: str) -> Meta:
    """Mark text that has a form of its own; `reading.forms` checks it by this name."""
    return Meta(description=text, examples=[example], extra={"form": name})


T = TypeVar("T")
Id = Annotated[str, _form("id", "An id: text without spaces at its ends.", "us-dod")]
Date = Annotated[str, _form("date", "A day, a time with zone, or an interval; `..` leaves an end open.", "2024-10-26")]
Day = Annotated[str, _form("day", "A day, or a time with zone.", "2024-10-26")]
Ids = Id | tuple[Id, ...]
Amount = Annotated[float, Meta(ge=0)]
Count = Annotated[int, Meta(ge=0)]


class Dated(Struct, Generic[T], frozen=True, forbid_unknown_fields=True):
    """A value that was learnt on a day; of several, the one known last by the as-of date holds."""

    value: Annotated[T, _about("The value.")]
    known: Annotated[Day, _about("Since when it is known.")]


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """A circle on the map."""

    lat: Annotated[float, Meta(ge=-90, le=90, description="Latitude in degrees.")]
    lon: Annotated[float, Meta(ge=-180, le=180, description="Longitude in degrees.")]
    radius_km: Annotated[float, Meta(ge=0, description="How far from the point it may be, in kilometres.")]


class Checks(Struct, frozen=True, forbid_unknown_fields=True):
    """The outcome of a check by axis (Berkeley Protocol)."""

    source: Annotated[Outcome, _about("Who made it, and who passed it on.")] = "unknown"
    technical: Annotated[Outcome, _about("Metadata, compression, traces of editing.")] = "unknown"
    content: Annotated[Outcome, _about("What is seen and heard, against what is known.")] = "unknown"


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Who speaks or publishes: a person, a channel, an outlet, an agency, a government."""

    id: Id
    name: Annotated[str, _about("The name, for people.")] = ""
    kind: Annotated[SourceKind, _about("What sort of source it is.")] = "other"
    reliability: Annotated[
        Letter | tuple[Dated[Letter], ...],
        _about("Admiralty letter; absent or `F`: it cannot be judged, which is unknown and no middle value."),
    ] = words.UNJUDGED
    controlled_by: Annotated[
        Id | tuple[Id | Dated[Ids], ...], _about("Who controls it: editorially, legally or in operation. Transitive.")
    ] = ()
    funded_by: Annotated[Ids, _about("Who pays for it: independence becomes suspect.")] = ()
    shares_intelligence_with: Annotated[Ids, _about("With whom it shares intelligence: suspect.")] = ()
    bloc: Annotated[str | tuple[Dated[str], ...], _about("The side whose interest it shares.")] = words.NONE
    bloc_basis: Annotated[str, _about("Why that label; required where the label is contested.")] = ""
    bloc_contested: Annotated[bool, _about("The label is disputed: not applied, the result under it is shown.")] = False
    note: Annotated[str, _about("For people.")] = ""
    url: Annotated[str, _about("For people.")] = ""


class Media(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """What was published: a video, a photograph, a satellite image, a document."""

    id: Id
    type: Annotated[MediaType, _about("What it is.")]
    from_: Annotated[Id, _about("The source that first published it, as far as known.")] = ""
    first_seen: Annotated[Date | None, _about("Its first publication known.")] = None
    earliest_known: Annotated[
        Date | tuple[Dated[Date], ...] | None, _about("An earlier appearance than the event it is said to show.")
    ] = None
    captured: Annotated[Date | tuple[Dated[Date], ...] | None, _about("When it was made, if established.")] = None
    place: Annotated[Place | tuple[Dated[Place], ...] | None, _about("Where it was made, if established.")] = None
    sha256: Annotated[str, _form("hex64", "Exact fingerprint: 64 hexadecimal digits.", "00ff" * 16)] = ""
    pdq: Annotated[str, _form("hex64", "Perceptual fingerprint: 64 hexadecimal digits.", "00ff" * 16)] = ""
    copy_of: Annotated[Id | tuple[Dated[Id], ...], _about("The media item that it is a known copy of.")] = ""
    generation: Annotated[Generation | tuple[Dated[Generation], ...] | None, _about("Original, copy, edit, …")] = None
    acquisition: Annotated[Acquisition | None, _about("Whether it is told how it was obtained.")] = None
    checks: Annotated[Checks | tuple[Dated[Checks], ...] | None, _about("Outcomes of the checks, by axis.")] = None
    note: Annotated[str, _about("For people.")] = ""
    url: Annotated[str, _about("For people.")] = ""


class Quantity(Struct, frozen=True, forbid_unknown_fields=True):
    """A number that is claimed: `{op, value}`, or `{op: range, low, high}`."""

    op: Annotated[QuantityOp, _about("How the number is meant.")]
    value: Annotated[float | None, _about("The number.")] = None
    low: Annotated[float | None, _about("The least, for `range`.")] = None
    high: Annotated[float | None, _about("The most, for `range`.")] = None
    tolerance: Annotated[Amount | None, _about("For `~`: the fraction either way.")] = None
    within: Annotated[Amount | None, _about("For `~`: the amount either way.")] = None
    unit: Annotated[str, _about("What is counted, for people.")] = ""


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole that a claim is a part of."""

    claim: Id
    required: Annotated[bool, _about("The whole cannot hold without this part.")] = False


class Succession(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """The later claim that takes a claim's place."""

    claim: Id
    from_: Annotated[Day, _about("Since when.")]


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """One atomic statement that is to be judged."""

    id: Id
    text: Annotated[str, _about("The statement itself.")]
    kind: Annotated[ClaimKind, _about("What sort of claim it is.")] = "event"
    when: Annotated[Date | None, _about("The time that it is about.")] = None
    place: Annotated[Place | None, _about("The place that it is about.")] = None
    quantity: Annotated[Quantity | None, _about("The number that it states.")] = None
    interest: Annotated[dict[str, Interest], _about("Bloc → whether the claim serves or hurts it.")] = {}
    about_media: Annotated[Id, _about("The media item that it is about.")] = ""
    about_sources: Annotated[tuple[Id, ...], _about("Speech acts: who is said to have spoken.")] = ()
    acts: Annotated[tuple[ActWord, ...], _about("Speech acts: one of which acts.")] = ()
    about_claim: Annotated[Id, _about("Speech acts: on which claim.")] = ""
    window: Annotated[Date | None, _about("Predictions: when it is to come true.")] = None
    resolves_on: Annotated[Id, _about("Predictions: the claim that decides it.")] = ""
    entails: Annotated[Ids, _about("Claims that must hold if this one does.")] = ()
    contradicts: Annotated[Ids, _about("Claims that cannot hold if this one does.")] = ()
    consistent_with: Annotated[Ids, _about("Claims that fit this one without following from it.")] = ()
    negates: Annotated[Id, _about("The claim that this one denies.")] = ""
    part_of: Annotated[tuple[Id | Part, ...], _about("The claims that this is a part of.")] = ()
    superseded_by: Annotated[Succession | None, _about("The later claim that takes its place.")] = None
    labels: Annotated[dict[str, str], _about("For people and tools; never read by the rules.")] = {}
    note: Annotated[str, _about("For people.")] = ""


class Provenance(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from", "for_": "for"}):
    """An edge to what an item rests on (PROV), for some of its claims or for all."""

    how: Annotated[How, _about("Quoted, derived, repost, translated, briefed, commissioned or replies.")]
    from_: Annotated[Id, _about("An evidence item, a media item or a source.")] = ""
    unnamed: Annotated[str, _about("In place of `from`: a source that is not known.")] = ""
    for_: Annotated[tuple[Id, ...], _about("The claims that it holds for; all of the item's when absent.")] = ()
    known: Annotated[Day | None, _about("When it was learnt, if later than the item.")] = None


class Bearing(Struct, frozen=True, forbid_unknown_fields=True):
    """What an item says on one claim."""

    claim: Id
    stance: Annotated[StanceWord, _about("What it says to the claim; `context` fits it but does not show it.")]
    value: Annotated[float | None, _about("The number that it gives.")] = None
    bound: Annotated[Bound, _about("How the number is meant.")] = "="
    hedged: Annotated[bool, _about("Conditional or non-committal wording.")] = False
    decisive: Annotated[Defeater, _about("The defeater that it establishes.")] = words.NONE
    known: Annotated[Day | None, _about("When it was learnt, if later than the item.")] = None
    note: Annotated[str, _about("For people.")] = ""


class Undercut(Struct, frozen=True, forbid_unknown_fields=True):
    """A challenge to another item."""

    item: Id
    ground: Annotated[Ground, _about("What is challenged.")]


class Evidence(Struct, frozen=True, forbid_unknown_fields=True):
    """One item, as obtained: a statement, a post, a report, the reading of an image."""

    id: Id
    source: Id
    bears: Annotated[tuple[Bearing, ...], _about("On which claims it bears, and how.")]
    published: Annotated[Date | None, _about("When it became public.")] = None
    known: Annotated[Date | None, _about("When the desk had it, if later.")] = None
    modality: Annotated[Modality | None, _about("In which form it came.")] = None
    act: Annotated[ActWord, _about("The speech act.")] = words.NONE
    direct: Annotated[bool, _about("First-hand: it shows or records the matter itself.")] = False
    primary_record: Annotated[bool, _about("It is the record of the act itself.")] = False
    media: Annotated[tuple[Id, ...], _about("The media that it carries.")] = ()
    derived_from: Annotated[tuple[Provenance, ...], _about("What it rests on.")] = ()
    adds: Annotated[tuple[Work, ...], _about("New reproducible work beyond what it rests on.")] = ()
    joint_with: Annotated[tuple[Id, ...], _about("Co-signers of a joint statement.")] = ()
    undercuts: Annotated[tuple[Undercut, ...], _about("Other items that it challenges.")] = ()
    motive: Annotated[Motive, _about("Why its source may say it all the same.")] = words.NONE
    retracted: Annotated[Date | None, _about("When its source withdrew it.")] = None
    quote: Annotated[str, _about("For people.")] = ""
    url: Annotated[str, _about("For people.")] = ""
    archive: Annotated[str, _about("For people.")] = ""
    note: Annotated[str, _about("For people.")] = ""
    language: Annotated[str, _about("For people.")] = ""


class OriginCounts(Struct, frozen=True, forbid_unknown_fields=True):
    """Expected numbers of independent origins."""

    supports: Annotated[Count | None, _about("Origins in support.")] = None
    refutes: Annotated[Count | None, _about("Origins against.")] = None


class Expectation(Struct, frozen=True, forbid_unknown_fields=True):
    """The status that a reviewer expects; never read by the rules."""

    claim: Id
    status: Annotated[str, _about("The expected status.")]
    as_of: Annotated[Day | None, _about("On which date; without it, on the whole file.")] = None
    origins: Annotated[OriginCounts | None, _about("The expected numbers of origins.")] = None
    confidence: Annotated[Confidence | None, _about("The expected confidence.")] = None
    facets: Annotated[dict[str, Ids], _about("Expected notes: name → value or values.")] = {}
    note: Annotated[str, _about("Why.")] = ""


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """One event or story: sources, media, claims and evidence."""

    corrob: Annotated[Literal[1], _about("The version of the format.")]
    case: Id
    claims: Annotated[tuple[Claim, ...], Meta(min_length=1, description="The claims to judge.")]
    title: Annotated[str, _about("For people.")] = ""
    summary: Annotated[str, _about("For people.")] = ""
    sources: Annotated[tuple[Source, ...], _about("Who speaks or publishes.")] = ()
    media: Annotated[tuple[Media, ...], _about("What was published.")] = ()
    evidence: Annotated[tuple[Evidence, ...], _about("The items that bear on the claims.")] = ()
    exclusive: Annotated[tuple[tuple[Id, ...], ...], _about("Groups of claims, at most one of them true.")] = ()
    expect: Annotated[tuple[Expectation, ...], _about("The statuses that a reviewer expects.")] = ()
    labels: Annotated[dict[str, str], _about("For people and tools; never read by the rules.")] = {}


class Register(Struct, frozen=True, forbid_unknown_fields=True):
    """Sources that every case of a dataset may use."""

    corrob: Annotated[Literal[1], _about("The version of the format.")]
    register: Id
    sources: Annotated[tuple[Source, ...], _about("The sources.")] = ()


def listed(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """Give an id, a list of ids, or nothing (``""``) as a tuple."""
    return ((value,) if value else ()) if isinstance(value, str) else value

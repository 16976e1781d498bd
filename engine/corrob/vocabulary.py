"""The words of the formats, in their order, and what each word does to the mechanism."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

LETTERS: Final = ("F", "E", "D", "C", "B", "A")
"""Admiralty letters of a source's reliability (STANAG 2511), worst first; `F` means that it cannot be judged."""

UNJUDGED: Final = "F"

SOURCE_KINDS: Final = (
    "government", "military", "agency", "wire", "newspaper", "broadcaster", "imagery_provider", "fact_checker",
    "osint_group", "social_channel", "social_account", "aggregator", "ngo", "court", "hospital", "person", "website",
    "company", "other",
)  # fmt: skip

MEDIA_MODALITIES: Final = {
    "video": "video",
    "photo": "photo",
    "satellite_image": "satellite_imagery",
    "audio": "audio",
    "document": "document",
    "data": "data",
}
"""Each type of media, with the modality of what it shows by itself."""

MODALITIES: Final = (
    "official_statement", "video", "photo", "satellite_imagery", "audio", "document", "news_report", "wire_report",
    "social_post", "geolocation", "fact_check", "expert_analysis", "witness", "sensor", "data", "court_record",
)  # fmt: skip

SUPPORTS: Final = "supports"
REFUTES: Final = "refutes"
STANCES: Final = (SUPPORTS, REFUTES, "context", "neutral")
OPPOSITE: Final[dict[str, str]] = {SUPPORTS: REFUTES, REFUTES: SUPPORTS}

NONE: Final = "none"
"""The plain default of `act`, `decisive`, `motive` and `bloc`."""


class Act(Struct, frozen=True):
    """What a speech act does to the earlier statements of the same controller.

    `replaces` holds the stances that it takes back by itself, whatever its own stance is; a `silent` act is no
    statement at all and is never the latest word of anybody. On a claim on which it bears with the stance `against`,
    it comes to the act `contrary`.
    """

    replaces: frozenset[str] = frozenset()
    silent: bool = False
    against: str = ""
    contrary: str = ""


ACTS: Final = {
    NONE: Act(silent=True),
    "assertion": Act(against=REFUTES, contrary="denial"),
    "denial": Act(against=SUPPORTS, contrary="assertion"),
    "non_denial": Act(replaces=frozenset({REFUTES})),
    "no_comment": Act(silent=True),
    "admission": Act(against=REFUTES, contrary="denial"),
    "partial_admission": Act(against=REFUTES, contrary="denial"),
    "retraction": Act(replaces=frozenset({SUPPORTS, REFUTES})),
    "correction": Act(),
    "prediction": Act(),
    "order": Act(),
}


def act_on(act: str, stance: str) -> str:
    """Give what an act comes to on a claim on which it bears so: to assert the contrary of it is to deny it."""
    return ACTS[act].contrary if stance == ACTS[act].against else act


class Edge(Struct, frozen=True):
    """What a provenance edge does: pass its origin on, pass on somebody's words, or only cast doubt (`suspect`).

    `merge` names the kind of tie that a pack must merge for the edge to pass its origin on; '' always does.
    """

    passes: bool
    words: bool = False
    merge: str = ""
    suspect: str = ""


EDGES: Final = {
    "quoted": Edge(passes=True, words=True),
    "derived": Edge(passes=True, words=True),
    "repost": Edge(passes=True, words=True),
    "translated": Edge(passes=True, words=True),
    "briefed": Edge(passes=True, merge="briefing", suspect="briefing"),
    "commissioned": Edge(passes=False, suspect="commission"),
    "replies": Edge(passes=False, suspect="replies"),
}
"""Provenance edges, after PROV: wasQuotedFrom, wasDerivedFrom, alternateOf, translation, hadPrimarySource."""

MERGE_TIES: Final = ("control", "media", "briefing", "unnamed_same")
SUSPECT_TIES: Final = (*MERGE_TIES, "funding", "intelligence", "commission", "replies")
ANALYST: Final = "analyst"
UNITS: Final = ("origin", ANALYST)

ADDED_WORK: Final = (
    "geolocation", "chronolocation", "language_id", "uniform_id", "reverse_image_search", "measurement", "interview",
)  # fmt: skip
DEFEATERS: Final = ("earlier_appearance", "origin_mismatch", "impossible", "fabricated", "out_of_context")
MOTIVES: Final = ("boast", "intimidation", "satire", "commercial")
GENERATIONS: Final = ("original", "copy", "crop", "edit", "screen_recording", "synthetic")
ACQUISITIONS: Final = ("disclosed", "undisclosed")
OUTCOMES: Final = ("pass", "fail", "unknown")
BOUNDS: Final = ("=", ">=", "<=", "~")
QUANTITY_OPS: Final = ("=", "~", ">=", "<=", "range")

CLAIM_KINDS: Final = (
    "event", "state", "quantity", "identity", "artifact_property", "attribution", "intent", "speech_act", "prediction",
    "causal",
)  # fmt: skip

FOR: Final = "for"
AGAINST: Final = "against"
SIDES: Final = (FOR, AGAINST)
INTERESTS: Final = (FOR, AGAINST, NONE)

SERVED: Final = "served"
HURT: Final = "hurt"
SAYS: Final = (SERVED, HURT, NONE)
"""What a strand says, set against the interest of its own side."""

EVERY: Final = "every"
QUANTIFIERS: Final = ("some", EVERY, NONE)

AHEAD: Final = "ahead"
RUNNING: Final = "running"
PAST: Final = "past"
WINDOWS: Final = (AHEAD, RUNNING, PAST)
CONFIDENCE: Final = ("low", "moderate", "high")
GROUNDS: Final = ("authenticity", "reliability")


def worse(one: str | None, other: str | None) -> str | None:
    """Give the worse of two letters; no letter, or `F`, leaves the other as it is."""
    known = [letter for letter in (one, other) if letter not in {None, UNJUDGED}]
    return min(known, key=LETTERS.index, default=None)

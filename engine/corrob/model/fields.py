"""What rules may test: every field of a strand and of a claim, with its type and its words."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from corrob import vocabulary as words


class Field(Struct, frozen=True):
    """One field.

    `type` is `flag` (yes or no), `word` (one of `words`), `text` (any text), `number`, `date`, or `given` (it can only
    be tested for being there). An `ordered` word
    can be compared, lowest first as in `words`. A field of `many` values passes a test if one of its values does.
    """

    meaning: str
    type: str
    words: tuple[str, ...] = ()
    ordered: bool = False
    many: bool = False


STRAND_FIELDS: Final[dict[str, Field]] = {
    # the bearing, and what is said on the way from it to the root
    "stance": Field("what it says to the claim", "word", words.STANCES),
    "stance_written": Field("what it says to the claim that it was written for", "word", words.STANCES),
    "hedged": Field("conditional wording, anywhere on the way", "flag"),
    "decisive": Field("the defeater that it establishes", "word", (words.NONE, *words.DEFEATERS)),
    "act": Field("the first speech act on the way", "word", tuple(words.ACTS)),
    "motive": Field("the first motive on the way", "word", (words.NONE, *words.MOTIVES)),
    "value": Field("the first number given on the way", "number"),
    "quantity_fits": Field("whether that number lies inside the claim's", "flag"),
    "adds": Field("the own work of the source at the end of the strand", "word", words.ADDED_WORK, many=True),
    # the root
    "origin": Field("the origin that it belongs to", "text"),
    "source": Field("the source at the root", "text", many=True),
    "source_kind": Field("what sort of source that is", "word", words.SOURCE_KINDS, many=True),
    "modality": Field("the form in which the root came", "word", words.MODALITIES),
    "date": Field("the date of the root", "date"),
    "first_hand": Field("the root shows or records the matter itself", "flag"),
    "primary_record": Field("the root is the record of the act itself", "flag"),
    "with_evidence": Field("the root carries media or is direct, or work was added on the way", "flag"),
    "authenticated": Field("the root's media passed all three checks", "flag"),
    "acquisition": Field("whether it is told how the media were obtained", "word", words.ACQUISITIONS, many=True),
    # side and interest
    "bloc": Field("the side whose interest the root's source shares", "text", many=True),
    "interest": Field("whether the claim serves that side", "word", words.INTERESTS),
    "says": Field("whether what is said serves that side", "word", words.SAYS),
    "says_written": Field("whether it serves that side on the claim that it was written for", "word", words.SAYS),
    "disinterested": Field("nothing from its origin, of this stance, serves that origin's own side", "flag"),
    # grade
    "reliability": Field("the letter of the source at the end of the strand", "word", words.LETTERS, ordered=True),
    # true as soon as it holds for an item on the way
    "superseded": Field("taken back by a later act of the same controller", "flag"),
    "undercut": Field("credibly challenged", "flag"),
    "recycled": Field("media on the way were known before the claim's time", "flag"),
    "place_fits": Field("no media on the way were made elsewhere", "flag"),
    "time_fits": Field("no media on the way were made before the claim's time", "flag"),
    "generation": Field("generations of the media on the way", "word", words.GENERATIONS, many=True),
    # how it got here
    "inherited": Field("came from another claim, through a relation", "flag"),
    "circular": Field("runs in a circle and has no origin", "flag"),
}
"""The fields of a strand; tables add their own."""

ALWAYS_KNOWN: Final = frozenset({
    "stance", "stance_written", "hedged", "decisive", "act", "motive", "adds", "first_hand", "primary_record",
    "with_evidence", "bloc", "interest", "says", "says_written", "disinterested", "superseded", "undercut", "inherited",
    "circular", "kind", "acts",
})  # fmt: skip
"""The fields of strands and claims that are never unknown: what is absent has a plain meaning, or is plain to see."""

CLAIM_FIELDS: Final[dict[str, Field]] = {
    "kind": Field("what sort of claim it is", "word", words.CLAIM_KINDS),
    "window_is": Field("where the as-of date stands to the window of a prediction", "word", words.WINDOWS),
    "when": Field("the time that it is about", "date"),
    "place": Field("whether a place is given", "given"),
    "quantity": Field("whether a number is stated", "given"),
    "about_media": Field("the media item that it is about", "text"),
    "about_claim": Field("the claim that the acts were on", "text"),
    "resolves_on": Field("the claim that decides it", "text"),
    "acts": Field("the acts that are claimed", "word", tuple(words.ACTS), many=True),
}
"""The fields of a claim."""

RELATIONS: Final[dict[str, str]] = {
    "entails": "the claims that must hold if this one does",
    "entailed_by": "the claims that entail this one",
    "contradicts": "the claims that contradict or exclude this one",
    "consistent_with": "the claims that fit this one",
    "part_of": "the wholes that this is a part of",
    "parts": "the parts of this one",
    "resolves_on": "the claim that decides this prediction, seen as of its window's end plus the grace",
    "superseded_by": "the claim that takes its place",
    "about_claim": "the claim that a speech act was on",
}
"""The relations that `related` follows."""

ONE_WAY: Final = frozenset({"resolves_on", "superseded_by"})
"""The relations that never lead in a circle, since such a case is refused."""

BOUNDS: Final = ("at_least", "at_most", "above", "below", "between")
MOMENTS: Final = ("before", "after", "between")
OPERATORS: Final = {
    "given": ("exists",),
    "flag": ("not", "exists"),
    "text": ("not", "exists", "includes"),
    "word": ("not", "exists", "includes"),
    "ordered": ("not", "exists", "includes", *BOUNDS),
    "number": ("not", "exists", *BOUNDS),
    "date": ("not", "exists", *MOMENTS),
}
"""The operators that each type of field allows, besides a plain value and a list of values."""

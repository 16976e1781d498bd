"""A rulebook goes in, the claims that it can tell apart come out, each with what has to stand around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any, Final

import msgspec
from msgspec import Struct

from corrob.asking.kinds import every_need
from corrob.model.case import Case, Claim
from corrob.model.rule import Acts, ClaimIs, Is, Rulebook, Test, Unless
from corrob.reading.combinations import ONLY_OF
from corrob.vocabulary import ACTS, AGAINST, AHEAD, CLAIM_KINDS, FOR, MEDIA_MODALITIES, OPPOSITE, PAST, RUNNING

CLAIM: Final = "c"
OTHER: Final = "other"
TODAY: Final = "2024-06-01"
"""The date of those settings that need one."""

_SPEAKER: Final = "speaker"
_SHOWN: Final = "shown"
_WINDOWS: Final = {AHEAD: "2024-07-01/2024-07-31", RUNNING: "2024-05-01/2024-07-01", PAST: "2024-03-01/2024-03-31"}
_PLACE: Final = {"lat": 45.0, "lon": 45.0, "radius_km": 1.0}
_QUANTITY: Final = {"op": "=", "value": 10.0}
_SIDES: Final = {"a bloc that it serves": FOR, "a bloc that it hurts": AGAINST}


class Setting(Struct, frozen=True):
    """A case with one claim to be judged as of a date, and no evidence for or against that claim yet.

    `asked` are the claim's fields that the rulebook tests.
    """

    case: Case
    as_of: str | None
    asked: frozenset[str] = frozenset()

    @property
    def claim(self) -> Claim:
        """The claim that is looked at."""
        return self.case.claims[0]


def mentioned(rulebook: Rulebook) -> dict[str, set[Any]]:
    """Give the claim's fields that the rulebook tests, with the values that it names."""
    tests = [need.test for need in every_need(rulebook) if isinstance(need, ClaimIs)]
    tests += [test for rule in rulebook.rules for test in rule.applies_to]
    found: dict[str, set[Any]] = {"kind": {*rulebook.independence.unit}}
    for test in tests:
        found.setdefault(test.field, set()).update(_named(test.tests))
    return found


def _named(tests: Iterable[Test]) -> Iterator[Any]:
    for test in tests:
        yield from test.values if isinstance(test, Is) else _named(test.tests) if isinstance(test, Unless) else ()


def settings(rulebook: Rulebook) -> Iterator[Setting]:
    """Give a setting for every combination of the claim's fields that the rulebook asks for, the plainest first."""
    asked = mentioned(rulebook)
    kinds = [kind for kind in CLAIM_KINDS if kind in asked["kind"]]
    plain = next(kind for kind in CLAIM_KINDS if kind not in kinds) if len(kinds) < len(CLAIM_KINDS) else kinds[0]
    acts = any(isinstance(need, Acts) for need in every_need(rulebook))
    for kind in dict.fromkeys([plain, *kinds]):
        choices = [_CHOICES[name](kind) for name in _CHOICES if name in asked]
        for chosen in product(*choices):
            fields = {key: value for one in chosen for key, value in one.items()}
            yield from (
                _setting(kind, fields, said, asked) for said in (_RECORDS if acts and kind == _SPOKEN else [{}])
            )


def _setting(kind: str, fields: dict[str, Any], record: dict[str, Any], asked: Iterable[str]) -> Setting:
    claim = {"id": CLAIM, "text": "The claim", "kind": kind, "when": "2024-01-01", "place": _PLACE, "interest": _SIDES}
    claim |= {"quantity": _QUANTITY, **(_SPEECH if record or kind == _SPOKEN else {}), **fields}
    around = _around(claim, record)
    case = {"corrob": 1, "case": "example", "claims": [claim, *around["claims"]], **around["rest"]}
    return Setting(msgspec.convert(case, Case), TODAY if claim.get("window") else None, frozenset(asked))


def _around(claim: dict[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    """Give what a claim's fields name: the other claim, the media that it is about, who spoke and what was said."""
    rest: dict[str, Any] = {}
    if claim.get("about_media"):
        rest["media"] = [{"id": _SHOWN, "type": next(iter(MEDIA_MODALITIES))}]
    if claim.get("about_sources"):
        rest["sources"] = [{"id": _SPEAKER}]
    if record:
        bears = [{"claim": OTHER, "stance": OPPOSITE[ACTS[record["act"]].against]}]
        rest["evidence"] = [
            {"id": "statement", "source": _SPEAKER, "published": "2024-01-02", "bears": bears, **record}
        ]
    other = {OTHER} & {claim.get("about_claim"), claim.get("resolves_on")}
    return {"claims": [{"id": OTHER, "text": "Another claim"} for _ in other], "rest": rest}


_SPOKEN: Final = ONLY_OF["acts"]
_FORETOLD: Final = ONLY_OF["window"]
_LOUD: Final = [act for act, does in ACTS.items() if does.against]
_SPEECH: Final = {"about_sources": [_SPEAKER], "acts": [_LOUD[0]], "about_claim": OTHER}
_RECORDS: Final[list[dict[str, Any]]] = [
    {},
    *({"act": act, "primary_record": primary} for act in _LOUD[:2] for primary in (True, False)),
]
"""What the speaker said last, if anything: what is claimed or another thing, as the record itself or not."""


def _either(key: str, value: Any) -> Callable[[str], list[dict[str, Any]]]:  # noqa: ANN401 - a field's value
    return lambda _: [{key: value}, {key: None}]


def _windows(kind: str) -> list[dict[str, Any]]:
    resolved = {"resolves_on": OTHER}
    return [{}, *({"window": window, **resolved} for window in _WINDOWS.values())] if kind == _FORETOLD else [{}]


_CHOICES: Final[dict[str, Callable[[str], list[dict[str, Any]]]]] = {
    "window_is": _windows,
    "about_media": lambda _: [{}, {"about_media": _SHOWN}],
    "when": _either("when", "2024-01-01"),
    "place": _either("place", _PLACE),
    "quantity": _either("quantity", _QUANTITY),
}
"""What a field of the claim may be, for a kind of claim; fields that are not here are as the kind needs them."""

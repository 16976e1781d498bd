"""Relations carry evidence: which bearings reach which claim, and what caps what."""

from __future__ import annotations

import pytest

from corrob.verifying.relations import Relations
from corrob.verifying.worlds import World
from stories import case, with_items, world

CLAIMS = """
    sources: [{id: s}]
    claims:
    - {id: part, text: t, entails: [whole], part_of: [{claim: whole, required: true}, loose]}
    - {id: whole, text: t, contradicts: rival}
    - {id: rival, text: t}
    - {id: loose, text: t, consistent_with: [whole]}
    - {id: denial, text: t, negates: whole}
    - {id: again, text: t, negates: denial}
    - {id: after, text: t, superseded_by: {claim: whole, from: "2024-01-01"}}
    - {id: third, text: t}
    exclusive: [[rival, third]]
    """


def reached(item: str, stance: str) -> dict[str, str]:
    text = CLAIMS.rstrip() + "\n    evidence:\n"
    seen = world(with_items(text, f"id: e, source: s, bears: [{{claim: {item}, stance: {stance}}}]"))
    arrivals = Relations(seen.case).arrivals(seen)
    return {claim: arrival.stance for claim, found in arrivals.items() for arrival in found}


@pytest.mark.parametrize(
    ("claim", "stance", "expected"),
    [
        ("part", "supports", {"part": "supports", "whole": "supports", "rival": "refutes"}),
        ("part", "refutes", {"part": "refutes"}),
        ("whole", "refutes", {"whole": "refutes", "part": "refutes"}),
        ("rival", "supports", {"rival": "supports", "whole": "refutes", "part": "refutes", "third": "refutes"}),
        ("denial", "supports", {"whole": "refutes", "part": "refutes"}),
        ("again", "supports", {"whole": "supports", "rival": "refutes"}),
        ("whole", "context", {"whole": "context"}),
        ("denial", "context", {"whole": "context"}),
        ("denial", "neutral", {"whole": "neutral"}),
        ("loose", "supports", {"loose": "supports"}),
    ],
)
def test_evidence_follows_entailment_forward_refutation_back_and_exclusion_turned(
    claim: str, stance: str, expected: dict[str, str]
) -> None:
    assert reached(claim, stance) == expected


def test_an_own_bearing_stands_instead_of_the_same_one_inherited() -> None:
    text = """
        sources: [{id: s}]
        claims: [{id: a, text: t, contradicts: b}, {id: b, text: t}]
        evidence: [{id: e, source: s, bears: [{claim: a, stance: supports}, {claim: b, stance: refutes}]}]
        """
    seen = world(text)
    arrivals = Relations(seen.case).arrivals(seen)
    assert [(a.bearing.claim, a.inherited) for a in arrivals["b"]] == [("b", False)]


@pytest.mark.parametrize(
    ("claim", "by", "expected"),
    [
        ("part", "entails", ("whole",)),
        ("whole", "entailed_by", ("part",)),
        ("whole", "parts", ("part",)),
        ("part", "part_of", ("whole", "loose")),
        ("loose", "consistent_with", ("whole",)),
        ("whole", "consistent_with", ("loose",)),
        ("after", "superseded_by", ("whole",)),
        ("part", "resolves_on", ()),
    ],
)
def test_rules_can_follow_every_relation(claim: str, by: str, expected: tuple[str, ...]) -> None:
    relations = Relations(case(CLAIMS))
    assert relations.related(relations.claims[claim], by, World(relations.case)) == expected


def test_contradiction_and_exclusion_hold_both_ways() -> None:
    relations = Relations(case(CLAIMS))
    assert set(relations.related(relations.claims["rival"], "contradicts", World(relations.case))) == {"whole", "third"}


def test_a_claim_is_capped_by_what_it_entails_and_by_its_required_parts() -> None:
    relations = Relations(case(CLAIMS))
    caps = {claim: sorted(relations.capping(relations.claims[claim])) for claim in relations.claims}
    assert {claim: found for claim, found in caps.items() if found} == {
        "part": [("whole", True)],
        "whole": [("part", False)],
    }


def test_a_denial_of_a_denial_comes_down_to_the_claim_itself() -> None:
    base = Relations(case(CLAIMS)).base
    assert (base["denial"], base["again"]) == (("whole", False), ("whole", True))

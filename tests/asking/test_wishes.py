"""A wish is one plain part of a sentence, with the right plural."""

from __future__ import annotations

import pytest

from corrob.asking.wishes import counted, wish

ONE = "one more item of a new source"


@pytest.mark.parametrize(
    ("wanted", "letter", "words"),
    [
        ({}, None, "one more item of a new source that supports c"),
        ({"stance": "context"}, None, "one more item of a new source that bears on c (context)"),
        ({}, "C or better", "one more item of a new source, graded C or better, that supports c"),
        ({"act": "admission", "says": "hurt"}, None, f"{ONE} that supports c by an admission against its own interest"),
        ({"act": "denial"}, None, f"{ONE} that supports c by a denial"),
        ({"says": "served"}, None, f"{ONE} that supports c and is served by it"),
        ({"disinterested": False}, None, f"{ONE} that supports c and is served by it"),
        ({"disinterested": True}, None, f"{ONE} that supports c"),
        ({"decisive": "out_of_context"}, None, f"{ONE} that supports c decisively (out of context)"),
        ({"adds": "geolocation"}, None, f"{ONE} that supports c and adds work of its own (geolocation)"),
        ({"hedged": True}, None, f"{ONE} that supports c in hedged words"),
        ({"first_hand": True, "primary_record": True}, None, f"{ONE} that supports c first-hand as the record itself"),
        ({"authenticated": True}, None, f"{ONE} that supports c with media of its own that pass all checks"),
        ({"modality": "court_record"}, None, f"{ONE} that supports c as court record"),
        ({"quantity_fits": False}, None, f"{ONE} that supports c with a number outside the claim's"),
        ({"bloc": "west"}, None, f"{ONE} that supports c bloc west"),
    ],
)
def test_what_is_wished_for_is_told_in_words(wanted: dict[str, object], letter: str | None, words: str) -> None:
    assert wish({"stance": "supports", **wanted}, "c", letter) == words


def test_the_same_wish_twice_is_one_wish_for_two() -> None:
    plain, works = f"{ONE} that refutes c", f"{ONE} that supports c and adds work of its own (osint)"
    assert counted([plain, works, plain, works, plain]) == [
        "three more items of new sources that refute c",
        "two more items of new sources that support c and add work of its own (osint)",
    ]
    assert counted([plain]) == [plain]

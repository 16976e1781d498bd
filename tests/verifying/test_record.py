"""The record: who took back what, who is credibly challenged, and what was said last."""

from __future__ import annotations

import pytest

from corrob.verifying.record import Record, credible_items, superseded, undercut
from corrob.verifying.relations import Relations
from corrob.verifying.trace import Tracer
from stories import with_items, world

STATE = """
    sources: [{id: state}, {id: mfa, controlled_by: state}, {id: army, controlled_by: state}, {id: ally}]
    claims: [{id: c, text: t}, {id: d, text: t}]
    evidence:
    """


def taken_back(*items: str, out: frozenset[str] = frozenset()) -> set[tuple[str, str]]:
    seen = world(with_items(STATE, *items))
    return set(superseded(seen, Relations(seen.case).arrivals(seen)["c"], out))


def said(name: str, day: str, act: str, stance: str, source: str = "mfa", more: str = "") -> str:
    hedged = ", hedged: true" if "hedged" in more else ""
    rest = more.replace("hedged", "")
    return (
        f'id: {name}, source: {source}, published: "2024-01-{day}", act: {act}, '
        f"bears: [{{claim: c, stance: {stance}{hedged}}}]{rest}"
    )


QUOTED = "derived_from: [{unnamed: x, how: quoted}]"
DENIAL = said("old", "01", "denial", "refutes")


@pytest.mark.parametrize(
    "later",
    [
        said("new", "02", "admission", "supports", "army"),
        said("new", "02", "non_denial", "neutral"),
        said("new", "02", "non_denial", "supports"),
        said("new", "02", "retraction", "neutral"),
        said("new", "02", "assertion", "supports", "ally", ", joint_with: [mfa]"),
        said("new", "02", "assertion", "supports", "army", f", primary_record: true, {QUOTED}"),
        said("new", "02", "assertion", "supports", "army", ", derived_from: [{unnamed: x, how: briefed}]"),
        said("new", "02", "assertion", "supports", "army", f", {QUOTED}")
        .replace("quoted", "quoted, for: [d]").replace("}]", "}, {claim: d, stance: context}]", 1),
    ],
)  # fmt: skip
def test_a_later_act_of_one_controller_takes_a_denial_back(later: str) -> None:
    assert taken_back(DENIAL, later) == {("old", "refutes")}


@pytest.mark.parametrize(
    "later",
    [
        said("new", "01", "admission", "supports"),
        said("new", "02", "admission", "supports", "ally"),
        said("new", "02", "assertion", "supports", "army", "hedged"),
        said("new", "02", "no_comment", "supports"),
        said("new", "02", "none", "supports"),
        said("new", "02", "denial", "refutes"),
        said("new", "02", "assertion", "supports", "army", f", {QUOTED}"),
        said("new", "02", "assertion", "supports", "army", f", {QUOTED}").replace("quoted", "quoted, for: [c]"),
    ],
)
def test_other_words_leave_it_standing(later: str) -> None:
    assert taken_back(DENIAL, later) == set()


def test_what_is_credibly_challenged_takes_nothing_back() -> None:
    later = said("new", "02", "admission", "supports")
    assert taken_back(DENIAL, later, out=frozenset({"new"})) == set()


@pytest.mark.parametrize(("act", "stance"), [("denial", "refutes"), ("admission", "supports")])
def test_a_later_word_for_or_against_takes_the_place_of_a_non_denial(act: str, stance: str) -> None:
    for quiet in ("neutral", "supports"):
        earlier = said("old", "01", "non_denial", quiet)
        assert taken_back(earlier, said("new", "02", act, stance)) == {("old", quiet)}
        assert taken_back(earlier, said("new", "02", act, "neutral")) == set()


def test_a_second_non_denial_leaves_the_first_standing() -> None:
    earlier = said("old", "01", "non_denial", "neutral")
    assert taken_back(earlier, said("new", "02", "non_denial", "supports")) == set()


def test_one_signers_change_of_mind_takes_no_joint_statement_back() -> None:
    joint = said("old", "01", "denial", "refutes", "ally", ", joint_with: [mfa]")
    assert taken_back(joint, said("new", "02", "admission", "supports")) == set()


def fallen(attacks: str, credible: str = "abcdef") -> frozenset[str]:
    pairs = [pair.split(">") for pair in attacks.split()]
    items = (
        f"id: {one}, source: state, bears: [], undercuts: "
        f"[{', '.join(f'{{item: {b}, ground: authenticity}}' for a, b in pairs if a == one)}]"
        for one in "abcdef"
    )
    return undercut(world(with_items(STATE, *items)), lambda item: item in credible)


@pytest.mark.parametrize(
    ("attacks", "expected"),
    [
        ("a>b", "b"),
        ("a>b b>c", "b"),
        ("a>b b>c c>d", "bd"),
        ("a>b b>a", ""),
        ("a>b b>a a>c", "c"),
        ("a>b b>a d>a a>c", "a"),
        ("d>a a>b b>a b>c", "ac"),
    ],
)
def test_a_challenge_counts_unless_its_item_is_itself_challenged_and_circles_do_not(
    attacks: str, expected: str
) -> None:
    assert fallen(attacks) == frozenset(expected)


def test_only_a_credible_item_challenges() -> None:
    assert fallen("a>b b>c", credible="b") == {"c"}


ATTACKS = """
    sources: [{id: a, reliability: A}, {id: b, reliability: B}, {id: d, reliability: D}, {id: x}, {id: f, reliability: F}]
    claims: [{id: c, text: t}, {id: d, text: t}]
    evidence:
    - {id: gone, source: a, retracted: "2024-01-01", bears: []}
    - {id: other, source: a, bears: [{claim: c, stance: neutral}]}
    """


def credible(item: str, letter: str, *, analysts: bool = False) -> bool:
    text = with_items(ATTACKS, item.replace("bears", "id: one, bears"))
    seen = world(text)
    relations = Relations(seen.case)
    arrivals = relations.arrivals(seen)
    bears = {(a.item.id, claim): [a] for claim, found in arrivals.items() for a in found}
    units = dict.fromkeys(relations.bases, analysts)
    return credible_items(Tracer(seen, frozenset(), bears), arrivals, units, letter)("one")


ON_C = "bears: [{claim: c, stance: neutral}]"


@pytest.mark.parametrize(
    ("source", "letter", "expected"),
    [("a", "B", True), ("b", "B", True), ("b", "A", False), ("d", "E", True), ("x", "E", False), ("f", "E", False)],
)
def test_an_item_is_credible_from_that_letter_on_and_never_without_a_letter(
    source: str, letter: str, expected: bool
) -> None:
    assert credible(f"source: {source}, {ON_C}", letter) is expected


def test_an_item_without_a_bearing_has_no_strand_by_which_it_were_credible() -> None:
    assert credible("source: a, bears: []", "B") is False


def test_an_item_on_any_claim_is_credible_and_by_the_worst_that_carries_it() -> None:
    assert credible("source: a, bears: [{claim: d, stance: supports}]", "B") is True
    quoted = "derived_from: [{from: a, how: quoted}]"
    assert credible(f"source: b, {quoted}, {ON_C}", "B") is True
    assert credible(f"source: d, {quoted}, {ON_C}", "B") is False


def test_own_work_on_what_was_withdrawn_is_credible_only_where_analysts_are_counted() -> None:
    work = f"source: a, adds: [geolocation], derived_from: [{{from: gone, how: derived}}], {ON_C}"
    assert (credible(work, "B"), credible(work, "B", analysts=True)) == (False, True)


SPEECH = """
    sources: [{id: state}, {id: mfa, controlled_by: state}, {id: other}]
    claims:
    - {id: c, text: t}
    - {id: n, text: t, negates: c}
    - {id: q, text: t, kind: speech_act, about_sources: [state, other], acts: [admission], about_claim: c}
    evidence:
    """


def answer(*items: str, of: str = "every", primary: bool = False, as_of: str | None = None) -> bool | None:
    seen = world(with_items(SPEECH, *items), as_of)
    return Record(seen, Relations(seen.case), frozenset()).answer(seen.claims["q"], of, primary=primary)


STATE_ADMITS = said("a", "02", "admission", "supports", "mfa", ", primary_record: true")
STATE_DENIED = said("b", "01", "denial", "refutes", "mfa")
OTHER_ADMITS = said("d", "02", "admission", "supports", "other")
OTHER_DENIES = said("e", "03", "denial", "refutes", "other")


@pytest.mark.parametrize(
    ("items", "every", "some"),
    [
        ([STATE_ADMITS, OTHER_ADMITS], True, True),
        ([STATE_DENIED, STATE_ADMITS, OTHER_ADMITS], True, True),
        ([STATE_ADMITS, OTHER_ADMITS, OTHER_DENIES], False, True),
        ([STATE_ADMITS], None, True),
        ([STATE_DENIED], False, None),
        (["id: z, source: other, bears: []"], None, None),
        ([STATE_ADMITS, said("z", "02", "denial", "refutes", "mfa"), OTHER_ADMITS], None, True),
    ],
)
def test_the_latest_act_of_every_or_some_source_counts(items: list[str], every: bool | None, some: bool | None) -> None:
    assert (answer(*items), answer(*items, of="some")) == (every, some)


def test_the_act_itself_can_be_asked_to_be_on_the_record() -> None:
    assert answer(STATE_ADMITS, OTHER_ADMITS, primary=True) is False


def test_no_comment_is_nobodys_latest_act() -> None:
    quiet = said("q1", "05", "no_comment", "neutral", "mfa")
    assert answer(STATE_ADMITS, quiet, OTHER_ADMITS) is True


def test_an_act_on_the_denial_of_a_claim_is_an_act_on_the_claim() -> None:
    turned = said("t", "09", "denial", "supports", "mfa").replace("claim: c", "claim: n")
    assert answer(STATE_ADMITS, OTHER_ADMITS, turned) is False


@pytest.mark.parametrize(
    ("act", "stance", "comes_to"),
    [
        ("assertion", "refutes", "denial"),
        ("admission", "refutes", "denial"),
        ("partial_admission", "refutes", "denial"),
        ("denial", "supports", "assertion"),
        ("assertion", "neutral", "assertion"),
        ("non_denial", "refutes", "non_denial"),
    ],
)
def test_an_act_is_what_it_comes_to_on_the_claim(act: str, stance: str, comes_to: str) -> None:
    asked = SPEECH.replace("acts: [admission]", f"acts: [{comes_to}]")
    seen = world(with_items(asked, said("a", "02", act, stance, "mfa"), said("b", "02", act, stance, "other")))
    assert Record(seen, Relations(seen.case), frozenset()).answer(seen.claims["q"], "every", primary=False) is True


@pytest.mark.parametrize("act", ["assertion", "admission"])
def test_an_assertion_of_the_denial_of_a_claim_is_a_denial_of_the_claim(act: str) -> None:
    turned = said("t", "09", act, "supports", "mfa").replace("claim: c", "claim: n")
    assert answer(STATE_ADMITS, OTHER_ADMITS, turned) is False


def test_of_acts_on_no_claim_nothing_is_known() -> None:
    seen = world(with_items(SPEECH.replace(", about_claim: c", ""), STATE_ADMITS, OTHER_ADMITS))
    record = Record(seen, Relations(seen.case), frozenset())
    assert record.answer(seen.claims["q"], "every", primary=False) is None


def test_only_a_sources_own_words_on_the_claim_are_its_act_on_it() -> None:
    quoting = said("q1", "09", "denial", "refutes", "mfa", ", derived_from: [{unnamed: x, how: quoted, for: [c]}]")
    assert answer(STATE_ADMITS, OTHER_ADMITS, quoting) is True


def test_an_act_counts_once_it_is_known_that_it_bears_on_the_claim() -> None:
    later = said("t", "03", "denial", "refutes", "mfa").replace("refutes}", 'refutes, known: "2024-02-01"}')
    assert answer(STATE_ADMITS, OTHER_ADMITS, later, as_of="2024-01-31") is True
    assert answer(STATE_ADMITS, OTHER_ADMITS, later, as_of="2024-02-01") is False

"""The problems between the parts of a case, each at its place."""

from __future__ import annotations

import pytest

from corrob.model.case import Case, Claim, Register, Source
from corrob.reading.cases import read_case
from corrob.reading.decode import HINTS
from corrob.reading.documents import Document
from corrob.reading.parts import Problem
from corrob.reading.references import problems, register_problems

CASE = """\
corrob: 1
case: k
sources:
- {{id: s1}}
- {{id: s2}}
{sources}
media:
- {{id: m1, type: video}}
{media}
claims:
- {{id: c1, text: t}}
- {{id: c2, text: t}}
{claims}
evidence:
- id: e1
  source: s1
  bears: [{{claim: c1, stance: supports}}]
{evidence}
{more}
"""


def told(**parts: str) -> list[str]:
    """Give the problems of a case with a few things added; `LINES` tells where they begin."""
    slots = dict.fromkeys(("sources", "media", "claims", "evidence", "more"), "") | parts
    read = read_case(Document(CASE.format(**slots).encode(), "f"))
    return [str(diagnostic).removeprefix("f:") for diagnostic in read.diagnostics]


LINES = {"sources": 6, "media": 9, "claims": 13, "evidence": 18, "more": 19}


def marked(part: str, text: str) -> tuple[str, str]:
    """Give the text without its mark `^`, and the place where it stood."""
    return text.replace("^", ""), f"{LINES[part]}:{text.index('^') + 1}"


def item(more: str) -> str:
    return f"- {{id: e2, source: s1, bears: [{{claim: c1, stance: supports}}], {more}}}"


def test_a_case_without_faults_has_no_problem() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        (
            "sources",
            "- {id: s3, controlled_by: ^s11}",
            "R001 nothing has the id 's11'; a source is asked for [did you mean 's1'?]",
        ),
        ("sources", "- {id: s3, controlled_by: [s1, ^zz]}", "R001 nothing has the id 'zz'; a source is asked for"),
        (
            "sources",
            "- {id: s3, controlled_by: [{value: [s1, ^zz], known: 2024-01-01}]}",
            "R001 nothing has the id 'zz'; a source is asked for",
        ),
        ("sources", "- {id: s3, funded_by: [s1, ^zz]}", "R001 nothing has the id 'zz'; a source is asked for"),
        ("sources", "- {id: s3, shares_intelligence_with: ^zz}", "R001 nothing has the id 'zz'; a source is asked for"),
        ("media", "- {id: m2, type: video, from: ^zz}", "R001 nothing has the id 'zz'; a source is asked for"),
        ("media", "- {id: m2, type: video, copy_of: ^zz}", "R001 nothing has the id 'zz'; a media item is asked for"),
        ("claims", "- {id: c3, text: t, about_media: ^zz}", "R001 nothing has the id 'zz'; a media item is asked for"),
        (
            "claims",
            "- {id: c3, text: t, kind: speech_act, about_sources: [^zz]}",
            "R001 nothing has the id 'zz'; a source is asked for",
        ),
        (
            "claims",
            "- {id: c3, text: t, kind: speech_act, about_claim: ^zz}",
            "R001 nothing has the id 'zz'; a claim is asked for",
        ),
        (
            "claims",
            "- {id: c3, text: t, kind: prediction, resolves_on: ^zz}",
            "R001 nothing has the id 'zz'; a claim is asked for",
        ),
        ("claims", "- {id: c3, text: t, entails: [^zz]}", "R001 nothing has the id 'zz'; a claim is asked for"),
        ("claims", "- {id: c3, text: t, contradicts: ^zz}", "R001 nothing has the id 'zz'; a claim is asked for"),
        ("claims", "- {id: c3, text: t, consistent_with: ^zz}", "R001 nothing has the id 'zz'; a claim is asked for"),
        ("claims", "- {id: c3, text: t, negates: ^zz}", "R001 nothing has the id 'zz'; a claim is asked for"),
        ("claims", "- {id: c3, text: t, part_of: [^zz]}", "R001 nothing has the id 'zz'; a claim is asked for"),
        (
            "claims",
            "- {id: c3, text: t, part_of: [{claim: ^zz}]}",
            "R001 nothing has the id 'zz'; a claim is asked for",
        ),
        (
            "claims",
            "- {id: c3, text: t, superseded_by: {claim: ^zz, from: 2024-01-01}}",
            "R001 nothing has the id 'zz'; a claim is asked for",
        ),
        ("evidence", item("media: [^zz]"), "R001 nothing has the id 'zz'; a media item is asked for"),
        ("evidence", item("joint_with: [^zz]"), "R001 nothing has the id 'zz'; a source is asked for"),
        (
            "evidence",
            item("undercuts: [{item: ^zz, ground: authenticity}]"),
            "R001 nothing has the id 'zz'; an evidence item is asked for",
        ),
        (
            "evidence",
            item("derived_from: [{how: quoted, from: ^zz}]"),
            "R001 nothing has the id 'zz'; an evidence item or a media item or a source is asked for",
        ),
        (
            "evidence",
            item("derived_from: [{how: quoted, from: s2, for: [^zz]}]"),
            "R001 nothing has the id 'zz'; a claim is asked for",
        ),
        ("evidence", "- {id: e2, source: ^zz, bears: []}", "R001 nothing has the id 'zz'; a source is asked for"),
        (
            "evidence",
            "- {id: e2, source: s1, bears: [{claim: ^zz, stance: neutral}]}",
            "R001 nothing has the id 'zz'; a claim is asked for",
        ),
        ("more", "exclusive: [[c1, ^zz]]", "R001 nothing has the id 'zz'; a claim is asked for"),
        ("more", "expect: [{claim: ^zz, status: s}]", "R001 nothing has the id 'zz'; a claim is asked for"),
    ],
)
def test_an_id_that_nothing_has_is_refused_where_it_stands(part: str, text: str, expected: str) -> None:
    clean, place = marked(part, text)
    assert told(**{part: clean}) == [f"{place}: {expected}"]


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        ("sources", "- {id: s3, controlled_by: ^m1}", "R008 'm1' is the id of a media item; a source is asked for"),
        (
            "media",
            "- {id: m2, type: video, copy_of: ^e1}",
            "R008 'e1' is the id of an evidence item; a media item is asked for",
        ),
        (
            "claims",
            "- {id: c3, text: t, entails: ^e1}",
            "R008 'e1' is the id of an evidence item; a claim is asked for",
        ),
        ("evidence", item("media: [^c1]"), "R008 'c1' is the id of a claim; a media item is asked for"),
    ],
)
def test_an_id_of_another_kind_of_thing_is_told(part: str, text: str, expected: str) -> None:
    clean, place = marked(part, text)
    assert told(**{part: clean}) == [f"{place}: {expected}"]


def test_sources_media_and_evidence_share_one_id_space_and_claims_have_their_own() -> None:
    assert told(media="- {id: s1, type: video}", claims="- {id: s2, text: t}\n- {id: c1, text: t}") == [
        "9:8: R002 the id 's1' is given twice; first at sources[0]",
        "14:8: R002 the id 'c1' is given twice; first at claims[0]",
    ]


def test_sources_that_control_each_other_are_named_over_all_dates() -> None:
    dated = "[{value: [s3], known: 2024-01-01}, {value: s2, known: 2024-02-01}]"
    assert told(sources=f"- {{id: s3, controlled_by: s4}}\n- {{id: s4, controlled_by: {dated}}}") == [
        "6:27: R003 sources control each other in a circle: s3 → s4 → s3"
    ]


def test_an_edge_for_a_claim_that_the_item_does_not_bear_on_is_refused() -> None:
    clean, place = marked("evidence", item("derived_from: [{how: quoted, from: s2, for: [c1, ^c2]}]"))
    assert told(evidence=clean) == [f"{place}: R004 the item does not bear on the claim 'c2'"]


@pytest.mark.parametrize(
    ("part", "text", "name", "relation"),
    [
        ("sources", "- {id: s3, controlled_by: ^s3}", "s3", "controlled_by"),
        ("sources", "- {id: s3, funded_by: [^s3]}", "s3", "funded_by"),
        ("media", "- {id: m2, type: video, copy_of: ^m2}", "m2", "copy_of"),
        ("claims", "- {id: c3, text: t, negates: ^c3}", "c3", "negates"),
        ("claims", "- {id: c3, text: t, part_of: [{claim: ^c3}]}", "c3", "part_of"),
        ("evidence", item("joint_with: [^s1]"), "s1", "joint_with"),
        ("evidence", item("undercuts: [{item: ^e2, ground: reliability}]"), "e2", "undercuts"),
        ("evidence", item("derived_from: [{how: quoted, from: ^e2}]"), "e2", "derived_from"),
    ],
)
def test_a_relation_of_a_thing_to_itself_is_refused(part: str, text: str, name: str, relation: str) -> None:
    clean, place = marked(part, text)
    expected = f"{place}: R005 '{name}' stands in the relation '{relation}' to itself [take it out]"
    assert told(**{part: clean}) == [expected]


@pytest.mark.parametrize(
    ("relation", "verb"),
    [
        ("negates: {0}", "deny each other"),
        ("kind: prediction, resolves_on: {0}", "resolve each other"),
        ("superseded_by: {{claim: {0}, from: 2024-01-01}}", "supersede each other"),
        ("kind: speech_act, about_claim: {0}", "are about each other"),
    ],
)
def test_claims_in_a_circle_are_refused(relation: str, verb: str) -> None:
    claims = [f"- {{id: {one}, text: t, {relation.format(other)}}}" for one, other in (("c3", "c4"), ("c4", "c3"))]
    (line,) = told(claims="\n".join(claims))
    assert line.startswith("13:")
    assert line.endswith(f": R006 claims {verb} in a circle: c3 → c4 → c3")


def test_items_may_derive_from_each_other_in_a_circle() -> None:
    edge = "bears: [{{claim: c1, stance: supports}}], derived_from: [{{how: repost, from: {}}}]"
    items = [f"- {{id: {one}, source: s1, {edge.format(other)}}}" for one, other in (("e2", "e3"), ("e3", "e2"))]
    assert told(evidence="\n".join(items)) == []


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        (
            "claims",
            "- {id: c3, text: t, quantity: {op: range, low: ^2, high: 1}}",
            "F011 'low' (2) is more than 'high' (1)",
        ),
        ("claims", "- {id: c3, text: t, quantity: ^{op: range, low: 2}}", "F011 op 'range' needs 'high'"),
        (
            "claims",
            "- {id: c3, text: t, quantity: {op: range, low: 1, high: 2, value: ^1}}",
            "F011 'value' does not go with op 'range' [it takes low, high]",
        ),
        ("claims", "- {id: c3, text: t, quantity: ^{op: '>='}}", "F011 op '>=' needs 'value'"),
        (
            "claims",
            "- {id: c3, text: t, quantity: {op: '=', value: 1, within: ^1}}",
            "F011 'within' does not go with op '=' [it takes value]",
        ),
        (
            "claims",
            "- {id: c3, text: t, quantity: ^{op: '~', value: 1}}",
            "F011 op '~' needs either 'tolerance' or 'within' [a fraction, or an amount, either way]",
        ),
        (
            "claims",
            "- {id: c3, text: t, about_claim: ^c1}",
            "F011 'about_claim' is for claims of kind 'speech_act'; this one is of kind 'event'",
        ),
        (
            "claims",
            "- {id: c3, text: t, acts: ^[denial]}",
            "F011 'acts' is for claims of kind 'speech_act'; this one is of kind 'event'",
        ),
        (
            "claims",
            "- {id: c3, text: t, window: ^2024-01-01}",
            "F011 'window' is for claims of kind 'prediction'; this one is of kind 'event'",
        ),
        (
            "sources",
            "- {id: s3, bloc: b, bloc_contested: ^yes}",
            "F011 a contested bloc needs a 'bloc_basis' [say why]",
        ),
        (
            "sources",
            "- {id: s3, controlled_by: ^[s1, {value: s2, known: 2024-01-01}]}",
            "F011 some of the values are dated and some are not [date all]",
        ),
        ("evidence", item("derived_from: [^{how: quoted}]"), "F011 an edge needs either 'from' or 'unnamed'"),
        (
            "evidence",
            item("derived_from: [^{how: quoted, from: s2, unnamed: x}]"),
            "F011 an edge needs either 'from' or 'unnamed'",
        ),
        (
            "evidence",
            "- {id: e2, source: s1, bears: [{claim: c1, stance: supports}, {claim: ^c1, stance: refutes}]}",
            "F011 the item bears twice on the claim 'c1' [put both into one bearing, or two items]",
        ),
        ("more", "exclusive: [^[c1]]", "F011 claims that exclude each other are at least two"),
    ],
)
def test_fields_that_do_not_go_together_are_refused(part: str, text: str, expected: str) -> None:
    clean, place = marked(part, text)
    assert told(**{part: clean}) == [f"{place}: {expected}"]


@pytest.mark.parametrize(
    "quantity", ["op: range, low: 1, high: 1", "op: '~', value: 1, within: 0", "op: '<=', value: 0"]
)
def test_quantities_that_are_whole_are_taken(quantity: str) -> None:
    assert told(claims=f"- {{id: c3, text: t, quantity: {{{quantity}}}}}") == []


def test_a_case_may_name_the_sources_of_its_register() -> None:
    case = Case(1, "k", (Claim("c", "t"),), sources=(Source("a", controlled_by="r"),))
    assert problems(case, {"r": Source("r")}) == []
    assert [problem.code for problem in problems(case)] == ["R001"]


def test_a_source_of_the_register_may_be_overridden_but_its_id_is_taken() -> None:
    register = {"r": Source("r")}
    claims = (Claim("c", "t", about_media="r"),)
    assert problems(Case(1, "k", claims[:0], sources=(Source("r"),)), register) == []
    assert [problem.code for problem in problems(Case(1, "k", claims), register)] == ["R008"]


def test_a_circle_through_the_register_is_told_at_the_cases_own_source() -> None:
    case = Case(1, "k", (Claim("c", "t"),), sources=(Source("a", controlled_by="r"),))
    expected = Problem(("sources", 0, "controlled_by"), "R003", "sources control each other in a circle: a → r → a")
    assert problems(case, {"r": Source("r", controlled_by="a")}) == [expected]


def test_a_register_is_checked_by_itself() -> None:
    register = Register(1, "r", (Source("a", controlled_by="b"), Source("a")))
    assert [problem.code for problem in register_problems(register)] == ["R002", "R001"]
    assert [problem.code for problem in register_problems(register, {"b": Source("b")})] == ["R002"]


@pytest.mark.parametrize("field", ["reliability", "bloc"])
def test_a_list_of_dated_values_of_a_source_has_one(field: str) -> None:
    assert told(sources=f"- {{id: s3, {field}: []}}") == [
        f"6:{11 + len(field) + 3}: F009 the list of dated values is empty [leave the key out or fill it in]"
    ]


@pytest.mark.parametrize("field", ["earliest_known", "captured", "place", "copy_of", "generation", "checks"])
def test_a_list_of_dated_values_of_a_media_item_has_one(field: str) -> None:
    assert told(media=f"- {{id: m3, type: video, {field}: []}}") == [
        f"9:{24 + len(field) + 3}: F009 the list of dated values is empty [leave the key out or fill it in]"
    ]


def test_among_many_ids_that_nothing_has_only_the_first_are_given_a_hint() -> None:
    bears = ", ".join("{claim: c22, stance: supports}" for _ in range(HINTS + 1))
    lines = [line for line in told(evidence=f"- {{id: e2, source: s1, bears: [{bears}]}}") if "R001" in line]
    assert [line.endswith("[did you mean 'c2'?]") for line in lines] == [True] * HINTS + [False]


def test_a_long_circle_is_told_by_its_beginning() -> None:
    claims = "\n".join(f"- {{id: d{n}, text: t, negates: d{(n + 1) % 99}}}" for n in range(99))
    (line,) = told(claims=claims)
    assert line.endswith("d18 → d19 → … → d0")

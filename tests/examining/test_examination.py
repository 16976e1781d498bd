"""Packs are examined one after another; one that cannot be read keeps none of the others from being examined."""

from __future__ import annotations

from corrob.examining.examination import Order, examine
from corrob.model import examined
from rulebook.shelf import GROUND, Shelf

TEST = "{name: NAME, given: {claims: [{id: c}]}, expect: {c: STATUS}}"
RULE = "rules: [{id: r, gives: sure, needs: [{some: good}], tests: [TEST]}]\n"


def of(name: str, status: str) -> str:
    return TEST.replace("NAME", name).replace("STATUS", status)


def put(shelf: Shelf, *tests: str) -> str:
    """Write the little pack with a test of its rule, and others in a file of their own."""
    own, *others = tests
    files = {"more.test": f"tests: [{', '.join(others)}]\n"} if others else {}
    return shelf.put("ground", pack=GROUND, rules=RULE.replace("TEST", own), **files)


def outcomes(found: examined.Examination) -> list[tuple[str, str]]:
    return [(test.name, test.outcome) for test in found.tests]


def test_tests_beside_rules_and_in_files_are_run_in_this_order(shelf: Shelf) -> None:
    pack = put(shelf, of("one", "blank"), of("two", "sure"), of("three", "srue"))
    found, diagnostics = examine([pack], Order())
    assert outcomes(found) == [("one", "passed"), ("two", "failed"), ("three", "unread")]
    assert (diagnostics, found.left_out, found.unread, found.coverage, found.mutation) == ([], 0, (), (), ())


def test_those_that_are_not_asked_for_are_counted(shelf: Shelf) -> None:
    pack = put(shelf, of("one", "blank"), of("two", "blank"), of("three", "blank"))
    found, _ = examine([pack], Order(keyword="t"))
    assert (outcomes(found), found.left_out) == ([("two", "passed"), ("three", "passed")], 1)
    by_owner, _ = examine([pack], Order(keyword="ground/r one"))
    assert (outcomes(by_owner), by_owner.left_out) == ([("one", "passed")], 2)


def test_a_pack_that_cannot_be_read_is_named_and_the_others_are_examined(shelf: Shelf) -> None:
    bad = shelf.put("bad", pack=GROUND.replace("pack: ground", "pack: bad").replace("default", "defalt"))
    found, diagnostics = examine([bad, put(shelf, of("one", "blank"))], Order())
    assert (found.unread, outcomes(found)) == ((bad,), [("one", "passed")])
    assert [(one.code, one.span.file) for one in diagnostics] == [("F001", "bad/pack.yaml"), ("F002", "bad/pack.yaml")]


def test_a_test_file_with_faults_is_told_and_the_others_are_run(shelf: Shelf) -> None:
    put(shelf, of("one", "blank"), of("two", "blank"))
    pack = shelf.put("ground", **{"wrong.test": "tests: {}\n"})
    found, diagnostics = examine([pack], Order())
    assert outcomes(found) == [("one", "passed"), ("two", "passed")]
    assert [str(one) for one in diagnostics] == ["ground/wrong.test.yaml:1:8: F003 a list is asked for, not a mapping"]


def test_only_tests_that_pass_reach_and_notice_anything(shelf: Shelf) -> None:
    found, _ = examine([put(shelf, of("one", "sure"))], Order(coverage=True, mutate=True))
    assert (found.coverage[0].made, found.mutation[0].noticed) == (0, 0)
    right, _ = examine([put(shelf, of("one", "blank"))], Order(coverage=True, mutate=True))
    assert (right.coverage[0].made, right.mutation[0].noticed) == (2, 1)
    assert [one.sentence for one in right.mutation[0].trials if one.noticed_by] == ['drops the need "some good"']


def test_the_shares_are_over_all_packs_and_what_was_not_tried_was_not_noticed(shelf: Shelf) -> None:
    pack = put(shelf, of("one", "blank"))
    found, _ = examine([pack, pack], Order(coverage=True, mutate=True))
    one = found.coverage[0]
    assert found.shares == (
        ("coverage", 2 * one.made, 2 * one.possible),
        ("mutation", 2, 2 * len(found.mutation[0].trials)),
    )
    untried, _ = examine([pack], Order(mutate=True, seconds=0))
    assert untried.shares == (("mutation", 0, len(found.mutation[0].trials)),)
    assert examined.Examination().shares == ()


def test_a_sign_is_given_for_every_test_and_every_trial(shelf: Shelf) -> None:
    signs: list[None] = []
    found, _ = examine([put(shelf, of("one", "blank"))], Order(mutate=True), lambda: signs.append(None))
    assert len(signs) == 1 + len(found.mutation[0].trials)


def test_a_share_is_never_rounded_up() -> None:
    shares = [examined.percent(part, whole) for part, whole in ((949_999, 1_000_000), (2, 3), (3, 3), (0, 0), (0, 5))]
    assert shares == [94.9, 66.6, 100.0, 100.0, 0.0]

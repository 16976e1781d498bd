"""What an editor that knows the schema is told: of every slip one message, at the key that is wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

from commands import ROOT
from corrob import rulebook
from corrob.reading.rule_schema import names_of, rule_schema
from corrob.rulebook.shelves import shipped

RULE = """\
rules:
  - id: agreed
    gives: confirmed
    needs:
      - origins: {at_least: 2, from: credible_support, where: {act: [admission, denial], first_hand: yes}}
      - some: {from: credible_support, where: {reliability: {at_least: C}, motive: {not: [boast, satire]}}}
      - related: {by: parts, of: every, status: [confirmed, corroborated]}
      - claim: {kind: {not: prediction}}
change:
  - {parameter: min_origins, value: 3, reason: Two are few}
"""


@cache
def validator(pack: str = "") -> Draft7Validator:
    names = None
    if pack:
        book, _ = rulebook.load(pack)
        assert book is not None
        names = names_of(book)
    made = rule_schema(names)
    Draft7Validator.check_schema(made)
    return Draft7Validator(made)


def told(text: str, pack: str = "") -> list[tuple[str, str]]:
    """Give every error, the best first: where it is, as a path, and the message."""
    errors = list(validator(pack).iter_errors(yaml.safe_load(text)))
    best = best_match(errors)
    ordered = sorted(errors, key=lambda one: one is not best)
    return [("/".join(map(str, one.absolute_path)), one.message) for one in ordered]


def described(part: Any, path: str = "") -> list[str]:
    """Give the paths of properties without a description."""
    if not isinstance(part, dict):
        return []
    keys = part.get("properties", {}) if isinstance(part.get("properties"), dict) else {}
    bare = [f"{path}/{key}" for key, one in keys.items() if isinstance(one, dict) and not one.get("description")]
    return bare + [line for key, one in part.items() if key != "examples" for line in described(one, f"{path}/{key}")]


def test_what_is_right_is_accepted() -> None:
    assert told(RULE) == told(RULE, "conflict-desk") == []


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_packs_are_accepted_also_where_names_are_known(name: str) -> None:
    for file in sorted((ROOT / "rules" / name).glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        assert (told(text), told(text, name)) == ([], []), file


def test_every_key_of_a_pack_is_described() -> None:
    parts = {name: part for name, part in rule_schema()["definitions"].items() if not name.endswith("_test")}
    assert described(parts) == []


@pytest.mark.parametrize(
    ("old", "new", "path", "message"),
    [
        ("gives:", "givse:", "rules/0", "'givse' was unexpected"),
        ("origins: {", "orgins: {", "rules/0/needs/0", "'orgins' was unexpected"),
        ("at_least: 2", "at_leest: 2", "rules/0/needs/0/origins", "'at_leest' was unexpected"),
        ("at_least: 2", "at_least: two", "rules/0/needs/0/origins/at_least", "'two' is not of type 'integer'"),
        ("at_least: 2", "at_least: 2, within: 30 dys", "rules/0/needs/0/origins/within", "'30 dys' does not match"),
        ("at_least: 2", "at_most: 2, within: 30 days", "rules/0/needs/0/origins", "'at_least' is a dependency of 'within'"),
        ("at_least: 2, ", "", "rules/0/needs/0/origins", "'at_least' is a required property"),
        ("first_hand: yes", "first_hand: maybe", "rules/0/needs/0/origins/where/first_hand", "'maybe' is not one of"),
        ("[admission, denial]", "[admission, denail]", "rules/0/needs/0/origins/where/act/1", "'denail' is not one of"),
        ("first_hand: yes", "first_hand: {at_least: 2}", "rules/0/needs/0/origins/where/first_hand", "'at_least' was unexpected"),
        ("{at_least: C}", "{at_lest: C}", "rules/0/needs/1/some/where/reliability", "'at_lest' was unexpected"),
        ("{at_least: C}", "{at_least: G}", "rules/0/needs/1/some/where/reliability/at_least", "'G' is not one of"),
        ("{at_least: C}", "{between: [C]}", "rules/0/needs/1/some/where/reliability/between", "is too short"),
        ("[boast, satire]", "bost", "rules/0/needs/1/some/where/motive/not", "'bost' is not one of"),
        ("by: parts", "by: prats", "rules/0/needs/2/related/by", "'prats' is not one of"),
        ("of: every", "of: all", "rules/0/needs/2/related/of", "'all' is not one of"),
        ("status: [", "finding: x, status: [", "rules/0/needs/2/related", "'finding' does not match"),
        ("kind: {", "knid: {", "rules/0/needs/3/claim", "'knid' was unexpected"),
        ("not: prediction", "not: prediciton", "rules/0/needs/3/claim/kind/not", "'prediciton' is not one of"),
        ("- claim: {kind", "- some: seen\n        claim: {kind", "rules/0/needs/3", "'claim' does not match"),
        ("gives: confirmed", "gives: confirmed\n    finds: x", "rules/0", "'finds' does not match"),
        ("gives: confirmed", "title: Nothing", "rules/0", "'gives' is a required property"),
        ("gives: confirmed", "raises: confidence\n    confidence: low", "rules/0", "'gives' is a dependency of 'confidence'"),
        ("id: agreed", "id: Agreed Upon", "rules/0/id", "'Agreed Upon' does not match"),
        ("value: 3, ", "", "change/0", "'value' is a required property"),
        ("value: 3, ", "value: 3, disable: yes, ", "change/0", "'disable' does not match"),
        (", reason: Two are few", "", "change/0", "'reason' is a required property"),
        ("parameter: min_origins, value", "vlaue", "change/0", "'vlaue' was unexpected"),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_the_key_that_is_wrong(old: str, new: str, path: str, message: str) -> None:
    assert old in RULE
    best, *others = told(RULE.replace(old, new, 1))
    assert (best[0], message in best[1]) == (path, True), best
    assert others == []


@pytest.mark.parametrize(
    ("old", "new", "path", "message"),
    [
        ("{act: [", "{atc: [", "rules/0/needs/0/origins/where", "'atc' was unexpected"),
        ("from: credible_support, where: {act", "from: credible_suport, where: {act", "rules/0/needs/0/origins/from",
         "'credible_suport' is not one of"),
        ("some: {from: credible_support", "some: {from: sene", "rules/0/needs/1/some/from", "'sene' is not one of"),
        ("gives: confirmed", "gives: confrimed", "rules/0/gives", "'confrimed' is not one of"),
        ("corroborated]", "corrobrated]", "rules/0/needs/2/related/status/1", "'corrobrated' is not one of"),
        ("at_least: 2", "at_least: $min_orgins", "rules/0/needs/0/origins/at_least", "'$min_orgins' is not one of"),
        ("act: [admission, denial]", "credible: maybe", "rules/0/needs/0/origins/where/credible", "'maybe' is not one of"),
        ("related: {by: parts, of: every, status: [confirmed, corroborated]}", "finding: denied",
         "rules/0/needs/2/finding", "'denied' is not one of"),
    ],
)  # fmt: skip
def test_where_the_pack_is_known_a_name_that_it_does_not_define_is_told_too(
    old: str, new: str, path: str, message: str
) -> None:
    assert old in RULE
    wrong = RULE.replace(old, new, 1)
    best, *others = told(wrong, "conflict-desk")
    assert (best[0], message in best[1], others) == (path, True, []), best
    assert told(wrong) == []


REFUSED = {"P002", "P005", "P009", "P014", "F004"}
"""What a schema can see of what is wrong with packs, without knowing their names."""

KNOWN = {"P004", "P006", "P010", "P013"}
"""What it sees beside that, where it knows them."""


@pytest.mark.parametrize(
    "folder", sorted((ROOT / "tests" / "bad").glob("[FP]*/pack.yaml")), ids=lambda at: at.parent.name
)
def test_bad_packs_are_refused_as_far_as_a_schema_can_see(folder: Path) -> None:
    code, text = folder.parent.name[:4], folder.read_text(encoding="utf-8")
    assert bool(told(text)) is (code in REFUSED)
    assert bool(told(text, "core")) is (code in REFUSED | KNOWN)

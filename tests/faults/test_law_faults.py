"""Laws that can fail: beside each law a fault of the engine or of a pack that it catches."""

from __future__ import annotations

from pathlib import Path

import pytest

from faults.planting import FAILED, Fault, copied, outcome, planted

TRACE, WORLDS, RELATE, RELATIONS, SETTLE, ORIGINS, HEARING, WORDING, RECORD = (
    f"engine/corrob/verifying/{name}.py"
    for name in ("trace", "worlds", "relate", "relations", "settle", "origins", "hearing", "wording", "record")
)
FLIPS, LOCALITY, LEADING = (f"engine/corrob/asking/{name}.py" for name in ("flips", "locality", "leading"))
LAWS = "tests/laws"

FAULTS = {
    "1 copies: a relay stays where what it relays was taken back": Fault(
        TRACE, "return said or (item.id, arrival.stance) in", "return said or first and (item.id, arrival.stance) in", "test_copies.py"
    ),
    "1 copies: what passes on is counted": Fault(
        TRACE, "edges = [] if item.adds and self.own_work else self.edges(item)", "edges = []", "test_copies.py"
    ),
    "2 merging: control that is merged ties nobody": Fault(
        ORIGINS, "if CONTROL in self.independence.merge else", "if CONTROL not in self.independence.merge else", "test_merging.py"
    ),
    "3 order: origins are listed as the file has them": Fault(
        WORDING, "return [name for _, name in sorted(first.values())]", "return [name for _, name in first.values()]", "test_order.py"
    ),
    "3 order: the first proposal of a scale is taken, and not the strongest": Fault(
        SETTLE, "return scale[-1] if scale else", "return proposed[0] if scale else", "test_order.py"
    ),
    "4 as of: everything is known at once": Fault(
        WORLDS, "return self.as_of is None or (when is not None and self.knows(when))", "return True", "test_as_of.py"
    ),
    "4 as of: dated values hold from the start": Fault(
        WORLDS, "known = [entry for entry in value if self.knows(entry.known)]", "known = list(value)", "test_as_of.py"
    ),
    "5 negation: a denial of a denial is a denial": Fault(
        RELATIONS, "claim, same = self.claims[claim].negates, not same", "claim, same = self.claims[claim].negates, False", "test_negation.py"
    ),
    "5 negation: evidence for a denial is evidence for what it denies": Fault(
        RELATIONS, "stance = bearing.stance if same else turned(bearing.stance)", "stance = bearing.stance", "test_negation.py"
    ),
    "6 entailment: nothing is capped by what it entails": Fault(
        RELATIONS, "yield from ((other, True) for other in listed(claim.entails))", "yield from ()", "test_entailment.py"
    ),
    "6 entailment: nothing is capped by its parts": Fault(
        RELATE, "bool(outcome.counts)", "False", "test_entailment.py"
    ),
    "7 bounded influence: an owner's outlets are so many origins": Fault(
        WORLDS, "return frozenset().union(*self.circles(source))", "return frozenset({source})", "test_bounded_influence.py"
    ),
    "7 bounded influence: one origin corroborates": Fault(
        "rules/core/corroboration.yaml", "      - origins: {at_least: $min_origins, from: credible_support}", "      - origins: {at_least: 1, from: credible_support}", "test_bounded_influence.py"
    ),
    "8 unknown sources: no letter is a middling one": Fault(
        WORLDS, "return None if letter == UNJUDGED else letter", 'return "C" if letter == UNJUDGED else letter', "test_unknown_sources.py"
    ),
    "8 unknown sources: a part on which nothing counts lowers the whole": Fault(
        RELATE, "return always or not self.statuses.idle(outcome.status) or bool(outcome.counts)", "return always or outcome.status != self.statuses.default", "test_unknown_sources.py"
    ),
    "9 reversibility: what was withdrawn is still a root": Fault(
        TRACE, "elif target not in world.withdrawn:", "else:", "test_reversibility.py"
    ),
    "10 locality: a statement on one claim takes back one on another": Fault(
        HEARING,
        "record.superseded(self.world, found, self.undercut) for c, found in self.arrivals.items()",
        "record.superseded(self.world, [a for f in self.arrivals.values() for a in f], self.undercut) for c in self.arrivals",
        "test_locality.py",
    ),
    "agreement: a statement of the same day takes back": Fault(
        RECORD, "and then < now", "and then <= now", "test_agreement.py"
    ),
    "flips: what holds a smaller set is told as well": Fault(
        FLIPS, "if not any(part in found for part in _parts(chosen)):", "if True:", "test_flips.py"
    ),
    "flips: the largest sets are not tried": Fault(
        FLIPS, "combinations(every, number) for number in range(1, size + 1)", "combinations(every, number) for number in range(1, size)", "test_flips.py"
    ),
    "flips: claims that exclude each other are thought to have nothing to do with each other": Fault(
        LOCALITY, "for c in claims for other in relations.excluded[c]", "for c in claims for other in ()", "test_flips.py"
    ),
    "flips: who challenges an item is thought not to matter where its own claims do not": Fault(
        LOCALITY, "onward.setdefault(target, set()).add(name)", "onward.setdefault(target, set())", "test_flips.py"
    ),
    "why not: what is found is told without being judged": Fault(
        LEADING, "if not left and self._after(made)[0] in self.wanted:", "if not left:", "test_whynot.py"
    ),
    "why not: one change alone is not tried": Fault(
        LEADING, "for number in range(1, size + 1):\n            found", "for number in range(min(2, size), size + 1):\n            found", "test_whynot.py"
    ),
    "renaming: the engine knows a status by its name": Fault(
        SETTLE, "return statuses.conflict\n", 'return "disputed"\n', "test_renaming.py"
    ),
    "search: an example is short of an item": Fault(
        "engine/corrob/examining/reach.py", "Example(setting, pieces, settling))", "Example(setting, pieces[:1], settling))", "test_search.py"
    ),
    "same bytes: origins are listed as they are hashed": Fault(
        WORDING, "return [name for _, name in sorted(first.values())]", "return [name for _, name in set(first.values())]", "test_same_bytes.py"
    ),
    "search: a claim has one item at most": Fault(
        "engine/corrob/examining/reach.py", "ITEMS: Final = 3", "ITEMS: Final = 1", "test_search.py"
    ),
    "known fields: what can be unknown is thought to be known": Fault(
        "engine/corrob/model/fields.py", '"circular", "kind", "acts",', '"circular", "kind", "acts", "modality",', "test_known_fields.py"
    ),
    "mutants: a rule that no longer beats another still does": Fault(
        "engine/corrob/examining/mutants.py", "for other in rule.beats if other != name", "for other in rule.beats", "test_mutants.py"
    ),
    "changes: only changes of status are listed": Fault(
        "engine/corrob/asking/changes.py",
        "elif parts := differing(result, after[claim]):",
        "elif (parts := differing(result, after[claim])) and parts[0] == STATUS:",
        "test_changes.py",
    ),
    "changes: needs are told of the side on which they hold": Fault(
        "engine/corrob/asking/turns.py", "failing=1", "failing=0", "test_changes.py"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_breaks_its_law(name: str, tmp_path: Path) -> None:
    planted(FAULTS[name], copied(tmp_path))
    assert outcome(tmp_path, f"{LAWS}/{FAULTS[name].test}") == FAILED


def test_every_law_has_a_fault_that_it_catches() -> None:
    laws = {path.name for path in Path(LAWS).glob("test_*.py")} - {"test_no_judgement_in_python.py", "test_fuzz.py"}
    assert laws == {fault.test for fault in FAULTS.values()}

"""Planted faults: each change of the engine or of a pack breaks the test named beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corrob.verifying.decide import durable_available
from faults.planting import FAILED, PASSED, Fault, copied, outcome, planted

TRACE, DERIVE, RECORD = (f"engine/corrob/verifying/{name}.py" for name in ("trace", "derive", "record"))
WORLDS, DIRECT = "engine/corrob/verifying/worlds.py", "engine/corrob/verifying/decide/direct.py"
UNITS = "tests/verifying"
FIXTURES = "tests/journeys/test_verify.py::test_check_passes_where_all_is_as_expected"
PACKS = "tests/packs/test_packs.py::test_every_inline_test_passes_on_both_matchers"

FAULTS = {
    "outlets are counted as origins": Fault(
        TRACE,
        "edges = [] if item.adds and self.own_work else self.edges(item)",
        "edges: list[Provenance] = []",
        f"{UNITS}/test_trace.py::test_a_bearing_is_followed_to_its_roots_by_the_edges_of_its_own_claim",
    ),
    "the second side is not needed": Fault(
        "rules/conflict-desk/pack.yaml",
        "      - any_of: [{some: outside_support}, {some: direct_support}]",
        "      - some: credible_support",
        FIXTURES,
    ),
    "edges hold for every claim": Fault(
        TRACE, "if (not e.for_ or claim in e.for_) and world.knows(e.known)", "if world.knows(e.known)", FIXTURES
    ),
    "a relay lends its letter": Fault(
        DERIVE,
        "end = way.end if way.ended else world.letter(publishers(world, strand)[0])",
        "end = world.letter(strand.arrival.item.source)",
        f"{UNITS}/test_derive.py::test_a_relay_keeps_the_roots_letter_or_lowers_it",
    ),
    "a relay lends its side": Fault(
        DERIVE,
        "blocs = (scene.world.blocs(source) for source in publishers(scene.world, strand))",
        "blocs = (scene.world.blocs(source) for source in (strand.arrival.item.source,))",
        f"{UNITS}/test_derive.py::test_a_relay_keeps_the_roots_letter_or_lowers_it",
    ),
    "a non-denial is taken for an admission": Fault(
        "rules/core/grading.yaml", "act: {not: [non_denial, no_comment]}", "act: {not: [no_comment]}", PACKS
    ),
    "location claims count artifacts": Fault(
        "rules/core/pack.yaml", "unit: {artifact_property: analyst}", "unit: {artifact_property: origin}", FIXTURES
    ),
    "nothing supersedes": Fault(
        RECORD,
        "if _taken_back(old, acts, world.actors(old.item))",
        "if False",
        f"{UNITS}/test_record.py::test_a_later_act_of_one_controller_takes_a_denial_back",
    ),
    "a bare interested denial refutes": Fault(
        "rules/core/evidence.yaml", "removes: {bare_denial: yes}", "removes: {bare_denial: yes, circular: yes}", PACKS
    ),
    "there is no as-of cut": Fault(
        WORLDS,
        "return self.as_of is None or (when is not None and self.knows(when))",
        "return True",
        f"{UNITS}/test_worlds.py::test_an_item_is_there_once_the_desk_had_it",
    ),
    "hedges are ignored": Fault("rules/core/grading.yaml", "where: {hedged: no, motive:", "where: {motive:", FIXTURES),
    "briefings pass nothing on": Fault(
        "engine/corrob/vocabulary.py",
        '"briefed": Edge(passes=True,',
        '"briefed": Edge(passes=False,',
        f"{UNITS}/test_trace.py::test_a_briefing_passes_its_origin_on_where_the_pack_merges_briefings",
    ),
    "an unknown letter is a middle one": Fault(
        WORLDS,
        "return None if letter == UNJUDGED else letter",
        'return "C" if letter == UNJUDGED else letter',
        f"{UNITS}/test_worlds.py::test_the_letter_f_cannot_be_judged",
    ),
    "the matchers differ": Fault(
        DIRECT,
        '"at_least": lambda answer, number: answer >= number',
        '"at_least": lambda answer, number: answer > number',
        f"{UNITS}/decide/test_matchers.py::test_both_matchers_give_the_conditions_that_hold",
    ),
}  # fmt: skip


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_breaks_its_test(name: str, checkout: Path) -> None:
    fault = FAULTS[name]
    if "test_matchers" in fault.test and not durable_available():
        pytest.skip("durable-rules cannot be imported: there is nothing to differ from")
    planted(fault, checkout)
    assert outcome(checkout, fault.test) == FAILED


@pytest.mark.parametrize("test", sorted({fault.test for fault in FAULTS.values()}))
def test_without_a_fault_the_test_passes(test: str, checkout: Path) -> None:
    if "test_matchers" in test and not durable_available():
        pytest.skip("durable-rules cannot be imported: there is nothing to differ from")
    assert outcome(checkout, test) == PASSED

"""`corrob check`."""

from __future__ import annotations

from pathlib import Path

from cli.running import CASE, Ran, run
from corrob.cli.outputs import FAILED, GOOD

RULES = "Rules: conflict-desk 1.0.0 on core 1.0.0\n"


def test_quiet_says_nothing_where_all_is_as_expected_and_speaks_where_it_is_not(cases: Path) -> None:
    assert run("check", str(cases)) == Ran(GOOD, "", f"{RULES}2 case(s), 0 expectation(s), 0 not met\n")
    assert run("check", str(cases), "--quiet") == Ran(GOOD, "", "")
    (cases / "three.yaml").write_text(f"{CASE.replace('NAME', 'three')}expect: [{{claim: CLAIM, status: open}}]\n")
    assert run("check", "three.yaml", "-q") == Ran(
        FAILED,
        "three.yaml:7:10: three CLAIM: status expected open, found attributed\n",
        f"{RULES}1 case(s), 1 expectation(s), 1 not met\n",
    )

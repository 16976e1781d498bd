"""Which matcher is taken where durable-rules can be imported, and where it cannot."""

from __future__ import annotations

import sys

import pytest

from corrob.verifying.decide import durable_available, matcher
from corrob.verifying.decide.direct import direct
from corrob.verifying.judge import Judge
from stories import book, case


@pytest.fixture
def _no_durable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "corrob.verifying.decide.durable", None)


@pytest.mark.usefixtures("_no_durable")
def test_without_durable_rules_the_direct_matcher_is_the_best_there_is() -> None:
    assert not durable_available()
    assert matcher() is direct
    story = case("claims: [{id: c, text: t}]")
    assert Judge(book("core")).judge(story).results == Judge(book("core"), "direct").judge(story).results


@pytest.mark.usefixtures("_no_durable")
def test_durable_rules_asked_for_by_name_are_not_replaced_by_anything_else() -> None:
    with pytest.raises(ImportError):
        matcher("durable")

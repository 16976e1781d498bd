"""A test of the kind of claim makes no difference where other tests, or the needs, let no other kind through."""

from __future__ import annotations

import pytest

from corrob.examining.idle import is_idle
from rulebook.shelf import Shelf


@pytest.mark.parametrize(
    ("applies_to", "needs", "idle"),
    [
        ("{kind: event}", "[{some: good}]", False),
        ("{kind: {not: prediction}}", "[{acts: {of: every}}]", True),
        ("{kind: speech_act}", "[{acts: {of: every}}]", True),
        ("{kind: speech_act}", "[{not: {acts: {of: some}}}]", True),
        ("{kind: speech_act}", "[{any_of: [{acts: {of: some}}, {some: good}]}]", False),
        ("{kind: event}", "[{acts: {of: every}}]", False),
        ("{kind: prediction}", "[{claim: {window_is: past}}]", True),
        ("{kind: prediction}", "[{not: {claim: {window_is: past}}}]", True),
        ("{kind: prediction}", "[{claim: {window_is: {exists: no}}}]", False),
        ("{kind: speech_act}", "[{claim: {about_claim: c}}]", True),
        ("{kind: speech_act}", "[{claim: {acts: [denial]}}]", False),
        ("{about_media: {exists: yes}}", "[{acts: {of: every}}]", False),
    ],
)
def test_what_the_needs_ask_already_is_idle(shelf: Shelf, applies_to: str, needs: str, idle: bool) -> None:
    rule = shelf.rule(f"rules: [{{id: r, gives: sure, applies_to: {applies_to}, needs: {needs}}}]\n")
    assert is_idle(rule, 0) == idle


def test_what_another_test_of_the_kind_asks_already_is_idle(shelf: Shelf) -> None:
    rule = shelf.rule(
        "applies_to: {kind: {not: prediction}}\nrules: [{id: r, gives: sure, applies_to: {kind: event}}]\n"
    )
    assert [is_idle(rule, 0), is_idle(rule, 1)] == [True, False]

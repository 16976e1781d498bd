"""Where text for people is written: a terminal, or something that is none."""

from __future__ import annotations

from io import StringIO

import pytest

from corrob.reports.console import PLAIN_WIDTH, console, progress
from reports.printing import Terminal


def test_what_is_no_terminal_has_the_same_width_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert (console(StringIO()).width, console(Terminal()).width) == (PLAIN_WIDTH, 40)


def test_progress_is_silent_where_there_is_no_terminal() -> None:
    stream = StringIO()
    with progress(stream) as advance:
        advance()
    assert stream.getvalue() == ""


def test_progress_counts_cases_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with progress(stream) as advance:
        advance()
        advance()
    assert "2 cases" in stream.getvalue()

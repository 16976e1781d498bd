"""How the command begins and ends."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from io import BytesIO, StringIO, TextIOWrapper

import pytest

import corrob.cli
from corrob.cli import application, main
from corrob.cli.outputs import FAULT, GOOD


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Undo what a process that ends need not undo."""
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
    gc.unfreeze()


def ended(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    """Run the command line; give its exit code."""
    monkeypatch.setattr(sys, "argv", ["corrob", *arguments])
    with pytest.raises(SystemExit) as stopped:
        main()
    return stopped.value.code


def test_a_fault_of_its_own_is_exit_3_with_the_traceback_and_no_blame(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: str = "") -> None:
        raise RuntimeError("a screw is loose")

    monkeypatch.setattr(corrob.cli, "application", broken)
    assert ended(monkeypatch, "verify") == FAULT
    out, told = capsys.readouterr()
    assert out == ""
    assert told.startswith("Traceback (most recent call last):")
    assert told.endswith("RuntimeError: a screw is loose\ncorrob: this is a fault of Corrob's own, please report it\n")


def test_text_leaves_as_utf_8_with_plain_line_ends_whatever_the_stream_was(monkeypatch: pytest.MonkeyPatch) -> None:
    written = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(written, encoding="ascii", newline="\r\n"))
    assert ended(monkeypatch, "rules", "show", "R004") == GOOD
    sys.stdout.write("\u2013\n\ud800")
    sys.stdout.flush()
    assert written.getvalue().startswith(b"R004  An edge for a claim that its item does not bear on\n\n")
    assert written.getvalue().endswith(b"\n\xe2\x80\x93\n\\ud800")


def test_a_stream_that_is_no_file_is_written_to_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = StringIO()
    monkeypatch.setattr(sys, "stdout", plain)
    assert ended(monkeypatch, "rules", "show", "R004") == GOOD
    assert plain.getvalue().startswith("R004  An edge for a claim that its item does not bear on\n")


@pytest.mark.parametrize(
    ("first", "known"),
    [
        ("verify", ["verify"]),
        ("rules", ["rules"]),
        ("", ["check", "diff", "explain", "new", "rules", "schema", "timeline", "verify"]),
        ("frobnicate", ["check", "diff", "explain", "new", "rules", "schema", "timeline", "verify"]),
    ],
)
def test_only_the_command_that_is_named_is_loaded_and_else_all(first: str, known: list[str]) -> None:
    app = application(first)
    names = [*(one.name for one in app.registered_commands), *(one.name for one in app.registered_groups)]
    assert sorted(map(str, names)) == known


def test_the_version_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(monkeypatch, "--version") == GOOD
    assert capsys.readouterr() == (f"corrob {corrob.__version__}\n", "")

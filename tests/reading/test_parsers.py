"""The parser of libyaml and the one in Python: where both read a text, they give the same values at the same places."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given

from bad.doors import HERE
from commands import ROOT
from corrob.diagnostics import Diagnostic
from corrob.model.node import Node
from corrob.reading import nodes
from corrob.reading.nodes import read_yaml
from laws.drawing import law, randoms

FILES = [file for folder in (ROOT / "fixtures", ROOT / "rules", HERE) for file in sorted(folder.rglob("*.yaml"))]
PIECES = (
    "a", "é", "🙂", " ", "  ", "\n", "\n  ", "\n- ", "- ", ": ", ":", "? ", "?", "[", "]", "{", "}", ",", ", ", '"', "'", "|", ">",
    "\n\n", "#", " # c", "&a ", "*a ", "!t ", "!", "%", "@", "`", "---", "...", "\n---\n", "\n...\n", "\t", "\r", "\r\n", "<<", "|2",
    "|-\n", " x", "\\", "\\n", '"a"', "\\x41", "\\ud800", "\\UFFFFFFFF", "b: ", "\ufeff", "~", "=", "-", "%YAML 1.1\n", "%FOO\n",
)  # fmt: skip
KNOWN = re.compile(r"\t|[|>][-+0-9]*#|\?|[!%]")
"""What texts hold that one parser reads and the other does not, as `corrob.reading.nodes` says."""


def both(data: bytes) -> list[tuple[Node | None, list[Diagnostic]]]:
    """Read a text with each parser."""
    found = []
    for name in ("CSafeLoader", "SafeLoader"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(nodes, "LOADER", getattr(yaml, name))
            found.append(read_yaml(data, "f"))
    return found


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="libyaml is not there")
@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_files_that_are_kept_here_are_read_alike(file: Path) -> None:
    (fast, told), (slow, also) = both(file.read_bytes())
    assert fast == slow
    assert [one.code for one in told] == [one.code for one in also]
    assert fast is None or told == also


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="libyaml is not there")
@given(randoms())
@law(quick=2_000, long=50_000)
def test_drawn_texts_are_read_alike(rng: Random) -> None:
    text = "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 9)))
    (fast, told), (slow, also) = both(text.encode())
    if fast is None or slow is None:
        alike = bool(told) == bool(also) or KNOWN.search(text)
        assert alike, (told, also)
    else:
        assert (fast, told) == (slow, also)

"""The checks of the documents notice what is wrong: a wrong line, a command that is not there, a dead link."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import ROOT
from documents import console, data, steps, told
from documents.markdown import Part, anchors, blocks, paragraphs

README = ROOT / "README.md"
PRINTED = ("a", "b", "c", "d")


def page(folder: Path, text: str) -> Path:
    (folder / "page.md").write_text(text, encoding="utf-8")
    return folder / "page.md"


@pytest.mark.parametrize("shown", ["a b c d", "…", "a …", "… d", "a … d", "a … c d", "a b … c d", "… b … d", "… b c …"])
def test_lines_that_are_printed_are_no_difference(shown: str) -> None:
    assert console.difference(shown.split(), PRINTED) is None


@pytest.mark.parametrize(
    "shown",
    ["", "a", "a b c", "b c d", "a b c d e", "a x c d", "a … c", "b …", "… x …", "a … c … b d", "a … a d", "… c d d"],
)
def test_lines_that_are_not_printed_like_that_are_a_difference(shown: str) -> None:
    assert console.difference(shown.split(), PRINTED) is not None


def test_a_difference_names_what_is_shown_and_what_is_there() -> None:
    told_ = console.difference(["a", "x", "c", "d"], PRINTED)
    assert told_ == "the page shows\n  x\nand there is\n  b"


def explained() -> Part:
    return next(block for block in blocks(README) if block.text.startswith("$ corrob explain"))


def test_any_wrong_line_of_a_block_of_the_readme_is_noticed(tmp_path: Path) -> None:
    block = explained()
    assert console.faults(block, tmp_path) == []
    lines = block.text.splitlines()
    for position in range(1, len(lines)):
        wrong = "\n".join([*lines[:position], f"{lines[position]}!", *lines[position + 1 :]])
        assert len(console.faults(Part(README, block.line, wrong, block.kind), tmp_path)) == 1, lines[position]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("$ make verify\n.venv/bin/corrob chekc fixtures\n…", "and there is\n  .venv/bin/corrob check fixtures"),
        ("$ make verify\n…\n.venv/bin/corrob verify fixtures", "and there is"),
        ("$ make verify\n.venv/bin/corrob check fixtures\n1 case(s), all is well\n…", "and there is\n"),
        ("$ make check\n.venv/bin/ruff check\nAll checks passed!\n…", "and there is\n  (what this prints is not known"),
    ],
)
def test_make_runs_what_its_block_shows_and_corrob_prints_what_stands_below(
    text: str, fault: str, tmp_path: Path
) -> None:
    assert fault in "".join(console.faults(Part(README, 1, text, "console"), tmp_path))


@pytest.mark.parametrize("text", ["$ make no-such-target\n…", "$ rm -rf fixtures", "no command"])
def test_a_block_with_another_command_or_none_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        console.faults(Part(README, 1, text, "console"), tmp_path)


def test_an_exit_code_is_that_of_the_command_before(tmp_path: Path) -> None:
    text = "$ corrob verify no-such-file\n…\n$ echo $?\n{}\n$ corrob new case my.yaml\n$ echo $?\n0"
    assert console.faults(Part(README, 1, text.format(2), "console scratch"), tmp_path) == []
    assert (tmp_path / "my.yaml").exists()
    (tmp_path / "my.yaml").unlink()
    wrong = console.faults(Part(README, 1, text.format(1), "console scratch"), tmp_path)
    assert wrong == ["README.md:3: $ echo $?: the page shows\n  1\nand there is\n  2"]


GOOD = """# A page

## What it `does`, in short
See [above](#a-page), [here](page.md#what-it-does-in-short) and [elsewhere](https://example.org/).
`corrob verify DATA…` takes `--as-of DATE`, `corrob
check` does not. `make test` runs `corrob rules check|test|show`; `tests/commands.py` and `rules/` are there.

| `corrob verify -` | `--format text\\|json`, `-o FILE` |
"""
WRONG = {
    "`corrob frobnicate`": "there is no command 'frobnicate'",
    "`corrob rules check|tset`": "there is no command 'tset'",
    "`corrob check DATA --as-of DATE`": "there is no option '--as-of'",
    "`corrob check` and `--as-of DATE`": "there is no option '--as-of'",
    "`corrob verify --format xml`": "'xml' is no choice",
    "`--frobnicate`": "an option of no command",
    "`make tset`": "No rule to make target",
    "`tests/no_such_file.py`": "is not there",
    "[gone](gone.md)": "leads nowhere",
    "[gone](#gone)": "has no heading #gone",
}


def test_good_text_has_no_fault(tmp_path: Path) -> None:
    there = page(tmp_path, GOOD)
    assert [fault for part in paragraphs(there) for fault in told.faults(part)] == []
    assert anchors(there) == {"a-page", "what-it-does-in-short"}


@pytest.mark.parametrize("text", WRONG)
def test_whatever_the_text_names_that_is_not_there_is_told_with_its_line(text: str, tmp_path: Path) -> None:
    found = [
        fault for part in paragraphs(page(tmp_path, f"# A page\n\nHere: {text}.\n")) for fault in told.faults(part)
    ]
    assert len(found) == 1
    assert found[0].startswith("page.md:3: ")
    assert WRONG[text] in found[0]


CASE = """\
corrob: 1
case: k
sources: [{id: s, reliability: B}]
claims: [{id: c, text: t}]
evidence: [{id: e, source: s, bears: [{claim: c, stance: supports}]}]
expect: [{claim: c, status: attributed}]
"""
RULES = """\
rules:
  - id: mine
    title: Mine
    gives: confirmed
    needs: [{some: credible_support}]
    because: So it is.
    tests:
      - name: one will do
        given: {sources: [{id: s, reliability: B}], claims: [{id: c}],
          evidence: [{id: e, source: s, bears: [{claim: c, stance: supports}]}]}
        expect: {c: confirmed}
"""
KINDS = {"yaml case": CASE, "yaml rules": RULES, "yaml pack": data.EXAMPLE + RULES}


@pytest.mark.parametrize("kind", KINDS)
def test_a_good_block_reads_without_a_fault(kind: str, tmp_path: Path) -> None:
    assert data.faults(Part(README, 1, KINDS[kind], kind), tmp_path) == []


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("yaml case", "attributed", "confirmed"),
        ("yaml case", "claims:", "claim:"),
        ("yaml case", "{claim: c,", "{claim: d,"),
        ("yaml rules", "{c: confirmed}", "{c: attributed}"),
        ("yaml rules", "gives: confirmed", "gives: confrimed"),
        ("yaml pack", "conflict-desk", "conflict-desks"),
        ("yaml pack", "{c: confirmed}", "{c: attributed}"),
    ],
)
def test_a_block_with_a_fault_in_it_is_told(kind: str, old: str, new: str, tmp_path: Path) -> None:
    assert old in KINDS[kind]
    assert data.faults(Part(README, 7, KINDS[kind].replace(old, new), kind), tmp_path) != []


@pytest.mark.parametrize("kind", ["yaml", "python", "nothing"])
def test_a_block_that_does_not_say_what_it_is_is_refused(kind: str, tmp_path: Path) -> None:
    told_ = data.faults(Part(README, 7, CASE, kind), tmp_path)
    assert told_ == [f"README.md:7: a block is one of yaml case, yaml pack, yaml rules; this one says '{kind}'"]


STEPS = (
    ("yaml file desk/pack.yaml", 'pack: desk\nversion: "1.0.0"\nextends: [{pack: core}]'),
    ("console step", "$ corrob rules check desk\n…"),
    ("yaml more desk/pack.yaml", "rulse: []"),
    ("console step", "$ corrob rules check desk\nWRONG\n$ echo $?\n2"),
)


def test_steps_are_done_in_order_in_one_folder_and_a_wrong_line_of_any_is_noticed(tmp_path: Path) -> None:
    parts = [Part(README, number, text, kind) for number, (kind, text) in enumerate(STEPS, 1)]
    assert all(map(steps.is_step, parts))
    (fault,) = steps.faults(parts, tmp_path)
    assert "desk/pack.yaml:4:1: F001 the key 'rulse' is not known here [did you mean 'rules'?]" in fault
    (tmp_path / "desk" / "pack.yaml").unlink()
    assert steps.faults(parts[:2], tmp_path) == []


def test_a_block_that_is_no_step_is_left_to_others() -> None:
    assert not any(
        steps.is_step(Part(README, 1, "", kind)) for kind in ("console", "console scratch", "yaml case x.yaml")
    )

"""What the documents show is so: commands print it, data reads without a fault, links lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import ROOT
from documents import console, data, steps, told
from documents.markdown import Part, blocks, paragraphs

PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
BLOCKS = [block for page in PAGES for block in blocks(page)]
STEPS = [block for block in BLOCKS if steps.is_step(block)]
CONSOLE = [block for block in BLOCKS if block.kind.partition(" ")[0] == "console" and block not in STEPS]
DATA = [block for block in BLOCKS if block not in CONSOLE and block not in STEPS]


@pytest.fixture
def scratch(tmp_path: Path, block: Part) -> Path:
    """Give the folder that a page works in, which holds the files that its blocks stand for, and nothing else."""
    for other in DATA:
        if other.page == block.page and data.file_of(other):
            file = tmp_path / data.file_of(other)
            file.parent.mkdir(exist_ok=True)
            file.write_text(other.text, encoding="utf-8")
    return tmp_path


def test_the_documents_that_everybody_opens_are_looked_at() -> None:
    opened = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/method.md", "docs/semantics.md", "docs/tutorial.md"}
    assert {page.relative_to(ROOT).as_posix() for page in PAGES} >= opened
    assert {block.page.name for block in CONSOLE} >= {"README.md", "method.md"}


@pytest.mark.parametrize("block", CONSOLE, ids=str)
def test_a_console_block_shows_what_its_commands_print(block: Part, scratch: Path) -> None:
    assert "\n".join(console.faults(block, scratch)) == ""


@pytest.mark.parametrize("page", sorted({block.page for block in STEPS}), ids=lambda page: page.name)
def test_the_steps_of_a_page_one_after_another_print_what_it_shows(page: Path, tmp_path: Path) -> None:
    assert "\n".join(steps.faults([block for block in STEPS if block.page == page], tmp_path)) == ""


@pytest.mark.parametrize("block", DATA, ids=str)
def test_a_yaml_block_says_what_it_is_and_reads_without_a_fault(block: Part, tmp_path: Path) -> None:
    assert data.faults(block, tmp_path) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_text_names_nothing_that_is_not_there(page: Path) -> None:
    assert [fault for part in paragraphs(page) for fault in told.faults(part)] == []

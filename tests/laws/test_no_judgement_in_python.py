"""Judgement stands in the packs: the code that judges names no status, letter, act or modality."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import corrob.verifying
from corrob import rulebook
from corrob.rulebook.shelves import shipped
from corrob.vocabulary import ACTS, LETTERS, MEDIA_MODALITIES, MODALITIES

JUDGING = Path(next(iter(corrob.verifying.__path__)))


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Give every text in the code that is no docstring, with its line."""
    tree = ast.parse(source)
    told = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def judgement_words() -> frozenset[str]:
    """Give the words that only packs may use."""
    statuses: set[str] = set()
    for name in shipped():
        book, _ = rulebook.load(name)
        assert book is not None
        statuses.update(book.statuses.all)
    return frozenset({*statuses, *LETTERS, *ACTS, *MODALITIES, *MEDIA_MODALITIES})


def test_the_code_that_judges_names_no_status_letter_act_or_modality() -> None:
    words = judgement_words()
    found = [
        f"{path.name}:{line}: {text}"
        for path in sorted(JUDGING.rglob("*.py"))
        for line, text in literals(path.read_text(encoding="utf-8"))
        if text in words
    ]
    assert found == []


def test_the_search_sees_words_in_code_and_passes_docstrings_over() -> None:
    source = '"""corrob confirmed"""\nSTATUS = "confirmed"\n\n\ndef f() -> str:\n    "denial"\n    return "denial"\n'
    assert list(literals(source)) == [(2, "confirmed"), (7, "denial")]

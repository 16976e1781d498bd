"""Writes the pages, and parts of pages, that are made from code and packs; with --check it only names the stale.

Run: make docs, or .venv/bin/python scripts/pages.py [--check] [ROOT]
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from corrob import rulebook
from corrob.cli.inputs import DEFAULT_PACK
from corrob.model.case import Case
from corrob.model.pack import PackDocument
from corrob.model.rule import Statuses
from corrob.reading.schema import reference, schema

VOCABULARIES = {
    "claimreview": "ClaimReview",
    "averitec": "AVeriTeC",
    "airwars": "Airwars",
    "admiralty": "Admiralty digit",
    "stix": "STIX",
}
NONE = "\N{EN DASH}"
PART = re.compile(r"(?<=<!-- statuses: made by `make docs` -->\n).*?(?=<!-- end of statuses -->)", re.DOTALL)


def statuses() -> Statuses:
    """Give the statuses of the default pack."""
    book, faults = rulebook.load(DEFAULT_PACK)
    assert book is not None, faults
    return book.statuses


def table(said: Statuses) -> str:
    """Give the table of statuses: meaning, and words in outside vocabularies, a dash where there is none."""
    return "".join(f"| {' | '.join(cells)} |\n" for cells in _rows(said))


def _rows(said: Statuses) -> Iterator[list[str]]:
    said_in = {name for words in said.words.values() for name in words} - {"meaning"}
    others = sorted(said_in, key=list(VOCABULARIES).index)
    yield ["status", "meaning", *(VOCABULARIES[name] for name in others)]
    yield ["---"] * (len(others) + 2)
    for status, words in said.words.items():
        yield [f"`{status}`", words["meaning"], *(words.get(name, NONE) for name in others)]


def method(page: str) -> str:
    """Give the page on the method with its table of statuses made anew."""
    made, count = PART.subn(lambda _: table(statuses()), page)
    assert count == 1, "the page has no place for the table of statuses"
    return made


PAGES: dict[str, Callable[[str], str]] = {
    "docs/method.md": method,
    "docs/reference/case.md": lambda _: reference(Case),
    "docs/reference/rules.md": lambda _: reference(PackDocument),
    "rules/rules.schema.json": lambda _: json.dumps(schema(PackDocument), indent=2, ensure_ascii=False) + "\n",
}
"""Each page, with what makes it as it should be from what it is."""


def main() -> int:
    """Write what is stale, or name it; give the exit code."""
    check, (root, *_) = "--check" in sys.argv, [*(Path(one) for one in sys.argv[1:] if one != "--check"), Path()]
    stale = 0
    for name, make in PAGES.items():
        path = root / name
        text = path.read_text(encoding="utf-8")
        made = make(text)
        if made != text:
            stale += 1
            print(f"{name}: {'is not as it is made' if check else 'written'}")
            if not check:
                path.write_text(made, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())

"""Writes the pages, and parts of pages, that are made from code and packs; with --check it only names the stale.

Run: make docs, or .venv/bin/python scripts/pages.py [--check] [ROOT]
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import yaml

from corrob import rulebook
from corrob.asking import phrases
from corrob.cli.inputs import DEFAULT_PACK
from corrob.model.case import Case
from corrob.model.fields import CLAIM_FIELDS, OPERATORS, RELATIONS, STRAND_FIELDS, Field
from corrob.model.pack import PackDocument
from corrob.model.rule import Rulebook
from corrob.reading.rule_schema import rule_schema
from corrob.reading.schema import reference

VOCABULARIES = {
    "claimreview": "ClaimReview",
    "averitec": "AVeriTeC",
    "airwars": "Airwars",
    "admiralty": "Admiralty digit",
    "stix": "STIX",
}
NONE = "\N{EN DASH}"
TYPES: dict[str, Callable[[Field], str]] = {
    "flag": lambda _: "yes, no",
    "word": lambda field: ", ".join(f"`{word}`" for word in field.words),
    "text": lambda _: "text",
    "number": lambda _: "a number",
    "date": lambda _: "a date",
    "given": lambda _: "given or not",
}
KINDS = {
    "given": "given or not",
    "flag": "yes or no",
    "text": "text, ids",
    "word": "words",
    "ordered": "words in an order (letters)",
    "number": "numbers",
    "date": "dates",
}
PART = re.compile(r"(<!-- (\w+): made by `make docs` -->\n).*?(?=<!-- end of \2 -->)", re.DOTALL)
Rows = Iterator[list[str]]


def book() -> Rulebook:
    """Give the default pack."""
    loaded, faults = rulebook.load(DEFAULT_PACK)
    assert loaded is not None, faults
    return loaded


def table(rows: Rows) -> str:
    """Give a table; its first row is the head."""
    head, *body = rows
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, ["---"] * len(head), *body))


def statuses() -> Rows:
    """Give the statuses: meaning, and words in outside vocabularies, a dash where there is none."""
    said = book().statuses.words
    others = sorted({name for words in said.values() for name in words} - {"meaning"}, key=list(VOCABULARIES).index)
    yield ["status", "meaning", *(VOCABULARIES[name] for name in others)]
    for status, words in said.items():
        yield [f"`{status}`", words["meaning"], *(words.get(name, NONE) for name in others)]


def fields(of: Mapping[str, Field]) -> Callable[[], Rows]:
    """Give what makes the rows of some fields: meaning, and values."""

    def rows() -> Rows:
        yield ["field", "meaning", "values"]
        for name, field in of.items():
            many = ", of which it may have several" if field.many else ""
            yield [f"`{name}`", field.meaning, TYPES[field.type](field) + many]

    return rows


def operators() -> Rows:
    """Give the comparisons that each type of field allows."""
    yield ["values", "comparisons, beside a plain value and a list"]
    for kind, names in OPERATORS.items():
        yield [KINDS[kind], ", ".join(f"`{name}`" for name in names)]


def relations() -> Rows:
    """Give the relations that `related` follows."""
    yield ["relation", "leads to"]
    yield from ([f"`{name}`", meaning] for name, meaning in RELATIONS.items())


def parameters() -> Rows:
    """Give the parameters of core, as its file has them."""
    said = yaml.safe_load(Path("rules/core/pack.yaml").read_text(encoding="utf-8"))["parameters"]
    for name, one in said.items():
        least, most = one["between"]
        yield [f"`${name}`", f"parameter: {one['value']}, from {least} to {most}", one["title"]]


def brought() -> Rows:
    """Give the parameters, tables and sets of the default pack."""
    yield ["name", "what it is", "meaning"]
    made = book()
    yield from parameters()
    yield from ([f"`{one.sets}`", "table", one.title] for one in made.tables)
    yield ["`bearings`, `seen`", "sets", "all strands after removal, and before it"]
    for one in made.sets:
        yield [f"`{one.name}`", "set", f"of `{one.source}`: {phrases.tests(one.where)}"]


PARTS: dict[str, Callable[[], Rows]] = {
    "statuses": statuses,
    "strand": fields(STRAND_FIELDS),
    "claim": fields(CLAIM_FIELDS),
    "operators": operators,
    "relations": relations,
    "brought": brought,
}
"""The parts of pages that are made, by the name in their marks."""


def parts(page: str) -> str:
    """Give a page with its parts made anew."""
    made, count = PART.subn(lambda found: found[1] + table(PARTS[found[2]]()), page)
    assert count, "the page has no place for a part"
    return made


PAGES: dict[str, Callable[[str], str]] = {
    "docs/method.md": parts,
    "docs/rules.md": parts,
    "docs/reference/case.md": lambda _: reference(Case),
    "docs/reference/rules.md": lambda _: reference(PackDocument),
    "rules/rules.schema.json": lambda _: json.dumps(rule_schema(), indent=2, ensure_ascii=False) + "\n",
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

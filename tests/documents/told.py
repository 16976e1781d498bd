"""Code in the text goes in: commands, options, targets and paths; what of it does not exist comes out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from typer.main import get_command

from commands import ROOT
from corrob.cli import application
from documents.console import recipe
from documents.markdown import Part, anchors, codes, links

FOLDERS = ("benchmarks", "docs", "engine", "fixtures", "rules", "scripts", "tests")
"""What a path in the text may begin with."""


def faults(part: Part) -> list[str]:
    """Give what a paragraph names that is not there: `corrob` commands and options, `make` targets, paths, links."""
    told = [*_commands(part), *_targets(part), *_paths(part), *_links(part)]
    return [f"{part}: {fault}" for fault in told]


def _commands(part: Part) -> Iterator[str]:
    """Check commands, and options that stand alone: they are those of the command named last, or of any."""
    last = ""
    for code in codes(part):
        if code.startswith("corrob "):
            last = code
            yield from command_faults(code)
        elif code.startswith("-"):
            yield from command_faults(f"{last} {code}") if last else _of_any(code)


def _of_any(option: str) -> Iterator[str]:
    name = option.split(maxsplit=1)[0]
    if not any(name in _options(each) for each in _all(_application())):
        yield f"`{option}` is an option of no command"


def command_faults(command: str) -> list[str]:
    """Give what of a `corrob` command does not exist; `a|b` are both meant, words in capitals are placeholders."""
    words = command.split()[1:]
    at, names = _application(), []
    while words and hasattr(at, "commands") and not words[0].startswith("-"):
        names = words.pop(0).split("|")
        missing = [name for name in names if name not in at.commands]
        if missing:
            return [f"`{command}`: there is no command '{name}'" for name in missing]
        at = at.commands[names[0]]
    return [f"`{command}`: {fault}" for fault in _option_faults(at, words)]


def _option_faults(command: Any, words: list[str]) -> Iterator[str]:
    options = _options(command)
    for word, value in zip_longest(words, words[1:], fillvalue=""):
        if word.startswith("-") and word != "-" and word not in options:
            yield f"there is no option '{word}'"
        choices = options.get(word, ())
        yield from (f"'{one}' is no choice" for one in value.split("|") if choices and one and one not in choices)


@cache
def _application() -> Any:
    return get_command(application())


def _options(command: Any) -> dict[str, tuple[str, ...]]:
    """Give the options of a command, each with the words that it takes, where they are listed."""
    found: dict[str, tuple[str, ...]] = {"--help": ()}
    for parameter in command.params:
        words = tuple(getattr(one, "value", one) for one in getattr(parameter.type, "choices", ()))
        found.update(dict.fromkeys(parameter.opts, words))
    return found


def _all(command: Any) -> Iterator[Any]:
    yield command
    for inner in getattr(command, "commands", {}).values():
        yield from _all(inner)


def _targets(part: Part) -> Iterator[str]:
    for code in codes(part):
        program, *words = code.split() or [""]
        targets = [word for word in words if "=" not in word and "…" not in word]
        if program == "make" and targets:
            yield from _recipe_faults(code, targets)


def _recipe_faults(code: str, targets: list[str]) -> Iterator[str]:
    try:
        recipe(*targets)
    except AssertionError as fault:
        yield f"`{code}`: {fault}"


def _paths(part: Part) -> Iterator[str]:
    for code in codes(part):
        first, slash, _ = code.partition("/")
        if slash and first in FOLDERS and " " not in code and not any(ROOT.glob(code.rstrip("/"))):
            yield f"`{code}` is not there"


def _links(part: Part) -> Iterator[str]:
    for link in links(part):
        if "://" not in link:
            yield from _link_faults(part.page, link)


def _link_faults(page: Path, link: str) -> Iterator[str]:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists():
        yield f"the link {link} leads nowhere"
    elif anchor and anchor not in anchors(target):
        yield f"{path or page.name} has no heading #{anchor}"

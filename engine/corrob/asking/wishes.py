"""Fields of a strand with the values wanted go in, the words for such a piece of evidence come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from corrob.asking.pieces import Wanted
from corrob.verifying.wording import text
from corrob.vocabulary import HURT, OPPOSITE


def wish(wanted: Wanted, claim: str, grade: str | None) -> str:
    """Say what is wished for: one more item of a new source, of some grade (`C or better`), that says so on a claim."""
    graded = f", graded {grade}," if grade else ""
    parts = [word for name, say in _WORDS.items() if name in wanted and (word := say(wanted[name]))]
    others = [f"{name.replace('_', ' ')} {text(value)}" for name, value in wanted.items() if name not in _KNOWN]
    stance = wanted["stance"]
    says = f"{stance} {claim}" if stance in OPPOSITE else f"bears on {claim} ({stance})"
    told = f"one more item of a new source{graded} that {says}"
    return " ".join([told, *parts, *others])


def _spoken(word: str) -> str:
    return word.replace("_", " ")


_WORDS: Final[dict[str, Callable[[Any], str]]] = {
    "act": lambda act: f"by {'an' if act[0] in 'aeio' else 'a'} {_spoken(act)}",
    "says": lambda says: "against its own interest" if says == HURT else "and is served by it",
    "disinterested": lambda own: "" if own else "and is served by it",
    "motive": lambda motive: f"(motive: {_spoken(motive)})",
    "decisive": lambda defeater: f"decisively ({_spoken(defeater)})",
    "hedged": lambda hedged: "in hedged words" if hedged else "",
    "adds": lambda work: f"and adds work of its own ({_spoken(text(work))})",
    "first_hand": lambda direct: "first-hand" if direct else "",
    "primary_record": lambda record: "as the record itself" if record else "",
    "with_evidence": lambda evidence: "and carries media" if evidence else "",
    "authenticated": lambda good: "with media of its own that pass all checks" if good else "with media of its own",
    "acquisition": lambda told: f"(how they were obtained: {_spoken(text(told))})" if told else "",
    "modality": lambda form: f"as {_spoken(text(form))}" if form else "",
    "source_kind": lambda kind: f"(source: {_spoken(text(kind))})",
    "quantity_fits": lambda fits: "with a number that fits" if fits else "with a number outside the claim's",
    "generation": lambda made: f"({_spoken(text(made))} media)" if made else "",
}
"""How a wanted field reads, in the order in which they are told."""

_KNOWN: Final = {*_WORDS, "stance", "reliability"}


def counted(texts: Iterable[str]) -> list[str]:
    """Join wishes that are the same: two more items."""
    numbers: dict[str, int] = {}
    for told in texts:
        numbers[told] = numbers.get(told, 0) + 1
    return [_times(told, number) for told, number in numbers.items()]


_PLURALS: Final = {
    " that supports ": " that support ",
    " that refutes ": " that refute ",
    " and adds ": " and add ",
    " that bears on ": " that bear on ",
}
_NUMBERS: Final = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def _times(text: str, number: int) -> str:
    if number == 1:
        return text
    many = text.replace("one more item of a new source", f"{_NUMBERS.get(number, number)} more items of new sources", 1)
    for one, more in _PLURALS.items():
        many = many.replace(one, more)
    return many

"""A problem in a user's file, as a value: what is wrong, where it stands, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A place in a file: 1-based line and column, and for JSONL the path inside the line's document."""

    file: str
    line: int = 1
    column: int = 1
    path: str = ""

    def __str__(self) -> str:
        """Give `file:line:column`, as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(Struct, frozen=True, order=True):
    """One problem: its place, its stable code (a key of `corrob.codes.CODES`), the sentence, and a hint or ''."""

    span: Span
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Give the one line that people and editors read."""
        where = f" (at {self.span.path})" if self.span.path else ""
        hint = f" [{self.hint}]" if self.hint else ""
        return _shown(f"{self.span}: {self.code} {self.message}{where}{hint}")


def _shown(text: str) -> str:
    """Write what cannot be seen as an escape, so that no file ends a line or speaks to the terminal."""
    return text if text.isprintable() else "".join(one if one.isprintable() else _escape(one) for one in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()


_LONGEST_WORD: Final = 100
"""What is longer is no slip of the pen."""

_MOST_WORDS: Final = 10_000
"""Among more it takes too long to look."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give the hint `did you mean 'x'?`, or '' where nothing known is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - loaded only once something is wrong

    choice = sorted(known)
    if len(word) > _LONGEST_WORD or len(choice) > _MOST_WORDS:
        return ""
    near = get_close_matches(word, choice, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""

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
    """One problem: its place, its stable code (a key of `CODES`), the sentence, and a hint or ''."""

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


CODES: dict[str, str] = {
    # text that is not a document
    "Y001": "The file cannot be read",
    "Y002": "The bytes are not UTF-8 text",
    "Y003": "The text is not well-formed YAML or JSON",
    "Y004": "A feature of YAML that the formats leave out (tag, anchor, alias, merge key, second document)",
    "Y005": "The document is nested too deeply",
    "Y006": "A key stands twice in one mapping",
    "Y007": "The document is empty",
    "Y008": "A document of more than 128 MiB or, where it is YAML or faulty JSON, of more than 1,000,000 values",
    # values that do not fit their field
    "F001": "An unknown key",
    "F002": "A required key is missing",
    "F003": "A value of the wrong shape (text, list or mapping)",
    "F004": "A word that the field does not know",
    "F005": "Not a number where a number is asked for, or one outside its bounds",
    "F006": "Not true or false",
    "F007": "A date that cannot be read or does not exist",
    "F008": "An interval that ends before it begins",
    "F009": "A value that is left empty",
    "F010": "Text that does not have the form asked for",
    "F011": "Fields that do not go together",
    "F012": "The document is neither a case nor a register",
    # ids and relations of a case
    "R001": "An id that nothing in the case has",
    "R002": "An id that is given twice",
    "R003": "Sources that control each other in a circle",
    "R004": "An edge for a claim that its item does not bear on",
    "R005": "A relation of a thing to itself",
    "R006": "Claims that negate, supersede or resolve each other in a circle",
    "R007": "A case id that is used twice in the dataset",
    "R008": "An id that names another kind of thing than is asked for",
    # rule packs
    "P001": "A pack that cannot be found",
    "P002": "A version that is not in the range asked for, or cannot be read",
    "P003": "Packs that build on each other in a circle",
    "P004": "A field that rules cannot test",
    "P005": "A test that the field's values do not allow",
    "P006": "A name that the pack does not define",
    "P007": "A name that is defined twice",
    "P008": "A change of something that is not there, or that changes nothing",
    "P009": "A rule without exactly one effect, or a need without exactly one key",
    "P010": "Rules, sets or tables that need each other in a circle",
    "P011": "A parameter outside its range",
    "P012": "A placeholder that the rule cannot fill",
    "P013": "A status that the pack does not define",
    "P014": "A table that does not end with a row without `when`",
    "P015": "A need that can never hold",
    "P016": "A pack that lacks something that judging needs",
    "P017": "A pack that is not as its lock holds it",
}
"""Every stable code with what it says in general; a code, once given, keeps its meaning."""


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

"""Every stable code of a diagnostic, with its page; a code, once given, keeps its meaning."""

from __future__ import annotations

from typing import Final

from corrob.codes import checks, packs, references, text, values
from corrob.codes.code import Code

CODES: Final[dict[str, Code]] = text.CODES | values.CODES | references.CODES | packs.CODES | checks.CODES
"""Each code with its page; a new one is one entry in the file of its letter."""

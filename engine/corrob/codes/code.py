"""What a diagnostic's code means, as a value."""

from __future__ import annotations

from msgspec import Struct


class Code(Struct, frozen=True, kw_only=True):
    """A code's page: what it says in general, what that means, an example, and what to do.

    `example` holds little files by name, and `told` is the line that Corrob prints of them; both are empty where no
    file is small enough to show.
    """

    title: str
    meaning: str
    example: dict[str, str] = {}
    told: str = ""
    remedy: str

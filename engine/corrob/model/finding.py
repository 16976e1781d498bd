"""What examining a pack finds wrong: a diagnostic, and a case that shows it when it is judged."""

from __future__ import annotations

from msgspec import Struct

from corrob.diagnostics import Diagnostic
from corrob.model.case import Case


class Finding(Struct, frozen=True):
    """One thing that is wrong, or worth a remark, about a pack that can be read.

    `example` shows it when it is judged as of `as_of`: `shown` says in a sentence what is then to be seen. Some
    findings have none, since there is nothing that could show them (a set that nothing uses).
    """

    diagnostic: Diagnostic
    example: Case | None = None
    as_of: str | None = None
    shown: str = ""


class Examined(Struct, frozen=True):
    """What an examination came to: its findings, and the bounds within which it searched."""

    pack: str
    findings: tuple[Finding, ...]
    remarks: tuple[Finding, ...] = ()
    settings: int = 0
    kinds: int = 0
    items: int = 0
    tried: int = 0
    unread: int = 0

"""Rules are read from little packs."""

from __future__ import annotations

from rulebook.conftest import shelf

__all__ = ["shelf"]

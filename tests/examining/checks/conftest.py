"""Packs are written into a folder of their own."""

from __future__ import annotations

from rulebook.conftest import shelf

__all__ = ["shelf"]

"""The folder of packs that every test of this folder writes into."""

from __future__ import annotations

from rulebook.conftest import shelf

__all__ = ["shelf"]

"""Journeys use the command itself."""

from __future__ import annotations

from commands import corrob, interruptible

__all__ = ["corrob", "interruptible"]

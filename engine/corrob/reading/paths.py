"""A path goes in; what stands there comes out, and never an error where nobody can look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def seen(look: Callable[[], bool]) -> bool:
    """Give what a look at a path gives; False for a path that is too long, or in a folder that is closed."""
    try:
        return look()
    except (OSError, ValueError):
        return False


def resolved(path: Path) -> Path:
    """Give a path without links; as it is where the links lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def stands(path: Path) -> bool:
    """Tell whether something has this name, be it a link that leads nowhere."""
    return seen(path.is_symlink) or seen(path.exists)


def shown(path: Path) -> str:
    """Give a path as places tell it: from the working folder on, where it lies below that."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()

"""Prints what Corrob needs besides durable-rules: its dependencies and those of the extras named, one a line."""

import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
wanted = [*project["dependencies"], *(one for extra in sys.argv[1:] for one in project["optional-dependencies"][extra])]
sys.stdout.write("".join(f"{one}\n" for one in wanted if not one.startswith("durable-rules")))

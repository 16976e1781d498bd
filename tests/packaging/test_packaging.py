"""What is built holds what it should, and, installed elsewhere, judges as the checkout does.

The installed command runs from another folder, with a home of its own, on a case outside the checkout. In every run it
stands on the libraries of the environment of these tests. Where they come from the registry, into an environment with
nothing else, durable-rules may be compiled: pip keeps what was compiled once.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from commands import ROOT
from corrob.verifying.decide import durable_available

SERGEEVKA = ROOT / "fixtures" / "dprk-sergeevka-2024" / "case.yaml"
COMMANDS = (
    ("verify", "case.yaml", "--format", "jsonl"),
    ("verify", "case.yaml", "--as-of", "2024-10-26"),
    ("explain", "case.yaml", "C9", "--rules", "newsroom", "--format", "json"),
    ("timeline", "case.yaml"),
)
REMOVED = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "XDG_CACHE_HOME", "CORROB_LAWS")
Contents = dict[str, bytes]
Printed = dict[str, str]


def done(command: list[str], cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in REMOVED}
    return subprocess.run(
        command, cwd=cwd, env={**kept, **env}, capture_output=True, text=True, check=False, timeout=600
    )


def good(command: list[str], cwd: Path, **env: str) -> str:
    run = done(command, cwd, **env)
    assert run.returncode == 0, f"{command}\n{run.stdout}\n{run.stderr}"
    return run.stdout


def build(source: Path, target: Path, *kinds: str) -> Path:
    """Build with the build backend that `pyproject.toml` names."""
    good([sys.executable, "-m", "hatchling", "build", "-d", str(target), *kinds], source)
    return target


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def sdist(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that the source distribution unpacks to."""
    (path,) = built.glob("*.tar.gz")
    target = tmp_path_factory.mktemp("sdist")
    with tarfile.open(path) as archive:
        archive.extractall(target, filter="data")
    (folder,) = target.iterdir()
    return folder


def contents(wheel: Path) -> Contents:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in sorted(archive.namelist())}


def files(folder: Path, below: str, *endings: str) -> Contents:
    found = (path for path in folder.rglob("*") if path.name.endswith(endings) and "__pycache__" not in path.parts)
    return {f"{below}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}


def test_the_wheel_holds_the_code_the_packs_and_the_licence_and_nothing_else(wheel: Path) -> None:
    held = contents(wheel)
    code = files(ROOT / "engine" / "corrob", "corrob", ".py", "py.typed")
    packs = files(ROOT / "rules", "corrob/packs", ".yaml", ".json")
    info = {name: held[name] for name in held if ".dist-info/" in name}
    assert held == {**code, **packs, **info}
    assert {"corrob/py.typed", "corrob/packs/core/pack.yaml"} <= set(held)
    licence = [value for name, value in info.items() if name.endswith("/licenses/LICENSE")]
    assert licence == [(ROOT / "LICENSE").read_bytes()]


def test_the_wheel_says_what_it_needs_and_which_command_it_brings(wheel: Path) -> None:
    info = {name.rpartition("/")[2]: value.decode() for name, value in contents(wheel).items() if ".dist-info/" in name}
    assert "corrob = corrob.cli:main" in info["entry_points.txt"]
    told = info["METADATA"].splitlines()
    assert "Requires-Python: >=3.11" in told
    assert "Requires-Dist: durable-rules==2.0.28; python_version < '3.13'" in told
    assert "License-Expression: MIT" in told


def test_the_source_distribution_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    (again,) = build(sdist, tmp_path, "-t", "wheel").glob("*.whl")
    assert again.name == wheel.name
    assert contents(again) == contents(wheel)


def test_the_source_distribution_holds_the_tests_the_fixtures_and_the_documents(sdist: Path) -> None:
    for name in (
        "tests/commands.py",
        "fixtures/dprk-sergeevka-2024/case.yaml",
        "docs/semantics.md",
        "Makefile",
        "LICENSE",
    ):
        assert (sdist / name).read_bytes() == (ROOT / name).read_bytes(), name


def installed_beside(wheel: Path, folder: Path) -> Path:
    """Install the wheel alone, and put the libraries that are here, but not the checkout, within its reach."""
    good([sys.executable, "-m", "venv", "--without-pip", str(folder)], folder.parent)
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet", "--no-deps", "--no-index"]
    good([*pip, str(wheel)], folder.parent)
    within = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    libraries = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (within / "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")
    return folder / "bin"


@pytest.fixture(scope="session")
def beside(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed_beside(wheel, tmp_path_factory.mktemp("beside") / "env")


@pytest.fixture(scope="session")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel with all that it needs in an environment that holds nothing else."""
    if sys.version_info < (3, 13) and not durable_available():
        pytest.skip("NOT TRIED: installing durable-rules from the registry, since it could not be built here")
    folder = tmp_path_factory.mktemp("clean")
    good([sys.executable, "-m", "venv", str(folder / "env")], folder)
    pip = [str(folder / "env" / "bin" / "python"), "-m", "pip", "--quiet"]
    asked = done([*pip, "download", "--no-deps", "--dest", str(folder), "packaging>=24"], folder)
    if asked.returncode:
        pytest.skip(f"NOT TRIED: the package registry cannot be reached: {asked.stderr.strip()[-300:]}")
    good([*pip, "install", str(wheel)], folder)
    return folder / "env" / "bin"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Give a folder outside the checkout that holds a case."""
    (tmp_path / "case.yaml").write_bytes(SERGEEVKA.read_bytes())
    return tmp_path


def printed(command: list[str], packs: Path, folder: Path) -> Printed:
    """Give what each command prints, in a home where nothing is remembered; where the packs stand is left out."""
    home = folder / hashlib.sha256(command[0].encode()).hexdigest()[:8]
    env = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    texts = {" ".join(each): good([*command, *each], folder, **env) for each in COMMANDS}
    return {asked: text.replace(str(packs), "PACKS") for asked, text in texts.items()}


def packs_of(binaries: Path) -> Path:
    """Give where an installed command has its packs, which is not the checkout."""
    asked = "import corrob, sys; sys.stdout.write(corrob.__file__)"
    place = Path(good([str(binaries / "python"), "-c", asked], binaries.parent))
    assert place.is_relative_to(binaries.parent)
    return place.parent / "packs"


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Give what each command prints in this checkout."""
    folder = tmp_path_factory.mktemp("checkout")
    (folder / "case.yaml").write_bytes(SERGEEVKA.read_bytes())
    return printed([sys.executable, "-m", "corrob"], ROOT / "rules", folder)


def printed_by(binaries: Path, folder: Path) -> Printed:
    return printed([str(binaries / "corrob")], packs_of(binaries), folder)


def test_installed_beside_the_libraries_that_are_here_it_judges_as_the_checkout_does(
    beside: Path, elsewhere: Path, checkout: Printed
) -> None:
    assert printed_by(beside, elsewhere) == checkout


def test_installed_from_the_registry_with_nothing_else_it_judges_as_the_checkout_does(
    clean: Path, elsewhere: Path, checkout: Printed
) -> None:
    assert printed_by(clean, elsewhere) == checkout


@pytest.mark.parametrize("asked", ["rules check", "rules test", "schema case", "new case"])
def test_the_installed_command_brings_its_packs_and_all_its_commands(beside: Path, tmp_path: Path, asked: str) -> None:
    good([str(beside / "corrob"), *asked.split()], tmp_path, HOME=str(tmp_path))


def test_an_installed_pack_that_is_another_would_be_noticed(wheel: Path, elsewhere: Path, checkout: Printed) -> None:
    binaries = installed_beside(wheel, elsewhere / "env")
    pack = packs_of(binaries) / "core" / "pack.yaml"
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace("min_origins: {value: 2", "min_origins: {value: 5"), encoding="utf-8")
    assert printed_by(binaries, elsewhere) != checkout

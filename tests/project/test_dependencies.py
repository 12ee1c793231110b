"""What the program imports is what it says it needs; and each of it has its reasons."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

#: Not imported: `zoneinfo` reads it where the system has no time zones, and `check` its countries.
from tests.support.paths import REPO

DATA = {"tzdata"}


def declared() -> set[str]:
    """The packages that are installed with the program."""
    project = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["project"]
    return {re.split(r"[<>=~!;\[ ]", line)[0] for line in project["dependencies"]}


def imported() -> set[str]:
    """The packages that any module imports, wherever in it that stands."""
    found = {name for path in (REPO / "journal").rglob("*.py") for name in _modules(path)}
    outside = found - sys.stdlib_module_names - {"journal"}
    packages = packages_distributions()
    return {package.casefold() for name in outside for package in set(packages[name])}


def _modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    assert imported() == declared() - DATA


def test_every_library_has_its_reasons_in_the_table() -> None:
    table = (REPO / "CONTRIBUTING.md").read_text("utf-8")
    assert [name for name in sorted(declared()) if f"\n| {name} | " not in table] == []


def test_every_library_is_pinned_by_its_hash_and_no_address_is_named() -> None:
    for name in ("run", "dev"):
        pins = (REPO / "requirements" / f"{name}.txt").read_text("utf-8")
        pinned = set(re.findall(r"^([\w.-]+)==\S+ (?:; .*)?\\$", pins, re.M))
        assert declared() <= pinned
        assert len(re.findall(r"^\S+==", pins, re.M)) == len(pinned)
        assert pins.count("--hash=sha256:") >= len(pinned)
        assert "://" not in pins

"""The documents for who reads the code name rooms, modules and functions that there are."""

import importlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.file_names import CACHE_FOLDER
from journal.reading.cache_file import FILE_NAME
from tests.support.paths import REPO

ARCHITECTURE = REPO / "docs/architecture.md"
DOCUMENTS = (ARCHITECTURE, REPO / "CONTRIBUTING.md", REPO / "docs/templates.md")
#: Where a file may lie that is named without its folder.
FOLDERS = (REPO, REPO / "journal", REPO / "templates")
#: `reading.scan`, `library.opening.open_journal`, `Site.page(address)`, `site/charts/`
NAME = re.compile(r"`([A-Za-z_]\w*(?:\.\w+)+)(?:\([^`]*\))?`")
FILE = re.compile(r"`([\w.-]+(?:/[\w.-]+)*/?)`")


def names(document: Path) -> Iterator[str]:
    """Yield what a document names with a dot or a slash in it, outside of blocks of code."""
    prose = re.sub(r"^```.*?^```", "", document.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for pattern in (NAME, FILE):
        yield from (name for name in pattern.findall(prose) if "." in name or "/" in name)


def is_file(name: str) -> bool:
    """Whether a file or folder of the repository has that name, or the file that is made of it."""
    if name == f"{CACHE_FOLDER}/{FILE_NAME}":
        return True
    return any((folder / name).exists() for folder in FOLDERS)


def is_defined(name: str) -> bool:
    """Whether a module of the package has that name, or something that is in one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(["journal", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part, None)
        return found is not None
    return False


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_names_is_there(document: Path) -> None:
    unknown = {name for name in names(document) if not is_file(name) and not is_defined(name)}
    assert unknown == set()


def layers(name: str) -> list[set[str]]:
    """Return the rooms of each layer in `pyproject.toml`, the lowest layer first."""
    tool = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["tool"]
    contracts = tool["importlinter"]["contracts"]
    (found,) = [each["layers"] for each in contracts if each.get("containers") == [name]]
    return [set(re.findall(r"\w+", layer)) for layer in reversed(found)]


@pytest.mark.parametrize(
    ("heading", "container"), [("Rooms", "journal"), ("The site", "journal.site")]
)
def test_the_tables_of_layers_are_those_that_the_imports_are_held_to(
    heading: str, container: str
) -> None:
    text = ARCHITECTURE.read_text("utf-8")
    section = re.split(rf"^## {heading}\n", text, flags=re.MULTILINE)[1].partition("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]+`) \|", section, re.MULTILINE)
    assert [set(re.findall(r"\w+", row)) for row in rows] == [
        rooms for rooms in layers(container) if rooms != {"__main__"}
    ]

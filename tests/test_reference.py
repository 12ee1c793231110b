"""The docs say what the program does."""

from pathlib import Path

from journal.findings import CODES
from journal.notes.kinds import KINDS
from journal.reference import json_schema, obsidian_types, with_reasons, write_reference
from tests.support.paths import REPO

DOCS = REPO / "docs"


def test_the_references_are_those_that_make_docs_writes(tmp_path: Path) -> None:
    write_reference(tmp_path)
    all_made = sorted(tmp_path.iterdir())
    assert len(all_made) > 3
    for made in all_made:
        written = (DOCS / made.name).read_text(encoding="utf-8")
        assert made.read_text(encoding="utf-8") == written, f"run `make docs` for {made.name}"


def test_the_reasons_in_the_docs_are_those_of_the_program() -> None:
    text = (DOCS / "advice.md").read_text(encoding="utf-8")
    assert with_reasons(text) == text, "run `make docs`"


def test_the_key_reference_names_every_key() -> None:
    text = (DOCS / "keys.md").read_text(encoding="utf-8")
    assert all(f"`{key}`" in text for kind in KINDS.values() for key in kind.keys)


def test_every_finding_is_explained() -> None:
    text = (DOCS / "findings.md").read_text(encoding="utf-8")
    assert all(f"| {code} |" in text for code in CODES)


def test_the_schema_and_obsidian_know_every_key() -> None:
    schema, types = json_schema(), obsidian_types()["types"]
    for kind in KINDS.values():
        assert set(schema["$defs"][kind.folder]["properties"]) == set(kind.keys)
        assert set(kind.keys) <= set(types)

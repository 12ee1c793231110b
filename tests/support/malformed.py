"""Broken notes by the table: all of one table in one journal, checked by the real command."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.command import run
from tests.support.journal import Writer

START = "---\nsince: 2015\n---\n"
PEOPLE = {"mentors/ada": "---\nsince: 2020\n---\n", "mentors/bo": "---\nsince: 2020\n---\n"}

Found = tuple[int, int, str]


class Case(NamedTuple):
    """One note, and what is found in it: (line, column, code), in order."""

    folder: str
    text: str | bytes
    found: list[Found]


Cases = dict[str, Case]


def _note(folder: str, lines: str, found: tuple[Found, ...]) -> Case:
    return Case(folder, f"---\n{lines}\n---\ntext\n", [*found])


def person(lines: str, *found: Found, folder: str = "mentors") -> Case:
    """Somebody known since 2015; `lines` begin on line 3, as in most others here."""
    return _note(folder, f"since: 2015\n{lines}", found)


def touchpoint(lines: str, *found: Found) -> Case:
    """A touchpoint whose first two keys are fine; `lines` begin on line 4."""
    return _note("touchpoints", f"people: ada\nchannel: email\n{lines}", found)


def trip(lines: str, *found: Found) -> Case:
    """A trip whose first two keys are fine; `lines` begin on line 4."""
    return _note("trips", f"city: Rome\nstart: 2026-07-01\n{lines}", found)


def news(lines: str, *found: Found) -> Case:
    return _note("news", f"kind: award\n{lines}", found)


def opportunity(lines: str, *found: Found) -> Case:
    return _note("opportunities", f"kind: grant\n{lines}", found)


def goal(lines: str, *found: Found) -> Case:
    return _note("goals", f"kind: job\n{lines}", found)


def lesson(lines: str, *found: Found) -> Case:
    return _note("lessons", f"aspect: behave\n{lines}", found)


def body(text: str, *found: Found) -> Case:
    """A person's note with this text, which begins on line 4."""
    return Case("mentors", f"{START}{text}\n", [*found])


def whole(text: str | bytes, *found: Found, folder: str = "mentors") -> Case:
    """A file to the letter."""
    return Case(folder, text, [*found])


class Checked(NamedTuple):
    """What a check of all notes of a table said."""

    found: dict[str, list[Found]]
    texts: list[str]
    #: of the good notes beside them
    others: list[str]
    error: str
    unchanged: bool


def _check_all(root: Path, cases: Cases) -> Checked:
    """Write all notes of a table into one journal, and check it; only what reading finds counts."""
    stems = {name: f"{case.folder}/2026-05-01 {name}" for name, case in cases.items()}
    notes = Writer(root)
    notes.write({**PEOPLE, **{stems[name]: case.text for name, case in cases.items()}})
    files = {path: path.read_bytes() for path in root.rglob("*.md")}
    done = run(root, "check", "--format", "json")
    all_found = [f for f in json.loads(done.out) if f["code"][0] in "FM" or f["code"] == "S01"]
    names = {f"content/{stem}.md": name for name, stem in stems.items()}
    found: dict[str, list[Found]] = {name: [] for name in cases}
    for finding in all_found:
        if name := names.get(finding["path"]):
            found[name].append((finding["line"], finding["column"], finding["code"]))
    return Checked(
        found,
        [f["message"] + f["hint"] for f in all_found],
        [f["path"] for f in all_found if f["path"] not in names],
        done.err,
        all(path.read_bytes() == raw for path, raw in files.items()),
    )


def _assert_harmless(checked: Checked) -> None:
    """Nothing but findings came of the table: no traceback, no other note touched or blamed."""
    assert checked.error == ""
    assert checked.others == []
    assert checked.unchanged
    # five lines of a terminal, however long what was written is
    assert all(text.isprintable() and len(text) <= 5 * 80 for text in checked.texts)


@pytest.fixture(scope="module")
def checked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """What a check said of all notes of a module's table, `CASES`; together they cost no other."""
    found = _check_all(tmp_path_factory.mktemp("journal"), request.module.CASES)
    _assert_harmless(found)
    return found

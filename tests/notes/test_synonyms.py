"""Keys said otherwise: understood, and never counted twice."""

import pytest

from journal.frontmatter import read_document
from journal.notes.kinds import FOLDERS, KEY_NAMES
from journal.notes.parsing import Parsed, parse_note


def parsed(folder: str, *lines: str) -> Parsed:
    text = "\n".join(("---", *lines, "---", ""))
    return parse_note(f"{folder}/2026-05-01 x", read_document(text.encode(), KEY_NAMES))


SYNONYMS = [
    (folder, said, name) for folder, kind in FOLDERS.items() for said, name in kind.synonyms.items()
]


def test_the_synonyms_of_the_format_are_there() -> None:
    assert {(said, name) for folder, said, name in SYNONYMS if folder == "mentors"} == {
        ("name", "title"), ("role", "roles"), ("company", "org"), ("location", "city"),
        ("last_contacted", "last_contact"), ("timezone", "tz"), ("alias", "aliases"),
        ("tag", "tags"),
    }  # fmt: skip
    of_touchpoints = {(said, name) for folder, said, name in SYNONYMS if folder == "touchpoints"}
    assert {("with", "people"), ("follow_up", "followup_on")} <= of_touchpoints


@pytest.mark.parametrize(("folder", "said", "name"), SYNONYMS)
@pytest.mark.parametrize("spelling", [str, str.upper, lambda name: name.replace("_", "-")])
def test_a_key_and_its_synonym_in_one_note_are_one_key_twice(
    folder: str, said: str, name: str, spelling: object
) -> None:
    assert callable(spelling)
    value = "mentor" if name == "roles" else "2020-01-01"
    found = parsed(folder, f"{name}: {value}", f"{spelling(said)}: {value}").mistakes
    assert "F02" in [mistake.code for mistake in found]


def test_a_role_that_is_none_of_ours_is_a_job() -> None:
    note = parsed("mentors", "role: Professor of Physics").note
    assert note is not None
    assert (note.job_title, note.roles) == ("Professor of Physics", ("mentor",))  # type: ignore[union-attr]


@pytest.mark.parametrize("role", ["sponsor", "Sponsor", "[sponsor]", "[sponsor, peer]"])
def test_a_role_of_ours_is_one(role: str) -> None:
    note = parsed("mentors", f"role: {role}").note
    assert note is not None
    assert "sponsor" in note.roles  # type: ignore[union-attr]
    assert note.job_title == ""  # type: ignore[union-attr]


def test_a_role_of_ours_misspelt_is_named() -> None:
    found = parsed("mentors", "role: mentr").mistakes
    assert [mistake.code for mistake in found] == ["F04"]


def test_roles_with_other_words_are_named() -> None:
    found = parsed("mentors", "roles: Professor").mistakes
    assert [mistake.code for mistake in found] == ["F04"]


def test_a_job_and_a_role_that_is_one_are_the_job_twice() -> None:
    found = parsed("mentors", "job_title: Head", "role: Professor").mistakes
    assert [(mistake.code, mistake.line) for mistake in found] == [("F02", 3)]
    assert "`role`" in found[0].message


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("places: London", [(2, 9, "F03")]),
        ("places: 2016", [(2, 9, "F03")]),
        ("places: 2016 London, 2020 Lisbon", [(2, 9, "F03")]),
        ("places:\n  - 2016 London\n  - Lisbon", [(4, 5, "F03")]),
        ("places: 2016 London", []),
        ("jobs: 2016-05-01 Professor, since 2014 at IBM", []),
        ("jobs:\n  - 2016: IBM", []),
    ],
)
def test_a_line_of_the_past_begins_with_its_date(
    line: str, found: list[tuple[int, int, str]]
) -> None:
    mistakes = parsed("mentors", line).mistakes
    assert [(mistake.line, mistake.column, mistake.code) for mistake in mistakes] == found

"""Names for new notes say the title, are free, and can be kept on every system."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.writing import NotWritten, create_note, free_note_id, safe_stem


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Amara Okoye", "Amara Okoye"),
        ("Zoe\u0308 Müller", "Zoë Müller"),
        ("Re: AC/DC — what now?", "Re AC DC — what now"),
        ("[[Amara]] <b>|#^*\\", "Amara b"),
        ("  ...hidden_ . ", "hidden_"),
        ("_draft", "draft"),
        ("two\nlines\tand\0more", "two lines and more"),
        ("\u202egpj.exe", "gpj.exe"),
        ("🙂 quick note", "🙂 quick note"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("Kinder\u00adgarten", "Kindergarten"),
        ("森田\u3000健二", "森田 健二"),
        ("CON", "Note CON"),
        ("nul.txt", "Note nul.txt"),
        ("com1", "Note com1"),
        ("Conference", "Conference"),
        ("", "Untitled"),
        ("???", "Untitled"),
        ("..", "Untitled"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, stem: str) -> None:
    assert safe_stem(title) == stem


@given(st.text())
def test_any_title_gives_a_name_that_can_be_kept(title: str) -> None:
    stem = safe_stem(title)
    assert stem
    assert stem.replace("\u200c", "").replace("\u200d", "").isprintable()
    assert not set(stem) & set('<>:"/\\|?*#^[]')
    assert stem[0] not in "._ "
    assert stem[-1] not in ". "
    assert len(stem.encode()) <= 120
    assert unicodedata.is_normalized("NFC", stem)
    assert safe_stem(stem) == stem


@given(st.text(alphabet="aé日🙂 .", min_size=40, max_size=300))
def test_a_long_title_is_cut_between_characters(title: str) -> None:
    stem = safe_stem(title)
    assert " ".join(title.split()).lstrip(". ").startswith(stem) or stem == "Untitled"


def test_a_name_that_is_free_is_taken_as_it_is(tmp_path: Path) -> None:
    assert free_note_id(tmp_path, "mentors", "amara-okoye") == "mentors/amara-okoye"


def test_names_that_are_taken_are_counted_on(tmp_path: Path) -> None:
    day = "2025-03-14 Amara"
    for expected in (day, f"{day} 2", f"{day} 3"):
        note_id = free_note_id(tmp_path, "touchpoints/2025", day)
        assert note_id == f"touchpoints/2025/{expected}"
        create_note(tmp_path, note_id, "")


@pytest.mark.parametrize(
    ("there", "stem"), [("ADA.md", "ada"), ("Zoe\u0308.md", "Zoë"), ("ada.MD", "Ada")]
)
def test_a_name_counts_as_taken_whatever_its_case_and_composition(
    tmp_path: Path, there: str, stem: str
) -> None:
    (tmp_path / "mentors").mkdir()
    (tmp_path / "mentors" / there).touch()
    assert free_note_id(tmp_path, "mentors", stem) == f"mentors/{stem} 2"


def test_a_picture_of_the_same_name_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "mentors").mkdir()
    (tmp_path / "mentors/amara.png").touch()
    assert free_note_id(tmp_path, "mentors", "amara") == "mentors/amara"


@pytest.mark.parametrize("folder", ["..", "/etc", "mentors/..", ".git", ""])
def test_a_folder_outside_the_notes_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(NotWritten):
        free_note_id(tmp_path, folder, "amara")

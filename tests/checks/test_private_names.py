"""Public pages that name a private note."""

import unicodedata

import pytest

from journal.checks import private_names_shown
from journal.library.opening import open_journal
from journal.reading.folder import ReadOptions
from tests.support.findings import note, person
from tests.support.journal import TODAY, Writer

ZARA = {"mentors/zara-quill": person("private: true"), "mentors/p": person()}


def shown(notes: Writer) -> list[tuple[str, int, int]]:
    opened = open_journal(notes.root, lambda _: TODAY, ReadOptions(bodies=True))
    found = private_names_shown(opened.journal, notes.root, opened.bodies)
    return [(f.path.removeprefix("content/"), f.line, f.column) for f in found]


def wrote(notes: Writer, text: str, name: str = "lessons/l") -> list[tuple[str, int, int]]:
    return shown(notes.write(ZARA | {name: text}))


def test_a_name_in_the_text_is_named_where_it_stands(notes: Writer) -> None:
    text = note("aspect: support", body="\nAs zara quill says.\nZara Quill again.")
    assert wrote(notes, text) == [("lessons/l.md", 5, 4)]


@pytest.mark.parametrize(
    ("line", "column"),
    [("title: Zara Quill’s way", 8), ("boat: The Zara Quill", 11), ("tags: [a, Zara Quill]", 11)],
)
def test_a_name_in_a_key_is_named_there(notes: Writer, line: str, column: int) -> None:
    assert wrote(notes, note("aspect: support", line)) == [("lessons/l.md", 3, column)]


def test_a_name_that_became_the_title_is_named_at_the_top(notes: Writer) -> None:
    assert wrote(notes, "Nothing.", "lessons/What Zara Quill did") == [
        ("lessons/What Zara Quill did.md", 1, 1)
    ]


def test_an_alias_is_a_name(notes: Writer) -> None:
    notes.write({"mentors/zara-quill": person("private: true", "aliases: Zazie")})
    notes.write({"lessons/l": "Thank you, Zazie!"})
    assert shown(notes) == [("lessons/l.md", 1, 12)]


@pytest.mark.parametrize(
    "text",
    [
        "%%Zara Quill%% said",
        "[[Zara Quill]] said",
        "[[zara-quill|Zara Quill]] said",
        "[Zara Quill](../mentors/zara-quill.md) said",
        "- [ ] ask [[zara quill]]",
        "# On [[zara quill|Zara Quill]]",
        "---\ntitle: With [[zara-quill|Zara Quill]]\nboat: '[[Zara Quill]]'\n---\n",
        "Zara Quillow said",
        "---\nfrom: [Zara Quill, p]\n---\n",
        "---\n# Zara Quill\naspect: support\n---\n",
    ],
)
def test_what_the_page_does_not_show_is_fine(notes: Writer, text: str) -> None:
    assert wrote(notes, text) == []


def test_a_link_in_code_is_left_out_too_and_words_in_code_are_not(notes: Writer) -> None:
    assert wrote(notes, "`[[Zara Quill]]` and `Zara Quill`") == [("lessons/l.md", 1, 23)]


def test_pages_that_are_not_built_show_nothing(notes: Writer) -> None:
    notes.write(ZARA)
    notes.write({
        "lessons/a": note("private: true", body="Zara Quill"),
        "lessons/b": note("draft: true", body="Zara Quill"),
        "lessons/c": note("from: zara-quill", body="Zara Quill"),
    })  # fmt: skip
    assert shown(notes) == []


def test_two_private_notes_on_one_page_are_two_findings(notes: Writer) -> None:
    notes.write({"people/obi": note("private: true", "title: Obi Two")})
    assert wrote(notes, "Zara Quill and Obi Two, and Obi Two") == [
        ("lessons/l.md", 1, 1),
        ("lessons/l.md", 1, 16),
    ]


def test_words_that_say_nothing_are_no_names(notes: Writer) -> None:
    private = note("people: p", "channel: call", "private: true")
    notes.write({
        "mentors/p": person(),
        "touchpoints/2026-06-01 call": private,
        "touchpoints/2026-06-02": private,
        "touchpoints/2026-06-03 al": private,
        "touchpoints/2026-06-04 P": private,
        "lessons/l": "A call on 2026-06-02 with al and P.",
    })  # fmt: skip
    assert shown(notes) == []


def test_a_name_that_a_public_note_has_as_well_gives_nobody_away(notes: Writer) -> None:
    notes.write({"people/quill": note("title: Zara Quill")})
    assert wrote(notes, "Zara Quill") == []


def test_scripts_without_spaces_are_looked_through(notes: Writer) -> None:
    notes.write({"mentors/y": person("private: true", "title: 山田太郎")})
    assert shown(notes.write({"lessons/l": "昨日山田太郎さんに会った"})) == [("lessons/l.md", 1, 3)]


def test_composed_and_decomposed_letters_are_one(notes: Writer) -> None:
    notes.write({"mentors/z": person("private: true", "title: Zoë Núñez")})
    decomposed = unicodedata.normalize("NFD", "Zoë Núñez")
    notes.write({f"lessons/{unicodedata.normalize('NFD', 'é')}": decomposed})
    assert shown(notes) == [("lessons/é.md", 1, 1)]


def test_a_note_that_is_gone_by_now_says_nothing(notes: Writer) -> None:
    notes.write(ZARA | {"lessons/l": "Zara Quill"})
    opened = open_journal(notes.root, lambda _: TODAY, ReadOptions(bodies=True))
    (notes.root / "content/lessons/l.md").unlink()
    assert list(private_names_shown(opened.journal, notes.root, opened.bodies)) == []

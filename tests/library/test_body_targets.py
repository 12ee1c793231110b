"""What a text leads to: headings, blocks and files, and what is said of what is not there."""

import pytest

from journal.library.attached_files import AttachedFiles
from journal.notes.identity import note_anchor
from tests.support.findings import messages, note
from tests.support.journal import Writer
from tests.support.site import page, site_of

PAPER = note(
    body="# Paper\n\n## 2025\n\n### Notes\n\nold ^old-1\n\n## Results of *it*\n\n### Sub\n\nx\n\n"
    "## 2026\n\n### Notes\n\nnew\n\n- item ^item-1\n\n| a |\n|---|\n| b |\n\n^table-1\n\n"
    "## With an id ^head-1\n\n> ## Quoted\n\nUnder\n---\n"
)
PARTS = {
    "Results of it": "results-of-it",
    "results OF it": "results-of-it",
    "Results of it#Sub": "sub",
    "Paper#Results of it#Sub": "sub",
    "Sub": "sub",
    "2025#Notes": "notes",
    "2026#Notes": "notes-2",
    "Notes": "notes",
    "notes-2": "notes-2",
    "Quoted": "quoted",
    "Under": "under",
    "With an id": "with-an-id",
    "^old-1": "block_old-1",
    "^OLD-1": "block_old-1",
    "^item-1": "block_item-1",
    "^table-1": "block_table-1",
    "^head-1": "block_head-1",
    "Results of it#^old-1": "block_old-1",
    "Paper": "",
}


def ends_of_links(notes: Writer, body: str) -> list[str]:
    """Return where the links of a text lead to in the page of lessons, behind the note's anchor."""
    site = site_of(notes.write({"lessons/paper": PAPER, "mentors/p": note(body=body)}).root)
    links = [e for e in page(site, "people/p/").all("a") if e.get("class") == "wikilink"]
    ends = [element.get("href", "").partition("#")[2] for element in links]
    lessons = page(site, "lessons/")
    assert all(lessons.by_id(end) is not None for end in ends)
    return [end.removeprefix(note_anchor("lessons/paper")).removeprefix("-") for end in ends]


def test_a_link_leads_to_the_part_that_it_names(notes: Writer) -> None:
    typed = [f"[[paper#{part}]]" for part in PARTS]
    addresses = [part.replace("#", "%23").replace(" ", "%20") for part in PARTS]
    typed += [f"[x](../lessons/paper.md#{address})" for address in addresses]
    assert ends_of_links(notes, "\n\n".join(typed)) == [*PARTS.values()] * 2
    assert messages(notes, "F10") == []


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("Nope", "heading “Nope”"),
        ("2025#Sub", "heading “2025#Sub”"),
        ("Sub#2025", "heading “Sub#2025”"),
        ("^nope", "block “^nope”"),
        ("^sub", "block “^sub”"),
    ],
)
def test_a_part_that_is_not_there_is_a_hint(notes: Writer, part: str, what: str) -> None:
    notes.write({"lessons/paper": PAPER, "mentors/p": note(body=f"[[paper#{part}]]")})
    assert messages(notes, "F10") == [
        f"“paper” has no {what} (write it as it stands there, or mend the link)"
    ]


def test_a_link_to_a_part_that_is_not_there_leads_to_the_note(notes: Writer) -> None:
    assert ends_of_links(notes, "[[paper#Nope]] [[paper#^nope]]") == ["", ""]


@pytest.mark.parametrize("body", ["[[#Here]] [x](#here)\n\n## Here", "[[#^b]]\n\ntext ^b"])
def test_a_note_leads_to_its_own_parts(notes: Writer, body: str) -> None:
    notes.write({"mentors/p": note(body=body)})
    assert messages(notes, "F10") == []


@pytest.mark.parametrize("body", ["[[#Nope]]", "[x](#nope)", "[[#^nope]]", "[[p#Nope]]"])
def test_a_part_that_the_note_itself_has_not_is_a_hint(notes: Writer, body: str) -> None:
    notes.write({"mentors/p": note(body=body)})
    (said,) = messages(notes, "F10")
    assert "has no" in said


def test_in_a_key_a_part_that_is_not_there_is_an_error_and_the_note_is_meant(notes: Writer) -> None:
    notes.write({"lessons/paper": PAPER, "mentors/p": note("because_of: '[[paper#Nope]]'")})
    found = [f for f in notes.journal().findings if f.code == "F10"]
    assert [(f.line, f.level, f.message) for f in found] == [
        (2, "error", "“paper” has no heading “Nope”")
    ]
    assert notes.journal().links["mentors/p"].keys["because_of"] == ("lessons/paper",)
    assert messages(notes.write({"mentors/p": note("because_of: '[[paper#Sub]]'")}), "F10") == []


def test_what_leads_nowhere_is_one_hint_a_note(notes: Writer) -> None:
    notes.write({"mentors/p": note(body="\n\n[[a b c]]\n\n![[d e f]] [[p#Nope]] [x](no.md)\n")})
    found = [f for f in notes.journal().findings if f.code == "F10"]
    assert [(f.line, f.column, f.level) for f in found] == [(5, 1, "hint")]
    assert found[0].message == "“a b c” is no note; 3 other links lead nowhere, too"


def test_a_file_is_linked_with_or_without_an_exclamation_mark(notes: Writer) -> None:
    notes.write(
        {
            "mentors/p": note(
                body="[[doc.pdf]] ![[doc.pdf#page=2]] [p. 3](doc.pdf#page=3) [[DOC.PDF|my copy]] "
                "[[papers/doc.pdf]] [[pic.png]]"
            ),
            "content/mentors/papers/doc.pdf": b"%PDF",
            "content/mentors/pic.png": b"\x89PNG",
        }
    )
    assert messages(notes, "F10") == messages(notes, "F20") == []
    site = site_of(notes.root)
    prose = next(e for e in page(site, "people/p/").all("div") if e.get("class") == "prose")
    at = "../../files/mentors/papers/doc.pdf"
    assert [(e.get("href"), e.text) for e in prose.iter() if e.tag == "a"] == [
        (at, "doc.pdf"),
        (f"{at}#page=2", "doc.pdf > page=2"),
        (f"{at}#page=3", "p. 3"),
        (at, "my copy"),
        (at, "papers/doc.pdf"),
        ("../../files/mentors/pic.png", "pic.png"),
    ]
    assert set(site.attachments) == {"files/mentors/papers/doc.pdf", "files/mentors/pic.png"}


@pytest.mark.parametrize(
    "typed",
    ["[[no.pdf]]", "![[no.png|300]]", "[x](no.docx)", "![x](a/no.jpg)", "[[a/no.pdf#page=2]]"],
)
def test_a_file_that_is_not_there_is_a_warning(notes: Writer, typed: str) -> None:
    notes.write({"mentors/p": note(body=f"{typed} {typed}")})
    (said,) = messages(notes, "F20")
    assert "is not there (put the file beside the note, or write its name as it is)" in said
    assert messages(notes, "F10") == []


def test_a_note_comes_before_a_file_of_its_name(notes: Writer) -> None:
    notes.write(
        {
            "mentors/p": note(body="[[Dr. Okoye]] ![[Dr. Okoye]] [[a.pdf]]"),
            "content/mentors/Dr. Okoye.md": note("title: Dr. Okoye"),
            "lessons/x": note("title: a.pdf"),
            "content/mentors/a.pdf": b"%PDF",
        }
    )
    assert messages(notes, "F10") == messages(notes, "F20") == []
    assert "lessons/x" in notes.journal().links["mentors/p"].text


def test_of_several_files_the_nearest_is_meant() -> None:
    files = AttachedFiles(["a/x.pdf", "b/c/x.pdf", "b/c/d/x.pdf", "Y.pdf", "b/y.pdf"])
    assert files.find("a/note", "x.pdf") == "a/x.pdf"
    assert files.find("z/note", "c/x.pdf") == "b/c/x.pdf"
    assert files.find("z/note", "x.pdf") == "a/x.pdf"
    assert files.find("z/note", "y.pdf") == "b/y.pdf"
    assert files.find("z/note", "content/Y.pdf") == "Y.pdf"
    assert files.find("z/note", "d.pdf") is None

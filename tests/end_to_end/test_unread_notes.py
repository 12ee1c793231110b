"""Nobody is forgotten without a word because their note cannot be read."""

import json
import time

import pytest

from journal.errors import Exit
from tests.support.clean_journal import bytes_of
from tests.support.command import run
from tests.support.journal import Writer
from tests.support.server import Start
from tests.support.site import page, pages, site_of

COLON = "---\ntitle: Sean O'Brien\nwhy: he said: come any time\nsince: 2015\n---\n"
FINE = "---\nsince: 2015\nprefers: email\nprefs_asked: 2026-01-01\n---\n"
NAMED = "Cannot be read: Sean O'Brien, content/mentors/sean.md:3:13"
COMMANDS = (
    ("next",), ("next", "--format", "json"), ("next", "--section", "soon"), ("next", "amara"),
    ("calendar",), ("export", "json"), ("export", "csv"), ("draft", "amara"),
    ("log", "amara", "-m", "x", "--channel", "email"),
)  # fmt: skip


@pytest.fixture
def journal(notes: Writer) -> Writer:
    return notes.write({"mentors/sean": COLON, "mentors/amara": FINE})


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_names_them_with_file_line_and_column(
    journal: Writer, command: tuple[str, ...]
) -> None:
    ran = run(journal.root, *command)
    assert ran.status == Exit.FINE
    assert ran.err.splitlines()[:2] == [NAMED, "1 error; “journal check” lists it."]


def test_build_names_them_too(journal: Writer) -> None:
    assert NAMED.partition(", ")[2] in run(journal.root, "build").err
    time.sleep(0.06)
    run(journal.root, "build")
    ran = run(journal.root, "build")
    assert "Nothing has changed" in ran.out
    assert NAMED in ran.err


def test_without_errors_nothing_is_said(notes: Writer) -> None:
    notes.write({"mentors/amara": FINE})
    assert run(notes.root, "next").err == ""


def test_the_list_has_a_section_for_them(journal: Writer) -> None:
    shown = run(journal.root, "next").out
    heading, name, place = shown.rstrip().splitlines()[-3:]
    assert (heading, name.strip()) == ("Cannot be read", "Sean O'Brien")
    assert place.strip() == "content/mentors/sean.md:3:13"


def test_the_json_has_them_apart(journal: Writer) -> None:
    found = json.loads(run(journal.root, "next", "--format", "json").out)
    assert found["unread"] == [
        {
            "person": "mentors/sean",
            "name": "Sean O'Brien",
            "path": "content/mentors/sean.md",
            "line": 3,
            "column": 13,
        }
    ]
    only = json.loads(run(journal.root, "next", "amara", "--format", "json").out)
    assert only["unread"] == []


def test_what_was_left_out_is_named_as_well(notes: Writer) -> None:
    notes.write({"mentors/amara": FINE, "touchpoints/call": "---\npeople: amara\n---\n"})
    assert "Left out: content/touchpoints/call.md:1:1: `date`" in run(notes.root, "next").err


def test_many_are_counted(notes: Writer) -> None:
    notes.write({f"mentors/m{n}": COLON for n in range(20)})
    said = run(notes.root, "next").err.splitlines()
    assert said[-2:] == ["… and 11 more.", "20 errors; “journal check” lists them."]


def test_what_their_touchpoints_tell_stays(journal: Writer) -> None:
    journal.write({"touchpoints/2026-01-02 a": "---\npeople: [sean, amara]\nchannel: call\n---\n"})
    found = json.loads(run(journal.root, "export", "json").out)
    assert len(found["notes"]["touchpoints"]) == 1
    assert page(site_of(journal.root), "people/sean/").text().count("2 January 2026")


@pytest.mark.parametrize("address", ["", "reach-out/"])
def test_the_pages_say_so(journal: Writer, address: str) -> None:
    found = page(site_of(journal.root), address).text()
    assert "The note of Sean O'Brien cannot be read" in found
    assert "content/mentors/sean.md:3:13" in found


def test_a_private_one_is_named_to_its_owner_alone(notes: Writer) -> None:
    notes.write(
        {
            "mentors/zebulon": COLON.replace("title: Sean O'Brien", "privat: true"),
            "mentors/amara": FINE,
        }
    )
    assert "Cannot be read: Zebulon" in run(notes.root, "next").err
    assert "Zebulon" in run(notes.root, "next").out
    for args in (("calendar",), ("export", "json"), ("export", "csv", "--kind", "people")):
        ran = run(notes.root, *args)
        assert "zebulon" not in ran.out.casefold()
        assert "Cannot be read: Zebulon" in ran.err
    for file, found in pages(site_of(notes.root)).items():
        assert "zebulon" not in found.html.casefold(), file
    assert run(notes.root, "build").status == Exit.FINDINGS
    built = bytes_of(notes.root / "site")
    assert "people/amara/index.html" in built
    assert [file for file, raw in built.items() if b"ebulon" in raw] == []


def test_completion_says_nothing(journal: Writer) -> None:
    ran = run(
        journal.root, _JOURNAL_COMPLETE="bash_complete", COMP_WORDS="journal next ", COMP_CWORD="2"
    )
    assert "amara" in ran.out
    assert ran.err == ""


def test_the_server_names_them_as_it_begins(journal: Writer, start: Start) -> None:
    server = start(journal.root)
    assert NAMED in "".join(server.said)

"""Where notes are found on the site."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.body.slugs import slug
from journal.notes.identity import note_anchor
from journal.publish.staging import address_parts
from journal.site.parts.addresses import Address, short_slug, site_addresses
from tests.support.journal import Writer
from tests.support.site import page, site_of


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Amara Okoye", "amara-okoye"),
        ("Zoë  Łukasiewicz_Ørsted", "zoe-lukasiewicz-orsted"),
        ("Straße", "strasse"),
        ("森田 健二", "森田-健二"),
        ("ガンダム", "ガンダム"),
        ("हिन्दी", "हिन्दी"),
        ("علي", "علي"),
        ("a/../b: c?#d%", "a-b-c-d"),
        ("\u202egpj", "gpj"),
        ("...", ""),
    ],
)
def test_names_become_addresses(name: str, address: str) -> None:
    assert slug(name) == address


@given(st.text())
def test_an_address_is_a_name_that_any_disk_takes(name: str) -> None:
    found = short_slug(name, "mentors/x")
    assert address_parts(f"people/{found}/index.html")
    assert slug(found) == found
    assert len(found) <= 80 + 9  # a dash and eight signs tell apart what begins alike


def test_a_long_name_is_cut_and_stays_apart() -> None:
    first, second = short_slug("a" * 300, "mentors/1"), short_slug("a" * 300, "mentors/2")
    assert first != second
    assert first == "a" * 80 + "-" + note_anchor("mentors/1")


def test_a_person_has_a_page_and_a_touchpoint_a_place_on_its_month(notes: Writer) -> None:
    note = "touchpoints/2026/2026-03-14 Amara"
    notes.write({"mentors/Amara Okoye": "", note: "---\npeople: Amara Okoye\nchannel: call\n---\n"})
    found = site_addresses(notes.journal())
    assert found.notes["mentors/Amara Okoye"] == Address("people/amara-okoye/")
    assert found.notes[note] == Address("months/2026-03/", note_anchor(note))
    assert found.findings == ()


def test_of_two_notes_with_one_address_the_later_gets_a_number_and_a_finding(
    notes: Writer,
) -> None:
    notes.write({"mentors/Zoë": "", "people/zoe": "", "proteges/Zoe-2": "", "proteges/zoé": ""})
    found = site_addresses(notes.journal())
    pages = {note: address.page for note, address in found.notes.items()}
    assert pages == {
        "mentors/Zoë": "people/zoe/",
        "people/zoe": "people/zoe-3/",
        "proteges/Zoe-2": "people/zoe-2/",
        "proteges/zoé": "people/zoe-4/",
    }
    assert [(f.path, f.line, f.code) for f in found.findings] == [
        ("content/people/zoe.md", 1, "F16"),
        ("content/proteges/zoé.md", 1, "F16"),
    ]
    assert "content/mentors/Zoë.md" in found.findings[0].message


def test_all_of_them_are_built(notes: Writer) -> None:
    notes.write({"mentors/ada": "", "people/Ada": ""})
    site = site_of(notes.root)
    assert {"people/ada/", "people/ada-2/"} <= set(site.addresses())
    assert "One thing in your notes" in page(site, "").text()
    assert "F16" in page(site, "check/").text()


def test_a_private_note_never_moves_a_public_one(notes: Writer) -> None:
    notes.write({"mentors/ada": "---\nprivate: true\n---\n", "people/ada": ""})
    found = site_addresses(notes.journal())
    assert found.notes["people/ada"].page == "people/ada/"
    assert found.notes["mentors/ada"].page == "people/ada-2/"


def test_addresses_need_neither_templates_nor_rendering() -> None:
    code = (
        "import sys, journal.site.parts.addresses;"
        "sys.exit(bool({'jinja2', 'nh3', 'journal.markup.render'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

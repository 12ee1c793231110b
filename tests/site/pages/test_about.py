"""The page about the journal. Today is 15 June 2026."""

import re

import pytest

import journal
from tests.support.journal import Writer
from tests.support.private_journal import FILES as PRIVATE
from tests.support.private_journal import SECRETS
from tests.support.site import Parsed, inside, page, site_of, target


@pytest.fixture
def about(notes: Writer) -> Parsed:
    return page(site_of(notes.write({"mentors/amara": "", "goals/g": ""}).root), "about/")


def test_it_says_what_it_was_made_from_and_by(about: Parsed) -> None:
    said = about.section("This copy")
    assert "15 June 2026" in said
    assert "1 person 0 touchpoints 1 other note" in said
    assert f"version {journal.__version__}" in said


def test_it_tells_five_ways_and_whose_ideas_they_are(about: Parsed) -> None:
    titles = [text for level, text in about.headings if level == 3]
    assert len(titles) == 5
    assert "Alaina G. Levine" in about.section("Five ways")
    assert "2016" in about.section("Five ways")


def test_every_page_that_it_names_is_there(notes: Writer) -> None:
    site = site_of(notes.root)
    found = page(site, "about/")
    (main,) = found.all("main")
    linked = [str(a.get("href")) for a in main.iter("a") if inside(str(a.get("href")))]
    files = {f"{address}index.html" for address in site.addresses()}
    pages = {target("about/index.html", href)[0] for href in linked}
    assert pages - files == {"reminders.ics", "journal.json"}
    assert len(pages) > 8


def test_every_sign_of_the_lists_is_explained(about: Parsed) -> None:
    signs = [e for e in about.all("span") if e.get("class") == "state"]
    tones = {e.get("data-tone", "") for e in signs}
    assert tones == {"", "near", "warm", "due", "good", "quiet"}


def test_each_key_is_named_with_what_it_does(about: Parsed) -> None:
    assert {about.text(key) for key in about.all("kbd")} >= {"Tab", "Enter", "Esc", "↓", "↑"}


def test_private_notes_are_not_even_counted(notes: Writer) -> None:
    found = page(site_of(notes.write(PRIVATE).root), "about/")
    (main,) = found.all("main")
    said = found.text(main).casefold()
    assert [word for word in SECRETS if re.search(rf"\b{word}\b", said)] == []
    assert "1 person 2 touchpoints 2 other notes" in said

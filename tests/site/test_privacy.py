"""Private notes and drafts are left out of the site, and named nowhere on it."""

import pytest

from journal.site.site import Site
from tests.support.journal import Writer
from tests.support.private_journal import FILES, PRIVATE, SECRETS
from tests.support.site import page, pages, site_of


@pytest.fixture
def site(notes: Writer) -> Site:
    return site_of(notes.write(FILES).root)


def test_nothing_private_is_named_anywhere(site: Site) -> None:
    for file, found in pages(site).items():
        named = [secret for secret in SECRETS if secret in f"{file}\n{found.html}".casefold()]
        assert named == [], file


def test_a_link_to_a_private_note_says_no_more_than_that(site: Site) -> None:
    assert "Knows a private note and a private note." in page(site, "people/amara/").text()


def test_a_touchpoint_with_a_private_person_shows_the_public_ones(site: Site) -> None:
    found = page(site, "months/2026-06/")
    assert [text for level, text in found.headings if level == 3] == ["both", "after"]
    assert "with amara" in found.text().casefold()


def test_the_beginning_of_a_note_does_not_name_private_ones(site: Site) -> None:
    assert "a private note told me." in page(site, "reach-out/").text()


def test_promises_that_name_private_people_are_left_out(site: Site) -> None:
    assert "bring apples" in page(site, "").section("Promises due")
    promised = page(site, "people/amara/").section("You promised")
    assert "bring apples" in promised
    assert "figures" not in promised


def test_a_promise_that_names_a_private_note_is_left_out_whole(notes: Writer) -> None:
    notes.write(FILES)
    notes.write(
        {"touchpoints/2026-06-05 more": "---\npeople: amara\nchannel: email\n---\n"
         "- [ ] post [[hush]] to her 📅 2026-06-19\n- [ ] mend the fence 📅 2026-06-19"}
    )  # fmt: skip
    found = site_of(notes.root)
    promised = page(found, "people/amara/").section("You promised")
    assert "mend the fence" in promised
    assert "post" not in promised
    assert [o.task.text for o in found.data.open_tasks] == ["mend the fence", "bring apples"]


def test_reasons_from_private_notes_are_left_out_and_the_rest_stays(site: Site) -> None:
    (card,) = page(site, "reach-out/").all("article")
    text = page(site, "reach-out/").text(card)
    assert "panel" in text
    assert "You meant to come back" not in text


def test_findings_about_private_notes_are_left_out(notes: Writer) -> None:
    notes.write({**FILES, "goals/x": "---\npeople: Quenti Secret\nkind: nonsense\n---\n"})
    found = page(site_of(notes.root), "check/")
    assert "nonsense" in found.text()
    assert "quentin" not in found.html.casefold()


def test_private_notes_are_shown_when_asked_for_and_the_site_says_so(notes: Writer) -> None:
    site = site_of(notes.write(FILES).root, private=True)
    assert "people/quentin-secret/" in site.addresses()
    found = page(site, "months/2026-06/")
    assert [text for level, text in found.headings if level == 3] == [
        "both", "alone", "hush", "after",
    ]  # fmt: skip
    assert "Private notes are shown" in found.text()


def test_drafts_are_left_out_until_asked_for(notes: Writer) -> None:
    notes.write(
        {
            "mentors/amara": "",
            "mentors/quentin": "---\ndraft: true\n---\n",
            "touchpoints/2026-06-01 unsent": "---\npeople: amara\n"
            "channel: email\ndraft: yes\n---\n",
        }
    )
    without, asked = site_of(notes.root), site_of(notes.root, drafts=True)
    assert "people/quentin/" not in without.addresses()
    assert "months/2026-06/" not in without.addresses()
    assert "people/quentin/" in asked.addresses()
    assert "unsent" in page(asked, "people/amara/").text()
    assert "Drafts are shown" in page(asked, "").text()


def test_files_that_only_private_notes_show_are_left_out(notes: Writer) -> None:
    notes.write(
        {
            "content/news/a.png": b"\x89PNG",
            "news/2026-06-01 x": PRIVATE + "---\n![[a.png]]",
        }
    )
    assert site_of(notes.root).file("files/news/a.png") is None
    assert site_of(notes.root, private=True).file("files/news/a.png") is not None

"""Links in the body of a note, on the pages that show it."""

from journal.notes.identity import note_anchor
from journal.site.all_files import all_files
from tests.support.journal import Writer
from tests.support.site import page, site_of


def test_links_in_a_body_lead_to_notes_headings_and_files(notes: Writer) -> None:
    notes.write(
        {
            "mentors/p": "---\ntitle: Petra\n---\n[[goal#Two Words]] [[p]] [x](../goals/goal.md) "
            "[[nothing]] ![[pic.png|40]]",
            "goals/goal": "## Two words\n\ntext",
            "content/mentors/pic.png": b"\x89PNG",
        }
    )
    site = site_of(notes.root)
    found = page(site, "people/p/")
    key = note_anchor("goals/goal")
    (prose,) = [e for e in found.all("div") if e.get("class") == "prose"]
    assert [e.get("href") for e in prose.iter() if e.tag == "a"] == [
        f"../../goals/index.html#{key}-two-words",
        "../../people/p/index.html",
        f"../../goals/index.html#{key}",
    ]
    assert page(site, "goals/").by_id(f"{key}-two-words") is not None
    assert [e.get("src") for e in found.all("img")] == ["../../files/mentors/pic.png"]
    assert "nothing" in found.text(prose)


def test_a_touchpoint_that_is_left_out_breaks_no_page_that_is_linked_with_it(
    notes: Writer,
) -> None:
    notes.write(
        {
            "mentors/p": "",
            "touchpoints/2026/2026-06-01 x": "---\npeople: p\n---\n",
            "news/2026-01-02 n": "---\nbecause_of: 2026-06-01 x\n---\nSee [[2026-06-01 x]].\n",
        }
    )
    files = dict(all_files(site_of(notes.root)))
    assert "news/index.html" in files
    assert all(files.values())

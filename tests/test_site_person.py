"""The page of a person, and the table of everybody."""

from journal.site import Site
from tests.conftest import Writer
from tests.siting import page, rows, site_of

FILES = {
    "mentors/amara": "---\ntitle: Amara\nsince: 2015-03\nprefers: [email, video]\n"
    "announce_first: call\n"
    "avoids: text\nprefs_asked: 2026-01-02\nemail: amara@example.org\nphone: '+44 20'\n"
    "introduced_by: rakesh\nbirthday: 02-29\nshoe_size: 39\ncity: London\n---\n"
    "On trains she answers.",
    "people/rakesh": "---\ntitle: Rakesh\n---\n",
    "touchpoints/2025-12-31 old": "---\npeople: [amara, rakesh]\nchannel: call\n"
    "about: [told-news]\ngave: 'idea: a plot'\ngot: advice\n---\n- [ ] send it 📅 2026-06-01\n"
    "- [ ] read mine #theirs",
    "touchpoints/2026-05-01 new": "---\npeople: amara\nchannel: email\nquestion: Why water?\n"
    "answered_on: 2026-05-02\nplace: here\n---\nThe body",
    "touchpoints/2026-07-01 ahead": "---\npeople: amara\nchannel: video\n---\n",
    "touchpoints/2026-04-01 never": "---\npeople: amara\nchannel: call\nstate: cancelled\n---\n",
    "news/2025-12-30-told-news": "---\ntitle: Told news\n---\n",
    "news/2026-06-01-new-news": "---\ntitle: New news\n---\n",
    "news/2026-06-02-hers": "---\ntitle: Her prize\nabout: amara\n---\n",
    "opportunities/panel": "---\ntitle: The panel\nfor: amara\n---\n",
    "goals/degree": "---\ntitle: The degree\npeople: amara\n---\n",
    "lessons/patience": "---\ntitle: Patience\nfrom: amara\npractice: habit\n---\n",
}  # fmt: skip


def _site(notes: Writer) -> Site:
    return site_of(notes.write(FILES).root)


def test_wishes_come_first_and_a_channel_not_asked_about_is_not_a_yes(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    assert next(title for level, title in found.headings if level == 2) == "How to reach them"
    section = found.section("How to reach them")
    for said in (
        "Prefers email video", "Announce it first call", "Avoid text", "Emoji not asked yet",
        "Not asked about letter, in-person, chat, social, event", "Asked on 2 January 2026",
    ):  # fmt: skip
        assert said in section
    assert {"mailto:amara@example.org", "tel:+4420"} <= set(found.addresses())


def test_it_says_what_they_know_of_me_and_what_not_yet(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    assert "Told news 31 December 2025" in found.section("News of yours that they know")
    assert "New news" in found.section("News of yours that they do not know yet")


def test_it_says_what_went_both_ways(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    assert "send it, by 1 June 2026" in found.section("You promised")
    assert "read mine" in found.section("They promised")
    assert "idea: a plot old, 31 December 2025" in found.section("Given to them")
    assert "advice" in found.section("Got from them")


def test_it_gathers_what_belongs_to_them(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    assert "The panel spotted" in found.section("Opportunities for them")
    assert "The degree open" in found.section("Goals they help with")
    assert "Patience habit" in found.section("Learned from them")
    assert "Her prize 2 June 2026" in found.section("Their news")
    about = found.section("About them")
    assert "Introduced by Rakesh" in about
    assert "Also noted: shoe_size 39" in about
    assert "Birthday 29 February" in about
    assert "On trains she answers." in about
    assert "Introduced you to Amara" in page(_site(notes), "people/rakesh/").text()


def test_the_whole_history_stands_there_by_year_the_latest_first(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    years = [title for level, title in found.headings if level == 2][-2:]
    assert years == ["2026 3 touchpoints", "2025 1 touchpoint"]
    entries = [title for level, title in found.headings if level == 3]
    assert entries == ["ahead", "new", "never", "old"]
    history = found.section("2026")
    for said in (
        "1 July 2026 video both ways ahead with Amara · planned",
        "with Amara · here The body Asked Why water? Answered 2 May 2026",
        "never with Amara · cancelled",
    ):
        assert said in history


def test_a_touchpoint_is_the_same_on_its_month_and_with_each_person(notes: Writer) -> None:
    site = _site(notes)
    addresses = ("people/amara/", "people/rakesh/", "months/2025-12/")
    entries = set()
    for address in addresses:
        html = site.page(address).decode()
        start = html.index('<article class="entry" id="', html.index(">old</h3>") - 700)
        entries.add(html[start : html.index("</article>", start)])
    assert len(entries) == 1


def test_a_person_without_a_touchpoint_has_a_whole_page(notes: Writer) -> None:
    notes.write({"people/new": "---\ntitle: Somebody new\n---\n"})
    found = page(site_of(notes.root), "people/new/")
    assert "Associate · no contact yet" in found.text()
    assert "No contact is written down yet." in found.text()


def test_the_page_of_somebody_who_died_stays_and_suggests_nothing(notes: Writer) -> None:
    notes.write({"mentors/ewart": "---\ndied: 2024-11\nprefers: letter\n---\nHe listened."})
    site = site_of(notes.root)
    found = page(site, "people/ewart/")
    assert "Died in November 2024. This page stays; nothing is suggested any more." in found.text()
    assert "He listened." in found.text()
    assert "How to reach them" not in found.text()
    assert rows(page(site, "people/")) == [["Ewart", "mentor", "died", "", "", "", ""]]
    assert "Ewart" not in page(site, "next/").text()


def test_everybody_is_in_the_table_of_their_role(notes: Writer) -> None:
    found = page(_site(notes), "people/")
    assert rows(found) == [
        ["Amara", "mentor", "waiting", "1 May 2026", "1 June 2026", "London", "email"],
        ["Rakesh", "associate", "waiting", "31 December 2025", "1 June 2026", "", "call"],
    ]
    assert [title for level, title in found.headings if level == 2] == [
        "Mentors 1", "Associates 1",
    ]  # fmt: skip

"""The page of a person, and the table of everybody."""

from datetime import date, timedelta

import pytest

from journal.site.parts.between_us import kind_and_text
from journal.site.site import Site
from tests.support.journal import Writer
from tests.support.site import page, site_of

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
        "Not asked about letter, in person, chat, social, event", "Asked on 2 January 2026",
    ):  # fmt: skip
        assert said in section
    assert {"mailto:amara@example.org", "tel:+4420"} <= set(found.addresses())


def test_wishes_that_nobody_asked_for_are_a_guess_on_every_page(notes: Writer) -> None:
    notes.write({"mentors/p": "---\ntitle: Petra\nprefers: call\n---\n"})
    site = site_of(notes.root)
    said = {
        "people/p/": "Asked not yet: this is as you know it",
        "people/p/write/": "They like call best, as you know it.",
        "reach-out/": "wishes as you know it",
    }
    for address, words in said.items():
        assert words in page(site, address).text()
    notes.write({"mentors/p": "---\ntitle: Petra\nprefers: call\nprefs_asked: 2026-01-01\n---\n"})
    for address in said:
        assert "as you know it" not in page(site_of(notes.root), address).text()


def test_it_says_what_they_know_of_me_and_what_not_yet(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    assert "Told news 31 December 2025" in found.section("News of yours that they know")
    assert "New news" in found.section("News of yours that they do not know yet")


def test_it_says_what_went_both_ways(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    assert "send it, by 1 June 2026" in found.section("You promised")
    assert "read mine" in found.section("They promised")
    assert found.section("Between you") == (
        "Between you You got advice 31 December 2025 You gave idea a plot 31 December 2025"
    )


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
    assert "Introduced you to Amara" in page(_site(notes), "people/rakesh/").text()


def test_the_text_of_their_note_stands_before_everything_that_is_worked_out(notes: Writer) -> None:
    text = page(_site(notes), "people/amara/").text()
    assert text.index("On trains she answers.") < text.index("How to reach them")


def test_the_years_are_drawn_with_every_contact_and_said_in_words(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    picture = next(e for e in found.root.iter() if e.get("role") == "img")
    described = [found.text(found.by_id(i)) for i in str(picture.get("aria-labelledby")).split()]
    assert described == ["The years", "2 contacts, 1 ahead; the phases are listed below."]
    done, ahead = [path for e in picture.iter() if (path := e.get("d"))]
    assert (done.count("M"), ahead.count("M")) == (2, 1)
    assert "waiting 31 December 2025 to this day, 2 contacts" in found.section("The years")


def test_years_that_nobody_wrote_down_are_not_years_of_silence(notes: Writer) -> None:
    notes.write({"mentors/p": "---\ntitle: Petra\nsince: 2010\n---\n"})
    years = page(site_of(notes.root), "people/p/").section("The years")
    assert "No contact is written down yet" in years
    assert "not recorded 2010 to this day" in years
    assert "an outline is not recorded" in years
    notes.write({"touchpoints/2025-04-01": "---\npeople: p\nchannel: call\n---\n"})
    found = page(site_of(notes.root), "people/p/")
    assert "not recorded 2010 to 1 April 2025 waiting 1 April 2025" in found.section("The years")
    assert "0 contacts" not in found.text()


def test_a_fold_tells_how_the_day_came_about(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    (fold,) = [e for e in found.all("details") if e.get("class") == "why"]
    steps = [found.text(step) for step in fold.iter("li")]
    assert steps[0].startswith("You promised: send it. By 1 June 2026, when it is due")
    assert steps[-1] == "So: by 1 June 2026, under “It's time”."
    assert any("in this phase you are in touch every 3 months" in step for step in steps)


def test_how_a_day_came_about_names_no_private_contact(notes: Writer) -> None:
    notes.write(
        {
            "mentors/p": "---\ntitle: Petra\nphase: waiting\n---\n",
            "touchpoints/2026-03-01 a": "---\npeople: p\nchannel: call\n---\n",
            "touchpoints/2026-05-07 hush": "---\npeople: p\nchannel: call\nprivate: true\n---\n",
        }
    )
    text = page(site_of(notes.root), "people/p/").section("Next")
    assert "Your last contact was on 1 March 2026; you keep in touch every 3 months." in text
    assert "By 7 August 2026." in text
    assert "7 May" not in text


def test_it_says_what_they_are_after_and_what_was_asked_of_them(notes: Writer) -> None:
    notes.write(
        {
            "mentors/p": "---\ntitle: Petra\ntheir_goals: [a lecture in Lagos]\n---\n",
            "touchpoints/2026-03-01 a": "---\npeople: p\nchannel: email\nquestion: Why?\n"
            "answered_on: 2026-03-04\n---\n",
            "touchpoints/2026-06-10 b": "---\npeople: p\nchannel: email\nquestion: How?\n---\n",
        }
    )
    found = page(site_of(notes.root), "people/p/")
    assert found.section("What they are after") == "What they are after a lecture in Lagos"
    assert found.section("Asked of them") == (
        "Asked of them How? 10 June 2026 waiting for an answer "
        "Why? 1 March 2026 answered 4 March 2026"
    )


def test_what_else_names_them_is_listed_once(notes: Writer) -> None:
    notes.write({"trips/2026-09 london": "---\ncity: London\nstart: 2026-09-01\n---\n[[amara]]"})
    found = page(_site(notes), "people/amara/")
    assert found.section("Also named in") == "Also named in 2026-09 london trip"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("other: a pen", ("", "a pen")),
        ("Idea: plot it: twice", ("idea", "plot it: twice")),
        ("advice", ("advice", "")),
        ("other", ("", "other")),
        ("a poem: mine", ("", "a poem: mine")),
        ("idea:", ("", "idea:")),
    ],
)
def test_a_gift_is_its_text_and_a_word_for_its_kind(written: str, shown: tuple[str, str]) -> None:
    assert kind_and_text(written) == shown


def test_of_many_gifts_the_latest_are_in_sight_and_the_others_folded_away(notes: Writer) -> None:
    notes.write({"mentors/p": ""})
    for year in range(2010, 2020):
        note = f"---\npeople: p\nchannel: email\ngot: {year}\n---\n"
        notes.write({f"touchpoints/{year}-01-01": note})
    found = page(site_of(notes.root), "people/p/")
    (folded,) = [e for e in found.all("summary") if "earlier" in found.text(e)]
    assert found.text(folded) == "4 earlier"
    assert "You got 2019 1 January 2019 2018" in found.section("Between you")


def test_a_reason_does_not_say_its_day_twice(notes: Writer) -> None:
    said = page(_site(notes), "people/amara/").section("Next")
    assert said.partition("How this day came about")[0].count("1 July 2026") == 1


def test_four_hundred_touchpoints_make_a_page_with_a_jump_list_of_years(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nsince: 2006\n---\n"})
    for number in range(400):
        day = date(2006, 1, 1) + timedelta(days=18 * number)
        notes.write({f"touchpoints/{day} n{number}": "---\npeople: p\nchannel: email\n---\n"})
    found = page(site_of(notes.root), "people/p/")
    (years,) = [e for e in found.all("nav") if e.get("aria-label") == "Years"]
    assert found.text(years).split() == [str(year) for year in range(2025, 2005, -1)]
    assert len(found.all("article")) == 400
    assert "400 contacts" in found.section("The years")


def test_nothing_private_is_named_or_counted_on_the_page_of_a_person(notes: Writer) -> None:
    notes.write(
        {
            "mentors/p": "---\ntitle: Petra\nsince: 2020-01-01\n---\n",
            "mentors/q": "---\ntitle: Quentin\nprivate: true\nintroduced_by: p\n---\n",
            "touchpoints/2026-01-01 secret": "---\npeople: p\nchannel: email\nprivate: true\n"
            "gave: a secret\nquestion: a secret?\n---\n- [ ] a secret #theirs",
            "touchpoints/2026-02-01 open": "---\npeople: [p, q]\nchannel: email\n---\n",
            "trips/secret": "---\ncity: Rome\nstart: 2026-07-01\nprivate: true\n---\n[[p]]",
            "lessons/secret": "---\nfrom: p\nprivate: true\n---\n",
        }
    )
    site = site_of(notes.root)
    for address in ("people/p/", "people/p/prep/", "people/p/write/"):
        text = page(site, address).text()
        assert "secret" not in text
        assert "Quentin" not in text
    found = page(site, "people/p/")
    assert "1 contact:" in found.section("The years")
    assert "no lesson yet" in found.section("Five ways")


def test_the_whole_history_stands_there_by_year_the_latest_first(notes: Writer) -> None:
    found = page(_site(notes), "people/amara/")
    years = [title for level, title in found.headings if level == 2][-2:]
    assert years == ["2026 3 touchpoints", "2025 1 touchpoint"]
    entries = [title for level, title in found.headings if level == 3]
    assert entries[-4:] == ["ahead", "new", "never", "old"]
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
        start = html.rindex('<article class="entry" id="', 0, html.rindex(">old<"))
        entries.add(html[start : html.index("</article>", start)])
    assert len(entries) == 1


def test_a_person_without_a_touchpoint_has_a_whole_page(notes: Writer) -> None:
    notes.write({"people/new": "---\ntitle: Somebody new\n---\n"})
    found = page(site_of(notes.root), "people/new/")
    assert "Associate · no contact written down yet" in found.text()
    assert "No contact is written down yet." in found.text()


def test_the_page_of_somebody_who_died_stays_and_suggests_nothing(notes: Writer) -> None:
    notes.write({"mentors/ewart": "---\ndied: 2024-11\nprefers: letter\n---\nHe listened."})
    site = site_of(notes.root)
    found = page(site, "people/ewart/")
    assert "Died in November 2024. This page stays; nothing is suggested any more." in found.text()
    assert "He listened." in found.text()
    assert "How to reach them" not in found.text()
    assert "Ewart" not in page(site, "reach-out/").text()

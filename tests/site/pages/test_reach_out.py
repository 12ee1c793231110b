"""The list of whom to reach out to, card by card."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

from journal.advice import SECTIONS
from journal.site.site import Site
from tests.support.journal import Writer
from tests.support.site import Parsed, page, site_of

AMARA = (
    "---\ntitle: Amara Okoye\nsince: 2015-03-01\nprefers: email\nemail: amara@example.org\n"
    "tz: Asia/Tokyo\nquiet_hours: 21:00-09:00\nquiet_days: sun\nphase: waiting\ntone: informal\n"
    "address_as: Amara\nfields: [rivers]\nquestions: [Which bridge?]\n---\n"
)
FILES = {
    "mentors/amara-okoye": AMARA,
    "touchpoints/2026-02-20 first": "---\npeople: amara-okoye\nchannel: email\n---\nOlder words",
    "touchpoints/2026-02-27 second": "---\npeople: amara-okoye\nchannel: call\n---\nOld words",
    "touchpoints/2026-03-01 third": "---\npeople: amara-okoye\nchannel: email\n---\nLast words",
    "news/2026-06-01-prize": "---\ntitle: A prize & more\n---\n",
    "news/2026-06-02-hers": "---\nabout: amara-okoye\ntitle: Her lecture\n---\n",
    "opportunities/panel": "---\nfor: amara-okoye\ndeadline: 2026-07-30\ntitle: The panel\n---\n",
    "journal.toml": '[me]\nname = "Noor"\ntz = "Europe/Lisbon"\n',
}


def _card(site: Site) -> tuple[Parsed, str]:
    found = page(site, "reach-out/")
    (card,) = found.all("article")
    return found, found.text(card)


def _sections(found: Parsed) -> list[str]:
    """The headings of the sections that are shown."""
    shown = (section for section in found.all("section") if section.get("hidden") is None)
    return [found.text(section.findall("h2")[0]) for section in shown]


def _people(notes: Writer, **keys: str) -> None:
    """Write a mentor for each name, with lines of front matter parted by `; `."""
    for name, lines in keys.items():
        matter = lines.replace("; ", "\n")
        notes.write({f"mentors/{name}": f"---\ntitle: {name.title()}\n{matter}\n---\n"})


def test_a_card_says_why_how_and_with_what(notes: Writer) -> None:
    found, text = _card(site_of(notes.write(FILES).root))
    assert _sections(found) == ["It's time 1"]
    for said in (
        "by 1 June 2026 2 weeks ago email",
        "waiting · last contact 1 March 2026, 3 months ago",
        "Your last contact was on 1 March 2026; you keep in touch every 3 months. third",
        "Their news of 2 June 2026: “Her lecture”.",
        "quiet 21:00–09:00 in their time, 13:00–01:00 in yours, and on Sunday",
        "Your news A prize & more",
        "Their news Her lecture",
        "To offer The panel",
        "To ask Which bridge?",
    ):
        assert said in text


def test_a_card_shows_how_the_last_two_notes_begin(notes: Writer) -> None:
    _, text = _card(site_of(notes.write(FILES).root))
    assert text.index("Last words third, 1 March 2026") < text.index("Old words second")
    assert "Older words" not in text


def test_reasons_link_to_the_notes_behind_them(notes: Writer) -> None:
    found, _ = _card(site_of(notes.write(FILES).root))
    (reasons,) = [e for e in found.all("ul") if e.get("class") == "reasons"]
    assert [found.text(link) for link in reasons.iter() if link.tag == "a"] == [
        "third", "Her lecture", "The panel",
    ]  # fmt: skip


def test_the_draft_opens_in_a_mail_program_as_it_is_shown(notes: Writer) -> None:
    found, _ = _card(site_of(notes.write(FILES).root))
    (href,) = [a for a in found.addresses() if a.startswith("mailto:") and "?" in a]
    parts = urlsplit(href)
    fields = parse_qs(parts.query, strict_parsing=True)
    assert parts.path == "amara@example.org"
    assert fields["subject"] == ["A prize & more"]
    (shown,) = [e for e in found.all("pre") if e.get("class") == "message"]
    assert fields["body"][0].replace("\r\n", "\n") == "".join(shown.itertext())


def test_a_card_ends_with_the_line_that_writes_the_contact_down(notes: Writer) -> None:
    found, _ = _card(site_of(notes.write(FILES).root))
    (line,) = found.all("code")
    assert found.text(line) == (
        "journal log 'Amara Okoye' --channel email --about news/2026-06-01-prize -m '…'"
    )


def test_a_telephone_is_a_link_and_an_unknown_zone_needs_no_sum(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nprefers: call\nphone: +44 (20) 7946-0018\n---\n"})
    found, text = _card(site_of(notes.root))
    assert "tel:+442079460018" in list(found.addresses())
    assert "quiet 21:00–09:00 in their time" in text


def test_a_hold_is_explained(notes: Writer) -> None:
    snoozed = AMARA.replace("phase: waiting", "phase: waiting\nsnooze_until: 2026-07-10")
    _, text = _card(site_of(notes.write({**FILES, "mentors/amara-okoye": snoozed}).root))
    assert "You put this off until 10 July 2026." in text


def _dormant(notes: Writer, count: int) -> None:
    for number in range(count):
        notes.write({f"mentors/m{number}": f"---\ntitle: M{number}\nphase: dormant\n"
                     "last_contact: 2010-01-01\n---\n"})  # fmt: skip


def _shown(notes: Writer, today: date) -> set[str]:
    found = page(site_of(notes.root, today), "reach-out/")
    return {found.text(title) for title in found.all("h3")}


def test_of_the_dormant_three_are_shown_and_the_rest_is_named(notes: Writer) -> None:
    _dormant(notes, 7)
    found = page(site_of(notes.root), "reach-out/")
    assert len(found.all("article")) == 3
    assert "Long quiet 7" in found.text()
    assert all(f"M{number}" in found.text() for number in range(7))


def test_the_three_are_the_same_all_week_and_others_the_next(notes: Writer) -> None:
    _dormant(notes, 9)
    monday = date(2026, 6, 15)
    weeks = [_shown(notes, monday + timedelta(days=7 * week)) for week in range(3)]
    assert _shown(notes, monday + timedelta(days=6)) == weeks[0]
    assert len(weeks[0] | weeks[1] | weeks[2]) == 9


def test_no_reason_states_its_day_twice(notes: Writer) -> None:
    _people(notes, ada="since: 2015-03-01; next: 2026-06-20; birthday: 06-22")
    found, text = _card(site_of(notes.root))
    assert text.count("20 June 2026") == 2  # the card's own, and the sentence
    assert text.count("22 June 2026") == 1
    assert found.by_id("this-week") is not None


def test_a_later_reason_says_its_day_where_the_sentence_does_not(notes: Writer) -> None:
    _, text = _card(site_of(notes.write(FILES).root))
    assert "“Her lecture”. by 16 June 2026" in text


def test_a_card_carries_its_day_and_that_of_every_reason(notes: Writer) -> None:
    found, _ = _card(site_of(notes.write(FILES).root))
    (card,) = found.all("article")
    assert card.get("data-due") == "2026-06-01"
    reasons = [e for e in card.iter("li") if e.get("data-kind")]
    assert [(e.get("data-kind"), e.get("data-due"), e.get("data-lapses")) for e in reasons] == [
        ("cadence", "2026-06-01", None),
        ("recognise", "2026-06-16", "2026-12-02"),
        ("opportunity", "2026-06-30", "2026-07-30"),
    ]


def test_sections_nobody_is_in_are_there_for_the_days_to_come(notes: Writer) -> None:
    found, _ = _card(site_of(notes.write(FILES).root))
    assert _sections(found) == ["It's time 1"]
    assert [e.get("id") for e in found.all("section")] == list(SECTIONS)


def test_without_a_script_the_page_says_its_day_and_shows_no_control(notes: Writer) -> None:
    _people(notes, ada="city: Porto", bo="city: Bergen")
    found = page(site_of(notes.root), "reach-out/")
    assert "Worked out as of 15 June 2026." in found.text()
    (controls,) = found.all("fieldset")
    assert controls.get("hidden") is not None


def test_their_clock_is_told_by_its_distance_from_mine(notes: Writer) -> None:
    notes.write({"journal.toml": '[me]\ntz = "Europe/Lisbon"\n'})
    zones = {
        "a": ("Asia/Kolkata", "Kolkata time, 4.5 hours ahead of yours"),
        "b": ("America/New_York", "New York time, 5 hours behind yours"),
        "c": ("Europe/London", "London time, the same as yours"),
        "d": ("Europe/Berlin", "Berlin time, 1 hour ahead of yours"),
    }
    _people(notes, **{name: f"last_contact: 2026-05\ntz: {tz}" for name, (tz, _) in zones.items()})
    found = page(site_of(notes.root), "reach-out/")
    told = [(e.get("data-tz"), found.text(e)) for e in found.all("span") if e.get("data-tz")]
    assert told == list(zones.values())


def test_an_unknown_zone_has_no_clock(notes: Writer) -> None:
    _people(notes, ada="tz: Mars/Olympus", bo="")
    found = page(site_of(notes.root), "reach-out/")
    assert [e for e in found.all("span") if e.get("data-tz")] == []


def _choices(found: Parsed) -> dict[str | None, list[str]]:
    return {
        select.get("name"): [found.text(option) for option in select][1:]
        for select in found.all("select")
    }


def test_the_list_can_be_narrowed_by_what_parts_it(notes: Writer) -> None:
    _people(
        notes,
        ada="city: Porto; roles: [mentor, sponsor]; tags: [Rivers, two words]; prefers: email",
        bo="city: oporto; tags: rivers; prefers: email",
        cy="city: Bergen; prefers: email",
    )
    notes.write({"journal.toml": '[places]\n"Oporto" = "Porto"\n'})
    found = page(site_of(notes.root), "reach-out/")
    assert _choices(found) == {
        "role": ["mentor", "sponsor"],
        "tag": ["Rivers", "two words"],
        "city": ["Bergen", "Porto"],
    }
    cards = found.all("article")
    assert [card.get("data-tag") for card in cards] == ["rivers two%20words", "rivers", ""]
    assert [card.get("data-city") for card in cards] == ["porto", "porto", "bergen"]


def test_a_list_that_nothing_parts_has_no_choices(notes: Writer) -> None:
    _people(notes, ada="city: Porto", bo="city: Porto")
    assert page(site_of(notes.root), "reach-out/").all("fieldset") == []


def test_nothing_private_is_a_choice_or_counted(notes: Writer) -> None:
    _people(notes, ada="city: Porto", bo="city: Bergen", cy="city: Secretville; private: true")
    found = page(site_of(notes.root), "reach-out/")
    assert "Secretville" not in found.html
    assert 'data-total="2 people"' in found.html

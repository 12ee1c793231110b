"""The list of whom to reach out to, card by card."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

from journal.site import Site
from tests.conftest import TODAY, Writer
from tests.siting import Parsed, page, site_of

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
    found = page(site, "next/")
    (card,) = found.all("article")
    return found, found.text(card)


def test_a_card_says_why_how_and_with_what(notes: Writer) -> None:
    found, text = _card(site_of(notes.write(FILES).root))
    assert [title for level, title in found.headings if level == 2] == ["Overdue 1"]
    for said in (
        "overdue · waiting · last contact 1 March 2026",
        "Your last contact was on 1 March 2026; you keep in touch every 3 months. by 1 June 2026",
        "Their news of 2 June 2026: “Her lecture”.",
        "quiet 21:00–09:00 in their time, 13:00–01:00 in yours, and on Sunday",
        "News from you A prize & more",
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
    assert found.text(line) == "journal log 'Amara Okoye' --channel email -m '…'"


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
                     "since: 2010-01-01\n---\n"})  # fmt: skip


def _shown(notes: Writer, today: date) -> set[str]:
    found = page(site_of(notes.root, today), "next/")
    return {found.text(title) for title in found.all("h3")}


def test_of_the_dormant_three_are_shown_and_the_rest_is_named(notes: Writer) -> None:
    _dormant(notes, 7)
    found = page(site_of(notes.root), "next/")
    assert len(found.all("article")) == 3
    assert "Not heard from for long 7" in found.text()
    assert all(f"M{number}" in found.text() for number in range(7))


def test_the_three_are_the_same_all_week_and_others_the_next(notes: Writer) -> None:
    _dormant(notes, 9)
    monday = date(2026, 6, 15)
    weeks = [_shown(notes, monday + timedelta(days=7 * week)) for week in range(3)]
    assert _shown(notes, monday + timedelta(days=6)) == weeks[0]
    assert len(weeks[0] | weeks[1] | weeks[2]) == 9


def test_the_first_five_are_on_the_home_page_with_one_reason_each(notes: Writer) -> None:
    for number in range(7):
        notes.write({f"mentors/m{number}": f"---\ntitle: M{number}\nphase: waiting\n---\n"
                     f"- [ ] write {number} 📅 2026-06-0{number + 1}"})  # fmt: skip
    section = page(site_of(notes.root), "").section("Reach out first")
    assert "M0 overdue You promised: write 0." in section
    assert "M4" in section
    assert "M5" not in section
    assert "All 7 people in the list" in section


def test_the_home_page_says_what_lies_ahead_in_the_next_six_weeks(notes: Writer) -> None:
    def on(days: int) -> str:
        return (TODAY + timedelta(days=days)).isoformat()

    notes.write(
        {
            "mentors/p": "---\ntitle: Petra\nbirthday: 07-01\n---\n",
            "touchpoints/x": f"---\npeople: p\ndate: {on(3)}\ntitle: A call\nchannel: call\n---\n",
            "trips/x": f"---\ncity: Bergen\nstart: {on(-1)}\nend: {on(2)}\ntitle: Bergen\n---\n",
            "trips/y": f"---\ncity: Bergen\nstart: {on(43)}\ntitle: Too far\n---\n",
            "opportunities/x": f"---\nfor: p\ndeadline: {on(42)}\ntitle: A grant\n---\n",
            "opportunities/y": f"---\ndeadline: {on(1)}\nstate: dropped\ntitle: Gone\n---\n",
            "goals/x": f"---\ntarget: {on(40)}\ntitle: A degree\n---\n",
        }
    )
    found = page(site_of(notes.root), "")
    (listed,) = [e for e in found.all("ol") if e.get("class") == "agenda"]
    assert [found.text(item) for item in listed] == [
        "15 June 2026 trip Bergen (me)",
        "18 June 2026 call A call (Petra)",
        "1 July 2026 occasion Their birthday is on 1 July 2026. (Petra)",
        "25 July 2026 goal A degree",
        "27 July 2026 deadline A grant (Petra)",
    ]

"""The list pages: news, opportunities, trips, goals, lessons. Today is 15 June 2026."""

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, site_of

AMARA = "---\nsince: 2020-03-01\ncity: London\nfields: [estuaries]\n---\nShe asks."
RAKESH = "---\nsince: 2021-01-01\ncity: Bengaluru\n---\n"
EMAIL = "---\npeople: [amara]\nchannel: email\nabout: [{}]\n---\n"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    (notes.root / "journal.toml").write_text('[me]\nname = "Noor"\ncity = "Porto"\n')
    return notes.write({"mentors/amara": AMARA, "mentors/rakesh": RAKESH})


def page_of(notes: Writer, address: str) -> Parsed:
    return page(site_of(notes.root), address)


def entries(notes: Writer, address: str) -> dict[str, str]:
    """The text of each entry by its heading, in the order of the page."""
    found = page_of(notes, address)
    return {found.text(e.findall(".//h3")[0]): found.text(e) for e in found.all("article")}


def headings(notes: Writer, address: str) -> list[str]:
    """The headings of the parts that hold notes, in the order of the page."""
    found = page_of(notes, address)
    parts = (each for each in found.all("section") if each.find("article") is not None)
    return [found.text(part.findall("h2")[0]) for part in parts]


@pytest.mark.parametrize("address", ["news", "opportunities", "trips", "goals", "lessons"])
def test_an_empty_list_says_how_to_begin(notes: Writer, address: str) -> None:
    found = page_of(notes, f"{address}/")
    assert [len(found.text(p)) > 20 for p in found.all("p") if p.get("class") == "empty"] == [True]


def test_every_note_stands_under_the_anchor_that_links_to_it_point_to(journal: Writer) -> None:
    journal.write({"lessons/wait": "---\naspect: interact\n---\nShe waits. #patience"})
    site = site_of(journal.root)
    found = page(site, "lessons/")
    (entry,) = found.all("article")
    assert entry.get("id") == site.data.addresses["lessons/wait"].fragment
    assert "She waits." in found.text(entry)
    assert entry.find(".//ul[@class='tags']/li/a") is not None


def test_what_is_typed_is_shown_as_typed(journal: Writer) -> None:
    journal.write({"goals/g": "---\ntitle: <b>{{ bold }}</b>\n---\n<script>x</script>"})
    assert "<b>{{ bold }}</b> " in entries(journal, "goals/")["<b>{{ bold }}</b>"]
    assert page_of(journal, "goals/").all("b") == []


def test_private_notes_are_on_no_list(journal: Writer) -> None:
    journal.write({"goals/g": "---\ntitle: Leave\nprivate: true\n---\n"})
    assert entries(journal, "goals/") == {}


def test_news_that_is_fresh_comes_first_and_names_who_has_not_heard(journal: Writer) -> None:
    journal.write(
        {
            "news/2026-06-01-prize": "---\ntitle: A prize\nkind: award\n---\n",
            "news/2019-06-01-paper": "---\ntitle: A paper\n---\n",
            "touchpoints/2026-06-02": EMAIL.format("2026-06-01-prize"),
        }
    )
    assert headings(journal, "news/") == ["Worth telling now 1", "2019 1"]
    prize = entries(journal, "news/")["A prize"]
    assert "Not told yet: Rakesh" in prize
    assert "Told: Amara (2 June 2026)" in prize


def test_news_about_them_tells_whether_you_spoke_of_it(journal: Writer) -> None:
    journal.write({"news/2026-06-01-chair": "---\ntitle: The chair\nabout: rakesh\n---\n"})
    chair = entries(journal, "news/")["The chair"]
    assert "about Rakesh" in chair
    assert "Not spoken of yet with: Rakesh" in chair


def test_news_to_come_is_kept_apart(journal: Writer) -> None:
    journal.write({"news/2026-09-01-move": "---\ntitle: The move\n---\n"})
    assert headings(journal, "news/") == ["Ahead 1"]


def test_many_who_were_told_are_folded_away(journal: Writer) -> None:
    people = {f"people/p{number}": "" for number in range(5)}
    told = "---\npeople: [p0, p1, p2, p3, p4]\nchannel: email\n---\n[[prize]]"
    journal.write(people | {"news/2026-06-01-prize": "---\naliases: prize\n---\n"})
    journal.write({"touchpoints/2026-06-02": told})
    found = page_of(journal, "news/")
    assert [found.text(e) for e in found.all("summary")][-1:] == ["Told: 5 people"]


def test_opportunities_are_grouped_by_whom_they_are_for(journal: Writer) -> None:
    journal.write(
        {
            "opportunities/a": "---\nfor: amara\n---\n",
            "opportunities/b": "---\nfor: me\n---\n",
            "opportunities/c": "",
            "opportunities/d": "---\nfor: amara\nstate: declined\n---\n",
        }
    )
    found = ["For them 1", "For me 1", "For nobody yet 1", "Closed 1"]
    assert headings(journal, "opportunities/") == found


def test_open_opportunities_come_by_their_last_day(journal: Writer) -> None:
    journal.write(
        {
            "opportunities/a": "---\ntitle: A\nfor: amara\n---\n",
            "opportunities/b": "---\ntitle: B\nfor: amara\ndeadline: 2026-09-01\n---\n",
            "opportunities/c": "---\ntitle: C\nfor: amara\ndeadline: 2026-07-01\n---\n",
        }
    )
    found = entries(journal, "opportunities/")
    assert list(found) == ["C", "B", "A"]
    assert "last day in 2 weeks" in found["C"]
    assert "Offer it by 1 June 2026" in found["C"]
    assert "no deadline" in found["A"]


@pytest.mark.parametrize(
    ("deadline", "tone"), [("2026-06-01", "due"), ("2026-07-01", "warm"), ("2026-12-01", None)]
)
def test_the_tone_follows_the_day(journal: Writer, deadline: str, tone: str | None) -> None:
    journal.write({"opportunities/a": f"---\nfor: amara\ndeadline: {deadline}\n---\n"})
    (entry,) = page_of(journal, "opportunities/").all("article")
    assert entry.get("data-tone") == tone


def test_an_opportunity_that_was_told_is_offered(journal: Writer) -> None:
    journal.write(
        {
            "opportunities/talk": "---\ntitle: Talk\nfor: amara\n---\n",
            "touchpoints/2026-06-02": EMAIL.format("talk"),
        }
    )
    talk = entries(journal, "opportunities/")["Talk"]
    assert "offered" in talk
    assert "spotted" not in talk
    assert "Told: Amara (2 June 2026)" in talk


def test_an_opportunity_for_nobody_names_whom_it_might_suit(journal: Writer) -> None:
    journal.write({"opportunities/call": "---\ntitle: Call\nfields: [Estuaries, ice]\n---\n"})
    assert "Might suit Amara (Estuaries)" in entries(journal, "opportunities/")["Call"]


def test_a_closed_opportunity_says_what_came_of_it(journal: Writer) -> None:
    note = "---\ntitle: Medal\nfor: amara\nstate: succeeded\nresult: got it\n"
    journal.write({"opportunities/medal": note + "closed_on: 2025-04-24\n---\n"})
    medal = entries(journal, "opportunities/")["Medal"]
    assert medal.startswith("24 April 2025 succeeded")
    assert "What came of it got it" in medal


def test_a_trip_of_mine_names_who_lives_there_and_whether_they_know(journal: Writer) -> None:
    trip = "---\ntitle: Lecture\ncity: london\nstart: 2026-07-01\nend: 2026-07-04\n---\n"
    journal.write({"trips/lecture": trip})
    before = entries(journal, "trips/")["Lecture"]
    assert before.startswith("1 – 4 July 2026 in 2 weeks planned")
    assert "Not told yet: Amara" in before
    journal.write({"touchpoints/2026-06-02": EMAIL.format("lecture")})
    after = entries(journal, "trips/")["Lecture"]
    assert "Told: Amara (2 June 2026)" in after
    assert "Not told yet" not in after


def test_visitors_to_my_city_have_a_part_of_their_own(journal: Writer) -> None:
    journal.write(
        {
            "trips/here": "---\nwho: rakesh\ncity: Porto\nstart: 2026-06-20\n---\n",
            "trips/there": "---\nwho: rakesh\ncity: Oslo\nstart: 2026-06-25\n---\n",
        }
    )
    assert headings(journal, "trips/") == ["Visitors to Porto 1", "Theirs, elsewhere 1"]


def test_a_past_trip_tells_whom_i_met_there(journal: Writer) -> None:
    journal.write(
        {
            "trips/2025": "---\ntitle: London\ncity: London\nstart: 2025-04-01\n---\n",
            "touchpoints/2025-04-01": "---\npeople: amara\nchannel: in-person\n---\n",
        }
    )
    assert headings(journal, "trips/") == ["Past 1"]
    assert "Met there: Amara (1 April 2025)" in entries(journal, "trips/")["London"]


def test_open_goals_come_first_and_the_urgent_at_their_head(journal: Writer) -> None:
    journal.write(
        {
            "goals/a": "---\ntitle: Book\ntarget: 2026-07-01\n---\n",
            "goals/b": "---\ntitle: Grant\ntarget: 2027-01-01\nurgent: true\n---\n",
            "goals/c": "---\ntitle: Degree\nstate: met\nclosed_on: 2022-09-09\n---\n",
            "goals/d": "---\ntitle: River\nstate: on-hold\n---\n",
        }
    )
    assert list(entries(journal, "goals/")) == ["Grant", "Book", "River", "Degree"]
    assert headings(journal, "goals/") == ["Open 2", "On hold 1", "Closed 1"]
    assert entries(journal, "goals/")["Grant"].startswith("1 January 2027 in 6 months urgent")


def test_a_goal_names_who_helps(journal: Writer) -> None:
    journal.write({"goals/a": "---\ntitle: Book\npeople: [amara, rakesh]\n---\n"})
    assert "helped by Amara, Rakesh" in entries(journal, "goals/")["Book"]


def test_lessons_come_by_aspect_and_habits_first(journal: Writer) -> None:
    journal.write(
        {
            "lessons/a": "---\ntitle: Sky\naspect: interact\npractice: noted\nfrom: amara\n---\n",
            "lessons/b": "---\ntitle: Wait\naspect: interact\npractice: habit\n---\n",
            "lessons/c": "---\ntitle: Kind\naspect: behave\n---\n",
        }
    )
    assert headings(journal, "lessons/") == ["How they behave 1", "How they interact 2"]
    assert list(entries(journal, "lessons/")) == ["Kind", "Wait", "Sky"]
    assert "seen with Amara" in entries(journal, "lessons/")["Sky"]


def test_a_lesson_says_to_whom_it_was_passed_on(journal: Writer) -> None:
    journal.write(
        {
            "lessons/wait": "---\ntitle: Wait\n---\n",
            "touchpoints/2026-06-02": EMAIL.format("wait"),
        }
    )
    assert "Passed on to: Amara (2 June 2026)" in entries(journal, "lessons/")["Wait"]


def test_a_lesson_is_not_passed_on_to_those_who_gave_it(journal: Writer) -> None:
    journal.write(
        {
            "lessons/wait": "---\ntitle: Wait\nfrom: amara\n---\n",
            "touchpoints/2026-06-02": EMAIL.format("wait"),
        }
    )
    assert "Passed on to" not in entries(journal, "lessons/")["Wait"]

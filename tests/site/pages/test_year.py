"""A year: its days, its review, its touchpoints as lines. Today is 15 June 2026."""

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, pages, site_of, target

FILES = {
    "mentors/petra": "---\ntitle: Petra\nsince: 2020\n---\n",
    "mentors/rakesh": "---\ntitle: Rakesh\nsince: 2025-04-01\n---\n",
    "touchpoints/2025-03-04 one": "---\npeople: petra\nchannel: email\nquestion: Which boat?\n"
    "gave: idea of a boat\nabout: grant\n---\n",
    "touchpoints/2025-03-04 two": "---\npeople: petra\nchannel: call\ngot: 'advice: rest'\n---\n",
    "touchpoints/2025-12-31 three": "---\npeople: rakesh\nchannel: letter\n---\n",
    "touchpoints/2025-06-06 not": "---\npeople: rakesh\nchannel: call\nstate: cancelled\n---\n",
    "touchpoints/2026-07-01 ahead": "---\npeople: petra\nchannel: call\n---\n",
    "touchpoints/2023-07-01 before": "---\npeople: petra\nchannel: call\n---\n",
    "news/2025-05-05-prize": "---\ntitle: A prize\n---\n",
    "news/2025-02-05-chair": "---\ntitle: The chair\nabout: petra\n---\n",
    "opportunities/grant": "---\ntitle: A grant\nfor: [petra, rakesh]\n---\n",
    "lessons/2025-01-02-wait": "---\ntitle: Wait\nfrom: petra\n---\n",
    "lessons/listen": "---\ntitle: Listen\nbecause_of: two\n---\n",
    "goals/book": "---\ntitle: A book\nstate: met\nclosed_on: 2025-11-01\npeople: rakesh\n---\n",
    "goals/later": "---\ntitle: Later\nstate: dropped\nclosed_on: 2025-11-01\n---\n",
}


@pytest.fixture
def journal(notes: Writer) -> Writer:
    return notes.write(FILES)


def year(notes: Writer, number: int = 2025) -> Parsed:
    return page(site_of(notes.root), f"years/{number}/")


def days(found: Parsed) -> dict[str, str]:
    """The days that lead somewhere, by what they are called."""
    cells = (a for td in found.all("td") for a in td if a.tag == "a")
    return {str(a.get("aria-label")): found.text(a) for a in cells}


def parts(found: Parsed) -> dict[str, str]:
    """What the review says, by heading."""
    said: dict[str, str] = {}
    heading = ""
    for element in found.by_id("review"):
        if element.tag == "h3":
            heading = found.text(element)
        elif heading:
            said[heading] = found.text(element)
    return said


def test_this_year_comes_first_and_then_every_year_with_a_touchpoint(journal: Writer) -> None:
    site = site_of(journal.root)
    years = [address for address in site.addresses() if address.startswith("years/")]
    assert years == ["years/2026/", "years/2025/", "years/2023/"]
    (link,) = [a for a in page(site, "").all("a") if page(site, "").text(a) == "Years"]
    assert link.get("href") == "years/2026/index.html"


def test_a_year_leads_to_the_years_beside_it_and_is_marked_in_the_navigation(
    journal: Writer,
) -> None:
    found = year(journal)
    beside = [found.text(a) for a in found.all("a") if a.get("rel") in ("prev", "next")]
    assert beside == ["← 2023", "2026 →"]
    assert [found.text(a) for a in found.all("a") if a.get("aria-current")] == ["Years"]


def test_a_day_says_how_many_touchpoints_it_had_and_leads_to_them(journal: Writer) -> None:
    assert days(year(journal)) == {
        "2 touchpoints on 4 March 2025": "2",
        "1 touchpoint on 31 December 2025": "1",
    }
    assert days(year(journal, 2026)) == {"planned on 1 July 2026": "p"}
    made = pages(site_of(journal.root))
    file = "years/2025/index.html"
    links = [a for td in made[file].all("td") for a in td if a.tag == "a"]
    assert len(links) == 2
    for link in links:
        path, fragment = target(file, str(link.get("href")))
        assert path.startswith("months/2025-")
        assert fragment in made[path].ids


def test_shades_go_with_numbers(journal: Writer) -> None:
    shaded = [td for td in year(journal).all("td") if td.get("data-shade")]
    assert [(td.get("data-shade"), year(journal).text(td)) for td in shaded] == [
        ("2", "2"), ("1", "1"),
    ]  # fmt: skip


def test_every_day_is_in_a_row_of_its_week(journal: Writer) -> None:
    lines = [line for body in year(journal).all("tbody") for line in body]
    assert {len(line) for line in lines} == {8}
    days = [cell for line in lines for cell in line[1:] if cell.get("class") != "off"]
    assert len(days) == 365


def test_the_review_tells_what_went_on_in_words(journal: Writer) -> None:
    assert parts(year(journal)) == {
        "You heard from": "Petra",
        "New in your journal": "Rakesh",
        "What was new": "The chair Petra, 5 February A prize 5 May",
        "Opportunities you passed on": "A grant Petra, 4 March",
        "Goals you met": "A book Rakesh",
        "Learned": "Wait Petra Listen",
        "Questions you asked": "Which boat? Petra, 4 March",
        "What you gave": "idea of a boat Petra, 4 March",
        "What you were given": "advice: rest Petra, 4 March",
    }


def test_each_touchpoint_is_one_line_below_its_month(journal: Writer) -> None:
    found = year(journal)
    lines = [found.text(line) for line in found.by_id("lines").iter("li")]
    assert lines == [
        "4 March one Petra · email",
        "4 March two Petra · call",
        "6 June not Rakesh · call · cancelled",
        "31 December three Rakesh · letter",
    ]
    months = [text for level, text in found.headings if level == 3][-3:]
    assert months == ["March 2025", "June 2025", "December 2025"]


def test_a_journal_without_notes_has_this_year(notes: Writer) -> None:
    found = year(notes, 2026)
    assert "Nothing to look back on yet." in found.text()
    assert days(found) == {}


def test_nothing_hidden_is_listed_counted_or_named(journal: Writer) -> None:
    before = year(journal).html
    hidden = "---\npeople: petra\nchannel: call\nprivate: true\ngot: gossip\n---\n"
    journal.write(
        {
            "mentors/quentin": "---\nprivate: true\nsince: 2025-02-01\n---\n",
            "touchpoints/2025-03-05 hush": "---\npeople: quentin\nchannel: call\ngot: x\n---\n",
            "touchpoints/2025-03-06 shush": hidden,
            "news/2025-05-06-rumour": "---\nabout: quentin\n---\n",
            "goals/leave": "---\nstate: met\nclosed_on: 2025-11-01\nprivate: true\n---\n",
            "lessons/2025-01-03-shrug": "---\nfrom: quentin\n---\n",
            "opportunities/job": "---\nfor: quentin\n---\n",
        }
    )
    shown = year(journal).html
    assert shown == before


def test_a_question_does_not_name_somebody_hidden(journal: Writer) -> None:
    journal.write(
        {
            "mentors/quentin": "---\ntitle: Quentin Quill\nprivate: true\n---\n",
            "touchpoints/2025-03-07 four": "---\npeople: petra\nchannel: email\n"
            "question: How is [[Quentin Quill]]?\n"
            'gave: ["a note for [[quentin|Quill]]", a pen]\n---\n',
        }
    )
    found = year(journal)
    assert "Quill" not in found.html
    assert "a pen Petra, 7 March" in parts(found)["What you gave"]

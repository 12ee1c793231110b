"""Who has heard of my news: people down, news across. Today is 15 June 2026."""

from xml.etree.ElementTree import Element

import pytest

from journal.notes.identity import note_anchor
from tests.support.journal import Writer
from tests.support.site import Parsed, page, site_of

TOLD = "---\npeople: amara\nchannel: email\nabout: [{}]\n{}---\n"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    return notes.write(
        {
            "mentors/amara": "---\nsince: 2020\n---\n",
            "mentors/rakesh": "---\nsince: 2020\n---\n",
            "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
            "news/2019-06-01-paper": "---\ntitle: A paper\n---\n",
        }
    )


def news(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "news/")


def cells(found: Parsed) -> dict[str, list[str]]:
    """What each row of the table says after its name."""
    (table,) = found.all("table")
    return {found.text(row[0]): [found.text(cell) for cell in row[1:]] for row in _rows(table)}


def _rows(table: Element) -> list[Element]:
    body = table.find("tbody")
    assert body is not None
    return list(body)


def columns(found: Parsed) -> list[str]:
    return [found.text(head) for head in found.all("th") if head.get("class") == "upright"]


def test_every_cell_says_in_a_sign_and_in_words_who_was_told(journal: Writer) -> None:
    journal.write({"touchpoints/2026-06-02": TOLD.format("2026-06-01-prize", "")})
    found = news(journal)
    assert columns(found) == ["A prize", "A paper"]
    assert cells(found) == {
        "Amara": ["●told on 2 June 2026", "–no longer new"],
        "Rakesh": ["○not yet", "–no longer new"],
    }


def test_what_was_told_leads_to_the_day_and_what_was_not_to_a_message(journal: Writer) -> None:
    journal.write({"touchpoints/2026-06-02": TOLD.format("2026-06-01-prize", "")})
    links = [link.get("href") for link in news(journal).by_id("who-was-told").findall(".//td/a")]
    assert links == [
        f"../months/2026-06/index.html#{note_anchor('touchpoints/2026-06-02')}",
        "../people/rakesh/write/index.html",
    ]


def test_the_site_does_not_know_what_a_hidden_touchpoint_told(journal: Writer) -> None:
    private = TOLD.format("2026-06-01-prize", "private: true\n")
    journal.write({"touchpoints/2026-06-02 hush": private})
    found = news(journal)
    assert cells(found)["Amara"][0] == "○not yet"
    assert "hush" not in found.html


def test_the_table_keeps_to_a_dozen_columns_unless_more_is_fresh(journal: Writer) -> None:
    old = {f"news/2020-01-{day:02}-old": f"---\ntitle: Old {day}\n---\n" for day in range(1, 20)}
    journal.write(old)
    assert len(columns(news(journal))) == 12
    fresh = {f"news/2026-05-{day:02}-new": f"---\ntitle: New {day}\n---\n" for day in range(1, 20)}
    journal.write(fresh)
    assert len(columns(news(journal))) == 20


def test_their_news_is_not_in_the_table_but_in_a_part_of_its_own(journal: Writer) -> None:
    journal.write({"news/2026-06-03-chair": "---\ntitle: The chair\nabout: rakesh\n---\n"})
    found = news(journal)
    assert "The chair" not in columns(found)
    assert "The chair" in found.section("Theirs, worth a word")


def test_only_those_one_keeps_in_touch_with_are_in_the_table(journal: Writer) -> None:
    journal.write(
        {
            "people/nesta": "",
            "mentors/pieter": "---\nuntil: 2020\n---\n",
            "mentors/ewart": "---\ndied: 2020\n---\n",
            "mentors/quentin": "---\nprivate: true\n---\n",
        }
    )
    assert list(cells(news(journal))) == ["Amara", "Rakesh"]


def test_without_news_there_is_no_table(notes: Writer) -> None:
    notes.write({"mentors/amara": ""})
    assert news(notes).all("table") == []


def test_those_who_were_not_told_lead_to_a_message(journal: Writer) -> None:
    found = news(journal)
    (told,) = [p for p in found.all("p") if p.get("class") == "told"]
    links = [link.get("href") for link in told.findall("a")]
    assert links == ["../people/amara/write/index.html", "../people/rakesh/write/index.html"]

"""Pay it forward: what mentors gave, and whom it reached. Today is 15 June 2026."""

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, site_of

SVG = "{http://www.w3.org/2000/svg}"
CALL = "---\npeople: {}\nchannel: call\n{}---\n{}"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    return notes.write(
        {
            "mentors/amara": "",
            "mentors/rakesh": "",
            "proteges/leonor": "",
            "lessons/wait": "---\ntitle: Wait\nfrom: amara\n---\n",
            "lessons/sky": "---\ntitle: Sky first\nfrom: rakesh\n---\n",
        }
    )


def forward(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "pay-forward/")


def handed(notes: Writer, to: str = "Leonor") -> list[str]:
    found = forward(notes)
    for part in found.all("section"):
        if found.text(part.findall("h2")[0]).startswith(to):
            return [found.text(line) for line in part.findall(".//li")]
    raise AssertionError(to)


def weights(found: Parsed) -> list[str | None]:
    return [line.get("data-weight") for line in found.all(f"{SVG}path")]


def test_with_nobody_to_come_there_is_one_gentle_line(notes: Writer) -> None:
    found = forward(notes)
    assert "Nobody comes after you yet." in found.text()
    assert found.all(f"{SVG}svg") == []


def test_without_lessons_the_page_says_how_it_begins(notes: Writer) -> None:
    notes.write({"proteges/leonor": ""})
    assert "A lesson that says from whom it came is the beginning" in forward(notes).text()


def test_a_lesson_told_to_a_protege_was_handed_on(journal: Writer) -> None:
    journal.write({"touchpoints/2026-06-01 hour": CALL.format("leonor", "", "[[wait]]")})
    assert handed(journal) == ["1 June 2026 Wait from Amara · hour"]
    found = forward(journal)
    assert "Sky first from Rakesh" in found.section("With me still")
    assert "Wait" not in found.section("With me still")


def test_a_lesson_told_to_a_mentor_was_not_handed_on(journal: Writer) -> None:
    journal.write({"touchpoints/2026-06-01": CALL.format("rakesh", "", "[[wait]]")})
    assert handed(journal) == []


def test_what_grew_from_a_mentor_however_far_back_was_handed_on(journal: Writer) -> None:
    journal.write(
        {
            "touchpoints/2019-01-01 lens": CALL.format("amara", "", ""),
            "news/2020-01-01-show": "---\ntitle: Show\nbecause_of: 2019-01-01 lens\n---\n",
            "opportunities/job": "---\ntitle: Job\nfor: leonor\nclosed_on: 2026-05-01\n"
            "because_of: 2020-01-01-show\n---\n",
        }
    )
    assert handed(journal) == ["1 May 2026 lens from Amara · Job"]


def test_a_circle_of_reasons_ends(journal: Writer) -> None:
    journal.write(
        {
            "touchpoints/2026-01-01 a": CALL.format("amara", "because_of: 2026-01-02 b\n", ""),
            "touchpoints/2026-01-02 b": CALL.format("leonor", "because_of: 2026-01-01 a\n", ""),
        }
    )
    assert handed(journal) == ["2 January 2026 a from Amara · b"]


def test_what_was_handed_on_twice_counts_once_on_its_first_day(journal: Writer) -> None:
    for day in ("2026-05-01", "2026-06-01"):
        journal.write({f"touchpoints/{day} hour": CALL.format("leonor", "", "[[wait]]")})
    assert handed(journal) == ["1 May 2026 Wait from Amara · hour"]


def test_planned_and_open_ones_have_handed_on_nothing(journal: Writer) -> None:
    journal.write(
        {
            "touchpoints/2026-07-01": CALL.format("leonor", "", "[[wait]]"),
            "touchpoints/2026-06-01": CALL.format("leonor", "", "- [ ] tell [[wait]]"),
        }
    )
    assert handed(journal) == []


def test_nobody_hands_on_to_themselves(journal: Writer) -> None:
    journal.write(
        {
            "lessons/third": "---\ntitle: Third\nfrom: leonor\n---\n",
            "touchpoints/2026-06-01": CALL.format("leonor", "", "[[third]]"),
        }
    )
    assert handed(journal) == []


def test_the_picture_says_in_words_what_it_shows(journal: Writer) -> None:
    journal.write({"touchpoints/2026-06-01": CALL.format("leonor", "", "[[wait]]")})
    found = forward(journal)
    (picture,) = found.all(f"{SVG}svg")
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == "lineage-title lineage-desc"
    assert found.text(found.by_id("lineage-desc")).startswith(
        "Of 2 people who gave me something, on the left,"
        " what came from 1 has gone on, to 1 of 1 person on the right."
    )
    assert weights(found) == ["1", "0"]
    assert [found.text(name) for name in picture.findall(f"{SVG}text")] == [
        "me", "Amara", "Rakesh", "Leonor",
    ]  # fmt: skip


def test_nothing_hidden_is_in_the_picture_or_beside_it(journal: Writer) -> None:
    private = "private: true\n"
    journal.write(
        {
            "mentors/quentin": f"---\n{private}---\n",
            "proteges/sasha": f"---\n{private}---\n",
            "lessons/listen": "---\nfrom: [quentin, amara]\n---\n",
            "lessons/murmur": f"---\nfrom: amara\n{private}---\n",
            "touchpoints/2026-06-01": CALL.format("[leonor, sasha]", "", "[[listen]] [[murmur]]"),
            "touchpoints/2026-06-02 hush": CALL.format("leonor", private, "[[wait]]"),
            "touchpoints/2026-06-03": CALL.format("leonor", "because_of: [quentin, hush]\n", ""),
        }
    )
    assert handed(journal) == ["1 June 2026 listen from Amara · 2026-06-01"]
    html = forward(journal).html.casefold()
    assert [w for w in ("quentin", "sasha", "murmur", "hush") if w in html] == []

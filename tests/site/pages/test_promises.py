"""The page of promises: mine, theirs, what waits for an answer, what was kept.

Today is 15 June 2026.
"""

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, site_of

CALL = "---\npeople: amara\nchannel: call\n---\n"
ASKED = "---\npeople: [{}]\nchannel: email\nkind: question\nquestion: Which housing?\n{}---\n"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    return notes.write({"mentors/amara": "---\nsince: 2020\n---\n", "mentors/rakesh": ""})


def promises(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "promises/")


def listed(notes: Writer, heading: str) -> list[str]:
    """What the lines of a part say, nothing where there is no such part."""
    found = promises(notes)
    parts = (part for part in found.all("section") if part.find("h2") is not None)
    for part in parts:
        if found.text(part.findall("h2")[0]).startswith(heading):
            return [found.text(line) for line in part.findall(".//li")]
    return []


def test_with_nothing_open_the_page_says_so(journal: Writer) -> None:
    assert "Nothing that you promised is open." in promises(journal).text()


def test_promises_come_by_their_day_and_those_without_one_last(journal: Writer) -> None:
    tasks = "- [ ] later 📅 2026-07-01\n- [ ] one day\n- [ ] first 📅 2026-06-20"
    journal.write({"touchpoints/2026-06-01": CALL + tasks})
    assert [line.split(" Amara")[0] for line in listed(journal, "Yours")] == [
        "20 June 2026 first",
        "1 July 2026 later",
        "no day one day",
    ]


def test_a_day_that_passed_is_said_in_words(journal: Writer) -> None:
    journal.write({"touchpoints/2026-06-01": CALL + "- [ ] send plots 📅 2026-06-10"})
    (line,) = listed(journal, "Yours")
    assert line.startswith("10 June 2026 send plots its day has passed")


def test_what_they_promised_is_kept_apart(journal: Writer) -> None:
    journal.write({"touchpoints/2026-06-01": CALL + "- [ ] lend the book #theirs"})
    assert listed(journal, "Yours") == []
    assert "lend the book" in listed(journal, "Theirs")[0]


def test_a_promise_in_somebodys_own_note_names_them_once(journal: Writer) -> None:
    journal.write({"mentors/rakesh": "- [ ] send plots"})
    assert listed(journal, "Yours") == ["no day send plots Rakesh"]


def test_a_question_waits_until_they_say_anything(journal: Writer) -> None:
    journal.write({"touchpoints/2026-06-01": ASKED.format("amara", "")})
    (line,) = listed(journal, "Waiting")
    assert line.startswith("1 June 2026 Which housing?")
    assert "question, 2 weeks ago, longer than their 2 weeks" in line
    reply = "---\npeople: amara\nchannel: email\ndirection: in\n---\n"
    journal.write({"touchpoints/2026-06-03": reply})
    assert listed(journal, "Waiting") == []


@pytest.mark.parametrize(("day", "waits"), [("2026-06-02", False), ("2026-06-20", True)])
def test_an_answer_that_has_come_ends_the_waiting(journal: Writer, day: str, waits: bool) -> None:
    answered = ASKED.format("amara", f"answered_on: {day}\n")
    journal.write({"touchpoints/2026-06-01": answered})
    assert bool(listed(journal, "Waiting")) is waits


def test_a_question_to_several_names_those_who_did_not_answer(journal: Writer) -> None:
    journal.write(
        {
            "touchpoints/2026-06-01": ASKED.format("amara, rakesh", ""),
            "touchpoints/2026-06-02": "---\npeople: rakesh\nchannel: email\ndirection: in\n---\n",
        }
    )
    (line,) = listed(journal, "Waiting")
    assert "Amara" in line
    assert "Rakesh" not in line


def test_an_answer_still_within_their_time_is_not_late(journal: Writer) -> None:
    journal.write({"touchpoints/2026-06-14": ASKED.format("amara", "")})
    assert "yesterday, still within their 2 weeks" in listed(journal, "Waiting")[0]


def test_nobody_waits_for_the_dead(journal: Writer) -> None:
    journal.write(
        {
            "mentors/ewart": "---\ndied: 2026-06-02\n---\n",
            "touchpoints/2026-06-01": ASKED.format("ewart", ""),
        }
    )
    assert listed(journal, "Waiting") == []


def test_kept_promises_of_a_year_are_there_when_asked_for(journal: Writer) -> None:
    kept = "- [x] {}\n- [-] {} dropped\n- [x] {} theirs #theirs"
    journal.write(
        {
            "touchpoints/2026-01-02": CALL + kept.format("new", "new", "new"),
            "touchpoints/2026-03-02": CALL + kept.format("newer", "newer", "newer"),
            "touchpoints/2025-06-15": CALL + kept.format("old", "old", "old"),
        }
    )
    assert [line.split(" Amara")[0] for line in listed(journal, "Kept")] == [
        "2 March 2026 newer",
        "2 January 2026 new",
    ]
    folded = [part for part in promises(journal).all("section") if part.get("class") == "folded"]
    assert folded[0].find("details") is not None


def test_nothing_hidden_is_on_the_page(journal: Writer) -> None:
    journal.write(
        {
            "mentors/quentin": "---\nprivate: true\n---\n- [ ] whisper",
            "touchpoints/2026-06-01": ASKED.format("quentin", ""),
            "touchpoints/2026-06-02": CALL
            + "- [x] thank [[quentin]]\n- [ ] ask [[quentin]]\n- [ ] lend [[quentin]] #theirs",
            "touchpoints/2026-06-03 hush": ASKED.format("amara", "private: true\n"),
        }
    )
    text = promises(journal).html.casefold()
    assert [w for w in ("quentin", "whisper", "hush", "thank", "housing") if w in text] == []

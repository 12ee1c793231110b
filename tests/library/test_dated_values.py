"""City and work as of a day, where a person's note has their past alone."""

from datetime import date

import pytest

from tests.support.command import run
from tests.support.journal import Writer

PLACES = "places:\n  - 2016 London\n  - 2026-07 Lisbon\n"
JOBS = "jobs: 2016 Bell Labs\n"
TRIP = "---\ncity: {}\nstart: {}\n---\n"


@pytest.mark.parametrize(
    ("today", "city"),
    [
        ("2015-12-31", ""),
        ("2016-01-01", "London"),
        ("2026-06-30", "London"),
        ("2026-07-01", "Lisbon"),
    ],
)
def test_the_last_place_not_after_today_is_the_city(notes: Writer, today: str, city: str) -> None:
    notes.write({"mentors/p": f"---\n{PLACES}---\n"})
    assert notes.journal(date.fromisoformat(today)).people[0].city == city


def test_the_last_job_is_where_they_work(notes: Writer) -> None:
    notes.write({"mentors/p": f"---\n{JOBS}---\n"})
    assert notes.journal().people[0].org == "Bell Labs"


def test_what_is_written_counts_before_the_past(notes: Writer) -> None:
    notes.write({"mentors/p": f"---\ncity: Porto\norg: IBM\n{PLACES}{JOBS}---\n"})
    person = notes.journal().people[0]
    assert (person.city, person.org) == ("Porto", "IBM")


def test_the_order_of_the_lines_does_not_matter(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nplaces: [2026-01 Lisbon, 2016 London]\n---\n"})
    assert notes.journal().people[0].city == "Lisbon"


@pytest.mark.parametrize(
    ("city", "start", "is_told"),
    [
        ("london", "2026-06-20", True),
        ("Lisbon", "2026-06-20", False),
        ("Lisbon", "2026-07-02", True),
        ("London", "2026-07-02", False),
    ],
)
def test_a_trip_finds_who_lives_there_when_it_begins(
    notes: Writer, city: str, start: str, is_told: bool
) -> None:
    wishes = "since: 2015\nprefers: email\n"
    notes.write({"mentors/p": f"---\n{wishes}{PLACES}---\n", "trips/t": TRIP.format(city, start)})
    reasons = [reason.kind for reason in notes.advice().people[0].reasons]
    assert ("trip" in reasons) is is_told


def test_a_trip_that_is_over_names_who_lived_there_then(notes: Writer) -> None:
    note = f"---\nsince: 2015\ncity: Lisbon\n{PLACES}---\n"
    notes.write({"mentors/ada-lund": note, "trips/t": TRIP.format("London", "2020-05-01")})
    assert run(notes.root, "build").status == 0
    page = (notes.root / "site/trips/index.html").read_text()
    assert "Lived there then" in page
    assert "Ada Lund" in page[page.index("Lived there then") :]


def test_a_link_in_a_line_to_a_private_note_leaves_no_word_of_it(notes: Writer) -> None:
    notes.write({
        "mentors/p": "---\nplaces: 2016 [[secret|Atlantis]]\njobs: 2016 [[secret|Labs]]\n---\n",
        "people/secret": "---\nprivate: true\n---\n",
    })  # fmt: skip
    assert run(notes.root, "build").status == 0
    for page in (notes.root / "site").rglob("*.html"):
        assert "Atlantis" not in page.read_text()
        assert "Labs" not in page.read_text()


def test_the_past_is_shown_and_exported(notes: Writer) -> None:
    notes.write({"mentors/p": f"---\n{PLACES}{JOBS}---\n"})
    assert run(notes.root, "build").status == 0
    page = (notes.root / "site/people/p/index.html").read_text()
    assert all(words in page for words in ("2016 London", "2026-07 Lisbon", "2016 Bell Labs"))
    assert "2026-07 Lisbon" in run(notes.root, "export", "json").out


def test_a_photo_is_shown_small_and_copied(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nphoto: p.png\n---\n", "content/mentors/p.png": b"png"})
    assert run(notes.root, "build").status == 0
    page = (notes.root / "site/people/p/index.html").read_text()
    assert 'class="photo"' in page
    assert (notes.root / "site/files/mentors/p.png").read_bytes() == b"png"


@pytest.mark.parametrize(
    "photo", ["none.png", "p.html", "https://example.org/p.png", "../../p.png"]
)
def test_what_is_no_picture_beside_the_notes_is_not_shown(notes: Writer, photo: str) -> None:
    notes.write({"mentors/p": f"---\nphoto: {photo}\n---\n", "content/mentors/p.html": "x"})
    assert run(notes.root, "build").status == 0
    assert "<img" not in (notes.root / "site/people/p/index.html").read_text()

"""The table of everybody. Today is 15 June 2026."""

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, rows, site_of

FILES = {
    "mentors/zoe": "---\ntitle: Zoe\nsince: 2015-03-01\nprefers: email\ncity: London\n"
    "fields: [rivers, seas]\nphase: waiting\n---\n",
    "people/rakesh": "---\ntitle: Rakesh\n---\n",
    "touchpoints/2026-05-01": "---\npeople: zoe\nchannel: email\n---\n",
    "touchpoints/2025-12-31": "---\npeople: rakesh\nchannel: call\n---\n",
}


def _people(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "people/")


def test_everybody_is_in_the_table_by_name(notes: Writer) -> None:
    assert rows(_people(notes.write(FILES))) == [
        ["Rakesh", "associate", "waiting", "", "31 Dec 2025", "", "", "", ""],
        [
            "Zoe", "mentor", "waiting", "11 years", "1 May 2026", "1 Aug 2026", "email", "London",
            "rivers",
        ],
    ]  # fmt: skip


def test_what_people_are_to_me_is_said_where_it_differs(notes: Writer) -> None:
    notes.write({"mentors/ada": "", "mentors/bo": ""})
    columns = [_people(notes).text(e) for e in _people(notes).all("th") if e.get("scope") == "col"]
    assert columns == [
        "Name", "Phase", "Known for", "Last contact", "Next", "Channel", "City", "Field",
    ]  # fmt: skip
    notes.write({"proteges/cy": ""})
    assert "Role" in _people(notes).text()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("since: 2015-06-15", "11 years"),
        ("since: 2015-06-16", "10 years"),
        ("since: 2025-06-15", "1 year"),
        ("since: 2026-03-14", "3 months"),
        ("since: 2026-06-14", "1 month"),
        ("since: 2010\nuntil: 2014", "4 years"),
        ("since: 2010\ndied: 2020-05", "10 years"),
        ("since: 2027", ""),
        ("title: Ada", ""),
    ],
)
def test_it_says_for_how_long_somebody_is_known(notes: Writer, keys: str, said: str) -> None:
    notes.write({"mentors/ada": f"---\n{keys}\n---\n"})
    ((_, _, known, *_),) = rows(_people(notes))
    assert known == said


def test_somebody_who_died_stays_in_the_table(notes: Writer) -> None:
    notes.write({"mentors/ewart": "---\ntitle: Ewart\ndied: 2024-11\n---\n"})
    assert rows(_people(notes)) == [["Ewart", "died", "", "", "", "", "", ""]]


def test_every_cell_says_its_column_and_by_what_it_is_sorted(notes: Writer) -> None:
    found = _people(notes.write(FILES))
    keys = {e.get("data-label"): e.get("data-key") for e in found.all("tr")[-1].iter("td")}
    assert keys == {
        "Role": "mentor", "Phase": "waiting", "Known for": "004124", "Last contact": "2026-05-01",
        "Next": "2026-08-01", "Channel": "email", "City": "london", "Field": "rivers",
    }  # fmt: skip


def test_without_a_script_there_is_neither_choice_nor_button(notes: Writer) -> None:
    found = _people(notes.write(FILES))
    assert [e.get("hidden") is not None for e in found.all("fieldset")] == [True]
    assert found.all("thead")[0].find(".//button") is None


def test_an_empty_table_says_how_to_begin(notes: Writer) -> None:
    assert "journal new mentor NAME" in _people(notes).text()


def test_nothing_private_is_in_the_table_or_a_choice(notes: Writer) -> None:
    notes.write(FILES)
    notes.write({"mentors/hid": "---\ntitle: Hidden\ncity: Secretville\nprivate: true\n---\n"})
    found = _people(notes)
    assert "Hidden" not in found.html
    assert "ecretville" not in found.html
    assert 'data-total="2 people"' in found.html

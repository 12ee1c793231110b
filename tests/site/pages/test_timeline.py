"""The timeline: everybody's years in one picture, and in words. Today is 15 June 2026."""

from xml.etree.ElementTree import Element

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, rows, site_of

SVG = "{http://www.w3.org/2000/svg}"
CALL = "---\npeople: {}\nchannel: call\n---\n"
PEOPLE = {
    "mentors/petra": "---\ntitle: Petra\nsince: 2016-03-01\nphases: [2016-03 active, 2018 waiting]"
    "\n---\n",
    "mentors/ewart": "---\ntitle: Ewart\nsince: 2014\ndied: 2023-02\n---\n",
    "proteges/ana": "---\ntitle: Ana\nsince: 2019-05\nuntil: 2021-07-01\n---\n",
    "people/zed": "---\ntitle: Zed\n---\n",
    "touchpoints/2017-02-03 a": CALL.format("petra"),
    "touchpoints/2026-05-04 b": CALL.format("[petra, zed]"),
    "touchpoints/2026-08-01 c": CALL.format("petra"),
    "journal.toml": '[[me.chapter]]\nfrom = "2013-09"\nname = "Student"\n'
    '[[me.chapter]]\nfrom = "2020-02"\nname = "Teacher"\n',
}


@pytest.fixture
def journal(notes: Writer) -> Writer:
    return notes.write(PEOPLE)


def timeline(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "timeline/")


def lanes(found: Parsed) -> list[str]:
    """Everybody's name, in the order of the lanes."""
    names = (found.text(li.find("./p/a")) for li in found.all("li") if li.find("./p/a") is not None)
    return list(names)


def lane(found: Parsed, name: str) -> Element:
    (lane,) = [
        svg
        for svg in found.all(f"{SVG}svg")
        if (title := svg.find(f"./{SVG}title")) is not None and title.text == name
    ]
    return lane


def words(found: Parsed, name: str) -> str:
    return found.text(lane(found, name).find(f"./{SVG}desc"))


def drawn(found: Parsed, name: str) -> list[str]:
    return [str(path.get("class")) for path in lane(found, name).iter() if path.get("class")]


def test_those_kept_in_touch_with_come_first_by_when_it_began(journal: Writer) -> None:
    assert lanes(timeline(journal)) == ["Ewart", "Petra", "Ana", "Zed"]


def test_a_lane_says_in_words_what_it_draws(journal: Writer) -> None:
    found = timeline(journal)
    assert words(found, "Petra") == (
        "active (contacts not recorded) from March 2016, active from February 2017, "
        "waiting from 2018, dormant from February 2020, "
        "waiting from May 2026; 2 touchpoints from 3 February 2017 to 4 May 2026; 1 planned."
    )
    assert drawn(found, "Petra") == [
        "lane", "ribbon active unrecorded", "ribbon active", "ribbon waiting", "ribbon dormant",
        "ribbon waiting", "strokes", "ring",
    ]  # fmt: skip
    labelled = str(lane(found, "Petra").get("aria-labelledby")).split()
    assert [found.text(found.by_id(name)) for name in labelled] == [
        "Petra", words(found, "Petra")
    ]  # fmt: skip


def test_an_end_and_a_death_are_a_quiet_word(journal: Writer) -> None:
    found = timeline(journal)
    assert [text.text for text in lane(found, "Ewart").iter(f"{SVG}text")][-1] == "died 2023"
    assert [text.text for text in lane(found, "Ana").iter(f"{SVG}text")] == ["until 2021"]
    assert "died February 2023" in words(found, "Ewart")
    assert "until 1 July 2021" in words(found, "Ana")


def test_chapters_and_years_lie_behind_all_lanes(journal: Writer) -> None:
    found = timeline(journal)
    assert "river" in {path.get("class") for path in found.all(f"{SVG}path")}
    axes = [svg for svg in found.all(f"{SVG}svg") if svg.get("class") == "axis"]
    axis = axes[0]
    assert found.text(axis.find(f"./{SVG}title")) == "Years from 2013 to 2026; the line is today"
    names = [str(text.text) for text in axis.iter(f"{SVG}text")]
    assert names[:2] == ["Student", "Teacher"]
    assert names[2:] == [str(year) for year in range(2013, 2027)]
    assert "Student, from September 2013" in found.text()


def test_the_table_has_the_same_facts(journal: Writer) -> None:
    found = rows(timeline(journal))
    assert [row[0] for row in found] == ["Ewart", "Petra", "Ana", "Zed", "All together"]
    assert found[1][2:] == ["3 February 2017", "4 May 2026", "2", "2017: 1, 2026: 1"]
    assert found[3] == ["Zed", "", "4 May 2026", "4 May 2026", "1", "2026: 1"]
    assert found[4][4:] == ["2", "2017: 1, 2026: 1"]


def test_somebody_without_any_day_has_a_lane_that_says_so(notes: Writer) -> None:
    found = timeline(notes.write({"mentors/petra": ""}))
    assert [text.text for text in lane(found, "Petra").iter(f"{SVG}text")] == ["no day yet"]
    assert words(found, "Petra") == "no touchpoint yet."


def test_years_before_the_first_note_are_an_outline_and_no_thread_of_silence(notes: Writer) -> None:
    people = {"mentors/petra": "---\nsince: 2010\n---\n", "people/zed": "---\nsince: 2011\n---\n"}
    found = timeline(notes.write(people))
    assert words(found, "Petra") == "not recorded from 2010; no touchpoint yet."
    assert drawn(found, "Petra") == ["lane", "ribbon unknown unrecorded"]
    assert "The longest thread is Petra’s, from 2010." in found.text()
    notes.write({"touchpoints/2026-05-04 b": CALL.format("[petra, zed]")})
    found = timeline(notes)
    assert words(found, "Petra") == (
        "not recorded from 2010, waiting from May 2026; 1 touchpoint, on 4 May 2026."
    )
    assert drawn(found, "Petra") == [
        "lane",
        "ribbon unknown unrecorded",
        "ribbon waiting",
        "strokes",
    ]
    assert drawn(found, "Zed") == ["lane", "ribbon unknown unrecorded", "strokes"]


def test_what_lies_far_ahead_or_far_back_does_not_stretch_the_picture(notes: Writer) -> None:
    notes.write(
        {
            "mentors/petra": "---\nsince: 0900\n---\n",
            "touchpoints/2120-01-01": CALL.format("petra"),
            "journal.toml": '[[me.chapter]]\nfrom = "2950"\nname = "Retired"\n',
        }
    )
    found = timeline(notes)
    assert "Years from 1936 to 2026" in found.html
    assert "900 years" not in found.html
    assert "ring" not in drawn(found, "Petra")
    assert "1 planned" in words(found, "Petra")


def test_nobody_yet_says_how_to_begin(notes: Writer) -> None:
    assert "journal new mentor" in timeline(notes).text()


def test_without_touchpoints_there_are_lanes_and_no_river(notes: Writer) -> None:
    found = timeline(notes.write({"mentors/petra": "---\nsince: 2020\n---\n"}))
    assert lanes(found) == ["petra".title()]
    assert "river" not in {path.get("class") for path in found.all(f"{SVG}path")}


def test_sixty_people_have_sixty_lanes_and_the_years_stand_below_them_again(notes: Writer) -> None:
    people = {f"mentors/p{n}": f"---\nsince: {1960 + n}-01-02\n---\n" for n in range(60)}
    found = timeline(notes.write(people))
    assert len(lanes(found)) == 60
    assert len([svg for svg in found.all(f"{SVG}svg") if svg.get("class") == "axis"]) == 2
    assert len(found.html) < 60 * 2_000  # a lane is two kilobytes, whatever its years


def test_nothing_hidden_is_drawn_counted_or_named(journal: Writer) -> None:
    hidden = "---\npeople: {}\nchannel: call\nprivate: true\n---\n"
    before = timeline(journal).html
    journal.write(
        {
            "mentors/quentin": "---\nprivate: true\nsince: 1990\n---\n",
            "touchpoints/2026-05-04 hush": CALL.format("quentin"),
            "touchpoints/2022-05-05 shush": hidden.format("petra"),
            "touchpoints/2026-05-06 unsent": "---\npeople: petra\nchannel: call\ndraft: true\n---",
        }
    )
    assert timeline(journal).html == before

"""Everybody by quarters, the latest first. Today is 15 June 2026."""

from tests.support.journal import Writer
from tests.support.site import Parsed, page, rows, site_of


def quarters(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "quarters/")


def contact(who: str, channel: str) -> str:
    return f"---\npeople: {who}\nchannel: {channel}\n---\n"


def heads(found: Parsed) -> list[str]:
    return [found.text(th) for thead in found.all("thead") for th in thead.iter("th")]


def test_the_latest_quarter_stands_on_the_left_below_its_year(notes: Writer) -> None:
    found = quarters(notes.write({"mentors/petra": "---\nsince: 2025-08-01\n---\n"}))
    assert heads(found) == ["Name", "2026", "2025", "Q2", "Q1", "Q4", "Q3"]
    assert [th.get("colspan") for th in found.all("th") if th.get("scope") == "colgroup"] == [
        "2", "2",
    ]  # fmt: skip


def test_a_cell_has_a_count_and_the_letter_of_what_was_used_most(notes: Writer) -> None:
    notes.write(
        {
            "mentors/petra": "---\ntitle: Petra\nsince: 2026-01-01\n---\n",
            "touchpoints/2026-01-03": contact("petra", "email"),
            "touchpoints/2026-02-03": contact("petra", "letter"),
            "touchpoints/2026-03-03": contact("petra", "letter"),
            "touchpoints/2026-04-03": contact("petra", "call"),
        }
    )
    found = quarters(notes)
    assert rows(found) == [["Petra", "1C", "3L"]]
    assert "L letter" in found.text()
    assert "E email" not in found.text()


def test_a_quiet_quarter_has_a_dot_only_where_the_cadence_expected_something(
    notes: Writer,
) -> None:
    notes.write(
        {
            "mentors/petra": "---\ntitle: Petra\ncadence: 3 months\n---\n",
            "mentors/slow": "---\ntitle: Slow\ncadence: 1 year\n---\n",
            "mentors/over": "---\ntitle: Over\nuntil: 2025-10\n---\n",
            "people/zed": "---\ntitle: Zed\n---\n",
            "touchpoints/2025-05-03": contact("[petra, slow, over, zed]", "email"),
            "touchpoints/2026-01-03": contact("petra", "call"),
        }
    )
    assert rows(quarters(notes)) == [
        ["Over", "", "", "", "·", "1E"],
        ["Petra", "·", "1C", "·", "·", "1E"],
        ["Slow", "·", "", "", "", "1E"],
        ["Zed", "", "", "", "", "1E"],
    ]


def test_the_quarter_that_is_not_over_expects_nothing_before_its_day(notes: Writer) -> None:
    notes.write(
        {
            "mentors/petra": "---\ntitle: Petra\ncadence: 3 months\n---\n",
            "touchpoints/2026-03-20": contact("petra", "call"),
        }
    )
    assert rows(quarters(notes)) == [["Petra", "", "1C"]]


def test_planned_and_cancelled_touchpoints_do_not_count(notes: Writer) -> None:
    notes.write(
        {
            "mentors/petra": "---\ntitle: Petra\nsince: 2026-06-10\n---\n",
            "touchpoints/2026-06-14": "---\npeople: petra\nstate: cancelled\nchannel: call\n---\n",
            "touchpoints/2026-06-30": contact("petra", "call"),
        }
    )
    assert rows(quarters(notes)) == [["Petra", ""]]


def test_people_who_were_never_met_with_are_no_row_unless_kept_in_touch_with(
    notes: Writer,
) -> None:
    notes.write({"people/zed": "", "proteges/ana": "---\ntitle: Ana\n---\n"})
    assert rows(quarters(notes)) == [["Ana", ""]]


def test_with_many_people_the_table_ends_earlier_and_says_so(notes: Writer) -> None:
    people = {f"mentors/p{n:02}": "---\nsince: 1950\n---\n" for n in range(60)}
    notes.write({**people, "touchpoints/1980-01-01": contact("p00", "letter")})
    found = quarters(notes)
    assert len(rows(found)) == 60
    assert {len(row) for row in rows(found)} == {1 + 25 * 4 - 2}
    assert "What was before 2002 is on the timeline." in found.text()
    assert len(found.html) < 60 * 99 * 34  # an empty cell is short


def test_nobody_yet_says_how_to_begin(notes: Writer) -> None:
    assert "journal new mentor" in quarters(notes).text()


def test_nothing_hidden_is_counted_or_named(notes: Writer) -> None:
    notes.write(
        {
            "mentors/petra": "---\ntitle: Petra\nsince: 2026-04-01\n---\n",
            "touchpoints/2026-05-01": contact("petra", "call"),
        }
    )
    before = quarters(notes).html
    notes.write(
        {
            "mentors/quentin": "---\nprivate: true\nsince: 2010\n---\n",
            "touchpoints/2026-05-02 x": contact("quentin", "call"),
            "touchpoints/2026-05-03 y": "---\npeople: petra\nchannel: call\nprivate: true\n---\n",
        }
    )
    assert quarters(notes).html == before

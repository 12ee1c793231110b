"""Everything as JSON, and tables for a spreadsheet."""

import json

import pytest

from journal.feeds.exports import TABLES, csv_table, json_export
from journal.notes.kinds import FOLDERS
from tests.support.feeds import everything_of, feed_source, notes_of, rows_of
from tests.support.findings import note
from tests.support.journal import Files, Writer
from tests.support.paths import REPO

NOTES: Files = {
    "mentors/amara": "---\nsince: 2015-03\nbirthday: 05-09\nquiet_hours: 20:00-08:00\n"
    "cadence: 3 months\nphases: [2015-03 new, 2016 waiting after the defence]\nemoji_ok: no\n"
    "phone: +351 210 000 000\nreplies_in: 1 week\nshoe size: 39\n---\nShe *reads* everything.\n",
    "proteges/bo": "---\nintroduced_by: amara\n---\n",
    "touchpoints/2026-06-02 note": "---\npeople: amara\nchannel: email\nminutes: 0\ntime: 09:05\n"
    "about: prize\ngave: [\"advice: wait\", idea]\n---\nAbout [[prize]] & \"tea\".\n\n"
    "- one\n- [ ] send #plots 📅 2026-07-01\n- [x] done\n\n%%hush%%\n",
    "touchpoints/2026-07-02 later": "---\npeople: amara\n---\n",
    "news/2026-05-01 prize": "---\ntitle: Prize\n---\n",
    "opportunities/medal": "---\nfor: amara\n---\n",
    "touchpoints/2026-06-03 offer": "---\npeople: amara\nchannel: email\nabout: medal\n---\n",
    "trips/oslo": "---\ncity: Oslo\nstart: 2026-08-01\n---\n",
}  # fmt: skip


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with something of most kinds."""
    return notes.write(NOTES)


def test_a_note_has_its_keys_as_the_vocabulary_names_them(journal: Writer) -> None:
    (amara,) = everything_of(journal.root)["notes"]["mentors"]
    assert amara == {
        "id": "mentors/amara",
        "title": "Amara",
        "roles": ["mentor"],
        "since": "2015-03",
        "birthday": "05-09",
        "phone": ["+351 210 000 000"],
        "quiet_hours": "20:00-08:00",
        "emoji_ok": False,
        "replies_in": "1 week",
        "phases": ["2015-03 new", "2016 waiting after the defence"],
        "cadence": "3 months",
        "also_noted": {"shoe size": "39"},
        "text": "She reads everything.",
    }


def test_links_are_ids_and_tasks_tags_and_text_are_there(journal: Writer) -> None:
    notes = {note["id"]: note for note in notes_of(everything_of(journal.root))}
    assert notes["proteges/bo"]["introduced_by"] == ["mentors/amara"]
    found = notes["touchpoints/2026-06-02 note"]
    assert found["people"] == ["mentors/amara"]
    assert found["about"] == found["links"] == found["tells"] == ["news/2026-05-01 prize"]
    assert found["minutes"] == 0
    assert found["time"] == "09:05"
    assert found["tags"] == ["plots"]
    assert [(t["text"], t["state"], t["due"]) for t in found["tasks"]] == [
        ("send #plots", "open", "2026-07-01"),
        ("done", "done", None),
    ]
    text = 'About prize & "tea".\n\n- one\n- [ ] send #plots 📅 2026-07-01\n- [x] done'
    assert found["text"] == text


def test_states_and_defaults_are_what_they_mean_today(journal: Writer) -> None:
    notes = {note["id"]: note for note in notes_of(everything_of(journal.root))}
    assert notes["touchpoints/2026-06-02 note"]["state"] == "done"
    assert notes["touchpoints/2026-07-02 later"]["state"] == "planned"
    assert notes["opportunities/medal"]["state"] == "offered"
    assert notes["trips/oslo"]["who"] == ["me"]
    assert notes["trips/oslo"]["end"] == "2026-08-01"


def test_every_key_in_the_json_is_in_the_vocabulary() -> None:
    found = everything_of(REPO)
    ours = {"id", "tasks", "links", "tells", "also_noted", "text"}
    assert list(found["notes"]) == list(FOLDERS)
    for folder, notes in found["notes"].items():
        ids = [note["id"] for note in notes]
        assert ids == sorted(ids)
        assert {key for note in notes for key in note} - ours <= set(FOLDERS[folder].keys)


def test_every_word_that_was_written_is_in_the_json(notes: Writer) -> None:
    for folder, kind in FOLDERS.items():
        keys = [key for key in kind.keys.values() if key.type in ("text", "list")]
        written = "".join(f"{key.name}: xyzzy {key.name}\n" for key in keys if key.name != "link")
        more = "people: amara\nchannel: email\ncity: Oslo\nstart: 2026-07-01\n"
        text = (
            f"---\n{written}{more if folder not in ('mentors', 'proteges', 'people') else ''}---\n"
        )
        if folder == "trips":
            text = text.replace("city: Oslo\n", "")
        notes.write({f"{folder}/2026-06-01 {folder}": text, "mentors/amara": "---\n---\n"})
    found = json.dumps(everything_of(notes.root))
    for kind in FOLDERS.values():
        for key in kind.keys.values():
            if key.type in ("text", "list") and key.name != "link":
                assert f"xyzzy {key.name}" in found, (kind.folder, key.name)


def test_private_notes_and_drafts_are_nowhere_in_json_and_tables(notes: Writer) -> None:
    notes.write(
        {
            "mentors/amara": "---\nintroduced_by: secret\n---\n"
            "Once with [[secret|her, whose name is Xanthe]].\n",
            "mentors/secret": "---\ntitle: Xanthe\nprivate: true\n---\n",
            "touchpoints/2026-06-01": "---\npeople: [amara, secret]\nchannel: call\nabout: gift\n"
            "---\nA gift for [[secret]].\n- [ ] ask [[Xanthe]]\n- [ ] buy a card\n",
            "news/2026-05-01-gift": "---\nabout: secret\n---\n",
            "news/2026-05-02-rough": "---\ndraft: true\ntitle: Rough\n---\n",
        }
    )
    shown = feed_source(notes.root)
    made = [json_export(shown), *(csv_table(shown, name) for name in TABLES)]
    text = b"\n".join(made).decode()
    assert not [word for word in ("secret", "Xanthe", "Rough", 'gift"') if word in text]
    assert "Once with a private note." in text
    assert "buy a card" in text
    assert "introduced_by" not in everything_of(notes.root)["notes"]["mentors"][0]
    assert "Xanthe" in json.dumps(everything_of(notes.root, private=True))
    assert "Rough" in json.dumps(everything_of(notes.root, drafts=True))


def test_the_json_is_the_same_every_time_and_ends_its_last_line(journal: Writer) -> None:
    first = json_export(feed_source(journal.root))
    assert first == json_export(feed_source(journal.root))
    assert first.endswith(b"}\n")


def test_characters_that_a_screen_obeys_are_escaped_in_the_json(notes: Writer) -> None:
    notes.write({"mentors/a": "---\nmet: one \u202e two\n---\n", "mentors/é": "---\n---\n"})
    written = json_export(feed_source(notes.root)).decode()
    assert "\u202e" not in written
    assert "É" in written
    assert everything_of(notes.root)["notes"]["mentors"][0]["met"] == "one \u202e two"


def test_touchpoints_are_rows_with_these_columns(journal: Writer) -> None:
    row = rows_of(journal.root)[0]
    assert list(row) == [
        "id", "date", "time", "people", "people_ids", "channel", "direction", "kind", "state",
        "title", "about", "question", "answered_on", "followup_on", "gave", "got", "minutes",
        "place", "text",
    ]  # fmt: skip
    assert row["id"] == "touchpoints/2026-06-02 note"
    assert (row["date"], row["time"], row["minutes"]) == ("2026-06-02", "09:05", "0")
    assert (row["people"], row["people_ids"], row["about"]) == ("Amara", "mentors/amara", "Prize")
    assert (row["gave"], row["got"]) == ("advice: wait; idea", "")
    assert row["text"].startswith('About prize & "tea".\n')


@pytest.mark.parametrize("name", TABLES)
def test_every_kind_is_a_table(name: str) -> None:
    rows = rows_of(REPO, name)
    expected = [n["id"] for f in TABLES[name] for n in everything_of(REPO)["notes"][f]]
    assert rows
    assert [row["id"] for row in rows] == expected
    assert all(None not in row and None not in row.values() for row in rows)


def test_people_of_all_folders_are_one_table(journal: Writer) -> None:
    amara, bo = rows_of(journal.root, "people")
    assert (amara["title"], amara["emoji_ok"], amara["since"]) == ("Amara", "no", "2015-03")
    assert (bo["introduced_by"], bo["introduced_by_ids"]) == ("Amara", "mentors/amara")
    (trip,) = rows_of(journal.root, "trips")
    assert (trip["who"], trip["who_ids"]) == ("me", "me")


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@a", "\ta", "\na"])
def test_my_name_is_no_formula(notes: Writer, begin: str) -> None:
    notes.write(
        {
            "journal.toml": f"[me]\nname = {json.dumps(begin)}\n",
            "trips/oslo": "---\ncity: Oslo\nstart: 2026-08-01\n---\n",
        }
    )
    (trip,) = rows_of(notes.root, "trips")
    assert trip["who"] == f"'{begin}"


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@a", "\ta", "\ra"])
def test_no_cell_is_a_formula(notes: Writer, begin: str) -> None:
    typed = json.dumps(begin)
    notes.write(
        {
            "mentors/a": f"---\ntitle: {typed}\n---\n",
            "touchpoints/2026-06-01": f"---\npeople: mentors/a\nchannel: email\ntitle: {typed}\n"
            f"gave: [{typed}]\nquestion: {typed}\n---\n{begin}\n",
        }
    )
    for name in ("touchpoints", "people"):
        for row in rows_of(notes.root, name):
            assert not [cell for cell in row.values() if cell[:1] in set("=+-@\t\r")]
    row = rows_of(notes.root)[0]
    assert row["question"].lstrip("'") in (begin, begin.strip())


def test_a_table_has_a_bom_and_crlf_and_keeps_line_breaks_inside_cells(journal: Writer) -> None:
    written = csv_table(feed_source(journal.root), "touchpoints")
    assert written.startswith("\ufeffid,date,time,people,".encode())
    assert written.endswith(b"\r\n")
    assert written.count(b"\r\n") == 1 + len(rows_of(journal.root))


def test_a_link_to_a_name_that_several_have_is_what_it_means_where_it_stands(
    notes: Writer,
) -> None:
    link = note(body="[[plots]]")
    files = {f"goals/{folder}/{name}": link for folder in "ab" for name in ("asks", "plots")}
    found = {each["id"]: each for each in notes_of(everything_of(notes.write(files).root))}
    assert found["goals/a/asks"]["links"] == ["goals/a/plots"]
    assert found["goals/b/asks"]["links"] == ["goals/b/plots"]

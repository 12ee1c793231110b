"""`journal new`: a note of any kind, ready to be filled in."""

import re
import sys
from pathlib import Path

import pytest

from journal.errors import Exit
from journal.notes.kinds import KINDS
from tests.support.command import run
from tests.support.journal import Writer

#: What a kind needs so that its note counts.
NEEDED = {
    "trip": ["city=Oslo", "start=2026-07-01"],
    "touchpoint": ["people=amara", "channel=email"],
}


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with one mentor."""
    return notes.write(
        {
            "mentors/amara-okoye": "---\naliases: [Amara]\nsince: 2015\n"
            "prefs_asked: 2026-01-01\n---\n",
            "touchpoints/2026/2026-01-02 Amara okoye asks": "---\npeople: amara-okoye\n"
            "channel: email\n---\n",
        }
    )


@pytest.mark.parametrize(
    ("word", "folder"),
    [
        ("mentee", "proteges"),
        ("Mentees", "proteges"),
        ("protégé", "proteges"),
        ("contacts", "people"),
        ("MENTORS", "mentors"),
    ],
)
def test_a_kind_is_understood_by_each_of_its_words(journal: Writer, word: str, folder: str) -> None:
    assert run(journal.root, "new", word, "Bo").out == f"content/{folder}/bo.md\n"


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_of_every_kind_reads_back_without_an_error(journal: Writer, kind: str) -> None:
    title = "Zoë’s “first”: a #start, isn't it?"
    given = [word for item in NEEDED.get(kind, []) for word in ("--set", item)]
    ran = run(journal.root, "new", kind, title, *given)
    assert ran.status == Exit.FINE, ran.err
    path = journal.root / ran.out.strip()
    assert path.is_file()
    note = journal.journal().notes[path.relative_to(journal.root / "content").as_posix()[:-3]]
    assert note.title == title
    assert journal.codes() == []


def test_the_likely_keys_stand_in_it_as_comments_with_their_help(journal: Writer) -> None:
    ran = run(journal.root, "new", "mentor", "Bo Chen")
    text = (journal.root / ran.out.strip()).read_text(encoding="utf-8")
    for key in KINDS["mentor"].keys.values():
        line = rf"(?m)^# {key.name}:   (?:[^#\n]+ )?# {re.escape(key.help)}"
        assert bool(re.search(line, text)) is key.likely


@pytest.mark.parametrize("kind", KINDS)
def test_who_takes_the_first_sign_of_a_line_away_records_no_help(
    journal: Writer, kind: str
) -> None:
    journal.write({"mentors/bo-chen": "---\nsince: 2016\n---\n"})
    given = [word for item in NEEDED.get(kind, []) for word in ("--set", item)]
    path = journal.root / run(journal.root, "new", kind, "First", *given).out.strip()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n# ", "\n"), encoding="utf-8")
    assert [found for found in journal.codes() if found[0].endswith(path.name)] == []
    note = journal.journal().notes[path.relative_to(journal.root / "content").as_posix()[:-3]]
    said = repr([getattr(note, key.attribute) for key in KINDS[kind].keys.values()])
    assert not [key.name for key in KINDS[kind].keys.values() if key.help in said]


def test_the_path_is_relative_to_the_root(journal: Writer) -> None:
    ran = run(journal.root / "content", "new", "person", "Élodie d'Arc")
    assert ran.out == "content/people/elodie-d'arc.md\n"


def test_a_title_with_one_word_is_still_the_name(journal: Writer) -> None:
    run(journal.root, "new", "person", "VAN DER BERG")
    assert [p.title for p in journal.journal().people if "van" in p.id] == ["VAN DER BERG"]


def test_news_and_touchpoints_are_named_by_their_day(journal: Writer) -> None:
    assert run(journal.root, "new", "news", "A prize").out == "content/news/2026-06-15-a-prize.md\n"
    dated = run(journal.root, "new", "news", "Old", "--set", "date=2020-02-03")
    assert dated.out == "content/news/2020-02-03-old.md\n"
    lunch = run(journal.root, "new", "touchpoint", "Lunch", "--set", "with=amara")
    assert lunch.out == "content/touchpoints/2026/2026-06-15 Lunch.md\n"


def test_a_touchpoint_ahead_is_written_as_planned(journal: Writer) -> None:
    for day, state in (("2026-06-16", "planned"), ("2026-06-15", ""), ("2026-06-14", "")):
        given = ["--set", "people=amara", "--set", f"date={day}", "--set", "channel=lunch"]
        assert run(journal.root, "new", "touchpoint", f"Dinner {day}", *given).status == Exit.FINE
        found = journal.journal().notes[f"touchpoints/2026/{day} Dinner {day}"]
        assert getattr(found, "state", None) == state


@pytest.mark.parametrize(
    ("given", "prefers"),
    [
        (["prefers=[video, mail]"], ("video", "email")),
        (['prefers=["video", email]', "prefers=call"], ("video", "email", "call")),
        (["prefers=video"], ("video",)),
    ],
)
def test_a_list_may_be_written_as_in_a_note(
    journal: Writer, given: list[str], prefers: tuple[str, ...]
) -> None:
    args = [word for item in given for word in ("--set", item)]
    ran = run(journal.root, "new", "mentor", "Bo Chen", *args)
    assert ran.status == Exit.FINE, ran.err
    assert [p.prefers for p in journal.journal().people if p.title == "Bo Chen"] == [prefers]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("prefers=[video, emial]", "did you mean email?"),
        ("prefers=[video, email", "prefers"),
        ("prefers=[a: {b]", "say --set once for each"),
        ("tags=[a: b, c]", "say --set once for each"),
        ("tags=[]", "say --set once for each"),
    ],
)
def test_a_list_that_is_none_is_refused(journal: Writer, setting: str, said: str) -> None:
    ran = run(journal.root, "new", "mentor", "Bo Chen", "--set", setting)
    assert ran.status == Exit.NOT_RUN
    assert said in ran.err


def test_a_second_note_of_a_title_gets_a_number(journal: Writer) -> None:
    run(journal.root, "new", "lesson", "Listen")
    assert run(journal.root, "new", "lesson", "Listen").out == "content/lessons/listen 2.md\n"


def test_a_second_person_of_a_name_is_refused(journal: Writer) -> None:
    ran = run(journal.root, "new", "mentor", "Amara Okoye")
    assert ran.status == Exit.NOT_RUN
    assert "is there already, and was not touched" in ran.err


def test_set_takes_the_vocabulary_s_words_and_synonyms(journal: Writer) -> None:
    ran = run(
        journal.root, "new", "mentor", "Bo",
        "--set", "Prefers=E-Mail", "--set", "prefers=zoom", "--set", "time-zone=Asia/Tokyo",
        "--set", "timezone=Asia/Tokyo", "--set", "since=2020-05", "--set", "emoji_ok=no",
    )  # fmt: skip
    assert ran.status == Exit.NOT_RUN  # time-zone is close to timezone, but is none
    ran = run(
        journal.root, "new", "mentor", "Bo",
        "--set", "Prefers=E-Mail", "--set", "prefers=zoom", "--set", "timezone=Asia/Tokyo",
        "--set", "since=2020-05", "--set", "emoji_ok=no",
    )  # fmt: skip
    bo = journal.journal().person("mentors/bo")
    assert bo
    assert (bo.prefers, bo.tz, str(bo.since), bo.emoji_ok) == (
        ("email", "video"), "Asia/Tokyo", "2020-05", False,
    )  # fmt: skip


def test_values_that_yaml_would_change_read_back(journal: Writer) -> None:
    odd = {
        "org": "NO",
        "job_title": "Re: a: b # c",
        "met": "2024-02-30",
        "city": "[x]",
        "why": "1e3",
    }
    given = [word for key, value in odd.items() for word in ("--set", f"{key}={value}")]
    run(journal.root, "new", "mentor", "Bo", *given, "--set", "phone=+351 210 000 000")
    bo = journal.journal().person("mentors/bo")
    assert bo
    assert {key: getattr(bo, key) for key in odd} == odd
    assert bo.phone == ("+351 210 000 000",)


def test_a_repeated_key_adds_to_a_list_and_is_refused_otherwise(journal: Writer) -> None:
    run(
        journal.root,
        "new",
        "goal",
        "G",
        "--set",
        "people=amara",
        "--set",
        "tags=a",
        "--set",
        "tags=b",
    )
    assert journal.journal().goals[0].tags == ("a", "b")
    ran = run(journal.root, "new", "goal", "H", "--set", "kind=job", "--set", "kind=grant")
    assert ran.status == Exit.NOT_RUN
    assert "`kind` holds one value" in ran.err


@pytest.mark.parametrize(
    ("kind", "setting", "said"),
    [
        ("mentor", "prefers=emial", "did you mean email?"),
        ("mentor", "prefrs=email", "did you mean `prefers`?"),
        ("mentor", "since=soon", "expected a year, month or day"),
        ("mentor", "cadence=often", "expected a duration"),
        ("mentor", "prefers", "is no KEY=VALUE"),
        ("mentor", "prefers=", "is no KEY=VALUE"),
        ("mentor", "=email", "is no KEY=VALUE"),
        ("mentor", "title=Other", "is given by itself"),
        ("goal", "people=nobody", "is no person of this journal"),
        ("goal", "because_of=nothing", "is no note of this journal"),
        ("mentr", "since=2020", "did you mean mentor?"),
        ("trip", "end=2026-13-01", "expected a date"),
    ],
)
def test_what_the_vocabulary_does_not_know_is_refused(
    journal: Writer, kind: str, setting: str, said: str
) -> None:
    before = set((journal.root / "content").rglob("*"))
    ran = run(journal.root, "new", kind, "X", "--set", setting)
    assert ran.status == Exit.NOT_RUN
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert set((journal.root / "content").rglob("*")) == before


def test_keys_that_contradict_are_refused(journal: Writer) -> None:
    ran = run(
        journal.root, "new", "trip", "T",
        "--set", "city=Oslo", "--set", "start=2026-07-02", "--set", "end=2026-07-01",
    )  # fmt: skip
    assert ran.status == Exit.NOT_RUN
    assert "`end` 2026-07-01 is before `start` 2026-07-02" in ran.err


def test_a_key_of_one_s_own_is_kept(journal: Writer) -> None:
    run(journal.root, "new", "mentor", "Bo", "--set", "tea=green: no sugar")
    bo = journal.journal().person("mentors/bo")
    assert bo
    assert bo.extra == (("tea", "green: no sugar"),)


def test_what_is_still_missing_is_said(journal: Writer) -> None:
    ran = run(journal.root, "new", "trip", "Oslo")
    assert ran.status == Exit.FINE
    assert "`city` is missing" in ran.err
    assert "`start` is missing" in ran.err


def test_links_are_written_as_the_note_s_shortest_name(journal: Writer) -> None:
    ran = run(journal.root, "new", "trip", "Oslo", "--set", "who=me", "--set", "who=okoye")
    text = (journal.root / ran.out.strip()).read_text(encoding="utf-8")
    assert "who: [me, amara-okoye]\n" in text


@pytest.mark.parametrize("title", ["", "  ", "\n"])
def test_a_title_says_something(journal: Writer, title: str) -> None:
    ran = run(journal.root, "new", "lesson", title)
    assert ran.status == Exit.NOT_RUN
    assert "title is empty" in ran.err


@pytest.mark.parametrize(
    "title", ["../../escape", "/etc/passwd", "CON", "a/b", "..", ".hidden", "_x", "é" * 400, "森"]
)
def test_no_title_leaves_its_folder(journal: Writer, title: str) -> None:
    ran = run(journal.root, "new", "lesson", title)
    assert ran.status == Exit.FINE, ran.err
    assert (journal.root / ran.out.strip()).parent == journal.root / "content/lessons"
    assert [lesson.title for lesson in journal.journal().lessons] == [title]


def test_edit_opens_the_editor_on_the_note(journal: Writer, tmp_path: Path) -> None:
    editor = tmp_path / "my editor.py"
    editor.write_text("import sys; open(sys.argv[2], 'a').write(sys.argv[1])")
    opened = f'"{sys.executable}" "{editor}" "typed in"'
    ran = run(journal.root, "new", "lesson", "Two words", "--edit", EDITOR=opened, VISUAL="")
    assert (journal.root / ran.out.strip()).read_text(encoding="utf-8").endswith("typed in")


def test_an_editor_that_is_missing_costs_no_note(journal: Writer) -> None:
    ran = run(journal.root, "new", "lesson", "L", "--edit", VISUAL="no-such-editor")
    assert ran.status == Exit.NOT_RUN
    assert "no-such-editor" in ran.err
    assert (journal.root / "content/lessons/l.md").is_file()

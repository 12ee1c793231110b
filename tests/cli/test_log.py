"""`journal log`: one touchpoint in one line, which reads back exactly as it was given."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.errors import Exit
from journal.notes.records import Touchpoint
from tests.support.command import process, run
from tests.support.journal import Writer

NOTES = {
    "mentors/amara-okoye": "---\naliases: [Amara, Prof. Okoye]\nprefers: [letter, email]\n---\n",
    "mentors/klara-dvorakova": "---\ntitle: Klára Dvořáková\nemail: klara@example.org\n---\n",
    "mentors/klaus": "",
    "people/same": "---\ntitle: Same Stem\n---\n",
    "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
    "opportunities/same": "---\ntitle: A panel\n---\n",
}


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with a few people."""
    return notes.write(NOTES)


def logged(journal: Writer, *args: str, text: str = "") -> Touchpoint:
    """Log, and return the touchpoint as it is read back."""
    ran = run(journal.root, "log", *args, text=text)
    assert ran.status == Exit.FINE, ran.err
    note = journal.journal().notes[ran.out.strip().removeprefix("content/").removesuffix(".md")]
    assert isinstance(note, Touchpoint)
    return note


def body(journal: Writer, note: Touchpoint) -> str:
    """Return the text below the front matter."""
    whole = (journal.root / note.path).read_bytes().decode()
    return whole.partition("\n---\n")[2]


def people(journal: Writer, note: Touchpoint) -> tuple[str, ...]:
    """Return the ids of the people in a touchpoint."""
    return journal.journal().refs(note, "people")


def test_the_shortest_line_is_a_name(journal: Writer) -> None:
    note = logged(journal, "amara")
    assert note.path == "content/touchpoints/2026/2026-06-15 Email to Amara Okoye.md"
    assert people(journal, note) == ("mentors/amara-okoye",)
    assert (note.channel, note.kind, note.direction) == ("email", "note", "out")
    assert journal.codes() == []


def test_everything_that_is_given_reads_back(journal: Writer) -> None:
    note = logged(
        journal, "amara", "dvor", "-m", "NO: 2024-02-30 # “quotes” 🙂",
        "--channel", "Zoom", "--on", "last friday", "--time", "09:05", "--direction", "both",
        "--kind", "question", "--about", "prize", "--about", "panel", "--question", "Re: a: b?",
        "--followup", "in 3 weeks", "--gave", "idea: a, b: c", "--gave", "[x]", "--got", "NO",
        "--title", "@x & 'y': “z” / 😀",
    )  # fmt: skip
    assert note.date == dt.date(2026, 6, 12)
    assert note.time == dt.time(9, 5)
    assert (note.channel, note.direction, note.kind) == ("video", "both", "question")
    assert note.question == "Re: a: b?"
    assert note.followup_on == dt.date(2026, 7, 6)
    assert (note.gave, note.got) == (("idea: a, b: c", "[x]"), ("NO",))
    assert note.title == "@x & 'y': “z” / 😀"
    assert people(journal, note) == ("mentors/amara-okoye", "mentors/klara-dvorakova")
    about = journal.journal().refs(note, "about")
    assert about == ("news/2026-06-01-prize", "opportunities/same")
    assert body(journal, note) == "\nNO: 2024-02-30 # “quotes” 🙂\n"
    assert journal.codes() == []


@pytest.mark.parametrize("dash", [["-"], ["-m", "-"]])
def test_a_dash_reads_the_text_from_standard_input(journal: Writer, dash: list[str]) -> None:
    text = "---\ntitle: no\n---\n  four\r\n{% raw %}\n\n"
    assert body(journal, logged(journal, "amara", *dash, text=text)) == f"\n{text}"


def test_standard_input_that_is_not_utf8_is_refused(journal: Writer) -> None:
    ran = run(journal.root, "log", "amara", "-", text=b"caf\xe9")
    assert ran.status == Exit.NOT_RUN
    assert "not UTF-8" in ran.err


@pytest.mark.parametrize("text", ["a\x00b", "a\x1b[31mb"])
def test_control_characters_are_refused(journal: Writer, text: str) -> None:
    ran = run(journal.root, "log", "amara", "-", text=text)
    assert ran.status == Exit.NOT_RUN
    assert "\x1b" not in ran.err
    assert not list((journal.root / "content").glob("touchpoints/**/*.md"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    message=st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=80),
    question=st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=40),
    gave=st.lists(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1)),
)
def test_any_text_reads_back(message: str, question: str, gave: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = Writer(Path(folder)).write(NOTES)
        asked, given_away = " ".join(question.split()), [" ".join(text.split()) for text in gave]
        args = [f"--gave={text}" for text in given_away if text]
        args += [f"--question={asked}"] if asked else []
        ran = run(journal.root, "log", "amara", f"--message={message}", "--title", "T", *args)
        if ran.status != Exit.FINE:  # characters that no note may have
            assert "Nothing was written" in ran.err or message == "-"
            return
        note = next(iter(journal.journal().touchpoints))
        assert note.question == asked
        assert note.gave == tuple(dict.fromkeys(text for text in given_away if text))
        typed = body(journal, note) if message and message != "-" else f"\n{message}"
        assert typed.removeprefix("\n").rstrip("\n") == message.rstrip("\n").replace("-", "-")


def test_a_part_of_a_name_is_enough_where_it_is_clear(journal: Writer) -> None:
    for name in ("okoye", "prof", "AMARA OKOYE", "mentors/amara-okoye", "[[amara-okoye]]", "ama"):
        note = logged(journal, name, "-m", f"By {name.strip('[]')}")
        assert people(journal, note) == ("mentors/amara-okoye",)


def test_a_part_that_is_not_clear_asks_which(journal: Writer) -> None:
    ran = run(journal.root, "log", "kla", "--channel", "email")
    assert ran.status == Exit.NOT_RUN
    assert "“Klára Dvořáková” (mentors/klara-dvorakova) and “Klaus” (mentors/klaus)" in ran.err
    assert "Say which" in ran.err


def test_nobody_gets_a_suggestion(journal: Writer) -> None:
    assert "did you mean “Amara Okoye”?" in run(journal.root, "log", "amrra").err
    assert run(journal.root, "log", "zzz").status == Exit.NOT_RUN
    assert run(journal.root, "log", "").status == Exit.NOT_RUN
    assert run(journal.root, "log", "-", text="x").status == Exit.NOT_RUN


def test_a_person_named_twice_is_in_it_once(journal: Writer) -> None:
    assert people(journal, logged(journal, "amara", "okoye")) == ("mentors/amara-okoye",)


def test_a_stem_that_another_note_shares_is_linked_by_its_id(journal: Writer) -> None:
    note = logged(journal, "same stem", "--channel", "email")
    assert people(journal, note) == ("people/same",)
    assert journal.codes() == []


def test_a_later_day_is_a_plan_and_stays_one(journal: Writer) -> None:
    note = logged(journal, "amara", "--on", "tomorrow")
    assert note.state == "planned"
    assert note.is_planned(dt.date(2026, 6, 15))
    assert note.is_to_confirm(dt.date(2026, 6, 17))
    assert [f.code for f in journal.journal(dt.date(2026, 6, 15)).findings] == []


@pytest.mark.parametrize("day", ["today", "yesterday", "2026-01-02"])
def test_a_day_that_has_come_is_no_plan(journal: Writer, day: str) -> None:
    assert logged(journal, "amara", "--on", day).state == ""


def test_a_state_that_was_said_stands(journal: Writer) -> None:
    note = logged(journal, "amara", "--on", "tomorrow", "--set", "state=cancelled")
    assert note.state == "cancelled"


def test_every_other_key_has_a_way_in(journal: Writer) -> None:
    note = logged(
        journal, "amara", "--channel", "coffee", "--time", "3pm", "--place", "Café Lusitano",
        "--minutes", "45", "--private", "--set", "holiday=Epiphany", "--set", "tags=one",
        "--set", "tags=two", "--set", "because_of=prize", "--set", "answered_on=yesterday",
        "--on", "last week", "--followup", "2 weeks", "--set", "mood=good",
    )  # fmt: skip
    assert (note.date, note.time, note.minutes) == (dt.date(2026, 6, 8), dt.time(15, 0), 45)
    assert (note.place, note.private, note.holiday) == ("Café Lusitano", True, "Epiphany")
    assert (note.tags, note.extra) == (("one", "two"), (("mood", "good"),))
    assert (note.answered_on, note.followup_on) == (dt.date(2026, 6, 14), dt.date(2026, 6, 29))
    assert journal.journal().refs(note, "because_of") == ("news/2026-06-01-prize",)


def test_a_length_of_time_counts_from_a_plan_s_day(journal: Writer) -> None:
    note = logged(journal, "amara", "--on", "in 3 weeks", "--followup", "1 week")
    assert note.followup_on == dt.date(2026, 7, 13)


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("3pm", "15:00"), ("3 PM", "15:00"), ("3:30 p.m.", "15:30"), ("12am", "00:00"),
        ("12pm", "12:00"), ("9.05", "09:05"), ("at 9:05", "09:05"), ("17h", "17:00"),
        ("noon", "12:00"), ("09:05", "09:05"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_say_it(journal: Writer, said: str, time: str) -> None:
    assert f"{logged(journal, 'amara', '--time', said).time:%H:%M}" == time


@pytest.mark.parametrize(
    ("said", "day", "time"),
    [
        ("yesterday 3pm", 14, "15:00"),
        ("yesterday at 9:05", 14, "09:05"),
        ("2026-06-12T10:00", 12, "10:00"),
        ("12 June 2026, 3:30 p.m.", 12, "15:30"),
        ("today noon", 15, "12:00"),
        ("last friday 17:00", 12, "17:00"),
    ],
)
def test_a_time_behind_the_day_is_the_time(journal: Writer, said: str, day: int, time: str) -> None:
    note = logged(journal, "amara", "--on", said)
    assert (note.date.day, f"{note.time:%H:%M}") == (day, time)


def test_a_time_said_in_two_places_is_refused(journal: Writer) -> None:
    ran = run(journal.root, "log", "amara", "--on", "yesterday 3pm", "--time", "16:00")
    assert "`time` holds one value" in ran.err


@pytest.mark.parametrize(
    ("option", "texts"),
    [
        ("--question", ("Why?", "How?")),
        ("--channel", ("email", "call")),
        ("--kind", ("note", "thanks")),
        ("--on", ("today", "yesterday")),
        ("--time", ("09:00", "10:00")),
        ("--followup", ("2w", "3w")),
        ("--title", ("One", "Two")),
        ("--place", ("Porto", "Braga")),
    ],
)
def test_what_is_said_twice_and_can_be_kept_once_is_no_loss(
    journal: Writer, option: str, texts: tuple[str, str]
) -> None:
    ran = run(journal.root, "log", "amara", *(part for text in texts for part in (option, text)))
    assert ran.status == Exit.NOT_RUN
    assert "holds one value" in ran.err or "has one day" in ran.err
    assert not list((journal.root / "content").glob("touchpoints/**/*.md"))


def test_an_option_and_set_are_one(journal: Writer) -> None:
    ran = run(journal.root, "log", "amara", "--place", "Porto", "--set", "place=Braga")
    assert "`place` holds one value" in ran.err


def test_each_message_is_a_paragraph(journal: Writer) -> None:
    note = logged(journal, "amara", "-m", "One.", "-", "-m", "Two.", text="Three.")
    assert body(journal, note) == "\nOne.\n\nTwo.\n\nThree.\n"


def test_the_editor_opens_what_was_written(journal: Writer, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    script.write_text(
        '#!/bin/sh\nprintf "place: Porto\\n" > "$1.tmp"\n'
        'sed "2r $1.tmp" "$1" > "$1.new" && mv "$1.new" "$1" && rm "$1.tmp"\n'
    )
    script.chmod(0o700)
    ran = run(journal.root, "log", "amara", "--edit", VISUAL=str(script))
    assert ran.status == Exit.FINE, ran.err
    assert [note.place for note in journal.journal().touchpoints] == ["Porto"]
    assert "Email to Amara Okoye, today." in ran.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["amara"], "Email to Amara Okoye, today. Next: by 15 September."),
        (["amara", "--on", "yesterday"], "Email to Amara Okoye, yesterday. Next: by 14 September."),
        (["amara", "--on", "2026-06-03"], "Email to Amara Okoye, on 3 June. Next:"),
        (["amara", "--on", "2025-06-03"], "Email to Amara Okoye, on 3 June 2025. Next:"),
        (["amara", "--on", "3 July", "--channel", "call"],
         "Call with Amara Okoye, planned for 3 July. Next: by 3 July."),
        (["amara", "--direction", "in"], "Email from Amara Okoye, today. Next: by 22 June."),
        (["amara", "dvor", "--channel", "coffee"],
         "Meeting with Amara Okoye and Klára Dvořáková, today. "
         "Next: Amara Okoye by 15 September, Klára Dvořáková by 15 September."),
        (["amara", "--followup", "2w"], "Email to Amara Okoye, today. Next: by 29 June."),
        (["same stem", "--channel", "text"], "Text message to Same Stem, today."),
    ],
)  # fmt: skip
def test_it_says_what_was_understood_and_what_follows(
    journal: Writer, args: list[str], said: str
) -> None:
    ran = run(journal.root, "log", *args)
    assert ran.out.count("\n") == 1
    assert ran.err.startswith(said)


def test_the_day_that_follows_is_the_one_of_next(journal: Writer) -> None:
    said = run(journal.root, "log", "amara").err
    found = journal.advice().of("mentors/amara-okoye")
    assert found
    assert found.reach_by
    assert said.rstrip().endswith(f"by {found.reach_by.day} September.")


def test_what_the_contact_did_not_settle_is_said(journal: Writer) -> None:
    task = "- [ ] send the plots 📅 2026-06-01"
    logged(journal, "amara", "--on", "2026-05-01", "-m", task)
    said = run(journal.root, "log", "amara", "-m", "Sent something else.").err
    assert "Next: by 1 June. Still waiting: You promised" in said


def test_the_words_of_a_file_say_how_and_which_way(journal: Writer) -> None:
    for args, name in (
        (["--channel", "call"], "Call with Amara Okoye"),
        (["--channel", "email", "--direction", "in"], "Email from Amara Okoye"),
        (["klára", "klaus", "same stem", "--channel", "coffee"],
         "Meeting with Amara Okoye, Klára Dvořáková, Klaus and others"),
    ):  # fmt: skip
        assert logged(journal, "amara", *args).title == name


@pytest.mark.parametrize(
    "args", [["--title", "Amara Okoye"], ["--title", "Prof. Okoye"], ["-m", "# Amara\n\ntext"]]
)
def test_a_touchpoint_called_like_a_person_takes_no_contact_away(
    journal: Writer, args: list[str]
) -> None:
    logged(journal, "amara", *args)
    again = logged(journal, "Amara Okoye", "--channel", "call", "-m", "[[Amara Okoye]] rang.")
    met = journal.journal().with_person["mentors/amara-okoye"]
    assert again.id in [note.id for note in met]
    assert not journal.journal().findings


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--channel", "smoke"], "`channel` does not know “smoke”"),
        (["--kind", "quesion"], "did you mean question?"),
        (["--direction", "up"], "one of out, in, both"),
        (["--time", "25:00"], "expected a time of day"),
        (["--time", "13pm"], "expected a time of day"),
        (["--minutes", "long"], "expected a whole number"),
        (["--set", "people=klara"], "leave `people` out of --set"),
        (["--set", "plaec=Porto"], "did you mean `place`?"),
        (["--set", "place"], "is no KEY=VALUE"),
        (["--followup", "yesterday"], "is before the contact"),
        (["--on", "someday"], "is no day"),
        (["--followup", "2026-02-30"], "is no day"),
        (["--about", "nothing"], "is no note of this journal"),
        (["--channl", "email"], "Did you mean '--channel'?"),
    ],
)
def test_what_cannot_be_meant_is_refused(journal: Writer, args: list[str], said: str) -> None:
    ran = run(journal.root, "log", "amara", *args)
    assert ran.status == Exit.NOT_RUN
    assert said in ran.err
    assert not list((journal.root / "content").glob("touchpoints/**/*.md"))


def test_logging_tells(journal: Writer) -> None:
    assert "news/2026-06-01-prize" in _talking_points(journal)
    logged(journal, "amara", "--about", "prize")
    assert "news/2026-06-01-prize" not in _talking_points(journal)


def _talking_points(journal: Writer) -> tuple[str, ...]:
    found = journal.advice().of("mentors/amara-okoye")
    assert found
    return found.talking_points.news


def test_a_folder_that_may_not_be_written_is_one_sentence(journal: Writer) -> None:
    (journal.root / "content/touchpoints").write_text("a file in the way")
    ran = process(journal.root, "log", "amara")
    assert ran.status == Exit.NOT_RUN
    assert "could not be written" in ran.err
    assert ran.err.count("\n") == 1

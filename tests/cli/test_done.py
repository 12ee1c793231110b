"""A promise is ticked by its words, in its box alone, and the tick is taken back."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.errors import Exit
from tests.support.command import Ran, run
from tests.support.journal import Writer

CALL = "content/touchpoints/2026-06-01 call.md"
HEAD = "---\npeople: amara-okoye\nchannel: call\n---\n"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with two people."""
    return notes.write({"mentors/amara-okoye": "", "mentors/bo": "- [ ] ask Bo for a date\n"})


def ticked(journal: Writer, tasks: str, *args: str) -> str:
    """Return the tasks after the command."""
    journal.write({"touchpoints/2026-06-01 call": HEAD + tasks})
    ran = run(journal.root, "done", *args)
    assert ran.status == Exit.FINE, ran.err
    return (journal.root / CALL).read_bytes().decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("task", "made"),
    [
        ("- [ ] send the plots\n", "- [x] send the plots\n"),
        ("- [ ] send the plots 📅 2026-06-20", "- [x] send the plots 📅 2026-06-20"),
        ("  1. [ ] send the *plots*\r\n", "  1. [x] send the *plots*\r\n"),
        ("> * [ ] send the plots `[ ]`\n", "> * [x] send the plots `[ ]`\n"),
        ("- - [ ] send the plots [ ] now  \n", "- - [x] send the plots [ ] now  \n"),
        ("- [ ] the plots ➕ 2026-06-01\n", "- [x] the plots ➕ 2026-06-01 ✅ 2026-06-15\n"),
        (
            "- [ ] send the plots ^abc\r\n- [x] a ✅ 2026-06-01",
            "- [x] send the plots ✅ 2026-06-15 ^abc\r\n- [x] a ✅ 2026-06-01",
        ),
        (
            "- [ ] send the plots [created:: 2026-06-01]\n",
            "- [x] send the plots [created:: 2026-06-01] [completion:: 2026-06-15]\n",
        ),
        ("- [ ] send the plots #theirs\n", "- [x] send the plots #theirs\n"),
    ],
)  # fmt: skip
def test_a_box_is_ticked_and_dated_as_the_note_does(journal: Writer, task: str, made: str) -> None:
    assert ticked(journal, task, "amara", "plots") == made


def test_dropped_is_a_box_of_its_own(journal: Writer) -> None:
    assert ticked(journal, "- [ ] send plots\n", "plots", "--drop") == "- [-] send plots\n"
    tasks = "- [ ] send plots ⏫\n"
    assert ticked(journal, tasks, "plots", "--drop") == "- [-] send plots ⏫ ❌ 2026-06-15\n"


@pytest.mark.parametrize(
    "args",
    [
        ("send", "the", "PLOTS"),
        ("okoye", "send plots"),
        ("amara", "okoye", "plots"),
        (f"{CALL}:6",),
        ("amara", "to amara"),
    ],
)
def test_words_in_any_order_and_the_place_find_it(journal: Writer, args: tuple[str, ...]) -> None:
    made = ticked(journal, "- [ ] other\n- [ ] send the plots to Amara\n", *args)
    assert made == "- [ ] other\n- [x] send the plots to Amara\n"


def test_words_that_only_begin_like_a_name_are_words(journal: Writer) -> None:
    journal.write({"people/may": ""})
    assert ticked(journal, "- [ ] May 5 report\n", "may", "5", "report") == "- [x] May 5 report\n"


def test_without_words_those_that_are_open_are_listed(journal: Writer) -> None:
    tasks = "- [ ] send the plots 📅 2026-06-20\n- [x] a\n- [-] b\n- [ ] her book #theirs\n"
    journal.write({"touchpoints/2026-06-01 call": HEAD + tasks})
    assert run(journal.root, "done").out.splitlines() == [
        "send the plots, by 20 June 2026 · Amara Okoye",
        f"    {CALL}:5",
        "ask Bo for a date · Bo",
        "    content/mentors/bo.md:1",
        "her book · Amara Okoye · theirs",
        f"    {CALL}:8",
    ]
    assert "Bo" not in run(journal.root, "done", "amara").out
    assert run(journal.root, "done", "--dry-run").out.count("content/") == 3


def refused(journal: Writer, *args: str) -> Ran:
    ran = run(journal.root, "done", *args)
    assert ran.status == Exit.NOT_RUN
    return ran


def test_what_is_not_clear_is_asked(journal: Writer) -> None:
    tasks = "- [ ] send the plots\n- [ ] send the code\n"
    journal.write({"touchpoints/2026-06-01 call": HEAD + tasks})
    assert f"“send the plots” ({CALL}:5) and “send the code”" in refused(journal, "send").err
    assert "open are “send the plots”" in refused(journal, "amara", "book").err
    assert "No open promise has the words" in refused(journal, "nothing of it").err


def test_a_plan_that_was_cancelled_promises_nothing(journal: Writer) -> None:
    note = HEAD.replace("channel", "state: cancelled\nchannel") + "- [ ] send the plots\n"
    journal.write({"touchpoints/2026-06-01 call": note})
    refused(journal, "plots")


_LINES = st.sampled_from([
    "- [ ] one", "* [ ] two ^id", "1. [ ] three 📅 2026-07-01", "> - [ ] four ➕ 2026-01-01",
    "- [x] five ✅ 2026-01-01", "- [-] six", "  - [ ] seven", "text", "", "```", "\t- [ ] eight",
    "- - [ ] nine", "%%", "- [ ] ten\\", "    - [ ] eleven", "<!-- -->", "- [ ] [[bo]] `[ ]`",
])  # fmt: skip


@pytest.mark.slow
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(st.lists(_LINES, max_size=9), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_one_line_changes_and_undo_gives_the_same_bytes(
    tmp_path: Path, lines: list[str], end: str, drop: bool
) -> None:
    note = tmp_path / "content/mentors/bo.md"
    note.parent.mkdir(parents=True, exist_ok=True)
    raw = ("\ufeff" * drop + end.join(lines)).encode()
    note.write_bytes(raw)
    listed = [line.strip() for line in run(tmp_path, "done").out.splitlines()]
    for place in [line for line in listed if line.startswith("content/mentors/bo.md:")]:
        assert run(tmp_path, "done", place, *["--drop"] * drop).status == Exit.FINE
        made = note.read_bytes().split(b"\n")
        number = int(place.rpartition(":")[2]) - 1
        assert made[:number] == raw.split(b"\n")[:number]
        assert made[number + 1 :] == raw.split(b"\n")[number + 1 :]
        assert made[number] != raw.split(b"\n")[number]
        assert run(tmp_path, "undo").status == Exit.FINE
        assert note.read_bytes() == raw

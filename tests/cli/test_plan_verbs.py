"""A plan is confirmed, moved or cancelled by one line, its file's name and links to that."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.errors import Exit
from journal.notes.kinds import KINDS
from journal.writing.front_matter_edit import without
from tests.support.command import Ran, run
from tests.support.front_matters import front_matters
from tests.support.journal import Writer

PLAN = "---\npeople: amara\nchannel: call\nstate: planned # by her\n---\nHi"
AHEAD, PAST = "touchpoints/2026/2026-06-30 Call", "touchpoints/2026/2026-06-01 Call"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with two people."""
    return notes.write({"mentors/amara": "", "mentors/bo": ""})


def files(journal: Writer) -> dict[str, str]:
    below = journal.root / "content"
    found = {path.relative_to(below): path for path in below.rglob("*.md")}
    return {str(name)[:-3]: path.read_bytes().decode() for name, path in found.items()}


def ran(journal: Writer, *args: str, status: Exit = Exit.FINE) -> Ran:
    done = run(journal.root, *args)
    assert done.status == status, done.err
    return done


@pytest.mark.parametrize("name", ["amara", PAST, f"content/{PAST}.md", "2026-06-01 Call", "call"])
def test_a_plan_is_named_by_its_note_or_its_person(journal: Writer, name: str) -> None:
    journal.write({PAST: PLAN, "touchpoints/2026-05-01 Letter": PLAN.replace("planned", "done")})
    ran(journal, "confirm", name)
    assert files(journal)[PAST] == PLAN.replace("planned", "done")
    assert journal.advice().to_confirm == ()
    ran(journal, "undo")
    assert files(journal)[PAST] == PLAN


def test_cancelled_it_counts_for_nothing_and_stays(journal: Writer) -> None:
    journal.write({AHEAD: PLAN})
    ran(journal, "cancel", "amara")
    assert files(journal)[AHEAD] == PLAN.replace("planned", "cancelled")
    assert "already" in ran(journal, "cancel", AHEAD).out


@pytest.mark.parametrize(
    ("day", "new"),
    [
        ("2026-07-01", "touchpoints/2026/2026-07-01 Call"),
        ("in 2 weeks", "touchpoints/2026/2026-06-29 Call"),
        ("friday", "touchpoints/2026/2026-06-19 Call"),
        ("2027-01-05", "touchpoints/2027/2027-01-05 Call"),
        ("yesterday", "touchpoints/2026/2026-06-14 Call"),
    ],
)
def test_moved_its_name_follows(journal: Writer, day: str, new: str) -> None:
    journal.write({AHEAD: PLAN})
    before = files(journal)
    ran(journal, "move", "amara", day)
    assert files(journal) == {"mentors/amara": "", "mentors/bo": "", new: PLAN}
    ran(journal, "undo")
    assert files(journal) == before


def test_a_day_in_a_key_follows_and_its_time_stays(journal: Writer) -> None:
    keyed = PLAN.replace("state: planned # by her", "Date: 2026-06-30T10:00 # set")
    journal.write({"touchpoints/dinner": keyed})
    ran(journal, "move", "amara", "2026-07-02")
    made = keyed.replace("06-30", "07-02").replace("---\nHi", "state: planned\n---\nHi")
    assert files(journal)["touchpoints/dinner"] == made


def test_a_day_in_both_follows_in_both(journal: Writer) -> None:
    keyed = PLAN.replace("people", "date: 2026-06-30\npeople")
    journal.write({AHEAD: keyed})
    ran(journal, "move", "amara", "2026-07-02")
    wanted = keyed.replace("06-30", "07-02")
    assert files(journal)["touchpoints/2026/2026-07-02 Call"] == wanted
    assert journal.codes() == []


def test_a_name_that_is_taken_gets_a_number(journal: Writer) -> None:
    other = PLAN.replace("amara", "bo")
    journal.write({AHEAD: PLAN, "touchpoints/2026/2026-07-01 Call": other})
    ran(journal, "move", "amara", "2026-07-01")
    assert files(journal)["touchpoints/2026/2026-07-01 Call 2"] == PLAN
    assert files(journal)["touchpoints/2026/2026-07-01 Call"] == other


LINKS = """---
title: A letter about [[2026-06-30 Call]]
people: bo
channel: letter
because_of:
  - touchpoints/2026/2026-06-30 Call # here
  - '[[2026-06-30 call|the call]]'
  - [[2026-06-30 Call]]
  - Call
about: [2026-06-30 Call, "[[2026/2026-06-30 Call.md]]"]
---
[[2026-06-30 Call#x|text]] [[Call]] [a](../2026/2026-06-30%20Call.md#y) [b](<2026-06-30 Call.md>)
| [[2026-06-30 Call\\|in a table]] |
|---|
`[[2026-06-30 Call]]` 2026-06-30 Call \\[[2026-06-30 Call]]
[r]: 2026-06-30%20Call.md
[r]
"""


def test_links_by_its_path_or_name_follow_and_nothing_else(journal: Writer) -> None:
    letter = "touchpoints/2026/2026-06-01 Letter"
    links = LINKS.replace("[[2026/", "[[touchpoints/2026/")
    for end in ("\n", "\r\n"):
        journal.write({AHEAD: PLAN, letter: ("\ufeff" + links.replace("\n", end))})
        before, linked = files(journal), journal.journal().backlinks[AHEAD]
        new = "touchpoints/2026/2026-07-01 Call"
        ran(journal, "move", AHEAD, "2026-07-01")
        made = links.replace("06-30", "07-01").replace("07-01 call|", "07-01 Call|")
        code = "`[[2026-06-30 Call]]` 2026-06-30 Call \\[[2026-06-30 Call]]"
        made = made.replace(code.replace("06-30", "07-01"), code)
        assert files(journal)[letter] == "\ufeff" + made.replace("\n", end)
        assert journal.journal().backlinks[new] == linked
        ran(journal, "undo")
        assert files(journal) == before


@pytest.mark.parametrize(
    ("note", "args", "said"),
    [
        (PLAN, ("confirm", "amara"), "which is ahead"),
        (PLAN, ("move", "amara", "someday"), "no day"),
        (PLAN, ("cancel", "bo"), "Nothing is planned with Bo"),
        (PLAN, ("cancel", "zoe"), "no note"),
        (PLAN.replace("planned", "dnoe"), ("move", "amara", "2026-07-01"), ""),
    ],
)
def test_what_makes_no_sense_is_refused(
    journal: Writer, note: str, args: tuple[str, ...], said: str
) -> None:
    journal.write({AHEAD: note})
    before = files(journal)
    if said:
        assert said in ran(journal, *args, status=Exit.NOT_RUN).err
        assert files(journal) == before
    else:
        ran(journal, *args)


def test_two_plans_with_one_person_ask_which(journal: Writer) -> None:
    journal.write({AHEAD: PLAN, PAST: PLAN})
    said = ran(journal, "cancel", "amara", status=Exit.NOT_RUN).err
    assert "2 are planned with Amara" in said
    assert f"content/{AHEAD}.md" in said


def test_what_took_place_is_no_plan(journal: Writer) -> None:
    journal.write({PAST: PLAN.replace("planned", "done")})
    assert "already" in ran(journal, "confirm", PAST).out
    for args in (("cancel", PAST), ("move", PAST, "friday")):
        assert "took place" in ran(journal, *args, status=Exit.NOT_RUN).err


def test_without_a_channel_it_asks_how_it_was(journal: Writer) -> None:
    journal.write({PAST: PLAN.replace("channel: call\n", "")})
    assert "--channel" in ran(journal, "confirm", "amara", status=Exit.NOT_RUN).err
    ran(journal, "confirm", "amara", "--channel", "zoom")
    assert "channel: video\n" in files(journal)[PAST]


def test_a_trial_writes_nothing(journal: Writer) -> None:
    journal.write({AHEAD: PLAN})
    before = files(journal)
    for args in (("move", "amara", "2027-07-01"), ("cancel", "amara")):
        assert "2026-06-30 Call" in ran(journal, *args, "--dry-run").out
    assert files(journal) == before
    assert not (journal.root / "content/touchpoints/2027").exists()


@pytest.mark.slow
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(front_matters(), st.sampled_from(["cancel", "move"]))
def test_in_any_spelling_only_the_state_changes_and_undo_gives_the_same_bytes(
    journal: Writer, raw: bytes, verb: str
) -> None:
    start = raw.find(b"\n") + 1
    if b"---" not in raw[:start] or b"Hi" in raw[:start]:
        return
    end = b"\r\n" if b"\r\n" in raw else b"\n"
    raw = raw[:start] + b"people: bo" + end + b"channel: call" + end + raw[start:]
    journal.write({AHEAD: raw})
    note = journal.root / f"content/{AHEAD}.md"
    before = {path: path.read_bytes() for path in journal.root.rglob("*.md")}
    args = (verb, AHEAD) if verb == "cancel" else (verb, AHEAD, "2026-07-01")
    if run(journal.root, *args).status != Exit.FINE:
        assert note.read_bytes() == raw
        return
    new = note if verb == "cancel" else note.with_name("2026-07-01 Call.md")
    kind = KINDS["touchpoint"]
    assert without(new.read_bytes(), kind, "state") == without(raw, kind, "state")
    ran(journal, "undo")
    assert {path: path.read_bytes() for path in journal.root.rglob("*.md")} == before

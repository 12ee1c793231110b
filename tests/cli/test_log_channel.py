"""The channel of a contact of which nobody said how it was: one to write on, or it is asked for."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.errors import Exit
from journal.library import Journal
from journal.vocabulary.choices import CHANNELS, WRITTEN_CHANNELS
from journal.writing.contact_channel import written_channel
from tests.support.command import run
from tests.support.journal import Writer

CONTACT = "touchpoints/2026/2026-06-01 Contact"


def channel_of(notes: Writer, person: str, *args: str, last: str = "") -> str:
    """Return the channel that is written down of a mentor with these keys."""
    notes.write({"mentors/amara": f"---\ntitle: Amara Okoye\n{person}---\n"})
    if last:
        notes.write({CONTACT: f"---\npeople: amara\nchannel: {last}\n---\n"})
    ran = run(notes.root, "log", "amara", *args, "--title", "Logged")
    if ran.status == Exit.NOT_RUN:
        assert "Say how, with --channel: email, text" in ran.err
        return ""
    note = notes.journal().notes[ran.out.strip().removeprefix("content/").removesuffix(".md")]
    return str(getattr(note, "channel", ""))


@pytest.mark.parametrize(
    ("person", "last", "channel"),
    [
        ("prefers: [call, chat, email]\n", "", "chat"),
        ("prefers: call\naccepts: [letter, text]\n", "", "text"),
        ("prefers: video\naccepts: in-person\n", "social", "social"),
        ("prefers: call\nemail: a@example.org\n", "", "email"),
        ("prefers: letter\nemail: a@example.org\n", "event", "email"),
        ("email: a@example.org\n", "text", "text"),
        ("prefers: [email, chat]\navoids: email\n", "", "chat"),
        ("avoids: email\nemail: a@example.org\n", "", ""),
        ("prefers: call\n", "", ""),
        ("prefers: [letter, in-person, event, video, other]\n", "video", ""),
        ("", "in-person", ""),
        ("", "", ""),
    ],
)
def test_it_is_the_first_to_write_on_that_is_liked_or_was_used_last(
    notes: Writer, person: str, last: str, channel: str
) -> None:
    assert channel_of(notes, person, last=last) == channel


@pytest.mark.parametrize("args", [["--place", "Porto"], ["--minutes", "30"], ["--kind", "Meeting"]])
def test_what_tells_of_a_meeting_is_no_message(notes: Writer, args: list[str]) -> None:
    assert channel_of(notes, "prefers: email\n", *args) == ""


def test_for_several_none_of_them_avoids_it(notes: Writer) -> None:
    notes.write({"mentors/bo": "---\ntitle: Bo Chen\navoids: email\naccepts: chat\n---\n"})
    assert channel_of(notes, "prefers: email\n", "bo") == "chat"


def test_what_was_said_is_taken_whatever_they_like(notes: Writer) -> None:
    assert channel_of(notes, "avoids: call\n", "--channel", "Phone") == "call"


channels = st.lists(st.sampled_from(CHANNELS.words), max_size=4)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(prefers=channels, accepts=channels, avoids=channels, last=st.sampled_from(CHANNELS.words))
def test_nothing_but_a_message_is_ever_taken_for_granted(
    notes: Writer, prefers: list[str], accepts: list[str], avoids: list[str], last: str
) -> None:
    keys = f"prefers: {prefers}\naccepts: {accepts}\navoids: {avoids}\nemail: a@example.org\n"
    notes.write({"mentors/amara": f"---\n{keys}---\n"})
    notes.write({CONTACT: f"---\npeople: amara\nchannel: {last}\n---\n"})
    journal: Journal = notes.journal()
    found = written_channel(journal, journal.people, {})
    assert found in {*WRITTEN_CHANNELS, None}
    assert found not in avoids

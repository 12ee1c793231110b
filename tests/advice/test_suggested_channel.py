"""By which channel to reach somebody, and what announces it."""

import pytest

from tests.support.advice import advised, mentor, met
from tests.support.findings import note
from tests.support.journal import Files, Writer

# Today is 2026-06-15.
CHANNELS: dict[str, tuple[tuple[str, ...], list[Files], str | None]] = {
    "the first preferred": (
        ("prefers: [call, email]", "accepts: text"),
        [met("2026-06-01")],
        "call",
    ),
    "the first accepted": (("prefers:", "accepts: [zoom, text]"), [met("2026-06-01")], "video"),
    "the last used": (("prefers:",), [met("2026-06-01", "channel: sms")], "text"),
    "the last used, by them": (
        ("prefers:",),
        [met("2026-05-01"), met("2026-06-01", "channel: chat", "direction: in", "kind: reply")],
        "chat",
    ),
    **{
        f"never {channel}, because it was used last": (
            ("prefers:", "email: p@example.org"),
            [met("2026-06-01", f"channel: {channel}")],
            "email",
        )
        for channel in ("letter", "coffee", "event", "other")
    },
    "the last used is avoided": (
        ("prefers:", "avoids: call", "email: p@example.org"),
        [met("2026-05-01", "channel: letter"), met("2026-06-01", "channel: call")],
        "email",
    ),
    "the last used is avoided, no address": (
        ("prefers:", "avoids: call"),
        [met("2026-06-01", "channel: call")],
        None,
    ),
    "an address": (("prefers:", "email: p@example.org"), [], "email"),
    "an address, but no e-mail": (("prefers:", "email: p@example.org", "avoids: email"), [], None),
    "nothing": (("prefers:",), [], None),
    "a telephone is not asked for": (("prefers:", "phone: '+351210000000'"), [], None),
    "the later of one day": (
        ("prefers:",),
        [
            met("2026-06-01", "time: 18:00", "channel: text"),
            met("2026-06-01", "time: 09:00", "channel: chat"),
        ],
        "text",
    ),
}


@pytest.mark.parametrize("case", CHANNELS)
def test_the_channel_is(notes: Writer, case: str) -> None:
    lines, files, channel = CHANNELS[case]
    assert advised(notes, mentor(*lines), *files).channel == channel


THEIRS = ("direction: in", "channel: letter")
REPLIES: dict[str, tuple[tuple[str, ...], list[Files], str]] = {
    "theirs, for an answer": ((), [met("2026-06-10", *THEIRS)], "letter"),
    "that of the first letter": (
        (),
        [met("2026-06-08", *THEIRS), met("2026-06-10", "direction: in", "channel: chat")],
        "letter",
    ),
    "not theirs where they avoid it": (("avoids: letter",), [met("2026-06-10", *THEIRS)], "email"),
    "not theirs once it is answered": (
        (),
        [met("2026-06-10", *THEIRS), met("2026-06-11")],
        "email",
    ),
    "not theirs where something else comes first": (
        ("review_on: 2026-06-01",),
        [met("2026-06-10", *THEIRS)],
        "email",
    ),
}


@pytest.mark.parametrize("case", REPLIES)
def test_the_channel_of_an_answer_is(notes: Writer, case: str) -> None:
    lines, files, channel = REPLIES[case]
    assert advised(notes, mentor(*lines), *files).channel == channel


def test_the_channel_of_a_plan_is_the_planned_one(notes: Writer) -> None:
    plan = met("2026-06-20", "channel: video")
    assert advised(notes, mentor(), met("2026-06-01"), plan).channel == "video"
    assert advised(notes, mentor("birthday: 06-18"), met("2026-05-01")).channel == "email"


MEETING = mentor("prefers: [in-person, call]", "city: Paris", "other_cities: [Lyon]")
PLACES = {
    "here": ("Paris", {}, "in-person"),
    "in another city of theirs": ("LYON", {}, "in-person"),
    "elsewhere": ("Berlin", {}, "call"),
    "nobody knows where I am": ("", {}, "in-person"),
    "elsewhere, and I go there": (
        "Berlin",
        {"trips/t": note("city: Paris", "start: 2026-07-01")},
        "in-person",
    ),
    "elsewhere, and they come": (
        "Berlin",
        {"trips/t": note("city: Berlin", "start: 2026-07-01", "who: p")},
        "in-person",
    ),
    "elsewhere, and I go somewhere else": (
        "Berlin",
        {"trips/t": note("city: Rome", "start: 2026-07-01")},
        "call",
    ),
}


@pytest.mark.parametrize("case", PLACES)
def test_people_meet_only_where_both_are(notes: Writer, case: str) -> None:
    mine, files, channel = PLACES[case]
    notes.write({"journal.toml": f'[me]\ncity = "{mine}"\n'} if mine else {})
    assert advised(notes, MEETING, met("2026-03-01"), files).channel == channel


def test_where_their_city_is_not_known_they_may_be_met(notes: Writer) -> None:
    notes.write({"journal.toml": '[me]\ncity = "Berlin"\n'})
    assert advised(notes, mentor("prefers: event"), met("2026-03-01")).channel == "event"


CALLS = ("prefers: call", "announce_first: [call, video]")
ANNOUNCED: dict[str, tuple[tuple[str, ...], list[Files], tuple[str, str | None]]] = {
    "a letter first": (CALLS, [], ("letter", "call")),
    "what they like first": (("prefers: [call, chat]", CALLS[1]), [], ("chat", "call")),
    "what is fine, too": ((*CALLS, "accepts: text"), [], ("text", "call")),
    "no letter to who avoids it": ((*CALLS, "avoids: letter"), [], ("email", "call")),
    "nothing else": ((*CALLS, "avoids: [letter, email]"), [], ("call", None)),
    "announced thirty days ago": (CALLS, [met("2026-05-16")], ("call", None)),
    "announced earlier": (CALLS, [met("2026-05-15")], ("letter", "call")),
    "announced on the same channel": (
        CALLS,
        [met("2026-06-10", "channel: call")],
        ("letter", "call"),
    ),
    "announced on one they avoid": (
        (*CALLS, "avoids: email"),
        [met("2026-06-10")],
        ("letter", "call"),
    ),
    "they wrote": (CALLS, [met("2026-06-10", "direction: in", "kind: reply")], ("letter", "call")),
    "no need": (("prefers: email", CALLS[1]), [], ("email", None)),
}


@pytest.mark.parametrize("case", ANNOUNCED)
def test_what_they_want_announced_comes_second(notes: Writer, case: str) -> None:
    lines, files, way = ANNOUNCED[case]
    found = advised(notes, mentor("birthday: 06-20", *lines), met("2026-03-01"), *files)
    assert (found.channel, found.then) == way

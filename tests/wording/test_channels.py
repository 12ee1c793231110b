"""Channels in words: every channel has them, whichever way a contact went."""

import pytest

from journal.vocabulary.choices import CHANNELS, DIRECTIONS
from journal.wording.labels import channel_words, contact_words, reached_by, way_words


@pytest.mark.parametrize("channel", CHANNELS.words)
def test_every_channel_has_words(channel: str) -> None:
    assert channel_words(channel)
    assert reached_by(channel)
    assert all(contact_words(channel, direction) for direction in DIRECTIONS.words)


@pytest.mark.parametrize(
    ("channel", "direction", "words"),
    [
        ("email", "out", "Email to"),
        ("letter", "in", "Letter from"),
        ("text", "both", "Text message with"),
        ("call", "out", "Call with"),
        ("in-person", "both", "Meeting with"),
        ("", "out", "Contact with"),
        (None, "out", "Contact with"),
    ],
)
def test_a_contact_is_said_with_its_direction(
    channel: str | None, direction: str, words: str
) -> None:
    assert contact_words(channel, direction) == words


def test_without_a_channel_nothing_is_said_of_one() -> None:
    assert channel_words(None) == channel_words("") == reached_by(None) == reached_by("") == ""


def test_what_is_announced_comes_second() -> None:
    assert way_words("letter", "call") == "by letter first, then by phone"
    assert way_words("email", None) == "by email"
    assert way_words(None, None) == ""

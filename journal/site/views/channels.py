"""Channels as people say them."""


def channel_words(channel: str | None) -> str:
    """Return a channel in words, like `in person`; nothing for none."""
    return (channel or "").replace("-", " ")

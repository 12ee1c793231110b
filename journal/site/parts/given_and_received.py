"""What a person gave me and what I gave them: two lists side by side, not weighed."""

from collections.abc import Iterator

import msgspec

from journal.notes.records import Person
from journal.site.parts.between_us import touchpoints_done
from journal.site.parts.page_context import Link, PageContext
from journal.vocabulary.choices import GIFTS
from journal.wording.dates import Day, day

#: The first of a list are shown; the rest is folded away.
_MOST = 6


class Gift(msgspec.Struct, frozen=True):
    """A gift in a touchpoint; `kind` is a word, or empty."""

    kind: str
    text: str
    day: Day
    note: Link


class GiftsOneWay(msgspec.Struct, frozen=True):
    """The gifts in one direction, the latest first; `rest` is folded away."""

    title: str
    first: tuple[Gift, ...]
    rest: tuple[Gift, ...]


def gifts(page: PageContext, person: Person) -> tuple[GiftsOneWay, ...]:
    """Return what they gave me and what I gave them, empty where there is neither."""
    found = tuple(
        _one_way(title, tuple(_gifts(page, person, key)))
        for title, key in (("You got", "got"), ("You gave", "gave"))
    )
    return found if any(way.first for way in found) else ()


def _one_way(title: str, found: tuple[Gift, ...]) -> GiftsOneWay:
    return GiftsOneWay(title, found[:_MOST], found[_MOST:])


def _gifts(page: PageContext, person: Person, key: str) -> Iterator[Gift]:
    for note in reversed(touchpoints_done(page, person)):
        for written in getattr(note, key):
            kind, text = kind_and_text(written)
            yield Gift(kind, text, day(note.date), page.link(note.id))


def kind_and_text(written: str) -> tuple[str, str]:
    """Return kind and text of a gift as written, `kind: text`; `other` says nothing."""
    before, colon, after = written.partition(":")
    kind = GIFTS.word_for(before)
    if kind is None or (colon and not after.strip()):
        return "", written
    if kind == "other":
        return "", after.strip() or written
    return kind, after.strip()

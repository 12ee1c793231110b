"""What went each way between a person and me: two lists side by side, and no balance drawn."""

from collections.abc import Iterator

import msgspec

from journal.notes.records import Person
from journal.site.parts.between_us import touchpoints_done
from journal.site.parts.page_context import Link, PageContext
from journal.vocabulary.choices import GIFTS
from journal.wording.dates import Day, day

#: So many are in sight; the rest is folded away.
_MOST = 6


class Gift(msgspec.Struct, frozen=True):
    """What went one way in a touchpoint; `kind` is a word, empty where there is none."""

    kind: str
    text: str
    day: Day
    note: Link


class GiftsOneWay(msgspec.Struct, frozen=True):
    """What went one way, the latest first; `rest` is folded away."""

    title: str
    first: tuple[Gift, ...]
    rest: tuple[Gift, ...]


def gifts(page: PageContext, person: Person) -> tuple[GiftsOneWay, ...]:
    """Return what went from them to me, and what from me to them; nothing where nothing went."""
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

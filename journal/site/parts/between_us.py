"""What went on between a person and me: news, questions, lessons, goals, opportunities."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from journal.advice.relationship import Relationship
from journal.notes.kinds import FOLDERS, keys_saying
from journal.notes.note import Note
from journal.notes.records import Goal, Opportunity, Person, Touchpoint
from journal.site.parts.page_context import Link, PageContext
from journal.vocabulary.choices import GIFTS, OPEN_STATES
from journal.vocabulary.key_types import Says
from journal.wording.dates import Day, day, optional_day
from journal.wording.labels import plain_word

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


#: Folders whose notes have a list of their own on a person's page.
_LISTED = ("news", "opportunities", "goals", "lessons")
#: Folder -> the key that has the people of its notes.
_PEOPLE = keys_saying(Says.WHOM)
_SETTLED = frozenset({"succeeded", "unsuccessful", "declined", "missed", "dropped", "met"})


class RelatedNote(msgspec.Struct, frozen=True):
    """A note related to a person: its day, the state it is in, and what kind it is."""

    note: Link
    day: Day | None
    state: str
    tone: str
    kind: str = ""


class AskedQuestion(msgspec.Struct, frozen=True):
    """A question put to a person; `answered` is None where no day is noted."""

    text: str
    day: Day
    note: Link
    is_waiting: bool
    answered: Day | None


def touchpoints_done(page: PageContext, person: Person) -> list[Touchpoint]:
    """Return the touchpoints with a person that took place and may be shown, oldest first."""
    with_person = page.data.with_person.get(person.id, ())
    return [note for note in with_person if note.is_done(page.today) and not note.draft]


def news_told(page: PageContext, person: Person) -> tuple[RelatedNote, ...]:
    """Return my news that they know, with the day they first heard of it, the latest first."""
    told: dict[str, date] = {}
    for note in touchpoints_done(page, person):
        for target in page.journal.telling[note.id]:
            told.setdefault(target, note.date)
    mine = [note for note in page.data.my_news if note.id in told]
    mine.sort(key=lambda note: (told[note.id], note.id), reverse=True)
    return tuple(RelatedNote(page.link(n.id), day(told[n.id]), "", "") for n in mine)


def news_untold(page: PageContext, person: Person) -> tuple[RelatedNote, ...]:
    """Return my fresh news that they have not heard, the latest first."""
    told: set[str] = set()
    for note in page.journal.with_person.get(person.id, ()):
        if note.is_done(page.today):
            told |= page.journal.telling[note.id]
    fresh = page.data.index.my_news()
    return tuple(
        RelatedNote(page.link(n.id), day(n.date), "", "") for n in fresh if n.id not in told
    )


def their_news(page: PageContext, person: Person) -> tuple[RelatedNote, ...]:
    """Return the news about a person, the latest first."""
    found = _notes_naming(page, person, "news", "about")
    return tuple(
        RelatedNote(page.link(note.id), optional_day(note.date), "", "") for note in reversed(found)
    )


def questions_asked(page: PageContext, person: Person) -> tuple[AskedQuestion, ...]:
    """Return the questions that were put to them: what waits longest first, then the latest.

    Any word from them since, noted as an answer or not, counts as one.
    """
    waiting = {note.id for note in Relationship(page.journal, person).unanswered_messages}
    asked = [n for n in touchpoints_done(page, person) if n.question and n.direction != "in"]
    asked.sort(key=lambda note: _open_first(note.id in waiting, note.date))
    return tuple(
        AskedQuestion(
            n.question, day(n.date), page.link(n.id), n.id in waiting, optional_day(n.answered_on)
        )
        for n in asked
    )


def lessons_from(page: PageContext, person: Person) -> tuple[RelatedNote, ...]:
    """Return the lessons learned from them, the latest first."""
    return tuple(_related(page, _notes_naming(page, person, "lessons", "from")[::-1], "practice"))


def goals_helped(page: PageContext, person: Person) -> tuple[RelatedNote, ...]:
    """Return the goals that they help with: what is open by its day, then the latest."""
    found = [
        note for note in _notes_naming(page, person, "goals", "people") if isinstance(note, Goal)
    ]
    found.sort(key=lambda note: _open_first(note.state == "open", note.target))
    return tuple(_related(page, found, "state"))


def related_opportunities(page: PageContext, person: Person) -> tuple[RelatedNote, ...]:
    """Return the opportunities for a person: what is open by its deadline, then the latest.

    One they were told about counts as offered.
    """
    return tuple(
        RelatedNote(
            page.link(note.id), optional_day(note.deadline), plain_word(state), _tone(state)
        )
        for note in opportunities_for(page, person)
        for state in (_state(page, note),)
    )


def opportunities_for(page: PageContext, person: Person) -> list[Opportunity]:
    """Return the notes of the opportunities for a person, in the same order."""
    named = _notes_naming(page, person, "opportunities", "for")
    found = [note for note in named if isinstance(note, Opportunity)]
    return sorted(found, key=lambda note: _open_first(note.state in OPEN_STATES, note.deadline))


def other_mentions(page: PageContext, person: Person) -> tuple[RelatedNote, ...]:
    """Return the notes that link to them and have no other place on their page."""
    listed = {
        note.id
        for folder in _LISTED
        for note in _notes_naming(page, person, folder, _PEOPLE[folder])
    }
    ids = (i for i in page.journal.backlinks.get(person.id, ()) if i not in listed)
    found = (page.journal.notes[i] for i in ids)
    notes = (note for note in found if not isinstance(note, Touchpoint) and note.id != person.id)
    return tuple(
        RelatedNote(
            page.link(note.id), optional_day(note.date), "", "", FOLDERS[note.folder].record_name
        )
        for note in sorted(notes, key=lambda note: (note.folder, note.date or date.min, note.id))
    )


def _state(page: PageContext, note: Opportunity) -> str:
    offered = note.state == "spotted" and page.data.index.is_offered(note)
    return "offered" if offered else note.state


def _open_first(is_open: bool, when: date | None) -> tuple[bool, int]:
    """Sort what is open first, by its day; then the rest, the latest first."""
    if is_open:
        return False, (when or date.max).toordinal()
    return True, -(when or date.min).toordinal()


def _notes_naming(page: PageContext, person: Person, folder: str, key: str) -> list[Note]:
    journal, inside = page.journal, f"{folder}/"
    ids = (i for i in journal.backlinks.get(person.id, ()) if i.startswith(inside))
    found = (journal.notes[i] for i in ids if i in journal.notes)
    naming = (note for note in found if person.id in journal.refs(note, key))
    return sorted(naming, key=lambda note: (note.date or date.min, note.id))


def _related(page: PageContext, notes: Iterable[Note], key: str) -> Iterator[RelatedNote]:
    for note in notes:
        state = getattr(note, key)
        yield RelatedNote(
            page.link(note.id), optional_day(note.date), plain_word(state), _tone(state)
        )


def _tone(state: str) -> str:
    if state in ("succeeded", "met", "habit"):
        return "good"
    return "quiet" if state in _SETTLED else ""

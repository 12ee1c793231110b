"""The lessons: what good mentors do, by aspect, and how far I am with it."""

from collections.abc import Iterable

import msgspec

from journal.notes.records import Lesson
from journal.site.parts.note_summaries import (
    ListedNote,
    ListGroup,
    ListPage,
    by_title,
    list_group,
    note_view,
)
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.who_was_told import told_people
from journal.wording.dates import day

#: The article's four things to watch in a mentor, and the rest.
_HEADINGS = {
    "behave": "How they behave",
    "interact": "How they interact",
    "support": "How they support",
    "communicate": "How they communicate",
    "other": "And besides",
}
_TONES = {"habit": "good", "trying": "near"}
_FURTHEST_FIRST = ("habit", "trying", "noted")
_FEW = 3  # lessons that need no table


class Aspect(msgspec.Struct, frozen=True):
    """A row of the table: the lessons of one aspect, for each step of practice."""

    heading: str
    lessons: tuple[tuple[Link, ...], ...]


class LessonsPage(ListPage, frozen=True, kw_only=True):
    """The content of `lessons.html`; `aspects` is a table, empty where lessons are few."""

    steps: tuple[str, ...]
    aspects: tuple[Aspect, ...]


def view(page: PageContext) -> LessonsPage:
    """Return what the page of lessons shows: by aspect, habits first."""
    groups = tuple(_groups(page))
    worth = sum(len(each.items) for each in groups) > _FEW
    aspects = tuple(_aspects(page)) if worth else ()
    return LessonsPage("Lessons", groups, steps=_FURTHEST_FIRST, aspects=aspects)


def _aspects(page: PageContext) -> Iterable[Aspect]:
    lessons = sorted(page.journal.lessons, key=by_title)
    for aspect, heading in _HEADINGS.items():
        found = [note for note in lessons if note.aspect == aspect]
        cells = (
            tuple(page.link(note.id) for note in found if note.practice == step)
            for step in _FURTHEST_FIRST
        )
        if found:
            yield Aspect(heading, tuple(cells))


def _groups(page: PageContext) -> Iterable[ListGroup]:
    lessons = sorted(page.journal.lessons, key=_by_practice)
    for aspect, heading in _HEADINGS.items():
        yield from list_group(heading, (_item(page, n) for n in lessons if n.aspect == aspect))


def _by_practice(note: Lesson) -> tuple[int, tuple[str, str]]:
    return (_FURTHEST_FIRST.index(note.practice), by_title(note))


def _item(page: PageContext, note: Lesson) -> ListedNote:
    teachers = page.journal.refs(note, "from")
    return ListedNote(
        note=note_view(page, note),
        days=(day(note.date),) if note.date else (),
        whom=page.links(teachers),
        whom_word="seen with",
        state=note.practice,
        tone=_TONES.get(note.practice, ""),
        told=told_people(page, note.id, apart_from=teachers),
        told_word="Passed on to",
    )

"""The lessons: what good mentors do, by aspect, and how far I am with it."""

from collections.abc import Iterable

from journal.notes.records import Lesson
from journal.site.links import Links
from journal.site.sources import Sources
from journal.site.views.days import day
from journal.site.views.listed import Group, Item, ListPage, by_title, group
from journal.site.views.notes import note_view
from journal.site.views.told import Telling

#: The article's four things to watch, and what is none of them.
_HEADINGS = {
    "behave": "How they behave",
    "interact": "How they interact",
    "support": "How they support",
    "communicate": "How they communicate",
    "other": "And besides",
}
_TONES = {"habit": "good", "trying": "near"}
_FURTHEST_FIRST = ("habit", "trying", "noted")


def view(sources: Sources, links: Links, _: str) -> ListPage:
    """Return what the page of lessons shows: by aspect, habits first."""
    return ListPage("Lessons", tuple(_groups(sources, links)))


def _groups(sources: Sources, links: Links) -> Iterable[Group]:
    telling = Telling(sources, links)
    lessons = sorted(sources.visible.notes(sources.journal.lessons), key=_by_practice)
    for aspect, heading in _HEADINGS.items():
        yield from group(heading, (_item(telling, n) for n in lessons if n.aspect == aspect))


def _by_practice(note: Lesson) -> tuple[int, tuple[str, str]]:
    return (_FURTHEST_FIRST.index(note.practice), by_title(note))


def _item(telling: Telling, note: Lesson) -> Item:
    sources, links = telling.sources, telling.links
    teachers = sources.visible.refs(note, "from")
    return Item(
        note=note_view(sources, links, note),
        days=(day(note.date),) if note.date else (),
        whom=links.all_named(teachers),
        whom_word="seen with",
        state=note.practice,
        tone=_TONES.get(note.practice, ""),
        told=telling.told(note.id, apart_from=teachers),
        told_word="Passed on to",
    )

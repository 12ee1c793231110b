"""A touchpoint's entry, shown on the page of its month and of each of its people."""

from collections.abc import Iterable, Iterator

import msgspec
from markupsafe import Markup

from journal.notes.records import Touchpoint
from journal.site.parts.note_summaries import Fact, NoteView, link_facts, note_view, text_facts
from journal.site.parts.page_context import Link, PageContext
from journal.wording.dates import Day, day
from journal.wording.labels import channel_words

_ENTRY, _TEXT = "_macros/touchpoint.html", "_macros/text.html"
_DIRECTIONS = {"out": "from me", "in": "from them", "both": "both ways"}
_TONES = {"planned": "near", "cancelled": "quiet", "did it happen?": "warm"}


class Entry(msgspec.Struct, frozen=True):
    """The content of an entry; `state` is empty for a touchpoint that took place."""

    note: NoteView
    day: Day
    clock: str
    channel: str
    way: str
    direction: str
    people: Markup
    tags: Markup
    words: tuple[str, ...]
    state: str
    tone: str


def entry_html(page: PageContext, note: Touchpoint) -> Markup:
    """Return a touchpoint's entry as HTML, made once for all pages at the same depth."""
    found = page.shared.entries.get(note.id)
    if found is None:
        try:
            found = page.shared.entries[note.id] = made_entry(page, note)
        except Exception as error:  # only this entry is lost, unless a template is at fault
            if page.templates.has_own:
                raise
            found = faulty_entry(page, note, error)
    return found


def made_entry(page: PageContext, note: Touchpoint) -> Markup:
    """Make a touchpoint's entry as HTML."""
    view = entry_view(page, note)
    return page.templates.macro(_ENTRY, "entry", view)


def faulty_entry(page: PageContext, note: Touchpoint, error: Exception) -> Markup:
    """Return what stands in the place of an entry that could not be made."""
    address, anchor = page.data.addresses[note.id]
    fault = page.data.faults.add(f"{address}#{anchor}", error, page.journal)
    edit = Link(note.path, page.editor_href(note, 1))
    return page.templates.macro(_ENTRY, "faulty", anchor, edit, fault.message)


def entries_html(page: PageContext, notes: Iterable[Touchpoint]) -> Markup:
    """Return the entries of touchpoints as HTML, one after the other."""
    # joined here: a template would check a thousand entries for escaping one by one
    found = [entry_html(page, note) for note in notes]
    return Markup("".join(found))  # noqa: S704 - each comes out of a template


def entry_view(page: PageContext, note: Touchpoint) -> Entry:
    """Return what an entry shows."""
    state = state_of(page, note)
    return Entry(
        note=note_view(page, note, tuple(_facts(page, note))),
        day=day(note.date),
        clock=f"{note.time:%H:%M}" if note.time else "",
        channel=channel_words(note.channel),
        way=note.direction,
        direction=_DIRECTIONS[note.direction],
        people=_people(page, page.journal.refs(note, "people")),
        tags=_tags(page, note.tags),
        words=tuple(_words(note)),
        state=state,
        tone=_TONES.get(state, ""),
    )


def _people(page: PageContext, note_ids: tuple[str, ...]) -> Markup:
    """Return the names of people, with their links, as HTML: made once for all entries."""
    made = page.shared.people
    if note_ids not in made:
        made[note_ids] = page.templates.macro(_TEXT, "people", page.links(note_ids))
    return made[note_ids]


def _tags(page: PageContext, tags: tuple[str, ...]) -> Markup:
    """Return tags, with their links, as HTML: made once for all entries."""
    made = page.shared.tags
    if tags not in made:
        links = tuple(page.tag_link(tag) for tag in tags)
        made[tags] = page.templates.macro(_TEXT, "chips", links)
    return made[tags]


def state_of(page: PageContext, note: Touchpoint) -> str:
    """Return the state of a touchpoint in words, empty for one that took place."""
    if note.state == "cancelled":
        return "cancelled"
    if note.is_planned(page.today):
        return "planned"
    return "" if note.is_done(page.today) else "did it happen?"


def _words(note: Touchpoint) -> Iterator[str]:
    if note.kind != "note":
        yield note.kind
    yield from (text for text in (note.holiday, note.place) if text)
    if note.minutes is not None:
        yield f"{note.minutes} min"


def _facts(page: PageContext, note: Touchpoint) -> Iterator[Fact]:
    if told := page.journal.telling.get(note.id):
        about = page.journal.refs(note, "about")
        yield from link_facts("About", page.links((*about, *sorted(told - {*about}))))
    if note.question:
        yield from text_facts("Asked", note.question)
        answered = day(note.answered_on).words if note.answered_on else ""
        yield from text_facts("Answered", answered)
    if note.followup_on:
        yield from text_facts("Come back to it", day(note.followup_on).words)
    if note.gave or note.got:
        yield from text_facts("Gave", *note.gave)
        yield from text_facts("Got", *note.got)

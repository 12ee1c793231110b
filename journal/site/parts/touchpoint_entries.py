"""A touchpoint as an entry: written once, shown on its month and with each of its people."""

from collections.abc import Iterable, Iterator

import msgspec
from markupsafe import Markup

from journal.notes.records import Touchpoint
from journal.site.parts import note_summaries as facts
from journal.site.parts.context import Sources
from journal.site.parts.note_summaries import Fact, NoteView, note_view
from journal.site.parts.page_links import Links, Named
from journal.wording.dates import Day, day
from journal.wording.labels import channel_words

_DIRECTIONS = {"out": "from me", "in": "from them", "both": "both ways"}
_TONES = {"planned": "near", "cancelled": "quiet", "did it happen?": "warm"}


class Entry(msgspec.Struct, frozen=True):
    """The context of a touchpoint's entry; `state` is empty for what took place."""

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


def entry(sources: Sources, links: Links, note: Touchpoint) -> Markup:
    """Return a touchpoint's entry as HTML; worked out once for all pages equally deep."""
    found = links.entries.get(note.id)
    if found is None:
        try:
            found = links.entries[note.id] = made_entry(sources, links, note)
        except Exception as error:  # it costs this entry alone, unless it is a template's
            if links.templates.has_own:
                raise
            found = faulty_entry(sources, links, note, error)
    return found


def made_entry(sources: Sources, links: Links, note: Touchpoint) -> Markup:
    """Return a touchpoint's entry as HTML, worked out anew."""
    view = entry_view(sources, links, note)
    return links.templates.macro("_macros/touchpoint.html", "entry", view)


def faulty_entry(sources: Sources, links: Links, note: Touchpoint, error: Exception) -> Markup:
    """Return what stands in the place of an entry that could not be made."""
    page, anchor = sources.addresses[note.id]
    fault = sources.faults.add(f"{page}#{anchor}", error, sources.journal)
    edit = Named(note.path, links.editor(note, 1))
    return links.templates.macro("_macros/touchpoint.html", "faulty", anchor, edit, fault.message)


def entries(sources: Sources, links: Links, notes: Iterable[Touchpoint]) -> Markup:
    """Return the entries of touchpoints as HTML, one after the other."""
    # one text for the template: escaping a thousand that are escaped takes longer than the rest
    found = [entry(sources, links, note) for note in notes]
    return Markup("".join(found))  # noqa: S704 - each comes out of a template


def entry_view(sources: Sources, links: Links, note: Touchpoint) -> Entry:
    """Return what an entry shows."""
    state = state_of(sources, note)
    return Entry(
        note=note_view(sources, links, note, tuple(_facts(sources, links, note))),
        day=day(note.date),
        clock=f"{note.time:%H:%M}" if note.time else "",
        channel=channel_words(note.channel),
        way=note.direction,
        direction=_DIRECTIONS[note.direction],
        people=links.people(sources.journal.refs(note, "people")),
        tags=links.chips(note.tags),
        words=tuple(_words(note)),
        state=state,
        tone=_TONES.get(state, ""),
    )


def state_of(sources: Sources, note: Touchpoint) -> str:
    """Return in a word or two that a touchpoint is planned or cancelled; nothing for done ones."""
    if note.state == "cancelled":
        return "cancelled"
    if note.is_planned(sources.today):
        return "planned"
    return "" if note.is_done(sources.today) else "did it happen?"


def _words(note: Touchpoint) -> Iterator[str]:
    if note.kind != "note":
        yield note.kind
    yield from (text for text in (note.holiday, note.place) if text)
    if note.minutes is not None:
        yield f"{note.minutes} min"


def _facts(sources: Sources, links: Links, note: Touchpoint) -> Iterator[Fact]:
    if told := sources.journal.telling.get(note.id):
        about = sources.journal.refs(note, "about")
        yield from facts.names("About", links.all_named((*about, *sorted(told - {*about}))))
    if note.question:
        yield from facts.texts("Asked", note.question)
        answered = day(note.answered_on).words if note.answered_on else ""
        yield from facts.texts("Answered", answered)
    if note.followup_on:
        yield from facts.texts("Come back to it", day(note.followup_on).words)
    if note.gave or note.got:
        yield from facts.texts("Gave", *note.gave)
        yield from facts.texts("Got", *note.got)

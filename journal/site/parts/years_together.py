"""The years with a person: a chart of phases and contacts, and the phases in words."""

from collections.abc import Sequence
from datetime import date

import msgspec

from journal.advice.phase_history import PhaseHistory, PhaseSpan
from journal.notes.records import Person
from journal.site.charts.phase_chart import PhaseChart, phase_chart
from journal.site.charts.scale import Contact
from journal.site.parts.page_context import PageContext
from journal.wording.counts import count_of
from journal.wording.dates import Day, known_day
from journal.wording.labels import phase_words


class PhaseRow(msgspec.Struct, frozen=True):
    """A phase in words; `ends` is None for the one that lasts, `contacts` empty for unknown."""

    phase: str
    begins: Day
    ends: Day | None
    contacts: str


class YearsTogether(msgspec.Struct, frozen=True):
    """The chart, a sentence that says the same, the phases in words, and whether years lack."""

    chart: PhaseChart
    said: str
    phases: tuple[PhaseRow, ...]
    has_gap: bool


def years_together(page: PageContext, person: Person) -> YearsTogether | None:
    """Return the years with a person, or None where there is nothing to show."""
    notes = [
        note
        for note in page.data.with_person.get(person.id, ())
        if not note.draft and (note.is_done(page.today) or note.is_planned(page.today))
    ]
    past = [note.date for note in notes if note.is_done(page.today)]
    spans = PhaseHistory(person, past, page.journal.settings).spans(page.today)
    contacts = [Contact(n.date, n.direction, n.is_planned(page.today)) for n in notes]
    chart = phase_chart(spans, contacts, _last(person, page.today))
    if chart is None:
        return None
    said = count_of(len(past), "contact") if past else "No contact is written down yet"
    if ahead := len(notes) - len(past):
        said += f", {ahead} ahead"
    phases = tuple(_phase_row(span, past, page.today) for span in spans)
    return YearsTogether(chart, said, phases, not all(span.is_recorded for span in spans))


def _last(person: Person, today: date) -> date:
    return min(person.died.first, today) if person.died else today


def _phase_row(span: PhaseSpan, contacts: Sequence[date], today: date) -> PhaseRow:
    begins, ends = span.begins.first, span.ends.first
    lasts = ends >= today
    inside = sum(begins <= on < ends or (lasts and on == today) for on in contacts)
    count = count_of(inside, "contact") if inside else "no contact written down"
    return PhaseRow(
        phase=phase_words(span.phase, span.is_recorded),
        begins=known_day(span.begins),
        ends=None if lasts else known_day(span.ends),
        contacts=count if span.is_recorded else "",
    )

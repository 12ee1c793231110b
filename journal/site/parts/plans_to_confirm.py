"""What was planned for a day that has passed, with the lines that say what became of it."""

import msgspec

from journal.advice.shell_lines import ShellLine, lines_to_confirm
from journal.notes.records import Person, Touchpoint
from journal.site.parts.page_context import Link, PageContext
from journal.wording.dates import Day, day, distance


class PlanToConfirm(msgspec.Struct, frozen=True):
    """A plan whose day has passed: with whom, when it was to be, and a line for each answer.

    On a page that is served, `form` is where it can be answered.
    """

    plan: Link
    people: tuple[Link, ...]
    day: Day
    ago: str
    answers: tuple[ShellLine, ...]
    form: str


def plans_to_confirm(page: PageContext) -> tuple[PlanToConfirm, ...]:
    """Return the plans that may be shown and whose day has passed, oldest first."""
    found = (page.journal.notes[note_id] for note_id in page.advice.to_confirm)
    return tuple(_plan(page, note) for note in found if isinstance(note, Touchpoint))


def plans_to_confirm_with(page: PageContext, person: Person) -> tuple[PlanToConfirm, ...]:
    """Return those with one person."""
    late = (
        note
        for note in page.data.with_person.get(person.id, ())
        if note.is_to_confirm(page.today) and not note.draft
    )
    return tuple(_plan(page, note) for note in late)


def _plan(page: PageContext, note: Touchpoint) -> PlanToConfirm:
    return PlanToConfirm(
        plan=page.link(note.id),
        people=page.links(page.journal.refs(note, "people")),
        day=day(note.date),
        ago=distance(note.date, page.today),
        answers=lines_to_confirm(page.journal, note),
        form=page.form_href("plan", note=note.id),
    )

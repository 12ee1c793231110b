"""Room between messages: one does not hound a mentor, nor text them every day (the article)."""

from collections.abc import Iterator

from journal.advice.spelling import spelled
from journal.checks.survey import Remark, Survey, called
from journal.notes.records import Person, Touchpoint
from journal.values import add_days


def texts_in_a_row(survey: Survey, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """A text message on the day after another one, and nothing came from them."""
    if not _is_my_text(note):
        return
    eve = add_days(note.date, -1)
    contacts = survey.contacts(person)
    texted = eve < note.date and any(map(_is_my_text, contacts.between(eve, eve)))
    if texted and not contacts.heard_between(eve, note.date):
        message = f"you texted {called(person)} the day before, too, and they have not answered yet"
        yield Remark(note.where("channel"), message, "let them answer first, or write an e-mail")


def _is_my_text(note: Touchpoint) -> bool:
    return note.direction == "out" and note.channel == "text"


def too_soon(survey: Survey, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """A message sooner than their gap after my last one, which has no answer."""
    last = survey.contacts(person).message_before(note) if note.direction == "out" else None
    gap = survey.standing(person).min_gap
    if last is None or gap.never or note.date >= gap.after(last.date):
        return
    if survey.contacts(person).heard_between(last.date, note.date):
        return
    days = (note.date - last.date).days
    when = f"{days} day{'s' * (days != 1)} after" if days else "on the day of"
    message = f"{when} your last message to {called(person)}, not answered yet; their gap is {gap}"
    hint = f"there is room from {spelled(gap.after(last.date))}"
    yield Remark(note.where("channel"), message, hint)

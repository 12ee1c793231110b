"""What was understood of a contact, and by when to be in touch again, by the advice after it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from journal.advice.advice_model import PersonAdvice
from journal.advice.index import AdviceIndex
from journal.advice.recommendations import advise_on
from journal.library import Journal
from journal.notes.records import Touchpoint
from journal.wording.contact_sentences import (
    WRITTEN_DOWN,
    contact_sentence,
    contact_title,
    last_contact_sentence,
    next_sentence,
    still_waiting,
)
from journal.writing.contact import Written


def advice_after(journal: Journal, written: Written) -> list[PersonAdvice]:
    """Return what is advised for the people of a contact; `journal` is the one after it."""
    index = AdviceIndex(journal)
    people = (journal.person(person.id) for person in written.people)
    advised = (advise_on(index, person) for person in people if person)
    return [advice for advice in advised if advice]


def understood_and_next(journal: Journal, written: Written, advised: Iterable[PersonAdvice]) -> str:
    """Return, like `Email to Min-ji Kim, today. Next: by 29 September`, both in sentences."""
    understood = _understood(journal, written, [person.title for person in written.people])
    return " ".join(filter(None, (understood, *_what_follows(advised, journal.today))))


def _understood(journal: Journal, written: Written, names: Sequence[str]) -> str:
    note = journal.notes.get(journal.settings.layout.inner(written.path).removesuffix(".md"))
    if isinstance(note, Touchpoint):
        title = contact_title(note.channel, note.direction, names)
        state = "" if note.is_done(journal.today) else note.state or "planned"
        return contact_sentence(title, state, note.date, journal.today)
    return last_contact_sentence(names, written.when) if written.when else WRITTEN_DOWN


def _what_follows(advised: Iterable[PersonAdvice], today: date) -> Iterator[str]:
    """Yield by when to be in touch again with each, and what is still waiting now."""
    found = [advice for advice in advised if advice.section != "paused"]
    days = [(advice.name, advice.reach_by) for advice in found if advice.reach_by]
    yield next_sentence(days, today)
    yield from (still_waiting(text) for advice in found for text in _waiting(advice, today))


def _waiting(advice: PersonAdvice, today: date) -> Iterator[str]:
    """Yield the reasons whose day has come, and that the contact did not settle."""
    for reason in advice.reasons:
        if reason.by and reason.by <= today and reason.kind != "cadence":
            yield reason.text

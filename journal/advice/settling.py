"""The command that writes down what was done for a reason; after it, the reason is gone."""

import shlex
from collections.abc import Iterator

from journal.advice.advice_model import PersonAdvice, Reason, TalkingPoints
from journal.advice.reason_kinds import REASON_KINDS, Settling
from journal.advice.reasons import promise_behind
from journal.folding import folded
from journal.library.journal import Journal, OwnedTask
from journal.notes.note import Note
from journal.notes.records import Person, Touchpoint
from journal.wording.labels import BEGIN_EXAMPLE


def settling_line(journal: Journal, advice: PersonAdvice, reason: Reason) -> str:
    """Return the line for a shell; `…` stands for what is yet to be written. Nothing for none."""
    words = settling_command(journal, advice, reason)
    if _is_message(words):
        return _line(words)
    return f"journal {shlex.join(words)}" if words else ""


def message_line(journal: Journal, advice: PersonAdvice, said: TalkingPoints) -> str:
    """Return the line that writes down a message: what led to it, and what it told and asked.

    Nothing where what led to it is not settled by a message.
    """
    words = settling_command(journal, advice, advice.reasons[0])
    if not _is_message(words):
        return ""
    told = (*said.news, *said.recognition, *said.offer)
    about = (word for note in told if note not in words for word in ("--about", note))
    asked = (f"--question={question}" for question in said.question)
    return _line((*words, *about, *asked))


def _is_message(words: tuple[str, ...]) -> bool:
    return words[:1] == ("log",) and "--on" not in words


def _line(words: tuple[str, ...]) -> str:
    return f"journal {shlex.join(words)} -m '…'"


def settling_command(journal: Journal, advice: PersonAdvice, reason: Reason) -> tuple[str, ...]:
    """Return the words behind `journal`; none where there is nothing to write down yet."""
    person, settling = journal.person(advice.person), REASON_KINDS[reason.kind].settling
    assert person, advice.person
    name = clear_name(journal, person)
    if settling.confirms:
        return _confirm(journal, reason)
    if settling.last_contact:
        return ("log", name, "--on", BEGIN_EXAMPLE)
    promise = _promise(journal, reason) if settling.keeps else ""
    if promise and reason.stale:
        return ("done", name, promise)
    keeps = ("--keeps", promise) if promise else ()
    return ("log", name, *_contact(advice, reason, settling), *keeps)


def _confirm(journal: Journal, reason: Reason) -> tuple[str, ...]:
    """A plan takes place on its day at the earliest."""
    plan = journal.notes[reason.notes[0]]
    has_come = isinstance(plan, Touchpoint) and plan.date <= journal.today
    return ("confirm", clear_note_name(journal, plan)) if has_come else ()


def clear_note_name(journal: Journal, note: Note) -> str:
    """Return what a command finds a note by: its file's name, or its id where that is not clear."""
    is_clear = journal.names.notes.find(note.stem) == (note.id,)
    return note.stem if is_clear and note.stem[:1] != "-" else note.id


def _promise(journal: Journal, reason: Reason) -> str:
    owned = promise_behind(journal, reason)
    return _promise_name(journal, owned) if owned else ""


def _promise_name(journal: Journal, owned: OwnedTask) -> str:
    """Return what a command finds a promise by: its words, or its place where others have them."""
    words = folded(owned.task.text)
    alike = [each for each in journal.tasks if folded(each.task.text) == words]
    if len(alike) == 1 and words and not owned.task.text.startswith("-"):
        return owned.task.text
    return f"{journal.notes[owned.note].path}:{owned.task.line}"


def _contact(advice: PersonAdvice, reason: Reason, settling: Settling) -> Iterator[str]:
    if advice.channel:
        yield from ("--channel", advice.channel)
    if settling.kind:
        yield from ("--kind", settling.kind)
    for note in reason.notes if settling.tells else ():
        yield from ("--about", note)


def clear_name(journal: Journal, person: Person) -> str:
    """Return what a command finds somebody by: their name, or their id where others have it."""
    is_clear = journal.names.people.find(person.title) == (person.id,)
    return person.title if is_clear and person.title[:1] != "-" else person.id

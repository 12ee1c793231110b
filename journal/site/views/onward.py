"""What good mentors do, learned from a person or passed on to them (the article's last tip)."""

import msgspec

from journal.advice.standing import Standing
from journal.notes.records import Lesson, Person, Touchpoint
from journal.site.sources import Sources

_PROTEGES = frozenset({"protege", "potential-protege"})
_MENTORS = frozenset({"mentor", "sponsor"})


class Onward(msgspec.Struct, frozen=True):
    """How many lessons came from a person, how many went to them, and the next step with one."""

    learned: int
    told: int
    step: str = ""
    lesson: str = ""


def onward(sources: Sources, person: Person) -> Onward:
    """Return how paying forward stands with a person."""
    journal = sources.journal
    lessons = journal.lessons
    theirs = [note for note in lessons if person.id in journal.refs(note, "from")]
    heard = Standing(journal, person).told
    found = Onward(len(theirs), sum(note.id in heard for note in lessons))
    if _PROTEGES.intersection(person.roles):
        fresh = (n for n in lessons if n.practice == "habit" and n.id not in heard)
        return _with(found, "Pass on", next((n for n in fresh if n not in theirs), None))
    if noted := next((note for note in theirs if note.practice == "noted"), None):
        return _with(found, "Try", noted)
    if theirs:
        kept = (n for n in theirs if n.practice == "habit" and not _is_passed_on(sources, n))
        return _with(found, "Pass on", next(kept, None))
    if _MENTORS.intersection(person.roles):
        return Onward(0, found.told, "Write down one thing that they do well.")
    return found


def _with(found: Onward, verb: str, lesson: Lesson | None) -> Onward:
    if lesson is None:
        return found
    return Onward(found.learned, found.told, f"{verb} “{lesson.title}”.", lesson.id)


def _is_passed_on(sources: Sources, lesson: Lesson) -> bool:
    """Whether somebody who did not teach it has been told of a lesson."""
    journal = sources.journal
    teachers = set(journal.refs(lesson, "from"))
    linking = (journal.notes[i] for i in journal.backlinks.get(lesson.id, ()))
    return any(
        isinstance(note, Touchpoint)
        and note.is_done(sources.today)
        and lesson.id in journal.telling[note.id]
        and teachers.isdisjoint(journal.refs(note, "people"))
        for note in linking
    )

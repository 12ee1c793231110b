"""Plans whose day has passed."""

from collections.abc import Iterator

from journal.advice.spelling import spelled
from journal.checks.survey import Remark, Survey
from journal.notes.records import Touchpoint


def passed(survey: Survey, note: Touchpoint) -> Iterator[Remark]:
    """A touchpoint written as planned, its date before today."""
    if note.state == "planned" and note.date < survey.today:
        message = f"planned for {spelled(note.date)}, which has passed: did it happen?"
        hint = "write `state: done` or `state: cancelled`, or give it a new date"
        yield Remark(note.where("state"), message, hint)

"""Quick questions: at most 30 seconds of thinking and typing, one at a time (the article)."""

from collections.abc import Iterator

from journal.advice.questions import same_question, seconds_to_answer
from journal.advice.spelling import spelled
from journal.checks.survey import Remark, Survey, called
from journal.notes.records import Touchpoint

_LONGEST = 30  # seconds
_MARKS = "?\N{FULLWIDTH QUESTION MARK}\N{ARABIC QUESTION MARK}"


def takes_long(_: Survey, note: Touchpoint) -> Iterator[Remark]:
    """A question that takes more than 30 seconds; what was written down beats the estimate."""
    seconds = note.question_seconds
    if seconds is None:
        seconds = seconds_to_answer(note.question) if note.question else 0
    if seconds > _LONGEST:
        about = "takes" if note.question_seconds is not None else "takes about"
        message = f"the question {about} {seconds} seconds to answer, more than {_LONGEST}"
        hint = "ask for one fact, a yes or no, or a name; if it is quick, write `question_seconds`"
        yield Remark(note.where("question" if note.question else "question_seconds"), message, hint)


def several(_: Survey, note: Touchpoint) -> Iterator[Remark]:
    """More than one question mark."""
    marks = sum(note.question.count(mark) for mark in _MARKS)
    if marks > 1:
        message = f"{marks} question marks in `question`"
        hint = "one question at a time is answered soonest; keep the rest for their `questions`"
        yield Remark(note.where("question"), message, hint)


def asked_before(survey: Survey, note: Touchpoint) -> Iterator[Remark]:
    """The same question was asked of them before."""
    question = same_question(note.question)
    for person in survey.with_whom(note):
        first = survey.first_asked.get((person.id, question), note)
        if first is not note:
            when = f"on {spelled(first.date)}, see {first.path}"
            message = f"{called(person)} was asked the same question {when}"
            yield Remark(note.where("question"), message, "look there for the answer, or ask anew")

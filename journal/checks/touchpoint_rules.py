"""Touchpoints: room between messages, plans that have passed, questions that take no time."""

from collections.abc import Iterator

from journal.advice.talking_points import comparable_question, seconds_to_answer
from journal.checks.rule_context import Remark, RuleContext, short_title
from journal.notes.records import DONE, Person, Touchpoint
from journal.values import add_days
from journal.wording.counts import count_of
from journal.wording.dates import long_date


def texts_in_a_row(context: RuleContext, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """A text message on the day after another one, and nothing came from them."""
    if not _is_my_text(note):
        return
    eve = add_days(note.date, -1)
    contacts = context.contacts(person)
    texted = eve < note.date and any(map(_is_my_text, contacts.between(eve, eve)))
    if texted and not contacts.heard_between(eve, note.date):
        message = (
            f"you texted {short_title(person)} the day before, too, and they have not answered yet"
        )
        yield Remark(note.position("channel"), message, "let them answer first, or write an e-mail")


def _is_my_text(note: Touchpoint) -> bool:
    return note.direction == "out" and note.channel == "text"


#: Kinds of touchpoint that are never too soon.
_ALWAYS_WELCOME = frozenset({"greeting", "thanks", "congratulation"})


def message_too_soon(context: RuleContext, note: Touchpoint, person: Person) -> Iterator[Remark]:
    """A message sooner than the gap of then after my last one, which has no answer."""
    last = context.contacts(person).message_before(note) if note.direction == "out" else None
    if last is None or note.kind in _ALWAYS_WELCOME:
        return
    gap = context.min_gap_on(person, note.date)
    if gap.never or note.date >= gap.after(last.date):
        return
    if context.contacts(person).heard_between(last.date, note.date):
        return
    days = (note.date - last.date).days
    when = f"{count_of(days, 'day')} after" if days else "on the day of"
    message = (
        f"{when} your last message to {short_title(person)}, not answered yet; their gap is {gap}"
    )
    hint = f"there is room from {long_date(gap.after(last.date))}"
    yield Remark(note.position("channel"), message, hint)


def planned_day_passed(context: RuleContext, note: Touchpoint) -> Iterator[Remark]:
    """A touchpoint written as planned, its date before today."""
    if note.state == "planned" and note.date < context.today:
        message = f"planned for {long_date(note.date)}, which has passed: did it happen?"
        hint = "`journal confirm`, `journal move` or `journal cancel` writes down what became of it"
        yield Remark(note.position("state"), message, hint)


def not_said_to_be_planned(context: RuleContext, note: Touchpoint) -> Iterator[Remark]:
    """A touchpoint of a day ahead that nothing says is a plan."""
    if note.date <= context.today or note.state not in DONE or note.has_mistake("state"):
        return
    if any(True for _ in context.people_advised_on(note)):
        message = f"on {long_date(note.date)} this will count as a contact that took place"
        hint = "write `state: planned`, and you are asked then whether it did"
        at = note.position("state") if note.state else note.position("date")
        yield Remark(at, message, hint)


_LONGEST = 30  # seconds
_MARKS = "?\N{FULLWIDTH QUESTION MARK}\N{ARABIC QUESTION MARK}"


def question_takes_long(_: RuleContext, note: Touchpoint) -> Iterator[Remark]:
    """A question that takes more than 30 seconds; what was written down beats the estimate."""
    seconds = note.question_seconds
    if seconds is None:
        seconds = seconds_to_answer(note.question) if note.question else 0
    if seconds > _LONGEST:
        about = "takes" if note.question_seconds is not None else "takes about"
        message = f"the question {about} {seconds} seconds to answer, more than {_LONGEST}"
        hint = "ask for one fact, a yes or no, or a name; if it is quick, write `question_seconds`"
        yield Remark(
            note.position("question" if note.question else "question_seconds"), message, hint
        )


def several_questions(_: RuleContext, note: Touchpoint) -> Iterator[Remark]:
    """More than one question mark."""
    marks = sum(note.question.count(mark) for mark in _MARKS)
    if marks > 1:
        message = f"{marks} question marks in `question`"
        hint = "one question at a time is answered soonest; keep the rest for their `questions`"
        yield Remark(note.position("question"), message, hint)


def question_asked_before(context: RuleContext, note: Touchpoint) -> Iterator[Remark]:
    """The same question was asked of them before."""
    question = comparable_question(note.question)
    for person in context.people_advised_on(note):
        first = context.first_asked.get((person.id, question), note)
        if first is not note:
            when = f"on {long_date(first.date)}, see {first.path}"
            message = f"{short_title(person)} was asked the same question {when}"
            yield Remark(
                note.position("question"), message, "look there for the answer, or ask anew"
            )

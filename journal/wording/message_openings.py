"""How a message begins that has a reason: its subject, and its first paragraph."""

from datetime import date
from typing import NamedTuple

from journal.wording.dates import long_date
from journal.wording.labels import contact_noun


class Opening(NamedTuple):
    """A subject, and a paragraph."""

    subject: str
    text: str


def answer(day: date, their_words: str) -> Opening:
    """Answer what they wrote on a day; their words are quoted."""
    said = f" You wrote: “{their_words}”" if their_words else ""
    subject = f"Your message of {long_date(day)}"
    return Opening(subject, f"Thank you for your message of {long_date(day)}.{said}")


def kept_promise(task: str) -> Opening:
    """Keep a promise."""
    return Opening("As promised", f"I promised you something, and have not forgotten it: {task}")


def come_back(day: date, title: str, question: str) -> Opening:
    """Take up again what was spoken of, or asked, on a day."""
    asked = f"On {long_date(day)} I asked you: “{question}” May I take that up again?"
    spoken = f"I would like to come back to “{title}” of {long_date(day)}."
    return Opening("Coming back to something", asked if question else spoken)


def look_forward(day: date, channel: str) -> Opening:
    """Speak of a contact that is planned."""
    noun = contact_noun(channel)
    words = f"{noun[0].lower()}{noun[1:]} on {long_date(day)}"
    return Opening(f"{noun} on {long_date(day)}", f"I am looking forward to our {words}.")


def meet(city: str, first: date, last: date, *, is_mine: bool) -> Opening:
    """Tell of a trip that brings us to one city, or ask about theirs."""
    days = f"on {long_date(first)}"
    if last > first:
        days = f"from {long_date(first)} to {long_date(last)}"
    who = "I will be" if is_mine else "I hear that you will be"
    return Opening(f"In {city} {days}", f"{who} in {city} {days}. Shall we meet?")


def greet(name: str, day: date) -> Opening:
    """Greet on an occasion: a birthday, an anniversary of ours, a holiday by its name."""
    if name == "birthday":
        return Opening("Happy birthday", "Happy birthday, and all the best for the year to come!")
    if name.endswith("since you began"):
        since = name.replace("you", "we")
        return Opening("An anniversary", f"On {long_date(day)} it is {since}. Thank you for them!")
    return Opening(name, f"My best wishes for {name}!")


def go_over_agreement() -> Opening:
    """Ask to go over what was agreed."""
    return Opening("What we agreed", "Shall we go over what we agreed? When would it suit you?")

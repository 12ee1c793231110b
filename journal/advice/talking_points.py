"""What to say: news, recognition, an offer, a question; each optional (the article's four)."""

import re
from math import ceil
from unicodedata import category

from journal.advice.advice_model import Slots
from journal.advice.index import Ground
from journal.advice.relationship import Standing

_OPEN = re.compile(
    r"\b(?:why|explain|describe|elaborate|thoughts|advice|opinion"
    r"|how(?!\s+(?:many|much|long|often|far|old|soon)\b))\b",
    re.IGNORECASE,
)
_READING = re.compile(r"\b(?:read|review|attached|look\s+over)\b", re.IGNORECASE)
_WORDS_A_SECOND = 4


def seconds_to_answer(question: str) -> int:
    """Estimate the seconds that reading and answering `question` takes."""
    reading = ceil(len(question.split()) / _WORDS_A_SECOND) + 8
    answering = 40 if _OPEN.search(question) else 10
    return reading + answering + (60 if _READING.search(question) else 0)


def same_question(question: str) -> str:
    """Return a question as questions are compared: no case, spacing or end punctuation."""
    words = " ".join(question.casefold().split())
    end = len(words)
    while end and (words[end - 1] == " " or category(words[end - 1]).startswith("P")):
        end -= 1
    return words[:end] or words


def slots(ground: Ground, standing: Standing) -> Slots:
    """Return what there is to say to one person."""
    told = standing.told
    person = standing.person
    return Slots(
        news=tuple(note.id for note in ground.my_news() if note.id not in told),
        recognition=tuple(n.id for n in ground.news.get(person.id, ()) if n.id not in told),
        offer=_offers(ground, standing),
        question=_questions(standing),
    )


def _offers(ground: Ground, standing: Standing) -> tuple[str, ...]:
    person = standing.person
    theirs = {field.casefold() for field in (*person.fields, *person.interests)}
    fitting = (
        note
        for note in ground.unmatched
        if note.id not in standing.told and theirs.intersection(f.casefold() for f in note.fields)
    )
    return tuple(note.id for note in (*ground.opportunities.get(person.id, ()), *fitting))


def _questions(standing: Standing) -> tuple[str, ...]:
    asked = {same_question(note.question) for note in standing.done if note.question}
    return tuple(q for q in standing.person.questions if same_question(q) not in asked)

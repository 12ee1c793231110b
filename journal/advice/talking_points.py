"""What to say: news, recognition, an offer, a question; each optional (the article's four)."""

import re
from math import ceil
from unicodedata import category

from journal.advice.advice_model import TalkingPoints
from journal.advice.index import AdviceIndex
from journal.advice.relationship import Relationship

_OPEN_QUESTION = re.compile(
    r"\b(?:why|explain|describe|elaborate|thoughts|advice|opinion"
    r"|how(?!\s+(?:many|much|long|often|far|old|soon)\b))\b",
    re.IGNORECASE,
)
_ASKS_TO_READ = re.compile(r"\b(?:read|review|attached|look\s+over)\b", re.IGNORECASE)
_WORDS_A_SECOND = 4


def seconds_to_answer(question: str) -> int:
    """Estimate the seconds that reading and answering `question` takes."""
    reading = ceil(len(question.split()) / _WORDS_A_SECOND) + 8
    answering = 40 if _OPEN_QUESTION.search(question) else 10
    return reading + answering + (60 if _ASKS_TO_READ.search(question) else 0)


def comparable_question(question: str) -> str:
    """Return a question as questions are compared: no case, spacing or end punctuation."""
    words = " ".join(question.casefold().split())
    end = len(words)
    while end and (words[end - 1] == " " or category(words[end - 1]).startswith("P")):
        end -= 1
    return words[:end] or words


def talking_points(index: AdviceIndex, relationship: Relationship) -> TalkingPoints:
    """Return what there is to say to one person."""
    told = relationship.told_about
    theirs = index.news.get(relationship.person.id, ())
    return TalkingPoints(
        news=tuple(n.id for n in index.my_news() if n.id not in told and n not in theirs),
        recognition=tuple(note.id for note in theirs if note.id not in relationship.acknowledged),
        offer=_offers(index, relationship),
        question=_questions(relationship),
    )


def _offers(index: AdviceIndex, relationship: Relationship) -> tuple[str, ...]:
    person = relationship.person
    theirs = {field.casefold() for field in (*person.fields, *person.interests)}
    fitting = (
        note for note in index.unmatched if theirs.intersection(f.casefold() for f in note.fields)
    )
    offers = (*index.opportunities.get(person.id, ()), *fitting)
    return tuple(note.id for note in offers if note.id not in relationship.told_about)


def _questions(relationship: Relationship) -> tuple[str, ...]:
    asked = {comparable_question(note.question) for note in relationship.done if note.question}
    return tuple(q for q in relationship.person.questions if comparable_question(q) not in asked)

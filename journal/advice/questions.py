"""How long a question takes to answer: the article asks for no more than 30 seconds."""

import re
from math import ceil
from unicodedata import category

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

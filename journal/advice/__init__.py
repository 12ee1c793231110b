"""Whom to reach out to next, by when, why, how and with what: pure functions of journal and day."""

from journal.advice.advice_model import SECTIONS, Advice, Hold, PersonAdvice, Reason, TalkingPoints
from journal.advice.recommendations import advise

__all__ = ["SECTIONS", "Advice", "Hold", "PersonAdvice", "Reason", "TalkingPoints", "advise"]

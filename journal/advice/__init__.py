"""Whom to reach out to next, by when, why, how and with what: pure functions of journal and day."""

from journal.advice.listing import advise
from journal.advice.records import SECTIONS, Advice, Hold, PersonAdvice, Reason, Slots

__all__ = ["SECTIONS", "Advice", "Hold", "PersonAdvice", "Reason", "Slots", "advise"]

"""How far off a day is, in words that need no counting."""

from datetime import date

_UNITS = ((730, 365, "years"), (60, 30, "months"), (14, 7, "weeks"), (2, 1, "days"))


def distance(when: date, today: date) -> str:
    """Return how far off a day is, like `in 3 weeks`, `tomorrow` or `2 years ago`."""
    days = (when - today).days
    if abs(days) < 2:
        return ("yesterday", "today", "tomorrow")[days + 1]
    length, unit = next(found[1:] for found in _UNITS if abs(days) >= found[0])
    words = f"{abs(days) // length} {unit}"
    return f"in {words}" if days > 0 else f"{words} ago"

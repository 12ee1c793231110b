"""Days and durations in words, for sentences that can be read aloud."""

from datetime import date

from journal.values import Duration


def spelled(day: date) -> str:
    """Return a day like `1 March 2026`."""
    return f"{day.day} {day:%B} {day.year}"


def every(cadence: Duration) -> str:
    """Return a cadence like `every 3 months`."""
    text = str(cadence)
    one = text.startswith("1 ") and text.count(" ") == 1
    return f"every {text[2:]}" if one else f"every {text}"

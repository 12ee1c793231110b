"""Days and durations in words, for sentences that can be read aloud."""

from datetime import date

from journal.values import Duration

#: By number, less one. Not by `strftime`, which asks the system's language, and takes its time.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def spelled(day: date) -> str:
    """Return a day like `1 March 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def every(cadence: Duration) -> str:
    """Return a cadence like `every 3 months`."""
    text = str(cadence)
    one = text.startswith("1 ") and text.count(" ") == 1
    return f"every {text[2:]}" if one else f"every {text}"

"""How far from today a day may lie: beyond a lifetime, it is a slip of the finger."""

from datetime import date

from journal.values import shift

_MONTHS = 1200  # a hundred years
#: The first day that a key may name.
EARLIEST = date(1900, 1, 1)
#: Up to this one, every day counts, whatever day it is today.
SURE = date(2099, 12, 31)


def horizon(today: date) -> date:
    """Return the last day that a key may name as of `today`: a hundred years ahead."""
    return max(shift(today, _MONTHS), SURE)

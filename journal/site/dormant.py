"""Of those not heard from for long, a few at a time: the comfortable ones do not always win."""

from journal.advice import Advice, PersonAdvice

AT_A_TIME = 3
"""How many a page shows."""


def this_week(advice: Advice) -> tuple[PersonAdvice, ...]:
    """Return the dormant whose turn it is: up to three, and in each ISO week different ones."""
    people = tuple(found for found in advice.people if found.section == "dormant")
    if len(people) <= AT_A_TIME:
        return people
    weeks = (advice.as_of.toordinal() - 1) // 7  # the first day of the calendar was a Monday
    first = weeks * AT_A_TIME
    return tuple(people[(first + turn) % len(people)] for turn in range(AT_A_TIME))

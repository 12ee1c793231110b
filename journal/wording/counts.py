"""Counts with their nouns, and lists: joined with “and”, or cut short with what is left out."""

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


#: Nouns that do not only get an s.
_PLURALS = {
    "opportunity": "opportunities",
    "person": "people",
    "piece of news": "pieces of news",
}


def count_of(count: int, noun: str) -> str:
    """Return a count with its noun, like `1,200 touchpoints` or `1 person`."""
    return f"{count:,} {noun if count == 1 else _PLURALS.get(noun, f'{noun}s')}"


def and_list(parts: Sequence[str]) -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)


def or_list(parts: Sequence[str]) -> str:
    """Return `a`, `a or b`, or `a, b or c`."""
    return " or ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)


def first_and_more(parts: Sequence[str], most: int) -> str:
    """Return the first `most` of a list and how many more there are, like `a, b and 3 more`."""
    left = len(parts) - most
    return and_list([*parts[:most], f"{left:,} more"] if left > 0 else parts)


def first_of(found: Sequence[_T], most: int) -> tuple[tuple[_T, ...], str]:
    """Return the first of a list, and in words how many are left out; empty where none is.

    What matters most has to come first in it: it is the end that is cut off.
    """
    left = len(found) - most
    return tuple(found[:most]), f"and {left:,} more" if left > 0 else ""

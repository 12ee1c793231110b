"""Counts with their nouns, and lists cut short with the count of what is left out."""

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


def many(count: int, one: str, more: str) -> str:
    """Return a count with its noun, like `1,200 touchpoints`."""
    return f"{count:,} {one if count == 1 else more}"


def first_of(found: Sequence[_T], most: int) -> tuple[tuple[_T, ...], str]:
    """Return the first of a list, and in words how many are left out; empty where none is.

    What matters most has to come first in it: it is the end that is cut off.
    """
    left = len(found) - most
    return tuple(found[:most]), f"and {left:,} more" if left > 0 else ""

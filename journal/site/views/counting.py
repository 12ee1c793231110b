"""Counts with their nouns."""


def many(count: int, one: str, more: str) -> str:
    """Return a count with its noun, like `1,200 touchpoints`."""
    return f"{count:,} {one if count == 1 else more}"

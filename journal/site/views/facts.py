"""Terms and values: what is known of a note, row by row."""

from collections.abc import Iterable
from typing import NamedTuple

from journal.site.links import Named


class Value(NamedTuple):
    """One value; `outside` says that `href` leads away from the site."""

    text: str
    href: str = ""
    outside: bool = False


class Fact(NamedTuple):
    """A term, and its values; never without one."""

    term: str
    values: tuple[Value, ...]


def texts(term: str, *found: str) -> Iterable[Fact]:
    """Yield a row of texts, if there are any."""
    values = tuple(Value(text) for text in found if text)
    if values:
        yield Fact(term, values)


def names(term: str, found: Iterable[Named]) -> Iterable[Fact]:
    """Yield a row of names with their links, if there are any."""
    values = tuple(Value(name.text, name.href) for name in found)
    if values:
        yield Fact(term, values)


def outside(term: str, found: Iterable[Named]) -> Iterable[Fact]:
    """Yield a row of addresses outside, if there are any."""
    values = tuple(Value(name.text, name.href, outside=True) for name in found)
    if values:
        yield Fact(term, values)

"""The form for a contact, filled in from the line that pages offer for afterwards."""

import shlex
from collections.abc import Collection, Iterator
from contextlib import suppress

from journal.errors import Refused
from journal.library import Journal
from journal.serve.forms import Fields
from journal.wording.labels import BEGIN_EXAMPLE
from journal.writing.lookup import find_person

_START = ["journal", "log"]
_LINE, _TO_BE_WRITTEN = "line", ("…", BEGIN_EXAMPLE)


def with_line(journal: Journal, fields: Fields, known: Collection[str]) -> Fields:
    """Return the fields with those that a line for the shell fills in, as far as it can be read.

    An option has the name of its field; what is only there to be replaced is left out.
    """
    found: dict[str, str] = {name: text for name, text in fields.items() if name != _LINE}
    for name, text in _pairs(journal, fields.get(_LINE, "")):
        if name in known and text not in _TO_BE_WRITTEN:
            found[name] = f"{found[name]}\n{text}" if name in found else text
    return found


def _pairs(journal: Journal, line: str) -> Iterator[tuple[str, str]]:
    words = iter(_words(line))
    for word in words:
        option, equals, text = word.partition("=")
        if word.startswith("-"):
            yield option.lstrip("-"), text if equals else next(words, "")
        else:
            with suppress(Refused):
                yield "who", find_person(journal, word).id


def _words(line: str) -> list[str]:
    try:
        words = shlex.split(line)
    except ValueError:  # a quote that is never closed
        return []
    return words[2:] if words[:2] == _START else []

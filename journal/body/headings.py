"""The heading that names a note."""

import re

from journal.body.hidden import Views
from journal.body.links import LineLinks
from journal.body.places import Places
from journal.body.records import Text
from journal.body.text import markdown_text

FIRST = re.compile(r"^ {0,3}#[ \t]+(?=[^\s#])([^\n]+)", re.MULTILINE)


def heading_text(written: str) -> str:
    """Return a heading without the `#` that may close it (CommonMark's ATX headings)."""
    text = written.rstrip()
    bare = text.rstrip("#")
    return (bare if bare != text and bare[-1:] in ("", " ", "\t") else text).strip()


def first_heading(views: Views, places: Places, links: LineLinks) -> tuple[Text, int]:
    """Return text and line of the first `# heading`, or nothing and 0."""
    if "#" not in views.prose:
        return (), 0
    match = FIRST.search(views.prose)
    if not match:
        return (), 0
    line = places.at(match.start(1))[0]
    written = heading_text(views.typed[match.start(1) : match.end(1)])
    return markdown_text(written, links, line), line

"""The heading that names a note."""

import re

from journal.body.hidden import Views
from journal.body.places import Places
from journal.body.plain import plain

FIRST = re.compile(r"^ {0,3}#[ \t]+(?=[^\s#])([^\n]+)", re.MULTILINE)


def heading_text(written: str) -> str:
    """Return a heading without the `#` that may close it (CommonMark's ATX headings)."""
    text = written.rstrip()
    bare = text.rstrip("#")
    return (bare if bare != text and bare[-1:] in ("", " ", "\t") else text).strip()


def first_heading(views: Views, places: Places) -> tuple[str, int]:
    """Return text and line of the first `# heading`, or nothing and 0."""
    if "#" not in views.prose:
        return "", 0
    match = FIRST.search(views.prose)
    if not match:
        return "", 0
    written = views.typed[match.start(1) : match.end(1)]
    return plain(heading_text(written)), places.at(match.start(1))[0]

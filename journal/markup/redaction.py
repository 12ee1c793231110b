"""A rendered body without what is said in links that lead where nobody may look."""

import re
from collections.abc import Callable
from html import escape

from journal.body.records import Target
from journal.body.slugs import heading_slug
from journal.body.text import UNNAMED
from journal.markup.placing import PLACEHOLDER, typed_part
from journal.markup.wikilinks import FILE, PATH
from journal.markup.words import words_of

_HEADING = re.compile(r'<(h[1-6]) id="([^"]*)">(.*?)</\1>', re.DOTALL)
_UNNAMED = f'<span class="private">{escape(UNNAMED)}</span>'
_ANCHOR = 8  # characters of a note's key, which begins every id

Leads = Callable[[Target], bool]


def redact_body(html: str, leads: Leads) -> str:
    """Return rendered HTML in which each link or embed that `leads` there is “a private note”.

    A heading that held one has an id without its words, too.
    """

    def unnamed(found: re.Match[str]) -> str:
        return _UNNAMED if any(map(leads, _targets(found))) else found[0]

    redacted = PLACEHOLDER.sub(unnamed, html)
    if redacted == html or "<h" not in html:
        return redacted
    before = {found[2]: found[3] for found in _HEADING.finditer(html)}
    taken: set[str] = set()
    return _HEADING.sub(lambda found: _renamed(found, before, taken), redacted)


def _targets(found: re.Match[str]) -> tuple[Target, ...]:
    """Return what a placeholder may lead to: a file's name may be that of a note."""
    kind, target = (found[2], found[3]) if found[2] else (FILE, found[8])
    name = typed_part(target)
    if kind == FILE:
        return Target(name), Target(name, path=True)
    return (Target(name, path=kind == PATH),)


def _renamed(found: re.Match[str], before: dict[str, str], taken: set[str]) -> str:
    name, old, inner = found.groups()
    if before.get(old) == inner:
        return found[0]
    slug = heading_slug(words_of(inner))
    numbered = (f"{slug}-{number}" for number in range(2, len(before) + 3))
    free = next(each for each in (slug, *numbered) if each not in taken)
    taken.add(free)
    return f'<{name} id="{escape(old[:_ANCHOR])}-{escape(free)}">{inner}</{name}>'

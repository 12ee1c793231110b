"""Redaction of a rendered body: each link to a hidden note becomes “a private note”."""

import re
from collections.abc import Callable, Iterator
from html import escape

from journal.body.contents import LinkTarget
from journal.body.link_addresses import relative_address
from journal.body.segments import REDACTED
from journal.body.slugs import heading_slug
from journal.body.typed_links import opening_bracket
from journal.body.wikilinks import split_wikilink
from journal.markup.link_placeholders import FILE, NOTE, PATH, decoded_part
from journal.markup.rendered_text import text_of_html

#: Whether a link to a target is to be redacted.
IsHidden = Callable[[LinkTarget], bool]

_TAG = re.compile(r'<(/?)(a|span|img)\b([^<>"]*(?:"[^"]*"[^<>"]*)*)>')
_PLACEHOLDER = re.compile(rf'(?:href|src)="({NOTE}|{PATH}|{FILE}):([^"#]*)')
#: Says of a link inside another one that it leads nowhere; where it would have led is not known.
_UNLINKED = 'class="unlinked"'
_TYPED_WIKILINK = re.compile(r"\[\[(?!\[)((?:(?!\[\[|\]\]).){1,1000})\]\]", re.DOTALL)
_TYPED_ADDRESSES = (
    re.compile(r"\]\(([^()\n]*\.md[^()\n]*)\)", re.IGNORECASE),
    re.compile(r"\]:[ \t]*([^\n]*?\.md[^\n<]*)", re.IGNORECASE),
)
_ADDRESS = re.compile(r"^\s*(?:<([^<>]*)>|(\S*)).*$", re.DOTALL)
_HEADING = re.compile(r'<(h[1-6]) id="([^"]*)">(.*?)</\1>', re.DOTALL)
_REDACTED = f'<span class="private">{escape(REDACTED)}</span>'
#: Brackets right before it: the words of a reference that the parser took for two links.
_REFERENCE_TEXT = re.compile(rf"\[[^\[\]]*\](?={re.escape(_REDACTED)})")
#: A link that holds one: all that it says may be about it.
_LINK_AROUND = re.compile(
    rf"(<a\b[^<>]*>)(?:(?!</?a\b).)*{re.escape(_REDACTED)}(?:(?!</?a\b).)*(</a>)", re.DOTALL
)
_KEY_LENGTH = 8  # characters of a note's key, which begins every id


def redact_body(html: str, is_hidden: IsHidden) -> str:
    """Return rendered HTML in which each link or embed of something hidden is “a private note”.

    So is a link that stands there as typed, in code for instance, and one inside another link,
    whose target is not known any more. A heading that held one has an id without its words, too.
    """
    redacted = _without_typed("".join(_without_links(html, is_hidden)), is_hidden)
    redacted = _LINK_AROUND.sub(rf"\1{_REDACTED}\2", _REFERENCE_TEXT.sub("", redacted))
    if redacted == html or "<h" not in html:
        return redacted
    before = {found[2]: found[3] for found in _HEADING.finditer(html)}
    taken: set[str] = set()
    return _HEADING.sub(lambda found: _with_new_id(found, before, taken), redacted)


def _without_links(html: str, is_hidden: IsHidden) -> Iterator[str]:
    """Yield the HTML in pieces; what is inside a link goes with it."""
    end = depth = inside = 0  # `inside`: the depth of the element that is left out, or 0
    for tag in _TAG.finditer(html):
        if not inside:
            yield html[end : tag.start()]
        closing, name, attributes = tag.groups()
        depth += bool(not closing and name != "img")
        redacts = not inside and not closing and _is_hidden(attributes, is_hidden)
        if redacts:
            yield _REDACTED
            inside = depth if name != "img" else 0
        elif not inside:
            yield tag[0]
        if closing:
            inside = 0 if inside == depth else inside
            depth -= 1
        end = tag.end()
    yield html[end:]


def _is_hidden(attributes: str, is_hidden: IsHidden) -> bool:
    if _UNLINKED in attributes:
        return True
    found = _PLACEHOLDER.search(attributes)
    if not found:
        return False
    kind, name = found[1], decoded_part(found[2])
    if kind != NOTE and is_hidden(LinkTarget(name, path=True)):
        return True
    return kind != PATH and is_hidden(LinkTarget(name))


def _without_typed(html: str, is_hidden: IsHidden) -> str:
    def unnamed(found: re.Match[str]) -> str:
        target = LinkTarget(split_wikilink(text_of_html(found[1])).target)
        return _REDACTED + "".join(_tags(found[1])) if is_hidden(target) else found[0]

    html = _TYPED_WIKILINK.sub(unnamed, html) if "[[" in html else html
    for pattern in _TYPED_ADDRESSES:
        html = "".join(_without_addresses(html, pattern, is_hidden))
    return html


def _without_addresses(html: str, pattern: re.Pattern[str], is_hidden: IsHidden) -> Iterator[str]:
    end = 0
    for found in pattern.finditer(html):
        address = relative_address(_ADDRESS.sub(r"\1\2", text_of_html(found[1])))
        start = opening_bracket(html, found.start())
        if address and start is not None and is_hidden(LinkTarget(address.path, path=True)):
            yield html[end:start] + _REDACTED
            yield from _tags(html[start : found.end()])
            end = found.end()
    yield html[end:]


def _tags(html: str) -> Iterator[str]:
    """Yield the tags of some HTML without what is between them."""
    return (found[0] for found in re.finditer(r"</?\w[^<>]*>", html))


def _with_new_id(found: re.Match[str], before: dict[str, str], taken: set[str]) -> str:
    name, old, inner = found.groups()
    if before.get(old) == inner:
        return found[0]
    slug = heading_slug(text_of_html(inner))
    numbered = (f"{slug}-{number}" for number in range(2, len(before) + 3))
    free = next(each for each in (slug, *numbered) if each not in taken)
    taken.add(free)
    return f'<{name} id="{escape(old[:_KEY_LENGTH])}-{escape(free)}">{inner}</{name}>'

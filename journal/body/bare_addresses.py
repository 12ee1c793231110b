"""Web and mail addresses that stand in a text as they are: `https://example.org`, `ann@b.org`."""

import re
from collections.abc import Iterator, Sequence

from journal.body.inline_parser import Inline, InlineKind

_ADDRESS = re.compile(
    r"(?<![\w/@.-])((?i:https?://|www\.)[^\s<>]*[^\W_][^\s<>]*)"
    r"|(?<![\w.+/@:-])([\w.+-]+@[\w-]+(?:\.[\w-]*[^\W_])+)"
)
_TRAILING = ".,:;!?'\"*_~…”’»]}"


def with_bare_addresses(text: str, inlines: Sequence[Inline]) -> Sequence[Inline]:
    """Return the inlines of a text with the addresses that stand between them."""
    if "://" not in text and "www." not in text and "@" not in text:
        return inlines
    return list(_merged(text, inlines))


def _merged(text: str, inlines: Sequence[Inline]) -> Iterator[Inline]:
    end = 0
    for inline in inlines:
        yield from _addresses(text, end, inline.start)
        yield inline
        end = inline.end
    yield from _addresses(text, end, len(text))


def _addresses(text: str, begin: int, stop: int) -> Iterator[Inline]:
    at = begin
    while found := _ADDRESS.search(text, at, stop):
        at = found.end()
        if mail := found[2]:
            yield Inline(InlineKind.MAIL, found.start(), at, mail, mail)
            continue
        typed = _without_end_of_sentence(found[1])
        at = found.start() + len(typed)
        scheme = "" if "://" in typed else "http://"
        yield Inline(InlineKind.ADDRESS, found.start(), at, typed, scheme + typed)


def _without_end_of_sentence(address: str) -> str:
    """Leave punctuation at the end out, and a `)` that nothing in the address opens."""
    end = len(address)
    unopened = address.count(")") - address.count("(")
    while end:
        last = address[end - 1]
        if last == ")" and unopened > 0:
            unopened -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return address[:end]

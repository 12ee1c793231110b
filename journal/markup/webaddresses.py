"""Bare web and mail addresses become links, as on GitHub."""

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

_PATTERN = (
    r"(?<![\w/@.-])((?i:https?://|www\.)[^\s<>\x02\x03]*[^\W_][^\s<>\x02\x03]*)"
    r"|(?<![\w.+/@:-])([\w.+-]+@[\w-]+(?:\.[\w-]*[^\W_])+)"
)
_TRAILING = ".,:;!?'\"*_~…”’»]}"


class WebAddresses(InlineProcessor):
    """`https://example.org/page`, `www.example.org`, `bob@example.org`; no full stop behind."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self) -> None:
        super().__init__(_PATTERN)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the parser names it
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - as above
    ) -> tuple[Element, int, int]:
        """Return the link, and the extent of the address."""
        address = _without_end_of_sentence(m[1]) if m[1] else m[2]
        scheme = "mailto:" if m[2] else "" if "://" in address else "http://"
        link = Element("a", {"href": scheme + address})
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


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

"""Bare web addresses become links, as on GitHub."""

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

_PATTERN = (
    r"<((?i:https?)://[^\s<>\x02\x03]+)>"
    r"|(?<![\w/@.-])((?i:https?://|www\.)[^\s<>\x02\x03]*[^\W_][^\s<>\x02\x03]*)"
)
_TRAILING = ".,:;!?'\"*_~…”’»]}"


class WebAddresses(InlineProcessor):
    """`https://example.org/page` and `www.example.org`, but not the full stop behind them."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self) -> None:
        super().__init__(_PATTERN)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the parser names it
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - as above
    ) -> tuple[Element, int, int]:
        """Return the link, and the extent of the address."""
        address = m[1] or _without_end_of_sentence(m[2])
        link = Element("a", {"href": address if "://" in address else f"http://{address}"})
        link.text = AtomicString(address)
        return link, m.start(), m.end() if m[1] else m.start() + len(address)


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

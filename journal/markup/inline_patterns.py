"""Patterns that only the HTML needs: emphasis, and bare web and mail addresses as links."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor, InlineProcessor
from markdown.util import AtomicString

MARKS = ("*", "_", "~~", "==")


class Emphasis(DelimiterProcessor):
    """`*em*`, `**strong**`, `~~del~~`, `==mark==`: fast over many marks, and no letter is lost."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__("*", "strong,em", markdown)
        self.add("_", "strong,em", smart=True)
        self.add("~", "del", double=True)
        self.add("=", "mark", double=True)

    def search(self, data: str, start: int) -> re.Match[str] | None:
        """Return the next mark that may begin or end something."""
        for mark in self.compiled_re.finditer(data, start):
            delimiter = self.delimiters[mark[0]]
            match = delimiter.boundary.match(data, mark.start())
            if match and (delimiter.stack or match.lastgroup != "end"):
                return match
        return None

    def handleMatch(  # type: ignore[override]  # noqa: N802 - its name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the element and its extent; marks stay as typed where letters would be lost."""
        element, start, end = super().handleMatch(m, data)
        if element is None or start is None or end is None:
            return element, start, end
        if _letters("".join(element.itertext())) == _letters(data[start:end]):
            return element, start, end
        self.reset()
        return None, start, start + 1


_MARK_CHARACTERS = str.maketrans("", "", "*_~=")


def _letters(text: str) -> str:
    return text.translate(_MARK_CHARACTERS)


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

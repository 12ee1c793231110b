"""Python-Markdown's links, without its searches that grow with the square of the text."""

import re

from markdown.inlinepatterns import (
    DelimiterProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

_BRACKET = re.compile(r"[\[\]]")
_PLAIN_ADDRESS = re.compile(r"\(([^\s()<>\"'\x02\x03]+)\)")
_NEAR = 100
_LONGEST = 3000
"""Characters of an address with its title, unless it has no blanks, quotes or brackets."""


class Brackets(LinkInlineProcessor):
    """Finds the end of a link's text and address."""

    _data = ""
    _partners: dict[int, int]

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - its name
        """Return what stands before the bracket that closes the one before `index`."""
        depth = 1
        for count, match in enumerate(_BRACKET.finditer(data, index)):
            depth += 1 if match[0] == "[" else -1
            if not depth:
                return data[index : match.start()], match.end(), True
            if count > _NEAR:
                return self._far(data, index)
        return "", index, False

    def _far(self, data: str, index: int) -> tuple[str, int, bool]:
        if data is not self._data:
            self._data, self._partners = data, _pair(data)
        end = self._partners.get(index - 1)
        return ("", index, False) if end is None else (data[index:end], end + 1, True)

    def getLink(  # noqa: N802 - its name
        self, data: str, index: int
    ) -> tuple[str, str | None, int, bool]:
        """Return address, title and end of what stands in the round brackets at `index`."""
        if not data.startswith("(", index):
            return "", None, index, False
        if plain := _PLAIN_ADDRESS.match(data, index):
            return plain[1], None, plain.end(), True
        part = data[index : index + _LONGEST]
        href, title, end, handled = super().getLink(part, 0)
        return href, title, index + end, handled


def _pair(data: str) -> dict[int, int]:
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for match in _BRACKET.finditer(data):
        if match[0] == "[":
            waiting.append(match.start())
        elif waiting:
            partners[waiting.pop()] = match.start()
    return partners


class Link(Brackets, LinkInlineProcessor):
    """`[text](address "title")`."""


class Image(Brackets, ImageInlineProcessor):
    """`![text](address "title")`."""


class Reference(Brackets, ReferenceInlineProcessor):
    """`[text][name]`."""


class ImageReference(Brackets, ImageReferenceInlineProcessor):
    """`![text][name]`."""


class ShortReference(Brackets, ShortReferenceInlineProcessor):
    """`[name]`."""


class ShortImageReference(Brackets, ShortImageReferenceInlineProcessor):
    """`![name]`."""


class Emphasis(DelimiterProcessor):
    """`*em*`, `**strong**`, `~~del~~`, `==mark==`."""

    def search(self, data: str, start: int) -> re.Match[str] | None:
        """Return the next mark that may begin or end something."""
        for sign in self.compiled_re.finditer(data, start):
            delimiter = self.delimiters[sign[0]]
            match = delimiter.boundary.match(data, sign.start())
            if match and (delimiter.stack or match.lastgroup != "end"):
                return match
        return None

"""Wikilinks: `[[target#heading|text]]`, and what they are shown as."""

import re
from typing import NamedTuple

from journal.body.plain_text import WIKILINK

EMBED_OR_WIKILINK = re.compile(rf"(?<!\\)(!?){WIKILINK}")


class Wikilink(NamedTuple):
    """The parts of `[[target#heading|text]]`."""

    target: str
    heading: str
    text: str

    @property
    def shown(self) -> str:
        """The text that it is shown as."""
        parts = (part.strip() for part in (self.target, *self.heading.split("#")))
        return self.text or " > ".join(part for part in parts if part)


def split_wikilink(inner: str) -> Wikilink:
    r"""Split what stands between the brackets; `\|` is what a table cell needs for `|`."""
    whole, _, text = inner.replace("\\|", "|").partition("|")
    target, _, heading = whole.partition("#")
    return Wikilink(target.strip(), heading.strip(), text.strip())

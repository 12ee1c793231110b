"""What CommonMark's reference makes of a text, and what of it a reader sees."""

import re

from markdown_it import MarkdownIt

_REFERENCE = MarkdownIt("commonmark", {"html": False})
_BLOCK = r"\s*(</?(?:ul|ol|li|blockquote|pre|h\d|hr)[^>]*>)\s*"


def structure(html: str) -> str:
    """Leave out what differs for no reader: blanks, and whether an item's text is a paragraph."""
    html = re.sub(r' id="[^"]*"', "", html.replace("<hr />", "<hr>"))
    html = re.sub(r"</?p>", "\n", html)
    return re.sub(r"\s+", " ", re.sub(_BLOCK, r"\1", html)).strip()


def reference(body: str) -> str:
    """Return what the reference makes of a body, with headings two levels deeper, as ours are."""
    html = _REFERENCE.render(body)
    return re.sub(r"<(/?)h([1-4])", lambda m: f"<{m[1]}h{int(m[2]) + 2}", html)

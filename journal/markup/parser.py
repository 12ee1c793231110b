"""A body's text to HTML: its blocks, what is inside their lines, where links lead."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, tostring

from journal.body.syntax_tree import Document
from journal.markup.boxes import put_boxes
from journal.markup.footnotes import Footnotes
from journal.markup.inline import Inline
from journal.markup.tree import build

_ROOT = "div"


def parsed_html(text: str, finish: Callable[[Element], None]) -> str:
    """Return HTML that is still to be made safe; `finish` gets the tree before it is written."""
    document = Document(text)
    inline = Inline(document, text)
    root = Element(_ROOT)
    build(document.root, root)
    inline.run(root)
    if document.every_note or "^[" in text:
        Footnotes(document, inline.run).run(root)
    put_boxes(root)
    inline.unescape(root)
    finish(root)
    root.tail = None
    html = tostring(root, encoding="unicode", method="html")
    return html[len(f"<{_ROOT}>") : -len(f"</{_ROOT}>")]

"""The inlines of a text as elements of HTML, read off the tree that `body` makes of them.

A link that counts is always a link that is shown, because both come from the same tree.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from journal.body.inline_parser import Inline, InlineKind
from journal.body.inline_tree import Group, Node, inline_nodes
from journal.body.syntax_tree import SyntaxTree
from journal.body.wikilinks import split_wikilink
from journal.markup.link_placeholders import embed_element, link_element

FOOTNOTE = "note"
"""The attribute of a `sup` that names the footnote it refers to."""

INLINE_FOOTNOTE = "inline-note"
"""The attribute of a `sup` that has the text of a footnote typed in place."""

TYPED = "typed"
"""The attribute that has an address as typed, where it means another."""


class InlineRenderer:
    """Marks up the texts of one body."""

    def __init__(self, tree: SyntaxTree) -> None:
        self.tree = tree

    def fill(self, element: Element, text: str, in_cell: bool = False) -> None:
        r"""Add a text to an element; in a cell, code has `|` where `\|` is typed."""
        for node in inline_nodes(self.tree, text):
            self._add(element, node, in_cell)

    def _add(self, parent: Element, node: Node, in_cell: bool) -> None:
        if isinstance(node, str):
            add_text(parent, node)
        elif isinstance(node, Group):
            link = _address_attributes("href", node.link, self.tree) if node.link else {}
            element = SubElement(parent, node.kind, link)
            for child in node.children:
                self._add(element, child, in_cell)
        else:
            if in_cell and node.kind is InlineKind.CODE:
                node = node._replace(inner=node.inner.replace("\\|", "|"))
            parent.append(_ELEMENTS[node.kind](node, self.tree))


def add_text(element: Element, text: str) -> None:
    """Add text behind all that an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _image(inline: Inline, tree: SyntaxTree) -> Element:
    alt = {"alt": tree.image_text(inline.inner)}
    return Element("img", alt | _address_attributes("src", inline, tree))


def _address_attributes(attribute: str, inline: Inline, tree: SyntaxTree) -> dict[str, str]:
    address, typed = tree.address(inline), tree.typed_address(inline)
    attributes = {attribute: address}
    if title := tree.title(inline):
        attributes["title"] = title
    if typed != address:
        attributes[TYPED] = typed
    return attributes


def _with_text(tag: str, attributes: dict[str, str], text: str) -> Element:
    element = Element(tag, attributes)
    element.text = text
    return element


_ELEMENTS: dict[InlineKind, Callable[[Inline, SyntaxTree], Element]] = {
    InlineKind.BREAK: lambda _inline, _: Element("br"),
    InlineKind.CODE: lambda inline, _: _with_text("code", {}, inline.inner),
    InlineKind.WIKILINK: lambda inline, _: link_element(split_wikilink(inline.inner)),
    InlineKind.EMBED: lambda inline, _: embed_element(split_wikilink(inline.inner)),
    InlineKind.IMAGE: _image,
    InlineKind.ADDRESS: lambda inline, _: _with_text("a", {"href": inline.address}, inline.inner),
    InlineKind.MAIL: lambda inline, _: _with_text(
        "a", {"href": f"mailto:{inline.address}"}, inline.inner
    ),
    InlineKind.FOOTNOTE: lambda inline, _: Element("sup", {FOOTNOTE: inline.inner}),
    InlineKind.INLINE_FOOTNOTE: lambda inline, _: Element("sup", {INLINE_FOOTNOTE: inline.inner}),
}

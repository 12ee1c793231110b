"""A node of front matter as it was typed: its texts, and the links in them."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from journal.frontmatter import ListNode, MappingNode, Node, Scalar
from journal.notes.note import Ref

#: Control characters, which can be written as escapes, but those that are blanks.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
_WIKILINK = re.compile(r"\[\[([^\[\]]+)\]\]")
_MARKDOWN_LINK = re.compile(r"\[[^\[\]]*\]\(<?([^()<>]+?\.md)(?:#([^()<>]*))?>?\)")


def items_of(node: Node) -> Iterator[Scalar]:
    """The items of a list key; `[[x]]` without quotes and `kind: text` are one item each."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, MappingNode):
        yield Scalar(node_text(node), node.line, node.column)
    elif brackets := unquoted_link(node):
        yield Scalar(f"[[{brackets}]]", node.line, node.column)
    else:
        for item in node.items:
            yield from items_of(item)


def unquoted_link(node: Node) -> str:
    """The text of `[[…]]` read by YAML as a list in a list, else an empty text."""
    if not (isinstance(node, ListNode) and node.flow and len(node.items) == 1):
        return ""
    inner = node.items[0]
    if not (isinstance(inner, ListNode) and inner.flow and inner.items):
        return ""
    texts = [item.text for item in inner.items if isinstance(item, Scalar)]
    return ", ".join(texts) if len(texts) == len(inner.items) else ""


def unquoted_links(node: Node) -> Iterator[Node]:
    """Every place in a value where `[[…]]` stands without quotes."""
    if isinstance(node, ListNode):
        if unquoted_link(node):
            yield node
        else:
            for item in node.items:
                yield from unquoted_links(item)


def node_text(node: Node) -> str:
    """A value in one line, for keys outside the vocabulary."""
    if isinstance(node, Scalar):
        return CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(node.text.split()))
    if isinstance(node, ListNode):
        brackets = unquoted_link(node)
        return f"[[{brackets}]]" if brackets else ", ".join(node_text(item) for item in node.items)
    return "; ".join(f"{pair.key}: {node_text(pair.value)}" for pair in node.pairs)


def links_in(scalar: Scalar) -> Iterator[Ref]:
    """The links in a text of a key that holds links; without brackets, it is one."""
    text = scalar.text.strip()
    links = list(_WIKILINK.finditer(text))
    for link in links:
        named, _, part = link[1].partition("|")[0].partition("#")
        column = scalar.column + (link.start() if len(links) > 1 else 0)
        yield Ref(named.strip() or link[0], scalar.line, column, heading=part.strip())
    if links:
        return
    if path := _MARKDOWN_LINK.fullmatch(text):
        heading = unquote(path[2] or "")
        yield Ref(unquote(path[1]), scalar.line, scalar.column, path=True, heading=heading)
    else:
        yield Ref(text, scalar.line, scalar.column)

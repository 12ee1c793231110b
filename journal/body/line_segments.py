"""A line of Markdown in segments, as a page shows it: its words, with links to notes among them."""

from collections.abc import Collection, Iterator

from journal.body.contents import LinkTarget, NoteLink, Segments
from journal.body.images import image_words, is_image
from journal.body.inline_parser import Inline, InlineKind
from journal.body.inline_tree import Node, inline_nodes, is_plain
from journal.body.link_addresses import is_note, relative_address
from journal.body.segments import Part, on_one_line, text_of
from journal.body.syntax_tree import SyntaxTree
from journal.body.typed_links import with_typed_links
from journal.body.wikilinks import split_wikilink


def plain_text(tree: SyntaxTree, text: str) -> str:
    """Return what a page shows of a text, in one line."""
    return " ".join("".join(_words(tree, inline_nodes(tree, text))).split())


def segments_of_markdown(tree: SyntaxTree, text: str, known: Collection[LinkTarget]) -> Segments:
    """Return a text as a page shows it, in one line; `known` is what it links to.

    Where one of those is not found, the whole line is taken for its text.
    """
    if is_plain(text) and not known:
        return (" ".join(text.split()),)
    segments = with_typed_links(on_one_line(_parts(tree, inline_nodes(tree, text))))
    found = {target for part in segments if isinstance(part, NoteLink) for target in part.targets}
    if found.issuperset(known):
        return segments
    return (NoteLink(text_of(segments), tuple(sorted(found.union(known), key=str))),)


def _words(tree: SyntaxTree, nodes: list[Node]) -> Iterator[str]:
    for part in _parts(tree, nodes):
        yield part if isinstance(part, str) else part.text


def _parts(tree: SyntaxTree, nodes: list[Node]) -> Iterator[Part]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, Inline):
            yield _part(tree, node)
        elif node.link and (path := _path_of_note(tree, node.link)):
            yield _link(path, list(_parts(tree, node.children)))
        else:
            yield from _parts(tree, node.children)


def _link(path: str, inside: list[Part]) -> NoteLink:
    """Return a link by address; what stands in its text goes with it."""
    others = (target for part in inside if isinstance(part, NoteLink) for target in part.targets)
    return NoteLink(text_of(inside), (LinkTarget(path, path=True), *others))


def _path_of_note(tree: SyntaxTree, inline: Inline) -> str:
    address = relative_address(tree.address(inline))
    return address.path if address and is_note(address.path) else ""


def _part(tree: SyntaxTree, inline: Inline) -> Part:
    kind = inline.kind
    if kind in (InlineKind.WIKILINK, InlineKind.EMBED):
        return _wikilink(inline)
    if kind is InlineKind.IMAGE:
        return _image(tree, inline)
    if kind is InlineKind.FOOTNOTE:
        return ""
    if kind is InlineKind.INLINE_FOOTNOTE:
        inside = _parts(tree, inline_nodes(tree, inline.inner))
        targets = tuple(t for part in inside if isinstance(part, NoteLink) for t in part.targets)
        return NoteLink("", targets) if targets else ""
    return inline.inner


def _wikilink(inline: Inline) -> Part:
    link = split_wikilink(inline.inner)
    shown = inline.kind is InlineKind.EMBED and is_image(link.target)
    text = "" if shown else link.shown
    return NoteLink(text, (LinkTarget(link.target),)) if link.target else text


def _image(tree: SyntaxTree, inline: Inline) -> Part:
    address = tree.address(inline)
    words = image_words(tree.image_text(inline.inner), address)
    relative = relative_address(address)
    if not relative or not is_note(relative.path):
        return words
    return NoteLink(words, (LinkTarget(relative.path, path=True),))

"""One key of a note's front matter changed, and not one byte of anything else.

Keys are found by what they mean, in whatever case and by whatever synonym. What comes out is read
back: where more than the one key would be read otherwise, nothing is changed.
"""

import re
from collections.abc import Sequence

from journal.errors import Refused
from journal.frontmatter import Document, ListNode, MappingNode, Node, Scalar, read_document
from journal.frontmatter.key_positions import KeySpan, Span, layout
from journal.frontmatter.writer import item_text, value_text
from journal.notes.kinds import KEY_NAMES, Kind

_DASH = re.compile(r"([ \t]*)-([ \t]*)")


def with_value(raw: bytes, kind: Kind, key: str, value: str | Sequence[str]) -> bytes:
    """Return a note with `key` set to `value`; it is added where it is not.

    A comment behind the old value stays. Raises Refused.
    """
    text = _text(raw)
    found = _found(text, kind, key)
    made = value_text(value)
    if found is None:
        return _checked(raw, _added(text, f"{key}: {made}"), kind, key)
    return _checked(raw, _value_replaced(text, found, made), kind, key)


def _value_replaced(text: str, found: KeySpan, made: str) -> str:
    first, last = found.lines.start, found.lines.end - 1
    if "\n" in text[first:last]:
        return _replaced(text, Span(found.colon, found.lines.end), f" {made}{_newline(text)}")
    if found.value.start == found.colon:
        return _replaced(text, found.value, f" {made}")
    return _replaced(text, found.value, made)


def without(raw: bytes, kind: Kind, key: str) -> bytes:
    """Return a note without a key and its lines; as it is, where it has none. Raises Refused."""
    text = _text(raw)
    found = _found(text, kind, key)
    return _checked(raw, _replaced(text, found.lines, ""), kind, key) if found else raw


def with_item(raw: bytes, kind: Kind, key: str, item: str) -> bytes:
    """Return a note with one more item at the end of a list. Raises Refused."""
    text = _text(raw)
    found = _found(text, kind, key)
    line = f"  - {value_text(item)}"
    made = _item_added(text, found, item) if found else _added(text, f"{key}:", line)
    return _checked(raw, made, kind, key)


def _item_added(text: str, found: KeySpan, item: str) -> str:
    if found.flow:
        return _into_brackets(text, found, item_text(item))
    if found.items:
        return _below(text, found.items[-1], value_text(item))
    if found.text is None:
        raise Refused(f"`{found.key}` is no list: mend it first.")
    if found.value.start == found.colon:
        below = Span(found.lines.end, found.lines.end)
        line = f"{layout(text).indent}  - {value_text(item)}{_newline(text)}"
        return _replaced(text, below, line)
    typed = text[slice(*found.value)]
    first = typed if typed[0] in "\"'" and "\n" not in typed else item_text(found.text)
    return _replaced(text, found.value, f"[{first}, {item_text(item)}]")


def _into_brackets(text: str, found: KeySpan, item: str) -> str:
    if found.items:
        return _replaced(text, Span(found.items[-1].end, found.items[-1].end), f", {item}")
    return _replaced(text, Span(found.value.end - 1, found.value.end - 1), item)


def _below(text: str, last: Span, item: str) -> str:
    """Add an item below the last of a list that has one a line, with the same indent and dash."""
    dash = _DASH.match(text, text.rfind("\n", 0, last.start) + 1)
    before = f"{dash[1]}-{dash[2] or ' '}" if dash else "- "
    end = text.find("\n", last.end) + 1
    return _replaced(text, Span(end, end), f"{before}{item}{_newline(text)}")


def _added(text: str, *lines: str) -> str:
    """Add lines at the end of the front matter, which is made where there is none."""
    newline, found = _newline(text), layout(text)
    made = "".join(f"{found.indent}{line}{newline}" for line in lines)
    if found.closes is not None:
        return _replaced(text, Span(found.closes, found.closes), made)
    mark = "\ufeff" * text.startswith("\ufeff")
    return f"{mark}---{newline}{made}---{newline}{text.removeprefix(mark)}"


def _text(raw: bytes) -> str:
    """Return a note's text, its BOM and line ends as they are. Raises Refused."""
    document = read_document(raw, KEY_NAMES)
    if document.unread:
        mistake = document.mistakes[0]
        raise Refused(f"Line {mistake.line} cannot be read ({mistake.message}): mend it first.")
    return raw.decode()


def _found(text: str, kind: Kind, key: str) -> KeySpan | None:
    found = layout(text)
    if found.braced:
        raise Refused("The front matter stands in braces: write one key a line first.")
    keys = [each for each in found.keys if kind.canonical(each.key) == key]
    if len(keys) > 1:
        lines = " and ".join(str(text.count("\n", 0, each.lines.start) + 1) for each in keys)
        raise Refused(f"`{key}` stands twice, on lines {lines}: keep one of them first.")
    return keys[0] if keys else None


def _checked(raw: bytes, text: str, kind: Kind, key: str) -> bytes:
    """Return a changed note, if nothing but the key is read otherwise. Raises Refused."""
    made = text.encode()
    before, after = read_document(raw, KEY_NAMES), read_document(made, KEY_NAMES)
    is_same = before.body == after.body and not after.unread
    if is_same and _others(before, kind, key) == _others(after, kind, key):
        return made
    raise Refused(f"`{key}` cannot be changed here without changing more: edit it by hand.")


def _others(document: Document, kind: Kind, key: str) -> list[object]:
    fields = (field for field in document.fields if kind.canonical(field.key) != key)
    return [(field.key, _plain(field.value)) for field in fields]


def _plain(node: Node) -> object:
    """Return what a node holds, wherever it stands."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [_plain(item) for item in node.items]
    assert isinstance(node, MappingNode)
    return {field.key: _plain(field.value) for field in node.pairs}


def _replaced(text: str, span: Span, new: str) -> str:
    return text[: span.start] + new + text[span.end :]


def _newline(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"

"""The fields of one note, each under the key that it means."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from journal.characters import quoted
from journal.findings import Mistake
from journal.frontmatter import Field, ListNode, Node, Scalar
from journal.notes.field_nodes import items_of, node_text, unquoted_links
from journal.notes.kinds import Kind
from journal.notes.value_reader import ValueReader
from journal.vocabulary.key_types import Choices, Key, Type
from journal.vocabulary.private_words import INVISIBLE_CHARACTERS

#: Types that take `[[…]]`; in any other it is a mistake of its own.
_TAKE_LINKS = frozenset({Type.LINKS, Type.LIST, Type.TEXT})


_NEAR = 0.8  # how similar (0 to 1) a slip is to the word that was meant


class NoteFields(NamedTuple):
    """The fields of one note, each with the name that its key has in the vocabulary."""

    kind: Kind
    #: all of them, in order
    named: list[tuple[str, Field]]
    #: the first of each name, known or not
    written: dict[str, Field]
    #: those that count: of a known key, written once
    known: dict[str, tuple[Key, Field]]
    #: those outside the vocabulary, as text
    extra: list[tuple[str, str]]


def fields_by_key(kind: Kind, fields: tuple[Field, ...], reader: ValueReader) -> NoteFields:
    """Return the fields by the names that they have here; a key written twice is none."""
    result = NoteFields(kind, [(_name_of(kind, field), field) for field in fields], {}, {}, [])
    twice = set(_add_first_of_each(result, reader))
    for name, field in result.written.items():
        key = kind.keys.get(name)
        if key is None or key.type in _TAKE_LINKS:
            reader.mistakes += _unquoted_links(field)
        reader.mistakes += _comment_in_value(field, field.value)
        if key is None:
            _add_extra(result, name, field, reader)
        elif name not in twice:
            result.known[name] = (key, field)
    return result


def _name_of(kind: Kind, field: Field) -> str:
    """Return the key that a field means: `role: Professor` is no role, but a job."""
    name = kind.canonical(field.key)
    key = kind.keys.get(name)
    if key is None or not key.otherwise or not key.choices or kind.is_spelled(field.key, name):
        return name
    words = [text for item in items_of(field.value) if (text := item.text.strip())]
    known = any(key.choices.word_for(word) or _is_near(word, key.choices) for word in words)
    return name if known or not words else key.otherwise


def _is_near(word: str, choices: Choices) -> bool:
    return bool(get_close_matches(word.casefold(), choices.words, 1, _NEAR))


def _add_first_of_each(result: NoteFields, reader: ValueReader) -> Iterator[str]:
    """Add the first field of each name, and yield the names of those that are there again."""
    for name, field in result.named:
        if name in result.written:
            reader.mistakes.append(_duplicate(field, result.written[name]))
            yield name
        else:
            result.written[name] = field


def _add_extra(result: NoteFields, name: str, field: Field, reader: ValueReader) -> None:
    reader.mistakes += _misspelt_key(result.kind, name, field)
    value = reader.read_text("extra", node_text(field.value))
    result.extra.append((reader.read_text("extra", quoted(field.key, 1024)[1:-1]), value))


def _as_typed(field: Field) -> str:
    """The key as written, in a form that a message may hold."""
    return f"`{quoted(field.key)[1:-1]}`"


def _duplicate(field: Field, first: Field) -> Mistake:
    also = "" if field.key == first.key else f", there as {_as_typed(first)}"
    message = f"{_as_typed(field)} is here and on line {first.line}{also}"
    return Mistake(field.line, field.column, "F02", message, "keep one; neither counts now")


def _unquoted_links(field: Field) -> Iterator[Mistake]:
    for node in unquoted_links(field.value):
        message = f"{_as_typed(field)} has a link without quotes"
        hint = 'it is understood; quoted, "[[…]]", other programs understand it too'
        yield Mistake(node.line, node.column, "F07", message, hint)


def _comment_in_value(field: Field, node: Node) -> Iterator[Mistake]:
    """Yield a warning where a value ends before a `#` that was hardly meant as a comment."""
    if isinstance(node, Scalar):
        if node.text and node.comment:
            comment, line, column = node.comment
            message = (
                f"{_as_typed(field)} ends before {quoted(comment)}: YAML takes that for a comment"
            )
            hint = "put the whole value in quotes, or a space behind the #"
            yield Mistake(line, column, "F19", message, hint)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _comment_in_value(field, item)


def _misspelt_key(kind: Kind, name: str, field: Field) -> Iterator[Mistake]:
    visible = INVISIBLE_CHARACTERS.sub("", field.key)
    if visible != field.key:
        message = f"the key {quoted(visible)} has an invisible character in it"
        yield Mistake(field.line, field.column, "F06", message, "type it anew")
    elif similar := get_close_matches(name, kind.keys, 1, cutoff=0.8):
        message = (
            f"{_as_typed(field)} is no key of notes in {kind.folder}/; kept, but it does nothing"
        )
        yield Mistake(field.line, field.column, "F06", message, f"did you mean `{similar[0]}`?")
    elif not name:
        message = "a key without a name; kept, but it does nothing"
        yield Mistake(field.line, field.column, "F06", message, "write `key: value`")

"""Front matter as text: whatever is put into it reads back to the letter."""

import re
from collections.abc import Sequence
from unicodedata import category

#: A key, what it holds (None: nothing yet), and a line of help for a key that holds nothing.
KeyLine = tuple[str, str | Sequence[str] | None, str]

_WIDTH = 72  # characters of a list that is kept on one line

# Only what no reader of YAML, 1.1 or 1.2, could take for anything else; the rest goes in quotes.
_PLAIN = re.compile(r"(?=[^\W_])(?:[^\s:#]|(?<=[^\s:])[:#](?=[^\s:#])| (?=[^\s#:]))+")
_PLAIN_IN_LIST = re.compile(r"(?=[^\W_])(?:[\w.+/@'()&%!-]| (?=[\w(]))+")
_KEY = re.compile(r"[A-Za-z][\w-]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def front_matter_text(lines: Sequence[KeyLine]) -> str:
    """Return front matter with its two fences and a newline at its end.

    A key without a value becomes a comment, with its help, to be filled in one day.
    """
    return "".join(["---\n", *(_line(*line) for line in lines), "---\n"])


def value_text(value: str | Sequence[str]) -> str:
    """Return what stands behind a key and its colon, on one line."""
    return _scalar(value, _PLAIN) if isinstance(value, str) else _flow(value)


def item_text(item: str) -> str:
    """Return what stands for one item of a list in brackets."""
    return _scalar(item, _PLAIN_IN_LIST)


def text_like(typed: str, text: str, *, in_list: bool) -> str:
    """Return a text in the quotes, or without, in which another was typed in its place."""
    if typed.startswith("'") and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if typed.startswith('"'):
        return _quoted(text)
    return item_text(text) if in_list else value_text(text)


def _line(key: str, value: str | Sequence[str] | None, comment: str) -> str:
    if value is None:
        return f"# {_flat(key)}:   {_flat(comment)}".rstrip() + "\n"
    name = key if _KEY.fullmatch(key) else _quoted(key)
    if isinstance(value, str) or _short(value):
        return f"{name}: {value_text(value)}\n"
    return f"{name}:\n{_block(value)}"


def _short(items: Sequence[str]) -> bool:
    return len(_flow(items)) <= _WIDTH


def _flow(items: Sequence[str]) -> str:
    return f"[{', '.join(map(item_text, items))}]"


def _block(items: Sequence[str]) -> str:
    return "".join(f"  - {_scalar(item, _PLAIN)}\n" for item in items)


def _scalar(text: str, plain: re.Pattern[str]) -> str:
    return text if plain.fullmatch(text) and text.isprintable() else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(c) or _visible(c) for c in text) + '"'


def _visible(character: str) -> str:
    # Joiners in an emoji or a word stay as they are; what is no text is refused when it is written.
    as_it_is = character.isprintable() or character in "\u200c\u200d" or category(character) == "Cs"
    return character if as_it_is else f"\\U{ord(character):08X}"


def _flat(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())

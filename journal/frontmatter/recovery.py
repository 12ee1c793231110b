"""What can still be told of front matter that cannot be read: a name, and a wish for privacy."""

import re
from collections.abc import Iterator

from journal.vocabulary.private_words import asks_for_privacy, is_private_tag

_MOST_BYTES = 64 * 1024  # bytes that are looked through
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
#: A key, wherever on a line, and what follows it.
_KEY = re.compile(r"[^\W_][\w .\u00ad\u200b-\u200d\u2060\ufeff-]{0,40}(?=[\"'”’]?[ \t]{0,40}[:=])")
_VALUE = re.compile(r"[\"'”’]?[ \t]*[:=][ \t\"'“‘\[]*([^\n,;}\]\"'”’]{0,60})")
_TITLE = re.compile(r"^(?:title|name)[ \t]*:[ \t]+([^\s#&*!|>{\[%@`][^\n:]{0,200})$", re.M | re.I)
_TAGS = re.compile(r"^[ \t\"']*tags?[\"']?[ \t]*[:=](.*(?:\n[ \t]*-.*)*)", re.M | re.I)
_TAG = re.compile(r"(?<![^\s,;\[(\"'])#[^\s#,;\])\"']{1,40}")


def title_on_a_line(front_matter: str) -> str:
    """Return the name that a line of it gives, or an empty text."""
    found = _TITLE.search(front_matter)
    return found[1].strip(" \t\"'") if found else ""


def asks_for_privacy_anywhere(raw: bytes) -> bool:
    """Whether a file that could not be read as it was meant asks, anywhere, to be private."""
    plain = raw[:_MOST_BYTES].replace(b"\0", b"")  # UTF-16 is half NUL bytes
    texts = {plain.decode(code, "replace") for code in ("utf-8-sig", "cp1252")}
    return any(_asks_for_privacy(text.replace("\r", "\n")) for text in texts)


def _asks_for_privacy(text: str) -> bool:
    tags = (tag[0] for tag in _TAG.finditer(text))
    above = _front_matter(text)
    return (
        any(asks_for_privacy(key, value) for key, value in _pairs(above))
        or any(map(_is_word_alone, above.split("\n")))
        or any(map(is_private_tag, (*tags, *_tags(above))))
    )


def _front_matter(text: str) -> str:
    """Return what may be meant as front matter: down to the last fence, if it begins with one."""
    fences = [found.end() for found in _FENCE.finditer(text)]
    return text[: fences[-1]] if len(fences) > 1 and text.startswith("---") else text


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for key in _KEY.finditer(text):
        if value := _VALUE.match(text, key.end()):
            yield key[0], value[1]


def _is_word_alone(line: str) -> bool:
    """Whether a line is the word alone, without its colon."""
    words = line.strip(" \t\"'-,[]{}").split(None, 2)
    return (
        bool(words)
        and ":" not in words[0]
        and words[1:] in ([], ["true"], ["yes"])
        and asks_for_privacy(words[0], "true")
    )


def _tags(text: str) -> Iterator[str]:
    for found in _TAGS.finditer(text):
        yield from re.findall(r"[^\s,\[\]\"'-]+", found[1])

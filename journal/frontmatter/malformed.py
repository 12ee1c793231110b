"""Front matter in another form or place than it should be, and what can still be told of it."""

import re
from collections.abc import Container, Iterator

from journal.findings import WARNING, Mistake
from journal.vocabulary.private_words import asks_for_privacy, is_private_tag

_MOST_BYTES = 64 * 1024  # bytes that are looked through
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
#: A key, wherever on a line, and what follows it.
_KEY_LINE = re.compile(
    r"[^\W_][\w .\u00ad\u200b-\u200d\u2060\ufeff-]{0,40}(?=[\"'”’]?[ \t]{0,40}[:=])"
)
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
    for key in _KEY_LINE.finditer(text):
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


#: The names of keys that notes have.
Keys = Container[str]
CONFLICT_HINT = "keep one side and delete the lines <<<<<<<, ======= and >>>>>>>"

_KEY = re.compile(r"([a-z][a-z_ -]{1,30}):(?=[ \t\n]|$)")  # e-mails have capitals: From, Date
_LINE = re.compile(r"[\w -]{1,60}:(?:\s|$)|\s*- |\s+\S|#|\s*$")
_INVISIBLE = "\ufeff\u200b-\u200f\u2028-\u202e\u2060-\u206f\u00ad"
_BLANKS_ABOVE = re.compile(rf"[\s{_INVISIBLE}]*")
_BLANK = re.compile(r"\s*")
_LATE_FENCE = re.compile(r"---[ \t]*\n[^\n:]{1,40}:")
_ALMOST_A_FENCE = re.compile(
    r"(?:[-\u2013\u2014]{1,10}|---[ \t]+\S[^\n]{0,20}|\*{3,}|;;;|[`~]{3}[ \t]*ya?ml)[ \t]*\n"
)
_JSON = re.compile(r"(?:;;;[ \t]*\n)?\{\s*\"[^\"\n]{1,60}\"[ \t]*:")
_MOST_LINES = 200  # lines that are looked through for a fence


def misplaced_front_matter(text: str, keys: Keys) -> tuple[Mistake, ...]:
    """Return what is wrong with the beginning of a note that has no front matter as such."""
    begin = _BLANKS_ABOVE.match(text).end()  # type: ignore[union-attr]  # it may be empty, so it matches
    line = text.count("\n", 0, begin) + 1
    if text.startswith("+++") and not text[3 : (text + "\n").index("\n")].strip():
        return (Mistake(1, 1, "F01", "front matter in TOML", "write YAML between lines of ---"),)
    if _JSON.match(text, begin):
        message = "front matter in JSON"
        return (Mistake(line, 1, "F01", message, "write YAML between lines of ---"),)
    if text.startswith("<<<<<<< "):
        return (Mistake(1, 1, "F01", "git's conflict markers", CONFLICT_HINT),)
    if text.startswith("---\r"):
        message = "lines that end with a carriage return alone"
        return (Mistake(1, 1, "F01", message, "save it with line ends LF in your editor"),)
    return _misplaced(text, begin, line, keys)


def _misplaced(text: str, begin: int, line: int, keys: Keys) -> tuple[Mistake, ...]:
    if begin and _LATE_FENCE.match(text, begin):
        return (_not_on_first_line(line, "delete what stands above ---, invisible characters too"),)
    almost = _ALMOST_A_FENCE.match(text, begin)
    if almost and _known_key(text, almost.end(), keys):
        message = "the front matter does not begin with a line that is just ---"
        return (Mistake(line, 1, "F01", message, "write just --- above it, and below it"),)
    if _has_no_fence(text[begin:], keys):
        message = "front matter without a line of --- above it"
        return (Mistake(line, 1, "F01", message, "write just --- above it, and below it"),)
    below = _line_of_block_below(text, keys)
    return (_not_on_first_line(below, "move the text above it below it"),) if below else ()


def _not_on_first_line(line: int, hint: str) -> Mistake:
    return Mistake(line, 1, "F01", "the front matter does not begin on the first line", hint)


def second_front_matter(body: str, first_line: int, keys: Keys) -> tuple[Mistake, ...]:
    """Return a warning where a body begins with more front matter; it is text all the same."""
    begin = _BLANK.match(body).end()  # type: ignore[union-attr]  # it may be empty, so it matches
    start = begin + 4 * body.startswith("---\n", begin)
    if not (
        _known_key(body, start, keys) and _ends_with_fence(body[start:].split("\n", _MOST_LINES))
    ):
        return ()
    line = first_line + body.count("\n", 0, begin)
    hint = "move its keys above the line that ends it"
    return (Mistake(line, 1, "F01", "more front matter below its end", hint, WARNING),)


def _has_no_fence(text: str, keys: Keys) -> bool:
    """Whether a text begins with keys, without a fence above them."""
    lines = text.split("\n", _MOST_LINES)
    if not _known_key(lines[0], 0, keys):
        return False
    return _ends_with_fence(lines) or (len(lines) > 1 and _known_key(lines[1], 0, keys))


def _line_of_block_below(text: str, keys: Keys) -> int:
    """Return the line of a whole block of front matter below some text, or 0."""
    lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    for row, line in enumerate(lines[:-1]):
        if (
            line.rstrip() == "---"
            and _known_key(lines[row + 1], 0, keys)
            and _ends_with_fence(lines[row + 1 :])
        ):
            return row + 1
    return 0


def _ends_with_fence(lines: list[str]) -> bool:
    """Whether all lines are such as front matter has, down to one of `---`."""
    for line in lines:
        if line.rstrip() in ("---", "..."):
            return True
        if not _LINE.match(line):
            return False
    return False


def _known_key(text: str, begin: int, keys: Keys) -> bool:
    match = _KEY.match(text, begin)
    return bool(match) and re.sub("[ -]", "_", match[1]) in keys  # type: ignore[index]

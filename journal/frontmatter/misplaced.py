"""Front matter that somebody meant to write, but in another form or in another place."""

import re
from collections.abc import Container

from journal.findings import WARNING, Mistake

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

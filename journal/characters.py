"""Characters: which of them a name may have, and which could fool a terminal or a reader."""

import re
from collections.abc import Sequence
from unicodedata import category

# The next two are parts of character classes, from which regular expressions are made.
#: Control characters (Cc) but tab and line feed, and what is not UTF-8 (surrogates).
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
#: Not seen, or turns the direction of a line, or ends it; joiners are part of letters and emoji.
INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
#: In a name: control characters, and what turns the letters around.
_NO_NAME = re.compile(f"[\t\n{CONTROLS}\u202d\u202e]")
#: Those, all that changes a line's direction or ends it, and what has no shape of its own.
_FOOLING = re.compile(
    f"[\t\n{CONTROLS}\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufdd0-\ufdef"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001]"
)
#: What a screen would obey.
_OBEYED = re.compile(f"[{CONTROLS}{INVISIBLE}]")
#: What JSON holds as it is, and a screen would obey.
_IN_JSON = re.compile(f"[\x7f-\x9f{INVISIBLE}]")
#: Names that Windows keeps for its devices, with any ending.
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE
)
#: Not seen, but part of how something is written: joiners in letters and emoji, soft hyphens.
JOINING = frozenset("\u00ad\u200c\u200d")
#: Links, of which a message repeats nothing.
_LINKS = (
    (re.compile(r"\[\[.*?(?:\]\]|$)", re.DOTALL), "[[…]]"),
    (re.compile(r"\[(?!\[)[^\n]*\]\([^\n]*\.md[^\n]*", re.IGNORECASE), "[…](….md)"),
)
_KEPT = JOINING | {"\n"}
_TAGS = frozenset(map(chr, range(0xE0020, 0xE0080)))  # of which flags are made
_MAX_NAME = 255  # bytes: Linux and macOS
_BYTES = 0xDC00  # what is added to a byte of a file's name that is not UTF-8


def is_name(text: str) -> bool:
    """Whether `text` can be a name: valid UTF-8, nothing that controls or overrides."""
    return text.isprintable() or not _NO_NAME.search(text)


def path_problem(parts: Sequence[str], ending: str = "") -> str:
    """Return what keeps a path from being made, after “it”; an empty text where nothing does.

    `parts` are the names between the slashes, to the last of which `ending` is added.
    """
    if "" in parts:
        return "is empty, begins or ends with “/”, or has “//” in it"
    try:
        longest = max(len(name.encode()) for name in (*parts[:-1], parts[-1] + ending))
    except UnicodeEncodeError:
        return "is not text that UTF-8 can hold"
    return f"has a part of more than {_MAX_NAME} bytes" if longest > _MAX_NAME else ""


def is_windows_device(name: str) -> bool:
    """Whether Windows refuses a file of that name, because it is what a device is called."""
    return bool(_DEVICES.match(name))


def without_controls(text: str) -> str:
    """Return `text` with a sign in place of what a screen would obey; tabs and lines stay."""
    if text.isascii() and text.isprintable():
        return text
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def escaped_json(text: str) -> str:
    """Return JSON with the same values, in which what a screen would obey is escaped."""
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def escaped(text: str) -> str:
    r"""Return `text` as it is, with what could fool anybody written out: `\n`, `\x1b`, `\u202e`."""
    return _FOOLING.sub(lambda found: _written_out(found[0]), text)


def visible(text: str) -> str:
    """Return `text` with a sign in place of what has no shape, or could fool anybody."""
    return "".join(map(_seen, text))


def _seen(character: str) -> str:
    kind = category(character)
    is_plain = kind[0] != "C" and kind not in ("Zl", "Zp")
    is_kept = is_plain or character in _KEPT or character in _TAGS
    return character if is_kept else "\N{REPLACEMENT CHARACTER}"


def _written_out(character: str) -> str:
    code = ord(character)
    if _BYTES + 0x80 <= code <= _BYTES + 0xFF:
        return f"\\x{code - _BYTES:02x}"
    return character.encode("unicode_escape").decode("ascii")


def quoted(text: str, limit: int = 40) -> str:
    """Quote somebody's text for a message: `limit` characters, nothing that a terminal obeys.

    What stands in a link is not repeated: it may name a note that only its owner may see.
    """
    text = _unlinked(text) if "[" in text else text
    flat = text if text.isprintable() else "".join(map(_flat, text))
    return f"“{flat[:limit]}…”" if len(flat) > limit else f"“{flat}”"


def _flat(character: str) -> str:
    if character.isprintable() or character in JOINING:
        return character
    return " " if category(character) == "Zs" else "\N{REPLACEMENT CHARACTER}"


def _unlinked(text: str) -> str:
    for link, instead in _LINKS:
        text = link.sub(instead, text)
    return text

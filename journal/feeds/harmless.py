"""Texts as other programs may have them: nothing in them that a screen would obey."""

import re

#: Controls and marks that turn the direction of a line; joiners are part of letters and emoji.
_OBEYED = "\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_IN_TEXT = re.compile(f"[\x00-\x08\x0b-\x1f{_OBEYED}\ud800-\udfff]")
_IN_JSON = re.compile(f"[{_OBEYED}]")


def harmless(text: str) -> str:
    """Return `text` with every character that a screen would obey made visible."""
    if text.isascii() and text.isprintable():
        return text
    return _IN_TEXT.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def escaped_json(text: str) -> str:
    """Return JSON with the same values, in which such characters are escaped."""
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

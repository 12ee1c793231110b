"""The one folding: how names, cities, addresses and what is searched for are compared.

`templates/static/finder.js` folds in the same steps; a test holds the two together.
"""

import re
from unicodedata import normalize

#: Small letters of the Latin, Greek and Cyrillic scripts, as they are without their accents.
_LETTERS = (
    "a-zß-öø-ʯͰ-ϡϰ-ҁҊ-ԯ\u1c80-\u1c8f\u1d00-\u1dbf\u1e00-\u1fff\u2c60-\u2c7f"
    "\ua640-\ua66d\ua680-\ua69d\ua722-\ua7ff\uab30-\uab69"
)
#: The signs that these scripts put upon a letter. Those of others, as in が, are part of it.
_ACCENTS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
_ACCENTED = re.compile(f"([{_LETTERS}])[{_ACCENTS}]+")
#: Letters that Unicode does not take apart. The sigma at the end of a word is the one within;
#: that ı is i comes with the case.
_SPELT = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ß": "ss",
        "ς": "σ",
    }
)


def folded(text: str) -> str:
    """Return `text` as names are compared: without case and accents, and one space between words.

    Only letters of the Latin, Greek and Cyrillic scripts lose their accents; any white space of
    Unicode, `-` and `_` are a space.
    """
    plain = text.lower() if text.isascii() else _without_case_and_accents(text)
    return " ".join(plain.replace("-", " ").replace("_", " ").split())


def _without_case_and_accents(text: str) -> str:
    # capitals first: they are alike for ß and ss, for ı and i, whatever the language
    small = normalize("NFKD", text).upper().lower()
    plain = _ACCENTED.sub(r"\1", small).translate(_SPELT)
    return normalize("NFC", plain)

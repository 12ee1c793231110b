"""What asks to keep a note private, however it is spelt: better kept than shown by a slip."""

import re
import unicodedata
from difflib import SequenceMatcher

#: Characters that nobody sees, and that can stand in a word by accident.
INVISIBLE_CHARACTERS = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_PRIVATE, _PUBLIC = "private", "public"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Folded: no case, no accents. In English, and as those write who write in another language.
_PRIVATE_WORDS = _set(
    "private privat privata privato privado privada prive privee priv pvt privacy prywatne "
    "confidential confidencial confidentiel confidentielle confidenziale vertraulich "
    "vertrouwelijk secret secreto segreto segredo geheim hemlig hemmelig poufne tajne "
    "hidden hide unlisted sensitive restricted nopublish"
)
#: As tags and as values, only those that mean nothing else.
_ONLY_PRIVATE = _PRIVATE_WORDS - _set("priv privacy hidden hide sensitive restricted nopublish")
_PUBLIC_WORDS = _set(
    "public publish published publishable publico publique pubblico offentlich openbaar"
)
#: Keys, outside the vocabulary, whose value says who may see a note.
_VISIBILITY_KEYS = _set(
    "visibility access privacy sharing audience classification confidentiality sensitivity "
    "level label type category status flag flags option options permission permissions scope"
)
_YES = _set("true yes y 1 on x ja oui si sim")
_NO = _set("false no n 0 off nein nee non nao nej none null ~")
_FILLER_WORDS = _set("is are be keep make mark set this note page file entry")
_NEGATIONS = _set("not non no dont never")
#: Words close to `private` that mean something of their own.
_SIMILAR_WORDS = _set("pirate pirates primate primates privately")
_SIMILARITY = 0.8


def asks_for_privacy(key: str, value: str) -> bool:
    """Whether `key: value` asks to keep its note private; `value` is one line of text."""
    value_words = _words(value)
    if not value_words or (len(value_words) == 1 and value_words[0] in _NO):
        return bool(value_words) and _means_public(_words(key))
    words = [word for word in _words(key) if word not in _FILLER_WORDS]
    if len(words) == 1:
        return _is_private_word(words[0]) or _restricts(words[0], value_words)
    is_denied = (
        _means_public([word for word in words if word not in _NEGATIONS]) and len(words) == 2
    )
    return value_words[0] in _YES and (is_denied or any(map(_is_private_word, words)))


def _restricts(key: str, value_words: list[str]) -> bool:
    """Whether a key such as `visibility` has a word such as `private` for its value."""
    return key in _VISIBILITY_KEYS and len(value_words) == 1 and value_words[0] in _ONLY_PRIVATE


def is_private_tag(tag: str) -> bool:
    """Whether a tag, or the first part of a nested one, asks to keep its note private."""
    words = _words(tag.strip().removeprefix("#").partition("/")[0])
    return len(words) == 1 and (words[0] in _ONLY_PRIVATE or _is_similar(words[0], _PRIVATE))


def _is_private_word(word: str) -> bool:
    return word in _PRIVATE_WORDS or _is_similar(word, _PRIVATE)


def _means_public(words: list[str]) -> bool:
    left = [word for word in words if word not in _FILLER_WORDS]
    return len(left) == 1 and (left[0] in _PUBLIC_WORDS or _is_similar(left[0], _PUBLIC))


def _is_similar(word: str, meant: str) -> bool:
    shared = len({*word} & {*meant})  # no letter stands twice in what is meant
    if word in _SIMILAR_WORDS or shared < _SIMILARITY * (len(word) + len(meant)) / 2:
        return False
    return SequenceMatcher(None, word, meant).ratio() >= _SIMILARITY


def _words(text: str) -> list[str]:
    """Return the words of a text without case, accents and what cannot be seen."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", INVISIBLE_CHARACTERS.sub("", text))
        text = "".join(c for c in parts if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+|~", text.casefold())

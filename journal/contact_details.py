"""E-mail addresses and telephone numbers: as people write them, and as a link dials them."""

import re
import unicodedata
from collections.abc import Iterator

_ADDRESS = r"[^\s<>,;:\"()\[\]@/|&]+@[^\s<>,;:\"()\[\]@/|&]+[^\s<>,;:\"()\[\]@/|&.]"
_IN_ANGLES = re.compile(rf"<\s*(?:mailto:)?({_ADDRESS})\s*>", re.IGNORECASE)
_BARE = re.compile(rf"(?:mailto:)?({_ADDRESS})", re.IGNORECASE)
#: What may stand around addresses: separators, and `work:` or `(work)`.
_AROUND = re.compile(
    r"(?:[\s,;/|&]|\bor\b|\band\b|\([^()@]*\)|[^\W\d_][\w -]{0,30}:)*", re.IGNORECASE
)


def email_addresses(text: str) -> tuple[str, ...]:
    """Return the addresses in `Name <a@x>`, `a@x, b@x` or `a@x`; none where it is not clear."""
    in_angles = _IN_ANGLES.findall(text)
    rest = _IN_ANGLES.sub("", text)
    found = [*in_angles, *_BARE.findall(rest)]
    rest = _BARE.sub("", rest)
    is_clear = "@" not in rest and "<" not in rest if in_angles else _AROUND.fullmatch(rest)
    return tuple(dict.fromkeys(sorted(found, key=text.find))) if is_clear else ()


_BETWEEN_NUMBERS = re.compile(r"\s*(?:\||[,;](?!\s*ext)|\n|\bor\b|\band\b|&)\s*", re.IGNORECASE)
_EXTENSION = re.compile(
    r"[\s,;]*(?:;?\bext(?:ension|n)?\b\.?|\bx|#)\s*[.:=]?\s*([0-9]{1,8})$", re.IGNORECASE
)
#: `home:`, `(mobile)`, `office` before or behind a number.
_LABEL = re.compile(
    r"^\s*[^\W\d_]+(?: [^\W\d_]+)?(?:\s*[.:]+|\s+(?=[+(0-9]))|\([^\W\d_][\w .,-]*\)"
    r"|(?<=[0-9)])\s+[^\W\d_]{2,}\s*$"
)
_TRUNK_PREFIX = re.compile(r"^((?:\+|00)[0-9 .-]*)\(\s*0\s*\)")
_DIALLED = re.compile(r"\+?[0-9(][0-9 ()./\N{NO-BREAK SPACE}\N{HYPHEN}\N{NON-BREAKING HYPHEN}–-]*")
_NO_DIGIT = re.compile(r"[^0-9]")
_FEWEST, _WHOLE, _MOST = 3, 7, 15  # digits: of a service; of a number that can stand alone; E.164


def phone_numbers(text: str) -> tuple[str, ...]:
    """Return the numbers in a text, each as written: `a / b` are two; none if one is not clear."""
    numbers = [number for part in _BETWEEN_NUMBERS.split(text) for number in _beside_slash(part)]
    numbers = [number for number in numbers if number]
    return tuple(dict.fromkeys(numbers)) if all(map(dialled_number, numbers)) else ()


def has_number(text: str) -> bool:
    """Whether there are as many digits in a text as the shortest number has."""
    return _digits(text) >= _FEWEST


def _beside_slash(text: str) -> Iterator[str]:
    """Yield the numbers around slashes; one behind an area code, as in `030/1234567`, is none."""
    first, slash, other = text.partition("/")
    is_pair = min(_digits(first), _digits(other.partition("/")[0])) >= _WHOLE
    if slash and is_pair:
        yield first.strip()
        yield from _beside_slash(other)
    else:
        yield text.strip()


def _digits(text: str) -> int:
    return sum(character.isdecimal() for character in text)


def dialled_number(text: str) -> str:
    """Return a number as RFC 3966 has it: `+442079460000;ext=12`; an empty text if it is none."""
    plain = _LABEL.sub(" ", unicodedata.normalize("NFKC", text)).strip()
    extension = _EXTENSION.search(plain)
    if extension:
        plain = plain[: extension.start()].strip()
    plain = _TRUNK_PREFIX.sub(r"\1 ", plain)
    if not _DIALLED.fullmatch(plain) or _is_cut_by_slash(plain):
        return ""
    digits = _NO_DIGIT.sub("", plain)
    if not _FEWEST <= len(digits) <= _MOST:
        return ""
    dialled = f"+{digits}" if plain[0] == "+" else digits
    return f"{dialled};ext={extension[1]}" if extension else dialled


def _is_cut_by_slash(number: str) -> bool:
    """Whether a whole number has a few more digits behind a slash, which may mean anything."""
    first, slash, other = number.rpartition("/")
    return bool(slash) and _digits(first) >= _WHOLE > _digits(other)

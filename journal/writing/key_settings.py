"""Keys of a note filled in by texts, as from KEY=VALUE: known, checked, and links found."""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property

from journal.characters import quoted
from journal.errors import Refused
from journal.frontmatter import ListNode, Scalar, read_document
from journal.library import ME, Journal
from journal.notes.kinds import KEY_NAMES, Kind
from journal.vocabulary.key_types import Type
from journal.writing.compose import KeyValues, checked_value
from journal.writing.lookup import find_note, find_person, link_to

_LIST = re.compile(r"\[(?!\[).*\]")
#: Texts as they were given, by the key that they fill; a key that was not given is not there.
KeyTexts = Mapping[str, Sequence[str]]


def texts_by_key(kind: Kind, settings: Sequence[str]) -> dict[str, list[str]]:
    """Read KEY=VALUE, each key as the vocabulary spells it. Raises Refused."""
    found: dict[str, list[str]] = {}
    for setting in settings:
        name, _, text = setting.partition("=")
        if not name.strip() or not text.strip():
            raise Refused(f"--set {quoted(setting)} is no KEY=VALUE.")
        key = _key_name(kind, name)
        found.setdefault(key, []).extend(_items(kind, key, text.strip()))
    return found


def _items(kind: Kind, name: str, text: str) -> list[str]:
    """Return the items of a list in brackets, as notes have them; any other text is one."""
    key = kind.key(name)
    if not (key and key.type.many and _LIST.fullmatch(text)):
        return [text]
    note = f"---\n{key.name}: {text}\n---\n".encode("utf-8", "surrogatepass")
    values = [field.value for field in read_document(note, KEY_NAMES).fields]
    items = values[0].items if values and isinstance(values[0], ListNode) else ()
    texts = [item.text for item in items if isinstance(item, Scalar)]
    if not texts or len(texts) < len(items):
        raise Refused(f"{quoted(text)} is no list: say --set once for each.")
    return texts


def _key_name(kind: Kind, name: str) -> str:
    plain = kind.canonical(name)
    known = [*kind.keys, *kind.synonyms]
    closest = [] if plain in kind.keys else get_close_matches(plain, known, 1, cutoff=0.8)
    if closest:
        raise Refused(f"A {kind.name} has no key {quoted(name)}: did you mean `{closest[0]}`?")
    return plain if plain in kind.keys else name.strip()


class LinkFinder:
    """Finds what is linked; the journal is opened for the first link, and once."""

    def __init__(self, open_journal: Callable[[], Journal]) -> None:
        self._open_journal = open_journal

    @cached_property
    def _journal(self) -> Journal:
        return self._open_journal()

    def link(self, text: str, person: bool) -> str:
        """Return the link to the person, or to the note, that `text` means. Raises Refused."""
        find = find_person if person else find_note
        return link_to(self._journal, find(self._journal, text))


def key_values(kind: Kind, texts: KeyTexts, links: LinkFinder) -> KeyValues:
    """Return what to write for each key. Raises Refused for what the vocabulary does not know."""
    return {name: _value(kind, name, given, links) for name, given in texts.items()}


def _value(kind: Kind, name: str, texts: Sequence[str], links: LinkFinder) -> str | Sequence[str]:
    key = kind.key(name)
    if key is None:
        return texts[0] if len(texts) == 1 else texts
    if key.type is not Type.LINKS:
        return checked_value(key, texts)
    return [
        ME if key.me and it.casefold() == ME else links.link(it, not key.any_note) for it in texts
    ]

"""What a link to somebody says once they are called otherwise, in the manner of the old link."""

from collections.abc import Iterator

from journal.folding import folded
from journal.frontmatter import read_document
from journal.library import ME, Journal
from journal.library.assemble import names_of, unread_names
from journal.library.names import Names
from journal.notes.kinds import KEY_NAMES
from journal.notes.parsing import parse_note
from journal.notes.records import Person
from journal.vocabulary.key_types import Key
from journal.writing.link_edit import Renew

_IN_NO_LINK = frozenset("[]|#^\n")


class NewTargets:
    """The targets of links to one person, under their new id and as their note will be."""

    def __init__(self, journal: Journal, old: Person, new_id: str, raw: bytes) -> None:
        layout = journal.settings.layout
        note = parse_note(new_id, read_document(raw, KEY_NAMES), layout=layout).note
        assert isinstance(note, Person)
        self._journal, self._old, self._new = journal, old, note
        others = [each for each in journal.all_notes.values() if each is not old]
        self._names = Names.of(
            (*names_of([*others, note]), *unread_names(journal.left_out, layout))
        )

    def renew(self, source: str) -> Renew:
        """Return what gives the links in the note `source` their new targets."""

        def renewed(target: str, path: bool, key: Key | None) -> str | None:
            if not self._is_to_them(source, target, path, key):
                return None
            source_now = self._new.id if source == self._old.id else source
            for wanted in self._candidates(target, path):
                index = self._names.for_key(any_note=key is None or key.any_note)
                if index.look_up(source_now, wanted, path) == (self._new.id,):
                    return None if wanted == target else wanted
            return None

        return renewed

    def _is_to_them(self, source: str, target: str, path: bool, key: Key | None) -> bool:
        if key and key.me and target.casefold() == ME:
            return False
        index = self._journal.names.for_key(any_note=key is None or key.any_note)
        return index.look_up(source, target, path) == (self._old.id,)

    def _candidates(self, target: str, path: bool) -> Iterator[str]:
        """Yield what may stand for a target, the best first."""
        ending = target[-3:] if target[-3:].casefold() == ".md" else ""
        folder, slash, name = target.removesuffix(ending).rpartition("/")
        if path or slash:
            yield f"{folder}{slash}{self._new.stem}{ending}"
            return
        yield from (f"{found}{ending}" for found in self._names_like(name))
        yield f"{self._new.id}{ending}"

    def _names_like(self, name: str) -> Iterator[str]:
        """Yield their new stem or title, whichever the name was; an alias as it is."""
        old, new = self._old, self._new
        is_stem = name == old.stem or (folded(name) == folded(old.stem) and name != old.title)
        is_title = folded(name) == folded(old.title)
        if is_stem and not (is_title and " " in name):
            yield new.stem
        elif is_title or is_stem:
            if _IN_NO_LINK.isdisjoint(new.title):
                yield new.title
            yield new.stem
        else:
            yield name

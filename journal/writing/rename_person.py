"""Somebody's new name: in their note, in its file's name, and in every link to them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from journal.characters import is_name, quoted
from journal.errors import Refused
from journal.folding import folded
from journal.library import Journal
from journal.notes.kinds import FOLDERS
from journal.notes.records import AnyNote, Person
from journal.wording.counts import count_of, first_and_more
from journal.writing.changed_links import refuse_other_links
from journal.writing.link_edit import linking
from journal.writing.link_target import NewTargets
from journal.writing.note_change import NoteChange, read_if_there
from journal.writing.note_edit import AskedChange, Edit, adding, edited
from journal.writing.note_name import free_note_id, safe_stem, without_case
from journal.writing.note_title import titled

_INBOX = "inbox"
_MOST = 4  # paths in a sentence


class _Renaming(NamedTuple):
    """A journal, somebody in it, and what links to them are to say from now on."""

    root: Path
    journal: Journal
    old: Person
    name: str
    new_id: str
    targets: NewTargets


def rename(root: Path, journal: Journal, person: Person, name: str) -> AskedChange:
    """Give somebody a new name; links to them follow, their old name is an alias.

    Raises Refused, where a link would lead elsewhere than before, too.
    """
    name = " ".join(name.split())
    if name == person.title:
        return AskedChange(f"{quoted(name)} is their name already.")
    _refuse_unfit(journal, person, name)
    layout = journal.settings.layout
    new_id = _new_id(layout.top(root), person, name)
    own = edited(root, person, *_own_edits(person, name, titled(new_id, name, layout)))
    if new_id != person.id:
        own = own._replace(to=layout.path(f"{new_id}.md"))
    targets = NewTargets(journal, person, new_id, own.after or b"")
    plan = _Renaming(root, journal, person, name, new_id, targets)
    changes = (_with_own_links(plan, own), *_others(plan))
    gained = refuse_other_links(journal, {person.id: new_id}, changes)
    return AskedChange(_said(plan, changes, gained), changes)


def _refuse_unfit(journal: Journal, person: Person, name: str) -> None:
    if not folded(name) or not is_name(name):
        raise Refused("That is no name: write one that can be read.")
    if person.unread:
        raise Refused(f"{quoted(person.path, 120)} cannot be read: mend it first.")
    others = [note_id for note_id in journal.names.people.find(name) if note_id != person.id]
    if others:
        raise Refused(f"{quoted(name)} is somebody's name already ({others[0]}): choose another.")


def _new_id(top: Path, person: Person, name: str) -> str:
    """Return the id under the new name, its file's name in the manner of the old one."""
    folder, stem = person.id.rpartition("/")[0], safe_stem(name)
    if person.stem != safe_stem(person.title) and " " not in person.stem:
        stem = safe_stem(folded(name)).replace(" ", "-")
    wanted = f"{folder}/{stem}"
    if without_case(wanted) == without_case(person.id):
        return wanted if folded(stem) == folded(name) else person.id
    if free_note_id(top, folder, stem) != wanted:
        raise Refused(f"{quoted(f'{wanted}.md', 120)} is there already: look at it first.")
    return wanted


def _own_edits(person: Person, name: str, title: Edit) -> Iterator[Edit]:
    """Yield what changes in their own note, but for its links to itself."""
    yield title
    known = {folded(alias) for alias in person.aliases}
    if folded(person.title) not in {folded(name), *known}:
        yield adding("aliases", person.title)


def _with_own_links(plan: _Renaming, own: NoteChange) -> NoteChange:
    edit = linking(plan.targets.renew(plan.old.id))
    return own._replace(after=edit(own.after or b"", FOLDERS[plan.old.folder]))


def _others(plan: _Renaming) -> Iterator[NoteChange]:
    """Yield the change of each other note, and of the inbox, that links to them."""
    for note in plan.journal.all_notes.values():
        if note.id != plan.old.id and not note.unread and _may_link(plan, note):
            change = edited(plan.root, note, linking(plan.targets.renew(note.id)))
            if change.after != change.before:
                yield change
    path = plan.journal.settings.layout.path(f"{_INBOX}.md")
    if raw := read_if_there(plan.root, path):
        after = linking(plan.targets.renew(_INBOX))(raw, FOLDERS["touchpoints"])
        if after != raw:
            yield NoteChange(path, raw, after)


def _may_link(plan: _Renaming, note: AnyNote) -> bool:
    """Whether a note links to them, or has links in texts and embeds, which are looked through."""
    is_linked = plan.old.id in plan.journal.links[note.id].targets()
    return is_linked or bool(note.texts or note.embeds)


def _said(plan: _Renaming, changes: tuple[NoteChange, ...], gained: int) -> str:
    said = [f"{plan.old.title} is {plan.name} now, and can be found by both names."]
    if others := len(changes) - 1:
        said.append(f"The links of {count_of(others, 'other note')} follow.")
    if gained:
        said.append(f"{count_of(gained, 'note')} with links to nothing lead to them now.")
    if unread := [*_unread(plan)]:
        said.append(f"What cannot be read is as it was: {first_and_more(unread, _MOST)}.")
    return " ".join(said)


def _unread(plan: _Renaming) -> Iterator[str]:
    """Yield the paths of files that cannot be read, and have their old name in them."""
    names = {name.encode() for name in (plan.old.stem, plan.old.title)}
    unread = (note.path for note in plan.journal.all_notes.values() if note.unread)
    layout, left_out = plan.journal.settings.layout, sorted(plan.journal.left_out)
    for path in (*unread, *(layout.path(f"{note_id}.md") for note_id in left_out)):
        try:
            raw = read_if_there(plan.root, path) or b""
        except Refused:
            continue
        if any(name in raw for name in names):
            yield path
